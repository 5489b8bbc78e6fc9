"""The pages of kecamatan and kelurahan: what happens here, near here, and everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight import trend
from content_tools.insight.places import children, nearby
from content_tools.model.choices import PlaceKind, ServiceKind
from content_tools.model.city import Place
from content_tools.model.program import Program
from content_tools.pages.page import Crumb, Page
from content_tools.pages.press import Press
from content_tools.visuals import links, marks
from content_tools.visuals.links import PLACE_FOLDERS
from content_tools.visuals.tables import plain_table

OLD_YEARS = 5
"""A figure older than this does not stand as today's on a place's page."""


MOST_BY_TOPIC = 12
"""City-wide programs named under one topic; the topic's own page has them all."""


def _figures(press: Press, place: Place) -> Markup | None:
    rows = [
        (
            links.link(indicator),
            trend.with_unit(indicator, value),
            value.on.words if value.on else "",
            marks.source_marks(press.facts, value.sources),
        )
        for indicator, value in press.plan.values.values()
        if value.place == place.id and value.on and press.facts.on.year - value.on.year <= OLD_YEARS
    ]
    return (
        plain_table(f"Angka {place.full_name}", ("Ukuran", "Nilai", "Waktu", "Sumber"), rows)
        if rows
        else None
    )


def _body(press: Press, place: Place) -> Markup:
    plan = press.plan
    near = nearby(plan, place)
    by_topic: list[tuple[object, list[Program], int]] = []
    for topic in plan.topics.values():
        programs = [program for program in near.whole_city if program.topics[0] == topic.code]
        if programs:
            by_topic.append((topic, programs[:MOST_BY_TOPIC], len(programs)))
    inside = children(plan, place)
    figures = _figures(press, place)
    offices = [
        a for a in plan.agencies.values() if a.has_page and a.place and a.place in (place.id, place.parent)
    ]
    missing = ["jumlah penduduk terbaru"] if figures is None else []
    missing += (
        []
        if any(agency.place == place.id for agency in offices)
        else [f"alamat kantor {place.kind.label.lower()}"]
    )
    return press.render(
        "wilayah.html",
        place=place,
        parent=plan.places.get(place.parent or ""),
        children=inside,
        child_word=" dan ".join(dict.fromkeys(child.kind.label for child in inside)),
        near=near,
        by_topic=by_topic,
        figures=figures,
        offices=offices,
        complaints=[p for p in press.facts.living if p.service and p.service.kind is ServiceKind.COMPLAINTS and not press.facts.status(p).stale and p.status.value == "berjalan"],
        missing=missing or ["anggaran menurut wilayah"],
        sources=place.sources,
    )  # fmt: skip


def _title(press: Press, place: Place, parent: Place | None) -> str:
    """The full name; with its kecamatan where the city has two of that name."""
    twins = sum(other.full_name == place.full_name for other in press.plan.places.values())
    return f"{place.full_name}, {parent.full_name}" if twins > 1 and parent else place.full_name


def place_pages(press: Press) -> Iterator[Page]:
    """One page for each place."""
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
        yield Page(
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


def place_index(press: Press) -> Page:
    """Every kecamatan with its kelurahan."""
    plan = press.plan
    kinds = [
        kind.label
        for kind in PlaceKind
        if kind is not PlaceKind.DISTRICT and any(p.kind is kind for p in plan.places.values())
    ]
    title = " dan ".join(kinds) or "Kelurahan"

    def body(page: Page) -> Markup:
        districts = [(place, children(plan, place)) for place in plan.places.values() if place.is_district]
        others = [place for place in plan.places.values() if not place.is_district and place.parent is None]
        return press.render("daftar-wilayah.html", title=title, districts=districts, others=others)

    return Page(
        uri="kelurahan/index.md", kind="daftar", title=title,
        description=f"Program kota cerdas menurut kecamatan dan kelurahan di {plan.city.name}.", body=body,
    )  # fmt: skip
