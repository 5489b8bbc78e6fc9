"""Files brought into canonical form, and what can safely be repaired on the way.

Safe means: nobody could have meant anything else. Hard spaces and tabs between words of YAML become spaces, a
reference that stands twice in one list stands once, numbers and dates get their one form. Texts are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from content_tools.editing.canonical import plain, yaml_text
from content_tools.editing.comments import notes_of
from content_tools.model.base import Part
from content_tools.model.references import references
from content_tools.reading.files import load
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE
from content_tools.reading.nodes import Items, Keys, parse

_HARD = "\u00a0\u2007\u202f\u2003\u3000"
_INDENT = re.compile(rf"^[ \t{_HARD}]+", re.MULTILINE)
_KEY = re.compile(
    rf"^([^\"'#\n:]*:)[ \t{_HARD}]+(?=\S)|^([^\"'#\n:]*[{_HARD}][^\"'\n:]*:)(?=\s|$)", re.MULTILINE
)
_KINDS: dict[str, type[BaseModel]] = {**SINGLE, **OPTIONAL, **FOLDERS, **LISTS}


def data_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file of records below a data folder: its name for people (`data/program/mpp.yml`) and its path."""
    for name in (*SINGLE, *OPTIONAL, *LISTS):
        if (path := root / f"{name}.yml").is_file():
            yield f"data/{name}.yml", path
    for name in FOLDERS:
        for path in sorted((root / name).glob("*.yml")):
            yield f"data/{name}/{path.name}", path


def formatted(path: Path, file: str) -> str | None:
    """The canonical text of a file of records; None when it cannot be read or does not hold what it should."""
    text, problems = load(path, file)
    return None if text is None or problems else canonical(text, file)


def canonical(text: str, file: str, written_as: Callable[[Part], dict[str, Any]] = plain) -> str | None:
    """The canonical form of the text of a file of records, its comments kept; None when it holds errors."""
    tree, problems = parse(text, file)
    parts = file.split("/")
    name = parts[1].removesuffix(".yml")
    if problems or not isinstance(tree, Keys) or tree.has_empty:
        return None
    try:
        if name not in LISTS:
            written = written_as(_record(_KINDS[name], tree))
        elif set(tree.marks) == {name} and isinstance(tree[name], Items):
            written = {name: [written_as(_record(LISTS[name], item)) for item in tree[name]]}
        else:
            return None
    except ValidationError:
        return None
    notes, rest = notes_of(text, tree)
    return yaml_text(written, notes) + "".join(f"{note}\n" for note in rest)


def _record(model: type[BaseModel], node: Any) -> Part:
    record = model.model_validate(node)
    assert isinstance(record, Part)
    return record


def repaired(text: str, file: str) -> str:
    """The text with everything safe to repair repaired, in canonical form where it then holds no error."""
    clean = _with_plain_blanks(text)
    return canonical(clean, file, _each_once) or clean


def _with_plain_blanks(text: str) -> str:
    """Hard spaces and tabs at the beginning of lines and around keys as spaces; a tab there counts two."""
    if not re.search(rf"[\t{_HARD}]", text) or not parse(text, "")[1]:
        return text
    text = _INDENT.sub(lambda blanks: re.sub(rf"[{_HARD}]", " ", blanks.group()).replace("\t", "  "), text)
    return _KEY.sub(lambda key: f"{key[1]} " if key[1] else re.sub(rf"[{_HARD}]", " ", key[2]), text)


def _each_once(part: Part) -> dict[str, Any]:
    """The plain form of a record in which no list of references names the same one twice."""
    written = plain(part)
    seen: set[tuple[object, ...]] = set()
    doubles = []
    for path, collection, name in references(part):
        if isinstance(path[-1], int):
            if (path[:-1], collection, name) in seen:
                doubles.append(path)
            seen.add((path[:-1], collection, name))
    for path in reversed(doubles):
        node: Any = written
        for step in path[:-1]:
            node = node[step]
        del node[path[-1]]
    return written
