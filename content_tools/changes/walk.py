"""From commit to commit: which records each one added, changed, renamed or dropped, told in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from content_tools.changes.change import Change
from content_tools.changes.compare import changes_of, compare_collection, moves
from content_tools.changes.naming import LABELS, called
from content_tools.changes.states import Key, States, collection_of
from content_tools.model.base import Part, Record
from content_tools.model.plan import COLLECTIONS
from content_tools.model.program import Program
from content_tools.model.reference import Frame
from content_tools.reading.commits import FileChange

_ORDER = {
    name: number for number, name in enumerate(("program", "indikator", "dokumen", "masterplan", *LABELS))
}
"""What readers ask for first comes first."""


@dataclass
class Walk:
    """Goes through the commits in their order; knows the records as they stand after those seen so far."""

    content: Callable[[str], bytes | None]
    """A blob's id to its bytes."""
    _owner: dict[Key, str] = field(default_factory=dict)
    """In which file each record stands; a second file with the same id does not count."""
    _files: dict[str, dict[Key, Part]] = field(default_factory=dict)
    _names: dict[Key, str] = field(default_factory=dict)
    """The name of every record there ever was, and of the items of frames, under their kind and code."""
    _states: States = field(default_factory=States)

    def step(self, files: tuple[FileChange, ...]) -> list[tuple[Change, tuple[str, ...]]]:
        """Take one commit up; returns its changes in a reader's order, each with the topics of its program."""
        before, after = self._exchange(
            sorted((file for file in files if collection_of(file.path)), key=lambda file: file.path)
        )
        former = self._rename(after)

        def new(collection: str, id: str) -> str:
            return self._names.get((collection, id), id)

        def old(collection: str, id: str) -> str:
            return former.get((collection, id)) or new(collection, id)

        moved = {
            (collection, was): now
            for collection in COLLECTIONS
            for was, now in moves(collection, _of(before, collection), _of(after, collection)).items()
        }
        found: list[Change] = []
        for collection in sorted({collection for collection, _ in (*before, *after)}):
            if collection in COLLECTIONS:
                sides = _of(before, collection), _of(after, collection)
                found += compare_collection(collection, *sides, old, new, moved)
            else:
                key = collection, collection
                found += changes_of(collection, before.get(key), after.get(key), old, new, moved)
        found.sort(key=_place)
        both = before | after
        return [(change, _topics(both.get((change.collection, change.id)))) for change in found]

    def _exchange(self, files: list[FileChange]) -> tuple[dict[Key, Part], dict[Key, Part]]:
        """What these files held before and hold now, without the records that stayed as they were."""
        before: dict[Key, Part] = {}
        now: list[tuple[str, dict[Key, Part], dict[Key, Part]]] = []
        for file in files:
            known = self._files.pop(file.path, {})
            held = dict(self._held(file, known))
            now.append((file.path, known, held))
            for key, record in known.items():
                if held.get(key) is not record:
                    before[key] = record
                if key not in held:
                    del self._owner[key]
        after: dict[Key, Part] = {}
        for path, known, held in now:
            for key in [key for key in held if key not in known]:
                if key in self._owner:
                    del held[key]
                else:
                    self._owner[key] = path
            self._files[path] = held
            after |= {key: record for key, record in held.items() if known.get(key) is not record}
        return before, after

    def _held(self, file: FileChange, known: dict[Key, Part]) -> Iterator[tuple[Key, Part]]:
        """The records of a file from now on; `known` are those it held."""
        if file.blob is None:
            return iter(())
        data = self.content(file.blob) if file.ordinary else None
        return self._states.read(file.path, data).records(known)

    def _rename(self, after: dict[Key, Part]) -> dict[Key, str]:
        """Take the new names up; returns those that were different, as they were."""
        former: dict[Key, str] = {}
        for (collection, id), record in after.items():
            named = [((collection, id), called(record))]
            if isinstance(record, Frame):
                named += [((record.kind.value, item.code), called(item)) for item in record.items]
            for key, name in named:
                if key in self._names and self._names[key] != name:
                    former[key] = self._names[key]
                self._names[key] = name
        return former


def _of(records: Mapping[Key, Part], collection: str) -> dict[str, Record]:
    """The records of one collection by their ids."""
    return {
        id: record for (name, id), record in records.items() if name == collection and isinstance(record, Record)
    }  # fmt: skip


def _topics(record: Part | None) -> tuple[str, ...]:
    return record.topics if isinstance(record, Program) else ()


def _place(change: Change) -> tuple[int, str, str]:
    return _ORDER.get(change.collection, len(_ORDER)), change.name.casefold(), change.id
