"""Figures of places beside each other, as bars with words."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from content_tools.insight.trend import with_unit
from content_tools.model.choices import ValueKind
from content_tools.model.city import Place
from content_tools.model.indicator import Indicator, Value
from content_tools.visuals.html import tag


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
            tag("rect", x="0", y="2", width=share, height="16", class_="bar bar--berjalan"),
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
