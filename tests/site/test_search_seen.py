"""The search as it is seen, in every state it can be in: nothing hinders a reader, nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built_page import FULLEST
from tests.site.searching import reading, results
from tests.tools.axe import BUT_CONTRAST, hindrances
from tests.tools.contrast import judge
from tests.tools.findings import Findings
from tests.tools.layout import clipped, low_targets, overlapping, sideways, small_targets, space_text
from tests.tools.unfold import unfold

pytestmark = pytest.mark.browser

LOOKS = [(320, "light"), (1280, "dark")]
"""Widths in CSS pixels, and the colours the device asks for."""

AIDS = ".grid, .line-year, .bar-open"
"""Lines that only help to read a drawing: what they show stands in words beside it."""

Reach = Callable[[Page, str], object]


def found(page: Page, url: str) -> None:
    results(page, url, "kesehatan")


def narrowed(page: Page, url: str) -> None:
    results(page, url, "pelayanan publik", "&jenis=program")
    unfold(page)
    expect(page.locator("[data-chosen]")).to_be_visible()


def nothing(page: Page, url: str) -> None:
    results(page, url, "xyzzyq")
    expect(page.locator("[data-nothing]")).to_be_visible()


def corrected(page: Page, url: str) -> None:
    results(page, url, "kesahatan")
    expect(page.locator("[data-meant]")).to_be_visible()


def offered(page: Page, url: str, path: str = "cari/", field: str = "cari-isi") -> None:
    page.goto(url + path)
    page.locator(f"#{field}").press_sequentially("kota")
    expect(page.locator(f"#{field}-saran")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"#{field}")).to_have_attribute("aria-activedescendant", f"{field}-saran-0")


def offered_in_the_head(page: Page, url: str) -> None:
    offered(page, url, FULLEST, "cari-kepala")


def marked(page: Page, url: str) -> None:
    page.goto(f"{url}{FULLEST}?sorot=layanan%20kota%20masterplan")
    expect(page.locator("article > .marked button")).to_be_visible()
    unfold(page)


OVER = {offered: "#cari-isi-saran", offered_in_the_head: "#cari-kepala-saran"}
"""States in which a list lies over the page; what it half covers is no fault, so only the list is asked about."""

STATES: tuple[Reach, ...] = (found, narrowed, nothing, corrected, offered, offered_in_the_head, marked)
"""How to come to each state of the search."""


def states(page: Page) -> tuple[Reach, ...]:
    """The states there are at this width: on a phone the head has no field."""
    narrow = (page.viewport_size or {"width": 0})["width"] < 600
    return tuple(state for state in STATES if not (narrow and state is offered_in_the_head))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def test_no_state_of_the_search_hinders_a_reader(
    browser: Browser, metro_url: str, look: tuple[int, str]
) -> None:
    faults = Findings()
    with reading(browser, look[0], color_scheme=look[1]) as reader:
        for reach in states(reader.page):
            reach(reader.page, metro_url)
            faults.add(reach.__name__, hindrances(reader.page, BUT_CONTRAST, OVER.get(reach, "html")))
            judgement = judge(reader.page, AIDS)
            assert judgement.judged > 20, reach.__name__
            faults.add(reach.__name__, judgement.weak)
    faults.none_expected()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_state_fits_and_every_target_can_be_hit(browser: Browser, metro_url: str, width: int) -> None:
    faults = Findings()
    with reading(browser, width) as reader:
        page = reader.page
        for reach in states(page):
            reach(page, metro_url)
            within = OVER.get(reach, "body")
            faults.add(reach.__name__, small_targets(page, within))
            faults.add(reach.__name__, [*sideways(page), *clipped(page)])
            if reach not in OVER:
                faults.add(reach.__name__, overlapping(page))
            if width == 320:
                touched = f"{within} :is(button, summary, select, input, [role=option])"
                faults.add(reach.__name__, low_targets(page, touched))
        if width == 320:
            narrowed(page, metro_url)
            space_text(page)
            faults.add("narrowed, wider text", [*sideways(page), *clipped(page), *overlapping(page)])
    faults.none_expected()


def test_the_list_of_names_lies_over_the_page_and_inside_the_window(browser: Browser, metro_url: str) -> None:
    for width, reach in (
        (320, offered),
        (1280, offered),
        (1280, offered_in_the_head),
        (720, offered_in_the_head),
    ):
        with reading(browser, width) as reader:
            reach(reader.page, metro_url)
            box = reader.page.locator(OVER[reach]).bounding_box()
            assert box is not None
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
            middle = [box["x"] + box["width"] / 2, box["y"] + 20]
            on_top = "([x, y]) => document.elementFromPoint(x, y).closest('[role=listbox]') !== null"
            assert reader.page.evaluate(on_top, middle)


LOOK_OF = """selector => {
  const style = getComputedStyle(document.querySelector(selector)), body = getComputedStyle(document.body);
  return [style.backgroundColor !== body.backgroundColor, style.color !== style.backgroundColor, style.outlineStyle !== "none"];
}"""
"""Whether an element has a ground of its own, ink that differs from it, and a ring."""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_marks_and_the_active_name_are_seen_where_the_system_chose_the_colours(
    browser: Browser, metro_url: str, colours: str
) -> None:
    with reading(browser, forced_colors="active", color_scheme=colours) as reader:
        page = reader.page
        for reach, selector in ((found, "ol.results__list mark"), (marked, "article mark[data-hit]")):
            reach(page, metro_url)
            assert page.evaluate(LOOK_OF, selector)[:2] == [True, True], selector
        offered(page, metro_url)
        assert page.evaluate(LOOK_OF, "[role=option][aria-selected=true]")[2]
