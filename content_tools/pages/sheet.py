"""One A4 page for each kelurahan, to be printed and brought to the Musrenbang.

Paper cannot be scrolled: every part has its share of lines, counted with room to spare, and says what it leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from content_tools.insight import trend
from content_tools.insight.addresses import PLACE_FOLDERS, path_of
from content_tools.insight.facts import Facts
from content_tools.insight.places import known_figures, missing, nearby, village_kinds
from content_tools.model.choices import DataStatus, ProgramStatus
from content_tools.model.city import Place
from content_tools.model.indicator import Indicator, Value
from content_tools.model.program import Program
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.visuals import marks
from content_tools.visuals.qr import qr_code
from content_tools.visuals.reach import who_in_short

NAME, STATUS, WHO, WHOLE, HALF = 44, 31, 20, 92, 44
"""Letters on a line of the three columns, of the whole page and of half of it."""

PAPER = 57.5
"""Lines on the page; everything below is counted in them."""
HEAD, NOTICE, TABLE, FOOT, HEADING, ROW, REST = 6.3, 2.8, 2.3, 2.0, 1.75, 0.25, 1.25
"""What stands there anyway: head, notice, heading and note of the table, date and edge of the foot; what a
heading, the space between rows, and a row for what is left out add."""
NOTES = 5.0
"""What stays free for notes at least."""
OWN, EVERY, DISTRICT, FIGURES, CITY = 14.0, 12.0, 6.0, 4.0, 16.0
"""The most each part may take."""


@dataclass(frozen=True)
class Part:
    """Rows of one kind: what is shown, how many more there are, and the lines all this takes."""

    title: str
    programs: tuple[Program, ...]
    more: int
    lines: float


@dataclass(frozen=True)
class Topic:
    """City-wide programs of one topic: the first few, and how many more there are."""

    name: str
    programs: tuple[Program, ...]
    more: int

    @property
    def lines(self) -> int:
        """How many lines of half the page it takes."""
        names = [program.name for program in self.programs]
        words = "; ".join([*names, f"dan {self.more} lainnya"] if self.more else names)
        return len(wrap(f"{self.name}: {words}", HALF))


def sheet_path(place: Place) -> str:
    """`kelurahan/yosodadi/lembar/`."""
    return f"{PLACE_FOLDERS[place.kind]}/{place.id}/lembar/"


def _lines(text: str, width: int) -> int:
    """How many lines a text takes. Most texts are short, and wrapping them is most of the work on a sheet."""
    return 1 if 0 < len(text) <= width else len(wrap(text, width))


def how_many(lines: Sequence[float], room: float) -> int:
    """How many entries fit, beside a row that tells of the others where not all of them do."""
    if sum(lines) <= room:
        return len(lines)
    used = REST
    for count, needed in enumerate(lines):
        used += needed
        if used > room:
            return count
    return 0


def _newest_first(facts: Facts, programs: Sequence[Program]) -> list[Program]:
    """Those with news before those without, each in the order of the data."""
    return sorted(programs, key=lambda program: facts.status(program).code == ProgramStatus.UNKNOWN.value)


def _part(facts: Facts, title: str, programs: Sequence[Program], room: float) -> Part:
    ordered = _newest_first(facts, programs)
    lines = []
    for program in ordered:
        cells = (
            (program.name, NAME),
            (facts.status(program).words, STATUS),
            (who_in_short(facts, program), WHO),
        )
        lines.append(max(_lines(text, width) for text, width in cells) + ROW)
    count = how_many(lines, room)
    more = len(ordered) - count
    return Part(title, tuple(ordered[:count]), more, sum(lines[:count]) + (REST if more else 0))


def _topics(press: Press, programs: Sequence[Program], room: float) -> tuple[list[Topic], int]:
    """What fits in two columns, and how many topics do not; each program under its first topic."""
    groups = [
        (topic.name, _newest_first(press.facts, [p for p in programs if p.topics[0] == topic.code]))
        for topic in press.plan.topics.values()
    ]
    topics: list[Topic] = []
    halves: list[float] = []
    for most in (3, 2, 1):
        topics = [
            Topic(name, tuple(found[:most]), max(0, len(found) - most)) for name, found in groups if found
        ]
        # An entry is not broken: the longer column may be half an entry longer.
        halves = [topic.lines / 2 for topic in topics]
        if sum(halves) <= room - max(halves, default=0):
            return topics, 0
    count = how_many(halves, room - max(halves, default=0))
    return topics[:count], len(topics) - count


def _figures(press: Press, place: Place) -> list[str]:
    """`Jumlah penduduk: 23.000 orang (2025; penerbit)`, the newest of each measure."""
    newest: dict[str, tuple[Indicator, Value]] = {}
    for indicator, value in known_figures(press.plan, place, press.facts.on):
        known = newest.get(indicator.id)
        if known is None or (value.on and known[1].on and value.on > known[1].on):
            newest[indicator.id] = (indicator, value)
    words = []
    for indicator, value in newest.values():
        sources = "; ".join(marks.source_label(source) for source in press.facts.sources(value.sources[:1]))
        when = value.on.words if value.on else ""
        words.append(f"{indicator.name}: {trend.with_unit(indicator, value)} ({when}; {sources})")
    count = how_many([len(wrap(line, WHOLE)) for line in words], FIGURES)
    more = len(words) - count
    return [*words[:count], f"dan {more} angka lainnya di halaman daring"] if more else words


def _body(press: Press, place: Place, path: str) -> Markup:
    facts, plan = press.facts, press.plan
    near = nearby(plan, place)
    kind = place.kind.label.lower()
    every = " dan ".join(kind.label.lower() for kind in village_kinds(plan))
    plain = place.data_status in (DataStatus.ADOPTED, DataStatus.PUBLIC) and not place.retired
    figures, gaps = _figures(press, place), missing(plan, place, facts.on)
    room = PAPER - HEAD - TABLE - FOOT - NOTES - (0 if plain else NOTICE) - 4 * HEADING - 1
    room -= len(wrap(press.identity.striptags(), WHOLE))
    room -= HEADING + sum(_lines(line, WHOLE) for line in figures) if figures else 0
    room -= HEADING + 2 if gaps else 0
    parts: list[Part] = []
    for title, programs, most in (
        (f"Khusus di {kind} ini", near.here, OWN),
        (f"Di setiap {every}", near.every_village, EVERY),
        ("Di kecamatan ini", near.district, DISTRICT),
    ):
        later = (2 - len(parts)) * REST
        parts.append(_part(facts, title, programs, min(most, room - later)))
        room -= parts[-1].lines
    topics, more_topics = _topics(press, near.whole_city, min(CITY, room))
    address = f"{press.site_url}{path}" if press.site_url else None
    return press.render(
        "lembar.html",
        place=place,
        parent=plan.places.get(place.parent or ""),
        parts=parts,
        who=who_in_short,
        whole_city=near.whole_city,
        topics=topics,
        more_topics=more_topics,
        figures=figures,
        missing=gaps,
        site_address=address,
        qr=qr_code(address) if address else None,
    )


def sheet_page(press: Press, place: Place, about: Page) -> Page:
    """The sheet of a place; `about` is the place's own page, to which its code leads."""
    return Page(
        uri=f"{path_of(place)}lembar.md",
        kind="lembar",
        title=f"Lembar A4 {about.title}",
        description=f"Satu halaman untuk dicetak: {about.description}",
        body=lambda page: _body(press, place, about.path),
        crumbs=(*about.crumbs, (about.title, about.path)),
        data_file=about.data_file,
    )
