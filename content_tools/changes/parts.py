"""Pieces of a record: what makes one the same before and after, what it is called, how it is told whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from content_tools.changes.change import Names
from content_tools.changes.fields import fields_of
from content_tools.changes.text import lowered, one_line, quoted, shortened
from content_tools.insight.completeness import EXPECTED
from content_tools.insight.trend import span_words, value_words, with_unit
from content_tools.model.base import Absence, Part
from content_tools.model.choices import ManagerKind
from content_tools.model.city import Channel, CityFact, FormerName, Manager, Tile
from content_tools.model.indicator import Indicator, Value
from content_tools.model.masterplan import Book, Stage
from content_tools.model.program import Budget, Figure, Milestone, Service, Span
from content_tools.model.reference import (
    Counterpart,
    DocumentTarget,
    FrameItem,
    Period,
    SynonymGroup,
)
from content_tools.model.writing import day, listed, number, rupiah


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the record a part belongs to, and what readers call things there."""

    record: Part
    names: Names


def _key_words(side: Side, key: str) -> str:
    """A key of a record as readers know it: its label, or what a full record is expected to have."""
    labels = {field.alias: field.title for field in type(side.record).model_fields.values()}
    return lowered(labels.get(key) or dict(EXPECTED).get(key) or key.replace("_", " "))


def _value_head(side: Side, value: Value) -> str:
    about = [lowered(value.kind.label)]
    about += [side.names("wilayah", value.place)] if value.place else []
    about += [f"seri {shortened(value.series, 40)}"] if value.series else []
    when = value.on.words if value.on else "tanpa tahun"
    return f"Nilai {when} ({'; '.join(about)})"


def budget_head(money: Budget) -> str:
    """`Pagu APBD 2025`; a kind told in several words keeps the year in brackets."""
    kind = money.kind.label
    return f"{kind} ({money.year})" if "," in kind else f"{kind} {money.year}"


def _counterpart(side: Side, twin: Counterpart) -> str:
    return f"{twin.code} dalam {side.names('kerangka', twin.frame)}"


IDENTITY: dict[type[Part], Callable[[Any], object]] = {
    Milestone: lambda step: step.name,
    Figure: lambda figure: figure.id or figure.text,
    Budget: lambda money: (money.year, money.kind, money.funding),
    Value: lambda value: value.id,
    CityFact: lambda fact: fact.id,
    FrameItem: lambda item: item.code,
    Absence: lambda absence: absence.about,
    FormerName: lambda former: former.name,
    Stage: lambda stage: stage.code,
    Book: lambda book: book.title,
    DocumentTarget: lambda target: (target.indicator, target.year),
    Channel: lambda channel: (channel.kind, channel.address),
    Counterpart: lambda twin: (twin.frame, twin.code),
    SynonymGroup: lambda group: group.words,
}
"""What two pieces of a list share when they are the same piece before and after."""

HEADS: dict[type[Part], Callable[[Side, Any], str]] = {
    Milestone: lambda side, step: f"Langkah penting {quoted(step.name)}",
    Figure: lambda side, figure: f"Angka {quoted(figure.text)}",
    Budget: lambda side, money: budget_head(money),
    Value: _value_head,
    CityFact: lambda side, fact: f"Fakta {quoted(fact.label)}",
    FrameItem: lambda side, item: f"Butir {quoted(item.name)}",
    Absence: lambda side, absence: f"Yang belum ada, {_key_words(side, absence.about)}",
    FormerName: lambda side, former: f"Nama lama {quoted(former.name)}",
    Stage: lambda side, stage: f"Tahapan {stage.code.label}",
    Book: lambda side, book: f"Buku {quoted(book.title)}",
    DocumentTarget: lambda side, target: f"Target {quoted(target.indicator)}",
    Channel: lambda side, channel: f"Kanal koreksi {channel.kind.label}",
    Counterpart: lambda side, twin: f"Padanan {_counterpart(side, twin)}",
    SynonymGroup: lambda side, group: f"Sinonim {quoted(', '.join(group.words))}",
}
"""What a piece is called at the head of a sentence about it."""


def _step_words(side: Side, step: Milestone) -> str:
    when = " sampai ".join(part.words for part in ((step.on,) if step.on else (step.start, step.end)) if part)
    return f"{shortened(step.name)}, {when}" if when else shortened(step.name)


