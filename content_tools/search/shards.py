"""Weights as small script files: a query loads the few that hold its words.

A file is one call, `masterplanSearch.take("p3", "…")`, so that it loads under a strict policy and from a folder alike.
Numbers are written in printable characters: the last character of a number is one of the first half of `LETTERS`, the
ones before it of the second half (little end first); a weight is one character. Numbers that only rise are told by
their steps.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

LETTERS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\<')
"""The 92 characters that need no escape in a script."""
HALF = len(LETTERS) // 2

CUT = 4_000
"""Letters of a shard from which on the next begins; about half as many bytes on the wire."""
PER_CHUNK = 16
"""Entries whose words of a result lie in one file."""


def number(value: int) -> str:
    """A whole number ≥ 0."""
    text = ""
    while value >= HALF:
        text += LETTERS[HALF + value % HALF]
        value //= HALF
    return text + LETTERS[value]


def rising(values: Iterable[int]) -> str:
    """Whole numbers, each larger than the one before, as steps; the first is told as it is."""
    text, before = "", 0
    for value in values:
        text += number(value - before)
        before = value
    return text


def postings(weights: Mapping[int, int]) -> str:
    """Entry numbers as steps, each followed by its weight as one character."""
    text, before = "", 0
    for entry in sorted(weights):
        text += number(entry - before) + LETTERS[weights[entry]]
        before = entry
    return text


def places(positions: Mapping[int, Sequence[int]]) -> str:
    """Per entry: the step to it, how many places, the places as steps."""
    text, before = "", 0
    for entry in sorted(positions):
        text += number(entry - before) + number(len(positions[entry])) + rising(positions[entry])
        before = entry
    return text


def cut(lines: Sequence[tuple[str, str]], size: int = CUT) -> Iterator[tuple[str, str]]:
    """Sorted `(key, line)` in runs of about `size` letters, as `(first key, lines)`; no key is in two runs."""
    begin, length = 0, 0
    for at, (key, line) in enumerate(lines):
        if length > size and key != lines[at - 1][0]:
            yield lines[begin][0], "\n".join(line for _, line in lines[begin:at])
            begin, length = at, 0
        length += len(line)
    if begin < len(lines):
        yield lines[begin][0], "\n".join(line for _, line in lines[begin:])


def script(name: str, content: object) -> bytes:
    """A file that hands its content to the search."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'masterplanSearch.take("{name}",{text})\n'.encode()
