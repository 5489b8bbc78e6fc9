"""One import on its way: what all its sheets share."""

from __future__ import annotations

from typing import Any

from content_tools.editing.excel.book import Book, Given, Row
from content_tools.editing.excel.draft import Draft
from content_tools.editing.excel.evidence import Evidence, Tell
from content_tools.editing.excel.fields import Field, Refused
from content_tools.editing.excel.sheets import EVIDENCE, Sheet
from content_tools.editing.excel.words import Words
from content_tools.model.plan import Plan
from content_tools.model.writing import listed


class Taking:
    """One import on its way: the plan, what came back, what comes of it."""

    def __init__(
        self, plan: Plan, words: Words, book: Book, draft: Draft, evidence: Evidence, tell: Tell
    ) -> None:
        self.plan, self.words, self.book = plan, words, book
        self.draft, self.evidence, self.tell = draft, evidence, tell
        self.new: dict[str, str] = {}
        """Folded name of a new program to its id."""
        self.notes: list[str] = []
        """What the operator should know, though nothing is wrong."""
        self.open: list[str] = []
        """What a person must follow up: answers that no key of a record holds."""

    def value(self, field: Field, given: Given, sheet: str) -> Any:
        """What a filled cell holds; None when that is told."""
        try:
            return field.value(given.text, self.words)
        except Refused as wrong:
            self.tell(wrong.kind, wrong.message, wrong.hint, sheet, given.cell, given.text)
            return None

    def proof(self, row: Row, changed: list[str], needed: bool) -> list[str]:
        """The sources a row names; told when there must be some and none is named."""
        given = row.cells.get(EVIDENCE)
        if given is not None and given.text and not given.wrong:
            return self.evidence.ids(given, row.sheet)
        if needed:
            what = f"{listed(changed)} diubah tanpa bukti" if changed else "program baru tanpa bukti"
            hint = "Isi kolom Bukti: tautan sumber yang tercatat, atau kode dari lembar Sumber baru."
            self.tell("lembar-bukti", what, hint, row.sheet, row.cell(EVIDENCE))
        return []

    def sole(self, row: Row, form: Sheet, seen: dict[str, Row]) -> bool:
        """Whether no row above has the same key; says so when one has."""
        key = row.text(form.key)
        first = seen.setdefault(key, row)
        if first is row:
            return True
        hint = (
            f"Biarkan satu baris saja; yang pertama di baris {first.number}. Program baru: kosongkan id-nya."
        )
        self.tell("lembar-ganda", f"“{key}” ada di dua baris", hint, form.name, row.cell(form.key), key)
        return False

    def sent(self, form: Sheet, key: str) -> bool:
        """Whether a row with this key was in the workbook when it was sent; a table does not say."""
        return self.book.base is None or (form.name, key) in self.book.base

    def overtaken(self, row: Row, form: Sheet) -> None:
        """Tell of a row that was sent and is no longer the agency's, when the agency changed it."""
        base = (self.book.base or {}).get((form.name, row.text(form.key)), {})
        changed = [column for column in form.columns if row.text(column.key) != base.get(column.key, "")]
        if changed:
            hint = "Minta lembar baru, lalu isi lagi."
            message = "baris ini dipindah, dihapus, atau diubah orang lain sementara itu"
            self.tell("lembar-berubah", message, hint, form.name, row.cell(changed[0].key))

    def stranger(self, row: Row, form: Sheet) -> None:
        """Tell of a row whose key was not in the workbook when it was sent."""
        key = row.text(form.key)
        name = key.split(" / ")[0]
        if name in self.plan.programs:
            hint = "Hapus baris ini; setiap instansi hanya mengisi programnya sendiri."
            message = f"“{name}” tidak termasuk program instansi lembar ini"
            self.tell("lembar-instansi", message, hint, form.name, row.cell(form.key), key)
        else:
            hint = "Kembalikan id yang semula. Untuk program baru, kosongkan id-nya."
            self.tell("lembar-id", f"id “{key}” tidak dikenal", hint, form.name, row.cell(form.key), key)
