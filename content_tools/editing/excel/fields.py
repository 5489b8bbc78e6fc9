"""A key of a record in a cell: how its value is shown there, and how what was typed becomes a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from content_tools.editing.excel.words import Words, choice_named
from content_tools.editing.hints import bare
from content_tools.model.base import Part, Ref
from content_tools.model.choices import Choice
from content_tools.model.values import parse_rupiah, parse_when
from content_tools.model.when import When

BETWEEN = " | "
"""Stands between several values in one cell."""

FEW = 12
"""Labels that a message lists; more would hide what to do."""

Shown = str | int | None
"""What an exported cell holds. Never a formula: a text stays a text."""


class Refused(ValueError):
    """A cell that cannot be read: the id of the kind of problem, what is wrong, what to write instead."""

    def __init__(self, kind: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.kind, self.message, self.hint = kind, message, hint


@dataclass(frozen=True)
class Field:
    """A key as its model declares it; `path` leads to it in a record's plain form (`("jadwal", "mulai")`)."""

    path: tuple[str, ...]
    title: str
    help: str
    many: bool
    required: bool
    adapter: TypeAdapter[Any]
    collection: str | None = None
    """The collection whose ids it holds."""
    choices: tuple[Choice, ...] = ()
    money: bool = False
    moment: bool = False

    def shown(self, value: Any, words: Words) -> Shown:
        """A plain value as a cell shows it: labels for ids and allowed values, dates in words, numbers as numbers."""
        if value is None:
            return None
        if self.many:
            return BETWEEN.join(str(self._one(each, words)) for each in value) or None
        return self._one(value, words)

    def _one(self, value: Any, words: Words) -> str | int:
        if self.collection:
            return words.label(self.collection, value)
        if self.choices:
            return next(str(choice.label) for choice in self.choices if choice.value == value)
        if self.moment:
            when = parse_when(value)
            return when.year if when.month is None else when.words
        return value if isinstance(value, int) else str(value)

    def value(self, text: str, words: Words) -> Any:
        """The plain value of a filled cell. Raises Refused."""
        given = self._several(text, words) if self.many else self._named(text, words)
        try:
            read = self.adapter.validate_python(tuple(given) if self.many else given)
        except ValidationError as error:
            raise self._told(error) from None
        return read.iso if isinstance(read, When) else read if isinstance(read, int) else given

    def same(self, text: str, other: str, words: Words) -> bool:
        """Whether two cells say the same, however it is typed."""
        if text == other:
            return True
        if not text or not other:
            return False
        try:
            return bool(self.value(text, words) == self.value(other, words))
        except Refused:
            return False

    def _several(self, text: str, words: Words) -> list[str]:
        if (self.collection or self.choices) and self._known(text, words):
            return [self._named(text, words)]
        pieces = _pieces(text, r"[|;\n]")
        if len(pieces) == 1 and (self.collection or self.choices):
            pieces = _pieces(text, ",")
        return list(dict.fromkeys(self._named(piece, words) for piece in pieces))

    def _known(self, text: str, words: Words) -> str | None:
        if self.collection:
            return words.id_of(self.collection, text)
        choice = choice_named(self.choices, text)
        return str(choice.value) if choice else None

    def _named(self, text: str, words: Words) -> str:
        if not self.collection and not self.choices:
            return text
        known = self._known(text, words)
        if known is not None:
            return known
        if self.choices:
            labels = [str(choice.label) for choice in self.choices]
            message, kind = f"“{_short(text)}” bukan pilihan yang ada", "bukan-pilihan"
        else:
            labels = list(words.labels(self.collection or "").values())
            message, kind = f"“{_short(text)}” tidak ada dalam daftar", "acuan"
        raise Refused(kind, message, _nearest(text, labels, self.many))

    def _told(self, error: ValidationError) -> Refused:
        first = error.errors(include_url=False)[0]
        context = first.get("ctx", {})
        if first["type"] == "nilai":
            return Refused(context["jenis"], context["pesan"], context["saran"])
        if first["type"] == "string_too_long" or (
            first["type"] == "too_long" and isinstance(first["input"], str)
        ):
            message = f"teks ini lebih dari {context['max_length']} huruf"
            return Refused("teks-panjang", message, "Pendekkan; rincian ditulis di tempat lain.")
        if first["type"] == "too_long":
            return Refused(
                "daftar-panjang", "isinya terlalu banyak", f"Paling banyak {context['max_length']}."
            )
        return Refused("isi-kosong", "isinya kosong", "Isi nilainya.")


def _pieces(text: str, between: str) -> list[str]:
    return [piece.strip() for piece in re.split(between, text) if piece.strip()]


def _nearest(text: str, labels: list[str], many: bool) -> str:
    """What to write instead: the nearest label, and all of them when they are few."""
    lowered = {label.lower(): label for label in labels}
    close = get_close_matches(text.lower(), lowered, n=1, cutoff=0.6)
    hint = f"Maksud Anda “{lowered[close[0]]}”?" if close else ""
    if len(labels) <= FEW:
        hint = f"{hint} Pilihan: {'; '.join(labels)}."
    if many:
        hint = f"{hint} Beberapa isi dipisah dengan |."
    return hint.strip() or "Pilih nama dari daftar pada selnya."


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _inside(annotation: Any) -> Iterator[Any]:
    """Every class and mark inside a field's type."""
    yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def field_of(model: type[Part], path: str) -> Field:
    """The field at a path of attributes: `schedule.start` is the key `jadwal.mulai`, “Jadwal: mulai”."""
    keys: list[str] = []
    titles: list[str] = []
    help, required = "", True
    annotation: Any = Any
    owner: type[Part] = model
    for step in path.split("."):
        field = owner.model_fields[step]
        hint = get_type_hints(owner, include_extras=True)[step]
        annotation = Annotated[(hint, *field.metadata)] if field.metadata else hint
        keys.append(field.alias or step)
        titles.append(field.title or step)
        help = field.description or ""
        required = required and field.is_required()
        inside = list(_inside(hint))
        owner = next((one for one in inside if isinstance(one, type) and issubclass(one, Part)), owner)
    inside = list(_inside(annotation))
    kinds = [one for one in inside if isinstance(one, type)]
    choices = next((tuple(kind) for kind in kinds if issubclass(kind, Choice)), ())
    return Field(
        tuple(keys),
        ": ".join([titles[0], *(title.lower() for title in titles[1:])]),
        help,
        get_origin(bare(annotation)) is tuple,
        required,
        TypeAdapter(annotation),
        next((one.collection for one in inside if isinstance(one, Ref)), None),
        choices,
        any(isinstance(one, BeforeValidator) and one.func is parse_rupiah for one in inside),
        When in kinds,
    )
