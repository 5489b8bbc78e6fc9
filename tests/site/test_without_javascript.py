"""Reads the site in a browser that runs no JavaScript: the same words, and nothing that does nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built_page import FULLEST, one_of_each_kind, records
from tests.tools.unfold import unfold

pytestmark = pytest.mark.browser

SHOWN_WORDS = """() => {
  const main = document.querySelector("main");
  main.querySelectorAll("[data-js], .without-script").forEach(part => part.remove());
  return main.innerText.split(/\\s+/).filter(Boolean);
}"""
"""The words in `main` that can be seen, but for what exists only with scripts or only without."""

DEAD = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button], [onclick]")].filter(control => {
  if (!control.checkVisibility({ visibilityProperty: true })) return false;
  const form = control.form, target = form && form.getAttribute("action") && new URL(form.action);
  const sends = target && [...form.querySelectorAll("button, input")].some(one => one.type === "submit");
  const leadsOn = target && (target.pathname !== location.pathname || !control.closest("main"));
  return !(sends && leadsOn) || control.type === "button";
}).map(control => control.outerHTML.slice(0, 80))"""
"""Controls that can be seen but lead nowhere: they belong to no form, or to one that sends the page to itself."""


@pytest.fixture(scope="module")
def plain_reader(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script of the page."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs them."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def words(page: Page, url: str) -> list[str]:
    """What can be read at an address once everything is unfolded."""
    page.goto(url)
    unfold(page)
    found: list[str] = page.evaluate(SHOWN_WORDS)
    return found


@pytest.mark.parametrize("city", ["metro", pytest.param("example", marks=pytest.mark.slow)])
def test_every_kind_of_page_says_the_same_with_and_without_javascript(
    city: str, reader: Page, plain_reader: Page, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    differ = {}
    for path in one_of_each_kind(site):
        plain, whole = words(plain_reader, url + path), words(reader, url + path)
        assert len(plain) > 20, path
        if plain != whole:
            more, less = Counter(whole), Counter(plain)
            differ[path] = ("only without:", *(less - more), "only with:", *(more - less))
    assert differ == {}


@pytest.mark.parametrize("city", [pytest.param("metro", marks=pytest.mark.slow), "example"])
def test_no_control_is_shown_that_does_nothing_without_javascript(
    city: str, plain_reader: Page, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    dead = {}
    for path in one_of_each_kind(site):
        plain_reader.goto(url + path)
        unfold(plain_reader)
        if found := plain_reader.evaluate(DEAD):
            dead[path] = found
    assert dead == {}


def test_with_javascript_those_controls_are_there(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "program/")
    expect(reader.locator("[data-scheme]")).to_be_visible()
    expect(reader.locator("form.filters")).to_be_visible()
    expect(reader.locator("#daftar thead button").first).to_be_visible()
    assert len(reader.evaluate(DEAD)) > 6


@pytest.mark.parametrize("path", ["", FULLEST])
def test_the_menu_of_a_phone_opens_without_javascript(metro_url: str, path: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(metro_url + path)
    menu = page.locator("nav.menu__panel")
    expect(menu).to_be_hidden()
    page.locator("details.menu > summary").click()
    expect(menu).to_be_visible()
    menu.get_by_role("link", name="Peta jalan", exact=True).click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url == metro_url + "peta-jalan/"
    context.close()


def test_the_menu_of_a_phone_opens_by_keyboard_without_javascript(metro_url: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(metro_url + FULLEST)
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("nav.menu__panel")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(metro_url)
    context.close()


def test_places_and_the_table_of_contents_open_without_javascript(metro_url: str, plain_reader: Page) -> None:
    for path, folded in (("", "details.places__group"), (FULLEST, "details.toc")):
        plain_reader.goto(metro_url + path)
        part = plain_reader.locator(folded).first
        expect(part.locator("li").first).to_be_hidden()
        part.locator("summary").click()
        expect(part.locator("li").first).to_be_visible()


@pytest.mark.parametrize("city", ["metro", "example"])
def test_the_full_list_is_as_long_without_javascript(
    city: str, reader: Page, plain_reader: Page, request: pytest.FixtureRequest
) -> None:
    written = records(request.getfixturevalue(f"{city}_site"), "program")
    programs = len([record for record in written if "dipensiunkan" not in record])
    url = request.getfixturevalue(f"{city}_url") + "program/"
    rows = "#daftar tbody tr:not([hidden])"
    for page in (reader, plain_reader):
        page.goto(url)
        assert page.locator(rows).count() == programs
        expect(page.locator(rows).last).to_be_visible()
