"""What results are narrowed by: each filter with its values, and which entries have them."""

from __future__ import annotations

from collections.abc import Sequence

from content_tools.model.choices import ProgramStatus
from content_tools.model.plan import Plan
from content_tools.search import shards
from content_tools.search.entry import KINDS, Entry


def _labels(plan: Plan) -> dict[str, tuple[str, dict[str, str]]]:
    """For each filter its label and, in their order, the words of its values; years come as they occur."""
    bodies = sorted(plan.agencies.values(), key=lambda body: body.abbreviation.casefold())
    return {
        "jenis": ("Jenis", KINDS),
        "topik": ("Topik", {code: item.name for code, item in plan.topics.items()}),
        "dimensi": ("Dimensi", {code: item.name for code, item in plan.dimensions.items()}),
        "instansi": ("Instansi", {body.id: body.abbreviation for body in bodies}),
        "wilayah": ("Wilayah", {place.id: place.full_name for place in plan.places.values()}),
        "status": ("Status program", {status.value: status.label for status in ProgramStatus}),
        "tahun": ("Tahun", {}),
    }


def filters(plan: Plan, entries: Sequence[Entry]) -> list[list[object]]:
    """`[name, label, [[value, words, entry numbers], …]]` of each filter; values that nothing has are left out."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, entry in enumerate(entries):
        for name, values in {**entry.facets, "jenis": (entry.kind,)}.items():
            for value in dict.fromkeys(values):
                found.setdefault(name, {}).setdefault(value, []).append(number)
    told: list[list[object]] = []
    for name, (label, labels) in _labels(plan).items():
        holders = found.get(name, {})
        order = list(labels) or sorted(holders, reverse=True)
        options = [
            [value, labels.get(value, value), shards.rising(holders[value])]
            for value in order
            if value in holders
        ]
        if options:
            told.append([name, label, options])
    return told
