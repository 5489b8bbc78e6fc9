"""What a series of figures says, in one sentence that the figures themselves support."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from content_tools.model.choices import Bound, ValueKind
from content_tools.model.indicator import Indicator, Value
from content_tools.model.program import Span
from content_tools.model.writing import number


def decimals_of(value: Decimal) -> int:
    """Digits after the comma as the source wrote them."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def span_words(span: Span, unit: str = "") -> str:
    """`50–80`, `di bawah 100`, `sekitar 30`."""
    low = number(span.low) if span.low is not None else ""
    high = number(span.high) if span.high is not None else ""
    if span.bound in (Bound.ABOUT, Bound.BELOW, Bound.ABOVE):
        return f"{span.bound.label} {low or high}".strip()
    return f"{low}–{high}" if low and high else low or high


def value_words(indicator: Indicator, value: Value) -> str:
    """The figure alone, in Indonesian writing, as exact as its source."""
    if value.number is not None:
        return number(value.number, decimals_of(value.number))
    if value.span is not None:
        return span_words(value.span)
    return value.predicate or ""


def with_unit(indicator: Indicator, value: Value) -> str:
    """The figure with its unit: `6,44 persen`, `Rp503.161 per orang per bulan`."""
    words, unit = value_words(indicator, value), indicator.unit or ""
    if value.predicate is not None or not unit or unit == "predikat":
        return words
    if unit.startswith("rupiah"):
        rest = unit.removeprefix("rupiah").strip()
        return f"Rp{words}{' ' + rest if rest else ''}"
    return f"{words} {unit}"


def achieved_by_series(indicator: Indicator) -> Mapping[tuple[str | None, str | None], list[Value]]:
    """Dated achievements by series and place, each in time's order. Series are never joined."""
    groups: dict[tuple[str | None, str | None], list[Value]] = {}
    for value in indicator.values:
        if value.kind is ValueKind.ACHIEVED and value.on is not None:
            groups.setdefault((value.series, value.place), []).append(value)
    for values in groups.values():
        values.sort(key=lambda value: value.on.last_day if value.on else None)  # type: ignore[arg-type,return-value]
    return groups


def newest(indicator: Indicator) -> Value | None:
    """The newest achievement of the whole city; else the newest dated value; else the first."""
    dated = [value for value in indicator.values if value.on is not None and value.place is None]
    reached = [value for value in dated if value.kind is ValueKind.ACHIEVED]
    return max(reached or dated, key=lambda value: value.on.last_day, default=None) or (  # type: ignore[union-attr]
        indicator.values[0] if indicator.values else None
    )


NEAR_YEARS = 2
"""Figures of other series this close in time must not be left out beside the newest one."""


def other_series(indicator: Indicator) -> tuple[Value, ...]:
    """The newest achievement of every other series of the whole city that lies near the newest figure in time."""
    shown = newest(indicator)
    if shown is None or shown.on is None:
        return ()
    return tuple(
        values[-1]
        for (series, place), values in achieved_by_series(indicator).items()
        if place is None
        and series != shown.series
        and values[-1].on
        and shown.on.year - values[-1].on.year <= NEAR_YEARS
    )


def sentence(indicator: Indicator) -> str:
    """`Naik dari 2,14 (2021) menjadi 3,86 (2024).` Empty when there are not two comparable figures."""
    last = newest(indicator)
    if last is None or last.number is None or last.kind is not ValueKind.ACHIEVED:
        return ""
    series = [
        value
        for value in achieved_by_series(indicator).get((last.series, last.place), [])
        if value.number is not None
    ]
    if len(series) < 2:
        return ""
    first, end = series[0], series[-1]
    if first.number is None or end.number is None or first.on is None or end.on is None:
        return ""
    before = f"{value_words(indicator, first)} ({first.on.short})"
    after = f"{value_words(indicator, end)} ({end.on.short})"
    if first.number == end.number:
        return f"Sama pada {first.on.short} dan {end.on.short}: {value_words(indicator, end)}."
    verb = "Naik" if end.number > first.number else "Turun"
    return f"{verb} dari {before} menjadi {after}."


def better(indicator: Indicator) -> str:
    """`makin tinggi makin baik`, or nothing when no direction is agreed."""
    return indicator.direction.label if indicator.direction else ""
