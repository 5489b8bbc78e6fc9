"""Looks at the pages of kecamatan and kelurahan, and at the tiles and names that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built_page import BuiltPage, folded, page_at, pages_of, records

PARTS = [
    "bagian", "khusus", "setiap", "kecamatan", "kota", "angka", "bertanya", "belum-ditemukan", "cetak", "sumber",
]  # fmt: skip
"""The parts of a place's page, the nearest first."""

PLACES = ("kecamatan", "kelurahan", "desa")


def place_pages(site: Path) -> list[BuiltPage]:
    return [page for page in pages_of(site) if page.kind in PLACES]


def linked(page: BuiltPage, selector: str) -> set[str]:
    """The ids of the programs that a part of a page links to."""
    hrefs = [str(link.attributes["href"]) for link in page.tree.css(f"{selector} a")]
    return {match[1] for href in hrefs if (match := re.search(r"/program/([a-z0-9-]+)/$", href))}


# What stands on a place's page


def test_a_places_page_keeps_its_order(any_site: Path) -> None:
    for page in place_pages(any_site):
        found = [str(heading.attributes.get("id")) for heading in page.article.css("h2")]
        assert found == [part for part in PARTS if part in found], page.path
        assert {"khusus", "bertanya", "sumber"} <= set(found), page.path


def test_what_serves_only_the_government_stands_on_no_page_of_a_place(any_site: Path) -> None:
    internal = {r["id"] for r in records(any_site, "program") if r["cakupan"] == "internal_pemerintah"}
    assert len(internal) > 3
    for page in [page for page in pages_of(any_site) if page.kind in (*PLACES, "lembar")]:
        assert linked(page, "article") & internal == set(), page.path


def test_own_programs_are_those_whose_record_names_the_place(example_site: Path) -> None:
    assert linked(page_at(example_site, "kelurahan/alunpayung/"), "#khusus + ul") == {
        "akta-di-tempat-bersalin", "cafe-data", "kebun-atap", "siaran-warga-alunpayung",
    }  # fmt: skip


def test_every_city_wide_program_can_be_unfolded_below_each_of_its_topics(any_site: Path) -> None:
    wide = [
        r for r in records(any_site, "program") if r["cakupan"] == "seluruh_kota" and not r.get("wilayah")
    ]
    wide = [record for record in wide if not record.get("dipensiunkan")]
    for page in place_pages(any_site):
        assert linked(page, ".by-topic details") >= {record["id"] for record in wide}, page.path
        assert not page.tree.css(".by-topic details[open]"), page.path


def test_programs_whose_kelurahan_no_source_names_are_told_apart(metro_site: Path) -> None:
    somewhere = {
        r["id"]
        for r in records(metro_site, "program")
        if r["cakupan"] == "lokasi_tertentu" and not r.get("wilayah")
    }
    page = page_at(metro_site, "kelurahan/ganjar-agung/")
    assert linked(page, "#belum-ditemukan ~ details") == somewhere
    told = f"{len(somewhere)} program ada di tempat tertentu. Sumbernya tidak menyebut kelurahan mana, jadi bisa saja di sini."
    assert (told in page.words("#belum-ditemukan ~ p")) == bool(somewhere)


def test_a_figure_of_a_place_stands_with_its_year_and_source(example_site: Path) -> None:
    page = page_at(example_site, "kecamatan/hulu-reka/")
    (row,) = page.tree.css("#angka ~ div tbody tr")
    assert [folded(cell.text()) for cell in row.css("th, td")] == [
        "Pengaduan yang selesai", "86,0 persen", "2025", "Dinas Komunikasi dan Statistik Kota Rekamaya (contoh) 2026",
    ]  # fmt: skip
    assert len(page.tree.css("#angka ~ div tbody a.src")) == 1


def test_only_offices_of_the_place_and_its_kecamatan_are_named(example_site: Path) -> None:
    answered = "Lapor Reka: Satu kanal pengaduan untuk semua kantor, dengan nomor yang dapat dilacak. (kabar 9 Oktober 2026)"
    meeting = "Usulan pembangunan dibahas di musyawarah perencanaan (Musrenbang) kelurahan."
    offices = {
        "kelurahan/dermagasore/": ["Kecamatan Muara Reka, telepon (0000) 000000"],
        "kelurahan/pasarandai/": ["Kelurahan Pasarandai"],
        "kelurahan/alunpayung/": [],
    }
    for path, named in offices.items():
        assert page_at(example_site, path).words("#bertanya + ul > li") == [*named, answered, meeting], path


# The list of places


def test_every_place_stands_once_among_the_tiles_and_once_by_its_name(any_site: Path) -> None:
    page = page_at(any_site, "kelurahan/")
    villages = [r for r in records(any_site, "wilayah") if r["jenis"] != "kecamatan"]
    tiles = page.words("ul.tilemap__inside a")
    names = page.words("ul.places__names a > span:first-child")
    assert sorted(tiles) == sorted(record["nama"] for record in villages)
    assert names == sorted((record["nama"] for record in villages), key=str.lower)


