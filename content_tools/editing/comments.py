"""Comments in a file of records. The form editor drops them and records have `catatan` for notes; we lose none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from content_tools.reading.nodes import Items, Keys

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


def _scalar_spans(text: str) -> Iterator[tuple[int, int]]:
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            begin = start.index
            if event.style in ("|", ">"):
                begin = text.find("\n", begin) + 1
            yield begin, end.index


def comment_lines(text: str) -> dict[int, str]:
    """Line (from 1) to the comment that stands in it, from its `#` to the end. The text must be readable YAML."""
    if "#" not in text:
        return {}
    spans = [*_scalar_spans(text), (len(text), len(text))]
    found: dict[int, str] = {}
    offset = at = 0
    for number, line in enumerate(text.split("\n"), 1):
        column = line.find("#")
        while column >= 0:
            place = offset + column
            while spans[at][1] <= place and at < len(spans) - 1:
                at += 1
            if spans[at][0] > place and (column == 0 or line[column - 1] in " \t"):
                found[number] = line[column:].rstrip()
                break
            column = line.find("#", column + 1)
        offset += len(line) + 1
    return found


def _places(node: Any, path: Path) -> Iterator[tuple[int, Path]]:
    """Line and path of every key and item below a node, in the order of the text."""
    if isinstance(node, Keys):
        for key, (mark, _) in node.marks.items():
            yield mark.start_mark.line + 1, (*path, key)
            yield from _places(node.get(key), (*path, key))
    elif isinstance(node, Items):
        for index, mark in enumerate(node.marks):
            yield mark.start_mark.line + 1, (*path, index)
            yield from _places(node[index], (*path, index))


def notes_of(text: str, tree: Any, lines: range | None = None) -> tuple[dict[Path, list[str]], list[str]]:
    """Comments by the key or item they stand before or beside, and those after the last one.

    With `lines`, only the comments in these lines.
    """
    places = sorted(_places(tree, ()), key=lambda place: (place[0], len(place[1])))
    notes: dict[Path, list[str]] = {}
    rest: list[str] = []
    for line, comment in comment_lines(text).items():
        if lines is not None and line not in lines:
            continue
        path = next((path for number, path in places if number >= line), None)
        (rest if path is None else notes.setdefault(path, [])).append(comment)
    return notes, rest
