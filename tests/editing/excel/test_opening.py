"""A returned file is read with care: typed cells as people see them, nothing run, nothing harmful opened."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from content_tools.editing.excel.opening import read_workbook
from content_tools.editing.excel.package import MAX_UNPACKED_BYTES
from tests.editing.excel.workshop import AGENCY, cell, opened, saved, sent, taken, told, words

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def kinds(data: bytes, name: str = "a.xlsx") -> list[tuple[str, str]]:
    """Kind and message of every problem of a file."""
    return [(one.problem.rule, one.problem.message) for one in read_workbook(name, data).problems]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (datetime(2026, 3, 1), "mmm\\-yy", "2026-03"),
        (datetime(2026, 3, 28), "d mmmm yyyy", "2026-03-28"),
        (date(2026, 3, 28), '[$-421]dd" "mmmm" "yyyy', "2026-03-28"),
        (datetime(2026, 1, 1), "yyyy", "2026"),
        (2600000000.0, "General", "2600000000"),
        (45.5, "General", "45,5"),
        (2026, "@", "2026"),
        (True, "General", "ya"),
        ("  Balai\xa0kota  \r\nlantai 2 ", "@", "Balai kota\nlantai 2"),
    ],
)
def test_a_typed_cell_is_read_as_people_see_it(value: Any, number_format: str, text: str) -> None:
    book = opened(sent())
    place = cell(book, "Program Anda", "antrean-daring", "Lokasi")
    place.value, place.number_format = value, number_format
    rows = read_workbook("a.xlsx", saved(book)).rows["Program Anda"]
    assert next(row for row in rows if row.text("id") == "antrean-daring").text("lokasi") == text


def test_a_formula_and_an_error_are_refused_and_never_computed() -> None:
    book = opened(sent())
    cell(book, "Program Anda", "antrean-daring", "Lokasi").value = '="Balai "&"kota"'
    cell(book, "Program Anda", "antrean-daring", "Bukti (tautan/nomor dokumen)").value = "#REF!"
    money = book["Anggaran"]["F2"]
    money.value = "=F3*2"
    outcome, desk = taken(read_workbook("a.xlsx", saved(book)))
    assert told(outcome) == [
        ("lembar-rumus", "Program Anda", "J3"),
        ("lembar-rumus", "Program Anda", "O3"),
        ("lembar-rumus", "Anggaran", "F2"),
    ]
    assert "Tempel Khusus, pilih Nilai" in words(outcome)
    assert desk.texts == {}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (OLD, "ini berkas Excel lama (.xls)"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "berkas ini dikunci dengan kata sandi"),
        (b"nama;status\r\n", "berkas ini bukan buku kerja Excel, atau rusak"),
        (b"", "berkas ini bukan buku kerja Excel, atau rusak"),
        (sent()[:9000], "berkas ini bukan buku kerja Excel, atau rusak"),
        (bytes(5 * 1024 * 1024 + 1), "berkas ini lebih dari 5 MiB"),
    ],
    ids=["xls", "kata-sandi", "csv", "kosong", "terpotong", "besar"],
)
def test_a_file_that_is_no_workbook_is_refused_with_a_repair(data: bytes, message: str) -> None:
    assert [found for _, found in kinds(data)] == [message]


def packed(**parts: bytes) -> bytes:
    """The workbook with other parts in its package."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sent())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        names = {name.replace("__", "/").replace("_DOT_", "."): data for name, data in parts.items()}
        for name in [*(one for one in old.namelist() if one not in names), *names]:
            new.writestr(name, names[name] if name in names else old.read(name))
    return file.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {"xl__media__image1_DOT_png": bytes(MAX_UNPACKED_BYTES)},
            "isi berkas ini terlalu besar saat dibuka",
        ),
        ({"xl__vbaProject_DOT_bin": b"x"}, "berkas ini berisi makro"),
        ({"xl__sharedStrings_DOT_xml": BOMB}, "berkas ini tidak disimpan oleh Excel atau LibreOffice"),
        (
            {"xl__sharedStrings_DOT_xml": BOMB.decode().encode("utf-16")},
            "berkas ini tidak disimpan oleh Excel atau LibreOffice",
        ),
        ({"xl__styles_DOT_xml": b"<a"}, "berkas ini tidak dapat dibaca sebagai buku kerja"),
    ],
    ids=["bom-zip", "makro", "entitas", "entitas-utf16", "rusak"],
)
def test_a_workbook_that_could_do_harm_is_not_opened(parts: dict[str, bytes], message: str) -> None:
    assert [found for _, found in kinds(packed(**parts))] == [message]


def test_a_cell_in_the_last_row_costs_nothing_and_is_told() -> None:
    book = opened(sent())
    book["Program Anda"].cell(1_048_576, 16_384).value = "x"
    assert kinds(saved(book)) == [("lembar-besar", "lembar “Program Anda” lebih dari 2000 baris")]


def test_a_sheet_or_heading_that_is_gone_is_named() -> None:
    book = opened(sent())
    book["Anggaran"]["C1"].value = "Thn"
    del book["Pertanyaan"]
    assert kinds(saved(book)) == [
        ("lembar-kolom", "kolom “Tahun” tidak ada"),
        ("lembar-kolom", "lembar “Pertanyaan” tidak ada"),
    ]


def test_a_workbook_without_its_hidden_sheet_is_not_ours() -> None:
    book = opened(sent())
    del book["Ekspor"]
    assert kinds(saved(book)) == [("lembar-lain", "keterangan tersembunyi lembar ini hilang")]


def test_moved_columns_and_sorted_rows_are_found_by_their_headings_and_ids() -> None:
    book = opened(sent())
    page = book["Program Anda"]
    rows = [[one.value for one in row] for row in page.iter_rows(max_row=10)]
    for number, row in enumerate([rows[0], *reversed(rows[1:])], 1):
        for column, value in enumerate([row[0], *reversed(row[1:])], 1):
            page.cell(number, column).value = value
    outcome, desk = taken(read_workbook("a.xlsx", saved(book)))
    assert (outcome.problems, desk.texts) == ((), {})


def test_what_was_added_beside_the_sheets_is_named_as_unread() -> None:
    book = opened(sent())
    book["Program Anda"]["S1"].value = "Catatan kami"
    book.create_sheet("Lampiran")
    outcome, _ = taken(read_workbook("a.xlsx", saved(book)))
    assert outcome.notes == (
        "Tidak dibaca karena bukan bagian lembar ini: kolom “Catatan kami” di lembar Program Anda dan lembar “Lampiran”.",
    )


def test_the_file_says_whose_it_is_and_when_it_was_made() -> None:
    book = read_workbook("a.xlsx", sent())
    assert (book.agency, book.city, book.made) == (AGENCY, "99.01", date(2026, 11, 24))
