"""The whole plan as JSON: what it says about itself, exact numbers, nulls, the same tables as in CSV."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from content_tools.exports.data_files import data_files
from content_tools.insight.facts import Facts
from content_tools.insight.open_data.tables import open_data
from content_tools.model.plan import Plan
from content_tools.pages.press import Press
from tests.conftest import ROOT
from tests.insight.cities import by_id, example, indicator, metro, nobodys, plan_of, program

TODAY = date(2026, 11, 24)


def text_of(plan: Plan, data_day: date | None = None) -> str:
    return dict(data_files(Press(Facts(plan, TODAY, data_day))))["data/semua.json"].decode("utf-8")


def read_back(plan: Plan, data_day: date | None = None) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(text_of(plan, data_day), parse_float=Decimal)
    return whole


def test_the_file_says_what_it_is_and_that_the_site_is_not_official() -> None:
    assert read_back(nobodys(metro()), date(2026, 3, 7))["keterangan"] == {
        "situs": metro().site.name,
        "peringatan": "Bukan situs resmi Pemerintah Kota Metro.",
        "kota": "Kota Metro",
        "lisensi": "CC BY 4.0",
        "status_data": "sumber_publik",
        "arti_status_data": "Dari sumber publik",
        "data_per": "2026-03-07",
        "dibuat_untuk": "2026-11-24",
    }


def test_an_invented_city_says_that_it_is_invented() -> None:
    about = read_back(example())["keterangan"]
    assert (about["status_data"], about["arti_status_data"]) == ("contoh", "CONTOH, bukan data nyata")
    assert (about["peringatan"], about["data_per"]) == (None, None)


def test_every_table_stands_in_it_with_all_its_rows_and_keys() -> None:
    for plan in (metro(), example()):
        whole = read_back(plan)
        tables = list(open_data(Facts(plan, TODAY)))
        assert list(whole) == ["keterangan", *(table.name for table in tables)]
        for table in tables:
            keys = [column.key for column in table.columns]
            assert [list(row) for row in whole[table.name]] == [keys] * len(table.rows), table.name
            assert [tuple(row.values()) for row in whole[table.name]] == [
                tuple(int(cell) if isinstance(cell, Decimal) and cell == int(cell) and "." not in str(cell) else cell for cell in row)
                for row in table.rows
            ], table.name  # fmt: skip


def test_every_program_of_metro_is_in_it() -> None:
    files = (ROOT / "data" / "program").glob("*.yml")
    assert sorted(row["id"] for row in read_back(metro())["program"]) == sorted(path.stem for path in files)


def test_numbers_are_numbers_as_exact_as_their_source() -> None:
    measured = indicator([{"angka": "77,10"}, {"angka": "-1,79"}, {"angka": "0,1"}, {"angka": "1.234.567"}])
    text = text_of(plan_of(program(), indicators=by_id(measured)))
    for written in ('"angka": 77.10,', '"angka": -1.79,', '"angka": 0.1,', '"angka": 1234567,'):
        assert written in text


def test_what_is_missing_is_null_and_yes_is_true() -> None:
    (row,) = read_back(plan_of(program(quick_win={"resmi": "ya"})))["program"]
    assert (row["penanggung_jawab"], row["jadwal_mulai"], row["ditarik"]) == (None, None, None)
    assert row["quick_win_resmi"] is True


def test_an_empty_table_is_an_empty_list() -> None:
    assert read_back(plan_of(program()))["anggaran"] == []


def test_words_are_written_as_people_write_them() -> None:
    name = 'Pusat “β” \\ "kutip" </script>\u2028'
    text = text_of(plan_of(program().model_copy(update={"name": name})))
    assert "Pusat “β”" in text
    assert json.loads(text)["program"][0]["nama"] == name


def test_the_same_plan_and_day_give_the_same_bytes() -> None:
    assert text_of(metro(), TODAY) == text_of(metro(), TODAY)


def test_one_row_is_one_line() -> None:
    lines = [line.rstrip(",") for line in text_of(metro()).splitlines() if line.startswith('{"')]
    assert len(lines) > 700
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_the_files_have_the_addresses_that_are_linked_for_ever() -> None:
    names = [name for name, _ in data_files(Press(Facts(plan_of(program("a"), program("b")), TODAY)))]
    assert names == [
        "data/program.csv", "data/program/a.csv", "data/program/b.csv", "data/langkah.csv", "data/anggaran.csv",
        "data/angka-program.csv", "data/indikator.csv", "data/fakta-kota.csv", "data/instansi.csv", "data/wilayah.csv",
        "data/masterplan.csv", "data/kerangka.csv", "data/dokumen.csv", "data/target-dokumen.csv", "data/dasar-hukum.csv",
        "data/riwayat.csv", "data/sumber.csv", "data/istilah.csv", "data/belum-ditemukan.csv", "data/semua.json",
    ]  # fmt: skip
