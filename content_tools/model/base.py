"""The ground every record stands on: frozen parts, and records with an id, an origin and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from content_tools.model.choices import DataStatus, Missing, Strength
from content_tools.model.problem import Problem
from content_tools.model.values import Day, Markdown, Slug, Text


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose text is the id of a record in the named collection (`"instansi"`)."""

    collection: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was written: a file name as people know it, and the path of keys inside it."""

    file: str = ""
    path: tuple[str | int, ...] = ()


_NOWHERE = Origin()


def key(alias: str, title: str, help: str = "", default: Any = ..., **more: Any) -> Any:
    """Declare a field once: its Indonesian key, its label, its help."""
    return Field(default, alias=alias, title=title, description=help or None, **more)


SourceRefs = tuple[Annotated[Slug, Ref("sumber")], ...]


class Part(BaseModel):
    """A piece of a record: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Absence(Part):
    """Why an expected value is not there. Missing is never zero."""

    about: Text = key("hal", "Hal", "Kunci yang nilainya tidak ada, mis. penanggung_jawab.")
    reason: Missing = key("alasan", "Alasan")
    until: Day | None = key("sampai", "Sampai", "Tanggal terakhir mencari, atau waktu dilaporkan.", None)
    sources: SourceRefs = key("sumber", "Sumber", "", ())
    basis: Annotated[Slug, Ref("regulasi")] | None = key("dasar", "Dasar hukum", "", None)
    values: tuple[Text, ...] = key("nilai", "Nilai yang berbeda", "", ())


class Retirement(Part):
    """A record that was withdrawn; its page stays, with the reason."""

    on: Day = key("tanggal", "Tanggal")
    reason: Text = key("alasan", "Alasan")


class Record(Part):
    """Anything with an id that pages, downloads and other records may point at."""

    id: Slug = key(
        "id", "Id", "Huruf kecil, angka, tanda hubung; sama dengan nama berkas; tidak pernah diganti."
    )
    data_status: DataStatus = key("status_data", "Asal isi")
    strength: Strength | None = key("kekuatan_sumber", "Kekuatan sumber", "", None)
    sources: SourceRefs = key("sumber", "Sumber", "Id dari data/sumber.yml.", ())
    note: Markdown | None = key("catatan", "Catatan", "Tampil di halaman; boleh Markdown.", None)
    absences: tuple[Absence, ...] = key("belum_ada", "Yang belum ada", "", ())
    former_ids: tuple[Slug, ...] = key("id_lama", "Id lama", "Alamat lama yang mengalihkan ke sini.", ())
    retired: Retirement | None = key("dipensiunkan", "Ditarik", "", None)

    _origin: Origin = PrivateAttr(default_factory=lambda: _NOWHERE)

    @property
    def origin(self) -> Origin:
        """Where this record was written."""
        return self._origin

    def problem(
        self, where: str | tuple[str | int, ...], message: str, hint: str, found: str = ""
    ) -> Problem:
        """A problem of this record, at the key or path of keys `where`; the line is found later."""
        path = (where,) if isinstance(where, str) else where
        return Problem(self._origin.file, message, hint, self._origin.path + path, found)

    def absence(self, about: str) -> Absence | None:
        """What the record itself says about a value that is not there; None when it says nothing."""
        return next((absence for absence in self.absences if absence.about == about), None)


class Named(Record):
    """A record that people call by a name."""

    name: Text = key("nama", "Nama")
    summary: Annotated[Text, Field(max_length=280)] | None = key(
        "ringkasan", "Ringkasan", "Satu atau dua kalimat, paling banyak 280 huruf.", None
    )
