"""Indicators drawn as inline SVG: series never joined, targets apart from achievements, values in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from content_tools.insight.trend import achieved_by_series, sentence, value_words
from content_tools.model.choices import ValueKind
from content_tools.model.indicator import Indicator, Value
from content_tools.model.writing import number
from content_tools.visuals.chart_labels import LETTER, Labels
from content_tools.visuals.html import join, tag

HEIGHT, TOP, BOTTOM = 260, 30, 34
"""Of a chart, in pixels. Across it fills what room there is: places are percentages, so that words keep their size."""


MOST_LABELS = 6
"""Up to how many figures of one line are written at their points; all of them stand in the table."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Data to places: percent across, pixels down."""

    first: int
    last: int
    low: float
    high: float

    def x(self, day: date) -> float:
        return (day.toordinal() - self.first) / max(1, self.last - self.first) * 100

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _ticks(low: float, high: float) -> list[float]:
    """Three to six round values from below `low` to above `high`."""
    if low == high:
        low, high = low - abs(low or 1) * 0.1, high + abs(high or 1) * 0.1
    rough = (high - low) / 4
    magnitude = 10 ** math.floor(math.log10(rough))
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= rough)
    start = math.floor(low / step)
    return [float(f"{index * step:.12g}") for index in range(start, math.ceil(high / step) + 1)]


def _dated(values: Sequence[Value]) -> list[tuple[date, float, Value]]:
    return [
        (value.on.first_day, float(value.number), value)
        for value in values
        if value.on and value.number is not None
    ]


def _tick_words(value: float) -> str:
    return number(Decimal(str(value)))


@dataclass(frozen=True, slots=True)
class _Unit:
    """What large figures are told in, so that they fit beside an axis: 1.097.523.847.863 as 1.097,5 miliar."""

    divisor: Decimal = Decimal(1)
    word: str = ""

    def words(self, exact: str, value: Decimal | None) -> str:
        """A figure for the drawing: as its source wrote it, or in the larger unit with one decimal."""
        if not self.word or value is None:
            return exact
        return number((value / self.divisor).quantize(Decimal("0.1")))


def _unit_for(largest: float) -> _Unit:
    for power, word in ((12, "triliun"), (9, "miliar"), (6, "juta")):
        if largest >= 10**power * (1 if power < 12 else 10):
            return _Unit(Decimal(10) ** power, word)
    return _Unit()


SHAPES = (
    "M-4.5 0a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0z",
    "M-4.5-4.5h9v9h-9z",
    "M0-6 6 5h-12z",
    "M0-6 6 0 0 6-6 0z",
)
"""A shape for each series, and the last one for what is only meant."""


def _marker(shape: int, x: str, y: float, look: str) -> Markup:
    drawn = tag("path", d=SHAPES[shape % 4], class_=look)
    return tag("svg", drawn, x=x, y=f"{y:.1f}", width="1", height="1", overflow="visible")


def description(indicator: Indicator) -> str:
    """What the drawing shows, for those who do not see it. Series are named, so that nobody joins them."""
    series = {name: values for name, values in achieved_by_series(indicator).items() if name[1] is None}
    parts = [sentence(indicator)] if len(series) == 1 else []
    for (name, _), values in series.items():
        points = [
            f"{value.on.short}: {value_words(indicator, value)}"
            for value in values
            if value.on and value.number is not None
        ]
        if points:
            parts.append(f"{f'Seri {name}' if len(series) > 1 else 'Nilai'}: {'; '.join(points)}.")
    return " ".join(part for part in parts if part)


def _scale_drawing(ticks: list[float], scale: _Scale, unit: _Unit) -> Markup:
    """The figures beside the chart."""
    words = [unit.words(_tick_words(tick), Decimal(str(tick))) for tick in ticks]
    width = round(max(map(len, (*words, unit.word))) * LETTER) + 10
    heading = (
        [tag("text", unit.word, x=width - 8, y="12", text_anchor="end", class_="tick")] if unit.word else []
    )
    drawn = [
        tag("text", text, x=width - 8, y=f"{scale.y(tick):.1f}", dy="5", text_anchor="end", class_="tick")
        for tick, text in zip(ticks, words, strict=True)
    ]
    return tag("svg", *heading, *drawn, width=width, height=HEIGHT, class_="chart__scale")


