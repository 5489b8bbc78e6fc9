"""What differs between two plans, as far as pages are concerned: which records, which fields, and who names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from content_tools.changes.fields import fields_of
from content_tools.insight.addresses import PLACE_FOLDERS
from content_tools.insight.citations import cited_sources
from content_tools.insight.facets import facets
from content_tools.insight.facts import Facts
from content_tools.model.base import Part, Record
from content_tools.model.choices import Scope
from content_tools.model.plan import COLLECTIONS
from content_tools.model.program import Program
from content_tools.model.references import references
from content_tools.pages.program_lists import OWN_PAGES, list_path

Key = tuple[str, str]
"""A collection and an id."""

SINGLE = ("site", "city", "masterplan")
"""Attributes of a plan that nearly every page rests on."""

ANY = frozenset(("*",))
"""The fields of a record that came or went: all of them."""

LINKED = frozenset(("name", "summary", "retired", "depends_on", "related", "indicators"))
"""What the page of one program shows of another, and an indicator's page of its programs."""

OF_AGENCIES = frozenset((
    "name", "abbreviation", "summary", "status", "last_news", "pattern", "lead", "executors", "budgets", "retired",
))  # fmt: skip
"""What an agency's page shows of its programs."""


def different(before: Part, after: Part) -> frozenset[str]:
    """The attributes of one record that a reader may see differ."""
    if before is after:
        return frozenset()
    return frozenset(
        spec.attribute
        for spec in fields_of(type(after))
        if not spec.same(getattr(before, spec.attribute), getattr(after, spec.attribute))
    )


class Touched:
    """The records of two plans that are not the same, and what follows for the lists that show them."""

    def __init__(self, before: Facts, after: Facts) -> None:
        self.sides = (before, after)
        self.fields: dict[Key, frozenset[str]] = {}
        """Each record that differs, with the attributes that do; `ANY` for one that came or went."""
        reordered = False
        for name in COLLECTIONS:
            old, new = before.plan.collection(name), after.plan.collection(name)
            reordered |= [id for id in old if id in new] != [id for id in new if id in old]
            for id in {**old, **new}:
                fields = different(old[id], new[id]) if id in old and id in new else ANY
                if fields:
                    self.fields[name, id] = fields
        self.everything = (
            reordered
            or bool(self.of("kerangka"))
            or before.axis != after.axis
            or any(different(getattr(before.plan, name), getattr(after.plan, name)) for name in SINGLE)
        )
        """Whether something moved that any page may rest on."""

    def of(self, *collections: str, fields: frozenset[str] | None = None) -> list[str]:
        """Ids of the records of these collections that differ, in one of these fields when given."""
        return [
            id
            for (name, id), changed in self.fields.items()
            if name in collections and (fields is None or changed is ANY or changed & fields)
        ]

    def records(self, key: Key) -> Iterator[tuple[Facts, Record]]:
        """A record on each side that has it."""
        for facts in self.sides:
            record = facts.plan.collection(key[0]).get(key[1])
            if record is not None:
                yield facts, record

    def _named(self, key: Key) -> Iterator[Key]:
        """What a record names on either side."""
        for _, record in self.records(key):
            for _, collection, id in references(record):
                yield collection, id

    @cached_property
    def _collections(self) -> dict[type[Record], str]:
        return {
            type(record): name
            for facts in self.sides
            for name, records in facts.plan.collections()
            for record in records.values()
        }

    def naming(self, key: Key) -> Iterator[Key]:
        """Who names a record on either side, the city and the masterplan left out."""
        for facts in self.sides:
            for record in facts.naming(*key):
                if type(record) in self._collections:
                    yield self._collections[type(record)], record.id

    @cached_property
    def near(self) -> frozenset[Key]:
        """Records whose own page may show something of a record that differs."""
        found: set[Key] = set()
        for key, fields in self.fields.items():
            collection = key[0]
            found.add(key)
            if collection == "program":
                around = {*self._named(key), *self.naming(key)}
                found |= {
                    other
                    for other in around
                    if fields is ANY
                    or (other[0] in ("program", "indikator") and fields & LINKED)
                    or (other[0] == "instansi" and fields & OF_AGENCIES)
                }
                continue
            around = {*self.naming(key)}
            if collection in ("indikator", "dokumen"):
                around |= {*self._named(key)}
            found |= around
            if collection == "sumber":
                for other in around:
                    found |= {*self.naming(other)} if other[0] == "indikator" else set()
        return frozenset(found)

    @cached_property
    def faceted(self) -> dict[str, tuple[Mapping[str, tuple[str, ...]], ...]]:
        """Programs whose place in the lists may differ: their facets before and after; nothing where they are not listed."""
        some = dict.fromkeys(self.of("program"))
        for source in self.of("sumber", fields=frozenset(("on",))):
            some |= {id: None for name, id in self.naming(("sumber", source)) if name == "program"}
        for place in self.of("wilayah", fields=frozenset(("parent",))):
            some |= {id: None for name, id in self.naming(("wilayah", place)) if name == "program"}
        found = {}
        for id in some:
            values = tuple(
                facets(facts, program) if (program := facts.plan.programs.get(id)) and not program.retired else {}
                for facts in self.sides
            )  # fmt: skip
            found[id] = values
        return found

    @cached_property
    def moved(self) -> frozenset[str]:
        """Names of the facets in which some program has other values than before."""
        return frozenset(
            name
            for before, after in self.faceted.values()
            for name in {**before, **after}
            if before.get(name) != after.get(name)
        )

    def _told(self, facts: Facts, id: str) -> dict[str, object]:
        program = facts.plan.programs.get(id)
        if program is None:
            return {}
        cited = frozenset(cited_sources(program))
        users: dict[str, object] = {"sumber/": (program.name, cited) if cited else None}
        return users if program.retired else users | _told(facts, program)

    @cached_property
    def certain(self) -> frozenset[str]:
        """Paths of pages that differ for sure: a program came to their list, left it, or is told otherwise in it."""
        found: set[str] = set()
        for id in self.faceted:
            before, after = (self._told(facts, id) for facts in self.sides)
            found |= {path for path in {**before, **after} if before.get(path) != after.get(path)}
        return frozenset(found)


def _told(facts: Facts, program: Program) -> dict[str, object]:
    """What pages surely tell of a listed program, by the path of the page; they may tell more."""
    plan, status, values = facts.plan, facts.status(program), facets(facts, program)
    chip = (program.name, status.code, status.words)
    row = (*chip, program.summary)
    whole = (*row, program.lead)
    money = sorted((part.year, part.kind.value, part.amount) for part in program.budgets)
    every = program.scope is Scope.EVERY_VILLAGE
    told: dict[str, object] = {
        "program/": whole,
        f"program/{program.id}/": (whole, money, len(program.milestones)),
        "cari/": program.name,
        "sumber/": (program.name, frozenset(cited_sources(program))),
    }
    told |= {list_path(name, value): whole for name in ("topik", *OWN_PAGES) for value in values[name]}
    told |= {f"dimensi/{code}/": whole for code in values["dimensi"]}
    told |= {f"peta-jalan/{code}/": chip if program.start else program.id for code in values["dimensi"]}
    told |= {f"instansi/{id}/": row for id in values["instansi"]}
    told |= {
        f"{PLACE_FOLDERS[place.kind]}/{place.id}/": whole
        for place in plan.places.values()
        if every or place.id in values["wilayah"]
    }
    return told
