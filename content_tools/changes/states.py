"""What a file of the data held at some commit, read piece by piece: a piece seen before is not read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from content_tools.model.base import Part
from content_tools.reading.files import decode
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE
from content_tools.reading.nodes import Keys, parse

Key = tuple[str, str]
"""A collection and an id; the collection's name twice for a file that holds one record without an id."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One record as a file holds it."""

    id: str | None
    """None when not even that can be read."""
    record: Part | None
    """None when it could not be read as it stands."""
    lenient: Part | None
    """The record without the keys that the model does not know: better than nothing, for one never read before."""


@dataclass(frozen=True, slots=True)
class FileState:
    """The records of one file, in their order; `broken` when parts of it could not even be told apart."""

    collection: str
    pieces: tuple[Piece, ...] = ()
    broken: bool = False

    def records(self, known: dict[Key, Part]) -> Iterator[tuple[Key, Part]]:
        """Every record that counts from now on; `known` is what the file held before.

        What cannot be read keeps its last readable state: a file that is broken for a while loses nothing.
        """
        unsure = self.broken or any(piece.id is None for piece in self.pieces)
        told: set[Key] = set()
        for piece in self.pieces:
            if piece.id is None:
                continue
            key = (self.collection, piece.id)
            record = piece.record or known.get(key) or piece.lenient
            if record is not None and key not in told:
                told.add(key)
                yield key, record
        for key, record in known.items() if unsure else ():
            if key not in told:
                yield key, record


MODELS: dict[str, type[BaseModel]] = {**SINGLE, **OPTIONAL, **FOLDERS, **LISTS}
"""Collection, or name of a single file, to its model."""


def collection_of(path: str) -> str | None:
    """The collection that the file at `data/…` belongs to; None for a file that nothing reads."""
    parts = path.removeprefix("data/").split("/")
    if len(parts) == 2 and parts[0] in FOLDERS and parts[1].endswith(".yml"):
        return parts[0]
    name = parts[0].removesuffix(".yml")
    shared = name in MODELS and name not in FOLDERS
    return name if shared and parts == [f"{name}.yml"] else None


@dataclass
class States:
    """Reads files of many commits; remembers each piece by its text."""

    _pieces: dict[tuple[str, str], Piece | None] = field(default_factory=dict)
    """Collection and text to what it holds; None for text that is no single record."""

    def read(self, path: str, data: bytes | None) -> FileState:
        """The records of the file at `path`, which must belong to a collection; None is content that cannot be had."""
        collection = collection_of(path) or ""
        text = decode(data, path)[0] if data is not None else None
        if text is None:
            return FileState(collection, broken=True)
        if collection not in LISTS:
            piece = self._piece(collection, text)
            return FileState(collection, (piece,) if piece else (), broken=piece is None)
        chunks = list_chunks(collection, text)
        pieces = [self._piece(collection, chunk) for chunk in chunks or ()]
        if chunks is None or None in pieces:
            return _whole(collection, text)
        return FileState(collection, tuple(piece for piece in pieces if piece is not None))

    def _piece(self, collection: str, text: str) -> Piece | None:
        key = collection, text
        if key not in self._pieces:
            self._pieces[key] = _read_piece(collection, text)
        return self._pieces[key]


def _read_piece(collection: str, text: str) -> Piece | None:
    """The one record in this text."""
    tree, problems = parse(text, "")
    if problems or not isinstance(tree, Keys):
        return None
    if collection not in LISTS:
        return _piece_of(collection, tree)
    nodes = tree.get(collection)
    if tree.marks.keys() != {collection} or not isinstance(nodes, list) or len(nodes) != 1:
        return None
    return _piece_of(collection, nodes[0])


def _whole(collection: str, text: str) -> FileState:
    """The slow way, for a list that nobody has brought into form."""
    tree, problems = parse(text, "")
    nodes = tree.get(collection, []) if isinstance(tree, Keys) and not problems else None
    if not isinstance(nodes, list):
        return FileState(collection, broken=True)
    return FileState(collection, tuple(_piece_of(collection, node) for node in nodes))


def _piece_of(collection: str, node: Any) -> Piece:
    model = MODELS[collection]
    own = node.get("id") if isinstance(node, Keys) else None
    name = own if "id" in model.model_fields and collection not in SINGLE else collection
    try:
        return Piece(name, model.model_validate(node), None)  # type: ignore[arg-type]
    except ValidationError as error:
        return Piece(name if isinstance(name, str) else None, None, _without_unknown(model, node, error))


def _without_unknown(model: type[BaseModel], node: Any, error: ValidationError) -> Any:
    """The record without unknown keys; None when it still cannot be read."""
    unknown = {each["loc"] for each in error.errors(include_url=False) if each["type"] == "extra_forbidden"}
    if not unknown:
        return None
    try:
        return model.model_validate(_left(node, unknown))
    except ValidationError:
        return None


def _left(node: Any, unknown: set[tuple[int | str, ...]], path: tuple[int | str, ...] = ()) -> Any:
    """A copy without what stands at these paths."""
    if isinstance(node, dict):
        return {
            name: _left(inside, unknown, (*path, name)) for name, inside in node.items() if (*path, name) not in unknown
        }  # fmt: skip
    if isinstance(node, list):
        return [_left(inside, unknown, (*path, index)) for index, inside in enumerate(node)]
    return node


_NOTES = r"(?:[ ]*(?:#[^\n]*)?\n)*"
"""Empty lines and comments."""


def list_chunks(collection: str, text: str) -> list[str] | None:
    """A list file cut into texts of one record each, every one a list file itself; None when it is not in plain form.

    Cut before each line that begins like the first record. A cut through the middle of a record leaves text that
    cannot be read alone, which the caller then notices.
    """
    head = re.match(rf"{_NOTES}{collection}:[ ]*\n{_NOTES}([ ]*- )", text)
    if head is None:
        return None
    starts = [match.start() for match in re.finditer(rf"^{re.escape(head[1])}", text, re.MULTILINE)]
    ends = [*starts[1:], len(text)]
    return [f"{collection}:\n{text[start:end].rstrip()}\n" for start, end in zip(starts, ends, strict=True)]
