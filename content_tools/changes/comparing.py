"""Two records, or two pieces of them, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content_tools.changes.change import Change
from content_tools.changes.field import FieldChange, ListChanged, Replaced, Rewritten
from content_tools.changes.fields import FieldSpec, fields_of
from content_tools.changes.part import (
    BudgetChanged,
    PartAdded,
    PartChanged,
    PartRemoved,
    PartsReordered,
    ValueChanged,
)
from content_tools.changes.parts import (
    HEADS,
    IDENTITY,
    UNTOLD,
    WORDS,
    Side,
    budget_head,
    figure_words,
    likeness,
)
from content_tools.changes.text import SHORT, lowered, one_line, quoted
from content_tools.model.base import Part
from content_tools.model.indicator import Indicator, Value
from content_tools.model.program import Budget

Moved = Mapping[tuple[str, str], str]
"""`(collection, old id)` → the id that the record has now."""

ALIKE = 0.5
"""How much two pieces must share to be the same piece with another name."""

FIGURE = ("number", "span", "predicate")
"""The fields of a value that together are its figure."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whose change it is, and how things are called on both sides."""

    collection: str
    id: str
    name: str
    sources: tuple[str, ...]
    old: Side
    new: Side
    moved: Moved

    def _whose(self, sources: tuple[str, ...] = ()) -> tuple[str, str, str, tuple[str, ...]]:
        return self.collection, self.id, self.name, sources or self.sources

    def field(self, spec: FieldSpec, before: Any, after: Any, prefix: str = "") -> Iterator[Change]:
        """What changed in one field of a record or of a piece; `prefix` is the label of the piece."""
        if spec.same(before, after):
            return
        label = f"{prefix} {lowered(spec.label)}" if prefix else spec.label
        if spec.part is not None:
            if spec.many:
                yield from self._parts(spec, spec.part, before, after)
            else:
                yield from self._part(spec.part, label, before, after)
        elif spec.many:
            yield from self._list(spec, label, before or (), after or ())
        elif after is None or not spec.collection or self.moved.get((spec.collection, before)) != after:
            yield self._single(spec, label, before, after)

    def _single(self, spec: FieldSpec, label: str, before: Any, after: Any) -> FieldChange:
        if spec.markdown or (spec.text and _needs_excerpt(before, after)):
            return Rewritten(*self._whose(), label, before, after)
        old = None if before is None else spec.words(before, self.old.names)
        new = None if after is None else spec.words(after, self.new.names)
        if old == new:
            old, new = f"{old} ({before})", f"{new} ({after})"
        return Replaced(*self._whose(), label, old, new)

    def _list(
        self, spec: FieldSpec, label: str, before: Sequence[Any], after: Sequence[Any]
    ) -> Iterator[FieldChange]:
        if spec.collection:
            moved = [self.moved.get((spec.collection, item), item) for item in before]
            if list(dict.fromkeys(moved)) == list(dict.fromkeys(after)) and moved != list(before):
                return
            before = moved
        gained = list((Counter(after) - Counter(before)).elements())
        lost = list((Counter(before) - Counter(after)).elements())
        if spec.text and len(gained) == len(lost) == 1 and _needs_excerpt(lost[0], gained[0]):
            yield Rewritten(*self._whose(), label, lost[0], gained[0])
            return
        came = [spec.words(item, self.new.names) for item in gained]
        left = [spec.words(item, self.old.names) for item in lost]
        for words, ids, others in ((came, gained, left), (left, lost, tuple(came))):
            for index, word in enumerate(words):
                if spec.collection and word in others:
                    words[index] = f"{word} ({ids[index]})"
        sources = tuple(gained) if spec.collection == "sumber" else ()
        yield ListChanged(*self._whose(sources), label, tuple(came), tuple(left))

    def _part(
        self, model: type[Part], label: str, before: Part | None, after: Part | None
    ) -> Iterator[Change]:
        """A piece that stands alone: as one value where it is short, else field by field."""
        say = WORDS.get(model)
        old = one_line(say(self.old, before)) if say and before else None
        new = one_line(say(self.new, after)) if say and after else None
        found: list[Change] = [Replaced(*self._whose(), label, old, new)] if old != new else []
        rest = UNTOLD.get(model, ()) if found else tuple(spec.attribute for spec in fields_of(model))
        found += [
            change
            for spec in fields_of(model)
            if spec.attribute in rest
            for change in self.field(spec, getattr(before, spec.attribute, None), getattr(after, spec.attribute, None), label)
        ]  # fmt: skip
        yield from found
        if not found:
            yield Replaced(*self._whose(), label, "ada" if before else None, "ada" if after else None)

    def _parts(
        self, spec: FieldSpec, model: type[Part], before: Sequence[Part], after: Sequence[Part]
    ) -> Iterator[Change]:
        """A list of pieces: those that are the same piece are compared, the others came or went."""
        pairs, lost, gained = paired(model, before, after)
        changed = False
        for one, other in pairs:
            if not all(field.same(getattr(one, field.attribute), getattr(other, field.attribute)) for field in fields_of(model)):  # fmt: skip
                found = self._piece(model, one, other)
                changed |= found is not None
                if found is not None:
                    yield found
        for part in gained:
            words = one_line(WORDS[model](self.new, part))
            yield PartAdded(*self._whose(getattr(part, "sources", ())), spec.label, words)
        for part in lost:
            yield PartRemoved(*self._whose(), spec.label, one_line(WORDS[model](self.old, part)))
        if not (changed or gained or lost) and [id(one) for one, _ in pairs] != [id(one) for one in before]:
            yield PartsReordered(*self._whose(), spec.label)

    def _piece(self, model: type[Part], before: Part, after: Part) -> Change | None:
        """One piece that is there before and after; None when it only follows a record to its new id."""
        figures = ("", "")
        if isinstance(before, Value) and isinstance(after, Value):
            figures = self._figures(before, after)
        told = FIGURE if figures[0] != figures[1] else ("amount",) if model is Budget else ()
        fields = tuple(
            change if isinstance(change, FieldChange) else _as_clause(change)
            for spec in fields_of(model)
            if spec.attribute not in told
            for change in self._inside(spec, getattr(before, spec.attribute), getattr(after, spec.attribute))
        )
        whose = self._whose(getattr(after, "sources", ()))
        if isinstance(before, Budget) and isinstance(after, Budget) and before.amount != after.amount:
            return BudgetChanged(*whose, budget_head(before), fields, before.amount, after.amount)
        head = one_line(HEADS[model](self.old, before))
        if figures[0] != figures[1]:
            return ValueChanged(*whose, head, fields, figures[0] or None, figures[1] or None)
        return PartChanged(*whose, head, fields) if fields else None

    def _inside(self, spec: FieldSpec, before: Any, after: Any) -> Iterator[Change]:
        for change in self.field(spec, before, after):
            plain = isinstance(change, Replaced) and spec.text
            yield _in_quotes(change) if plain and isinstance(change, Replaced) else change

    def _figures(self, before: Value, after: Value) -> tuple[str, str]:
        """Both figures; the unit stands once, unless it changed too."""
        units = {side.record.unit for side in (self.old, self.new) if isinstance(side.record, Indicator)}
        worded = (before.predicate is None) != (after.predicate is None)
        old = figure_words(self.old, before, alone=len(units) > 1 or worded)
        new = figure_words(self.new, after, alone=True)
        if old == new or figure_words(self.old, before, alone=True) == new:
            return new, new
        return old, new


