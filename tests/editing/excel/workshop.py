"""An agency's desk in the invented city: the workbook it gets, and what it writes there."""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from content_tools.editing.desk import Desk
from content_tools.editing.excel.book import Book, Given, Row
from content_tools.editing.excel.importing import Outcome, take_in
from content_tools.editing.excel.opening import read_workbook
from content_tools.editing.excel.sheets import SHEETS, Sheet
from content_tools.editing.excel.words import Words
from content_tools.editing.excel.workbook import workbook_bytes
from content_tools.reading.project import Project
from tests.conftest import EXAMPLE

DAY = date(2026, 11, 24)
AGENCY = "dinas-pelayanan"
OTHER = "dinas-kesra"

KNOWN = "https://contoh.example/sumber/salinan-perwal-12-2024"
"""The address of a source that stands in the records, dated 18 March 2024."""


@cache
def _opened(root: Path) -> Desk:
    return Desk(Project.at(root))


def desk_of(root: Path = EXAMPLE) -> Desk:
    """A desk with nothing on it; the project is read and checked once."""
    desk = copy.copy(_opened(root))
    desk._before, desk._texts = {}, {}
    return desk


@cache
def sent(agency: str = AGENCY, root: Path = EXAMPLE) -> bytes:
    """The workbook an agency gets."""
    plan = desk_of(root).plan
    return workbook_bytes(plan, agency, DAY, Words(plan))


@cache
def _book(agency: str) -> Book:
    return read_workbook(f"{agency}.xlsx", sent(agency))


def book_of(agency: str = AGENCY) -> Book:
    """The workbook as it comes back untouched."""
    return copy.deepcopy(_book(agency))


def sheet(name: str) -> Sheet:
    """The form of a sheet."""
    return next(form for form in SHEETS if form.name == name)


def fill(book: Book, name: str, key: str, cells: Mapping[str, str]) -> None:
    """Type texts into the row with this key; each goes to the column with its key."""
    form = sheet(name)
    at = next(number for number, row in enumerate(book.rows[name]) if row.text(form.key) == key)
    row = book.rows[name][at]
    typed = {column: replace(row.cells[column], text=text) for column, text in cells.items()}
    book.rows[name][at] = replace(row, cells={**row.cells, **typed})


def add(book: Book, name: str, cells: Mapping[str, str]) -> None:
    """Type texts into the first empty row."""
    form = sheet(name)
    number = 2 + len(book.rows[name])
    written = {
        column.key: Given(cells.get(column.key, ""), f"{get_column_letter(place)}{number}")
        for place, column in enumerate(form.columns, 1)
    }
    book.rows[name].append(Row(name, number, written))


def told(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Kind, sheet and cell of every problem."""
    return [(one.problem.rule, one.sheet, one.cell) for one in outcome.problems]


def words(outcome: Outcome) -> str:
    """Every problem with its repair, on one line each."""
    return "\n".join(
        f"{one.problem.place}: {one.problem.message}. {one.problem.hint}" for one in outcome.problems
    )


def changed(desk: Desk) -> dict[str, tuple[list[str], list[str]]]:
    """Each file on the desk: the lines that would go and those that would come."""
    found = {}
    for file, text in desk.texts.items():
        path = desk.project.root / file
        before = path.read_text("utf-8").splitlines() if path.exists() else []
        after = (text or "").splitlines()
        found[file] = (
            [line for line in before if line not in after],
            [line for line in after if line not in before],
        )
    return found


def taken(book: Book, desk: Desk | None = None) -> tuple[Outcome, Desk]:
    """What comes of a returned workbook, and the desk it was laid on."""
    desk = desk or desk_of()
    return take_in(desk, book, DAY), desk


def opened(data: bytes) -> Workbook:
    """A workbook in openpyxl's hands."""
    return load_workbook(io.BytesIO(data))


def saved(workbook: Workbook) -> bytes:
    """A workbook as a file."""
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def cell(workbook: Workbook, name: str, key: str, title: str) -> Any:
    """The cell in the row with this key, below this heading."""
    page = workbook[name]
    row = next(number for number in range(2, page.max_row + 1) if page.cell(number, 1).value == key)
    column = next(head.column for head in page[1] if head.value == title)
    return page.cell(row, column)
