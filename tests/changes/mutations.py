"""Every way to change one field of one record of a plan: for tests that must not forget a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from content_tools.changes.fields import FieldSpec, fields_of
from content_tools.model.base import Part, Record
from content_tools.model.choices import Choice
from content_tools.model.indicator import Indicator
from content_tools.model.plan import COLLECTIONS, Plan
from content_tools.model.references import references
from content_tools.model.when import When

SINGLE = {"situs": "site", "kota": "city", "masterplan": "masterplan", "sinonim": "synonyms"}


@dataclass(frozen=True)
class Mutation:
    """A record of a plan, and the same record with one field changed; None where there is no record."""

    collection: str
    field: str
    before: Part | None
    after: Part | None

    def of(self, plan: Plan) -> Plan:
        """The plan with the changed record in place of the other."""
        return with_record(plan, self.collection, self.before, self.after)


def with_record(plan: Plan, collection: str, before: Part | None, after: Part | None) -> Plan:
    """The plan with one record replaced, added (`before` is None) or taken out (`after` is None)."""
    if collection in SINGLE:
        changed: Any = {SINGLE[collection]: after}
        return replace(plan, **changed)
    records: dict[str, Record] = {}
    for name, record in plan.collection(collection).items():
        if record is not before:
            records[name] = record
        elif isinstance(after, Record):
            records[after.id] = after
    if before is None and isinstance(after, Record):
        records[after.id] = after
    if collection in ("program", "indikator"):
        records = dict(sorted(records.items()))
    new: Any = {COLLECTIONS[collection]: MappingProxyType(records)}
    return replace(plan, **new)


def _other(plan: Plan, spec: FieldSpec, value: Any, used: tuple[Any, ...] = ()) -> Any:
    """Another value of the same kind; None when there is none."""
    if spec.collection:
        known = {"dimensi": plan.dimensions, "topik": plan.topics}.get(spec.collection)
        if spec.attribute == "subdimension" or (known is None and spec.collection == "dimensi"):
            known = {item.code: item for item in plan.dimension_frame.items if item.parent}
        names = [*(known if known is not None else plan.collection(spec.collection))]
        return next((name for name in names if name != value and name not in used), None)
    match value:
        case Choice():
            return next(choice for choice in type(value) if choice is not value)
        case bool():
            return not value
        case int():
            return value + 3
        case Decimal():
            return value + 1
        case When():
            return When(value.year + 1, value.month, value.month and 1)
        case date():
            return value + timedelta(40)
        case _ if spec.attribute == "about" and not value.count(" "):
            return "tujuan" if value != "tujuan" else "anggaran"
        case _ if spec.attribute in ("id", "code", "url", "archive", "website"):
            return f"{value}-lain"
        case _:
            return f"{value} tambahan"


def mutated(plan: Plan, part: Part, ids: bool = True) -> Iterator[tuple[str, Part]]:
    """Every changed version of a record or a piece of one, each with the path of the field."""
    for spec in fields_of(type(part)):
        if spec.attribute in ("id", "code") and not ids:
            continue
        for path, value in _values(plan, spec, part):
            yield path, part.model_copy(update={spec.attribute: value})


def _values(plan: Plan, spec: FieldSpec, part: Part) -> Iterator[tuple[str, Any]]:
    name, value = spec.attribute, getattr(part, spec.attribute)
    required = type(part).model_fields[name].is_required()
    if isinstance(value, tuple):
        if len(value) > 1:
            yield name, value[1:]
            yield name, value[::-1]
        elif value and not required:
            yield name, ()
        for index, item in enumerate(value):
            inside = (
                mutated(plan, item) if isinstance(item, Part) else [("", _other(plan, spec, item, value))]
            )
            for path, new in inside:
                if new is not None:
                    yield f"{name}.{path}".rstrip("."), (*value[:index], new, *value[index + 1 :])
    elif isinstance(value, Part):
        if not required:
            yield name, None
        for path, new in mutated(plan, value):
            yield f"{name}.{path}", new
    elif value is not None:
        new = _other(plan, spec, value)
        if new is not None:
            yield name, new
        default = type(part).model_fields[name].default
        if not required and default != value:
            yield name, default


def mutations(plan: Plan, ids: bool = True) -> Iterator[Mutation]:
    """Every field of every record of the plan, changed; ids of whole records only when asked."""
    for collection, records in plan.collections():
        for record in records.values():
            for path, after in mutated(plan, record, ids):
                yield Mutation(collection, path, record, after)
    for collection, attribute in SINGLE.items():
        single: Part = getattr(plan, attribute)
        for path, after in mutated(plan, single, ids):
            yield Mutation(collection, path, single, after)


def whole_records(plan: Plan) -> Iterator[Mutation]:
    """A record more in every collection, and every record less that no other names."""
    named = {(each.collection, each.id) for record in plan.records() for each in references(record)}
    for collection, records in plan.collections():
        if collection == "kerangka":
            continue
        for record in records.values():
            yield Mutation(collection, "+", None, _twin(record))
            if (collection, record.id) not in named:
                yield Mutation(collection, "-", record, None)


def _twin(record: Record) -> Record:
    """The same record under another id and name."""
    changed: dict[str, Any] = {"id": f"{record.id}-kembar", "former_ids": ()}
    changed |= {name: f"{getattr(record, name)} kembar" for name in ("name", "title", "text") if name in type(record).model_fields}  # fmt: skip
    if isinstance(record, Indicator):
        changed["values"] = tuple(
            value.model_copy(update={"id": f"{value.id}-kembar"}) for value in record.values
        )
    return record.model_copy(update=changed)
