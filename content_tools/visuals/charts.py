"""Indicators drawn as inline SVG: series never joined, targets apart from achievements, values in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from content_tools.insight.trend import achieved_by_series, sentence, value_words, with_unit
from content_tools.model.choices import ValueKind
from content_tools.model.city import Place
from content_tools.model.indicator import Indicator, Value
from content_tools.model.writing import number
from content_tools.visuals.html import join, tag

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 56, 24, 24, 34


@dataclass(frozen=True, slots=True)
class _Scale:
    """Data to pixels."""

    first: int
    last: int
    low: float
    high: float

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / max(1, self.last - self.first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

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


def _label(x: float, y: float, words: str, look: str) -> Markup:
    """A figure at its point; at either edge it leans inwards."""
    anchor = "start" if x < LEFT + 30 else "end" if x > WIDTH - RIGHT - 30 else "middle"
    return tag("text", words, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=look)


def _marker(shape: int, x: float, y: float, look: str) -> Markup:
    paths = ("M-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0z", "M-4-4h8v8h-8z", "M0-5 5 4h-10z", "M0-5 5 0 0 5-5 0z")
    return tag("path", d=paths[shape % 4], transform=f"translate({x:.1f} {y:.1f})", class_=look)


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
    reached = [point for points in series.values() for point in points]
    every = reached + meant
    if len(every) < 2 or len({day for day, _, _ in every}) < 2:
        return Markup("")
    ticks = _ticks(min(value for _, value, _ in every), max(value for _, value, _ in every))
    days = [day.toordinal() for day, _, _ in every]
    scale = _Scale(min(days), max(days), ticks[0], ticks[-1])
    unit = _unit_for(max(abs(value) for _, value, _ in every))
    drawn = (
        [tag("text", unit.word, x=LEFT - 8, y=TOP - 10, text_anchor="end", class_="tick")]
        if unit.word
        else []
    )
    for tick in ticks:
        height = f"{scale.y(tick):.1f}"
        drawn.append(tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=height, y2=height, class_="grid"))
        drawn.append(
            tag(
                "text",
                unit.words(_tick_words(tick), Decimal(str(tick))),
                x=LEFT - 8,
                y=height,
                dy="4",
                text_anchor="end",
                class_="tick",
            )
        )
    last_x = -100.0
    for day, _, value in sorted(every, key=lambda point: point[0]):
        x = scale.x(day)
        if value.on and x - last_x > 60:
            drawn.append(
                tag(
                    "text",
                    str(value.on.year),
                    x=f"{x:.1f}",
                    y=HEIGHT - 10,
                    text_anchor="middle",
                    class_="tick",
                )
            )
            last_x = x
    for index, points in enumerate(series.values()):
        spots = [
            (scale.x(day), scale.y(value), unit.words(value_words(indicator, record), record.number))
            for day, value, record in points
        ]
        look = f"series series--{index % 4 + 1}"
        drawn.append(tag("path", d="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in spots), class_=look))
        for place, (x, y, words) in enumerate(spots):
            drawn.append(_marker(index, x, y, f"point point--{index % 4 + 1}"))
            if place in (0, len(spots) - 1) or len(spots) <= 6:
                drawn.append(_label(x, y - 10, words, "value"))
    placed = [(scale.x(day), scale.y(amount)) for day, amount, _ in reached]
    for day, amount, value in meant:
        x, y = scale.x(day), scale.y(amount)
        drawn.append(_marker(3, x, y, "point point--meant"))
        crowded = any(abs(x - near) < 40 and abs(y - level) < 24 for near, level in placed)
        words = unit.words(value_words(indicator, value), value.number)
        drawn.append(_label(x, y + 22 if crowded else y - 10, words, "value value--meant"))
        placed.append((x, y))
    title, words = (
        f"{indicator.name}{f' ({indicator.unit})' if indicator.unit else ''}",
        description(indicator),
    )
    ids = f"grafik-{indicator.id}"
    drawing = tag(
        "svg", tag("title", title, id=f"{ids}-judul"), tag("desc", words, id=f"{ids}-isi"), *drawn,
        viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="chart", role="img", aria_labelledby=f"{ids}-judul {ids}-isi",
    )  # fmt: skip
    return join((drawing, _series_legend(list(series), bool(meant))))


def _series_legend(names: list[tuple[str | None, str | None]], meant: bool) -> Markup:
    items = []
    if len(names) > 1:
        for index, (name, _) in enumerate(names):
            sample = tag(
                "svg",
                _marker(index, 8, 8, f"point point--{index % 4 + 1}"),
                width="16",
                height="16",
                aria_hidden="true",
            )
            items.append(tag("li", sample, f" Seri: {name or 'tanpa keterangan'}"))
    if meant:
        sample = tag(
            "svg", _marker(3, 8, 8, "point point--meant"), width="16", height="16", aria_hidden="true"
        )
        items.append(tag("li", sample, " target, rencana, atau rancangan (bukan capaian)"))
    return tag("ul", *items, class_="legend") if items else Markup("")


def ranked_bars(indicator: Indicator, places: dict[str, Place]) -> Markup:
    """The newest figure of each place, largest first, as bars with words."""
    newest: dict[str, Value] = {}
    for value in indicator.values:
        if (
            value.place in places
            and value.number is not None
            and value.kind is ValueKind.ACHIEVED
            and value.on
        ):
            known = newest.get(value.place)
            if known is None or (known.on and known.on < value.on):
                newest[value.place] = value
    if len(newest) < 2:
        return Markup("")
    ranked = sorted(newest.items(), key=lambda pair: -(pair[1].number or 0))
    most = max((abs(value.number or Decimal(0)) for _, value in ranked), default=Decimal(1)) or Decimal(1)
    rows = []
    for name, value in ranked:
        share = f"{float(abs(value.number or Decimal(0)) / most) * 100:.1f}%"
        drawing = tag(
            "svg",
            tag("rect", x="0", y="4", width=share, height="12", class_="bar bar--berjalan"),
            width="100%",
            height="20",
            aria_hidden="true",
        )
        words = f"{with_unit(indicator, value)} ({value.on.short if value.on else ''})"
        rows.append(
            tag(
                "li",
                tag("span", places[name].full_name, class_="rank-name"),
                drawing,
                tag("span", words, class_="rank-value"),
            )
        )
    return tag("ul", *rows, class_="ranks")
