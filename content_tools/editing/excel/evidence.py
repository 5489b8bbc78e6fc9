"""Evidence in a cell becomes sources: known ones, or new ones that the sheet of new sources describes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from content_tools.editing.canonical import in_order, plain
from content_tools.editing.creating import slug
from content_tools.editing.excel.book import Book, Given, Row
from content_tools.editing.excel.draft import Draft, Spot
from content_tools.editing.excel.fields import Refused
from content_tools.editing.excel.sheets import NEW_SOURCES
from content_tools.editing.excel.words import Words, folded
from content_tools.model.choices import DataStatus, PartRead, Reliability, SourceKind
from content_tools.model.plan import Plan
from content_tools.model.reference import Source

Tell = Callable[..., None]
"""`tell(kind, message, hint, sheet, cell, found)`"""

_WANTED = ("judul", "penerbit", "tanggal", "jenis")
"""Without these a reader cannot find a source again."""

LONGEST_ID = 48
"""Letters of the id of a new source."""

_GOVERNMENT = ".go.id"
"""Only governments in Indonesia may have such an address."""


def bare(address: str) -> str:
    """An address as it is compared: without its scheme, `www.` and the last stroke."""
    return re.sub(r"^https?://(www\.)?", "", address.strip(), flags=re.IGNORECASE).rstrip("/").casefold()


def reliability(kind: str, address: str | None) -> Reliability:
    """Who stands behind a source, as far as its kind and address show; official only at a government's address."""
    host = urlsplit(address).hostname if address else None
    if host and f".{host}".endswith(_GOVERNMENT):
        return Reliability.OFFICIAL
    return {SourceKind.NEWS.value: Reliability.MEDIA, SourceKind.STUDY.value: Reliability.ACADEMIC}.get(
        kind, Reliability.OTHER
    )


def _id(words: str) -> str:
    """An id of a source made of words, cut between two of them."""
    whole = slug(words)
    if len(whole) <= LONGEST_ID:
        return whole
    cut = whole[: LONGEST_ID + 1]
    return cut.rpartition("-")[0] or whole[:LONGEST_ID]


class Evidence:
    """The sources that cells may name."""

    def __init__(self, plan: Plan, words: Words, book: Book, on: date, draft: Draft, tell: Tell) -> None:
        self._plan, self._words, self._on, self._draft, self._tell = plan, words, on, draft, tell
        self._known: dict[str, str] = {}
        for source in plan.sources.values():
            for name in (source.id, source.url, source.archive):
                if name:
                    self._known.setdefault(bare(name), source.id)
        self._titled = {
            (folded(source.title), folded(source.publisher)): source.id for source in plan.sources.values()
        }
        self._new: dict[str, dict[str, Any]] = {}
        self._named: dict[str, str] = {}
        """What a cell may write, to the code of a row with a new source."""
        self._broken: set[str] = set()
        self.spots: dict[str, dict[str, Spot]] = {}
        """By the id of a new source and its key."""
        self.used: set[str] = set()
        self.table = NEW_SOURCES.name not in book.rows
        for row in book.rows.get(NEW_SOURCES.name, ()):
            self._read(row)

    def _read(self, row: Row) -> None:
        code, given = row.text("kode"), {}
        spots = {}
        filled = [column for column in NEW_SOURCES.columns if column.field and row.text(column.key)]
        if not filled:
            return
        failed = False
        for column in filled:
            spots[column.key] = (row.sheet, row.cell(column.key))
            assert column.field is not None
            try:
                given[column.key] = column.field.value(row.text(column.key), self._words)
            except Refused as wrong:
                failed = True
                self._tell(
                    wrong.kind, wrong.message, wrong.hint, *spots[column.key], row.text(column.key)
                )  # fmt: skip
        names = [folded(code), folded(row.text("judul"))] + ([bare(given["url"])] if "url" in given else [])
        missing = [key for key in _WANTED if not row.text(key)]
        for key in missing:
            title = NEW_SOURCES.column(key).title
            hint = "Isi agar pembaca dapat mencari sumbernya, atau kosongkan seluruh baris."
            self._tell("lembar-sumber", f"“{title}” sumber ini kosong", hint, row.sheet, row.cell(key))
        if failed or missing:
            self._broken.update(filter(None, names))
            return
        known = self._titled.get((folded(given["judul"]), folded(given["penerbit"])))
        known = self._known.get(bare(given["url"]), known) if "url" in given else known
        if known is not None:
            self._known.update(dict.fromkeys(filter(None, names), known))
            return
        written = self._record(given)
        self._new[code] = written
        self.spots[written["id"]] = spots
        self._named.update(dict.fromkeys(filter(None, names), code))

    def _record(self, given: dict[str, Any]) -> dict[str, Any]:
        example = self._plan.city.data_status is DataStatus.EXAMPLE
        name = _id(f"{given['penerbit']} {given['judul']}")
        taken = {*self._plan.sources, *(one["id"] for one in self._new.values())}
        taken |= {former for source in self._plan.sources.values() for former in source.former_ids}
        number = 2
        id = name
        while id in taken:
            id, number = f"{name}-{number}", number + 1
        written = given | {
            "id": id,
            "status_data": (DataStatus.EXAMPLE if example else DataStatus.PUBLIC).value,
            "diakses": self._on.isoformat(),
            "bagian_dibaca": PartRead.TITLE.value,
            "keandalan": reliability(given["jenis"], given.get("url")).value,
        }
        return in_order(Source, plain(Source.model_validate(written)))

    def ids(self, given: Given, sheet: str) -> list[str]:
        """The sources that a cell names, new ones taken into the draft; what cannot be found is told."""
        found: list[str] = []
        for piece in re.split(r"[|;\n]|\s+(?=https?://)|,\s*(?=https?://|B[0-9])", given.text):
            text = piece.strip()
            if not text:
                continue
            known = self._known.get(bare(text)) or self._known.get(folded(text))
            code = self._named.get(folded(text)) or self._named.get(bare(text))
            if known is not None:
                found.append(known)
            elif code is not None:
                written = self._new[code]
                self._draft.sources[written["id"]] = written
                self.used.add(code)
                found.append(written["id"])
            elif folded(text) not in self._broken and bare(text) not in self._broken:
                self._unknown(text, given, sheet)
        return list(dict.fromkeys(found))

    def _unknown(self, text: str, given: Given, sheet: str) -> None:
        code = re.fullmatch(r"B[0-9]+", text, re.IGNORECASE)
        what = f"baris {text} di lembar Sumber baru kosong" if code else f"bukti “{text[:60]}” belum tercatat"
        hint = (
            "Tabel CSV tidak dapat membawa sumber baru: pakai lembar .xlsx, atau catat dulu sumbernya."
            if self.table
            else "Isi judul, penerbit, tanggal, dan jenisnya di lembar Sumber baru, lalu tulis kodenya di sini, mis. B1."
        )
        self._tell("lembar-sumber", what, hint, sheet, given.cell, given.text)

    @property
    def unused(self) -> list[str]:
        """Codes of new sources that no cell names."""
        return [code for code in self._new if code not in self.used]
