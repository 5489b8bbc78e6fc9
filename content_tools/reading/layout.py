"""Where each record is written: one file, one file per record, or one list in a shared file."""

from __future__ import annotations

from typing import Any

from content_tools.model.base import Record
from content_tools.model.city import Agency, City, Place, Site
from content_tools.model.indicator import Indicator
from content_tools.model.masterplan import Masterplan
from content_tools.model.program import Program
from content_tools.model.reference import (
    Document,
    Event,
    Frame,
    Gap,
    Regulation,
    Source,
    Synonyms,
    Term,
    Withheld,
)

SINGLE: dict[str, type[Any]] = {"situs": Site, "kota": City, "masterplan": Masterplan}
"""`data/<name>.yml` holds one record."""

OPTIONAL: dict[str, type[Any]] = {"sinonim": Synonyms}
"""`data/<name>.yml` holds one record; a city may do without."""

FOLDERS: dict[str, type[Record]] = {"program": Program, "indikator": Indicator, "kerangka": Frame}
"""`data/<name>/<id>.yml` holds one record."""

LISTS: dict[str, type[Record]] = {
    "instansi": Agency,
    "wilayah": Place,
    "regulasi": Regulation,
    "dokumen": Document,
    "riwayat": Event,
    "sumber": Source,
    "istilah": Term,
    "belum_ditemukan": Gap,
    "ditahan": Withheld,
}
"""`data/<name>.yml` holds the key `<name>:` with a list of records."""
