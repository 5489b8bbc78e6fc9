"""The masterplan itself: its status, its frame, its stages."""

from __future__ import annotations

from typing import Annotated

from content_tools.model.base import Named, Part, Ref, key
from content_tools.model.choices import PlanStatus, StageKind
from content_tools.model.program import ProgramRef, RegulationRef
from content_tools.model.reference import Period
from content_tools.model.values import Markdown, Moment, Slug, Text, Url


class Stage(Part):
    """A stage of the plan."""

    code: StageKind = key("kode", "Kode")
    start: Moment = key("mulai", "Mulai")
    end: Moment = key("selesai", "Selesai")


class Book(Part):
    """A book of the plan as it was published."""

    title: Text = key("judul", "Judul")
    url: Url | None = key("tautan", "Tautan", "", None)


class Candidates(Part):
    """Programs the compiler judges to fit the marks of a quick win; nobody's decision but theirs."""

    marks: tuple[Text, ...] = key("ciri", "Ciri", min_length=1)
    programs: tuple[ProgramRef, ...] = key("program", "Program", min_length=1)


class Masterplan(Named):
    """The plan this site is about."""

    status: PlanStatus = key("status", "Status")
    adopted_by: RegulationRef | None = key("penetapan", "Penetapan", "Wajib sejak ditetapkan.", None)
    document: Annotated[Slug, Ref("dokumen")] | None = key("dokumen", "Dokumen", "", None)
    period: Period | None = key("periode", "Periode", "", None)
    edition: Text | None = key("edisi", "Edisi", "", None)
    dimension_frame: Annotated[Slug, Ref("kerangka")] = key("kerangka_dimensi", "Kerangka dimensi")
    topic_frame: Annotated[Slug, Ref("kerangka")] = key("kerangka_topik", "Kerangka topik")
    dimension_note: Markdown | None = key(
        "keterangan_dimensi", "Keterangan dimensi", "Dari mana nama dimensi berasal.", None
    )
    vision: Text | None = key("visi", "Visi", "", None)
    missions: tuple[Text, ...] = key("misi", "Misi", "", ())
    stages: tuple[Stage, ...] = key("tahapan", "Tahapan", "", ())
    books: tuple[Book, ...] = key("buku", "Buku", "", ())
    quick_win_candidates: Candidates | None = key(
        "calon_quick_win", "Calon quick win menurut penyusun", "", None
    )
