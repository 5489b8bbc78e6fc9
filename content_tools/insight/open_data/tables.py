"""The tables of a plan: their rows and every column, in one place.

Withdrawn records stay in, marked by `ditarik`. Figures that are held back stand in no table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from content_tools.insight.addresses import path_of
from content_tools.insight.facts import Facts
from content_tools.insight.open_data.columns import SHARED, Cell, Column, Row, computed, fields
from content_tools.model.base import Part, Record
from content_tools.model.choices import ProgramStatus
from content_tools.model.city import Agency, CityFact, Place
from content_tools.model.indicator import Indicator, Value
from content_tools.model.masterplan import Masterplan
from content_tools.model.plan import Plan
from content_tools.model.program import Budget, Figure, Milestone, Program
from content_tools.model.reference import (
    Document,
    DocumentTarget,
    Event,
    Frame,
    FrameItem,
    Gap,
    Regulation,
    Source,
    Term,
)

Pairs = Iterable[tuple[Record, Part]]
"""For each row, the record it belongs to and what it tells of: the record itself, or a part of it."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name (in addresses and as a key), its sentence, its columns, its rows cell by cell."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Design:
    """A table without a plan."""

    name: str
    meaning: str
    pairs: Callable[[Plan], Pairs]
    columns: tuple[Column, ...]


def _whole(records: Mapping[str, Record]) -> Pairs:
    return ((record, record) for record in records.values())


def _steps(plan: Plan) -> Pairs:
    return ((program, step) for program in plan.programs.values() for step in program.milestones)


def _money(plan: Plan) -> Pairs:
    return ((program, money) for program in plan.programs.values() for money in program.budgets)


def _figures(plan: Plan) -> Pairs:
    return (
        (program, figure)
        for program in plan.programs.values()
        for figure in program.figures
        if figure.id not in plan.withheld
    )


def _values(plan: Plan) -> Pairs:
    return (
        (indicator, value)
        for indicator in plan.indicators.values()
        for value in indicator.values
        if value.id not in plan.withheld
    )


def _facts(plan: Plan) -> Pairs:
    return ((plan.city, fact) for fact in plan.city.facts if fact.id not in plan.withheld)


def _targets(plan: Plan) -> Pairs:
    return ((document, target) for document in plan.documents.values() for target in document.targets)


def _frame_items(plan: Plan) -> Pairs:
    return ((frame, item) for frame in plan.frames.values() for item in frame.items)


def _name_of(facts: Facts, collection: str, name: str | None) -> str | None:
    return getattr(facts.plan.collection(collection).get(name or ""), "name", None)


def _lead_name(facts: Facts, program: Program) -> object:
    return _name_of(facts, "instansi", program.lead)


def _place_names(facts: Facts, program: Program) -> object:
    return tuple(facts.plan.places[name].full_name for name in program.places if name in facts.plan.places)


def _topic_names(facts: Facts, program: Program) -> object:
    return tuple(facts.plan.topics[code].name for code in program.topics if code in facts.plan.topics)


def _dimension_name(facts: Facts, record: Program | Indicator) -> object:
    item = facts.plan.dimension_frame.item(record.dimension or "")
    return item.name if item else None


def _candidate(facts: Facts, program: Program) -> object:
    """Whether the compiler judges it so; None when no such list was made."""
    candidates = facts.plan.masterplan.quick_win_candidates
    return program.id in candidates.programs if candidates else None


def _absences(facts: Facts, program: Program) -> object:
    return tuple(f"{absence.about}: {absence.reason.value}" for absence in program.absences)


def _former_names(facts: Facts, agency: Agency) -> object:
    return tuple(f"{old.name} ({old.until.iso})" if old.until else old.name for old in agency.former_names)


_OF_PROGRAM = (
    computed(Program, "program", "Program", "Id programnya.", lambda facts, program: program.id),
    computed(Program, "nama_program", "Nama program", "", lambda facts, program: program.name),
)
_RANGE = ("span.low", "span.high", "span.bound")

