"""The layout questions, axe-core and the unfolding against small pages whose right answer is known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.tools.axe import BUT_CONTRAST, COLOURS, EVERYTHING, hindrances
from tests.tools.layout import (
    clipped,
    enlarge_text,
    low_targets,
    overlapping,
    sideways,
    small_targets,
    space_text,
    targets,
)
from tests.tools.unfold import OPEN_OVER, open_over, unfold

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """An empty page, 400 px wide."""
    context = browser.new_context(viewport={"width": 400, "height": 600}, color_scheme="light")
    yield context.new_page()
    context.close()


def show(sheet: Page, body: str) -> Page:
    """A new document with this body."""
    sheet.goto("about:blank")
    sheet.set_content(f'<!doctype html><html lang="id"><title>Judul</title><body>{body}')
    return sheet


def test_a_page_that_fits_does_not_scroll_sideways(sheet: Page) -> None:
    assert sideways(show(sheet, "<p>kata")) == []


def test_what_is_too_wide_is_named_from_the_inside(sheet: Page) -> None:
    body = '<main><p>kata</p><div style="width: 500px"><p class="lebar">kata</p></div></main>'
    assert sideways(show(sheet, body)) == [
        "main > div > p.lebar “kata”: dokumen dapat digeser 108 px ke samping"
    ]


def test_a_part_that_scrolls_by_itself_is_no_fault(sheet: Page) -> None:
    body = '<div style="overflow-x: auto"><p style="width: 900px">kata</p></div>'
    assert sideways(show(sheet, body)) == clipped(sheet) == []


@pytest.mark.parametrize(
    ("look", "cut"),
    [
        ("height: 20px; overflow: hidden", True),
        ("height: 20px; overflow: clip", True),
        ("height: 80px; overflow: hidden", False),
        ("height: 20px", False),
        ("position: absolute; width: 1px; height: 1px; overflow: hidden", False),
    ],
)
def test_text_behind_an_edge_is_cut_off(sheet: Page, look: str, cut: bool) -> None:
    body = f'<div style="font: 16px/20px sans-serif; {look}">satu<br>dua<br>tiga</div>'
    assert bool(clipped(show(sheet, body))) is cut


def test_wider_text_spacing_makes_a_fixed_line_too_short(sheet: Page) -> None:
    body = '<div style="width: 160px; overflow: hidden; white-space: nowrap; font: 16px monospace">enam belas huruf</div>'
    assert clipped(show(sheet, body)) == []
    space_text(sheet)
    assert len(clipped(sheet)) == 1


def test_larger_letters_grow_from_the_root(sheet: Page) -> None:
    show(sheet, '<p id="isi" style="font-size: 1.5rem">kata')
    enlarge_text(sheet, 2)
    assert sheet.evaluate("getComputedStyle(document.getElementById('isi')).fontSize") == "48px"


def test_text_over_text_is_found(sheet: Page) -> None:
    body = '<p style="margin: 0">satu</p><p style="margin: {}">dua</p>'
    assert overlapping(show(sheet, body.format("0"))) == []
    assert len(overlapping(show(sheet, body.format("-12px 0 0")))) == 1


def test_text_over_text_is_found_in_drawings(sheet: Page) -> None:
    body = '<svg width="200" height="40"><text x="0" y="20">2024</text><text x="{}" y="20">2025</text></svg>'
    assert overlapping(show(sheet, body.format(60))) == []
    assert len(overlapping(show(sheet, body.format(20)))) == 1


BUTTON = (
    '<button style="all: unset; display: block; width: {}px; height: {}px; margin-bottom: {}px">x</button>'
)


@pytest.mark.parametrize(
    ("width", "height", "gap", "small"),
    [
        (24, 24, 0, 0),
        (20, 23, 0, 2),
        (20, 24, 0, 0),
        (20, 20, 3, 2),
        (20, 20, 4, 0),
        (100, 12, 11, 2),
        (100, 12, 12, 0),
    ],
)
def test_a_small_target_needs_room_around_it(
    sheet: Page, width: int, height: int, gap: int, small: int
) -> None:
    # Circles of 24 px stand on the middles of small targets: 20 px + 4 px apart they just touch.
    assert len(small_targets(show(sheet, BUTTON.format(width, height, gap) * 2))) == small


def test_links_in_a_sentence_may_be_small(sheet: Page) -> None:
    links = (
        '<a href="/a" style="font: 10px/10px serif">a</a> {} <a href="/b" style="font: 10px/10px serif">b</a>'
    )
    assert small_targets(show(sheet, "<p>" + links.format("dan"))) == []
    assert len(small_targets(show(sheet, "<p>" + links.format("")))) == 2


def test_what_nobody_can_point_at_is_no_target(sheet: Page) -> None:
    body = '<a href="/a" style="position: absolute; top: -90px">lompat</a><a href="/b" hidden>b</a><a>c</a><a href="/d">d</a>'
    assert targets(show(sheet, body)) == ["d"]


def test_the_height_of_a_target_counts_what_it_spreads_over(sheet: Page) -> None:
    low = '<li style="position: relative; height: 50px"><a href="/">kartu</a></li>'
    assert len(low_targets(show(sheet, low), "a")) == 1
    spread = "<style>a::after { content: ''; position: absolute; inset: 0 }</style>"
    assert low_targets(show(sheet, spread + low), "a") == []


def test_axe_finds_what_it_is_known_for(sheet: Page) -> None:
    sound = "<main><h1>Judul</h1><p>kata</p></main>"
    assert hindrances(show(sheet, sound), EVERYTHING) == []
    faulty = '<main><h1>Judul</h1><img src="data:,"><p style="color: #ccc">kata</p></main>'
    assert [found.rule for found in hindrances(show(sheet, faulty), EVERYTHING)] == [
        "color-contrast",
        "image-alt",
    ]
    assert [found.rule for found in hindrances(sheet, BUT_CONTRAST)] == ["image-alt"]
    assert hindrances(sheet, COLOURS) == []
    assert hindrances(sheet, EVERYTHING, "h1") == []


def test_unfolding_opens_what_is_folded_twice_but_no_menu(sheet: Page) -> None:
    menu = '<details id="menu"><summary>Menu</summary><nav style="position: absolute">isi</nav></details>'
    show(sheet, "<details><summary>a</summary><details><summary>b</summary>isi</details></details>" + menu)
    assert unfold(sheet) == 2
    assert unfold(sheet) == 0
    assert sheet.evaluate("document.getElementById('menu').open") is False
    assert open_over(sheet, 0)
    assert sheet.locator(OPEN_OVER).get_attribute("id") == "menu"
    assert not open_over(sheet, 1)
    assert sheet.evaluate("document.getElementById('menu').open") is False
