"""Builds a proposal's preview: every page says that it is one, on a screen, in forced colours, on every sheet of paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.conftest import EXAMPLE, build, serving
from tests.site.built_page import pages_of

MARK = "PRATINJAU usulan perubahan. Belum diperiksa, belum terbit."


@pytest.fixture(scope="module")
def preview_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city as a proposal, with an address, which must change nothing."""
    site = tmp_path_factory.mktemp("pratinjau") / "situs"
    result = build(EXAMPLE / "mkdocs.yml", site, PREVIEW="1", SITE_URL="https://rekamaya.example/")
    assert result.returncode == 0, result.stdout + result.stderr
    return site


def test_every_page_of_a_preview_says_so_first(preview_site: Path) -> None:
    pages = pages_of(preview_site)
    assert len(pages) > 150
    assert {page.kind for page in pages} >= {"program", "tulisan", "lembar", "indeks", "cari", "404"}
    marks = 'body > a.skip + aside.preview-mark[aria-label="Pratinjau"]'
    assert {page.path: page.words(marks) for page in pages if page.words(marks) != [MARK]} == {}


def test_every_window_title_of_a_preview_says_so(preview_site: Path) -> None:
    titles = {page.path: page.one("head title").text() for page in pages_of(preview_site)}
    assert titles[""].endswith(" · Rekamaya Terbuka")
    assert [path for path, title in titles.items() if not title.startswith("PRATINJAU · ")] == []


def test_no_search_engine_is_shown_a_preview(preview_site: Path) -> None:
    files = list(preview_site.rglob("*.html"))
    assert [
        path for path in files if '<meta name="robots" content="noindex">' not in path.read_text("utf-8")
    ] == []
    assert not (preview_site / "sitemap.xml").exists()


def test_a_published_site_carries_no_such_mark(example_site: Path) -> None:
    pages = pages_of(example_site)
    assert [page.path for page in pages if "preview-mark" in page.html or "PRATINJAU" in page.html] == []


@pytest.fixture
def proposed(browser: Browser, preview_site: Path) -> Iterator[tuple[Page, str]]:
    """A window 360 px wide, and the address of the preview."""
    with serving(preview_site) as url:
        page = browser.new_page(viewport={"width": 360, "height": 700})
        yield page, url
        page.close()


@pytest.mark.browser
def test_the_mark_is_the_first_thing_on_a_phone_and_takes_at_most_two_lines(
    proposed: tuple[Page, str],
) -> None:
    page, url = proposed
    page.goto(url + "program/cafe-data/")
    box = page.locator(".preview-mark").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, 360)
    assert 20 < box["height"] < 60
    assert page.locator(".preview-mark button, .preview-mark a").count() == 0


@pytest.mark.browser
def test_the_mark_stays_legible_in_forced_colours(proposed: tuple[Page, str]) -> None:
    page, url = proposed
    page.emulate_media(forced_colors="active")
    page.goto(url)
    mark = page.locator(".preview-mark")
    ground, ink = mark.evaluate("e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]")
    assert ground == page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ink != ground
    expect(mark).to_have_css("border-top-style", "solid")


@pytest.mark.browser
@pytest.mark.parametrize(("path", "least"), [("program/", 2), ("kelurahan/pasarandai/lembar/", 1)])
def test_every_sheet_of_paper_of_a_preview_says_so(proposed: tuple[Page, str], path: str, least: int) -> None:
    page, url = proposed
    page.goto(url + path)
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(sheets) >= least
    assert [
        number for number, sheet in enumerate(sheets, 1) if sheet.extract_text().count("PRATINJAU") != 1
    ] == []


@pytest.mark.browser
def test_a_sheet_for_a_kelurahan_stays_one_page_with_the_mark(proposed: tuple[Page, str]) -> None:
    page, url = proposed
    page.goto(url + "kelurahan/pasarandai/lembar/")
    data = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1032})
    boxes = [page.locator(part).bounding_box() for part in (".preview-mark", ".sheet")]
    assert boxes[0] and boxes[1]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
