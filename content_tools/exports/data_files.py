"""Every file of `data/` on the site, by its address."""

from __future__ import annotations

from collections.abc import Iterator

from content_tools.exports.csv_files import csv_bytes
from content_tools.exports.json_file import json_bytes
from content_tools.pages.press import Press


def data_files(press: Press) -> Iterator[tuple[str, bytes]]:
    """Address and content: each table, each program's own row, and the whole plan in one file."""
    for table in press.open_data:
        keys = [column.key for column in table.columns]
        yield f"data/{table.name}.csv", csv_bytes(keys, table.rows)
        if table.name == "program":
            for row in table.rows:
                yield f"data/program/{row[keys.index('id')]}.csv", csv_bytes(keys, [row])
    yield "data/semua.json", json_bytes(press.facts, press.open_data)
