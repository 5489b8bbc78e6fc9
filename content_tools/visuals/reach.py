"""Programs as they reach one place: a list that a phone shows several of at once."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.model.city import Place
from content_tools.model.program import Program
from content_tools.model.writing import listed
from content_tools.visuals.html import tag
from content_tools.visuals.links import link
from content_tools.visuals.marks import status_chip


def who(facts: Facts, program: Program) -> str:
    """`Penanggung jawab: Dinas …`; who began it where no source names who is responsible."""
    agency = facts.plan.agencies.get(program.lead or "")
    if agency is not None:
        return f"Penanggung jawab: {agency.name}"
    return f"Digagas oleh {listed([initiator.label.lower() for initiator in program.initiators])}"


def who_in_short(facts: Facts, program: Program) -> str:
    """The same for a narrow column: the short name of the agency, or `Digagas warga`."""
    agency = facts.plan.agencies.get(program.lead or "")
    if agency is not None:
        return agency.abbreviation
    return f"Digagas {listed([initiator.label.lower() for initiator in program.initiators])}"


def where(program: Program, place: Place, inside: Iterable[Place]) -> str:
    """`Tempat: Hutan Kota …`: more exact than the place itself; nothing when no source is."""
    names = [child.name for child in inside if child.id in program.places]
    if program.location and program.location not in (place.name, place.full_name, *names):
        names.insert(0, program.location)
    return f"Tempat: {', '.join(names)}" if names else ""


def reach_list(
    facts: Facts, programs: Iterable[Program], place: Place, inside: Iterable[Place] = ()
) -> Markup:
    """Programs with summary, status, who answers for it and, inside a kecamatan, where."""
    rows = []
    inside = tuple(inside)
    for program in programs:
        spot = where(program, place, inside)
        rows.append(
            tag(
                "li",
                tag("p", link(program), class_="reach__name"),
                tag("p", program.summary, class_="reach__text") if program.summary else None,
                tag(
                    "p", status_chip(facts, program), tag("span", who(facts, program)),
                    tag("span", spot) if spot else None, class_="reach__foot",
                ),
            )
        )  # fmt: skip
    return tag("ul", *rows, class_="reach")
