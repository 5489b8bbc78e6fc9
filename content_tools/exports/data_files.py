"""Every file of `data/` on the site, by its address."""

from __future__ import annotations

from collections.abc import Iterator

from content_tools.exports.csv_files import csv_bytes
from content_tools.exports.json_file import json_bytes
from content_tools.insight.facts import Facts
from content_tools.insight.open_data.tables import open_data
from content_tools.visuals.links import path_of


def data_files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Address and content: each table, each program's own row, and the whole plan in one file."""
    tables = tuple(open_data(facts, path_of))
    for table in tables:
        keys = [column.key for column in table.columns]
        yield f"data/{table.name}.csv", csv_bytes(keys, table.rows)
        if table.name == "program":
            for row in table.rows:
                yield f"data/program/{row[keys.index('id')]}.csv", csv_bytes(keys, [row])
    yield "data/semua.json", json_bytes(facts, tables)
