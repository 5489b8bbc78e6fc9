"""The page that lists everything with a page or an entry, from A to Z, under the form that searches it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from content_tools.insight.addresses import path_of
from content_tools.model.base import Record
from content_tools.model.city import Agency, Place
from content_tools.model.program import Program
from content_tools.model.reference import Document, Regulation, Term
from content_tools.pages.page import Page, is_english
from content_tools.pages.press import Press
from content_tools.pages.program_lists import Facet, Option, program_facets
from content_tools.reading.front_matter import split_page

LISTED = ("programs", "places", "agencies", "indicators", "documents", "regulations", "terms")
"""Collections of `Plan` whose records are listed."""

OF_RECORDS = frozenset((
    "program", "kelurahan", "kecamatan", "desa", "lembar", "instansi", "indikator", "dokumen", "dimensi", "topik",
    "pesan", "perubahan-bulan",
))  # fmt: skip
"""Kinds of generated pages that a record or an item of a frame is listed for, or that hang on a listed page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what people call a thing, what it is in words, where it stands."""

    name: str
    kind: str
    path: str
    short: str | None = None
    """The abbreviation, when there is one."""
    alias: bool = False
    """Whether the line only leads from the abbreviation to the name."""
    lang: str | None = None
    """The language of the name, when it is not the site's."""

    @property
    def order(self) -> tuple[str, str]:
        """What the line is sorted by: its first words, without accents and signs before them."""
        words = self.short if self.alias and self.short else self.name
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
        return plain.lstrip("\"'(“ "), self.kind

    @property
    def letter(self) -> str:
        """The letter it stands under; `0–9` for figures and signs."""
        first = self.order[0][:1].upper()
        return first if first.isalpha() else "0–9"


def _kind(press: Press, record: Record) -> str:
    """What a record is, in a reader's words."""
    match record:
        case Program():
            return "program, catatannya ditarik" if record.retired else "program"
        case Place():
            parent = press.plan.places.get(record.parent or "")
            return f"{record.kind.label.lower()}{f' di {parent.full_name}' if parent else ''}"
        case Agency():
            return "instansi"
        case Document():
            return "dokumen rencana"
        case Regulation():
            return f"dasar hukum: {record.about}"
        case Term():
            return "istilah"
    return "angka kota"


def _short(record: Record) -> str | None:
    """The abbreviation people may look for; None when it is the name or says no more."""
    match record:
        case Agency():
            return record.abbreviation if record.has_short_name else None
        case Document():
            short: str | None = record.short_name
        case Program() | Term():
            short = record.abbreviation
        case _:
            return None
    return short if short and short != getattr(record, "name", None) else None


def _of_records(press: Press) -> Iterator[Entry]:
    for collection in LISTED:
        for record in getattr(press.plan, collection).values():
            path = path_of(record)
            if path is not None:
                yield Entry(record.name, _kind(press, record), path, _short(record))


def _of_frames(press: Press) -> Iterator[Entry]:
    for item in press.plan.dimensions.values():
        kind = f"dimensi: {item.gloss}" if item.gloss else "dimensi"
        yield Entry(item.name, kind, f"dimensi/{item.code}/", lang="en" if item.is_english else None)
    for item in press.plan.topics.values():
        yield Entry(item.name, "topik", f"program/topik/{item.code}/")


def written_pages(press: Press) -> Iterator[tuple[str, str, str, str]]:
    """Address, title, description and Markdown of every page that people wrote; one without a title is called by
    its file. Stories of dimensions stand on the dimensions' pages."""
    docs = press.docs
    for path in sorted(docs.rglob("*.md")) if docs else ():
        stem = path.relative_to(docs).with_suffix("").as_posix() if docs else ""
        if stem.startswith("dimensi/"):
            continue
        head, text = split_page(path.read_text("utf-8-sig"))
        title = head.get("title") or path.stem.replace("-", " ").capitalize()
        yield (
            "" if stem == "index" else f"{stem.removesuffix('/index')}/",
            title,
            head.get("description", ""),
            text,
        )


def _of_written(press: Press) -> Iterator[Entry]:
    for address, title, _, _ in written_pages(press):
        yield Entry(title, "halaman", address, lang="en" if is_english(address) else None)


def entries(press: Press, pages: Iterable[Page]) -> list[Entry]:
    """Every line of the list in its order; abbreviations stand a second time, leading to the name."""
    found = [*_of_records(press), *_of_frames(press), *_of_written(press)]
    found += [Entry(page.title, "halaman", page.path) for page in pages if page.kind not in OF_RECORDS]
    found += [replace(entry, alias=True) for entry in found if entry.short]
    return sorted(found, key=lambda entry: entry.order)


def _kinds(press: Press) -> Facet:
    """The pages that list one kind of record whole."""
    plan = press.plan
    agencies = sum(agency.has_page for agency in plan.agencies.values())
    kinds = (
        ("Program", len(plan.living), "program/"), ("Wilayah", len(plan.places), "kelurahan/"),
        ("Angka kota", len(plan.indicators), "indikator/"), ("Instansi", agencies, "instansi/"),
        ("Dokumen rencana", len(plan.documents), "dokumen/"), ("Dasar hukum", len(plan.regulations), "dasar-hukum/"),
        ("Istilah", len(plan.terms), "istilah/"), ("Sumber", len(plan.sources), "sumber/"),
        ("Yang belum ditemukan", len(plan.gaps), "belum-ditemukan/"),
    )  # fmt: skip
    options = tuple(Option(path, words, count, path) for words, count, path in kinds)
    return Facet("jenis", "Jenis isi", "jenis isi", options, counted="")


def everything_page(press: Press, pages: Iterable[Page]) -> Page:
    """The search form, and below it everything from A to Z; `pages` are all the other generated pages."""
    listed = list(pages)

    def body(page: Page) -> Markup:
        lines = entries(press, listed)
        letters = [(letter, list(some)) for letter, some in groupby(lines, key=lambda entry: entry.letter)]
        facets = (*program_facets(press), _kinds(press))
        count = sum(not entry.alias for entry in lines)
        return press.render(
            "cari.html", letters=letters, count=count, facets=facets, gaps=len(press.plan.gaps)
        )

    return Page(
        uri="cari.md", kind="cari", title="Cari dan daftar A–Z", body=body,
        description=f"Semua program, wilayah, instansi, angka, dokumen, dan istilah tentang {press.plan.city.name}, dari A sampai Z.",
    )  # fmt: skip
