"""How the workbook looks: few colours, each with one meaning, which the first sheet explains."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.header_footer import _HeaderFooterPart as HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from content_tools.editing.excel.fields import Shown
from content_tools.editing.excel.rows import printable
from content_tools.editing.excel.sheets import Column

WANTED, LOCKED, WRONG = "FFF2B3", "EDEFF2", "F8B4AB"
"""Expected and not found; not to be changed; to be repaired. What may be changed stays white."""

_INK, _HEAD, _LINE = "1F2933", "1F3A5F", "B8C1CC"
_FONT = "Calibri"

MONEY_FORMAT = "[$-421]#,##0"
"""Thousands as Indonesians write them."""
_ROOM = 1.15
"""Letters of a wrapped text need a little more than its column counts."""

TEXT_FORMAT = "@"
"""A cell that a spreadsheet leaves as typed: `2024-03` does not become a day, `-` no formula."""

_EDGE = Side(style="thin", color=_LINE)
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_PLAIN, _BOLD = Font(name=_FONT, size=11, color=_INK), Font(name=_FONT, size=11, color=_INK, bold=True)
_ON_HEAD = Font(name=_FONT, size=11, color="FFFFFF", bold=True)
_TITLE, _WARNING = Font(name=_FONT, size=16, color=_HEAD, bold=True), Font(name=_FONT, size=11, color="9C1C10", bold=True)  # fmt: skip


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of a sheet that has no merged cells; row and column from 1."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def fill(colour: str) -> PatternFill:
    """A cell filled with one colour."""
    return PatternFill("solid", start_color=colour, end_color=colour)


_FILLS = {colour: fill(colour) for colour in (WANTED, LOCKED, "FFFFFF", _HEAD)}


def write(cell: Cell, value: Shown) -> None:
    """Put a value in a cell so that it never runs: a text stays a text, also after it was edited."""
    cell.value = printable(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        if value[:1] in "=+-@\t":
            cell.quotePrefix = True


def head(sheet: Worksheet, columns: tuple[Column, ...], author: str) -> None:
    """The row of headings: notes on them, widths, everything below it moves alone."""
    for number, column in enumerate(columns, 1):
        cell = cell_at(sheet, 1, number)
        write(cell, column.title)
        cell.font, cell.fill, cell.border = _ON_HEAD, _FILLS[_HEAD], _BOX
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if column.note:
            lines = sum(1 + len(line) // 42 for line in column.note.split("\n"))
            cell.comment = Comment(column.note, author, height=26 + 18 * lines, width=300)
        size = sheet.column_dimensions[cell.column_letter]
        size.width, size.hidden = column.width, column.hidden
    sheet.row_dimensions[1].height = 34


def body(cell: Cell, column: Column, value: Shown, locked: bool, wanted: bool) -> None:
    """One cell below a heading."""
    money = column.field is not None and column.field.money
    # In a long text a number format would be in the way: old spreadsheets show ##### instead.
    form = "uang" if money else "teks" if not locked and column.width < 40 else "umum"
    cell.style = f"{form} {'terkunci' if locked else 'kosong' if wanted else 'terbuka'}"
    if value is not None:
        write(cell, value)


def prepare(book: Workbook) -> None:
    """Make the looks of cells known to a workbook, by name: far quicker than telling each cell."""
    formats = {"uang": MONEY_FORMAT, "teks": TEXT_FORMAT, "umum": "General"}
    for form, number_format in formats.items():
        for state, colour in (("terkunci", LOCKED), ("kosong", WANTED), ("terbuka", "FFFFFF")):
            look = NamedStyle(f"{form} {state}", _PLAIN, _FILLS[colour], _BOX, _WRAPPED, number_format)
            look.protection = Protection(locked=state == "terkunci")
            book.add_named_style(look)


def words(cell: Cell, text: str, kind: str = "") -> None:
    """Text of the first sheet; `kind` is empty, `title`, `warning` or `bold`."""
    write(cell, text)
    cell.font = {"title": _TITLE, "warning": _WARNING, "bold": _BOLD}.get(kind, _PLAIN)
    cell.alignment = _WRAPPED


def height(sheet: Worksheet, row: int, texts: Iterable[tuple[Shown, int]], line: float = 15) -> None:
    """Make a row high enough for its texts, each with the width of its column in letters."""
    lines = 1
    for value, width in texts:
        letters = (len(part) for part in str(value if value is not None else "").split("\n"))
        lines = max(lines, sum(1 + int(count * _ROOM) // width for count in letters))
    sheet.row_dimensions[row].height = line * lines + 3


def finish(sheet: Worksheet, frozen: str, pages_wide: int = 1) -> None:
    """Protected without a password, headings always in view, printed with the headings on every page."""
    sheet.freeze_panes = frozen
    sheet.sheet_view.zoomScale = 90
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages_wide, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    if pages_wide > 1:
        sheet.print_title_cols = "A:B"
    sheet.oddFooter = HeaderFooterItem(left=HeaderFooterPart("&A"), right=HeaderFooterPart("&P / &N"))
    sheet.page_margins.left = sheet.page_margins.right = 0.4


def swatch(cell: Cell, colour: str) -> None:
    """A small square that shows a colour."""
    cell.fill, cell.border = fill(colour), _BOX
