"""CSV files as a spreadsheet in Indonesia reads them, and as Python's own reader does."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from content_tools.exports.csv_files import cell_text, csv_bytes
from content_tools.exports.data_files import data_files
from content_tools.insight.facts import Facts
from content_tools.pages.press import Press
from content_tools.reading.plan import read_plan
from tests.conftest import ROOT
from tests.insight.cities import example, plan_of, program

TODAY = date(2026, 11, 24)
PROGRAMS = sorted(path.stem for path in (ROOT / "data" / "program").glob("*.yml"))
"""The ids of the real city's programs: the names of their files."""


def read_back(content: bytes) -> list[list[str]]:
    """The file as any CSV reader sees it; the byte order mark is no part of the first heading."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def files_of_metro() -> dict[str, bytes]:
    plan, problems = read_plan(ROOT / "data")
    assert plan is not None, problems
    return dict(data_files(Press(Facts(plan, TODAY, TODAY))))


def test_the_file_is_written_byte_for_byte_as_excel_expects() -> None:
    content = csv_bytes(["nama", "nilai"], [["Kantor β", Decimal("-1.5")], [None, 2600000000]])
    assert content == b"\xef\xbb\xbfnama;nilai\r\nKantor \xce\xb2;-1,5\r\n;2600000000\r\n"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Decimal("77.10"), "77,10"),
        (Decimal("0"), "0"),
        (Decimal("-1.79"), "-1,79"),
        (Decimal("1E+3"), "1000"),
        (-4, "-4"),
        (2026, "2026"),
        (True, "ya"),
        (False, "tidak"),
        (None, ""),
        ("18.72", "18.72"),
        ("2024-03", "2024-03"),
    ],
)
def test_a_cell_is_written_the_indonesian_way(cell: str | int | Decimal | bool | None, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+62 811", "-1,79 persen", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠a",
        '=HYPERLINK("http://contoh.example";"klik")',
    ],
)  # fmt: skip
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert cell_text(text) == "'" + text
    assert read_back(csv_bytes(["a", "b"], [["aman", text]]))[1] == ["aman", "'" + text]


@pytest.mark.parametrize("text", ["1=1", "a+b", "tanda - di tengah", "surel@contoh.example", "−1,79", "'=1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert cell_text(text) == text


def test_semicolons_quotes_and_line_breaks_come_back_as_they_were() -> None:
    texts = ['satu; "dua", tiga', "baris satu\nbaris dua", 'kutip " di tengah;\r\nlalu baris', "koma, saja"]
    content = csv_bytes(["a", "b", "c", "d"], [texts, ["", None, "x", '""']])
    assert read_back(content) == [["a", "b", "c", "d"], texts, ["", "", "x", '""']]


def test_no_text_begins_a_cell_or_a_row_of_its_own() -> None:
    content = csv_bytes(["a", "b"], [['aman";=1+1;"', "aman\r\n=1+1;x"]])
    assert [len(row) for row in read_back(content)] == [2, 2]


def test_every_program_of_metro_is_one_row_with_its_source() -> None:
    heading, *rows = read_back(files_of_metro()["data/program.csv"])
    assert {len(row) for row in rows} == {len(heading)}
    named = [dict(zip(heading, row, strict=True)) for row in rows]
    assert sorted(row["id"] for row in named) == PROGRAMS
    assert [row["id"] for row in named if not row["sumber"] or not row["penerbit"]] == []
    assert {row["data_per"] for row in named} == {"2026-11-24"}
    assert [row["id"] for row in named if row["halaman"] != f"program/{row['id']}/"] == []


def test_a_program_has_its_name_and_its_money_as_whole_numbers_with_their_kind() -> None:
    files = dict(data_files(Press(Facts(example(), TODAY))))
    heading, *rows = read_back(files["data/program.csv"])
    (bus,) = [dict(zip(heading, row, strict=True)) for row in rows if row[0] == "bus-kota-reka"]
    assert (bus["nama"], bus["halaman"]) == ("Bus Kota Reka", "program/bus-kota-reka/")
    heading, *rows = read_back(files["data/anggaran.csv"])
    money = [dict(zip(heading, row, strict=True)) for row in rows if row[0] == "bus-kota-reka"]
    assert len(money) == 9
    assert [(row["tahun"], row["jumlah"], row["jenis_angka"]) for row in money[:2]] == [
        ("2025", "5200000000", "pagu_apbd"), ("2025", "5600000000", "pagu_perubahan"),
    ]  # fmt: skip


def test_no_file_holds_a_cell_that_would_run() -> None:
    for files in (files_of_metro(), dict(data_files(Press(Facts(example(), TODAY))))):
        cells = [
            cell
            for name, content in files.items()
            if name.endswith(".csv")
            for row in read_back(content)
            for cell in row
        ]
        assert len(cells) > 10_000
        numbers = [cell for cell in cells if cell.startswith("-")]
        assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
        assert [cell for cell in numbers if not cell[1:].replace(",", "", 1).isdigit()] == []


def test_a_hostile_name_is_only_a_text_in_its_file() -> None:
    plan = plan_of(program("a", nama='=cmd|"/c calc"!A1', singkatan="+1;2"))
    content = dict(data_files(Press(Facts(plan, TODAY))))["data/program/a.csv"]
    heading, row = read_back(content)
    named = dict(zip(heading, row, strict=True))
    assert (named["nama"], named["singkatan"]) == ('\'=cmd|"/c calc"!A1', "'+1;2")


def test_each_program_has_its_own_row_as_a_file() -> None:
    files = files_of_metro()
    whole = read_back(files["data/program.csv"])
    own = {name: read_back(content) for name, content in files.items() if name.startswith("data/program/")}
    assert set(own) == {f"data/program/{id}.csv" for id in PROGRAMS}
    at = whole[0].index("id")
    assert own == {f"data/program/{row[at]}.csv": [whole[0], row] for row in whole[1:]}
