"""The program table: full without a script, cards on a phone, sortable and filterable with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from content_tools.insight.facets import facets
from content_tools.insight.facts import Facts
from content_tools.model.program import Program
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import dimension_link, link, topic_link
from content_tools.visuals.marks import source_marks, status_chip

Cell = tuple[object, str | None]
"""What a cell shows, and the text it is sorted by (None: by what it shows)."""


def _program(facts: Facts, program: Program) -> Cell:
    words = [link(program)]
    if program.abbreviation:
        words.append(tag("span", f" ({program.abbreviation})", class_="abbr"))
    return join(words), None


def _summary(facts: Facts, program: Program) -> Cell:
    return program.summary or "", None


def _dimension(facts: Facts, program: Program) -> Cell:
    return dimension_link(facts, program.dimension), None


def _topics(facts: Facts, program: Program) -> Cell:
    return join(
        (topic_link(facts.plan.topics[code]) for code in program.topics if code in facts.plan.topics), ", "
    ), None


def _lead(facts: Facts, program: Program) -> Cell:
    agency = facts.plan.agencies.get(program.lead or "")
    if agency is None:
        return tag("span", "Belum ditemukan", class_="missing"), "zzz"
    return link(agency, agency.abbreviation), agency.abbreviation


def _status(facts: Facts, program: Program) -> Cell:
    return status_chip(facts, program), facts.status(program).words


def _news(facts: Facts, program: Program) -> Cell:
    news = program.last_news
    return (
        (news.short, news.last_day.isoformat())
        if news
        else (tag("span", "Belum ada kabar", class_="missing"), "0")
    )


def _start(facts: Facts, program: Program) -> Cell:
    start = program.start
    return (
        (start.short, start.first_day.isoformat())
        if start
        else (tag("span", "Belum ditemukan", class_="missing"), "9")
    )


def _places(facts: Facts, program: Program) -> Cell:
    places = [facts.plan.places[name] for name in program.places if name in facts.plan.places]
    return (
        join((link(place, place.name) for place in places), ", ") if places else program.scope.label
    ), None


def _sources(facts: Facts, program: Program) -> Cell:
    return source_marks(facts, program.sources), None


COLUMNS: dict[str, tuple[str, Callable[[Facts, Program], Cell]]] = {
    "program": ("Program", _program),
    "ringkasan": ("Ringkasan", _summary),
    "dimensi": ("Dimensi", _dimension),
    "topik": ("Topik", _topics),
    "penanggung_jawab": ("Penanggung jawab", _lead),
    "status": ("Status", _status),
    "kabar_terakhir": ("Kabar terakhir", _news),
    "mulai": ("Mulai", _start),
    "wilayah": ("Wilayah", _places),
    "sumber": ("Sumber", _sources),
}
"""Column key to its heading and its cell."""

NEWS = "kabar_terakhir"
"""The column that is sorted with the newest first."""

DEFAULT_COLUMNS = ("program", "ringkasan", "penanggung_jawab", "status", NEWS)


def _filter_words(facts: Facts, program: Program) -> dict[str, str]:
    """What a row can be filtered by, as `data-` attributes."""
    return {f"data_{name}": " ".join(values) for name, values in facets(facts, program).items()}


def region(table: Markup, label: str) -> Markup:
    """A table that scrolls inside itself, reachable by keyboard."""
    return tag("div", table, class_="table-region", tabindex="0", role="region", aria_label=label)


def program_table(
    facts: Facts,
    programs: Iterable[Program],
    caption: str,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    filterable: bool = False,
) -> Markup:
    """A table of programs. `columns` are keys of `COLUMNS`; the first one heads each row."""
    chosen = [COLUMNS[name] for name in columns]
    head = tag(
        "tr", *(tag("th", COLUMNS[name][0], scope="col", data_newest=name == NEWS) for name in columns)
    )
    rows = []
    for program in programs:
        cells = []
        for index, (heading, cell) in enumerate(chosen):
            content, order = cell(facts, program)
            if index == 0:
                cells.append(tag("th", content, scope="row", data_sort=order))
            elif content:
                cells.append(tag("td", content, data_label=heading, data_sort=order))
            else:
                cells.append(tag("td", class_="empty"))
        rows.append(tag("tr", *cells, **(_filter_words(facts, program) if filterable else {})))
    if not rows:
        return tag("p", "Belum ada program yang cocok.", class_="missing")
    table = tag(
        "table", tag("caption", caption), tag("thead", head), tag("tbody", *rows),
        class_="records", data_sortable=True,
    )  # fmt: skip
    return region(table, caption)


def _says(content: object) -> bool:
    """Whether a cell holds anything; a number 0 does."""
    return content is not None and content != ""


def plain_table(
    caption: str, headings: Sequence[str], rows: Iterable[Sequence[object]], look: str = ""
) -> Markup:
    """Any other table: the first cell of each row heads it.

    A column in which no row has anything is left out; an empty cell stays empty, never a dash.
    """
    rows = list(rows)
    filled = [index for index in range(len(headings)) if index == 0 or any(_says(row[index]) for row in rows)]
    head = tag("tr", *(tag("th", headings[index], scope="col") for index in filled))
    body = []
    for row in rows:
        cells = [tag("th", row[0], scope="row")]
        for index in filled[1:]:
            content = row[index]
            cells.append(
                tag("td", content, data_label=headings[index])
                if _says(content)
                else tag("td", class_="empty")
            )
        body.append(tag("tr", *cells))
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", head),
        tag("tbody", *body),
        class_=f"records {look}".strip(),
    )
    return region(table, caption)
