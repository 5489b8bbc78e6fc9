"""The whole plan as one JSON file: what it is, then every table, one line a row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from content_tools.insight.facts import Facts
from content_tools.insight.open_data.columns import Cell
from content_tools.insight.open_data.tables import Table

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _value(cell: Cell) -> str:
    """A cell in JSON. A decimal is written as exact as its source; no binary fraction comes between."""
    return f"{cell:f}" if isinstance(cell, Decimal) else _encoded(cell)


def _object(cells: Mapping[str, Cell]) -> str:
    return "{" + ", ".join(f"{_value(key)}: {_value(cell)}" for key, cell in cells.items()) + "}"


def _about(facts: Facts) -> dict[str, Cell]:
    """What a stranger must know before using the file."""
    site, city = facts.plan.site, facts.plan.city
    return {
        "situs": site.name,
        "peringatan": None if site.official else f"Bukan situs resmi Pemerintah {city.name}.",
        "kota": city.name,
        "lisensi": site.license,
        "status_data": city.data_status.value,
        "arti_status_data": city.data_status.label,
        "data_per": facts.data_day.isoformat() if facts.data_day else None,
        "dibuat_untuk": facts.on.isoformat(),
    }


def json_bytes(facts: Facts, tables: Iterable[Table]) -> bytes:
    """The file, the same bytes for the same plan and day. A value that is not there is null."""
    parts = [f'"keterangan": {_object(_about(facts))}']
    for table in tables:
        keys = [column.key for column in table.columns]
        rows = [_object(dict(zip(keys, row, strict=True))) for row in table.rows]
        parts.append(f"{_value(table.name)}: [\n" + ",\n".join(rows) + "\n]")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8")
