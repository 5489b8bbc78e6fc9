"""What happens where: programs seen from one kecamatan or kelurahan."""

from __future__ import annotations

from dataclasses import dataclass

from content_tools.model.choices import Scope
from content_tools.model.city import Place
from content_tools.model.plan import Plan
from content_tools.model.program import Program


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
        if program.scope is Scope.INTERNAL and place.id not in program.places:
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
