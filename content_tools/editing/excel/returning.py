"""A workbook sent back to its agency: wrong cells red with what to do, and one sheet that lists them all."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from content_tools.editing.excel import cover, looks
from content_tools.editing.excel.book import LISTED, MAX_COLUMNS, MAX_ROWS, Told
from content_tools.editing.excel.fields import Refused
from content_tools.editing.excel.package import check

_AUTHOR = "Pemeriksaan"


def returned(data: bytes, problems: Sequence[Told]) -> bytes:
    """The workbook with its problems marked. Raises Refused for one that cannot be opened."""
    check(data)
    try:
        book = load_workbook(io.BytesIO(data), keep_links=False)
    except Exception:
        # A file from outside can be broken in more ways than a library names.
        raise Refused("lembar-jenis", "berkas ini tidak dapat dibaca", "Kirim lembar baru.") from None
    _unmark(book)
    notes: dict[tuple[str, str], list[str]] = {}
    for one in problems:
        if one.sheet in book.sheetnames and one.cell:
            notes.setdefault((one.sheet, one.cell), []).append(
                f"{one.problem.message}. {one.problem.hint}".strip()
            )
    for (sheet, place), texts in notes.items():
        cell = book[sheet][place]
        cell.fill = looks.fill(looks.WRONG)
        cell.comment = Comment("\n".join(texts), _AUTHOR, height=120, width=300)
    _list(book, problems)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _unmark(book: Workbook) -> None:
    """Take the marks of an earlier return away."""
    if LISTED in book.sheetnames:
        del book[LISTED]
    for sheet in book.worksheets:
        if sheet.title == cover.NAME:
            continue
        # Never as far as the file says: one filled cell in the last row would stand for millions.
        rows, columns = min(sheet.max_row, MAX_ROWS), min(sheet.max_column, MAX_COLUMNS)
        for row in sheet.iter_rows(max_row=rows, max_col=columns):
            for cell in row:
                if cell.fill.fill_type == "solid" and str(cell.fill.start_color.rgb).endswith(looks.WRONG):
                    cell.fill = PatternFill()
                if cell.comment is not None and cell.comment.author == _AUTHOR:
                    cell.comment = None


def _list(book: Workbook, problems: Sequence[Told]) -> None:
    sheet = book.create_sheet(LISTED, 0)
    widths = (20, 8, 60, 60)
    for number, (title, width) in enumerate(
        zip(("Lembar", "Sel", "Masalah", "Perbaikan"), widths, strict=True), 1
    ):
        looks.words(looks.cell_at(sheet, 1, number), title, "bold")
        sheet.column_dimensions["ABCD"[number - 1]].width = width
    for row, one in enumerate(problems, 2):
        texts = (one.sheet, one.cell, one.problem.message, one.problem.hint)
        for number, text in enumerate(texts, 1):
            looks.words(looks.cell_at(sheet, row, number), text)
        looks.height(sheet, row, zip(texts, widths, strict=True))
        if one.sheet in book.sheetnames and one.cell:
            place = looks.cell_at(sheet, row, 2)
            place.hyperlink = Hyperlink(ref=place.coordinate, location=f"'{one.sheet}'!{one.cell}")
            looks.words(place, one.cell)
    looks.finish(sheet, "A2")
    book.active = 0
