"""Data blocks: what staff can place anywhere in a page, with the options each one takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from content_tools.insight.facets import facets
from content_tools.insight.timeline import split_by_start
from content_tools.insight.totals import status_counts
from content_tools.model.choices import (
    Choice,
    HistoryAbout,
    Initiator,
    ProgramStatus,
)  # fmt: skip
from content_tools.model.plan import Plan
from content_tools.model.program import Program
from content_tools.pages.icons import icon
from content_tools.pages.indicator import value_table
from content_tools.pages.meanings import MEANINGS, meanings
from content_tools.pages.press import Press
from content_tools.visuals import cards, charts, links, marks
from content_tools.visuals.html import join, tag
from content_tools.visuals.ladder import ladder
from content_tools.visuals.roadmap import legend
from content_tools.visuals.roadmap_tables import overview_table, roadmap_table
from content_tools.visuals.tables import COLUMNS, DEFAULT_COLUMNS, plain_table, program_table
from content_tools.visuals.tilemap import opening_tiles

Options = Mapping[str, Any]
Allowed = Callable[[Plan], list[str]]


@dataclass(frozen=True)
class Option:
    """One option of a block: whether it is a list, and what it may hold (None: any text; empty: a number)."""

    many: bool = False
    allowed: Allowed | None = None
    is_number: bool = False


@dataclass(frozen=True)
class Block:
    """A kind of data block."""

    options: Mapping[str, Option]
    render: Callable[[Press, Options], Markup]
    required: tuple[str, ...] = ()


def _ids(collection: str) -> Allowed:
    return lambda plan: [*plan.collection(collection), *sorted(plan.unreadable.get(collection, ()))]


def _of(choice: type[Choice]) -> Allowed:
    return lambda plan: [member.value for member in choice]


FILTERS = {
    "dimensi": Option(many=True, allowed=lambda plan: list(plan.dimensions)),
    "topik": Option(many=True, allowed=lambda plan: list(plan.topics)),
    "status": Option(many=True, allowed=_of(ProgramStatus)),
    "instansi": Option(many=True, allowed=_ids("instansi")),
    "wilayah": Option(many=True, allowed=_ids("wilayah")),
    "pemrakarsa": Option(many=True, allowed=_of(Initiator)),
    "batas": Option(is_number=True),
    "urut": Option(allowed=lambda plan: ["nama", "kabar_terakhir", "mulai"]),
}
TITLED = {**FILTERS, "judul": Option()}
_ORDERS: dict[str, Callable[[Program], Any]] = {
    "nama": lambda program: program.name.lower(),
    "kabar_terakhir": lambda program: -(program.last_news.last_day.toordinal() if program.last_news else 0),
    "mulai": lambda program: program.start.first_day.toordinal() if program.start else 10**7,
}


def _chosen(press: Press, options: Options) -> list[Program]:
    """The programs that fit every filter given."""
    found = []
    for program in press.facts.living:
        values = {name: set(some) for name, some in facets(press.facts, program).items()}
        values["instansi"] |= set(program.executors)
        if all(some & set(options[name]) for name, some in values.items() if name in options):
            found.append(program)
    if "urut" in options:
        found.sort(key=_ORDERS[options["urut"]])
    return found[: options["batas"]] if "batas" in options else found


def _program_table(press: Press, options: Options) -> Markup:
    return program_table(
        press.facts,
        _chosen(press, options),
        options.get("judul", "Program dan inisiatif"),
        options.get("kolom", DEFAULT_COLUMNS),
    )


def _program_cards(press: Press, options: Options) -> Markup:
    return cards.program_cards(press.facts, _chosen(press, options))


def _roadmap(press: Press, options: Options) -> Markup:
    if not options:
        return overview_table(press.facts, "Banyaknya program yang disebut sumber, menurut dimensi dan tahun")
    dated, undated = split_by_start(_chosen(press, options))
    rest = tag("p", f"Tanpa tahun mulai: {len(undated)} program.", class_="small") if undated else None
    return join(
        (
            legend(press.facts, dated),
            roadmap_table(press.facts, dated, options.get("judul", "Perjalanan program")),
            rest,
        )
    )


def _indicator(press: Press, options: Options) -> Markup:
    indicator = press.plan.indicators[options["id"]]
    view = options.get("tampilan", "keduanya")
    parts = [tag("p", links.link(indicator), class_="figure__name")]
    if view in ("grafik", "keduanya"):
        chart = charts.line_chart(indicator)
        parts.append(tag("figure", chart, class_="drawing") if chart else Markup(""))
    if view in ("tabel", "keduanya") or not charts.line_chart(indicator):
        parts.append(value_table(press, indicator))
    return join(parts)


def _history(press: Press, options: Options) -> Markup:
    wanted = options.get("tentang", [])
    events = [event for event in press.plan.events.values() if not wanted or event.about.value in wanted]
    events.sort(key=lambda event: event.on.first_day.isoformat() if event.on else "9")
    items = []
    for event in events:
        when = (
            tag("time", event.on.words, datetime=event.on.iso)
            if event.on
            else tag("span", "Tanggal belum ditemukan", class_="missing")
        )
        source = (
            tag("span", " (", marks.source_marks(press.facts, event.sources), ")", class_="news__source")
            if event.sources
            else None
        )
        items.append(tag("li", when, tag("p", event.text, source), id=event.id))
    return (
        tag("ol", *items, class_="timeline")
        if items
        else tag("p", "Belum ada riwayat yang ditemukan.", class_="missing")
    )


def _gaps(press: Press, options: Options) -> Markup:
    wanted = options.get("tentang", [])
    gaps = [gap for gap in press.plan.gaps.values() if not wanted or gap.about.value in wanted]
    shown = gaps[: options["batas"]] if "batas" in options else gaps
    more = tag(
        "p",
        tag(
            "a",
            f"Lihat semua {len(press.plan.gaps)} hal yang belum ditemukan",
            href=links.address("belum-ditemukan/"),
        ),
    )
    return join((cards.gap_list(shown), more))


def _news_age(press: Press) -> str:
    """How long news counts as fresh, in words: `2 tahun`, `18 bulan`."""
    months = press.plan.site.news_months
    return f"{months // 12} tahun" if months % 12 == 0 else f"{months} bulan"


def _state(press: Press, options: Options) -> Markup:
    counts = status_counts(press.plan, press.facts.on)
    silent = counts.get(ProgramStatus.UNKNOWN, 0)
    total = len(press.plan.living)
    heard = total - silent
    sentence = tag(
        "p",
        f"{heard} program masih punya kabar dalam {_news_age(press)} terakhir atau sudah ada hasil akhirnya. {silent} belum ada kabar.",
    )
    rows = [
        (
            tag("a", status.label, href=links.address(f"program/status/{status.value.replace('_', '-')}/")),
            str(count),
            status.meaning,
        )
        for status, count in counts.items()
    ]
    return join(
        (
            sentence,
            plain_table(
                "Program menurut status hari ini", ("Status", "Program", "Artinya"), rows, "records--narrow"
            ),
        )
    )


def _quick_wins(press: Press, options: Options) -> Markup:
    plan, facts = press.plan, press.facts
    official = [program for program in plan.living if program.quick_win and program.quick_win.official]
    parts: list[Markup] = []
    if official:
        rows = []
        for program in official:
            win = program.quick_win
            if win is None:
                continue
            late = (
                win.end is not None
                and win.end.last_day < facts.on
                and program.status is not ProgramStatus.DONE
            )
            span = "–".join(when.words for when in (win.start, win.end) if when)
            state = join(
                (marks.status_chip(facts, program), tag("strong", " lewat tenggat") if late else None)
            )
            basis = plan.sources.get(win.basis or "")
            rows.append(
                (
                    links.link(program),
                    win.promised or "",
                    span,
                    state,
                    marks.source_mark(basis, short=True) if basis else "",
                )
            )
        parts.append(
            plain_table(
                "Quick win resmi", ("Program", "Hasil yang dijanjikan", "Waktu", "Keadaan", "Dasar"), rows
            )
        )
    else:
        parts.append(tag("p", "Daftar resmi quick win belum kami temukan.", class_="notice"))
    candidates = plan.masterplan.quick_win_candidates
    if candidates is not None:
        programs = [plan.programs[name] for name in candidates.programs]
        silent = sum(facts.status(program).code == ProgramStatus.UNKNOWN.value for program in programs)
        text = (
            f"{len(programs)} program memenuhi {len(candidates.marks)} ciri yang kami pakai: {', '.join(candidates.marks)}. "
            f"Ini penilaian penyusun, bukan keputusan pemerintah. {silent} di antaranya belum ada kabar selama {_news_age(press)}."
        )
        parts += [
            tag("h2", "Penilaian penyusun", id="penilaian-penyusun"),
            tag("p", text),
            program_table(facts, programs, "Menurut penilaian penyusun situs"),
        ]
    return join(parts)


def _search(press: Press, options: Options) -> Markup:
    return cards.search_form("cari-beranda")


def _manager(press: Press, options: Options) -> Markup:
    return press.render("pengelola.html")


BLOCKS: dict[str, Block] = {
    "tabel-program": Block(
        {**TITLED, "kolom": Option(many=True, allowed=lambda plan: list(COLUMNS))}, _program_table
    ),
    "kartu-program": Block(FILTERS, _program_cards),
    "peta-jalan": Block(TITLED, _roadmap),
    "indikator": Block(
        {
            "id": Option(allowed=_ids("indikator")),
            "tampilan": Option(allowed=lambda plan: ["grafik", "tabel", "keduanya"]),
        },
        _indicator,
        ("id",),
    ),
    "riwayat": Block({"tentang": Option(many=True, allowed=_of(HistoryAbout))}, _history),
    "kartu-dimensi": Block({}, lambda press, options: cards.dimension_cards(press.facts)),
    "belum-ditemukan": Block(
        {"batas": Option(is_number=True), "tentang": Option(many=True, allowed=_of(HistoryAbout))}, _gaps
    ),
    "tangga-rencana": Block({}, lambda press, options: ladder(press.facts)),
    "quick-win": Block({}, _quick_wins),
    "pencarian": Block({}, _search),
    "daftar-kelurahan": Block({}, lambda press, options: opening_tiles(press.plan)),
    "kartu-topik": Block(
        {},
        lambda press, options: cards.topic_tiles(
            press.facts, {i.icon: icon(i.icon) for i in press.plan.topics.values() if i.icon}
        ),
    ),
    "kabar-terbaru": Block(
        {"batas": Option(is_number=True)},
        lambda press, options: cards.news_list(press.facts, options.get("batas", 5)),
    ),
    "keadaan-program": Block({}, _state),
    "angka-utama": Block({}, lambda press, options: cards.headlines(press.facts)),
    "arti-kata": Block(
        {"pilihan": Option(allowed=lambda plan: list(MEANINGS))},
        lambda press, options: meanings(options.get("pilihan", "status"), press.plan.site.news_months),
    ),
    "pengelola": Block({}, _manager),
}
"""Block name to what it takes and what it draws."""
