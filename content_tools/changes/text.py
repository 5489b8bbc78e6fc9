"""Texts inside a sentence: on one line, without what nobody sees, long ones cut to where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from content_tools.model.writing import listed

SHORT = 80
"""Letters up to which a text stands whole in a sentence."""

PIECE = 60
"""Letters of a long text that are shown."""

NAMED = 5
"""Items of a list that are named; the others are counted."""


def one_line(text: str) -> str:
    """The text on one line; what cannot be printed becomes a blank."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def shortened(text: str, length: int = SHORT) -> str:
    """One line of at most `length` letters and an ellipsis, cut between words where there are some."""
    line = one_line(text)
    if len(line) <= length:
        return line
    words = line[:length].rpartition(" ")[0]
    return f"{words if len(words) > length // 2 else line[:length]}…"


def quoted(text: str) -> str:
    """The text in quotation marks, shortened."""
    return f"“{shortened(text)}”"


def where_they_differ(before: str, after: str) -> tuple[str, str]:
    """The first changed words of two different lines, each with the word before them, shortened."""
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))  # fmt: skip
    start = before[:same].rstrip().rfind(" ") + 1
    if same - start > PIECE // 2:
        start = same - PIECE // 4
    return _from(before, start), _from(after, start)


def _from(line: str, start: int) -> str:
    return f"{'…' if start else ''}{shortened(line[start:], PIECE)}"


def enumerated(items: Sequence[str]) -> str:
    """`a dan b`; in quotation marks where an item holds a comma; beyond five, how many more."""
    shown = [shortened(item) for item in items]
    if len(shown) > 1 and any("," in item or " dan " in item for item in shown):
        shown = [f"“{item}”" for item in shown]
    if len(shown) > NAMED:
        shown = [*shown[: NAMED - 1], f"{len(shown) - NAMED + 1} lainnya"]
    return listed(shown)


def lowered(label: str) -> str:
    """A label inside a sentence: `Kode BPS` → `kode BPS`."""
    return label[:1].lower() + label[1:]
