"""The fields of a model as a change tells them: label, kind of value, and how a value becomes words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator

from content_tools.changes.change import Names
from content_tools.changes.text import one_line
from content_tools.insight.trend import decimals_of
from content_tools.model import writing
from content_tools.model.base import Part, Ref
from content_tools.model.choices import Choice
from content_tools.model.city import CityFact
from content_tools.model.program import Figure, Milestone
from content_tools.model.reference import FrameItem
from content_tools.model.values import MarkdownText, parse_rupiah, parse_year
from content_tools.model.when import When


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its attribute and label, whether it is a list, and what kind of thing it holds."""

    attribute: str
    label: str
    many: bool
    part: type[Part] | None = None
    """The model of the part, or of each part, it holds."""
    collection: str | None = None
    """The collection whose ids it holds."""
    text: bool = False
    """Whether it holds people's own words."""
    markdown: bool = False
    exact: bool = True
    """Whether equal values are the same to a reader; `77,5` and `77,50` are not."""
    say: Callable[[Any], str] = str

    def words(self, value: Any, names: Names) -> str:
        """One value, or one item of a list, in words."""
        return names(self.collection, value) if self.collection else self.say(value)

    def same(self, before: Any, after: Any) -> bool:
        """Whether a reader sees no difference."""
        return before is after or (before == after and (self.exact or _exactly(before, after)))


def _exactly(before: Any, after: Any) -> bool:
    """Whether two equal values are written alike, the digits after the comma included."""
    if isinstance(before, Decimal):
        return str(before) == str(after)
    if isinstance(before, tuple):
        return all(_exactly(one, other) for one, other in zip(before, after, strict=True))
    if isinstance(before, Part):
        return all(_exactly(one, other) for one, other in zip(before.__dict__.values(), after.__dict__.values(), strict=True))  # fmt: skip
    return True


_OWN_LABELS: dict[tuple[type[Part], str], str] = {
    (Milestone, "name"): "Nama",
    (Figure, "text"): "Teks",
    (CityFact, "label"): "Sebutan",
}
"""Fields whose title is that of the list they head; inside a part they need a word of their own."""

_WITHOUT_REF: dict[tuple[type[Part], str], str] = {(FrameItem, "parent"): "dimensi"}
"""Codes that name an item of their own frame."""


def _decimal(value: Decimal) -> str:
    return writing.number(value, decimals_of(value))


def _unfold(annotation: Any) -> tuple[bool, Any, tuple[Any, ...]]:
    """Whether a type is a list, the class of one value, and what is annotated to it."""
    if get_origin(annotation) is Annotated:
        base, *extras = get_args(annotation)
        many, inner, more = _unfold(base)
        return many, inner, (*extras, *more)
    if get_origin(annotation) is tuple:
        return True, *_unfold(get_args(annotation)[0])[1:]
    options = [option for option in get_args(annotation) if option is not type(None)]
    return _unfold(options[0]) if options else (False, annotation, ())


def _say(base: type, extras: tuple[Any, ...]) -> Callable[[Any], str]:
    parsers = [extra.func for extra in extras if isinstance(extra, BeforeValidator)]
    if parse_rupiah in parsers:
        return writing.rupiah
    if parse_year in parsers:
        return str
    if issubclass(base, Choice):
        return lambda choice: str(choice.label)
    if issubclass(base, bool):
        return lambda flag: "ya" if flag else "tidak"
    if issubclass(base, When):
        return lambda when: str(when.words)
    if issubclass(base, date):
        return writing.day
    if issubclass(base, Decimal):
        return _decimal
    return writing.number if issubclass(base, int) else one_line


@cache
def fields_of(model: type[Part]) -> tuple[FieldSpec, ...]:
    """The fields of a model in their order."""
    hints = get_type_hints(model, include_extras=True)
    found = []
    for attribute, field in model.model_fields.items():
        many, base, extras = _unfold(hints[attribute])
        reference = next((extra.collection for extra in extras if isinstance(extra, Ref)), None)
        part = base if issubclass(base, Part) else None
        inside = fields_of(part) if part else ()
        found.append(
            FieldSpec(
                attribute,
                _OWN_LABELS.get((model, attribute)) or field.title or attribute,
                many,
                part,
                reference or _WITHOUT_REF.get((model, attribute)),
                text=base is str and reference is None,
                markdown=MarkdownText in extras,
                exact=base is not Decimal and all(spec.exact for spec in inside),
                say=_say(base, extras),
            )
        )
    return tuple(found)
