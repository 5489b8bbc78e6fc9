"""The kecamatan as tiles where `posisi` puts them: a map that is a list of links, and needs no geometry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from content_tools.insight.addresses import path_of
from content_tools.insight.places import children, village_kinds
from content_tools.model.city import Place
from content_tools.model.plan import Plan
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import address, link

GRID = 8
"""Rows and columns the style sheet knows (`tile-r1` … `tile-c8`); what lies outside is listed after."""


def placed(districts: Iterable[Place]) -> tuple[list[Place], list[Place]]:
    """Those with a cell of their own, in reading order; and the others, in the order of the data."""
    cells: dict[tuple[int, int], Place] = {}
    others = []
    for place in districts:
        cell = (place.tile.row, place.tile.column) if place.tile else (0, 0)
        if all(1 <= number <= GRID for number in cell) and cell not in cells:
            cells[cell] = place
        else:
            others.append(place)
    return [cells[cell] for cell in sorted(cells)], others


def counted(places: Sequence[Place]) -> str:
    """`4 kelurahan`, `3 kelurahan, 1 desa`; nothing for none."""
    kinds = Counter(place.kind.label.lower() for place in places)
    return ", ".join(f"{count} {kind}" for kind, count in kinds.items())


def _cell(place: Place, name: str) -> str:
    return f"{name} tile-r{place.tile.row} tile-c{place.tile.column}" if place.tile else name


def _columns(places: Sequence[Place]) -> int:
    return max(place.tile.column for place in places if place.tile)


def _name(plan: Plan, place: Place) -> Markup:
    """The name of a tile with what lies inside."""
    inside = counted(children(plan, place))
    return join((
        tag("span", place.name, class_="tilemap__word"), " ",
        tag("span", inside, class_="tilemap__count") if inside else None,
    ))  # fmt: skip


def _tile(plan: Plan, place: Place, name: str) -> Markup:
    inside = [tag("li", link(child, child.name)) for child in children(plan, place)]
    return tag(
        "li",
        tag("a", _name(plan, place), href=address(path_of(place) or ""), class_="tilemap__name"),
        tag("ul", *inside, class_="tilemap__inside") if inside else None,
        class_=name,
    )


def tile_map(plan: Plan) -> Markup:
    """A tile for each kecamatan: its name, how many places lie inside, and where there is room these as links."""
    on_map, others = placed(place for place in plan.places.values() if place.is_district)
    parts: list[Markup] = []
    if on_map:
        tiles = [_tile(plan, place, _cell(place, "tilemap__tile")) for place in on_map]
        parts.append(tag("ul", *tiles, class_=f"tilemap tilemap--c{_columns(on_map)}"))
        parts.append(tag("p", "Letak ubin hanya petunjuk arah, bukan peta.", class_="small"))
    if others:
        tiles = [_tile(plan, place, "tilemap__tile") for place in others]
        parts.append(tag("ul", *tiles, class_="tilemap"))
    return join(parts)


def _group(plan: Plan, place: Place, name: str) -> Markup:
    inside = [tag("li", link(child, child.name)) for child in children(plan, place)]
    inside.append(tag("li", link(place, f"Seluruh {place.full_name}")))
    return tag(
        "details", tag("summary", tag("span", _name(plan, place))),
        tag("ul", *inside, class_="places__links"), class_=name,
    )  # fmt: skip


def opening_tiles(plan: Plan) -> Markup:
    """The same tiles, small: each opens to its kelurahan, without a script."""
    on_map, others = placed(place for place in plan.places.values() if place.is_district)
    grids: list[Markup] = []
    if on_map:
        groups = [_group(plan, place, _cell(place, "places__group")) for place in on_map]
        grids.append(tag("div", *groups, class_=f"places__grid places__grid--c{_columns(on_map)}"))
    if others:
        groups = [_group(plan, place, "places__group") for place in others]
        grids.append(tag("div", *groups, class_="places__grid"))
    kinds = " dan ".join(kind.label.lower() for kind in village_kinds(plan))
    every = tag("a", f"Semua {kinds} menurut abjad", href=address("kelurahan/#abjad"))
    return tag("div", *grids, tag("p", every, class_="places__every"), class_="places")
