"""The roadmap as tables and lists: bars of programs, the overview by year, important steps in time's order."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.insight.timeline import bar, mentioned_years, overview
from content_tools.model.choices import MilestoneStatus
from content_tools.model.program import Milestone, Program
from content_tools.visuals.dimensions import marked_dimension
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import address, link
from content_tools.visuals.marks import source_marks, status_chip
from content_tools.visuals.roadmap import (
    axis_drawing,
    bar_drawing,
    step_look,
    step_sign,
    step_time,
)

MOST_YEARS = 12
"""Columns of the overview; what is older stands together in the first one."""


def _frame(table: Markup) -> Markup:
    """A table that never scrolls inside itself: it takes another shape where there is little room."""
    return tag("div", table, class_="table-region table-region--fits")


def roadmap_table(facts: Facts, programs: Sequence[Program], caption: str) -> Markup:
    """Programs with a start: name, status, start, newest news, end where one is stated, and the bar."""
    bars = [item for item in (bar(program, facts.on) for program in programs) if item is not None]
    if not bars:
        return tag("p", "Belum ada program dengan tahun mulai.", class_="missing")
    dated = any(item.program.end for item in bars)
    headings = ["Program", "Status", "Mulai", "Kabar terakhir", *(["Selesai atau tenggat"] if dated else [])]
    head = tag("tr", *(tag("th", heading, scope="col") for heading in headings),
               tag("th", tag("span", "Waktu", class_="visually-hidden"), axis_drawing(facts), scope="col", class_="bar-cell"))  # fmt: skip
    rows = []
    for item in bars:
        program = item.program
        news = (
            program.last_news.short if program.last_news else tag("span", "Belum ada kabar", class_="missing")
        )
        cells = [
            tag("th", link(program), scope="row"),
            tag("td", status_chip(facts, program), class_="status-cell", data_label="Status"),
            tag("td", program.start.short if program.start else "", data_label="Mulai"),
            tag("td", news, data_label="Kabar terakhir"),
        ]
        if dated:
            end = program.end
            cells.append(tag("td", end.short, data_label=headings[4]) if end else tag("td", class_="empty"))
        rows.append(tag("tr", *cells, tag("td", bar_drawing(facts, item), class_="bar-cell")))
    look = "records roadmap roadmap--dated" if dated else "records roadmap"
    return _frame(tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *rows), class_=look))


def _older(facts: Facts, code: str, start: int) -> int:
    """In how many programs of a dimension a source from before this year speaks."""
    return sum(
        any(year < start for year in mentioned_years(facts.plan, program))
        for program in facts.living
        if program.dimension == code
    )


def _count(facts: Facts, code: str, year: int, count: int) -> Markup:
    """How many programs, leading to their list."""
    name = facts.plan.dimensions[code].name
    return tag(
        "a", count, href=address(f"program/?dimensi={code}&tahun={year}"), aria_label=f"{count} program {name}, {year}",
    )  # fmt: skip


def overview_table(facts: Facts, caption: str) -> Markup:
    """Dimension × year: in how many programs a source of that year speaks. Nothing found stays empty.

    Of many years the oldest stand in one column, in which a program counts once.
    """
    counts = overview(facts.plan)
    first = min([year for row in counts.values() for year, count in row.items() if count] + [facts.on.year])
    start = facts.on.year - MOST_YEARS + 1
    start = first if start - first < 2 else start
    older = {code: _older(facts, code, start) for code in counts} if first < start else {}
    years = range(start, facts.on.year + 1)
    most = max([count for row in counts.values() for count in row.values()] + list(older.values()) + [1])
    headings = [*([f"sampai {start - 1}"] if older else []), *(str(year) for year in years)]
    head = tag(
        "tr", tag("th", "Dimensi", scope="col"), *(tag("th", heading, scope="col") for heading in headings)
    )
    rows = []
    for code, by_year in counts.items():
        row = [(by_year.get(year, 0), year) for year in years]
        cells = [tag("th", marked_dimension(facts, code), scope="row")]
        for heading, (count, year) in zip(
            headings, [*([(older[code], None)] if older else []), *row], strict=True
        ):
            look = f"heat heat--{1 + min(3, 4 * (count - 1) // most)}" if count else "heat"
            words = _count(facts, code, year, count) if count and year else count or None
            cells.append(tag("td", words, class_=look, data_label=heading))
        rows.append(tag("tr", *cells))
    table = tag(
        "table", tag("caption", caption), tag("thead", head), tag("tbody", *rows), class_="records heatmap"
    )
    return tag("div", table, class_="overview")


def steps_by_quarter(
    facts: Facts, programs: Sequence[Program]
) -> list[tuple[str, list[tuple[Program, Milestone]]]]:
    """Important steps not done yet or done, grouped by quarter (or year), in the order of time."""
    found: dict[tuple[int, int], list[tuple[Program, Milestone]]] = {}
    for program in programs:
        for step in program.milestones:
            when = step_time(step)
            if when is not None and step.status is not MilestoneStatus.CANCELLED:
                quarter = (when.month + 2) // 3 if when.month else 0
                found.setdefault((when.year, quarter), []).append((program, step))
    return [
        (f"Triwulan {quarter} {year}" if quarter else f"Tahun {year}", found[year, quarter])
        for year, quarter in sorted(found)
    ]


def _is_late(facts: Facts, step: Milestone) -> bool:
    """Whether a step was due before today and no source says that it was reached."""
    due = step.on or step.end
    open_still = step.status in (MilestoneStatus.PENDING, MilestoneStatus.RUNNING)
    return open_still and due is not None and due.last_day < facts.on


def steps_list(facts: Facts, programs: Sequence[Program]) -> Markup:
    """Important steps in time's order: when, of which program, what, how far, who says so; nothing for none."""
    periods = []
    for when, entries in steps_by_quarter(facts, programs):
        items = []
        for program, step in entries:
            sign = tag("svg", step_sign(step_look(step, facts.on)), width="16", height="16", viewBox="-8 -8 16 16", aria_hidden="true", class_="steps__sign")  # fmt: skip
            state = step.status.label if step.status else None
            words: list[object] = [
                part for part in (state, "lewat tenggat" if _is_late(facts, step) else None) if part
            ]
            items.append(
                tag(
                    "li",
                    sign,
                    tag("p", link(program), ": ", step.name),
                    tag("p", join([*words, join(("Sumber: ", source_marks(facts, step.sources)))], " · "), class_="small"),
                )
            )  # fmt: skip
        periods.append(tag("li", tag("p", when, class_="steps__when"), tag("ul", *items)))
    return tag("ol", *periods, class_="steps") if periods else Markup("")
