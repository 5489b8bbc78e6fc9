"""What a list of programs is narrowed by: for each program, its values of every facet."""

from __future__ import annotations

from collections.abc import Mapping

from content_tools.insight.facts import Facts
from content_tools.insight.timeline import mentioned_years
from content_tools.model.choices import Scope
from content_tools.model.plan import Plan
from content_tools.model.program import Program


def _places(plan: Plan, program: Program) -> tuple[str, ...]:
    """Its places and the kecamatan around them: the places whose pages show it as theirs (`places.nearby`)."""
    if program.scope is Scope.INTERNAL:
        return ()
    inside = [plan.places[name] for name in program.places if name in plan.places]
    around = [place.parent for place in inside if place.parent]
    return tuple(dict.fromkeys((*(place.id for place in inside), *around)))


def facets(facts: Facts, program: Program) -> Mapping[str, tuple[str, ...]]:
    """Name of each facet, as addresses and filters use it, to the program's values of it; no value is empty."""
    years = mentioned_years(facts.plan, program)
    return {
        "topik": program.topics,
        "dimensi": (program.dimension,),
        "status": (facts.status(program).code,),
        "instansi": (program.lead,) if program.lead else (),
        "wilayah": _places(facts.plan, program),
        "pemrakarsa": tuple(initiator.value for initiator in program.initiators),
        "tahun": tuple(str(year) for year in sorted(years)),
    }
