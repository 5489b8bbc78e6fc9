"""Every field of every record is told, in words, with its sources; nothing is told of what nobody can know."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from content_tools.changes.change import Change
from content_tools.changes.compare import changes_of, compare
from content_tools.changes.field import Replaced
from content_tools.changes.naming import called, names_of, page_of
from content_tools.changes.part import PartChanged
from content_tools.insight.addresses import path_of
from content_tools.model.base import Part, Record
from content_tools.model.plan import COLLECTIONS, Plan
from content_tools.model.program import Program
from tests.changes.mutations import Mutation, mutations, whole_records, with_record
from tests.insight.cities import example

PLAN = example()
ALL = list(mutations(PLAN))

KEY = re.compile(r"\b[a-z]+_[a-z_]+\b")
"""What only those who write YAML know."""

EMPTY = re.compile(r"→\s*$|→\s*[;→]|:\s*→|:\s*$|“”|\bNone\b|\(\)")
"""A side of a change that says nothing."""


def told(mutation: Mutation, backwards: bool = False) -> tuple[Change, ...]:
    """The changes of one record that was changed in one field."""
    before, after = (mutation.after, mutation.before) if backwards else (mutation.before, mutation.after)
    names = names_of(PLAN)
    return changes_of(mutation.collection, before, after, names, names)


def former_ids(record: Part | None) -> set[str]:
    return {*record.former_ids} if isinstance(record, Record) else set()


@pytest.mark.parametrize("backwards", [False, True])
def test_every_field_of_every_record_is_told_in_words(backwards: bool) -> None:
    fields = set()
    for mutation in ALL:
        if mutation.field == "former_ids" and former_ids(mutation.before) == former_ids(mutation.after):
            continue  # In which order old addresses are remembered is nothing to a reader.
        sentences = [change.sentence() for change in told(mutation, backwards)]
        assert sentences, (mutation.collection, mutation.field)
        for sentence in sentences:
            assert not KEY.search(sentence), sentence
            assert not EMPTY.search(sentence), sentence
            assert sentence == " ".join(sentence.split()), sentence
        fields.add((mutation.collection, mutation.field))
    assert {collection for collection, _ in fields} == {
        *COLLECTIONS,
        "situs",
        "kota",
        "masterplan",
        "sinonim",
    }
    assert len(fields) > 250


def arrows(change: Change) -> list[Replaced]:
    """The arrows in a change: its own, or those of its clauses."""
    inside = change.fields if isinstance(change, PartChanged) else (change,)
    return [each for each in inside if isinstance(each, Replaced)]


def test_the_two_sides_of_an_arrow_differ() -> None:
    found = [arrow for mutation in ALL for change in told(mutation) for arrow in arrows(change)]
    assert len(found) > 3000
    assert not [arrow for arrow in found if arrow.before == arrow.after]


def test_a_plan_and_itself_read_again_are_the_same() -> None:
    example.cache_clear()
    assert compare(PLAN, example()) == ()


@pytest.mark.parametrize("collection", [name for name in COLLECTIONS if name != "kerangka"])
def test_a_record_that_came_or_went_is_one_change(collection: str) -> None:
    added = next(m for m in whole_records(PLAN) if m.collection == collection and m.before is None)
    longer = added.of(PLAN)
    (came,), (went,) = compare(PLAN, longer), compare(longer, PLAN)
    assert (came.kind, came.loud, went.kind, went.loud) == ("ditambahkan", False, "dihapus", True)
    assert came.name == went.name == called(added.after or PLAN.city)
    assert went.sentence().startswith("PERHATIAN: ")


def test_programs_come_first_and_single_records_last() -> None:
    wanted = {"program": "summary", "situs": "license", "sumber": "title", "kota": "province"}
    plan = PLAN
    for collection, field in wanted.items():
        plan = next(m for m in ALL if (m.collection, m.field) == (collection, field) and m.after).of(plan)
    assert [change.collection for change in compare(PLAN, plan)] == ["program", "sumber", "kota", "situs"]


def changed_program(**fields: object) -> tuple[Change, ...]:
    """A program of the invented city with some fields changed."""
    before = PLAN.programs["antrean-daring"]
    return compare(PLAN, with_record(PLAN, "program", before, before.model_copy(update=fields)))


def test_sources_are_those_of_the_part_else_of_the_record() -> None:
    program = PLAN.programs["antrean-daring"]
    money = program.budgets[-1].model_copy(update={"amount": 1, "sources": ("apbd-2025",)})
    (of_part,) = changed_program(budgets=(*program.budgets[:-1], money))
    (of_record,) = changed_program(location="Balai Kota")
    assert of_part.sources == ("apbd-2025",)
    assert of_record.sources == program.sources


def test_nothing_is_said_of_records_that_cannot_be_read() -> None:
    programs = dict(PLAN.programs)
    del programs["cafe-data"]
    without = replace(PLAN, programs=MappingProxyType(programs))
    assert [change.kind for change in compare(PLAN, without)] == ["dihapus"]
    broken = replace(without, unreadable=MappingProxyType({"program": frozenset(("cafe-data",))}))
    assert compare(PLAN, broken) == compare(broken, PLAN) == ()
    lost = replace(PLAN, sources=MappingProxyType({}), lost=frozenset(("sumber",)))
    assert {change.kind for change in compare(PLAN, lost)} <= {"diubah", "bagian-diubah"}


def test_two_records_of_one_name_are_told_apart() -> None:
    agencies = dict(PLAN.agencies)
    twin = agencies["dinas-kominfo"].model_copy(update={"id": "dinas-kembar"})
    plan = replace(PLAN, agencies=MappingProxyType({**agencies, twin.id: twin}))
    before = plan.programs["antrean-daring"]
    after = before.model_copy(update={"lead": "dinas-kembar"})
    (change,) = compare(plan, with_record(plan, "program", before, after))
    name = twin.name
    assert change.sentence() == f"Penanggung jawab: {name} (dinas-kominfo) → {name} (dinas-kembar)"


def test_an_id_that_was_dropped_without_a_trace_is_a_loss() -> None:
    names = names_of(PLAN)
    before = PLAN.programs["cafe-data"]
    after = before.model_copy(update={"id": "kafe"})
    (change,) = changes_of("program", before, after, names, names)
    assert change.loud
    assert change.sentence() == "PERHATIAN: alamat lama /program/cafe-data/ tidak lagi mengalihkan"


def records(plan: Plan) -> list[tuple[str, Part]]:
    return [(name, record) for name, found in plan.collections() for record in found.values()]


def test_addresses_in_sentences_are_those_of_the_pages() -> None:
    for _, record in records(PLAN):
        path = path_of(record)  # type: ignore[arg-type]
        own = f"/{path}" if path and "#" not in path else None
        assert page_of(record) == own


def test_a_status_without_a_reason_has_none() -> None:
    before = PLAN.programs["antrean-daring"]
    assert isinstance(before, Program)
    (change,) = changed_program(status=type(before.status).DONE)
    assert change.sentence() == "Status: Berjalan → Selesai"
