"""The lists of programs: the full one with its filters, and a page for each value a filter offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from content_tools.insight.addresses import path_of
from content_tools.insight.facets import facets
from content_tools.model.choices import Initiator, ProgramStatus
from content_tools.model.program import Program
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.visuals.links import item_name
from content_tools.visuals.tables import program_table

OWN_PAGES = ("status", "pemrakarsa", "tahun")
"""Facets whose values have a list here; dimensions, agencies and places list their programs on their own pages."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value a list can be narrowed to; `path` is where its programs stand, None when no page shows them."""

    value: str
    words: str
    count: int
    path: str | None


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list, with every value that occurs: `Digagas oleh`, `penggagas`."""

    name: str
    label: str
    noun: str
    options: tuple[Option, ...]
    counted: str = "program"
    """What the counts of the options count; empty when the words of the option say it."""


Members = Mapping[tuple[str, str], list[Program]]
"""Facet and value to the programs that have it."""


def list_path(facet: str, value: str) -> str:
    """The address of the list of one value: `program/status/uji-coba/`."""
    return f"program/{facet}/{value.replace('_', '-')}/"


def _by_name(press: Press) -> list[Program]:
    """Every program that was not withdrawn, as people look for it."""
    return sorted(press.facts.living, key=lambda program: program.name.casefold())


def _members(press: Press) -> Members:
    found: dict[tuple[str, str], list[Program]] = {}
    for program in _by_name(press):
        for name, values in facets(press.facts, program).items():
            for value in values:
                found.setdefault((name, value), []).append(program)
    return found


def _facets(press: Press, members: Members) -> tuple[Facet, ...]:
    plan = press.plan

    def facet(name: str, label: str, noun: str, entries: Iterable[tuple[str, str, str | None]]) -> Facet:
        options = [
            Option(value, words, len(members[name, value]), path)
            for value, words, path in entries
            if (name, value) in members
        ]
        return Facet(name, label, noun, tuple(options))

    def own(name: str, entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
        return ((value, words, list_path(name, value)) for value, words in entries)

    years = sorted((value for name, value in members if name == "tahun"), reverse=True)
    initiators = ((choice.value, choice.label) for choice in Initiator)
    statuses = ((choice.value, choice.label) for choice in ProgramStatus)
    topics = ((item.code, item.name) for item in plan.topics.values())
    dimensions = ((item.code, item_name(item), f"dimensi/{item.code}/") for item in plan.dimensions.values())
    bodies = sorted(plan.agencies.values(), key=lambda agency: agency.abbreviation.casefold())
    agencies = ((agency.id, agency.abbreviation, path_of(agency)) for agency in bodies)
    places = ((place.id, place.full_name, path_of(place)) for place in plan.places.values())
    return (
        facet("topik", "Topik", "topik", own("topik", topics)),
        facet("dimensi", "Dimensi", "dimensi", dimensions),
        facet("status", "Status", "status", own("status", statuses)),
        facet("instansi", "Penanggung jawab", "penanggung jawab", agencies),
        facet("wilayah", "Wilayah", "wilayah", places),
        facet("pemrakarsa", "Digagas oleh", "penggagas", own("pemrakarsa", initiators)),
        facet("tahun", "Disebut sumber tahun", "tahun sumber", own("tahun", zip(years, years, strict=True))),
    )


def program_facets(press: Press) -> tuple[Facet, ...]:
    """Every way to narrow the programs that were not withdrawn, topics first."""
    return _facets(press, _members(press))


def _list_page(
    press: Press, facet: Facet, value: str, programs: Sequence[Program], title: str, description: str, meaning: str | None,
) -> Page:  # fmt: skip
    """The programs with one value of a facet, and the facet's other values."""

    def body(page: Page) -> Markup:
        others = [option for option in facet.options if option.value != value]
        return press.render(
            "program-menurut.html", title=title, meaning=meaning, count=len(programs),
            table=program_table(press.facts, programs, title), noun=facet.noun, others=others,
        )  # fmt: skip

    return Page(
        uri=f"{list_path(facet.name, value).rstrip('/')}.md", kind=facet.name, title=title, description=description,
        body=body, crumbs=(("Program", "program/"),),
    )  # fmt: skip


def _told(press: Press, facet: str, value: str, words: str) -> tuple[str, str, str | None]:
    """Title, description and meaning of the list of one value."""
    all_of = f"Program dan inisiatif di {press.plan.city.name}"
    match facet:
        case "topik":
            return words, f"{all_of} tentang {words.lower()}.", press.plan.topics[value].meaning
        case "status":
            meaning = ProgramStatus(value).meaning
            return f"Status: {words}", f"{all_of} dengan status {words.lower()}.", meaning
        case "pemrakarsa":
            meaning = "Digagas berarti memulai gagasannya, menurut sumber."
            return f"Digagas oleh: {words}", f"{all_of} yang digagas {words.lower()}.", meaning
    meaning = f"Ada sumber bertanggal {words} yang menyebutnya. Belum tentu dikerjakan pada tahun itu."
    return f"Disebut sumber tahun {words}", f"{all_of} yang disebut sumber bertanggal {words}.", meaning


def program_list_pages(press: Press) -> Iterator[Page]:
    """The full list first, then a page for each value that has no other; every topic has one, even an empty one."""
    members = _members(press)
    known = _facets(press, members)
    yield _full_list(press, known)
    for facet in known:
        if facet.name == "topik":
            shown = [(item.code, item.name) for item in press.plan.topics.values()]
        elif facet.name in OWN_PAGES:
            shown = [(option.value, option.words) for option in facet.options]
        else:
            continue
        for value, words in shown:
            programs = members.get((facet.name, value), [])
            yield _list_page(press, facet, value, programs, *_told(press, facet.name, value, words))


def _full_list(press: Press, known: tuple[Facet, ...]) -> Page:
    programs = _by_name(press)
    title = "Program dan inisiatif"

    def body(page: Page) -> Markup:
        return press.render(
            "daftar-program.html", title=title, count=len(programs), facets=known, statuses=list(ProgramStatus),
            table=program_table(press.facts, programs, title, filterable=True),
        )  # fmt: skip

    return Page(
        uri="program/index.md", kind="daftar", title=title, body=body,
        description=f"Semua program dan inisiatif kota cerdas di {press.plan.city.name}: status, penanggung jawab, kabar terakhir.",
    )  # fmt: skip
