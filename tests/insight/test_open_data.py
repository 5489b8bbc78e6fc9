"""The plan as tables: which rows, which columns, what each row rests on, and what must never be in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from content_tools.insight.facts import Facts
from content_tools.insight.open_data.columns import Cell, plain
from content_tools.insight.open_data.tables import Table, open_data
from content_tools.model.city import CityFact
from content_tools.model.plan import Plan
from content_tools.model.reference import Withheld
from tests.insight.cities import by_id, example, indicator, metro, plan_of, program
from tests.site.built_page import records

TODAY = date(2026, 11, 24)

NAMES = [
    "program", "langkah", "anggaran", "angka-program", "indikator", "fakta-kota", "instansi", "wilayah", "masterplan",
    "kerangka", "dokumen", "target-dokumen", "dasar-hukum", "riwayat", "sumber", "istilah", "belum-ditemukan",
]  # fmt: skip

SHARED = [
    "halaman", "ditarik", "status_data", "kekuatan_sumber", "data_per", "penerbit", "sumber", "alamat_sumber",
]  # fmt: skip

FIGURES = ("langkah", "anggaran", "angka-program", "indikator", "fakta-kota", "target-dokumen")
"""Tables whose every row states something that needs a source."""


def tables_of(plan: Plan, data_day: date | None = None) -> dict[str, Table]:
    return {table.name: table for table in open_data(Facts(plan, TODAY, data_day))}


def rows(table: Table) -> list[dict[str, Cell]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def only(plan: Plan, name: str, data_day: date | None = None) -> dict[str, Cell]:
    """The one row of a table."""
    (row,) = rows(tables_of(plan, data_day)[name])
    return row


def money(amount: int = 1000) -> dict[str, Any]:
    return {
        "tahun": 2025, "jumlah": amount, "jenis_angka": "pagu_apbd", "sumber_dana": "apbd_kota", "sumber": ["apbd-2025"],
    }  # fmt: skip


# Which rows


@pytest.mark.parametrize("city", ["metro", "contoh"])
def test_every_record_and_part_in_the_data_folder_is_a_row(city: str) -> None:
    tables = tables_of(metro() if city == "metro" else example())
    site = Path(city)
    programs, indicators = records(site, "program"), records(site, "indikator")
    counted = {
        "program": len(programs),
        "langkah": sum(len(record.get("tonggak", [])) for record in programs),
        "anggaran": sum(len(record.get("anggaran", [])) for record in programs),
        "angka-program": sum(len(record.get("angka", [])) for record in programs),
        "indikator": sum(len(record["nilai"]) for record in indicators),
        "fakta-kota": len(records(site, "kota")[0].get("fakta", [])),
        "instansi": len(records(site, "instansi")),
        "wilayah": len(records(site, "wilayah")),
        "masterplan": 1,
        "kerangka": sum(len(frame["butir"]) for frame in records(site, "kerangka")),
        "dokumen": len(records(site, "dokumen")),
        "target-dokumen": sum(len(record.get("target", [])) for record in records(site, "dokumen")),
        "dasar-hukum": len(records(site, "regulasi")),
        "riwayat": len(records(site, "riwayat")),
        "sumber": len(records(site, "sumber")),
        "istilah": len(records(site, "istilah")),
        "belum-ditemukan": len(records(site, "belum_ditemukan")),
    }
    assert {name: len(table.rows) for name, table in tables.items()} == counted
    assert city == "metro" or counted["program"] == 60


def test_the_tables_come_in_their_order() -> None:
    assert list(tables_of(example())) == NAMES


def test_a_withdrawn_program_stays_and_is_marked_with_all_its_rows() -> None:
    gone = program(
        "lama",
        dipensiunkan={"tanggal": "2026-05-01", "alasan": "Digabung."},
        anggaran=[money()],
    )
    tables = tables_of(plan_of(gone, program("baru")))
    told = [(row["id"], row["ditarik"], row["dipensiunkan_alasan"]) for row in rows(tables["program"])]
    assert told == [("lama", "2026-05-01", "Digabung."), ("baru", None, None)]
    assert [row["ditarik"] for row in rows(tables["anggaran"])] == ["2026-05-01"]


def test_what_is_held_back_stands_in_no_table() -> None:
    held = {
        id: Withheld.model_validate(
            {"id": id, "status_data": "contoh", "label": "Angka", "alasan": "lama", "penjelasan": "Lama."}
        )
        for id in ("ditahan-nilai", "ditahan-angka", "luas-kota")
    }
    figure = {"id": "ditahan-angka", "teks": "9187 orang", "nilai": "9187", "sumber": ["apbd-2025"]}
    told = {"teks": "12 orang", "nilai": "12", "sumber": ["apbd-2025"]}
    plan = plan_of(
        program(angka=[figure, told]),
        indicators=by_id(
            indicator([{"id": "ditahan-nilai", "angka": "9186"}, {"id": "boleh", "angka": "7"}])
        ),
        withheld=by_id(*held.values()),
    )
    tables = tables_of(plan)
    assert [row["nilai"] for row in rows(tables["angka-program"])] == [Decimal(12)]
    assert [row["angka"] for row in rows(tables["indikator"])] == [Decimal(7)]
    assert "luas-kota" in {fact.id for fact in plan.city.facts}
    assert "luas-kota" not in {row["id"] for row in rows(tables["fakta-kota"])}
    cells = {cell for table in tables.values() for row in table.rows for cell in row}
    assert cells & {Decimal(9187), Decimal(9186), Decimal("84.6"), "9187 orang"} == set()


def test_no_held_back_id_of_either_city_is_exported() -> None:
    for plan in (metro(), example()):
        exported = {row.get("id") for table in tables_of(plan).values() for row in rows(table)}
        assert plan.withheld.keys()
        assert exported & plan.withheld.keys() == set()


# What a row rests on


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("city", ["metro", "contoh"])
def test_every_figure_names_its_sources_and_their_publishers(city: str, name: str) -> None:
    plan = metro() if city == "metro" else example()
    found = rows(tables_of(plan)[name])
    assert found
    for row in found:
        ids = str(row["sumber"]).split(" | ")
        assert [id for id in ids if id not in plan.sources] == []
        publishers = {plan.sources[id].publisher for id in ids}
        assert set(str(row["penerbit"]).split(" | ")) == publishers
        addresses = {plan.sources[id].url for id in ids} - {None}
        assert set(str(row["alamat_sumber"] or "").split(" | ")) - {""} == addresses


def test_a_part_names_its_own_source_and_inherits_origin_and_strength() -> None:
    one = program(kekuatan_sumber="kuat", sumber=["daftar-jdih"], anggaran=[money()])
    tables = tables_of(plan_of(one))
    (own,), (part,) = rows(tables["program"]), rows(tables["anggaran"])
    assert (own["sumber"], part["sumber"]) == ("daftar-jdih", "apbd-2025")
    assert part["alamat_sumber"] == "https://contoh.example/sumber/apbd-2025"
    assert part["penerbit"] == "Badan Keuangan Kota Rekamaya (contoh)"
    assert (part["status_data"], part["kekuatan_sumber"]) == ("contoh", "kuat")
    assert part["halaman"] == "program/contoh/"


def test_a_value_with_a_strength_of_its_own_keeps_it() -> None:
    measured = indicator([{"angka": "1", "kekuatan_sumber": "lemah"}, {"angka": "2"}], kekuatan_sumber="kuat")
    found = rows(tables_of(plan_of(program(), indicators=by_id(measured)))["indikator"])
    assert [row["kekuatan_sumber"] for row in found] == ["lemah", "kuat"]


def test_a_publisher_of_two_sources_is_named_once() -> None:
    row = only(plan_of(program(sumber=["apbd-2025", "apbd-2024"])), "program")
    assert row["sumber"] == "apbd-2025 | apbd-2024"
    assert row["penerbit"] == "Badan Keuangan Kota Rekamaya (contoh)"


def test_a_source_is_its_own_source() -> None:
    row = next(row for row in rows(tables_of(example())["sumber"]) if row["id"] == "apbd-2025")
    assert row["sumber"] == "apbd-2025"
    assert row["alamat_sumber"] == "https://contoh.example/sumber/apbd-2025"


def test_every_row_of_an_invented_city_says_so_even_where_a_record_does_not() -> None:
    tables = tables_of(
        replace(example(), programs=by_id(program(status_data="ditetapkan", anggaran=[money()])))
    )
    assert {row["status_data"] for table in tables.values() for row in rows(table)} == {"contoh"}
    assert all(table.rows for name, table in tables.items() if name in ("program", "anggaran", "indikator"))


def test_no_row_of_a_real_city_is_invented() -> None:
    found = {row["status_data"] for table in tables_of(metro()).values() for row in rows(table)}
    assert found == {"sumber_publik", "rancangan", "ditetapkan"} & found
    assert "sumber_publik" in found


def test_the_day_of_the_data_stands_in_every_row_and_nothing_when_nobody_knows_it() -> None:
    known = tables_of(example(), date(2026, 3, 7))
    assert {row["data_per"] for table in known.values() for row in rows(table)} == {"2026-03-07"}
    unknown = tables_of(example())
    assert {row["data_per"] for table in unknown.values() for row in rows(table)} == {None}


# What stands in a cell


def test_what_is_missing_is_empty_and_never_zero_or_a_dash() -> None:
    row = only(plan_of(program("tipis")), "program")
    assert {key: cell for key, cell in row.items() if cell is not None} == {
        "id": "tipis", "nama": "Program tipis", "status": "berjalan", "status_hari_ini": "tidak_diketahui",
        "status_hari_ini_kata": "Belum ada kabar", "dimensi": "tata-kelola", "nama_dimensi": "Tata kelola birokrasi",
        "topik": "surat-izin", "nama_topik": example().topics["surat-izin"].name, "dalam_masterplan": "tidak",
        "pengelompokan": "penyusun", "pemrakarsa": "pemerintah", "cakupan": "seluruh_kota",
        "halaman": "program/tipis/", "status_data": "contoh",
    }  # fmt: skip


def test_a_zero_that_a_source_gives_stays_a_zero() -> None:
    figure = {"teks": "0 kasus", "nilai": "0", "sumber": ["apbd-2025"]}
    assert only(plan_of(program(angka=[figure])), "angka-program")["nilai"] == Decimal(0)
    assert only(plan_of(program(anggaran=[money(0)])), "anggaran")["jumlah"] == 0


def test_numbers_are_as_exact_as_their_source() -> None:
    measured = indicator([{"angka": "77,10"}, {"rentang": {"dari": "400", "batas": "sekitar"}}])
    first, second = rows(tables_of(plan_of(program(), indicators=by_id(measured)))["indikator"])
    assert str(first["angka"]) == "77.10"
    assert (second["angka"], second["rentang_dari"], second["rentang_sampai"]) == (None, Decimal(400), None)
    assert second["rentang_batas"] == "sekitar"


def test_dates_are_as_exact_as_they_are_known() -> None:
    row = only(
        plan_of(program(jadwal={"mulai": "2024", "selesai": "Maret 2025"}, kabar_terakhir="2026-03-28")),
        "program",
    )
    assert (row["jadwal_mulai"], row["jadwal_selesai"], row["kabar_terakhir"]) == (
        "2024",
        "2025-03",
        "2026-03-28",
    )


def test_a_program_carries_its_status_of_the_day_beside_the_one_of_its_source() -> None:
    row = only(plan_of(program(kabar_terakhir="2024-10")), "program")
    assert row["status"] == "berjalan"
    assert row["status_hari_ini"] == "tidak_diketahui"
    assert row["status_hari_ini_kata"] == "Belum ada kabar sejak Okt 2024"


def test_ids_have_their_names_beside_them() -> None:
    row = only(
        plan_of(program(penanggung_jawab="dinas-kominfo", wilayah=["alunpayung", "hulu-reka"])), "program"
    )
    assert row["nama_penanggung_jawab"] == "Dinas Komunikasi dan Statistik"
    assert (row["wilayah"], row["nama_wilayah"]) == (
        "alunpayung | hulu-reka",
        "Kelurahan Alunpayung | Kecamatan Hulu Reka",
    )


def test_an_official_quick_win_has_its_columns() -> None:
    won = {"resmi": "ya", "dasar": "masterplan-buku-2", "mulai": "2025", "hasil_dijanjikan": "Antrean habis."}
    row = only(plan_of(program(quick_win=won)), "program")
    assert row["quick_win_resmi"] is True
    assert (row["quick_win_dasar"], row["quick_win_mulai"], row["quick_win_selesai"]) == (
        "masterplan-buku-2",
        "2025",
        None,
    )
    assert row["quick_win_hasil_dijanjikan"] == "Antrean habis."


def test_who_was_judged_a_quick_win_is_told_only_where_somebody_judged() -> None:
    judged = {row["id"]: row["calon_quick_win"] for row in rows(tables_of(metro())["program"])}
    somebody = records(Path("metro"), "masterplan")[0].get("calon_quick_win")
    chosen = somebody["program"] if somebody else []
    assert {id for id, answer in judged.items() if answer is True} == set(chosen)
    assert {answer for id, answer in judged.items() if id not in chosen} == {False if somebody else None}
    assert {row["calon_quick_win"] for row in rows(tables_of(example())["program"])} == {None}


def test_why_something_is_not_there_is_told() -> None:
    row = only(
        plan_of(
            program(
                belum_ada=[
                    {"hal": "angka", "alasan": "belum_diukur"},
                    {"hal": "jadwal", "alasan": "belum_ditemukan"},
                ]
            )
        ),
        "program",
    )
    assert row["belum_ada"] == "angka: belum_diukur | jadwal: belum_ditemukan"


def test_former_names_say_until_when() -> None:
    row = next(row for row in rows(tables_of(example())["instansi"]) if row["id"] == "dinas-kominfo")
    assert (
        row["nama_lama"]
        == "Kantor Pengolahan Data dan Humas (2019) | Dinas Komunikasi dan Informatika (2024-12-31)"
    )


def test_no_table_can_hold_what_is_no_plain_value() -> None:
    with pytest.raises(TypeError, match="no cell for"):
        plain({"a": 1})


# Columns


def test_every_table_ends_with_what_its_rows_rest_on_and_no_key_stands_twice() -> None:
    for table in tables_of(example()).values():
        keys = [column.key for column in table.columns]
        assert keys[-8:] == SHARED, table.name
        assert len(set(keys)) == len(keys), table.name
        assert all(column.title for column in table.columns), table.name
        assert table.meaning.endswith("."), table.name


def test_a_column_is_explained_in_the_words_of_its_model() -> None:
    tables = tables_of(example())
    money_columns = {column.key: column for column in tables["anggaran"].columns}
    assert (money_columns["jumlah"].title, money_columns["jumlah"].help) == (
        "Jumlah (Rp)",
        "Rupiah penuh, bilangan bulat, tidak negatif.",
    )
    assert [choice.value for choice in money_columns["jenis_angka"].choices] == [
        "perkiraan", "pagu_indikatif", "pagu_apbd", "pagu_perubahan", "nilai_kontrak", "realisasi", "tidak_dirinci",
    ]  # fmt: skip
    of_program = {column.key: column for column in tables["program"].columns}
    assert of_program["jadwal_selesai"].title == "Jadwal: selesai"
    assert of_program["pemrakarsa"].choices[0].label == "Pemerintah"
    assert of_program["nama"].choices == ()


def test_a_fact_of_the_city_keeps_words_and_numbers_apart() -> None:
    fact = CityFact.model_validate(
        {"id": "hari-jadi", "label": "Hari jadi", "teks": "9 Juni", "sumber": ["daftar-jdih"]}
    )
    plan = replace(example(), city=example().city.model_copy(update={"facts": (fact,)}))
    row = only(plan, "fakta-kota")
    assert (row["teks"], row["angka"], row["sumber"]) == ("9 Juni", None, "daftar-jdih")
