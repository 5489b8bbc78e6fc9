"""How dimensions are marked: a colour by their place in the frame, always beside their name."""

from __future__ import annotations

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import dimension_link

COLOURS = 8
"""How many colours the styles know; a frame with more begins again."""


def dimension_look(facts: Facts, code: str) -> str:
    """The classes that give an element its dimension's colour: `dim dim--3` for the third of the frame."""
    return f"dim dim--{list(facts.plan.dimensions).index(code) % COLOURS + 1}"


def marked_dimension(facts: Facts, code: str) -> Markup:
    """A link to a dimension, with a small square in its colour before it."""
    mark = tag("span", class_=dimension_look(facts, code), aria_hidden="true")
    return join((mark, dimension_link(facts, code)))
