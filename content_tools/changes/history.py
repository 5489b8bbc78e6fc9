"""The history of the records, told from git: each commit that changed one is an entry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from content_tools.changes import memory
from content_tools.changes.change import Change
from content_tools.changes.entry import NO_HISTORY, Entry, History, Line
from content_tools.changes.reasons import reason_of
from content_tools.changes.walk import Walk
from content_tools.model.writing import sentence_case
from content_tools.reading.commits import Checkout, Log, checkout, contents, is_tracked, read_log
from content_tools.rules.privacy import personal_data

_QUIET = ("sinonim",)
"""Collections that only help readers search: a change there is none of the plan's records."""


def read_history(root: Path) -> History:
    """The history of the project in this folder. What was told once is kept in `.cache/` until data or code change."""
    where = checkout(root)
    return _kept(where) if where else NO_HISTORY


@lru_cache(maxsize=1)
def _kept(where: Checkout) -> History:
    """The history up to one commit; while serving it is asked for again and again."""
    if where.shallow or is_tracked(where, memory.FILE):
        return tell_history(where)
    told = memory.load(where.root, where.newest)
    if told is None:
        told = tell_history(where)
        memory.save(where.root, where.newest, told)
    return told


def tell_history(where: Checkout) -> History:
    """The history from all commits, read anew."""
    log = read_log(where)
    if not log.commits:
        return NO_HISTORY
    return History(log.commits[0].day, not log.shallow, tuple(reversed(tuple(_entries(where, log)))))


def _line(change: Change, topics: tuple[str, ...]) -> Line:
    """The change as readers are told it: without the call to whoever reviews it, without anyone's personal data.

    Old records may hold what nobody noticed then; git keeps it, pages do not repeat it.
    """
    sentence = sentence_case(change.sentence().removeprefix("PERHATIAN: "))
    name = change.id if any(personal_data(change.name)) else change.name
    sources = change.sources
    if any(personal_data(sentence)):
        sentence, sources = "Diubah; isinya tidak dikutip karena memuat data pribadi", ()
    return Line(change.collection, change.id, name, change.kind, change.loud, sentence, sources, topics)


def _entries(where: Checkout, log: Log) -> Iterator[Entry]:
    """Oldest first. Where older commits are missing, the oldest one only says what there was."""
    with contents(where) as content:
        walk = Walk(content)
        for number, commit in enumerate(log.commits):
            found = [told for told in walk.step(commit.files) if told[0].collection not in _QUIET]
            if found and (number or not log.shallow):
                lines = tuple(_line(change, topics) for change, topics in found)
                yield Entry(commit.id, commit.day, reason_of(commit), number == 0, lines)
