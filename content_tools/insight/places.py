"""What happens where: programs seen from one kecamatan or kelurahan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content_tools.model.choices import PlaceKind, Scope
from content_tools.model.city import Agency, Place
from content_tools.model.indicator import Indicator, Value
from content_tools.model.plan import Plan
from content_tools.model.program import Program

OLD_YEARS = 5
"""A figure older than this does not stand as today's on a place's page."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """Programs as they reach one place, the nearest first. No program stands in two groups."""

    here: tuple[Program, ...]
    every_village: tuple[Program, ...]
    district: tuple[Program, ...]
    whole_city: tuple[Program, ...]


def children(plan: Plan, place: Place) -> tuple[Place, ...]:
    """The places inside a kecamatan, in the order of the data."""
    return tuple(other for other in plan.places.values() if other.parent == place.id)


def nearby(plan: Plan, place: Place) -> Nearby:
    """Programs for a place. What serves only the government itself is left out."""
    inside = {place.id, *(child.id for child in children(plan, place))}
    here, everywhere, district, city = [], [], [], []
    for program in plan.living:
        if program.scope is Scope.INTERNAL:
            continue
        if inside & set(program.places):
            here.append(program)
        elif place.parent is not None and place.parent in program.places:
            district.append(program)
        elif program.scope is Scope.EVERY_VILLAGE:
            everywhere.append(program)
        elif program.scope is Scope.WHOLE_CITY:
            city.append(program)
    return Nearby(tuple(here), tuple(everywhere), tuple(district), tuple(city))


def unplaced(plan: Plan) -> tuple[Program, ...]:
    """Programs somewhere in the city of which no source we read says in which kelurahan."""
    return tuple(
        program for program in plan.living if program.scope is Scope.SOME_PLACES and not program.places
    )


def village_kinds(plan: Plan) -> tuple[PlaceKind, ...]:
    """The kinds of places below a kecamatan that this city has: kelurahan, desa, or both."""
    found = {place.kind for place in plan.places.values()} - {PlaceKind.DISTRICT}
    return tuple(kind for kind in PlaceKind if kind in found)


def known_figures(plan: Plan, place: Place, on: date) -> tuple[tuple[Indicator, Value], ...]:
    """Dated figures of this very place that are not too old to stand as today's."""
    return tuple(
        (indicator, value)
        for indicator, value in plan.values.values()
        if value.place == place.id and value.on and on.year - value.on.year <= OLD_YEARS
    )


def offices(plan: Plan, place: Place) -> tuple[Agency, ...]:
    """The offices where people of this place may ask: its own, and its kecamatan's."""
    near = (place.id, place.parent)
    return tuple(
        body for body in plan.agencies.values() if body.has_page and body.place and body.place in near
    )


def missing(plan: Plan, place: Place, on: date) -> list[str]:
    """What one would expect to read about a place and we did not find, in words; empty when nothing."""
    kind = place.kind.label.lower()
    words = [] if known_figures(plan, place, on) else [f"angka terbaru tentang {kind} ini"]
    if not any(office.place == place.id for office in offices(plan, place)):
        words.append(f"alamat kantor {kind}")
    return words
