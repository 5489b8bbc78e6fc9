"""Who points at whom: for every record, the records that name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from content_tools.model.base import Record
from content_tools.model.plan import Plan
from content_tools.model.references import references

Citations = Mapping[tuple[str, str], tuple[Record, ...]]


def citations(plan: Plan) -> Citations:
    """`(collection, id)` to the records that name it, in the plan's order, each once."""
    found: dict[tuple[str, str], dict[int, Record]] = defaultdict(dict)
    for record in plan.records():
        for _, collection, name in references(record):
            found[collection, name][id(record)] = record
    return {key: tuple(records.values()) for key, records in found.items()}


def cited_sources(*records: Record) -> tuple[str, ...]:
    """Ids of every source these records cite, in the order of citing, each once."""
    names: dict[str, None] = {}
    for record in records:
        for name in record.sources:
            names[name] = None
        for _, collection, name in references(record):
            if collection == "sumber":
                names[name] = None
    return tuple(names)
