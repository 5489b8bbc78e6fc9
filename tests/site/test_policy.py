"""Looks for anything the strict policy would stop: in the HTML of every page, and in a browser under it.

The policy comes twice: as a header where the server can send one, and in every page for the servers that cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from content_tools.pages import frame
from tests.conftest import EXAMPLE, POLICY, build, serving
from tests.site.built_page import FULLEST, one_of_each_kind, page_at, pages_of
from tests.tools.unfold import open_over, unfold

SIZES = ({"width": 360, "height": 740}, {"width": 1280, "height": 800})
"""A phone and a desk."""

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""

TOUCH = """() => {
  scrollTo(0, document.body.scrollHeight);
  const say = (field, event) => field.dispatchEvent(new Event(event, { bubbles: true }));
  for (const field of document.querySelectorAll("main form input")) { field.value = "a"; say(field, "input"); }
  for (const field of document.querySelectorAll("main form select")) { field.selectedIndex = field.length - 1; say(field, "change"); }
  for (const button of document.querySelectorAll("button.sort, [data-scheme]")) button.click();
}"""
"""Writes into every field, chooses in every list, sorts by every column, switches the colours."""

LEFT = "net::ERR_ABORTED"
"""What a request says when the reader has gone on to the next page."""

MOST_REQUESTS = 8
"""What a page may ask for, itself counted."""

ADDRESSES = (
    "script[src]",
    "img[src]",
    "source[src]",
    "iframe[src]",
    "link[href]",
    "image[href]",
    "use[href]",
)
"""What a browser fetches by itself."""


def test_the_header_forbids_what_the_pages_forbid_and_framing_as_well() -> None:
    assert f"{frame.POLICY}; frame-ancestors 'none'" == POLICY


def test_every_page_brings_the_policy_before_anything_that_could_run_or_load(any_site: Path) -> None:
    bare = []
    for page in pages_of(any_site):
        head = page.tree.css("head > *")
        policies = [
            n for n, part in enumerate(head) if part.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        before = {part.tag for part in head[: policies[0]]} if policies else set()
        if (
            len(policies) != 1
            or head[policies[0]].attributes.get("content") != frame.POLICY
            or before - {"meta"}
        ):
            bare.append(page.path)
    assert bare == []
    assert page_at(any_site, "404.html").one("head > meta[http-equiv]")


def test_no_element_has_a_style_of_its_own(any_site: Path) -> None:
    assert [page.path for page in pages_of(any_site) if page.tree.css("[style]")] == []


def test_no_page_holds_a_style_sheet(any_site: Path) -> None:
    assert [page.path for page in pages_of(any_site) if page.tree.css("style")] == []


def test_every_script_that_runs_is_a_file(any_site: Path) -> None:
    data = ("application/json", "application/ld+json")
    inline = [
        (page.path, script.text()[:60])
        for page in pages_of(any_site)
        for script in page.tree.css("script:not([src])")
        if script.attributes.get("type") not in data
    ]
    assert inline == []


def test_no_script_is_a_module(any_site: Path) -> None:
    modules = 'script[type="module"], link[rel="modulepreload"]'
    assert [page.path for page in pages_of(any_site) if page.tree.css(modules)] == []


def test_no_element_listens_by_attribute_and_no_address_is_a_script(any_site: Path) -> None:
    bad = [
        (page.path, name, value)
        for page in pages_of(any_site)
        for element in page.tree.css("*")
        for name, value in element.attributes.items()
        if name.startswith("on") or (value and re.match(r"\s*(javascript|vbscript):", value, re.IGNORECASE))
    ]
    assert bad == []


def test_nothing_that_a_browser_fetches_by_itself_comes_from_elsewhere(any_site: Path) -> None:
    foreign = [
        (page.path, address)
        for page in pages_of(any_site)
        for element in page.tree.css(", ".join(ADDRESSES))
        for address in (element.attributes.get("src") or element.attributes.get("href") or "",)
        if (urlsplit(address).netloc or address.startswith("//"))
        and element.attributes.get("rel") != "canonical"
    ]
    assert foreign == []


def test_no_style_sheet_fetches_from_elsewhere(any_site: Path) -> None:
    sheets = list(any_site.rglob("*.css"))
    assert len(sheets) == 1
    fetched = re.compile(r"(?:@import\s*|url\()\s*[\"']?(?:https?:)?//[^\"')\s]*")
    assert [found for sheet in sheets for found in fetched.findall(sheet.read_text("utf-8"))] == []


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page in a fresh browser profile, and the list of what it does that it should not."""
    context = browser.new_context()
    page, complaints = context.new_page(), []
    page.add_init_script(WATCH)
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if not _own(asked.url) else None)
    page.on("requestfailed", lambda asked: complaints.append(asked.url) if asked.failure != LEFT else None)
    yield page, complaints
    context.close()


