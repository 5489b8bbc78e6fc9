"""What the roadmap is drawn of: bars, the axis above them, and their legend. Places are percentages of SVG.

A bar runs from the start to the newest news. Its end is ragged while nobody knows what came after, closed by a
line when a source says that it ended. Stripes are what some source plans. Two lines stand through every row:
the newest news of the whole plan, and today. Every look differs in shape, not only in colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.insight.timeline import Axis, Bar, bar
from content_tools.model.program import Milestone, Program
from content_tools.model.when import When
from content_tools.model.writing import day
from content_tools.visuals.bar_words import bar_words
from content_tools.visuals.html import join, tag

THICK = 16
"""Height of a bar, in pixels."""

SMALLEST = 0.8
"""Width of the shortest bar, in percent of the axis."""

TICKS = ((5, "few"), (10, "some"), (16, "many"))
"""Up to how many years an axis counts as short; how short it is says which ticks may find room."""


def _percent(axis: Axis, on: date) -> str:
    return f"{axis.share(on) * 100:.2f}%"


def _width(axis: Axis, start: date, end: date) -> str:
    return f"{max(SMALLEST, (axis.share(end) - axis.share(start)) * 100):.2f}%"


def _rows_line(x: str, look: str, top: str = "0") -> Markup:
    return tag("line", x1=x, x2=x, y1=top, y2="100%", class_=look)


@lru_cache(8)
def _grid(axis: Axis, news: date | None, today: date) -> Markup:
    """What stands behind every bar: a thin line at the start of each year, the newest news, and today."""
    years = [_rows_line(_percent(axis, date(year, 1, 1)), "line-year") for year in axis.years]
    lines = [_rows_line(_percent(axis, min(news, today)), "line-news")] if news else []
    return join([*years, *lines, _rows_line(_percent(axis, today), "line-today")])


def _block(x: str, width: str, look: str) -> Markup:
    """A bar: a box in the middle of its row."""
    return tag(
        "rect", x=x, y="50%", width=width, height=THICK, transform=f"translate(0 -{THICK // 2})", class_=f"bar bar--{look}",
    )  # fmt: skip


def _at(x: str, *shapes: Markup) -> Markup:
    """Shapes of fixed size on a day, in the middle of its row."""
    return tag("svg", *shapes, x=x, y="50%", width="1", height="1", overflow="visible")


def _ragged(look: str) -> Markup:
    return tag("path", d="M0-8l5 4-5 4 5 4-5 4z", class_=f"bar-open bar-open--{look}")


def _closed(look: str) -> Markup:
    return tag("path", d="M-1.5-11h3v22h-3z", class_=f"bar-closed bar-closed--{look}")


def step_sign(look: str) -> Markup:
    """An important step: a full diamond when done, half full while under way, empty before."""
    sign = tag("path", d="M0-6 6 0 0 6-6 0z", class_=f"step step--{look}")
    half = tag("path", d="M0-6 0 6-6 0z", class_="step-half") if look == "berjalan" else None
    return join((sign, half))


def step_look(step: Milestone, on: date) -> str:
    """How an important step looks: by its status, else by whether its day has passed."""
    if step.status:
        return step.status.value
    when = step_time(step)
    return "selesai" if when is not None and when.last_day <= on else "belum"


def step_time(step: Milestone) -> When | None:
    """When an important step is or was due."""
    return step.on or step.end or step.start


def _bar_look(facts: Facts, program: Program) -> str:
    return facts.status(program).code.replace("_", "-")


def bar_drawing(facts: Facts, item: Bar) -> Markup:
    """One row of the roadmap as SVG."""
    axis, program = facts.axis, item.program
    drawn = [_grid(axis, facts.newest_news.last_day if facts.newest_news else None, facts.on)]
    if item.known:
        start, end = item.known
        look = _bar_look(facts, program)
        edge = f"{min(100.0, max(axis.share(end) * 100, axis.share(start) * 100 + SMALLEST)):.2f}%"
        drawn.append(_block(_percent(axis, start), _width(axis, start, end), look))
        if item.ended:
            drawn.append(_at(edge, _closed(look)))
        elif not item.planned:
            drawn.append(_at(edge, _ragged(look)))
    if item.planned:
        start, end = item.planned
        drawn.append(_block(_percent(axis, start), _width(axis, start, end), "planned"))
    for step in program.milestones:
        when = step_time(step)
        if when is not None:
            drawn.append(_at(_percent(axis, when.last_day), step_sign(step_look(step, facts.on))))
    words = bar_words(item)
    return tag(
        "svg", tag("title", words), *drawn, class_="bar-row", width="100%", height="32", role="img", aria_label=words,
    )  # fmt: skip


def patterns() -> Markup:
    """What bars are filled with besides plain colour, so that status is told without it; stands once on every page."""
    fills = {
        "stripes": ("M0 0h3v6H0z", "rotate(45)"),
        "dots": ("M1 1h2v2H1zM4 4h2v2H4z", "rotate(0)"),
        "cross": ("M0 0h1.5v6H0zM0 0h6v1.5H0z", "rotate(45)"),
        "rules": ("M0 0h4v6H0z", "rotate(0)"),
    }
    drawn = [
        tag(
            "pattern", tag("rect", width="6", height="6", class_="pattern-ground"), tag("path", d=path, class_=f"pattern-{name}"),
            id=f"isian-{name}", width="6", height="6", patternUnits="userSpaceOnUse", patternTransform=turn,
        )
        for name, (path, turn) in fills.items()
    ]  # fmt: skip
    return tag(
        "svg", tag("defs", *drawn), class_="patterns", width="0", height="0", aria_hidden="true", focusable="false",
    )  # fmt: skip


def _axis_label(x: str, beside: str, top: int, words: str, when: When, look: str) -> list[Markup]:
    """A line from its name down; the name stands left of `beside` when that lies in the right half, else right of it."""
    side = {"text_anchor": "end", "dx": "-5"} if float(beside[:-1]) > 50 else {"dx": "5"}
    return [
        _rows_line(x, f"line-{look}", str(top)),
        tag(
            "text",
            words,
            tag("tspan", f", {when.short}", class_="axis-date"),
            x=beside,
            y=top + 11,
            class_=f"axis-label axis-label--{look}",
            **side,
        ),
    ]


def axis_drawing(facts: Facts) -> Markup:
    """The years above the bars, and the names of the two lines.

    Every year is written; styles show as many as fit (`axis-year--4` always, `--2` and `--1` where there is room).
    """
    axis = facts.axis
    size = next((name for most, name in TICKS if len(axis.years) <= most), "long")
    today, news = _percent(axis, facts.on), facts.newest_news
    base = 52 if news else 35
    drawn = _axis_label(today, today, 0, "hari ini", When.of(facts.on), "today")
    if news:
        x = _percent(axis, min(news.last_day, facts.on))
        beside = today if float(today[:-1]) <= 50 else x
        drawn += _axis_label(x, beside, 17, "kabar terbaru", news, "news")
    for year in axis.years:
        x, place = _percent(axis, date(year, 1, 1)), year - axis.first
        every = 4 if place % 4 == 0 else 2 if place % 2 == 0 else 1
        drawn.append(_rows_line(x, "line-year", str(base - 12)))
        drawn.append(tag("text", str(year), x=x, dx="4", y=base, class_=f"axis-year axis-year--{every}"))
        for month in (4, 7, 10) if size in ("few", "some") else (7,) if size == "many" else ():
            tick = "line-half" if month == 7 else "line-quarter"
            drawn.append(_rows_line(_percent(axis, date(year, month, 1)), tick, str(base + 3)))
    label = f"Sumbu tahun {axis.first} sampai {axis.last}"
    return tag(
        "svg", *drawn, class_=f"bar-axis bar-axis--{size}", width="100%", height=base + 9, role="img", aria_label=label,
    )  # fmt: skip


def _sample(*drawn: Markup, width: int = 40) -> Markup:
    return tag("svg", *drawn, width=width, height="24", aria_hidden="true", class_="legend-sample")


def _bar_sample(look: str) -> Markup:
    if look in ("selesai", "dihentikan"):
        return _sample(_block("2", "30", look), _at("32", _closed(look)))
    return _sample(_block("2", "32", look))


LEGEND = {
    "berjalan": "mulai sampai kabar terakhir",
    "uji-coba": "uji coba sampai kabar terakhir",
    "tidak-diketahui": "kabarnya lebih dari {months} bulan lalu, atau statusnya belum diketahui",
    "selesai": "selesai",
    "ditunda": "ditunda",
    "dihentikan": "dihentikan",
    "planned": "rencana menurut sumber",
}
"""Look of a bar to its words, in the order of the legend."""

STEPS = {
    "selesai": "langkah penting, selesai",
    "berjalan": "langkah penting, sedang berjalan",
    "belum": "langkah penting, belum",
    "batal": "langkah penting, batal",
}


def legend(facts: Facts, programs: Iterable[Program]) -> Markup:
    """What the drawing of these programs says, in words beside the same shapes; only looks that occur."""
    items = [bar(program, facts.on) for program in programs]
    drawn = [item for item in items if item is not None]
    looks = {_bar_look(facts, item.program) for item in drawn if item.known}
    looks |= {"planned" for item in drawn if item.planned}
    steps = {
        step_look(step, facts.on) for item in drawn for step in item.program.milestones if step_time(step)
    }
    told: list[tuple[Markup, str]] = [
        (_bar_sample(look), words.format(months=facts.plan.site.news_months))
        for look, words in LEGEND.items()
        if look in looks
    ]
    if any(item.known and not item.ended and not item.planned for item in drawn):
        told.append((_sample(_at("6", _ragged("berjalan")), width=16), "sesudah ini belum ada kabar"))
    told += [
        (_sample(_at("10", step_sign(look)), width=20), words)
        for look, words in STEPS.items()
        if look in steps
    ]
    if facts.newest_news:
        told.append(
            (_sample(_rows_line("8", "line-news"), width=16), f"kabar terbaru: {facts.newest_news.words}")
        )
    told.append((_sample(_rows_line("8", "line-today"), width=16), f"hari ini: {day(facts.on)}"))
    return tag("ul", *(tag("li", sample, tag("span", words)) for sample, words in told), class_="legend")