_DESIGNS = (
    _Design("program", "Program dan inisiatif, satu baris satu program.", lambda plan: _whole(plan.programs), (
        *fields(Program, "id", "name", "abbreviation", "summary", "status"),
        computed(
            Program, "status_hari_ini", "Status hari ini", "Tidak diketahui bila kabar terakhirnya sudah terlalu lama.",
            lambda facts, program: facts.status(program).code, tuple(ProgramStatus),
        ),
        computed(
            Program, "status_hari_ini_kata", "Status hari ini, dengan kata", "Seperti tertulis di halaman, dengan bulan kabarnya.",
            lambda facts, program: facts.status(program).words,
        ),
        *fields(Program, "last_news", "status_reason", "pattern", "dimension"),
        computed(Program, "nama_dimensi", "Nama dimensi", "", _dimension_name),
        *fields(Program, "subdimension", "other_dimensions", "topics"),
        computed(Program, "nama_topik", "Nama topik", "", _topic_names),
        *fields(Program, "in_masterplan", "grouping", "group", "stage", "lead"),
        computed(Program, "nama_penanggung_jawab", "Nama penanggung jawab", "", _lead_name),
        *fields(Program, "executors", "initiators", "initiator_text", "partners", "beneficiaries", "scope", "location", "places"),
        computed(Program, "nama_wilayah", "Nama wilayah", "", _place_names),
        *fields(Program, "schedule.start", "schedule.end", "description", "problem_text", "purpose"),
        *fields(Program, "quick_win.official", "quick_win.basis", "quick_win.start", "quick_win.end", "quick_win.promised"),
        computed(
            Program, "calon_quick_win", "Calon quick win", "Penilaian penyusun situs, bukan keputusan pemerintah.", _candidate,
        ),
        *fields(Program, "service.kind", "service.url", "related", "depends_on", "indicators", "regulations"),
        computed(Program, "belum_ada", "Yang belum ada", "Kunci yang nilainya tidak ada, lalu sebabnya.", _absences),
        *fields(Program, "note", "retired.reason"),
    )),
    _Design("langkah", "Langkah penting tiap program, satu baris satu langkah.", _steps, (
        *_OF_PROGRAM, *fields(Milestone, "name", "on", "start", "end", "status", "output"),
    )),
    _Design("anggaran", "Uang tiap program menurut tahun dan jenisnya. Jenis yang berbeda jangan dijumlahkan.", _money, (
        *_OF_PROGRAM, *fields(Budget, "year", "kind", "amount", "funding"),
    )),
    _Design("angka-program", "Angka tentang satu program, seperti disebut sumbernya.", _figures, (
        *_OF_PROGRAM, *fields(Figure, "id", "text", "value", *_RANGE, "unit", "on"),
    )),
    _Design("indikator", "Angka kota, satu baris satu nilai. Nilai dari seri berbeda jangan disambung.", _values, (
        computed(Indicator, "indikator", "Indikator", "Id ukurannya.", lambda facts, indicator: indicator.id),
        computed(Indicator, "nama_indikator", "Nama indikator", "", lambda facts, indicator: indicator.name),
        *fields(Value, "id", "on", "number", *_RANGE, "predicate"),
        *fields(Indicator, "unit"),
        *fields(Value, "kind", "finality", "series", "place", "note"),
        *fields(Indicator, "kind", "direction", "group", "dimension"),
        computed(Indicator, "nama_dimensi", "Nama dimensi", "", _dimension_name),
        *fields(Indicator, "topics", "programs", "definition", "formula", "producer"),
    )),
    _Design("fakta-kota", "Fakta tentang kota yang bukan deret waktu.", _facts, (
        *fields(CityFact, "id", "label", "text", "number", "unit", "on", "note"),
    )),
    _Design("instansi", "Instansi yang disebut sumber.", lambda plan: _whole(plan.agencies), (
        *fields(Agency, "id", "name", "abbreviation", "summary", "kind", "existence", "since", "website", "phone", "email", "place"),
        computed(Agency, "nama_lama", "Nama lama", "Dengan waktu terakhir dipakai, bila diketahui.", _former_names),
        *fields(Agency, "note"),
    )),
    _Design("wilayah", "Bagian kota: kode, jenis, dan wilayah induknya.", lambda plan: _whole(plan.places), (
        *fields(Place, "id", "name", "kind", "code", "bps_code", "parent"),
        computed(
            Place, "nama_induk", "Nama induk", "", lambda facts, place: _name_of(facts, "wilayah", place.parent),
        ),
        *fields(Place, "other_names", "postal_code", "summary", "note"),
    )),
    _Design("masterplan", "Masterplan: statusnya, penetapannya, visi dan misinya.", lambda plan: ((plan.masterplan, plan.masterplan),), (
        *fields(Masterplan, "id", "name", "summary", "status", "adopted_by", "document", "period.start", "period.end", "edition"),
        *fields(Masterplan, "dimension_frame", "topic_frame", "dimension_note", "vision", "missions", "note"),
    )),
    _Design("kerangka", "Dimensi, topik, dan kelompok lain yang dipakai, satu baris satu butir.", _frame_items, (
        computed(Frame, "kerangka", "Kerangka", "Id kerangkanya.", lambda facts, frame: frame.id),
        computed(Frame, "nama_kerangka", "Nama kerangka", "", lambda facts, frame: frame.name),
        *fields(Frame, "kind", "version", "basis"),
        *fields(FrameItem, "code", "name", "gloss", "other_names", "parent", "meaning", "scope", "weight", "note"),
    )),
    _Design("dokumen", "Dokumen rencana yang disebut sumber.", lambda plan: _whole(plan.documents), (
        *fields(Document, "id", "name", "short_name", "summary", "rung", "rung_order", "period.start", "period.end", "year", "status"),
        *fields(Document, "adopted_by", "vision", "missions", "theme", "pillars", "priorities", "note"),
    )),
    _Design("target-dokumen", "Target dalam dokumen rencana, seperti tertulis di dokumennya.", _targets, (
        computed(Document, "dokumen", "Dokumen", "Id dokumennya.", lambda facts, document: document.id),
        computed(Document, "nama_dokumen", "Nama dokumen", "", lambda facts, document: document.name),
        *fields(DocumentTarget, "indicator", "value", "year", "record", "note"),
    )),
    _Design("dasar-hukum", "Peraturan yang disebut sumber.", lambda plan: _whole(plan.regulations), (
        *fields(Regulation, "id"),
        computed(Regulation, "nama", "Nama", "Jenis, nomor, dan tahunnya.", lambda facts, regulation: regulation.name),
        *fields(Regulation, "kind", "number", "year", "about", "level", "status", "url", "note"),
    )),
    _Design("riwayat", "Peristiwa dalam perjalanan rencana kota cerdas.", lambda plan: _whole(plan.events), (
        *fields(Event, "id", "on", "text", "about", "note"),
    )),
    _Design("sumber", "Sumber publik yang dipakai, dan seberapa jauh dibaca.", lambda plan: _whole(plan.sources), (
        *fields(Source, "id", "title", "on", "kind", "reliability", "part_read", "accessed", "archive", "note"),
    )),
    _Design("istilah", "Arti kata dan singkatan.", lambda plan: _whole(plan.terms), (
        *fields(Term, "id", "name", "abbreviation", "definition", "english", "forms", "see_also", "note"),
    )),
    _Design("belum-ditemukan", "Hal yang kami cari dan belum kami temukan.", lambda plan: _whole(plan.gaps), (
        *fields(Gap, "id", "question", "about", "looked_in", "until", "note"),
    )),
)  # fmt: skip


def open_data(facts: Facts) -> Iterator[Table]:
    """Every table of the plan."""
    for design in _DESIGNS:
        columns = (*design.columns, *SHARED)
        rows = [Row(facts, record, part, path_of(record)) for record, part in design.pairs(facts.plan)]
        yield Table(
            design.name,
            design.meaning,
            columns,
            tuple(tuple(column.cell(row) for column in columns) for row in rows),
        )