def _value_words(side: Side, value: Value) -> str:
    figure = with_unit(side.record, value) if isinstance(side.record, Indicator) else ""
    kind = lowered(value.kind.label.split(",")[0])
    place = f", {side.names('wilayah', value.place)}" if value.place else ""
    return " ".join(part for part in (kind, value.on.words if value.on else "", figure) if part) + place


def _fact_words(side: Side, fact: CityFact) -> str:
    figure = f"{number(fact.number)} {fact.unit or ''}".strip() if fact.number is not None else fact.text
    return f"{shortened(fact.label)}: {shortened(figure)}" if figure else shortened(fact.label)


def _absence_words(side: Side, absence: Absence) -> str:
    until = f" ({day(absence.until)})" if absence.until else ""
    return f"{_key_words(side, absence.about)}, {lowered(absence.reason.label)}{until}"


def _manager_words(side: Side, manager: Manager) -> str:
    kind = lowered(manager.kind.label)
    name = one_line(manager.name) if manager.name else ""
    if manager.kind is ManagerKind.UNDECIDED:
        return f"{kind} ({name})" if name else kind
    return f"{name} ({kind})" if name else kind


def _service_words(side: Side, service: Service) -> str:
    return f"{service.kind.label} ({one_line(service.url)})" if service.url else str(service.kind.label)


def _target_words(side: Side, target: DocumentTarget) -> str:
    year = f" ({one_line(target.year)})" if target.year else ""
    return f"{shortened(target.indicator)}, {shortened(target.value)}{year}"


WORDS: dict[type[Part], Callable[[Side, Any], str]] = {
    Milestone: _step_words,
    Figure: lambda side, figure: shortened(figure.text),
    Budget: lambda side, money: f"{budget_head(money)} {rupiah(money.amount)}, {money.funding.label}",
    Value: _value_words,
    CityFact: _fact_words,
    FrameItem: lambda side, item: shortened(item.name),
    Absence: _absence_words,
    FormerName: lambda side, former: shortened(former.name),
    Stage: lambda side, stage: f"{stage.code.label}, {stage.start.words}–{stage.end.words}",
    Book: lambda side, book: shortened(book.title),
    DocumentTarget: _target_words,
    Channel: lambda side, channel: f"{channel.kind.label}, {one_line(channel.address)}",
    Counterpart: _counterpart,
    SynonymGroup: lambda side, group: listed([shortened(word) for word in group.words]),
    Manager: _manager_words,
    Period: lambda side, period: f"{period.start}–{period.end}",
    Service: _service_words,
    Span: lambda side, span: span_words(span),
    Tile: lambda side, tile: f"baris {tile.row}, kolom {tile.column}",
}
"""A piece told whole, for one that came or went, or that is short enough to stand as one value."""

UNTOLD: dict[type[Part], tuple[str, ...]] = {Manager: ("contact",)}
"""Fields that the words for a whole piece leave out."""


def figure_words(side: Side, value: Value, alone: bool) -> str:
    """The figure of an indicator's value; with its unit when it stands alone or is money."""
    if not isinstance(side.record, Indicator) or not value_words(side.record, value):
        return ""
    unit = side.record.unit or ""
    whole = alone or unit.startswith("rupiah")
    return one_line(with_unit(side.record, value) if whole else value_words(side.record, value))


def likeness(before: Part, after: Part) -> float:
    """How much two pieces share, from 0 to 1: of the fields that either fills, those that are equal in both.

    What is said about one thing that is missing is never the same as what is said about another.
    """
    if isinstance(before, Absence):
        return 0.0
    filled, same = 0, 0.0
    for spec in fields_of(type(before)):
        one, other = getattr(before, spec.attribute), getattr(after, spec.attribute)
        if one in (None, ()) and other in (None, ()):
            continue
        filled += 1
        same += _shared(one, other)
    return same / filled if filled else 0.0


def _shared(one: object, other: object) -> float:
    """1 for equal values; for lists, the share of their items that stand in both."""
    if isinstance(one, tuple) and isinstance(other, tuple) and one != other:
        return sum(item in other for item in one) / max(len(one), len(other))
    return float(one == other)
