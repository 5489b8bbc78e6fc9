"""JSON Schemas of the files of records, so that editors complete and explain keys while people write.

They say what an editor can help with: keys, labels, allowed values, forms. What is right is decided by `check`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel, StringConstraints

from content_tools.model.base import Part
from content_tools.model.choices import Choice
from content_tools.model.values import URL_PATTERN, Url
from content_tools.model.when import When
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE

DRAFT = "http://json-schema.org/draft-07/schema#"

_WHEN = {
    "type": ["string", "integer"],
    "examples": ["2026", "2026-03", "2026-03-28", "28 Maret 2026"],
}


def schemas() -> dict[str, dict[str, Any]]:
    """File name (`program.json`) to its schema, for every file of records."""
    made = {name: _object(model) for name, model in {**SINGLE, **OPTIONAL, **FOLDERS}.items()}
    for name, model in LISTS.items():
        inside = {"type": "array", "items": _object(model)}
        made[name] = {"type": "object", "properties": {name: inside}, "additionalProperties": False}
    return {f"{name}.json": {"$schema": DRAFT, **schema} for name, schema in made.items()}


def editor_settings() -> dict[str, Any]:
    """Settings of VS Code and the web editor of a host: which schema belongs to which files."""
    files = {
        f"./schema/{name}.json": f"data/{name}/*.yml" if name in FOLDERS else f"data/{name}.yml"
        for name in (*SINGLE, *OPTIONAL, *FOLDERS, *LISTS)
    }
    return {
        "yaml.schemas": files,
        "yaml.format.enable": False,
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "files.eol": "\n",
        "files.insertFinalNewline": True,
    }


def _object(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    properties, required = {}, []
    for name, field in model.model_fields.items():
        key = field.alias or name
        schema = _schema(Annotated[(hints[name], *field.metadata)] if field.metadata else hints[name])
        help = " ".join(part for part in (field.description, schema.pop("description", "")) if part)
        properties[key] = {"title": field.title or key, **({"description": help} if help else {}), **schema}
        if field.is_required():
            required.append(key)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _schema(hint: Any) -> dict[str, Any]:
    marks = _marks(hint)
    bare = _bare(hint)
    if get_origin(bare) is tuple:
        inside = {"type": "array", "items": _schema(get_args(bare)[0]), "uniqueItems": True}
        for mark in marks:
            if isinstance(mark, MinLen):
                inside["minItems"] = mark.min_length
            if isinstance(mark, MaxLen):
                inside["maxItems"] = mark.max_length
        return inside
    if isinstance(bare, type) and issubclass(bare, Choice):
        told = [
            f"{one.value}: {one.label}" + (f" ({one.meaning.rstrip('.')})" if one.meaning else "")
            for one in bare
        ]
        return {"enum": [one.value for one in bare], "description": "Pilihan: " + "; ".join(told) + "."}
    if isinstance(bare, type) and issubclass(bare, Part):
        return _object(bare)
    if bare in (When, date):
        return dict(_WHEN)
    if bare is Decimal:
        return {"type": ["string", "integer"], "examples": ["45,5", "1.500.000"]}
    if bare is bool:
        return {"type": ["boolean", "string"], "enum": [True, False, "ya", "tidak"]}
    if bare is int:
        return {"type": ["integer", "string"]}
    return {"type": "string"} | _text(marks, hint)


def _text(marks: tuple[Any, ...], hint: Any) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    for mark in marks:
        if isinstance(mark, StringConstraints) and mark.pattern:
            limits["pattern"] = str(mark.pattern)
        if isinstance(mark, MaxLen):
            limits["maxLength"] = mark.max_length
    if _is_url(hint):
        limits["pattern"] = URL_PATTERN
    return limits


def _is_url(hint: Any) -> bool:
    return any(mark in _marks(Url) for mark in _marks(hint))


def _parts(hint: Any) -> Iterator[Any]:
    """The alternatives of a type, without None."""
    yield from (part for part in get_args(hint) if part is not type(None))


def _bare(hint: Any) -> Any:
    """A type without its marks and without None."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) is not tuple and type(None) in get_args(hint):
        return _bare(next(_parts(hint)))
    return hint


def _marks(hint: Any) -> tuple[Any, ...]:
    """Everything a type is marked with, at any depth above lists."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        return (*_marks(inner), *marks)
    if get_origin(hint) is not tuple and type(None) in get_args(hint):
        return _marks(next(_parts(hint)))
    return ()
