"""The same rows as CSV, as a spreadsheet in Indonesia saves it: semicolons, UTF-8 with its mark, CRLF."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from content_tools.editing.excel.book import MAX_FILE_BYTES, MAX_LETTERS, MAX_ROWS, Book, Given, Row, given
from content_tools.editing.excel.rows import Line, tidy
from content_tools.editing.excel.sheets import MONEY, PROGRAMS, Sheet
from content_tools.insight.open_data.formulas import guarded, unguarded
from content_tools.model.when import MONTHS, SHORT_MONTHS
from content_tools.model.writing import rupiah

TABLES = (PROGRAMS, MONEY)
"""Sheets that are also written as tables."""

_AGENCY, _VERSION = "Instansi", "Versi"


def table_bytes(sheet: Sheet, lines: list[Line], agency: str) -> bytes:
    """One sheet as CSV: whose rows they are first, what they hold, their version last; then rows for what is new."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([_AGENCY, *(column.title for column in sheet.columns), _VERSION])
    for line in lines:
        rows.writerow(
            [agency, *(_written(sheet, line, column.key) for column in sheet.columns), line.version]
        )
    rows.writerows([[agency] + [""] * (len(sheet.columns) + 1)] * sheet.spare)
    return text.getvalue().encode("utf-8-sig")


def _written(sheet: Sheet, line: Line, key: str) -> str:
    value = line.cells.get(key)
    field = sheet.column(key).field
    if field is not None and field.money and isinstance(value, int):
        # Twelve digits alone would come back as 1,23E+11.
        return rupiah(value)
    return guarded("" if value is None else str(value))


def read_table(name: str, data: bytes) -> Book:
    """A CSV file as a book; semicolons, commas or tabs, UTF-8 or the code page of Windows."""
    book = Book(name)
    if len(data) > MAX_FILE_BYTES or b"\x00" in data:
        hint = "Simpan ulang sebagai CSV (dipisah titik koma), tanpa lembar lain."
        book.tell("lembar-jenis", "berkas ini bukan tabel CSV", hint)
        return book
    text = _decoded(data)
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=first.count))
    try:
        table = [row for _, row in zip(range(MAX_ROWS + 1), rows, strict=False)]
    except csv.Error:
        book.tell("lembar-jenis", "susunan CSV ini rusak", "Simpan ulang dari Excel sebagai CSV.")
        return book
    titles = [" ".join(title.split()) for title in table[0]] if table else []
    form = max(TABLES, key=lambda sheet: sum(column.title in titles for column in sheet.columns))
    missing = [
        title
        for title in (_AGENCY, *(column.title for column in form.columns), _VERSION)
        if title not in titles
    ]
    if missing:
        book.tell("lembar-kolom", f"kolom “{missing[0]}” tidak ada", "Kembalikan judul kolomnya.", form.name)
        return book
    book.rows[form.name] = []
    for number, row in enumerate(table[1:], 2):
        _row(book, form, number, dict(zip(titles, row, strict=False)), titles)
    return book


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _row(book: Book, form: Sheet, number: int, cells: Mapping[str, str], titles: list[str]) -> None:
    agency = cells.get(_AGENCY, "").strip()
    found = {
        column.key: _cell(column.key, form, cells.get(column.title, ""), f"{_letter(titles.index(column.title))}{number}")
        for column in form.columns
    }  # fmt: skip
    book.agency = book.agency or agency
    if not any(one.text or one.wrong for one in found.values()):
        return
    if agency not in ("", book.agency):
        hint = "Satu berkas untuk satu instansi; kembalikan isi kolomnya."
        book.tell("lembar-instansi", f"baris ini milik instansi “{agency}”", hint, form.name, f"A{number}")
        return
    key = found[form.key].text
    if key:
        book.versions[form.name, key] = cells.get(_VERSION, "").strip()
    book.rows[form.name].append(Row(form.name, number, found))


def _cell(key: str, form: Sheet, text: str, place: str) -> Given:
    if len(text) > MAX_LETTERS:
        return Given(text[:60], place, "teks terlalu panjang")
    if text.startswith("="):
        return Given(text[:60], place, "rumus")
    text = unguarded(text)
    field = form.column(key).field
    return given(_month(tidy(text)) if field is not None and field.moment else text, place)


_SHORT = {month.lower(): number for number, month in enumerate(SHORT_MONTHS, 1)} | {
    "may": 5, "aug": 8, "agt": 8, "agust": 8, "oct": 10, "dec": 12, "peb": 2, "nop": 11,
}  # fmt: skip


def _month(text: str) -> str:
    """`Mar-24`, which a spreadsheet makes of `Maret 2024` when it saves a table."""
    match = re.fullmatch(r"([A-Za-z]{3,5})[-. ]([0-9]{2})", text)
    number = _SHORT.get(match[1].lower()) if match else None
    return f"{MONTHS[number - 1]} 20{match[2]}" if match and number else text


def _letter(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else f"A{chr(ord('A') + index - 26)}"
