"""Which records a record points at, found once from the models' own declarations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from content_tools.model.base import Part, Ref

Path = tuple[str | int, ...]


class Reference(NamedTuple):
    """One pointer: where it stands in the record, the collection and the id it names."""

    path: Path
    collection: str
    id: str


class _Step(NamedTuple):
    attribute: str
    alias: str
    many: bool
    collection: str | None
    model: type[BaseModel] | None


def _unfold(annotation: Any, many: bool = False) -> Iterator[tuple[bool, str | None, type[BaseModel] | None]]:
    if get_origin(annotation) is Annotated:
        for extra in get_args(annotation)[1:]:
            if isinstance(extra, Ref):
                yield many, extra.collection, None
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        yield many, None, annotation
    else:
        for part in get_args(annotation):
            yield from _unfold(part, many or get_origin(annotation) is tuple)


@cache
def _steps(model: type[BaseModel]) -> tuple[_Step, ...]:
    steps = []
    for name, annotation in get_type_hints(model, include_extras=True).items():
        field = model.model_fields.get(name)
        if field is None:
            continue
        for many, collection, part in _unfold(annotation):
            if collection is not None or (part is not None and _steps(part)):
                steps.append(_Step(name, field.alias or name, many, collection, part))
    return tuple(steps)


def references(part: Part, path: Path = ()) -> Iterator[Reference]:
    """Every pointer in a record or a piece of one."""
    for attribute, alias, many, collection, _ in _steps(type(part)):
        value = getattr(part, attribute)
        if not value:
            continue
        if collection is not None:
            if many:
                for index, name in enumerate(value):
                    yield Reference((*path, alias, index), collection, name)
            else:
                yield Reference((*path, alias), collection, value)
        elif many:
            for index, item in enumerate(value):
                yield from references(item, (*path, alias, index))
        else:
            yield from references(value, (*path, alias))


def texts(part: Part, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a record or a piece of one, with its place."""
    for name, field in type(part).model_fields.items():
        yield from _texts(getattr(part, name), (*path, field.alias or name))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, str(value)
    elif isinstance(value, Part):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
