"""A returned workbook read: every cell as text, typed cells as people see them, formulas told and never run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from content_tools.editing.excel import cover
from content_tools.editing.excel.book import (
    LISTED,
    MAX_COLUMNS,
    MAX_LETTERS,
    MAX_ROWS,
    Book,
    Given,
    Row,
    given,
)
from content_tools.editing.excel.fields import Refused
from content_tools.editing.excel.package import check
from content_tools.editing.excel.rows import tidy
from content_tools.editing.excel.sheets import SHEETS, Sheet
from content_tools.editing.excel.workbook import BASE, FACTS, FORM, LISTS

_OURS = "Pakai lembar yang dikirim pengelola situs; salin isian Anda ke sana."


def read_workbook(name: str, data: bytes) -> Book:
    """A file of a workbook as a book; what is wrong with the file as a whole stands in its problems."""
    book = Book(name)
    try:
        check(data)
        _read(book, data)
    except Refused as refused:
        book.tell(refused.kind, refused.message, refused.hint)
    except Exception:
        # A file from outside can be broken in more ways than a library names.
        book.tell("lembar-jenis", "berkas ini tidak dapat dibaca sebagai buku kerja", _OURS)
    return book


def _read(book: Book, data: bytes) -> None:
    opened = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    _facts(book, opened)
    for form in () if book.problems else SHEETS:
        if form.name in opened.sheetnames:
            book.rows[form.name] = list(_rows(book, form, _grid(opened[form.name])))
        else:
            book.tell("lembar-kolom", f"lembar “{form.name}” tidak ada", _OURS)
    known = {*(form.name for form in SHEETS), cover.NAME, BASE, LISTS, LISTED}
    book.unread += [f"lembar “{name}”" for name in opened.sheetnames if name not in known]


def _grid(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet as far as there are any, whatever the file says of its size. Raises Refused."""
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number <= MAX_ROWS:
            yield cells[:MAX_COLUMNS]
        elif any(cell.value is not None for cell in cells):
            hint = "Hapus baris yang bukan isian."
            raise Refused("lembar-besar", f"lembar “{sheet.title}” lebih dari {MAX_ROWS} baris", hint)


def _facts(book: Book, opened: Workbook) -> None:
    """Whose workbook it is and what its rows held at export. Raises Refused."""
    if BASE not in opened.sheetnames:
        raise Refused("lembar-lain", "keterangan tersembunyi lembar ini hilang", _OURS)
    rows = [([_text(cell) for cell in row] + [""] * 4)[:4] for row in _grid(opened[BASE])]
    facts = {row[0]: row[1] for row in rows[: len(FACTS)]}
    if facts.get("bentuk") != FORM or not facts.get("instansi"):
        raise Refused("lembar-lain", "lembar ini bukan buatan perintah export yang sekarang", _OURS)
    book.agency, book.city = facts["instansi"], facts.get("kota", "")
    book.made = date.fromisoformat(facts.get("dibuat", ""))
    book.base = {}
    for sheet, key, column, text in rows[len(FACTS) :]:
        book.base.setdefault((sheet, key), {})[column] = text


def _rows(book: Book, form: Sheet, grid: Iterator[tuple[Any, ...]]) -> Iterator[Row]:
    titles = {column.title: column.key for column in form.columns}
    places: dict[str, int] = {}
    for index, cell in enumerate(next(grid, ())):
        title = " ".join(_text(cell).split())
        if title in titles and titles[title] not in places:
            places[titles[title]] = index
        elif title:
            book.unread.append(f"kolom “{title}” di lembar {form.name}")
    for column in form.columns:
        if column.key not in places:
            hint = "Kembalikan judul kolomnya, atau salin isian ke lembar asli."
            book.tell("lembar-kolom", f"kolom “{column.title}” tidak ada", hint, form.name)
    for number, row in enumerate(grid, 2):
        cells = {
            key: _given(row[index], f"{get_column_letter(index + 1)}{number}")
            if index < len(row)
            else Given(cell=f"{get_column_letter(index + 1)}{number}")
            for key, index in places.items()
        }
        if any(one.text or one.wrong for one in cells.values()):
            yield Row(form.name, number, cells)


def _given(cell: Any, place: str) -> Given:
    """A cell as text; a formula or an error of the spreadsheet is told instead."""
    if cell.data_type == "f":
        return Given(str(getattr(cell.value, "text", None) or cell.value), place, "rumus")
    if cell.data_type == "e":
        return Given(str(cell.value), place, "galat Excel")
    text = _text(cell)
    if len(text) > MAX_LETTERS:
        return Given(text[:60], place, "teks terlalu panjang")
    return given(text, place)


def _text(cell: Any) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case datetime() | date():
            return _when(value, cell.number_format)
        case float():
            return f"{value:.0f}" if value.is_integer() else f"{value:.10f}".rstrip("0").replace(".", ",")
    return tidy(str(value))


def _when(value: date, number_format: str) -> str:
    """A date as exact as it is shown: a spreadsheet makes the first of a month out of a month."""
    shown = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", number_format).lower()
    iso = value.strftime("%Y-%m-%d")
    if "d" in shown:
        return iso
    return iso[:7] if "m" in shown else iso[:4]
