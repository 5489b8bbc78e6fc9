"""The one way a record is written: fixed order of keys, double quotes, block lists, one form for each kind of value.

Byte for byte what the form editor writes (the `yaml` package of npm with double quotes and no folding), so that a
record saved there, imported from a spreadsheet or formatted here looks the same. A test holds the two together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from content_tools.model.base import Part
from content_tools.model.when import When

Plain = dict[str, Any] | list[Any] | str | int | bool
"""What stands in a file: mappings of keys, lists, texts, whole numbers, yes or no."""

Path = tuple[str | int, ...]
"""Keys and places in lists that lead to a value."""

Notes = Mapping[Path, Sequence[str]]
"""Comments (`# …`) by the path of the key or item they stand before."""

NO_NOTES: Notes = MappingProxyType({})

_FOLDED_FROM = 40
"""UTF-16 units, quotes and escapes included, from which a text with several lines is written on several lines."""

_SHORT_ESCAPES = {"0000": "\\0", "0007": "\\a", "000b": "\\v", "001b": "\\e"}


def plain(part: Part) -> dict[str, Any]:
    """A record or a piece of one as it stands in a file: its keys in the model's order, those without a value left out.

    Dates are ISO text as exact as known, decimals text with a comma, money and years whole numbers.
    """
    written: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        if name in part.model_fields_set:
            value = getattr(part, name)
            if value is not None and value != ():
                written[field.alias or name] = _plain(value)
    return written


def in_order(model: type[Part], written: dict[str, Any]) -> dict[str, Any]:
    """A plain form with its keys in the model's order."""
    names = (field.alias or name for name, field in model.model_fields.items())
    return {name: written[name] for name in names if name in written}


def _plain(value: Any) -> Any:
    match value:
        case Part():
            return plain(value)
        case tuple():
            return [_plain(item) for item in value]
        case When():
            return value.iso
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case bool() | int():
            return value
        case str():
            return re.sub(r"(?m)^[ \t]+$", "", value)
    raise TypeError(f"no record holds {value!r}")


def yaml_text(value: dict[str, Any], notes: Notes = NO_NOTES) -> str:
    """A mapping as a whole file; `notes` are the comments that stand before a key or an item."""
    return "".join(f"{line}\n" for line in yaml_lines(value, notes=notes))


def yaml_lines(
    value: dict[str, Any], indent: str = "", notes: Notes = NO_NOTES, path: Path = ()
) -> Iterator[str]:
    """A mapping line by line, each beginning with `indent`; a text with several lines comes as one such string."""
    for key, inside in value.items():
        at = (*path, key)
        yield from (f"{indent}{note}" for note in notes.get(at, ()))
        yield from _entry(f"{indent}{key}:", inside, indent + "  ", notes, at)


def _entry(head: str, value: Any, indent: str, notes: Notes, path: Path) -> Iterator[str]:
    if isinstance(value, dict):
        yield head if value else f"{head} {{}}"
        yield from yaml_lines(value, indent, notes, path)
    elif isinstance(value, list):
        yield head if value else f"{head} []"
        for index, item in enumerate(value):
            yield from item_lines(item, indent, notes, (*path, index))
    else:
        yield f"{head} {_scalar(value, indent)}"


def item_lines(value: Any, indent: str, notes: Notes = NO_NOTES, path: Path = ()) -> Iterator[str]:
    """One item of a list line by line, its `- ` at `indent`."""
    yield from (f"{indent}{note}" for note in notes.get(path, ()))
    if isinstance(value, dict) and value:
        first = True
        for line in yaml_lines(value, indent + "  ", notes, path):
            is_note = first and line.lstrip().startswith("#")
            yield line if is_note or not first else f"{indent}- {line.removeprefix(indent + '  ')}"
            first = first and is_note
    else:
        yield f"{indent}- {_scalar(value, indent + '  ')}"


def _scalar(value: str | int | bool, indent: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else quoted(value, indent)


def quoted(text: str, indent: str = "  ") -> str:
    """A text in double quotes; line breaks of a longer one become an empty line and `indent`."""
    as_json = json.dumps(text, ensure_ascii=False)
    if "\n" in text and len(as_json.encode("utf-16-le")) >= 2 * _FOLDED_FROM:
        return _folded(text, indent)
    escaped = re.sub(
        r"(?<!\\)((?:\\\\)*)\\u(00[0-9a-f]{2})",
        lambda match: match[1] + _SHORT_ESCAPES.get(match[2], f"\\x{match[2][2:]}"),
        as_json,
    )
    return escaped.replace(" \\n", "\\ \\n")


def _folded(text: str, indent: str) -> str:
    body, last = text, ""
    if text.endswith("\n"):
        body, last = text[:-1], "\\n"
    written = ""
    parts = re.split(r"(\n+)", body)
    for index in range(0, len(parts), 2):
        line = quoted(parts[index], indent)[1:-1]
        breaks = parts[index + 1] if index + 1 < len(parts) else last
        if breaks and line.endswith(" "):
            line = f"{line[:-1]}\\ "
        if index and line.startswith(" "):
            line = f"\\{line}"
        written += line
        if index + 1 < len(parts):
            written += "\n" + breaks + indent
    return f'"{written}{last}"'
