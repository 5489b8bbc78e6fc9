"""One thing that can be found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

KINDS = {
    "program": "Program", "wilayah": "Wilayah", "instansi": "Instansi", "topik": "Topik", "dimensi": "Dimensi",
    "angka": "Angka kota", "dokumen": "Dokumen rencana", "dasar-hukum": "Dasar hukum", "istilah": "Istilah",
    "riwayat": "Riwayat", "belum-ditemukan": "Belum ditemukan", "halaman": "Halaman",
}  # fmt: skip
"""What kind of thing an entry is, by its code in addresses; results of equal weight stand in this order."""


OFFICE = "kantor-wilayah"
"""The office of a place is weighed below the place that has its name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: what a result shows of it, what it is found by, what it is filtered by."""

    path: str
    kind: str
    title: str
    summary: str = ""
    belongs: str = ""
    """Where it belongs: topic, agency, status; kecamatan."""
    names: tuple[str, ...] = ()
    """Abbreviations and other names."""
    body: str = ""
    places: str = ""
    agencies: str = ""
    groups: str = ""
    """Names of topics and dimensions."""
    lists: str = ""
    """What its page lists: names and summaries of programs."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weighed_as: str = ""
    """The kind whose prior counts, when it is not its own."""
    lang: str | None = None
    """The language of the title, when it is not the site's."""
