"""One field of the form for each key of a model, in the format that Decap CMS and Sveltia CMS share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel

from content_tools.editing.hints import bare, is_kind, keys, marks
from content_tools.model.base import Part, Ref
from content_tools.model.choices import Choice
from content_tools.model.reference import Event, Regulation
from content_tools.model.values import SLUG_PATTERN, URL_PATTERN, Markdown, Slug, Url, Year
from content_tools.model.when import When
from content_tools.reading.layout import FOLDERS, LISTS

Field = dict[str, Any]
"""What the form is told of one key: `name`, `label`, `widget`, …"""

Codes = Mapping[str, list[dict[str, Any]]]
"""What may be chosen for references into frames: `{"dimensi": [{"label": …, "value": …}]}`."""

PROSE = frozenset(
    ("alasan", "alasan_status", "arti", "definisi", "keluaran", "penjelasan", "pertanyaan", "ringkasan", "tentang",
     "teks", "tema", "uraian", "visi")
)  # fmt: skip
"""Keys whose text fills more than one line of a phone: they get a box that grows."""

NAMES = {
    Regulation: ("jenis", "nomor", "tahun", "tentang"),
    Event: ("waktu", "uraian"),
}
"""What tells two records of a kind apart, where neither a name nor the first text does."""

_WHEN = ["^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "Tulis tahun, bulan, atau tanggal: 2026, 2026-03, 2026-03-28."]
_DAY = ["^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "Tulis tanggal lengkap: tahun-bulan-hari, mis. 2026-03-28."]
_NUMBER = ["^-?[0-9]+(,[0-9]+)?$", "Tulis angka tanpa titik ribuan; koma untuk desimal, mis. 1500 atau 45,5."]
_URL = [URL_PATTERN, "Tulis alamat lengkap yang mulai dengan https://"]
_SLUG = [SLUG_PATTERN, "Hanya huruf kecil, angka, dan tanda hubung, mis. bank-sampah."]


def fields(model: type[BaseModel], codes: Codes) -> list[Field]:
    """The fields of a model in its own order, which is the order of keys in a file."""
    return [_field(key, field, hint, codes) for key, field, hint in keys(model)]


def items(model: type[BaseModel], codes: Codes) -> Iterator[tuple[str, Any]]:
    """A list of records or parts: each closed and called by its name. Where each has an id, none is copied with it."""
    yield "widget", "list"
    yield "collapsed", True
    yield "summary", " ".join(f"{{{{fields.{name}}}}}" for name in naming(model))
    if any(key == "id" for key, _, _ in keys(model)):
        yield "allow_duplicate", False
    yield "fields", fields(model, codes)


def naming(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys a record or part is called by in lists."""
    if model in NAMES:
        return NAMES[model]
    given = [(key, hint) for key, field, hint in keys(model) if field.is_required()]
    if any(key == "nama" for key, _ in given):
        return ("nama",)
    texts = [key for key, hint in given if bare(hint) is str and key != "id"]
    return (next(iter(texts or [key for key, _ in given])),) if given else (next(keys(model))[0],)


def _field(key: str, field: Any, hint: Any, codes: Codes) -> Field:
    required = field.is_required()
    made: Field = {"name": key, "label": field.title or key}
    shape = dict(_shape(key, hint, required, codes))
    made["widget"] = shape.pop("widget")
    if not required:
        made["required"] = False
    help = " ".join(part for part in (field.description, shape.pop("hint", "")) if part)
    return made | ({"hint": help} if help else {}) | shape


def _shape(key: str, hint: Any, required: bool, codes: Codes) -> Iterator[tuple[str, Any]]:
    kind = bare(hint)
    if get_origin(kind) is tuple:
        yield from _list(key, get_args(kind)[0], codes)
        for mark in marks(hint):
            if isinstance(mark, MinLen):
                yield "min", mark.min_length
            if isinstance(mark, MaxLen):
                yield "max", mark.max_length
    elif ref := _ref(hint):
        yield from _reference(ref, codes)
    elif issubclass(kind, Choice):
        yield "widget", "select"
        yield "hint", _meanings(kind)
        yield "options", _options(kind)
    elif issubclass(kind, Part):
        yield "widget", "object"
        yield "fields", fields(kind, codes)
    else:
        yield from _scalar(key, kind, hint, required)


def _list(key: str, inside: Any, codes: Codes) -> Iterator[tuple[str, Any]]:
    kind = bare(inside)
    if ref := _ref(inside):
        yield from _reference(ref, codes)
        yield "multiple", True
    elif issubclass(kind, Choice):
        yield from _shape(key, inside, True, codes)
        yield "multiple", True
    elif issubclass(kind, Part):
        yield from items(kind, codes)
    else:
        yield "widget", "list"
        yield "field", {"name": "isi", "label": "Isi"} | dict(_scalar(key, kind, inside, True))


def _scalar(key: str, kind: Any, hint: Any, required: bool) -> Iterator[tuple[str, Any]]:
    if kind is bool and required:
        yield "widget", "boolean"
    elif kind is bool:
        # Not a switch: that would write `false` where nothing is said.
        yield "widget", "select"
        yield "options", [{"label": "Ya", "value": True}, {"label": "Tidak", "value": False}]
    elif kind is int:
        yield "widget", "number"
        yield "value_type", "int"
        yield "min", 1900 if is_kind(hint, Year) else 0
        if is_kind(hint, Year):
            yield "max", 2100
    else:
        long = is_kind(hint, Markdown) or (key in PROSE and kind is str)
        yield "widget", "text" if long else "string"
        for mark in marks(hint):
            if isinstance(mark, MaxLen):
                yield "maxlength", mark.max_length
        if pattern := _pattern(kind, hint):
            yield "pattern", pattern


def _pattern(kind: Any, hint: Any) -> list[str] | None:
    if kind is str:
        return _SLUG if is_kind(hint, Slug) else _URL if is_kind(hint, Url) else None
    return {When: _WHEN, date: _DAY, Decimal: _NUMBER}[kind]


def _ref(hint: Any) -> str | None:
    return next((mark.collection for mark in marks(hint) if isinstance(mark, Ref)), None)


def _reference(collection: str, codes: Codes) -> Iterator[tuple[str, Any]]:
    if collection in codes:
        yield "widget", "select"
        yield "options", codes[collection]
        return
    model = (FOLDERS | LISTS)[collection]
    item = "" if collection in FOLDERS else f"{collection}.*."
    shown = [item + key for key in naming(model)]
    yield "widget", "relation"
    yield "collection", collection if collection in FOLDERS else "daftar"
    if collection in LISTS:
        yield "file", collection
    yield "value_field", f"{item}id"
    yield "display_fields", shown
    yield "search_fields", [*shown, f"{item}id"]


def _options(kind: type[Choice]) -> list[dict[str, Any]]:
    return [{"label": one.label, "value": one.value} for one in kind]


def _meanings(kind: type[Choice]) -> str:
    return " ".join(f"**{one.label}**: {one.meaning}" for one in kind if one.meaning)
