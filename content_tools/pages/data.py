"""The page of downloads: which files there are, how to open them, what every column means."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from content_tools.insight.open_data.columns import SHARED, Column
from content_tools.insight.open_data.tables import Table
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import address
from content_tools.visuals.tables import plain_table


def _file_link(name: str) -> Markup:
    return tag("a", name, href=address(f"data/{name}"), download=True)


def _files(tables: Iterable[Table]) -> Markup:
    rows = [(_file_link(f"{table.name}.csv"), table.meaning, len(table.rows)) for table in tables]
    return plain_table("Berkas CSV, satu berkas satu tabel", ("Berkas", "Isi", "Baris"), rows)


def _allowed(column: Column) -> Markup:
    return join((join((tag("code", choice.value), f" {choice.label}")) for choice in column.choices), "; ")


def _columns(caption: str, columns: Iterable[Column]) -> Markup:
    rows = [(tag("code", column.key), column.title, column.help, _allowed(column)) for column in columns]
    return plain_table(caption, ("Kolom", "Judul", "Penjelasan", "Isi yang mungkin"), rows)


def _body(press: Press) -> Markup:
    tables = press.open_data
    explained = [
        (table, _columns(f"Kolom tabel {table.name}", table.columns[: -len(SHARED)])) for table in tables
    ]
    return press.render(
        "data.html",
        files=_files(tables),
        whole=_file_link("semua.json"),
        shared=_columns("Kolom di akhir setiap tabel", SHARED),
        explained=explained,
    )


def data_page(press: Press) -> Page:
    """`/data/`: every file for download, and what stands in it."""
    return Page(
        uri="data/index.md", kind="data", title="Unduh data", crumbs=(("Tentang", "tentang/"),),
        description=f"Semua isi situs ini sebagai tabel yang dapat diunduh, dengan asal isi di setiap baris: {press.plan.city.name}.",
        body=lambda page: _body(press),
    )  # fmt: skip
