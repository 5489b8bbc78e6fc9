"""An indicator: one measure, one unit, its values over time, each with its source."""

from __future__ import annotations

from content_tools.model.base import Named, Part, SourceRefs, key
from content_tools.model.choices import Direction, Finality, IndicatorKind, Strength, ValueKind
from content_tools.model.program import DimensionRef, PlaceRef, ProgramRef, Span, TopicRef
from content_tools.model.values import Markdown, Moment, Number, Slug, Text


class Value(Part):
    """One figure of an indicator: a number, a span or a predicate, at a time, from sources."""

    id: Slug = key("id", "Id")
    on: Moment | None = key(
        "waktu", "Waktu", "Tahun, bulan, atau tanggal; kosong bila sumber tidak menyebutnya.", None
    )
    number: Number | None = key("angka", "Angka", "", None)
    span: Span | None = key("rentang", "Rentang", "", None)
    predicate: Text | None = key("predikat", "Predikat", "", None)
    kind: ValueKind = key("jenis_nilai", "Jenis nilai")
    finality: Finality = key("sifat", "Sifat angka", "", Finality.UNSTATED)
    series: Text | None = key("seri", "Seri", "Nilai dari seri berbeda tidak pernah disambung.", None)
    place: PlaceRef | None = key("wilayah", "Wilayah", "", None)
    strength: Strength | None = key("kekuatan_sumber", "Kekuatan sumber", "", None)
    sources: SourceRefs = key("sumber", "Sumber", min_length=1)
    note: Markdown | None = key("catatan", "Catatan", "", None)


class Indicator(Named):
    """One measure of the city or of a program; one file."""

    kind: IndicatorKind = key("jenis", "Jenis")
    definition: Markdown | None = key("definisi", "Definisi", "", None)
    formula: Text | None = key("rumus", "Rumus", "", None)
    unit: Text | None = key("satuan", "Satuan", "", None)
    direction: Direction | None = key("arah", "Arah", "", None)
    producer: Text | None = key("produsen_data", "Produsen data", "", None)
    dimension: DimensionRef | None = key("dimensi", "Dimensi", "", None)
    topics: tuple[TopicRef, ...] = key("topik", "Topik", "", ())
    programs: tuple[ProgramRef, ...] = key("program", "Program", "", ())
    group: Text | None = key("kelompok", "Kelompok", "Judul kelompok pada halaman Angka kota.", None)
    values: tuple[Value, ...] = key("nilai", "Nilai", min_length=1)
