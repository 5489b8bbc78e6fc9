"""Prints pages: every sheet says who speaks, how new its data is and where it stands; nothing on it needs a hand."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

from tests.conftest import EXAMPLE, build, serving
from tests.site.built_page import FULLEST, page_at, records

pytestmark = pytest.mark.browser

SITE_URL = "https://rencana.rekamaya.example/terbuka/"

PATHS = (
    "",
    "program/",
    FULLEST,
    "kelurahan/yosodadi/",
    "peta-jalan/governance/",
    "dimensi/governance/",
    "indikator/kemiskinan/",
    "rencana/",
    "sumber/",
)

BY_HAND = re.compile(
    r"\b(Langsung ke isi|Menu|Beranda|Cari|Warna gelap|Di halaman ini|Apa artinya\?|Saring(an)?|Hapus saringan"
    r"|Cetak halaman ini|Kutip halaman ini|Unduh|Salin|Sebelumnya|Berikutnya|Ikhtisar|In English|Daftar isi A–Z)\b|›"
)
"""Words of menus, buttons and links that lead about on a screen."""

A4 = (595, 842)
"""In points."""


def squeezed(text: str) -> str:
    """A text without white space and ligatures: where a line breaks on paper does not matter."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class Sheets:
    """The pages of one PDF."""

    def __init__(self, data: bytes) -> None:
        self.pages: list[PageObject] = list(PdfReader(io.BytesIO(data)).pages)
        self.texts = [page.extract_text() for page in self.pages]

    @property
    def text(self) -> str:
        """All that is printed, without white space; what is repeated on top of every sheet stands there once."""
        first, *others = map(squeezed, self.texts)
        repeated = min((shared(first, other) for other in others), default=0)
        return first + "".join(other[repeated:] for other in others)

    def lacking(self, words: str) -> list[int]:
        """The numbers of the sheets on which these words do not stand, counted from 1."""
        wanted = squeezed(words)
        return [number for number, text in enumerate(self.texts, 1) if wanted not in squeezed(text)]

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """Width and height of the sheets, in points."""
        return {(round(page.mediabox.width), round(page.mediabox.height)) for page in self.pages}


Press = Callable[[str], Sheets]


@pytest.fixture(scope="module")
def press(browser: Browser) -> Iterator[Press]:
    """Prints an address as the print dialogue of a browser does, once; its reader prefers dark colours."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="dark")
    page, printed = context.new_page(), dict[str, Sheets]()

    def sheets(url: str) -> Sheets:
        if url not in printed:
            page.goto(url)
            printed[url] = Sheets(page.pdf(prefer_css_page_size=True))
        return printed[url]

    yield sheets
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_every_sheet_says_who_speaks_how_new_it_is_and_where_it_stands(
    metro_url: str, path: str, press: Press
) -> None:
    sheets = press(metro_url + path)
    wanted = ("Bukan situs resmi.", "Data per 24 November 2026", "Metro Cerdas Terbuka", f"· /{path}")
    assert {words: sheets.lacking(words) for words in wanted} == {words: [] for words in wanted}


@pytest.fixture(scope="module")
def addressed_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The invented city, told where it will stand, and served."""
    site = tmp_path_factory.mktemp("cetak") / "situs"
    result = build(EXAMPLE / "mkdocs.yml", site, SITE_URL=SITE_URL)
    assert result.returncode == 0, result.stderr
    with serving(site) as url:
        yield url


@pytest.mark.parametrize("path", ["program/bus-kota-reka/", "peta-jalan/tata-kelola/"])
def test_a_sheet_of_a_site_with_an_address_tells_it_whole(
    addressed_url: str, path: str, press: Press
) -> None:
    sheets = press(addressed_url + path)
    wanted = (SITE_URL + path, "Data per 24 November 2026", "Dikelola Pemerintah Kota Rekamaya (contoh).")
    assert len(sheets.pages) > 1
    assert {words: sheets.lacking(words) for words in wanted} == {words: [] for words in wanted}
    assert "Bukansitusresmi" not in sheets.text


@pytest.mark.parametrize("path", PATHS)
def test_no_words_are_printed_that_need_a_hand(metro_url: str, path: str, press: Press) -> None:
    sheets = press(metro_url + path)
    found = [match[0] for text in sheets.texts for match in BY_HAND.finditer(text)]
    assert found == []


@pytest.mark.parametrize("path", [*PATHS, "cari/", "data/", "404.html"])
def test_neither_navigation_nor_a_field_nor_a_button_is_shown_on_paper(
    metro_url: str, path: str, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(metro_url + path)
    page.emulate_media(media="print")
    # The heads of columns are buttons, and the list from A to Z is what its page is for.
    shown = page.locator("nav, form, input, select, button, .skip, [role=search]").evaluate_all(
        "parts => parts.filter(e => e.checkVisibility() && !e.matches('th button, nav:has(> .letter)')).map(e => e.outerHTML.slice(0, 60))"
    )
    assert shown == []
    page.close()


@pytest.mark.parametrize("path", [FULLEST, "kelurahan/yosodadi/", "sumber/"])
def test_the_addresses_of_sources_are_printed(
    metro_site: Path, metro_url: str, path: str, press: Press
) -> None:
    if path == "sumber/":
        addresses = [source["url"] for source in records(metro_site, "sumber") if "url" in source]
    else:
        links = page_at(metro_site, path).tree.css("ol.sources a[href^=http]")
        addresses = [str(link.attributes["href"]) for link in links]
    printed = press(metro_url + path).text
    assert len(addresses) > 3
    assert [address for address in addresses if squeezed(address) not in printed] == []


@pytest.mark.parametrize("path", PATHS)
def test_sheets_are_a4_and_a_roadmap_lies_across(metro_url: str, path: str, press: Press) -> None:
    across = path.startswith("peta-jalan/")
    assert press(metro_url + path).sizes == {A4[::-1] if across else A4}


@pytest.mark.parametrize("path", ["peta-jalan/", "peta-jalan/tata-kelola/"])
def test_every_roadmap_of_the_invented_city_lies_across(example_url: str, path: str, press: Press) -> None:
    assert press(example_url + path).sizes == {A4[::-1]}


def test_the_list_is_printed_whole_under_the_heads_of_its_columns(
    metro_site: Path, metro_url: str, press: Press
) -> None:
    sheets = press(metro_url + "program/")
    names = [record["nama"] for record in records(metro_site, "program") if "dipensiunkan" not in record]
    assert len(names) > 20
    assert [name for name in names if squeezed(name) not in sheets.text] == []
    with_rows = [
        number
        for number, text in enumerate(sheets.texts, 1)
        if sum(squeezed(name) in squeezed(text) for name in names) > 3
    ]
    assert len(with_rows) > 3
    assert [
        number for number in with_rows if number in sheets.lacking("Penanggung jawab Status Kabar terakhir")
    ] == []


@pytest.mark.parametrize("path", [FULLEST, "peta-jalan/governance/", "dimensi/governance/"])
def test_paper_is_black_on_white_also_for_a_reader_who_chose_dark(
    metro_url: str, path: str, browser: Browser
) -> None:
    page = browser.new_page(color_scheme="dark", reduced_motion="reduce")
    page.goto(metro_url + path)
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    page.emulate_media(media="print")
    colours = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("main *")]
          .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(e => getComputedStyle(e).color))]"""
    )
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert set(colours) <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    page.close()