def test_other_ways_to_write_a_name_stand_beside_it(example_site: Path) -> None:
    lines = page_at(example_site, "kelurahan/").words("ul.places__names a")
    assert "Sumberbayu Kelurahan di Kecamatan Hulu Reka · juga ditulis Sumber Bayu" in lines
    assert "Bukitangin Kelurahan di Kecamatan Hulu Reka" in lines


def test_two_places_of_one_name_are_told_apart(example_site: Path) -> None:
    lines = page_at(example_site, "kelurahan/").words("ul.places__names a")
    assert [line for line in lines if line.startswith("Karangreka")] == [
        "Karangreka Kelurahan di Kecamatan Hulu Reka", "Karangreka Kelurahan di Kecamatan Muara Reka",
    ]  # fmt: skip


# In a browser


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def corners(page: Page, selector: str) -> dict[str, dict[str, float]]:
    """Where each tile lies, by the first word that is not the city's: `{"Metro Utara": {x, y, …}}`."""
    found: list[tuple[str, dict[str, float]]] = page.locator(selector).evaluate_all(
        "tiles => tiles.map(tile => [tile.querySelector('.tilemap__word').textContent, tile.getBoundingClientRect().toJSON()])"
    )
    return dict(found)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("path", "selector", "width"),
    [
        ("kelurahan/", "li.tilemap__tile", 320),
        ("kelurahan/", "li.tilemap__tile", 1280),
        ("", "details.places__group", 1280),
    ],
)
def test_the_tiles_lie_as_their_names_say(
    metro_url: str, reader: Page, path: str, selector: str, width: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(metro_url + path)
    tiles = corners(reader, selector)
    north, west, middle, east, south = (
        tiles[f"Metro {name}"] for name in ("Utara", "Barat", "Pusat", "Timur", "Selatan")
    )
    assert north["bottom"] <= middle["top"] and middle["bottom"] <= south["top"]
    assert west["right"] <= middle["left"] and middle["right"] <= east["left"]
    assert west["top"] == middle["top"] == east["top"]
    assert north["left"] == middle["left"] == south["left"]


@pytest.mark.browser
def test_on_a_phone_the_small_tiles_are_two_columns_that_do_not_overlap(metro_url: str, reader: Page) -> None:
    reader.set_viewport_size({"width": 360, "height": 800})
    reader.goto(metro_url)
    tiles = list(corners(reader, "details.places__group").values())
    assert len({tile["left"] for tile in tiles}) == 2
    assert all(tile["height"] >= 44 for tile in tiles)
    assert tiles[-1]["bottom"] < tiles[0]["top"] + 250


@pytest.mark.browser
@pytest.mark.parametrize("city", ["metro", "example"])
def test_names_are_high_enough_for_a_finger(city: str, reader: Page, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue(f"{city}_url")
    reader.set_viewport_size({"width": 360, "height": 800})
    for path, selector in (
        ("kelurahan/", "ul.places__names a"), ("kelurahan/", "a.tilemap__name"), ("", "details[open] .places__links a"),
        ("", ".places__every a"),
    ):  # fmt: skip
        reader.goto(url + path)
        reader.evaluate("document.querySelectorAll('.places details').forEach(one => { one.open = true; })")
        heights = reader.locator(selector).evaluate_all(
            "all => all.map(a => a.getBoundingClientRect().height)"
        )
        assert heights, selector
        assert min(heights) >= 44, (selector, min(heights))


@pytest.mark.browser
def test_the_keyboard_walks_over_the_tiles_as_the_eye_does(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url)
    reader.locator("details.places__group summary").first.focus()
    walked = []
    for _ in range(5):
        walked.append(reader.evaluate("document.activeElement.querySelector('.tilemap__word').textContent"))
        reader.keyboard.press("Tab")
    assert walked == ["Metro Utara", "Metro Barat", "Metro Pusat", "Metro Timur", "Metro Selatan"]


@pytest.mark.browser
def test_tiles_keep_their_edges_in_forced_colours(metro_url: str, reader: Page) -> None:
    reader.emulate_media(forced_colors="active")
    reader.goto(metro_url + "kelurahan/")
    edge, ground, words = reader.locator("li.tilemap__tile").first.evaluate(
        "tile => [getComputedStyle(tile).borderLeftColor, getComputedStyle(tile).backgroundColor,"
        " getComputedStyle(tile.querySelector('.tilemap__word')).color]"
    )
    assert edge != ground
    assert words != ground


@pytest.mark.browser
def test_what_is_special_in_a_kelurahan_is_seen_on_the_first_screen_of_a_phone(
    metro_url: str, reader: Page
) -> None:
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.goto(metro_url + "kelurahan/yosodadi/")
    for number in (0, 1):
        box = reader.locator("#khusus + ul > li .reach__name").nth(number).bounding_box()
        assert box is not None and box["y"] + box["height"] <= 740


@pytest.mark.browser
def test_topics_stay_folded_on_paper(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "kelurahan/yosodadi/")
    reader.emulate_media(media="print")
    reader.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    topics = reader.locator(".by-topic details")
    assert topics.count() == 12
    expect(topics.first.locator("summary")).to_be_visible()
    for topic in topics.all():
        expect(topic.locator("li").first).to_be_hidden()
