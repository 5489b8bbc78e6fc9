"""Two plans, or two versions of one record, become the changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from content_tools.changes.change import Change, Names
from content_tools.changes.comparing import Comparison, Moved
from content_tools.changes.field import Replaced, StatusChanged
from content_tools.changes.fields import fields_of
from content_tools.changes.naming import called, names_of, page_of
from content_tools.changes.parts import Side
from content_tools.changes.whole import (
    Added,
    FormerIdGained,
    FormerIdLost,
    Merged,
    Removed,
    Renamed,
    Retired,
    Returned,
)
from content_tools.insight.citations import cited_sources
from content_tools.model.base import Part, Record
from content_tools.model.plan import COLLECTIONS, Plan
from content_tools.model.program import Program

_NOWHERE: Moved = MappingProxyType({})

_WHOLE = frozenset(("id", "former_ids", "retired"))
"""Fields that say something about the record as a whole."""


def _sources(collection: str, record: Part) -> tuple[str, ...]:
    """A source is its own; a record without sources of its own rests on those of its parts."""
    if not isinstance(record, Record):
        return ()
    if collection == "sumber":
        return (record.id,)
    return record.sources or cited_sources(record)


def changes_of(
    collection: str, before: Part | None, after: Part | None, old: Names, new: Names, moved: Moved = _NOWHERE
) -> tuple[Change, ...]:
    """What changed in one record; None where it was not there yet, or is no longer there.

    `moved` names records that have another id now: who follows them there has not changed.
    """
    if after is None:
        return (Removed(collection, _id(collection, before), called(before), (), page_of(before)),) if before else ()  # fmt: skip
    whose = (collection, _id(collection, after), called(after), _sources(collection, after))
    if before is None:
        return (Added(*whose), *_retired(collection, None, after, whose))
    if before is after:
        return ()
    comparison = Comparison(*whose, Side(before, old), Side(after, new), moved)
    found = list(_whole(collection, before, after, whose))
    for spec in fields_of(type(after)):
        if spec.attribute not in _WHOLE or not isinstance(after, Record):
            one, other = getattr(before, spec.attribute), getattr(after, spec.attribute)
            found += comparison.field(spec, one, other)
    return tuple(_with_reason(found, before, after))


def _id(collection: str, record: Part) -> str:
    return record.id if isinstance(record, Record) else collection


Whose = tuple[str, str, str, tuple[str, ...]]


def _whole(collection: str, before: Part, after: Part, whose: Whose) -> Iterator[Change]:
    """Another id, other former ids, withdrawn or taken back."""
    if not isinstance(before, Record) or not isinstance(after, Record):
        return
    yield from _retired(collection, before, after, whose)
    here = page_of(after)

    def address(name: str) -> str:
        return page_of(after, name) or name

    remembered = set(after.former_ids)
    if before.id != after.id:
        if before.id in remembered:
            yield Renamed(*whose, address(before.id), address(after.id), here is not None)
        else:
            yield FormerIdLost(*whose, page_of(before) or before.id, here is not None)
    for name in after.former_ids:
        if name not in before.former_ids and name != before.id:
            yield FormerIdGained(*whose, address(name), address(after.id), here is not None)
    for name in before.former_ids:
        if name not in remembered and name != after.id:
            yield FormerIdLost(*whose, address(name), here is not None)


def _retired(collection: str, before: Record | None, after: Part, whose: Whose) -> Iterator[Change]:
    then = before.retired if before else None
    now = after.retired if isinstance(after, Record) else None
    if now is not None and now != then:
        yield Retired(*whose, now.on, now.reason)
    elif then is not None and now is None:
        yield Returned(*whose)


def _with_reason(found: list[Change], before: Part, after: Part) -> list[Change]:
    """A new status takes its reason with it, instead of a second sentence about the reason."""
    if not isinstance(before, Program) or not isinstance(after, Program) or before.status is after.status:
        return found
    labels = {spec.attribute: spec.label for spec in fields_of(Program)}
    kept: list[Change] = []
    for change in found:
        label = getattr(change, "label", None)
        if isinstance(change, Replaced) and label == labels["status"]:
            base = (change.collection, change.id, change.name, change.sources, change.label)
            kept.append(StatusChanged(*base, change.before, change.after, after.status_reason))
        elif label != labels["status_reason"] or after.status_reason is None:
            kept.append(change)
    return kept


def moves(collection: str, before: Mapping[str, Record], after: Mapping[str, Record]) -> Mapping[str, str]:
    """Old id to the id that took it over, for every record that is gone and remembered by another."""
    gone = before.keys() - after.keys()
    heirs = {name: record.id for record in after.values() for name in record.former_ids if name in gone}
    return {name: heirs[name] for name in before if name in heirs}


def compare_collection(
    collection: str,
    before: Mapping[str, Record],
    after: Mapping[str, Record],
    old: Names,
    new: Names,
    moved: Moved = _NOWHERE,
) -> Iterator[Change]:
    """What changed in the records of one collection, or in some of them; renames and merges by `id_lama`."""
    led = moves(collection, before, after)
    renamed: dict[str, str] = {}
    for name, heir in led.items():
        if heir not in before:
            renamed.setdefault(heir, name)
    for name, record in after.items():
        yield from changes_of(collection, before.get(renamed.get(name, name)), record, old, new, moved)
    for name, record in before.items():
        if name in after or renamed.get(led.get(name, "")) == name:
            continue
        if name in led:
            into = after[led[name]]
            sources = _sources(collection, into)
            yield Merged(collection, name, called(record), sources, called(into), page_of(record))
        else:
            yield from changes_of(collection, record, None, old, new)


def compare(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Every change between two plans: programs first, then the other collections, then the single records.

    Nothing is said about records that could not be read on one side.
    """
    old, new = names_of(before), names_of(after)
    pairs = [(name, before.collection(name), after.collection(name)) for name in COLLECTIONS]
    moved = {(name, was): now for name, one, other in pairs for was, now in moves(name, one, other).items()}
    found: list[Change] = []
    for name, one, other in pairs:
        readable = {id: record for id, record in one.items() if not after.may_hold(name, id)}
        known = {id: record for id, record in other.items() if not before.may_hold(name, id)}
        found += compare_collection(name, readable, known, old, new, moved)
    for name, single, now in (
        ("masterplan", before.masterplan, after.masterplan),
        ("kota", before.city, after.city),
        ("situs", before.site, after.site),
        ("sinonim", before.synonyms, after.synonyms),
    ):
        found += changes_of(name, single, now, old, new, moved)
    return tuple(found)
