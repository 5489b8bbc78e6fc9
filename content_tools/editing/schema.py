"""JSON Schemas of the files of records, so that editors complete and explain keys while people write.

They say what an editor can help with: keys, labels, allowed values, forms. What is right is decided by `check`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel, StringConstraints

from content_tools.editing.hints import bare, is_kind, keys, marks
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
    properties, required = {}, []
    for key, field, hint in keys(model):
        schema = _schema(hint)
        help = " ".join(part for part in (field.description, schema.pop("description", "")) if part)
        properties[key] = {"title": field.title or key, **({"description": help} if help else {}), **schema}
        if field.is_required():
            required.append(key)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _schema(hint: Any) -> dict[str, Any]:
    kind = bare(hint)
    if get_origin(kind) is tuple:
        inside = {"type": "array", "items": _schema(get_args(kind)[0]), "uniqueItems": True}
        for mark in marks(hint):
            if isinstance(mark, MinLen):
                inside["minItems"] = mark.min_length
            if isinstance(mark, MaxLen):
                inside["maxItems"] = mark.max_length
        return inside
    if isinstance(kind, type) and issubclass(kind, Choice):
        told = [
            f"{one.value}: {one.label}" + (f" ({one.meaning.rstrip('.')})" if one.meaning else "")
            for one in kind
        ]
        return {"enum": [one.value for one in kind], "description": "Pilihan: " + "; ".join(told) + "."}
    if isinstance(kind, type) and issubclass(kind, Part):
        return _object(kind)
    if kind in (When, date):
        return dict(_WHEN)
    if kind is Decimal:
        return {"type": ["string", "integer"], "examples": ["45,5", "1.500.000"]}
    if kind is bool:
        return {"type": ["boolean", "string"], "enum": [True, False, "ya", "tidak"]}
    if kind is int:
        return {"type": ["integer", "string"]}
    return {"type": "string"} | _text(hint)


def _text(hint: Any) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    for mark in marks(hint):
        if isinstance(mark, StringConstraints) and mark.pattern:
            limits["pattern"] = str(mark.pattern)
        if isinstance(mark, MaxLen):
            limits["maxLength"] = mark.max_length
    if is_kind(hint, Url):
        limits["pattern"] = URL_PATTERN
    return limits
