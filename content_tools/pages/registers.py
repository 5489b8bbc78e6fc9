"""Pages that list one collection whole: legal basis, sources, glossary, what was not found."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight.addresses import path_of
from content_tools.insight.completeness import EXPECTED, known
from content_tools.model.base import Record
from content_tools.model.choices import HistoryAbout, RegulationLevel
from content_tools.model.reference import Gap, Regulation, Source
from content_tools.pages.page import Page
from content_tools.pages.press import Press


def _users(press: Press, collection: str, name: str) -> list[Record]:
    """The records with a page of their own that name this one."""
    return [record for record in press.facts.naming(collection, name) if path_of(record) is not None]


def _legal(press: Press) -> Markup:
    groups = []
    for level in RegulationLevel:
        some: list[Regulation] = [r for r in press.plan.regulations.values() if r.level is level]
        some.sort(key=lambda regulation: (regulation.kind, regulation.year, regulation.number or ""))
        if some:
            entries = [(regulation, _users(press, "regulasi", regulation.id)) for regulation in some]
            groups.append((f"Tingkat {level.label.lower()}", f"tingkat-{level.value}", entries))
    return press.render("dasar-hukum.html", groups=groups)


def _sources(press: Press) -> Markup:
    letters: dict[str, list[tuple[Source, list[Record]]]] = {}
    for source in sorted(
        press.plan.sources.values(), key=lambda source: (source.publisher.lower(), source.title.lower())
    ):
        letter = (
            source.publisher[0].upper()
            if source.publisher[0].isalpha() and source.publisher[0].isascii()
            else "0"
        )
        letters.setdefault(letter, []).append((source, _users(press, "sumber", source.id)))
    return press.render("sumber.html", groups=sorted(letters.items()))


def _glossary(press: Press) -> Markup:
    return press.render(
        "istilah.html", terms=sorted(press.plan.terms.values(), key=lambda term: term.name.lower())
    )


def _gaps(press: Press) -> Markup:
    groups = []
    for about in HistoryAbout:
        some: list[Gap] = [gap for gap in press.plan.gaps.values() if gap.about is about]
        if some:
            groups.append((about.label, about.value.replace("_", "-"), some))
    have = [known(press.plan, program) for program in press.facts.living]
    counts = [(words, sum(not record[key] for record in have), len(have)) for key, words in EXPECTED]
    return press.render("belum-ditemukan.html", groups=groups, counts=counts)


def register_pages(press: Press) -> Iterator[Page]:
    """Legal basis, sources, glossary, what was not found."""
    city = press.plan.city.name
    yield Page(
        uri="dasar-hukum.md", kind="dasar-hukum", title="Dasar hukum", crumbs=(("Rencana", "rencana/"),),
        description=f"Peraturan yang menjadi dasar program dan rencana kota cerdas {city}.", body=lambda page: _legal(press), data_file="data/regulasi.yml",
    )  # fmt: skip
    yield Page(
        uri="sumber.md", kind="sumber", title="Sumber", data_file="data/sumber.yml",
        description=f"Semua sumber publik yang dipakai situs ini, seberapa jauh dibaca, dan di mana dipakai: {city}.", body=lambda page: _sources(press),
    )  # fmt: skip
    yield Page(
        uri="istilah.md", kind="istilah", title="Istilah", data_file="data/istilah.yml",
        description="Arti kata dan singkatan yang dipakai di situs ini, dalam bahasa sehari-hari.", body=lambda page: _glossary(press),
    )  # fmt: skip
    yield Page(
        uri="belum-ditemukan.md", kind="belum-ditemukan", title="Yang belum ditemukan", data_file="data/belum_ditemukan.yml",
        description=f"Hal tentang kota cerdas {city} yang dicari di sumber publik dan belum ditemukan.", body=lambda page: _gaps(press),
    )  # fmt: skip
