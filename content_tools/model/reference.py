"""What the plan rests on: regulations, plan documents, sources, frames, words, events, and what was not found."""

from __future__ import annotations

from typing import Annotated

from content_tools.model.base import Named, Part, Record, Ref, SourceRefs, key
from content_tools.model.choices import (
    FrameKind,
    HistoryAbout,
    PartRead,
    RegulationLevel,
    RegulationStatus,
    Reliability,
    SourceKind,
    WithheldReason,
)
from content_tools.model.program import IndicatorRef, RegulationRef
from content_tools.model.values import Count, Day, Flag, Markdown, Moment, Number, Slug, Text, Url, Year


class Regulation(Record):
    """A law, regulation or decree."""

    kind: Text = key("jenis", "Jenis", "Mis. UU, Perpres, Perda.")
    number: Text | None = key("nomor", "Nomor", "", None)
    year: Year = key("tahun", "Tahun")
    about: Text = key("tentang", "Tentang")
    level: RegulationLevel = key("tingkat", "Tingkat")
    status: RegulationStatus = key("status", "Status")
    url: Url | None = key("tautan", "Tautan", "", None)

    @property
    def name(self) -> str:
        """`Perpres Nomor 95 Tahun 2018`; without a number, `Perwali tahun 2022 (nomor belum ditemukan)`."""
        if self.number:
            year = "" if self.number.endswith(f"/{self.year}") else f" Tahun {self.year}"
            return f"{self.kind} Nomor {self.number}{year}"
        if self.status in (RegulationStatus.DRAFT, RegulationStatus.INTENDED):
            return f"{self.kind} tahun {self.year}"
        return f"{self.kind} tahun {self.year} (nomor belum ditemukan)"


class Period(Part):
    """The years a plan is for."""

    start: Year = key("mulai", "Mulai")
    end: Year = key("selesai", "Selesai")


class DocumentTarget(Part):
    """What a plan document promises, in its own words."""

    indicator: Text = key("ukuran", "Ukuran")
    value: Text = key("nilai", "Nilai")
    year: Text | None = key("tahun", "Tahun", "", None)
    record: IndicatorRef | None = key("indikator", "Angka kota", "", None)
    sources: SourceRefs = key("sumber", "Sumber", min_length=1)
    note: Markdown | None = key("catatan", "Catatan", "", None)


class Document(Named):
    """A plan document on the ladder of plans."""

    short_name: Text = key("singkatan", "Sebutan pendek")
    rung: Text = key("jenjang", "Jenjang", 'Tempatnya pada tangga rencana, mis. "RPJMD".')
    rung_order: Count = key("urutan", "Urutan", "Urutan pada tangga rencana.")
    period: Period | None = key("periode", "Periode", "", None)
    year: Year | None = key("tahun", "Tahun", "", None)
    status: RegulationStatus | None = key("status", "Status", "", None)
    adopted_by: RegulationRef | None = key("penetapan", "Ditetapkan dengan", "", None)
    vision: Text | None = key("visi", "Visi", "", None)
    missions: tuple[Text, ...] = key("misi", "Misi", "", ())
    theme: Text | None = key("tema", "Tema", "", None)
    pillars: tuple[Text, ...] = key("pilar", "Pilar", "", ())
    priorities: tuple[Text, ...] = key("prioritas", "Prioritas", "", ())
    targets: tuple[DocumentTarget, ...] = key("target", "Target", "", ())


class Source(Record):
    """Something anyone can read, and how much of it was read."""

    kind: SourceKind = key("jenis", "Jenis")
    title: Text = key("judul", "Judul")
    publisher: Text = key("penerbit", "Penerbit")
    on: Moment | None = key("tanggal", "Tanggal", "", None)
    url: Url | None = key("url", "Alamat", "", None)
    archive: Url | None = key("arsip", "Arsip", "", None)
    accessed: Day = key("diakses", "Diakses")
    part_read: PartRead = key("bagian_dibaca", "Bagian yang dibaca")
    reliability: Reliability = key("keandalan", "Keandalan")

    @property
    def name(self) -> str:
        """Its title."""
        return self.title


