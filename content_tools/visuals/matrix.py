"""The plan's frame as a matrix: a row for each dimension, a cell for each of its sub-dimensions."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.model.choices import Grouping
from content_tools.model.program import Program
from content_tools.model.reference import FrameItem
from content_tools.visuals.dimensions import dimension_look
from content_tools.visuals.html import tag
from content_tools.visuals.links import address, dimension_link, link

NAMED = 3
"""Up to how many programs a cell names; of more it says how many there are, and where they are named."""


def placed_in(facts: Facts, sub: FrameItem) -> list[Program]:
    """The programs that stand in a sub-dimension."""
    return [program for program in facts.living if program.subdimension == sub.code]


def placed_words(facts: Facts) -> str:
    """Who put programs where they stand; says so too when no source says in which sub-dimension."""
    ours = sum(program.grouping is Grouping.COMPILER for program in facts.living)
    theirs = len(facts.living) - ours
    words = "Penempatan program dibuat penyusun situs."
    if not ours:
        words = "Penempatan program mengikuti dokumen rencana."
    elif theirs:
        words = f"{theirs} program ditempatkan menurut dokumen rencana, {ours} oleh penyusun situs."
    if any(program.subdimension for program in facts.living):
        return words
    return f"{words} {NOT_PLACED}"


NOT_PLACED = "Sumber yang menempatkan program dalam subdimensi belum kami temukan."


def _cell(facts: Facts, sub: FrameItem, code: str) -> Markup:
    """A sub-dimension: its name, what it means, the programs placed there."""
    place = address(f"dimensi/{code}/#sub-{sub.code}")
    programs = placed_in(facts, sub)
    told: Markup | str
    if not programs:
        told = tag("p", "Belum ada program yang kami tempatkan di sini.", class_="missing small")
    elif len(programs) > NAMED:
        told = tag("p", tag("a", f"{len(programs)} program", href=place))
    else:
        told = tag("ul", *(tag("li", link(program)) for program in programs), class_="matrix__programs")
    meaning = sub.gloss or sub.scope
    return tag(
        "td",
        tag("p", tag("a", sub.name, href=place), class_="matrix__name"),
        tag("p", meaning, class_="small") if meaning else None,
        told,
    )


def _row(facts: Facts, item: FrameItem, widest: int, unplaced: Sequence[Program] | None) -> Markup:
    inside = facts.plan.dimension_frame.inside(item.code)
    cells = [_cell(facts, sub, item.code) for sub in inside]
    if len(cells) < widest:
        cells.append(tag("td", class_="empty", colspan=str(widest - len(cells))))
    if unplaced is not None:
        own = [program for program in unplaced if program.dimension == item.code]
        count = tag("a", f"{len(own)} program", href=address(f"dimensi/{item.code}/#program"))
        cells.append(tag("td", count, data_label="Belum ditempatkan dalam subdimensi", class_="matrix__rest") if own else tag("td", class_="empty"))  # fmt: skip
    head = tag(
        "th", dimension_link(facts, item.code), tag("p", item.gloss, class_="small") if item.gloss else None,
        scope="row", class_=dimension_look(facts, item.code),
    )  # fmt: skip
    return tag("tr", head, *cells)


def dimension_matrix(facts: Facts, caption: str) -> Markup:
    """Dimensions × their sub-dimensions, with the programs placed in each; those placed in none come last.

    Dimensions may have different numbers of sub-dimensions. How many programs stand in a cell is no priority.
    """
    frame = facts.plan.dimension_frame
    widest = max((len(frame.inside(item.code)) for item in facts.plan.dimensions.values()), default=0)
    unplaced = [program for program in facts.living if not program.subdimension] or None
    head = tag(
        "tr", tag("th", "Dimensi", scope="col"),
        tag("th", "Subdimensi", scope="colgroup", colspan=str(widest)) if widest else None,
        tag("th", "Belum ditempatkan", scope="col") if unplaced else None,
    )  # fmt: skip
    rows = [_row(facts, item, widest, unplaced) for item in facts.plan.dimensions.values()]
    table = tag(
        "table", tag("caption", caption), tag("thead", head), tag("tbody", *rows), class_="records matrix"
    )
    return tag("div", table, class_="table-region table-region--fits")
