"""Where on the site a record is shown: the one place that says so."""

from __future__ import annotations

from content_tools.model.base import Record
from content_tools.model.choices import PlaceKind
from content_tools.model.city import Agency, Place
from content_tools.model.indicator import Indicator
from content_tools.model.program import Program
from content_tools.model.reference import Document, Event, Gap, Regulation, Source, Term

PLACE_FOLDERS = {PlaceKind.DISTRICT: "kecamatan", PlaceKind.WARD: "kelurahan", PlaceKind.VILLAGE: "desa"}
"""The folder of the pages of each kind of place."""


def path_of(record: Record) -> str | None:
    """Where a record is shown: a page, or a place on one; None when nothing shows it alone."""
    match record:
        case Program():
            return f"program/{record.id}/"
        case Indicator():
            return f"indikator/{record.id}/"
        case Agency():
            return f"instansi/{record.id}/" if record.has_page else None
        case Place():
            return f"{PLACE_FOLDERS[record.kind]}/{record.id}/"
        case Document():
            return f"dokumen/{record.id}/"
        case Regulation():
            return f"dasar-hukum/#{record.id}"
        case Source():
            return f"sumber/#{record.id}"
        case Term():
            return f"istilah/#{record.id}"
        case Gap():
            return f"belum-ditemukan/#{record.id}"
        case Event() if record.about.tells_of_plan:
            return f"rencana/penyusunan/#{record.id}"
    return None
