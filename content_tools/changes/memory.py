"""A history once told is kept between builds: plain JSON that nothing runs, replaced as a whole."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import astuple
from datetime import date
from functools import cache
from pathlib import Path

from content_tools.changes.entry import Entry, History, Line

FILE = ".cache/riwayat.json"
"""Below the project; git ignores it."""

_PACKAGE = Path(__file__).parent.parent
_CODE = ("model", "reading", "rules", "insight", "changes")
"""The rooms that decide how a history is told."""


@cache
def _code() -> str:
    """A hash of the code that tells histories: other code tells anew."""
    told = hashlib.sha256()
    for file in sorted(file for room in _CODE for file in (_PACKAGE / room).rglob("*.py")):
        told.update(f"{file.relative_to(_PACKAGE)}\0".encode() + file.read_bytes())
    return told.hexdigest()


def load(root: Path, newest: str) -> History | None:
    """The history up to this commit; None when it is not kept, was told by other code, or cannot be read."""
    try:
        kept = json.loads((root / FILE).read_text("utf-8"))
        if kept["kunci"] != [newest, _code()]:
            return None
        known_from, complete, entries = kept["riwayat"]
        return History(
            date.fromisoformat(known_from), bool(complete), tuple(_entry(*values) for values in entries)
        )
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _entry(commit: str, day: str, reason: str | None, first: bool, lines: list[list[object]]) -> Entry:
    return Entry(commit, date.fromisoformat(day), reason, first, tuple(_line(*values) for values in lines))  # type: ignore[arg-type]


def _line(
    collection: str, id: str, name: str, kind: str, loud: bool, sentence: str, sources: list[str], topics: list[str]
) -> Line:  # fmt: skip
    return Line(collection, id, name, kind, loud, sentence, tuple(sources), tuple(topics))


def save(root: Path, newest: str, history: History) -> None:
    """Keep it, when the folder may be written to."""
    told = [history.known_from, history.complete, [astuple(entry) for entry in history.entries]]
    kept = {"kunci": [newest, _code()], "riwayat": told}
    path = root / FILE
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)
            os.replace(beside, path)
        except OSError:
            os.unlink(beside)
            raise
