"""The pages of kecamatan and kelurahan: what happens here, near here, and everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight import trend
from content_tools.insight.addresses import PLACE_FOLDERS
from content_tools.insight.places import (
    children,
    known_figures,
    missing,
    nearby,
    offices,
    unplaced,
    village_kinds,
)
from content_tools.model.choices import ProgramStatus, ServiceKind, ValueKind
from content_tools.model.city import Place
from content_tools.model.program import Program
from content_tools.model.reference import FrameItem
from content_tools.pages.page import Crumb, Page
from content_tools.pages.press import Press
from content_tools.pages.sheet import sheet_page, sheet_path
from content_tools.visuals import links, marks, reach, tilemap
from content_tools.visuals.html import join
from content_tools.visuals.tables import plain_table

MOST_BY_TOPIC = 12
"""City-wide programs named under one topic; the topic's own page has them all."""


def _figures(press: Press, place: Place) -> Markup | None:
    rows = []
    for indicator, value in known_figures(press.plan, place, press.facts.on):
        kind = "" if value.kind is ValueKind.ACHIEVED else f" ({value.kind.label.lower()})"
        rows.append(
            (
                join((links.link(indicator), kind)),
                trend.with_unit(indicator, value),
                value.on.words if value.on else "",
                marks.source_marks(press.facts, value.sources),
            )
        )
    return (
        plain_table(f"Angka {place.full_name}", ("Ukuran", "Nilai", "Waktu", "Sumber"), rows)
        if rows
        else None
    )


def _by_topic(press: Press, programs: tuple[Program, ...]) -> list[tuple[FrameItem, list[Program]]]:
    """City-wide programs under each topic they belong to; a topic without any is left out."""
    topics = [
        (topic, [program for program in programs if topic.code in program.topics])
        for topic in press.plan.topics.values()
    ]
    return [(topic, found) for topic, found in topics if found]


def _complaints(press: Press) -> list[Program]:
    """Where people may complain, as far as the news of it is not old."""
    return [
        program
        for program in press.facts.living
        if program.service
        and program.service.kind is ServiceKind.COMPLAINTS
        and press.facts.status(program).code == ProgramStatus.RUNNING.value
    ]


def _body(press: Press, place: Place) -> Markup:
    plan = press.plan
    near = nearby(plan, place)
    inside = children(plan, place)
    return press.render(
        "wilayah.html",
        place=place,
        parent=plan.places.get(place.parent or ""),
        children=inside,
        child_word=" dan ".join(dict.fromkeys(child.kind.label for child in inside)),
        every_word=" dan ".join(kind.label for kind in village_kinds(plan)),
        near=near,
        reach=reach,
        by_topic=_by_topic(press, near.whole_city),
        most=MOST_BY_TOPIC,
        figures=_figures(press, place),
        offices=offices(plan, place),
        complaints=_complaints(press),
        missing=missing(plan, place, press.facts.on),
        unplaced=unplaced(plan),
        sheet=None if place.is_district else sheet_path(place),
        sources=place.sources,
    )


def _title(press: Press, place: Place, parent: Place | None) -> str:
    """The full name; with its kecamatan where the city has two of that name."""
    twins = sum(other.full_name == place.full_name for other in press.plan.places.values())
    return f"{place.full_name}, {parent.full_name}" if twins > 1 and parent else place.full_name


def place_pages(press: Press) -> Iterator[Page]:
    """One page for each place, and a sheet of paper for each that is no kecamatan."""
    plan = press.plan
    for place in plan.places.values():
        parent = plan.places.get(place.parent or "")
        siblings = [
            other
            for other in plan.places.values()
            if other.parent == place.parent and other.kind == place.kind
        ]
        index = siblings.index(place)
        crumbs: tuple[Crumb, ...] = (("Kelurahan", "kelurahan/"),)
        if parent is not None:
            crumbs += ((parent.full_name, f"{PLACE_FOLDERS[parent.kind]}/{parent.id}/"),)
        around = [(s.full_name, f"{PLACE_FOLDERS[s.kind]}/{s.id}/") for s in siblings]
        page = Page(
            uri=f"{PLACE_FOLDERS[place.kind]}/{place.id}.md",
            kind=place.kind.value,
            title=_title(press, place, parent),
            description=f"Program kota cerdas di {place.full_name}{f', {parent.full_name}' if parent else ''}, {plan.city.name}.",
            body=lambda page, place=place: _body(press, place),  # type: ignore[misc]
            crumbs=crumbs,
            data_file=place.origin.file,
            before=around[index - 1] if index else None,
            after=around[index + 1] if index + 1 < len(around) else None,
        )
        yield page
        if not place.is_district:
            yield sheet_page(press, place, page)


def place_index(press: Press) -> Page:
    """Every kecamatan as a tile with what lies inside it, and every kelurahan by its name."""
    plan = press.plan
    kinds = village_kinds(plan)
    title = " dan ".join(kind.label for kind in kinds) or "Kelurahan"

    def body(page: Page) -> Markup:
        villages = [place for place in plan.places.values() if not place.is_district]
        villages.sort(key=lambda place: (place.name.lower(), place.parent or ""))
        return press.render(
            "daftar-wilayah.html", title=title, tilemap=tilemap, mixed=len(kinds) > 1,
            districts=any(place.is_district for place in plan.places.values()),
            names=[(place, plan.places.get(place.parent or "")) for place in villages],
        )  # fmt: skip

    return Page(
        uri="kelurahan/index.md", kind="daftar", title=title,
        description=f"Program kota cerdas menurut kecamatan dan kelurahan di {plan.city.name}.", body=body,
    )  # fmt: skip
