"""An agency's workbook: what is to be read, its rows, what may be chosen, and what the rows held at export."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from content_tools.editing.excel import cover, looks
from content_tools.editing.excel.rows import Line, rows_of
from content_tools.editing.excel.sheets import PROGRAMS, SHEETS, Column, Sheet
from content_tools.editing.excel.words import Words
from content_tools.model.plan import Plan

LISTS, BASE = "Daftar", "Ekspor"
"""The hidden sheets: what may be chosen, and what stood in the rows at export."""

FORM = "1"
"""The form of the workbook; another one is not read."""

FACTS = ("bentuk", "kota", "instansi", "versi", "dibuat")
"""The first rows of the hidden sheet `BASE`: a word and its value; below them sheet, row, column, text."""


def version_of(rows: Mapping[str, list[Line]]) -> str:
    """One word for everything the sheets show."""
    words = "".join(line.version for lines in rows.values() for line in lines)
    return f"v{hashlib.sha256(words.encode()).hexdigest()[:10]}"


def workbook_bytes(plan: Plan, agency: str, on: date, words: Words) -> bytes:
    """The workbook of one agency as a file, made on a day."""
    rows = rows_of(plan, agency, words)
    version = version_of(rows)
    book = Workbook()
    looks.prepare(book)
    _cover(book.worksheets[0], plan, agency, on, rows, version)
    lists = _Lists(plan, words, rows)
    for sheet in SHEETS:
        _sheet(book.create_sheet(sheet.name), sheet, rows[sheet.name], lists, plan.site.name)
    lists.write(book.create_sheet(LISTS))
    facts = dict(zip(FACTS, (FORM, plan.city.code, agency, version, on.isoformat()), strict=True))
    _base(book.create_sheet(BASE), facts, rows)
    book.properties.creator = plan.site.name
    book.properties.title = f"{plan.agencies[agency].name}: {plan.site.name}"
    book.properties.created = datetime.combine(on, time())
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


class _Lists:
    """What may be chosen, each list in one column of the hidden sheet."""

    _shared = MappingProxyType({"wilayah": "Wilayah", "instansi": "Instansi"})
    """Lists from which one name can be picked, and several typed."""

    def __init__(self, plan: Plan, words: Words, rows: Mapping[str, list[Line]]) -> None:
        self._words = words
        self._lists: dict[str, list[str]] = {
            "Program": [words.label("program", line.key) for line in rows[PROGRAMS.name]],
            "Wilayah": list(words.labels("wilayah").values()),
            "Instansi": [words.label("instansi", one.id) for one in plan.agencies.values() if one.has_page],
        }

    def of(self, column: Column) -> tuple[str, bool] | None:
        """Where the list of a column stands, and whether only its words may be typed; None when it has none."""
        if column.allowed:
            return f'"{",".join(column.allowed)}"', False
        if column.key == "program":
            return self._place("Program"), False
        field = column.field
        if field is None:
            return None
        if field.collection is not None and field.collection in self._shared:
            return self._place(self._shared[field.collection]), False
        if field.choices:
            self._lists.setdefault(column.title, [choice.label for choice in field.choices])
        elif field.collection:
            self._lists.setdefault(column.title, list(self._words.labels(field.collection).values()))
        else:
            return None
        return self._place(column.title), not field.many

    def _place(self, title: str) -> str:
        letter = get_column_letter(list(self._lists).index(title) + 1)
        return f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${len(self._lists[title]) + 1}"

    def write(self, sheet: Worksheet) -> None:
        """The hidden sheet itself."""
        for number, (title, items) in enumerate(self._lists.items(), 1):
            for row, text in enumerate((title, *items), 1):
                looks.write(looks.cell_at(sheet, row, number), text)
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True


def _sheet(sheet: Worksheet, form: Sheet, lines: list[Line], lists: _Lists, author: str) -> None:
    looks.head(sheet, form.columns, author)
    prepared = {line.key for line in lines if form.spare and not line.program}
    spare = form.spare if not prepared else 0
    last = 1 + len(lines) + spare
    for number, column in enumerate(form.columns, 1):
        for row, line in enumerate([*lines, *[None] * spare], 2):
            existing = line is not None and line.key not in prepared
            locked = column.locked or (column.only_new and existing)
            value = line.cells.get(column.key) if line else None
            wanted = line is not None and column.key in line.missing
            looks.body(looks.cell_at(sheet, row, number), column, value, locked, wanted)
        place = None if column.locked else lists.of(column)
        if place is not None and last > 1:
            letter = get_column_letter(number)
            _choose(sheet, f"{letter}2:{letter}{last}", *place)
    for row, line in enumerate(lines, 2):
        shown = ((line.cells.get(column.key), column.width) for column in form.columns if not column.hidden)
        looks.height(sheet, row, shown)
    width = sum(column.width for column in form.columns if not column.hidden)
    looks.finish(sheet, "C2", 1 + width // 230)


def _choose(sheet: Worksheet, cells: str, allowed: str, strict: bool) -> None:
    choose = DataValidation("list", formula1=allowed, allow_blank=True, showErrorMessage=strict)
    choose.errorTitle, choose.error = "Tidak ada dalam daftar", "Pilih salah satu dari daftar."
    sheet.add_data_validation(choose)
    choose.add(cells)


def _cover(
    sheet: Worksheet, plan: Plan, agency: str, on: date, rows: Mapping[str, list[Line]], version: str
) -> None:
    sheet.title = cover.NAME
    lines: list[tuple[str, str, str]] = [("", f"Lembar isian {plan.agencies[agency].name}", "title")]
    if cover.example(plan):
        lines.append(("", cover.EXAMPLE, "warning"))
    count = len(rows[PROGRAMS.name])
    lines += [(str(n), text, "") for n, text in enumerate(cover.sentences(plan, agency, count), 1)]
    lines += [("", cover.NEVER, "warning"), ("", cover.standing(plan), ""), ("", "Arti warna", "bold")]
    colours = len(lines)
    lines += [("", "boleh diubah", ""), ("", "belum ditemukan; isi bila Anda tahu", ""), ("", "terkunci", ""), ("", "perlu diperbaiki; hanya ada bila lembar dikembalikan", "")]  # fmt: skip
    lines.append(("", "Lembar-lembarnya", "bold"))
    lines += [("", f"{name}: {text}", "") for name, text in cover.SHEET_WORDS]
    lines.append(("", "Keterangan berkas", "bold"))
    lines += [("", f"{name}: {text}", "") for name, text in cover.details(plan, agency, on, version)]
    for row, (mark, text, kind) in enumerate(lines, 1):
        looks.words(looks.cell_at(sheet, row, 1), mark, "bold")
        looks.words(looks.cell_at(sheet, row, 2), text, kind)
        looks.height(sheet, row, [(text, 118)], 24 if kind == "title" else 15)
    for row, colour in enumerate(("FFFFFF", looks.WANTED, looks.LOCKED, looks.WRONG), colours + 1):
        looks.swatch(looks.cell_at(sheet, row, 1), colour)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 6, 100
    looks.finish(sheet, "A1")
    sheet.print_title_rows = None
    sheet.page_setup.fitToHeight = 1


def _base(sheet: Worksheet, facts: Mapping[str, str], rows: Mapping[str, list[Line]]) -> None:
    _fill(sheet, [*facts.items()])
    _fill(
        sheet,
        (
            (form.name, line.key, key, line.text(key))
            for form in SHEETS
            for line in rows[form.name]
            for key in line.cells
            if line.program
        ),
        len(facts) + 1,
    )
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _fill(sheet: Worksheet, table: Iterable[tuple[str, ...]], start: int = 1) -> None:
    for row, texts in enumerate(table, start):
        for number, text in enumerate(texts, 1):
            looks.write(looks.cell_at(sheet, row, number), text)
