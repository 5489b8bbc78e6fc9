"""What changed in the records: the newest changes, each month's, and the part on a record's own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from content_tools.changes.entry import Entry, Line
from content_tools.insight.addresses import path_of
from content_tools.model.base import Record
from content_tools.model.when import MONTHS
from content_tools.model.writing import number
from content_tools.pages.change_entries import EntryShown, address_of, entries_within, is_new, record_shown
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.pages.program_lists import Option
from content_tools.visuals import links

NEWEST = 20
"""Entries on the first page, fewer where they are long."""
NEWEST_LETTERS = 40_000
"""Letters of HTML after which the first page leads to the months instead."""
MONTH_LETTERS = 200_000
"""Letters of HTML after which a month tells the rest in brief."""
OPEN = 5
"""Entries that stand open on a record's page."""

FEED = "perubahan/umpan.xml"


def topic_feed(code: str) -> str:
    """The address of the feed of one topic."""
    return f"perubahan/topik/{code}.xml"


def _month_words(month: str) -> str:
    """`2026-11` → `November 2026`."""
    year, _, number_of_month = month.partition("-")
    return f"{MONTHS[int(number_of_month) - 1]} {int(year)}"


Steps = Sequence[tuple[Entry, Sequence[Line]]]


def record_history(press: Press, collection: str, record: Record, *more: tuple[str, str]) -> Markup:
    """The part of a record's page that says what changed in it; nothing where no history is known.

    `more` are other records told on the same page, as collection and id.
    """
    history = press.history
    names = (record.id, *record.former_ids)
    steps = history.of(*((collection, name) for name in names), *more)
    if history.known_from is None or (history.complete and not steps):
        return Markup("")
    changed = [(entry, lines) for entry, lines in steps if not is_new(lines)]
    shown = [(entry, address_of(entry), record_shown(press, _news(lines))) for entry, lines in changed]
    begun = steps[-1][0] if steps and any(is_new([line]) for line in steps[-1][1]) else None
    return press.render(
        "perubahan-bagian.html", open=shown[:OPEN], more=shown[OPEN:], begun=begun, known_from=history.known_from
    )  # fmt: skip


def _news(lines: Sequence[Line]) -> list[Line]:
    """The lines that say more than that the record was entered."""
    return [line for line in lines if not is_new([line])]


def _by_day(entries: Iterable[tuple[EntryShown, Markup]]) -> list[tuple[str, str, list[Markup]]]:
    """Each day in words, the anchor of its heading, and its entries."""
    days = [(words, list(some)) for words, some in groupby(entries, key=lambda each: each[0].day)]
    return [(words, f"hari-{some[0][0].anchor}", [html for _, html in some]) for words, some in days]


def _newest(press: Press) -> list[tuple[EntryShown, Markup]]:
    """The newest entries, as many as a first page bears; at least one."""
    found: list[tuple[EntryShown, Markup]] = []
    letters = 0
    for shown, html in entries_within(press, press.history.entries[:NEWEST], MONTH_LETTERS):
        letters += len(html)
        if found and letters > NEWEST_LETTERS:
            break
        found.append((shown, html))
    return found


def _programs(press: Press) -> list[Option]:
    """Every program that changed since it was entered, with how often; one that is gone leads to its last entry."""
    changes: dict[tuple[str, str], list[Entry]] = {}
    names: dict[tuple[str, str], tuple[str, str | None]] = {}
    for entry in press.history.entries:
        for lines in entry.records:
            first = lines[0]
            if first.collection != "program" or is_new(lines):
                continue
            record = press.now("program", first.id)
            key = ("ada", record.id) if record else ("hilang", first.id)
            changes.setdefault(key, []).append(entry)
            path = f"{path_of(record)}#riwayat" if record else address_of(entry)
            names.setdefault(key, (links.name_of(record) if record else f"{first.name} (dihapus)", path))
    options = [Option(key[1], names[key][0], len(changes[key]), names[key][1]) for key in changes]
    return sorted(options, key=lambda option: (option.words.casefold(), option.value))


def _index_body(press: Press) -> Markup:
    months = [
        Option(month, _month_words(month), len(entries), f"perubahan/{month}/")
        for month, entries in press.history.months.items()
    ]
    return press.render(
        "perubahan.html",
        history=press.history,
        days=_by_day(_newest(press)),
        months=months,
        programs=_programs(press),
        feed=FEED,
        topics=[(item.name, topic_feed(code)) for code, item in press.plan.topics.items()],
    )


def _month_body(press: Press, month: str, entries: Sequence[Entry]) -> Markup:
    days = _by_day(entries_within(press, entries, MONTH_LETTERS))
    return press.render("perubahan-bulan.html", month=_month_words(month), count=len(entries), days=days)


def change_pages(press: Press) -> Iterator[Page]:
    """`/perubahan/`, and a page for each month in which records changed."""
    city = press.plan.city.name
    yield Page(
        uri="perubahan/index.md", kind="perubahan", title="Perubahan", crumbs=(("Tentang", "tentang/"),),
        description=f"Apa yang berubah pada catatan tentang {city} di situs ini, kapan, dan mengapa.",
        body=lambda page: _index_body(press),
    )  # fmt: skip
    months = list(press.history.months.items())
    ways = [(f"Perubahan {_month_words(month)}", f"perubahan/{month}/") for month, _ in months]
    for index, (month, entries) in enumerate(months):
        yield Page(
            uri=f"perubahan/{month}.md", kind="perubahan-bulan", title=ways[index][0], crumbs=(("Perubahan", "perubahan/"),),
            description=f"{number(len(entries))} kali catatan tentang {city} berubah pada {_month_words(month)}: apa dan mengapa.",
            body=lambda page, month=month, entries=entries: _month_body(press, month, entries),  # type: ignore[misc]
            before=ways[index + 1] if index + 1 < len(ways) else None, after=ways[index - 1] if index else None,
        )  # fmt: skip
