"""The roadmap as a table with drawn bars. Widths are percentages of SVG, so no style is needed.

Full bar: from the start to the newest news, its end left open. Stripes: planned by some source.
Two lines stand in every row: the newest news of the whole plan, and today.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.insight.timeline import Axis, Bar, bar, first_mention, overview
from content_tools.model.choices import MilestoneStatus
from content_tools.model.program import Program
from content_tools.model.writing import day
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import dimension_link, link
from content_tools.visuals.marks import status_chip
from content_tools.visuals.tables import region


def _percent(axis: Axis, day: date) -> str:
    return f"{axis.share(day) * 100:.2f}%"


def _width(axis: Axis, start: date, end: date) -> str:
    return f"{max(0.8, (axis.share(end) - axis.share(start)) * 100):.2f}%"


def bar_words(item: Bar) -> str:
    """What a bar shows, for those who do not see it."""
    program, words = item.program, []
    start = program.start.words if program.start else ""
    if item.known:
        if item.ended:
            last = program.end or program.last_news
            words.append(f"{start} sampai {last.words}" if last and last.words != start else start)
        elif program.last_news:
            words.append(f"mulai {start}, kabar terakhir {program.last_news.words}")
        else:
            words.append(f"mulai {start}")
    if item.planned:
        end = f" sampai {program.end.words}" if program.end else ""
        if item.known:
            words.append(f"rencana{end}")
        elif first_mention(program):
            words.append(f"disebut sebagai rencana sejak {start}{end}")
        else:
            words.append(f"direncanakan mulai {start}{end}")
    return "; ".join(words)


@lru_cache(8)
def _lines(axis: Axis, news: date | None, today: date) -> Markup:
    """The two lines that stand in every row: the newest news, and today."""
    drawn = []
    for day_of_line, look in ((news, "line-news"), (today, "line-today")):
        if day_of_line is not None:
            x = _percent(axis, min(day_of_line, today))
            drawn.append(tag("line", x1=x, x2=x, y1="0", y2="100%", class_=look))
    return join(drawn)


@lru_cache(8)
def _grid(axis: Axis) -> Markup:
    """A thin line at the start of every year."""
    places = [_percent(axis, date(year, 1, 1)) for year in axis.years]
    return join(tag("line", x1=x, x2=x, y1="0", y2="100%", class_="line-year") for x in places)


def bar_drawing(facts: Facts, item: Bar) -> Markup:
    """One row of the roadmap as SVG."""
    axis, marks = facts.axis, [_grid(facts.axis)]
    code = facts.status(item.program).code.replace("_", "-")
    if item.known:
        start, end = item.known
        x, width = _percent(axis, start), _width(axis, start, end)
        marks.append(tag("rect", x=x, y="6", width=width, height="12", class_=f"bar bar--{code}"))
        if not item.ended and not item.planned:
            edge = f"{min(99.0, axis.share(end) * 100):.2f}%"
            tip = tag("path", d="M0 6l5 3-5 3 5 3-5 3", class_="bar-open")
            marks.append(tag("svg", tip, x=edge, y="0", width="8", height="24", overflow="visible"))
    if item.planned:
        start, end = item.planned
        marks.append(
            tag(
                "rect",
                x=_percent(axis, start),
                y="6",
                width=_width(axis, start, end),
                height="12",
                class_="bar bar--planned",
            )
        )
    for step in item.program.milestones:
        when = step.on or step.end or step.start
        if when is not None:
            look = step.status.value if step.status else ("selesai" if when.last_day <= facts.on else "belum")
            shape = tag("path", d="M0-5 5 0 0 5-5 0z", class_=f"step step--{look}")
            marks.append(
                tag(
                    "svg",
                    shape,
                    x=_percent(axis, when.last_day),
                    y="12",
                    overflow="visible",
                    width="1",
                    height="1",
                )
            )
    words = bar_words(item)
    return tag(
        "svg",
        tag("title", words),
        *marks,
        _lines(axis, facts.newest_news.last_day if facts.newest_news else None, facts.on),
        class_="bar-row",
        width="100%",
        height="24",
        role="img",
        aria_label=words,
    )


def patterns() -> Markup:
    """What bars are filled with besides plain colour, so that status is told without it; stands once on every page."""
    fills = {
        "stripes": ("M0 0h3v6H0z", "rotate(45)"),
        "dots": ("M1 1h2v2H1zM4 4h2v2H4z", "rotate(0)"),
        "cross": ("M0 0h1.5v6H0zM0 0h6v1.5H0z", "rotate(45)"),
    }
    drawn = [
        tag(
            "pattern", tag("rect", width="6", height="6", class_="pattern-ground"), tag("path", d=path, class_=f"pattern-{name}"),
            id=f"isian-{name}", width="6", height="6", patternUnits="userSpaceOnUse", patternTransform=turn,
        )
        for name, (path, turn) in fills.items()
    ]  # fmt: skip
    return tag(
        "svg",
        tag("defs", *drawn),
        class_="patterns",
        width="0",
        height="0",
        aria_hidden="true",
        focusable="false",
    )


def axis_drawing(facts: Facts) -> Markup:
    """The years above the bars."""
    axis = facts.axis
    step = 1 if len(axis.years) <= 8 else 2 if len(axis.years) <= 16 else 5
    words = [
        tag(
            "text",
            f"’{year % 100:02}" if step < 5 and len(axis.years) > 8 else str(year),
            x=_percent(axis, date(year, 1, 1)),
            y="14",
            class_="axis-year",
        )
        for year in axis.years
        if (year - axis.first) % step == 0
    ]
    label = f"Sumbu tahun {axis.first} sampai {axis.last}"
    return tag(
        "svg", *words, class_="bar-row bar-row--axis", width="100%", height="18", role="img", aria_label=label
    )


def _sample(look: str) -> Markup:
    piece = tag("rect", x="0", y="3", width="100%", height="10", class_=f"bar {look}")
    return tag("svg", piece, width="36", height="16", aria_hidden="true")


def legend(facts: Facts) -> Markup:
    """What the drawing says, in words."""
    items = [
        join((_sample("bar--berjalan"), " mulai sampai kabar terakhir")),
        join(
            (
                _sample("bar--tidak-diketahui"),
                f" sama, tetapi kabarnya lebih dari {facts.plan.site.news_months} bulan lalu",
            )
        ),
        join((_sample("bar--planned"), " rencana menurut sumber")),
        join((_sample("bar--none"), " kosong sesudah batang: belum ada kabar")),
        join((_sample("bar--dihentikan"), " ditunda atau dihentikan")),
        join((tag("span", "◆", class_="legend-sign", aria_hidden="true"), " langkah penting")),
    ]
    if facts.newest_news:
        items.append(
            join(
                (
                    tag("span", "┊", class_="legend-sign legend-sign--news", aria_hidden="true"),
                    f" kabar terbaru: {facts.newest_news.words}",
                )
            )
        )
    items.append(
        join(
            (
                tag("span", "│", class_="legend-sign legend-sign--today", aria_hidden="true"),
                f" hari ini: {day(facts.on)}",
            )
        )
    )
    return tag("ul", *(tag("li", item) for item in items), class_="legend")


def roadmap_table(facts: Facts, programs: Sequence[Program], caption: str) -> Markup:
    """Programs with a start: name, status, start, newest news, end where one is stated, and the bar."""
    bars = [item for item in (bar(program, facts.on) for program in programs) if item is not None]
    if not bars:
        return tag("p", "Belum ada program dengan tahun mulai.", class_="missing")
    dated = any(item.program.end for item in bars)
    headings = [
        "Program",
        "Status",
        "Mulai",
        "Kabar terakhir",
        *(["Selesai atau tenggat"] if dated else []),
    ]
    head = tag("tr", *(tag("th", heading, scope="col") for heading in headings),
               tag("th", tag("span", "Waktu", class_="visually-hidden"), axis_drawing(facts), scope="col", class_="bar-cell"))  # fmt: skip
    rows = []
    for item in bars:
        program = item.program
        cells = [
            tag("th", link(program), scope="row"),
            tag("td", status_chip(facts, program), data_label="Status"),
            tag("td", program.start.short if program.start else "", data_label="Mulai"),
            tag(
                "td",
                program.last_news.short
                if program.last_news
                else tag("span", "Belum ada kabar", class_="missing"),
                data_label="Kabar terakhir",
            ),
        ]
        if dated:
            end = program.end
            cells.append(tag("td", end.short, data_label=headings[4]) if end else tag("td", class_="empty"))
        rows.append(tag("tr", *cells, tag("td", bar_drawing(facts, item), class_="bar-cell")))
    table = tag(
        "table", tag("caption", caption), tag("thead", head), tag("tbody", *rows), class_="records roadmap"
    )
    return region(table, caption)


def overview_table(facts: Facts, caption: str) -> Markup:
    """Dimension × year: in how many programs a source of that year speaks. Nothing found stays empty."""
    counts = overview(facts.plan)
    named = [year for row in counts.values() for year, count in row.items() if count]
    years = list(range(min([*named, facts.on.year]), facts.on.year + 1))
    most = max((number for row in counts.values() for number in row.values()), default=1)
    head = tag(
        "tr", tag("th", "Dimensi", scope="col"), *(tag("th", str(year), scope="col") for year in years)
    )
    rows = []
    for code, by_year in counts.items():
        cells = [tag("th", dimension_link(facts, code), scope="row")]
        for year in years:
            number = by_year.get(year, 0)
            level = 0 if not number else 1 + min(3, 4 * (number - 1) // most)
            cells.append(
                tag("td", str(number), class_=f"heat heat--{level}") if number else tag("td", class_="heat")
            )
        rows.append(tag("tr", *cells))
    table = tag(
        "table", tag("caption", caption), tag("thead", head), tag("tbody", *rows), class_="records heatmap"
    )
    return region(table, caption)


def steps_by_quarter(
    facts: Facts, programs: Sequence[Program]
) -> list[tuple[str, list[tuple[Program, object]]]]:
    """Important steps not done yet or done, grouped by quarter (or year), in the order of time."""
    found: dict[tuple[int, int], list[tuple[Program, object]]] = {}
    for program in programs:
        for step in program.milestones:
            when = step.on or step.end or step.start
            if when is not None and step.status is not MilestoneStatus.CANCELLED:
                quarter = (when.month + 2) // 3 if when.month else 0
                found.setdefault((when.year, quarter), []).append((program, step))
    return [
        (f"Triwulan {quarter} {year}" if quarter else f"Tahun {year}", found[year, quarter])
        for year, quarter in sorted(found)
    ]