def _own(url: str) -> bool:
    return urlsplit(url).scheme in ("data", "blob") or urlsplit(url).hostname == "127.0.0.1"


def use(page: Page) -> None:
    """Open what opens and touch what can be touched, but for what leads away or prints."""
    unfold(page)
    if open_over(page, 0):
        page.keyboard.press("Escape")
    page.evaluate(TOUCH)


@pytest.mark.browser
@pytest.mark.parametrize("city", ["metro", pytest.param("example", marks=pytest.mark.slow)])
def test_every_kind_of_page_keeps_the_policy_on_a_phone_and_on_a_desk(
    city: str, watched: tuple[Page, list[str]], request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    page, complaints = watched
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    for path in one_of_each_kind(site):
        asked.clear()
        page.goto(url + path)
        assert 4 <= len(asked) <= MOST_REQUESTS, asked
        for size in SIZES:
            page.set_viewport_size(size)  # type: ignore[arg-type]
            use(page)
        assert (path, page.evaluate("window.violations"), complaints) == (path, [], [])
    assert page.context.cookies() == []


@pytest.mark.browser
def test_searching_keeps_the_policy(metro_url: str, watched: tuple[Page, list[str]]) -> None:
    page, complaints = watched
    page.goto(metro_url + "cari/?q=perizinan")
    page.locator("ol.results__list > li").first.wait_for()
    page.locator("main input[type=search]").fill("ambulans")
    page.locator("main [role=option]", has_text="Ambulans").first.wait_for()
    page.locator("main input[type=search]").press("Enter")
    page.locator("ol.results__list a", has_text="Ambulans").first.click()
    page.locator("article mark").first.wait_for()
    assert (page.evaluate("window.violations"), complaints, page.context.cookies()) == ([], [], [])


@pytest.mark.browser
@pytest.mark.parametrize("policy", [POLICY, None], ids=["from the server", "from the page alone"])
@pytest.mark.parametrize("path", ["", FULLEST, "404.html"])
def test_the_policy_is_really_in_force_while_these_tests_look(
    metro_site: Path, browser: Browser, path: str, policy: str | None
) -> None:
    page = browser.new_page()
    page.add_init_script(WATCH)
    with serving(metro_site, policy) as url:
        page.goto(url + path)
        page.evaluate(
            "document.body.appendChild(document.createElement('script')).textContent = 'window.ran = 1'"
        )
        assert page.evaluate("window.ran") is None
        # Each policy complains for itself.
        assert len(page.evaluate("window.violations")) == (2 if policy else 1)
    page.close()


@pytest.mark.browser
def test_naming_the_repository_makes_no_page_ask_its_host(
    tmp_path: Path, watched: tuple[Page, list[str]]
) -> None:
    address = {"REPO_URL": "https://github.com/contoh/kota", "EDIT_URI": "edit/main/tests/kota-contoh/docs/"}
    result = build(EXAMPLE / "mkdocs.yml", tmp_path / "situs", **address)
    assert result.returncode == 0, result.stderr
    page, complaints = watched
    with serving(tmp_path / "situs") as url:
        page.goto(url + "program/bus-kota-reka/", wait_until="networkidle")
        link = page.get_by_role("link", name="Ubah data ini (pegawai)")
        assert link.get_attribute("href") == (
            "https://github.com/contoh/kota/edit/main/tests/kota-contoh/data/program/bus-kota-reka.yml"
        )
        assert (page.evaluate("window.violations"), complaints) == ([], [])