@dataclass(frozen=True)
class _Inner(FieldChange):
    """A change inside a piece of a piece, told by its own sentence."""

    told: Change

    def clause(self) -> str:
        return lowered(self.told.sentence())


def _as_clause(change: Change) -> FieldChange:
    return _Inner(change.collection, change.id, change.name, change.sources, "", change)


def _in_quotes(change: Replaced) -> Replaced:
    before = quoted(change.before) if change.before else None
    after = quoted(change.after) if change.after else None
    return Replaced(change.collection, change.id, change.name, change.sources, change.label, before, after)


def _needs_excerpt(before: str | None, after: str | None) -> bool:
    """Whether two texts cannot both stand whole, or would look alike on one line."""
    if before is None or after is None:
        return max(len(before or ""), len(after or "")) > SHORT
    return max(len(before), len(after)) > SHORT or one_line(before) == one_line(after)


Pairs = list[tuple[Part, Part]]


def paired(
    model: type[Part], before: Sequence[Part], after: Sequence[Part]
) -> tuple[Pairs, list[Part], list[Part]]:
    """Which pieces are the same before and after (in the new order), which went, which came."""
    same = IDENTITY[model]
    waiting: dict[object, list[Part]] = {}
    for part in before:
        waiting.setdefault(same(part), []).append(part)
    pairs: list[tuple[Part | None, Part]] = []
    for part in after:
        known = waiting.get(same(part))
        pairs.append((known.pop(known.index(part) if part in known else 0) if known else None, part))
    left = {id(part): part for some in waiting.values() for part in some}
    lost = [part for part in before if id(part) in left]
    for index, (one, part) in enumerate(pairs):
        if one is None and lost:
            best = max(lost, key=lambda other: likeness(other, part))
            if likeness(best, part) >= ALIKE:
                pairs[index] = (best, part)
                lost = [other for other in lost if other is not best]
    return (
        [(one, part) for one, part in pairs if one is not None],
        lost,
        [part for one, part in pairs if one is None],
    )
