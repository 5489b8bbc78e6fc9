"""What an agency changed in a row: its cells beside those at export and those of today. Nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Mapping

from content_tools.editing.excel.book import Book, Given, Row
from content_tools.editing.excel.evidence import Tell
from content_tools.editing.excel.rows import Line
from content_tools.editing.excel.sheets import Column, Sheet
from content_tools.editing.excel.words import Words


def edits(form: Sheet, row: Row, line: Line, book: Book, words: Words, tell: Tell) -> dict[str, Given]:
    """The changed cells of a row by the key of their column. Locked cells and cells changed by others are told."""
    base = book.base.get((form.name, line.key), {}) if book.base is not None else None
    same_version = book.versions.get((form.name, line.key)) == line.version
    found: dict[str, Given] = {}
    for column in form.columns[1:]:
        given = row.cells.get(column.key)
        if given is None or not sound(given, form.name, tell):
            continue
        now, then = line.text(column.key), _then(column, line, base, same_version)
        if same(column, given.text, now, words) or (
            then is not None and same(column, given.text, then, words)
        ):
            continue
        if column.locked or column.only_new:
            hint = f"Kembalikan ke “{now}”." if now else "Kosongkan lagi."
            tell("lembar-terkunci", f"“{column.title}” tidak dapat diubah di sini", hint, form.name, given.cell, given.text)  # fmt: skip
        elif then is None or not same(column, then, now, words):
            tell(
                "lembar-berubah",
                _conflict(column, then, now, given),
                _SOLVE,
                form.name,
                given.cell,
                given.text,
            )
        else:
            found[column.key] = given
    return found


_SOLVE = "Tulis isi yang sekarang bila itu benar. Bila isian Anda yang benar, minta lembar baru."


def _then(column: Column, line: Line, base: Mapping[str, str] | None, same_version: bool) -> str | None:
    """What the cell held at export; None when nobody knows."""
    if base is not None:
        return base.get(column.key, "")
    if column.field is None and not column.locked:
        return ""
    return line.text(column.key) if same_version else None


def _conflict(column: Column, then: str | None, now: str, given: Given) -> str:
    before = "" if then is None else f"saat lembar dibuat {_said(then)}, "
    return (
        f"“{column.title}” diubah orang lain sementara itu: {before}sekarang {_said(now)}, "
        f"isian Anda {_said(given.text)}"
    )


def _said(text: str) -> str:
    return f"“{text}”" if text else "kosong"


def same(column: Column, text: str, other: str, words: Words) -> bool:
    """Whether two texts of a column say the same."""
    return column.field.same(text, other, words) if column.field else text == other


def sound(given: Given, sheet: str, tell: Tell) -> bool:
    """Whether a cell holds something that can be read; says so when it does not."""
    if not given.wrong:
        return True
    hint = "Tulis hasilnya: salin selnya, lalu Tempel Khusus, pilih Nilai."
    if given.wrong == "teks terlalu panjang":
        tell("lembar-besar", "teks di sel ini terlalu panjang", "Pendekkan.", sheet, given.cell, given.text)
    else:
        tell("lembar-rumus", f"sel ini berisi {given.wrong}", hint, sheet, given.cell, given.text)
    return False
