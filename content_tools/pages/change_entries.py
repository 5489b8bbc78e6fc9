"""How one entry of the history is shown: record by record, or by counts where there is too much to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from content_tools.changes.entry import Entry, Line
from content_tools.changes.naming import LABELS
from content_tools.changes.text import lowered
from content_tools.changes.whole import (
    Added,
    FormerIdGained,
    FormerIdLost,
    Merged,
    Removed,
    Renamed,
    Retired,
    Returned,
)
from content_tools.model.plan import COLLECTIONS
from content_tools.model.writing import day, listed, number, sentence_case
from content_tools.pages.press import Press
from content_tools.visuals import links, marks
from content_tools.visuals.html import join

SENTENCES = 6
"""Sentences of one record that stand open."""
SOURCES = 2
"""Sources that are named beside what they carry."""
NAMES = 200
"""Names of one kind that are listed below a count."""
_NO_CLAIM = frozenset(
    kind.kind for kind in (Added, Removed, Retired, Returned, Renamed, Merged, FormerIdGained, FormerIdLost)
)
"""Kinds of changes of the record itself: no source says anything about them."""
_WITHOUT_NAME = {"situs": "Keterangan situs"}
"""What single records are called whose own name says less."""
_NAMED = ("program", "indikator", "dokumen", "instansi", "wilayah", "regulasi")
"""Collections whose records people know by name."""


@dataclass(frozen=True, slots=True)
class RecordShown:
    """One record in an entry."""

    name: Markup
    sentences: tuple[str, ...]
    more: tuple[str, ...]
    sources: Markup


@dataclass(frozen=True, slots=True)
class CountShown:
    """How many records of one kind an entry touches, and which; no names where there are too many or none are known."""

    words: str
    names: tuple[Markup, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One entry: `heading` says what it is where it is told by counts."""

    anchor: str
    day: str
    short: str
    """The commit's id as people say it."""
    reason: str | None
    url: str | None
    heading: str
    counts: tuple[CountShown, ...]
    records: tuple[RecordShown, ...]


def anchor(entry: Entry) -> str:
    """What an entry is called in its month's page."""
    return f"c-{entry.commit[:12]}"


def address_of(entry: Entry) -> str:
    """Where an entry stands: `perubahan/2026-11/#c-…`."""
    return f"perubahan/{entry.day.isoformat()[:7]}/#{anchor(entry)}"


def is_new(lines: Sequence[Line]) -> bool:
    """Whether a record was entered, and nothing else is told of it."""
    return all(line.kind == Added.kind for line in lines)


def called(line: Line) -> str:
    """What a record was called then."""
    return _WITHOUT_NAME.get(line.collection, line.name)


def _named(press: Press, line: Line) -> Markup:
    record = press.now(line.collection, line.id)
    if record is not None:
        return links.link(record, line.name)
    return join([called(line)])


def record_shown(press: Press, lines: Sequence[Line]) -> RecordShown:
    """What changed in one record; a new one says so in place of a name."""
    first = lines[0]
    name, sentences, more = _named(press, first), *sentences_of(lines)
    if first.kind == Added.kind and first.collection in COLLECTIONS:
        name = join((f"{LABELS[first.collection]} baru: ", name))
    claims = [line for line in lines if line.kind not in _NO_CLAIM]
    names = dict.fromkeys(source for line in claims for source in line.sources)
    known = tuple(names)[:SOURCES] if first.collection != "sumber" else ()
    return RecordShown(name, sentences, more, marks.source_marks(press.facts, known))


def sentences_of(lines: Sequence[Line]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is told of one record: sentences that stand open, and those that are only counted or folded away.

    That it is new is told by its name.
    """
    sentences = tuple(line.sentence for line in lines if not is_new([line]))
    if not sentences and lines[0].collection not in COLLECTIONS:
        return ("Pertama dimuat",), ()
    return sentences[:SENTENCES], sentences[SENTENCES:]


def _kinds(entry: Entry) -> Iterator[tuple[str, list[Line]]]:
    """Each collection of an entry with one line for each of its records, what readers ask for first."""
    found: dict[str, list[Line]] = {}
    for lines in entry.records:
        found.setdefault(lines[0].collection, []).append(lines[0])
    yield from found.items()


def _count(collection: str, records: Sequence[Line]) -> str:
    if collection not in COLLECTIONS:
        return f"keterangan {lowered(LABELS[collection])}"
    return f"{number(len(records))} {lowered(LABELS[collection])}"


def summary(entry: Entry) -> str:
    """`Catatan pertama: 74 program, 36 instansi, dan 5 istilah`; for a later entry `12 program dan 3 sumber berubah`."""
    words = listed([_count(collection, records) for collection, records in _kinds(entry)])
    return f"Catatan pertama: {words}" if entry.first else sentence_case(f"{words} berubah")


def entry_shown(press: Press, entry: Entry, brief: bool = False) -> EntryShown:
    """An entry for a page; a `brief` one is told by counts without names."""
    url = f"{press.code_url.rstrip('/')}/commit/{entry.commit}" if press.code_url else None
    told = brief or entry.bulk
    kinds = [] if not told or brief else list(_kinds(entry))
    records = [
        lines for lines in entry.records if not told or (not brief and any(line.loud for line in lines))
    ]
    return EntryShown(
        anchor(entry),
        day(entry.day),
        entry.commit[:7],
        entry.reason,
        url,
        summary(entry) if told else "",
        tuple(_counted(press, collection, lines) for collection, lines in kinds if collection in _NAMED),
        tuple(record_shown(press, lines) for lines in records[:NAMES]),
    )


def _counted(press: Press, collection: str, records: Sequence[Line]) -> CountShown:
    return CountShown(
        _count(collection, records),
        tuple(_named(press, line) for line in records[:NAMES]),
        max(len(records) - NAMES, 0),
    )


def entries_within(
    press: Press, entries: Iterable[Entry], letters: int
) -> Iterator[tuple[EntryShown, Markup]]:
    """Entries with their HTML; once they take more letters of HTML than this, the others are told in brief."""
    for entry in entries:
        shown = entry_shown(press, entry, brief=letters <= 0)
        html = press.render("perubahan-catatan.html", entry=shown)
        letters -= len(html)
        yield shown, html
