"""Reads pages in a real browser: widths, what opens, drawings, colours, the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built_page import FULLEST, one_of_each_kind

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 1280)

OVERFLOW = """async () => {
  const wide = () => {
    window.scrollTo(9999, 0);
    return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, window.scrollX);
  };
  if (wide() > 0) await Promise.all(document.getAnimations().map(moving => moving.finished.catch(() => null)));
  return wide();
}"""
"""How far the document can be scrolled sideways, once nothing moves any more."""


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile, on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("city", ["metro", "example"])
def test_no_page_scrolls_sideways_on_any_width(
    city: str, reader: Page, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    wide = []
    for path in one_of_each_kind(site):
        reader.goto(url + path)
        for width in WIDTHS:
            reader.set_viewport_size({"width": width, "height": 800})
            overflow = reader.evaluate(OVERFLOW)
            if overflow > 0:
                wide.append((path, width, overflow))
    assert wide == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_identity_line_stays_within_two_lines_on_a_phone(
    metro_url: str, reader: Page, width: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 740})
    reader.goto(metro_url)
    line = reader.locator("p.identity")
    expect(line).to_be_visible()
    lines = line.evaluate(
        """e => {
          const style = getComputedStyle(e);
          const room = e.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
          return Math.round(room / parseFloat(style.lineHeight));
        }"""
    )
    assert lines <= {320: 3, 360: 2, 1280: 1}[width]


def test_topics_of_a_kelurahan_open(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "kelurahan/yosodadi/")
    folded = reader.locator("#kota ~ details").first
    expect(folded.locator("li").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("li").first).to_be_visible()


@pytest.mark.parametrize(
    ("city", "path"),
    [
        ("metro", "peta-jalan/governance/"),
        ("example", "peta-jalan/tata-kelola/"),
        ("metro", "dimensi/living/"),
    ],
)
def test_every_bar_of_a_roadmap_has_a_name(
    city: str, path: str, reader: Page, request: pytest.FixtureRequest
) -> None:
    reader.goto(request.getfixturevalue(f"{city}_url") + path)
    bars = reader.locator("table.roadmap tbody svg[role=img]")
    rows = reader.locator("table.roadmap tbody tr").count()
    assert bars.count() == rows > 5
    for name in bars.evaluate_all("bars => bars.map(bar => bar.getAttribute('aria-label'))"):
        assert name.startswith(("mulai ", "rencana ", "disebut sebagai rencana ")) or " sampai " in name, name


def test_a_bar_says_in_words_what_it_draws(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "peta-jalan/governance/")
    row = reader.locator(
        "table.roadmap tbody tr", has=reader.get_by_role("link", name="Mal Pelayanan Publik", exact=True)
    )
    start, news = (
        row.locator('[data-label="Mulai"]').text_content(),
        row.locator('[data-label="Kabar terakhir"]'),
    )
    words = row.locator("svg[role=img]").get_attribute("aria-label") or ""
    assert words.startswith("mulai ")
    assert str(start)[-4:] in words
    assert str(news.text_content())[-4:] in words


def test_a_bar_lies_where_its_dates_say(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "peta-jalan/governance/")
    boxes = reader.locator("table.roadmap tbody svg.bar-row").evaluate_all(
        "rows => rows.map(row => [row.getBoundingClientRect(), [...row.querySelectorAll('rect.bar')].map(b => b.getBoundingClientRect())])"
        ".map(([row, bars]) => bars.every(b => b.width > 0 && b.left >= row.left - 1 && b.right <= row.right + 2))"
    )
    assert len(boxes) > 5
    assert all(boxes)


def scheme(page: Page) -> str | None:
    return page.locator("html").get_attribute("data-md-color-scheme")


def test_the_colours_follow_the_device_of_a_reader_who_chose_nothing(metro_url: str, reader: Page) -> None:
    reader.emulate_media(color_scheme="dark")
    reader.goto(metro_url)
    assert scheme(reader) == "slate"
    expect(reader.locator("[data-scheme]")).to_have_attribute("aria-pressed", "true")


def test_the_choice_of_the_reader_comes_before_the_device(metro_url: str, reader: Page) -> None:
    reader.emulate_media(color_scheme="dark")
    reader.goto(metro_url)
    reader.locator("[data-scheme]").click()
    reader.goto(metro_url + FULLEST)
    assert scheme(reader) == "default"


def test_the_remembered_colours_are_there_before_the_page_is_drawn(metro_url: str, reader: Page) -> None:
    reader.emulate_media(color_scheme="light")
    reader.goto(metro_url)
    reader.locator("[data-scheme]").click()
    reader.route("**/situs.*.js", lambda route: route.abort())
    reader.goto(metro_url + "tentang/")
    assert scheme(reader) == "slate"
    expect(reader.locator("[data-scheme]")).to_be_hidden()


def test_a_browser_that_may_not_store_anything_still_switches_the_colours(
    metro_url: str, reader: Page
) -> None:
    faults: list[str] = []
    reader.on("pageerror", lambda error: faults.append(str(error)))
    reader.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused'); } })"
    )
    reader.emulate_media(color_scheme="light")
    reader.goto(metro_url)
    reader.locator("[data-scheme]").click()
    assert (scheme(reader), faults) == ("slate", [])


@pytest.mark.parametrize("path", [FULLEST, "rencana/", "tentang/"])
def test_the_table_of_contents_is_open_beside_the_text_and_folded_on_a_phone(
    metro_url: str, path: str, reader: Page
) -> None:
    reader.goto(metro_url + path)
    entry, heading = reader.locator("details.toc a").first, reader.locator("main h1")
    expect(entry).to_be_in_viewport()
    beside, text = entry.bounding_box(), heading.bounding_box()
    assert beside and text
    assert beside["x"] > text["x"] + text["width"] / 2
    assert beside["y"] < 300
    reader.set_viewport_size({"width": 360, "height": 740})
    expect(entry).to_be_hidden()
    reader.locator("details.toc > summary").click()
    entry.click()
    expect(reader.locator("main h2").first).to_be_in_viewport()


def test_the_table_of_contents_marks_where_the_reader_is(metro_url: str, reader: Page) -> None:
    reader.emulate_media(reduced_motion="reduce")
    reader.goto(metro_url + FULLEST)
    here = reader.locator('details.toc a[aria-current="location"]')
    for number in (1, 3, 0):
        link = reader.locator("details.toc a").nth(number)
        link.click()
        expect(here).to_have_count(1)
        expect(here).to_have_text(link.text_content() or "")
        expect(here).to_be_in_viewport()


def test_the_table_of_contents_lists_the_sections_of_the_page(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + FULLEST)
    listed = reader.locator("details.toc a").all_text_contents()
    assert listed == reader.locator("main h2").all_text_contents()
    assert len(listed) > 5


def test_the_frame_works_from_a_folder_too(metro_site: Path, reader: Page) -> None:
    faults: list[str] = []
    reader.on("pageerror", lambda error: faults.append(str(error)))
    reader.emulate_media(color_scheme="light")
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.goto((metro_site / FULLEST / "index.html").as_uri())
    reader.locator("[data-scheme]").click()
    assert scheme(reader) == "slate"
    reader.locator("details.menu > summary").click()
    expect(reader.locator("nav.menu__panel")).to_be_visible()
    reader.keyboard.press("Escape")
    expect(reader.locator("nav.menu__panel")).to_be_hidden()
    assert faults == []
