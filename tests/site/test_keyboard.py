"""Uses the site with nothing but a keyboard, as wide as a phone and as a desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import taking_turns
from tests.site.built_page import FULLEST
from tests.tools.focus import faults_of, look, operable, walk

pytestmark = pytest.mark.browser

PHONE, DESK = 360, 1280

PAGES = {
    "metro": ("", FULLEST, "rencana/", "kelurahan/yosodadi/"),
    "example": ("", "program/bus-kota-reka/", "rencana/", "kelurahan/pasarandai/"),
}

STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
  databases: await indexedDB.databases(), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
"""Every place where a page can leave something in a browser."""

NOTHING = {"local": [], "session": [], "cookie": "", "databases": [], "caches": [], "workers": 0}

Open = Callable[[str, int], Page]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile in which nothing moves by itself."""
    context = browser.new_context(reduced_motion="reduce", color_scheme="light")
    yield context
    context.close()


@pytest.fixture
def at(context: BrowserContext) -> Open:
    """Opens an address in a fresh tab of a width."""

    def opened(url: str, width: int) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(url)
        return page

    return opened


def go_to(page: Page, selector: str) -> None:
    """Press Tab until an element that fits has the focus."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} is not among the first 12 stops of {page.url}")


def open_menu(page: Page) -> None:
    """Two Tabs and Enter from the start of the page."""
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("nav.menu__panel")).to_be_visible()


@pytest.mark.parametrize(("city", "width"), taking_turns([PHONE, DESK]))
def test_tab_comes_to_everything_in_reading_order_and_each_stop_can_be_seen(
    city: str, width: int, at: Open, request: pytest.FixtureRequest
) -> None:
    url: str = request.getfixturevalue(f"{city}_url")
    found = {}
    for path in PAGES[city]:
        page = at(url + path, width)
        # The invented city is looked at in the dark.
        page.emulate_media(color_scheme="dark" if city == "example" else "light")
        page.reload()
        wanted, stops = operable(page), list(walk(page))
        assert len(stops) == wanted > 30, path
        found[path] = faults_of(stops)
        page.close()
    assert found == {path: [] for path in PAGES[city]}


@pytest.mark.parametrize(
    ("path", "width"),
    [(FULLEST, DESK), ("peta-jalan/governance/", PHONE), ("peta-jalan/governance/", DESK)],
)
def test_on_the_way_back_nothing_covers_a_stop_and_none_is_left_out(
    metro_url: str, path: str, width: int, at: Open
) -> None:
    page = at(metro_url + path, width)
    there = [str(stop) for stop in islice(walk(page), operable(page))]
    back = list(walk(page, "Shift+Tab"))
    assert [str(stop) for stop in reversed(back)] == there[:-1]
    assert [f"{stop} {fault}" for stop in back for fault in stop.faults if "ring" not in fault] == []


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("path", PAGES["metro"])
def test_the_first_stop_is_a_link_over_the_head_that_leads_into_the_content(
    metro_url: str, path: str, width: int, at: Open
) -> None:
    page = at(metro_url + path, width)
    link = page.get_by_role("link", name="Langsung ke isi")
    expect(link).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    assert page.url.endswith(f"/{path}#isi")
    assert 0 <= page.locator("main").evaluate("main => main.getBoundingClientRect().top") < 200
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('main *')")


@pytest.mark.parametrize("path", PAGES["metro"])
def test_the_menu_of_a_phone_opens_by_two_tabs_and_enter_and_esc_leads_back(
    metro_url: str, path: str, at: Open
) -> None:
    page = at(metro_url + path, PHONE)
    menu = page.locator("nav.menu__panel")
    expect(menu).to_be_hidden()
    open_menu(page)
    expect(menu.locator("a").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator("details.menu > summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()


def test_every_entry_of_the_open_menu_can_be_seen_and_leaving_it_closes_it(metro_url: str, at: Open) -> None:
    page = at(metro_url + FULLEST, PHONE)
    page.set_viewport_size({"width": PHONE, "height": 480})
    open_menu(page)
    entries = page.locator("nav.menu__panel a").count()
    first = look(page)
    assert first is not None
    stops = [first, *islice(walk(page), entries - 1)]
    assert [f"{stop} {fault}" for stop in stops for fault in stop.faults] == []
    assert [stop.words for stop in stops] == page.locator("nav.menu__panel a").all_text_contents()
    page.keyboard.press("Tab")
    expect(page.locator("a.site-name")).to_be_focused()
    expect(page.locator("nav.menu__panel")).to_be_hidden()


def test_enter_on_an_entry_of_the_menu_leads_there(metro_url: str, at: Open) -> None:
    page = at(metro_url + FULLEST, PHONE)
    open_menu(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(metro_url + "program/")
    expect(page.locator("nav.menu__panel")).to_be_hidden()


@pytest.mark.parametrize("place", [(PHONE / 2, 1180), (PHONE - 3, 3)], ids=["on the text", "on the head"])
def test_a_tap_beside_the_menu_closes_it(metro_url: str, place: tuple[float, float], at: Open) -> None:
    page = at(metro_url + FULLEST, PHONE)
    page.set_viewport_size({"width": PHONE, "height": 1200})
    page.locator("details.menu > summary").click()
    expect(page.locator("nav.menu__panel")).to_be_visible()
    page.mouse.click(*place)
    expect(page.locator("nav.menu__panel")).to_be_hidden()
    assert page.url == metro_url + FULLEST


def test_on_a_desk_the_navigation_stands_open_and_there_is_no_menu(metro_url: str, at: Open) -> None:
    page = at(metro_url, DESK)
    expect(page.locator("details.menu")).to_be_hidden()
    expect(page.locator("nav.site-nav a").last).to_be_in_viewport(ratio=1)


def test_on_a_desk_the_search_in_the_head_works_by_keyboard(metro_url: str, at: Open) -> None:
    page = at(metro_url + "kelurahan/yosodadi/", DESK)
    go_to(page, "header input[type=search]")
    page.keyboard.type("kartu keluarga")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"^{metro_url}cari/\?q=kartu(\+|%20)keluarga$"))


def test_on_a_phone_the_search_in_the_head_leads_to_the_search_page(metro_url: str, at: Open) -> None:
    page = at(metro_url + "kelurahan/yosodadi/", PHONE)
    go_to(page, "header [role=search] button")
    page.keyboard.press("Enter")
    page.wait_for_url(metro_url + "cari/?q=")


def colours(page: Page) -> tuple[str | None, str | None, str]:
    """The scheme, what the switch says of it, and the ground that is painted."""
    return (
        page.locator("html").get_attribute("data-md-color-scheme"),
        page.locator("[data-scheme]").get_attribute("aria-pressed"),
        page.evaluate("getComputedStyle(document.body).backgroundColor"),
    )


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_space_switches_the_colours_and_the_next_page_remembers(metro_url: str, width: int, at: Open) -> None:
    page = at(metro_url, width)
    assert colours(page) == ("default", "false", "rgb(255, 255, 255)")
    go_to(page, "[data-scheme]")
    page.keyboard.press("Space")
    dark = colours(page)
    assert dark[:2] == ("slate", "true")
    assert dark[2] != "rgb(255, 255, 255)"
    page.goto(metro_url + FULLEST)
    assert colours(page) == dark
    go_to(page, "[data-scheme]")
    page.keyboard.press("Space")
    assert colours(page) == ("default", "false", "rgb(255, 255, 255)")


def test_the_choice_of_colours_is_the_only_thing_a_browser_keeps(metro_url: str, at: Open) -> None:
    page = at(metro_url + "program/", PHONE)
    open_menu(page)
    page.keyboard.press("Escape")
    for summary in page.locator("main summary:visible").all():
        summary.click()
    page.locator("select[name=topik]").select_option("kesehatan")
    page.locator("input[name=kata]").fill("ambulans")
    page.goto(metro_url + "cari/?q=kesehatan")
    page.goto(metro_url)
    assert (page.evaluate(STORED), page.context.cookies()) == (NOTHING, [])
    page.locator("[data-scheme]").click()
    page.goto(metro_url + "tentang/")
    assert (page.evaluate(STORED), page.context.cookies()) == ({**NOTHING, "local": ["warna"]}, [])
