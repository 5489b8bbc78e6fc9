"""Places tiles by hand and looks where they stand, which order they have, and what is said without a map."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from selectolax.lexbor import LexborHTMLParser

from content_tools.model.city import Place
from content_tools.model.plan import Plan
from content_tools.visuals.tilemap import counted, opening_tiles, placed, tile_map
from tests.insight.cities import example


def district(name: str, row: int | None = None, column: int | None = None) -> Place:
    keys = {
        "id": name,
        "status_data": "contoh",
        "nama": name.capitalize(),
        "kode": "99",
        "jenis": "kecamatan",
    }
    tile = {} if row is None else {"posisi": {"baris": row, "kolom": column}}
    return Place.model_validate(keys | tile)


def village(name: str, parent: str, kind: str = "kelurahan") -> Place:
    keys = {"id": name, "status_data": "contoh", "nama": name.capitalize(), "kode": "99", "jenis": kind}
    return Place.model_validate(keys | {"induk": parent})


def plan_with(*places: Place) -> Plan:
    return replace(example(), places=MappingProxyType({place.id: place for place in places}))


COMPASS = (
    district("pusat", 2, 2), district("utara", 1, 2), district("barat", 2, 1), district("timur", 2, 3),
    district("selatan", 3, 2), village("asri", "pusat"), village("baru", "pusat"), village("cempaka", "timur"),
    village("dukuh", "timur", "desa"),
)  # fmt: skip


def names(places: list[Place]) -> list[str]:
    return [place.id for place in places]


def test_tiles_are_read_as_they_are_seen_row_by_row() -> None:
    on_map, others = placed(place for place in COMPASS if place.is_district)
    assert names(on_map) == ["utara", "barat", "pusat", "timur", "selatan"]
    assert others == []


def test_what_has_no_place_on_the_grid_is_listed_after() -> None:
    places = [district("tanpa"), district("jauh", 9, 1), district("ada", 8, 8), district("nol", 0, 3)]
    on_map, others = placed(places)
    assert (names(on_map), names(others)) == (["ada"], ["tanpa", "jauh", "nol"])


def test_two_tiles_never_lie_on_each_other() -> None:
    on_map, others = placed([district("satu", 1, 1), district("dua", 1, 1)])
    assert (names(on_map), names(others)) == (["satu"], ["dua"])


def test_a_tile_says_how_many_places_of_each_kind_lie_inside() -> None:
    assert counted([place for place in COMPASS if place.parent == "pusat"]) == "2 kelurahan"
    assert counted([place for place in COMPASS if place.parent == "timur"]) == "1 kelurahan, 1 desa"
    assert counted([]) == ""


def test_every_tile_links_to_its_kecamatan_and_to_what_lies_inside() -> None:
    page = LexborHTMLParser(tile_map(plan_with(*COMPASS)))
    tiles = page.css("li.tilemap__tile")
    assert [tile.css("a")[0].text() for tile in tiles] == [
        "Utara ", "Barat ", "Pusat 2 kelurahan", "Timur 1 kelurahan, 1 desa", "Selatan ",
    ]  # fmt: skip
    assert [[link.text() for link in tile.css("ul.tilemap__inside a")] for tile in tiles] == [
        [], [], ["Asri", "Baru"], ["Cempaka", "Dukuh"], [],
    ]  # fmt: skip


def test_a_tile_stands_in_its_cell_by_class_alone() -> None:
    page = LexborHTMLParser(tile_map(plan_with(*COMPASS)))
    assert page.css_first("ul.tilemap").attributes["class"] == "tilemap tilemap--c3"  # type: ignore[union-attr]
    assert page.css("li.tilemap__tile")[0].attributes["class"] == "tilemap__tile tile-r1 tile-c2"
    assert page.css("[style]") == []


def test_a_map_says_that_it_is_none() -> None:
    assert "Letak ubin hanya petunjuk arah, bukan peta." in tile_map(plan_with(*COMPASS))


@pytest.mark.parametrize("draw", [tile_map, opening_tiles])
def test_without_positions_there_is_a_list_and_no_word_of_a_map(draw) -> None:  # type: ignore[no-untyped-def]
    html = draw(plan_with(district("satu"), district("dua"), village("asri", "dua")))
    page = LexborHTMLParser(html)
    assert "petunjuk arah" not in page.text()
    assert page.css("[class*='tile-r'], [class*='--c']") == []
    assert [node.text() for node in page.css(".tilemap__word")] == ["Satu", "Dua"]


def test_some_positions_make_a_map_and_a_list() -> None:
    page = LexborHTMLParser(tile_map(plan_with(district("tanpa"), district("ada", 1, 2))))
    assert [tile.text().strip() for tile in page.css("ul.tilemap--c2 > li")] == ["Ada"]
    assert [tile.text().strip() for tile in page.css("ul.tilemap:not([class*='--']) > li")] == ["Tanpa"]


def test_on_the_home_page_each_tile_opens_to_its_places_and_to_all_of_them() -> None:
    page = LexborHTMLParser(opening_tiles(plan_with(*COMPASS)))
    groups = page.css("details.places__group")
    assert [group.css("summary .tilemap__word")[0].text() for group in groups] == [
        "Utara", "Barat", "Pusat", "Timur", "Selatan",
    ]  # fmt: skip
    assert [link.text() for link in groups[3].css("li a")] == ["Cempaka", "Dukuh", "Seluruh Kecamatan Timur"]
    assert page.css("p.places__every a")[0].text() == "Semua kelurahan dan desa menurut abjad"


def test_a_name_is_text_and_never_markup() -> None:
    evil = district("evil", 1, 1).model_copy(update={"name": "<img src=x onerror=alert(1)>"})
    for html in (tile_map(plan_with(evil)), opening_tiles(plan_with(evil))):
        page = LexborHTMLParser(html)
        assert page.css("img") == []
        assert "<img src=x onerror=alert(1)>" in page.text()
