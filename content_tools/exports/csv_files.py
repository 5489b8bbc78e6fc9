"""A table as a CSV file that opens in an Indonesian spreadsheet and runs nothing there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from content_tools.insight.open_data.columns import Cell
from content_tools.insight.open_data.formulas import guarded

_BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that the text is UTF-8."""


def cell_text(cell: Cell) -> str:
    """A cell as written: decimal comma and no thousands, `ya` or `tidak`, nothing for nothing.

    A text that a spreadsheet would run gets an apostrophe before it; a number is ours and stays a number.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, int | Decimal):
        return f"{cell:f}".replace(".", ",") if isinstance(cell, Decimal) else str(cell)
    return guarded(cell)


def csv_bytes(keys: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The file: byte order mark, semicolons, CRLF at the end of each row; line breaks in a text stay in quotes."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(keys)
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")
