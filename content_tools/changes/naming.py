"""What readers call a record, the collection it stands in, and the address of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content_tools.changes.text import one_line, shortened
from content_tools.insight.addresses import path_of
from content_tools.model.base import Part, Record
from content_tools.model.city import Place, Site
from content_tools.model.plan import COLLECTIONS
from content_tools.model.reference import Event, Gap, Synonyms, Withheld

if TYPE_CHECKING:
    from content_tools.changes.change import Names
    from content_tools.model.plan import Plan

LABELS = {
    "program": "Program", "indikator": "Indikator", "instansi": "Instansi", "wilayah": "Wilayah",
    "regulasi": "Dasar hukum", "dokumen": "Dokumen rencana", "riwayat": "Riwayat", "sumber": "Sumber",
    "istilah": "Istilah", "kerangka": "Kerangka", "belum_ditemukan": "Hal yang belum ditemukan",
    "ditahan": "Angka yang ditahan", "situs": "Situs", "kota": "Kota", "masterplan": "Masterplan",
    "sinonim": "Sinonim",
}  # fmt: skip
"""Collection or single record to its word."""


def called(record: Part) -> str:
    """The name of a record on one line; a long text that serves as one is shortened."""
    match record:
        case Site():
            return one_line(record.name)
        case Synonyms():
            return "Sinonim pencarian"
        case Place():
            return one_line(record.full_name)
        case Event():
            return shortened(record.text)
        case Gap():
            return shortened(record.question)
        case Withheld():
            return shortened(record.label)
    return one_line(str(getattr(record, "name", getattr(record, "id", ""))))


def page_of(record: Part, name: str | None = None) -> str | None:
    """The address below the site's root of the page that a record has to itself, or had under the id `name`."""
    if not isinstance(record, Record):
        return None
    path = path_of(record.model_copy(update={"id": name}) if name else record)
    return f"/{path}" if path and "#" not in path else None


def names_of(plan: Plan) -> Names:
    """The names of one plan; dimensions and topics by their codes."""
    frames = {
        "dimensi": {item.code: item for item in plan.dimension_frame.items},
        "topik": {item.code: item for item in plan.topic_frame.items},
    }

    def name(collection: str, id: str) -> str:
        if collection in COLLECTIONS:
            record: Part | None = plan.collection(collection).get(id)
        else:
            record = frames.get(collection, {}).get(id)
        return called(record) if record is not None else id

    return name
