"""A program or initiative, with its steps, figures and money."""

from __future__ import annotations

from typing import Annotated

from content_tools.model.base import Named, Part, Ref, SourceRefs, key
from content_tools.model.choices import (
    Bound,
    BudgetKind,
    FundingSource,
    Grouping,
    Initiator,
    InMasterplan,
    MilestoneStatus,
    Pattern,
    ProgramGroup,
    ProgramStatus,
    Scope,
    ServiceKind,
    StageKind,
)
from content_tools.model.values import Flag, Markdown, Moment, Number, Rupiah, Slug, Text, Url, Year


class Span(Part):
    """A value known only as a range or a bound."""

    low: Number | None = key("dari", "Dari", "", None)
    high: Number | None = key("sampai", "Sampai", "", None)
    bound: Bound | None = key("batas", "Batas", "", None)


class Schedule(Part):
    """From when to when, as exact as the sources are."""

    start: Moment | None = key("mulai", "Mulai", "Tahun, bulan, atau tanggal.", None)
    end: Moment | None = key(
        "selesai", "Selesai", "Tahun, bulan, atau tanggal menurut rencana atau sumber.", None
    )


class Milestone(Part):
    """An important step of a program, on a date some source gives."""

    name: Text = key("nama", "Langkah penting")
    on: Moment | None = key("waktu", "Waktu", "Tahun, bulan, atau tanggal.", None)
    start: Moment | None = key("mulai", "Mulai", "", None)
    end: Moment | None = key("selesai", "Selesai", "", None)
    status: MilestoneStatus | None = key("status", "Status", "", None)
    output: Text | None = key("keluaran", "Keluaran", "", None)
    sources: SourceRefs = key("sumber", "Sumber", min_length=1)


class Figure(Part):
    """A number some source gives about a program, in words and, where clear, as a value."""

    id: Slug | None = key("id", "Id", "", None)
    text: Text = key("teks", "Angka")
    value: Number | None = key("nilai", "Nilai", "", None)
    span: Span | None = key("rentang", "Rentang", "", None)
    unit: Text | None = key("satuan", "Satuan", "", None)
    on: Moment | None = key("waktu", "Waktu", "", None)
    sources: SourceRefs = key("sumber", "Sumber", min_length=1)


class Budget(Part):
    """Money planned or spent for one program in one year, from one source."""

    year: Year = key("tahun", "Tahun")
    amount: Rupiah = key("jumlah", "Jumlah (Rp)", "Rupiah penuh, bilangan bulat, tidak negatif.")
    kind: BudgetKind = key("jenis_angka", "Jenis angka")
    funding: FundingSource = key("sumber_dana", "Sumber dana")
    sources: SourceRefs = key("sumber", "Sumber", min_length=1)


class QuickWin(Part):
    """An official quick win, resting on the document that names it."""

    official: Flag = key("resmi", "Resmi")
    basis: Annotated[Slug, Ref("sumber")] | None = key("dasar", "Dasar", "", None)
    start: Moment | None = key("mulai", "Mulai", "", None)
    end: Moment | None = key("selesai", "Selesai", "", None)
    promised: Text | None = key("hasil_dijanjikan", "Hasil yang dijanjikan", "", None)


class Service(Part):
    """What a citizen would come for, and where to go instead of this page."""

    kind: ServiceKind = key("jenis", "Jenis layanan")
    url: Url | None = key("tautan", "Tautan", "", None)


AgencyRef = Annotated[Slug, Ref("instansi")]
PlaceRef = Annotated[Slug, Ref("wilayah")]
ProgramRef = Annotated[Slug, Ref("program")]
RegulationRef = Annotated[Slug, Ref("regulasi")]
IndicatorRef = Annotated[Slug, Ref("indikator")]
DimensionRef = Annotated[Slug, Ref("dimensi")]
TopicRef = Annotated[Slug, Ref("topik")]


class Program(Named):
    """One program or initiative; one file."""

    abbreviation: Text | None = key("singkatan", "Singkatan", "", None)
    in_masterplan: InMasterplan = key("dalam_masterplan", "Dalam masterplan")
    grouping: Grouping = key("pengelompokan", "Pengelompokan", "Siapa yang menempatkannya pada dimensi.")
    dimension: DimensionRef = key("dimensi", "Dimensi")
    subdimension: DimensionRef | None = key("subdimensi", "Subdimensi", "", None)
    other_dimensions: tuple[DimensionRef, ...] = key("dimensi_terkait", "Dimensi terkait", "", ())
    topics: tuple[TopicRef, ...] = key(
        "topik", "Topik", "Satu atau dua topik warga.", min_length=1, max_length=2
    )
    group: ProgramGroup | None = key("kelompok_program", "Kelompok program", "", None)
    description: Markdown | None = key("uraian", "Uraian", "", None)
    problem_text: Markdown | None = key("masalah", "Masalah", "", None)
    purpose: Markdown | None = key("tujuan", "Tujuan", "", None)
    beneficiaries: tuple[Text, ...] = key("penerima_manfaat", "Untuk siapa", "", ())
    scope: Scope = key("cakupan", "Cakupan")
    location: Text | None = key("lokasi", "Lokasi", "Nama tempat.", None)
    places: tuple[PlaceRef, ...] = key("wilayah", "Wilayah", "", ())
    lead: AgencyRef | None = key("penanggung_jawab", "Penanggung jawab", "", None)
    executors: tuple[AgencyRef, ...] = key("pelaksana", "Pelaksana", "", ())
    initiators: tuple[Initiator, ...] = key("pemrakarsa", "Digagas oleh", min_length=1)
    initiator_text: Text | None = key("pemrakarsa_teks", "Digagas oleh (rinci)", "", None)
    partners: tuple[Text, ...] = key("mitra", "Mitra", "", ())
    related: tuple[ProgramRef, ...] = key("terkait", "Program terkait", "", ())
    schedule: Schedule | None = key("jadwal", "Jadwal", "", None)
    stage: StageKind | None = key("tahapan", "Tahapan", "", None)
    status: ProgramStatus = key("status", "Status")
    pattern: Pattern | None = key("pola", "Pola", "", None)
    last_news: Moment | None = key(
        "kabar_terakhir", "Kabar terakhir", "Waktu sumber terbaru yang menyebutnya.", None
    )
    status_reason: Text | None = key(
        "alasan_status", "Alasan status", "Wajib bila ditunda atau dihentikan.", None
    )
    milestones: tuple[Milestone, ...] = key("tonggak", "Langkah penting", "", ())
    indicators: tuple[IndicatorRef, ...] = key("indikator", "Angka kota terkait", "", ())
    figures: tuple[Figure, ...] = key("angka", "Angka", "", ())
    budgets: tuple[Budget, ...] = key("anggaran", "Anggaran", "", ())
    regulations: tuple[RegulationRef, ...] = key("regulasi", "Dasar hukum", "", ())
    depends_on: tuple[ProgramRef, ...] = key("ketergantungan", "Bergantung pada", "", ())
    quick_win: QuickWin | None = key("quick_win", "Quick win", "", None)
    service: Service | None = key("layanan", "Layanan", "", None)

    @property
    def start(self) -> Moment | None:
        """When it began or is meant to begin; None when no source says."""
        return self.schedule.start if self.schedule else None

    @property
    def end(self) -> Moment | None:
        """When it ended or is meant to end; None when no source says."""
        return self.schedule.end if self.schedule else None