def _years(days: list[tuple[float, int]]) -> list[Markup]:
    """The years under the chart: those that fit everywhere, and between them those that need a wide screen."""
    shown: list[tuple[float, int]] = []
    drawn = []
    for least, look in ((16.0, "tick"), (8.0, "tick tick--wide")):
        half = least / 2 - 1
        for x, year in (*days[-1:], *days):
            # At the edges a year leans inwards.
            anchor, middle = (
                ("start", x + half) if x < half else ("end", x - half) if x > 100 - half else ("middle", x)
            )
            if all(abs(middle - other) >= least and year != known for other, known in shown):
                shown.append((middle, year))
                drawn.append(
                    tag("text", str(year), x=f"{x:.1f}%", y=HEIGHT - 8, text_anchor=anchor, class_=look)
                )
    return drawn


def line_chart(indicator: Indicator) -> Markup:
    """Achievements over time, one unjoined line for each series; targets and drafts as hollow diamonds.

    Nothing when fewer than two figures have a date: a number in words says more then.
    """
    series = {
        name: _dated(values) for name, values in achieved_by_series(indicator).items() if name[1] is None
    }
    series = {name: points for name, points in series.items() if points}
    meant = _dated(
        [value for value in indicator.values if value.kind is not ValueKind.ACHIEVED and value.place is None]
    )
    every = sorted(
        [point for points in series.values() for point in points] + meant, key=lambda point: point[0]
    )
    if len({day for day, _, _ in every}) < 2:
        return Markup("")
    ticks = _ticks(min(value for _, value, _ in every), max(value for _, value, _ in every))
    scale = _Scale(every[0][0].toordinal(), every[-1][0].toordinal(), ticks[0], ticks[-1])
    unit = _unit_for(max(abs(value) for _, value, _ in every))
    lines, signs, figures = [], [], []
    labels = Labels([(scale.x(day), scale.y(value)) for day, value, _ in every], HEIGHT - BOTTOM + 8)
    for index, points in enumerate(series.values()):
        look = index % 4 + 1
        spots = [(f"{scale.x(day):.1f}%", scale.y(value)) for day, value, _ in points]
        for (x1, y1), (x2, y2) in pairwise(spots):
            lines.append(
                tag("line", x1=x1, y1=f"{y1:.1f}", x2=x2, y2=f"{y2:.1f}", class_=f"series series--{look}")
            )
        signs += [_marker(index, x, y, f"point point--{look}") for x, y in spots]
    for points in series.values():
        # The ends of a line first: they stay where not every figure finds room. Of a long one they are enough.
        inner = points[1:-1] if len(points) <= MOST_LABELS else []
        for day, value, record in (*points[-1:], *points[:-1][:1], *inner):
            words = unit.words(value_words(indicator, record), record.number)
            figures.append(labels.at(scale.x(day), scale.y(value), words, "value"))
    for day, value, record in meant:
        signs.append(_marker(3, f"{scale.x(day):.1f}%", scale.y(value), "point point--meant"))
        words = unit.words(value_words(indicator, record), record.number)
        figures.append(labels.at(scale.x(day), scale.y(value), words, "value value--meant"))
    grid = [
        tag("line", x1="0", x2="100%", y1=f"{scale.y(tick):.1f}", y2=f"{scale.y(tick):.1f}", class_="grid")
        for tick in ticks
    ]
    years = _years([(scale.x(day), day.year) for day, _, _ in every])
    plot = tag(
        "svg", *grid, *lines, *signs, *figures, *years, width="100%", height=HEIGHT, class_="chart__plot"
    )
    title = f"{indicator.name}{f' ({indicator.unit})' if indicator.unit else ''}"
    drawing = tag(
        "div", _scale_drawing(ticks, scale, unit), plot,
        class_="chart", role="img", aria_label=f"{title}. {description(indicator)}".strip(),
    )  # fmt: skip
    return join((_series_legend(list(series), bool(meant)), drawing))


def _series_legend(names: list[tuple[str | None, str | None]], meant: bool) -> Markup:
    """Which line and which sign is what; nothing when there is only one."""
    items = []
    for index, (name, _) in enumerate(names if len(names) > 1 else []):
        look = index % 4 + 1
        line = tag("line", x1="0", x2="32", y1="8", y2="8", class_=f"series series--{look}")
        sample = tag(
            "svg",
            line,
            _marker(index, "16", 8, f"point point--{look}"),
            width="32",
            height="16",
            aria_hidden="true",
        )
        items.append(tag("li", sample, tag("span", f"Seri: {name or 'tanpa keterangan'}")))
    if meant:
        sign = tag(
            "svg", _marker(3, "16", 8, "point point--meant"), width="32", height="16", aria_hidden="true"
        )
        items.append(tag("li", sign, tag("span", "target, rencana, atau rancangan (bukan capaian)")))
    return tag("ul", *items, class_="legend") if items else Markup("")
