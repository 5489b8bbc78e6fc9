"""The hostile city in a real browser, with and without the policy: nothing runs, nothing is asked for, nothing breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.attack.conftest import Built
from tests.conftest import POLICY, serving

pytestmark = pytest.mark.browser

WATCH = """
window.__refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.__refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""

TOUCH = """() => {
  const events = ["mouseover", "mouseenter", "focus"];
  for (const element of document.querySelectorAll("article, article *, header *, aside *")) {
    for (const name of events) element.dispatchEvent(new Event(name, {bubbles: false}));
    if (element.localName === "details") element.open = !element.open;
    if (!element.closest("a[href]") && !element.matches("label, input, button, select, option"))
      element.dispatchEvent(new MouseEvent("click", {bubbles: false, cancelable: true}));
  }
  const count = (selector) => document.querySelectorAll(selector).length;
  return {
    ran: window.__ran ?? null,
    refused: window.__refused,
    address: location.href,
    configs: count("[id=__config]"),
    landmarks: [count("header.md-header"), count("main"), count("footer.md-footer")],
    heading: count("main h1") > 0,
    emptyTables: count("table") - count("table:has(tr)"),
    tooltips: count(".md-tooltip, .md-tooltip2"),
  };
}"""
"""Hovers over, focuses and clicks every element that is no link, toggles details, and looks around."""

FOREIGN = (
    "img, script, svg[onload], iframe, video, form, style, meta, base, [onerror], [onmouseover], [style]"
)
"""What a search result would hold if a payload had become markup."""

QUIET = {
    "ran": None,
    "refused": [],
    "configs": 1,
    "landmarks": [1, 1, 1],
    "heading": True,
    "emptyTables": 0,
    "tooltips": 0,
}


@contextmanager
def watched(browser: Browser, url: str) -> Iterator[tuple[Page, list[str]]]:
    """A tab, and what went wrong in it: dialogs, errors, requests that leave the site or reach a canary."""
    page, wrong = browser.new_page(), []
    page.add_init_script(WATCH)
    page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
    page.on("popup", lambda popup: wrong.append(f"popup {popup.url}"))

    def asked(address: str) -> None:
        if "canary" in address or not address.startswith((url, "data:")):
            wrong.append(f"request {address}")

    page.on("request", lambda request: asked(request.url))
    yield page, wrong
    page.close()


def addresses(site: Path) -> list[str]:
    """Every page of a site, as a path."""
    return [
        page.relative_to(site).as_posix().removesuffix("index.html")
        for page in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in page.read_text("utf-8")
    ]


def some_of_each_kind(paths: list[str]) -> set[str]:
    """The written pages, and one page of every kind: these are visited with the theme's own script."""
    kinds = defaultdict(list)
    for path in paths:
        kinds[path.rsplit("/", 2)[0]].append(path)
    return {path for some in kinds.values() for path in some[:1]} | {
        path for path in paths if path.startswith(("tentang/", "dimensi/"))
    }


def quietly(route: Route) -> None:
    """The theme's script left out, where only the page itself is looked at: it takes most of a visit's time."""
    route.fulfill(body="", content_type="text/javascript")


@pytest.mark.parametrize("policy", [None, POLICY], ids=["without policy", "with policy"])
def test_nothing_runs_on_any_page(browser: Browser, hostile: Built, policy: str | None) -> None:
    paths = addresses(hostile.site)
    whole = some_of_each_kind(paths)
    with serving(hostile.site, policy) as url, watched(browser, url) as (page, wrong):
        for is_whole in (True, False):
            if not is_whole:
                page.route("**/bundle.*.min.js", quietly)
            for path in paths:
                if (path in whole) is is_whole:
                    page.goto(url + path)
                    assert page.evaluate(TOUCH) == {**QUIET, "address": url + path}, path
                    assert wrong == [], path


@pytest.mark.parametrize("policy", [None, POLICY], ids=["without policy", "with policy"])
def test_a_reader_who_hovers_and_opens_sees_no_tooltip_and_stays(
    browser: Browser, hostile: Built, policy: str | None
) -> None:
    with serving(hostile.site, policy) as url, watched(browser, url) as (page, wrong):
        for path in ("tentang/tautan/", "serangan/details/", "program/bus-kota-reka/"):
            page.goto(url + path)
            for link in page.locator(
                "article :is(a, abbr, span, summary)[title]:visible, article p a:visible"
            ).all()[:5]:
                link.hover(force=True)
            for summary in page.locator("article summary:visible").all()[:3]:
                summary.click()
            page.mouse.move(0, 0)
            assert page.evaluate("[window.__ran ?? null, window.__refused]") == [None, []], path
            assert page.locator(".md-tooltip, .md-tooltip2").count() == 0
            assert (page.url, wrong) == (url + path, [])


@pytest.mark.parametrize("policy", [None, POLICY], ids=["without policy", "with policy"])
def test_search_results_show_payloads_as_words(browser: Browser, hostile: Built, policy: str | None) -> None:
    with serving(hostile.site, policy) as url, watched(browser, url) as (page, wrong):
        for query in ("onerror", "script", "reka"):
            page.goto(url + "tentang/", wait_until="networkidle")
            page.locator("input.md-search__input").click()
            page.locator("input.md-search__input").press_sequentially(query, delay=30)
            results = page.locator(".md-search-result__list")
            results.locator("mark", has_text=query).first.wait_for(state="attached")
            assert results.locator(FOREIGN).count() == 0, query
            assert page.evaluate(TOUCH) == {**QUIET, "address": url + "tentang/"}, query
            assert wrong == [], query
        page.goto(url + (results.locator("a").first.get_attribute("href") or "").removeprefix(url))
        assert page.evaluate(TOUCH)["ran"] is None
        assert wrong == []


def test_no_evasion_runs_or_reaches_another_host(browser: Browser, evasions: Built) -> None:
    with serving(evasions.site, None) as url, watched(browser, url) as (page, wrong):
        for path in addresses(evasions.site):
            if path.startswith("tentang/"):
                page.goto(url + path, wait_until="networkidle")
                for link in page.locator("article a[href^=javascript]").all():
                    link.click()
                assert page.evaluate("window.__ran ?? null") is None, path
                assert wrong == [], path
