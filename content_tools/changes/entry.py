"""What readers are told of the history: entries, the lines in them, and all of them together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

BULK = 40
"""A commit that touches more records than this is told by counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change of one record, as it is printed."""

    collection: str
    id: str
    name: str
    kind: str
    loud: bool
    sentence: str
    sources: tuple[str, ...]
    topics: tuple[str, ...]
    """Codes of the topics a program had then."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit: when, why if it says so, and what it changed. Never who."""

    commit: str
    day: date
    """In UTC."""
    reason: str | None
    first: bool
    """Whether the records begin with it."""
    lines: tuple[Line, ...]

    @property
    def records(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of each record together."""
        found: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for line in self.lines:
            found[line.collection, line.id].append(line)
        return tuple(tuple(lines) for lines in found.values())

    @property
    def bulk(self) -> bool:
        """Whether it is too much to be read one by one."""
        return self.first or len(self.records) > BULK


@dataclass(frozen=True)
class History:
    """Every change that is known, newest first."""

    known_from: date | None = None
    """The day from which on changes are known; None when none are."""
    complete: bool = False
    """Whether that is the day of the first record."""
    entries: tuple[Entry, ...] = ()

    @cached_property
    def _order(self) -> dict[str, int]:
        return {entry.commit: number for number, entry in enumerate(self.entries)}

    @cached_property
    def _of_records(self) -> dict[tuple[str, str], list[tuple[Entry, tuple[Line, ...]]]]:
        found = defaultdict(list)
        for entry in self.entries:
            for lines in entry.records:
                found[lines[0].collection, lines[0].id].append((entry, lines))
        return found

    def of(self, *keys: tuple[str, str]) -> tuple[tuple[Entry, tuple[Line, ...]], ...]:
        """What happened to a record, newest first; `keys` are its collection and id, and those it had before."""
        found: dict[int, tuple[Entry, tuple[Line, ...]]] = {}
        for key in keys:
            for entry, lines in self._of_records.get(key, ()):
                number = self._order[entry.commit]
                found[number] = entry, (*found.get(number, (entry, ()))[1], *lines)
        return tuple(found[number] for number in sorted(found))

    @cached_property
    def months(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each month (`2026-11`), the newest month first."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.day.isoformat()[:7]].append(entry)
        return {month: tuple(found[month]) for month in sorted(found, reverse=True)}


NO_HISTORY = History()
"""What is known of a project outside git."""
