"""A filled-in workbook or table as it came back, whatever it was stored as: cells as text, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from content_tools.editing.excel.rows import tidy
from content_tools.model.problem import Problem

MAX_FILE_BYTES = 5 * 1024 * 1024
"""A workbook as we make it has some 40 kB."""

MAX_ROWS = 2000
"""Rows of one sheet that are read; a city has some hundred programs."""

MAX_COLUMNS = 60
"""Columns of one sheet that are read."""

MAX_LETTERS = 5000
"""Letters of one cell."""

LISTED = "Perlu diperbaiki"
"""The sheet that lists the problems of a workbook sent back to its agency."""


@dataclass(frozen=True, slots=True)
class Given:
    """One cell as it came back."""

    text: str = ""
    cell: str = ""
    """`F7`."""
    wrong: str = ""
    """What no cell may hold, when it does: a formula, an error of the spreadsheet."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by the key of their column. Columns that are not there are left out."""

    sheet: str
    number: int
    cells: Mapping[str, Given]

    def text(self, key: str) -> str:
        """The text of a cell; empty when there is none."""
        given = self.cells.get(key)
        return given.text if given else ""

    def cell(self, key: str) -> str:
        """The place of a cell; that of the row's first cell when the column is not there."""
        given = self.cells.get(key)
        return given.cell if given else next((one.cell for one in self.cells.values()), f"A{self.number}")


@dataclass(frozen=True, slots=True)
class Told:
    """A problem of a returned file, with its sheet and cell; both empty for the file as a whole."""

    sheet: str
    cell: str
    problem: Problem


@dataclass
class Book:
    """Everything that came back."""

    name: str
    """The file's name."""
    agency: str = ""
    city: str = ""
    made: date | None = None
    """The day it was exported; None for a table, which does not say."""
    rows: dict[str, list[Row]] = field(default_factory=dict)
    """By the name of the sheet."""
    base: dict[tuple[str, str], dict[str, str]] | None = None
    """What each exported row held, by sheet and row key; None for a table."""
    versions: dict[tuple[str, str], str] = field(default_factory=dict)
    """For a table: the version of each row when it was exported."""
    problems: list[Told] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Sheets and columns that are not ours, in words: nothing in them is taken in."""

    def tell(
        self, kind: str, message: str, hint: str, sheet: str = "", cell: str = "", found: str = ""
    ) -> None:
        """Note a problem of the file."""
        self.problems.append(told(self.name, kind, message, hint, sheet, cell, found))


def told(
    file: str, kind: str, message: str, hint: str, sheet: str = "", cell: str = "", found: str = ""
) -> Told:
    """A problem at a sheet and cell of a returned file; `kind` is the id of its kind."""
    return Told(sheet, cell, Problem(place(file, sheet, cell), message, hint, found=found[:80], rule=kind))


def place(file: str, sheet: str, cell: str) -> str:
    """`dinkes.xlsx, lembar “Program Anda”, sel F7`."""
    return ", ".join(
        part for part in (file, f"lembar “{sheet}”" if sheet else "", f"sel {cell}" if cell else "") if part
    )


def given(text: str, cell: str) -> Given:
    """A cell with a text."""
    return Given(tidy(text), cell)
