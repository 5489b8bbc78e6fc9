"""Cards and lists: programs, dimensions, topics, figures."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.insight.news import latest, newest_step
from content_tools.insight.trend import better, newest, other_series, sentence, with_unit
from content_tools.model.indicator import Indicator
from content_tools.model.program import Program
from content_tools.model.reference import Gap
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import address, item_name, link
from content_tools.visuals.marks import source_marks, status_chip


def program_cards(facts: Facts, programs: Iterable[Program]) -> Markup:
    """A card for each program: name, summary, status, who is responsible."""
    cards = []
    for program in programs:
        agency = facts.plan.agencies.get(program.lead or "")
        foot = [status_chip(facts, program)]
        if agency is not None:
            foot.append(tag("span", agency.abbreviation, class_="card__who"))
        cards.append(
            tag(
                "li",
                tag("p", link(program), class_="card__name"),
                tag("p", program.summary or "", class_="card__text") if program.summary else None,
                tag("p", *foot, class_="card__foot"),
                class_="card",
            )
        )
    return (
        tag("ul", *cards, class_="cards")
        if cards
        else tag("p", "Belum ada program yang cocok.", class_="missing")
    )


def dimension_cards(facts: Facts, folder: str = "dimensi/") -> Markup:
    """The dimensions with their meaning; no counts, since counts say nothing about priority."""
    cards = []
    for item in facts.plan.dimensions.values():
        name = tag("a", item_name(item), href=address(f"{folder}{item.code}/"))
        cards.append(
            tag(
                "li",
                tag("p", name, class_="card__name"),
                tag("p", item.gloss or item.meaning or "", class_="card__text"),
                class_="card",
            )
        )
    return tag("ul", *cards, class_="cards cards--small")


def topic_tiles(facts: Facts, icons: dict[str, Markup]) -> Markup:
    """The citizens' topics: icon, word, count of programs."""
    tiles = []
    for item in facts.plan.topics.values():
        count = sum(item.code in program.topics for program in facts.living)
        words = tag("span", item.name, class_="tile__word")
        tiles.append(
            tag(
                "li",
                tag(
                    "a",
                    icons.get(item.icon or "", Markup("")),
                    words,
                    tag("span", f"{count} program", class_="tile__count"),
                    href=address(f"program/topik/{item.code}/"),
                ),
                class_="tile",
            )
        )
    return tag("ul", *tiles, class_="tiles")


def news_list(facts: Facts, count: int) -> Markup:
    """The newest news: month, program, what, who says so."""
    rows = []
    for program in latest(facts.plan, count):
        step = newest_step(program, facts.on)
        fresh = (
            step is not None
            and program.last_news is not None
            and (step.on or step.start) == program.last_news
        )
        what = step.name if fresh and step is not None else program.summary or ""
        names = step.sources if fresh and step is not None else program.sources[-1:]
        rows.append(
            tag(
                "li",
                tag(
                    "time",
                    program.last_news.short if program.last_news else "",
                    datetime=program.last_news.iso if program.last_news else None,
                ),
                tag(
                    "div",
                    tag("p", link(program), class_="news__name"),
                    tag(
                        "p",
                        what,
                        " ",
                        tag("span", "(", source_marks(facts, names[:1]), ")", class_="news__source"),
                    ),
                ),
            )
        )
    return tag("ul", *rows, class_="news")


def headline(facts: Facts, indicator: Indicator) -> Markup:
    """One figure of the city: value, year, direction, source."""
    value = newest(indicator)
    if value is None:
        return Markup("")
    moved = sentence(indicator)
    others = [
        f"{with_unit(indicator, other)} ({other.on.short if other.on else 'tahun tidak disebut'})"
        for other in other_series(indicator)
    ]
    return tag(
        "li", tag("p", link(indicator), class_="figure__name"),
        tag("p", with_unit(indicator, value), class_="figure__value"),
        tag("p", join((part for part in (value.on.words if value.on else "tahun tidak disebut", better(indicator)) if part), " · "), class_="figure__when"),
        tag("p", moved, class_="figure__moved") if moved else None,
        tag("p", f"Seri lain, jangan dibandingkan: {'; '.join(others)}.", class_="figure__moved") if others else None,
        tag("p", "Sumber: ", source_marks(facts, value.sources), class_="figure__source"), class_="figure",
    )  # fmt: skip


def headlines(facts: Facts) -> Markup:
    """The figures the site puts first."""
    known = facts.plan.indicators
    return tag(
        "ul",
        *(headline(facts, known[name]) for name in facts.plan.site.headline_indicators if name in known),
        class_="figures",
    )


def gap_list(gaps: Iterable[Gap]) -> Markup:
    """What was looked for and not found."""
    return tag("ul", *(tag("li", link(gap)) for gap in gaps), class_="gaps")


def search_form(field: str, needs_script: bool = False) -> Markup:
    """The form that searches the whole site; `field` is the id of its input, once a page.

    On the page it leads to it does nothing without a script, and is hidden until one shows it.
    """
    label = "Cari program, kelurahan, atau dinas"
    entry = tag("input", type="search", name="q", id=field, autocomplete="off")
    return tag(
        "form", tag("label", label, for_=field), tag("div", entry, tag("button", "Cari", type="submit"), class_="search__row"),
        action=address("cari/"), method="get", role="search", aria_label=label, class_="search", data_js=needs_script, hidden=needs_script,
    )  # fmt: skip
