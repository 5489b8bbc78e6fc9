"""What a type hint of a model says: the type itself, and everything it is marked with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def keys(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, Any]]:
    """Every key of a model in its order, with its declaration and its whole type hint."""
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        hint = Annotated[(hints[name], *field.metadata)] if field.metadata else hints[name]
        yield field.alias or name, field, hint


def bare(hint: Any) -> Any:
    """A type without its marks and without None."""
    if get_origin(hint) is Annotated:
        return bare(get_args(hint)[0])
    if get_origin(hint) is not tuple and type(None) in get_args(hint):
        return bare(next(_parts(hint)))
    return hint


def marks(hint: Any) -> tuple[Any, ...]:
    """Everything a type is marked with, at any depth above lists."""
    if get_origin(hint) is Annotated:
        inner, *own = get_args(hint)
        spread = [mark.metadata if isinstance(mark, FieldInfo) else [mark] for mark in own]
        return (*marks(inner), *(mark for group in spread for mark in group))
    if get_origin(hint) is not tuple and type(None) in get_args(hint):
        return marks(next(_parts(hint)))
    return ()


def is_kind(hint: Any, kind: Any) -> bool:
    """Whether a type is one of the model's kinds of scalars (`Year`, `Url`), known by their parser."""
    own = marks(hint)
    return all(mark in own for mark in marks(kind))


def _parts(hint: Any) -> Iterator[Any]:
    """The alternatives of a type, without None."""
    yield from (part for part in get_args(hint) if part is not type(None))
