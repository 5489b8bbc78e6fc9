"""The same rows as CSV: as a spreadsheet in Indonesia, or anywhere, saves them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from content_tools.editing.excel.rows import rows_of
from content_tools.editing.excel.tables import TABLES, read_table, table_bytes
from content_tools.editing.excel.words import Words
from tests.editing.excel.workshop import AGENCY, KNOWN, changed, desk_of, taken, told, words

FILE = "data/program/antrean-daring.yml"


def table(number: int = 0) -> bytes:
    """The table of programs, or of money."""
    plan = desk_of().plan
    return table_bytes(TABLES[number], rows_of(plan, AGENCY, Words(plan))[TABLES[number].name], AGENCY)


def rewritten(edit: Callable[[list[list[str]]], object], number: int = 0, delimiter: str = ";") -> str:
    """The table with some cells typed over, as a spreadsheet saves it."""
    rows = list(csv.reader(io.StringIO(table(number).decode("utf-8-sig"), newline=""), delimiter=";"))
    edit(rows)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def typed(key: str, title: str, text: str) -> Callable[[list[list[str]]], object]:
    """Type a text into the row with this key, below this heading."""

    def edit(rows: list[list[str]]) -> None:
        row = next(row for row in rows if row[1] == key)
        row[rows[0].index(title)] = text

    return edit


def test_a_table_is_what_a_spreadsheet_in_indonesia_opens() -> None:
    data = table(1)
    assert data.startswith(b"\xef\xbb\xbfInstansi;Baris;Program;Tahun;Jenis angka;")
    first = data.decode("utf-8-sig").split("\r\n")[1]
    assert first.startswith(
        "dinas-pelayanan;antrean-daring / 2024 / pagu_apbd / apbd_kota;Antrean Daring Puskesmas dan Kelurahan;2024;"
        "Pagu APBD;APBD Kota;Rp310.000.000;"
    )


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_is_read_however_it_was_saved(delimiter: str, encoding: str) -> None:
    text = rewritten(
        typed("antrean-daring", "Ringkasan", "Antre\r\ndari “rumah”; cepat, mudah."), 0, delimiter
    )
    outcome, desk = taken(read_table("a.csv", text.encode(encoding)))
    assert words(outcome) == ""
    assert changed(desk)[FILE][1][0] == 'ringkasan: "Antre\\ndari “rumah”; cepat, mudah."'


def test_dates_and_money_that_a_spreadsheet_rewrote_have_not_changed() -> None:
    text = rewritten(typed("akta-di-tempat-bersalin", "Jadwal: mulai", "Apr-25"))
    text = text.replace("28 September 2026", "28/09/2026")
    outcome, desk = taken(read_table("a.csv", text.encode()))
    assert (words(outcome), desk.texts) == ("", {})
    money = rewritten(lambda rows: None, 1).replace("Rp310.000.000", "310000000").replace("Rp288", "Rp 288")
    outcome, desk = taken(read_table("a.csv", money.encode()))
    assert (words(outcome), desk.texts) == ("", {})


def test_an_amount_that_a_spreadsheet_rounded_is_refused() -> None:
    key = "antrean-daring / 2024 / pagu_apbd / apbd_kota"
    text = rewritten(typed(key, "Jumlah (Rp)", "3,1E+08"), 1)
    outcome, _ = taken(read_table("a.csv", text.encode()))
    assert ("bukan-rupiah", "Anggaran", "G2") in told(outcome)


def test_a_changed_amount_and_a_new_row_of_a_table_are_taken_in() -> None:
    def edit(rows: list[list[str]]) -> None:
        typed("antrean-daring / 2026 / pagu_apbd / apbd_kota", "Jumlah (Rp)", "Rp300.000.000")(rows)
        typed("antrean-daring / 2026 / pagu_apbd / apbd_kota", "Bukti (tautan/nomor dokumen)", KNOWN)(rows)
        empty = next(row for row in rows if not row[1])
        empty[2:8] = [
            "Surat Kelurahan dari Rumah",
            "2028",
            "Perkiraan kebutuhan",
            "Hibah",
            "1.000.000.000",
            KNOWN,
        ]

    outcome, _ = taken(read_table("a.csv", rewritten(edit, 1).encode()))
    assert words(outcome) == ""
    assert outcome.after is not None
    assert outcome.after.programs["antrean-daring"].budgets[-1].amount == 300_000_000
    assert outcome.after.programs["surat-kelurahan"].budgets[-1].amount == 1_000_000_000


def test_a_row_that_changed_since_the_table_was_made_is_not_overwritten() -> None:
    def edit(rows: list[list[str]]) -> None:
        typed("antrean-daring", "Versi", "v0000000000")(rows)
        typed("antrean-daring", "Lokasi", "Puskesmas")(rows)

    outcome, desk = taken(read_table("a.csv", rewritten(edit).encode()))
    assert told(outcome) == [("lembar-berubah", "Program Anda", "K3")]
    assert desk.texts == {}


def test_a_table_cannot_bring_new_sources_or_formulas_or_other_agencies() -> None:
    def edit(rows: list[list[str]]) -> None:
        typed("antrean-daring", "Bukti (tautan/nomor dokumen)", "https://contoh.example/baru")(rows)
        typed("galeri-usaha", "Lokasi", "=1+1")(rows)
        typed("surat-kelurahan", "Instansi", "dinas-kesra")(rows)

    outcome, desk = taken(read_table("a.csv", rewritten(edit).encode()))
    assert told(outcome) == [
        ("lembar-sumber", "Program Anda", "P3"),
        ("lembar-rumus", "Program Anda", "K4"),
        ("lembar-instansi", "Program Anda", "A10"),
    ]
    assert desk.texts == {}
    assert "Tabel CSV tidak dapat membawa sumber baru" in words(outcome)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "lembar-kolom"),
        (b"a;b\r\n1;2\r\n", "lembar-kolom"),
        ("Instansi".encode("utf-16"), "lembar-jenis"),
        (bytes(10), "lembar-jenis"),
        (b'"' + b"a" * 200_000, "lembar-jenis"),
    ],
    ids=["kosong", "lain", "utf-16", "biner", "kutip"],
)
def test_what_is_no_table_of_ours_is_refused(data: bytes, kind: str) -> None:
    assert [one.problem.rule for one in read_table("a.csv", data).problems] == [kind]