class Counterpart(Part):
    """The same thing in another frame."""

    frame: Annotated[Slug, Ref("kerangka")] = key("kerangka", "Kerangka")
    code: Slug = key("kode", "Kode")


class FrameItem(Part):
    """One item of a frame: a dimension, a sub-dimension, a topic."""

    code: Slug = key("kode", "Kode")
    name: Text = key("nama", "Nama")
    other_names: tuple[Text, ...] = key("nama_lain", "Nama lain", "", ())
    gloss: Text | None = key("sebutan", "Sebutan", "Arti pendek dalam bahasa Indonesia.", None)
    is_english: Flag = key(
        "nama_inggris", "Nama berbahasa Inggris", "Pembaca layar mengejanya demikian.", False
    )
    meaning: Text | None = key("arti", "Arti", "Satu kalimat.", None)
    parent: Slug | None = key("induk", "Induk", "Kode butir induk.", None)
    weight: Number | None = key("bobot", "Bobot", "", None)
    scope: Text | None = key("cakupan", "Cakupan", "", None)
    icon: Text | None = key("ikon", "Ikon", "", None)
    counterparts: tuple[Counterpart, ...] = key("padanan", "Padanan", "", ())
    note: Markdown | None = key("catatan", "Catatan", "", None)


class Frame(Named):
    """A frame with a version: dimensions, topics and the like are data."""

    kind: FrameKind = key("jenis", "Jenis")
    version: Text = key("versi", "Versi")
    basis: Text | None = key("dasar", "Dasar", "", None)
    items: tuple[FrameItem, ...] = key("butir", "Butir", min_length=1)

    @property
    def tops(self) -> tuple[FrameItem, ...]:
        """The items that stand under no other."""
        return tuple(item for item in self.items if item.parent is None)

    def inside(self, code: str) -> tuple[FrameItem, ...]:
        """The items under the item with this code."""
        return tuple(item for item in self.items if item.parent == code)

    def item(self, code: str) -> FrameItem | None:
        """The item with this code; None when there is none."""
        return next((item for item in self.items if item.code == code), None)


class Event(Record):
    """Something that happened on the way to the plan."""

    on: Moment | None = key("waktu", "Waktu", "", None)
    text: Text = key("uraian", "Uraian")
    about: HistoryAbout = key("tentang", "Tentang")


class Term(Named):
    """A word explained in at most two sentences."""

    abbreviation: Text | None = key("singkatan", "Singkatan", "", None)
    forms: tuple[Text, ...] = key("bentuk_lain", "Bentuk lain", "Bentuk lain yang ditautkan di halaman.", ())
    linked: Flag = key("tautkan", "Tautkan", "Tautkan kemunculan pertamanya di setiap halaman.", True)
    definition: Text = key("definisi", "Arti", "Paling banyak dua kalimat.")
    english: Text | None = key("padanan_inggris", "Padanan Inggris", "", None)
    see_also: tuple[Annotated[Slug, Ref("istilah")], ...] = key("lihat_juga", "Lihat juga", "", ())


class SynonymGroup(Part):
    """Words that people use for the same thing when they search."""

    words: tuple[Text, ...] = key(
        "kata", "Kata", "Dua kata atau lebih; satu kata boleh beberapa suku.", min_length=2
    )


class Synonyms(Part):
    """What the search takes for the same, besides the abbreviations that records give."""

    groups: tuple[SynonymGroup, ...] = key("sinonim", "Sinonim", "", ())


class Gap(Record):
    """What was looked for and not found."""

    question: Text = key("pertanyaan", "Yang belum ditemukan")
    about: HistoryAbout = key("tentang", "Tentang")
    looked_in: tuple[Text, ...] = key("dicari_di", "Dicari di", "", ())
    until: Day = key("sampai", "Dicari sampai")


class Withheld(Record):
    """A figure that is held back, with the reason. Counted, never shown as a figure."""

    label: Text = key("label", "Hal")
    reason: WithheldReason = key("alasan", "Alasan")
    explanation: Text = key("penjelasan", "Penjelasan")
