"""The hostile city in a real browser, with and without the policy: nothing runs, nothing is asked for, nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from content_tools.pages import frame
from tests.attack.conftest import Built
from tests.attack.hostile import payloads
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
    if (element.matches(".sort")) element.click();
    if (!element.closest("a[href]") && !element.matches("label, input, button, select, option"))
      element.dispatchEvent(new MouseEvent("click", {bubbles: false, cancelable: true}));
  }
  const count = (selector) => document.querySelectorAll(selector).length;
  return {
    ran: window.__ran ?? null,
    refused: window.__refused,
    address: location.href,
    landmarks: [count("body > header.site-head"), count("main"), count("body > footer.site-foot")],
    main: document.getElementById("isi").localName,
    search: document.getElementById("cari-kepala").closest("header") !== null,
    heading: count("main h1") > 0,
    emptyTables: count("table") - count("table:has(tr)"),
  };
}"""
"""Hovers over, focuses and clicks every element that is no link, toggles details, sorts, and looks around."""

FOREIGN = (
    "img, script, svg[onload], iframe, video, form, style, meta, base, [onerror], [onmouseover], [style]"
)
"""What a result or a chosen filter would hold if a payload had become markup."""

QUIET = {
    "ran": None,
    "refused": [],
    "landmarks": [1, 1, 1],
    "main": "main",
    "search": True,
    "heading": True,
    "emptyTables": 0,
}


# What runs, runs without the policy: every page is opened so; with it, which refuses more, every third is enough.
BOTH = pytest.mark.parametrize("policy", [None, POLICY], ids=["without policy", "with policy"])
"""What reaches a page is harmless by itself; the policy comes on top."""


@contextmanager
def watched(browser: Browser, url: str, policy: str | None = POLICY) -> Iterator[tuple[Page, list[str]]]:
    """A tab, and what went wrong in it: dialogs, errors, requests that leave the site or reach a canary.

    Without a policy the one that each page brings is not obeyed either.
    """
    page, wrong = browser.new_page(bypass_csp=policy is None), []
    page.add_init_script(WATCH)
    page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
    page.on("popup", lambda popup: wrong.append(f"popup {popup.url}"))

    def asked(address: str) -> None:
        if "canary" in urlsplit(address).path or not address.startswith((url, "data:")):
            wrong.append(f"request {address}")

    page.on("request", lambda request: asked(request.url))
    yield page, wrong
    page.close()


def addresses(site: Path) -> list[str]:
    """Every page of a site that shows records, as a path; of the fixed pages about messages one stands for all."""
    paths = [
        page.relative_to(site).as_posix().removesuffix("index.html")
        for page in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in page.read_text("utf-8")
    ]
    return [path for path in paths if "/pesan/mp" not in path or path.endswith("/mp101/")]


@BOTH
def test_this_watch_would_see_what_runs_and_what_is_refused(
    browser: Browser, tmp_path: Path, policy: str | None
) -> None:
    texts = "".join(payloads("markup.txt")[name] for name in ("img", "iframe", "details"))
    head = f'<meta http-equiv="Content-Security-Policy" content="{frame.POLICY}">'
    (tmp_path / "index.html").write_text(f"<head>{head}</head><article>{texts}</article>", "utf-8")
    (tmp_path / "rusak.png").write_bytes(b"rusak")
    with serving(tmp_path, policy) as url, watched(browser, url, policy) as (page, wrong):
        page.goto(url, wait_until="networkidle")
        page.evaluate("document.querySelector('details').open = true")
        page.wait_for_timeout(200)
        ran, refused = page.evaluate("[window.__ran ?? null, window.__refused]")
    if policy is None:
        assert (ran, refused) == ("details", [])
    else:
        assert ran is None
        assert len(refused) > 2
        assert len(wrong) > 2


@BOTH
def test_nothing_runs_on_any_page(browser: Browser, hostile: Built, policy: str | None) -> None:
    with serving(hostile.site, policy) as url, watched(browser, url, policy) as (page, wrong):
        for path in list(addresses(hostile.site))[:: 3 if policy else 1]:
            page.goto(url + path)
            assert page.evaluate(TOUCH) == {**QUIET, "address": url + path}, path
            assert wrong == [], path


@BOTH
def test_a_reader_who_hovers_and_opens_sees_nothing_new_and_stays(
    browser: Browser, hostile: Built, policy: str | None
) -> None:
    with serving(hostile.site, policy) as url, watched(browser, url, policy) as (page, wrong):
        for path in ("tentang/tautan/", "serangan/details/", "serangan/kait/", "program/bus-kota-reka/"):
            page.goto(url + path)
            before = page.evaluate("document.querySelectorAll('*').length")
            for link in page.locator(
                "article :is(a, abbr, span, summary)[title]:visible, article p a:visible"
            ).all()[:5]:
                link.hover(force=True)
            for summary in page.locator("article summary:visible").all()[:3]:
                summary.click()
            page.mouse.move(0, 0)
            assert page.evaluate("[window.__ran ?? null, window.__refused]") == [None, []], path
            assert page.evaluate("document.querySelectorAll('*').length") == before, path
            assert (page.url, wrong) == (url + path, [])


@pytest.mark.parametrize(
    "path", ["serangan/kait/", "serangan/kait-formulir/", "tentang/susunan/", "tentang/judul/"]
)
def test_raw_markup_takes_over_neither_skip_link_nor_menu_nor_colours(
    browser: Browser, hostile: Built, path: str
) -> None:
    with serving(hostile.site) as url, watched(browser, url) as (page, wrong):
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(url + path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.matches('body > main')")
        page.locator("header summary").click()
        page.locator("header nav :focus").wait_for(timeout=10_000)
        page.keyboard.press("Escape")
        assert not page.locator("header details").evaluate("one => one.open")
        scheme = page.locator("html").get_attribute("data-md-color-scheme")
        page.locator("header button[aria-pressed]").click()
        assert page.locator("html").get_attribute("data-md-color-scheme") != scheme
        assert page.locator("article [aria-sort], article table:not(.records) button").count() == 0
        assert wrong == []


@BOTH
def test_search_shows_payloads_as_words(browser: Browser, hostile: Built, policy: str | None) -> None:
    with serving(hostile.site, policy) as url, watched(browser, url, policy) as (page, wrong):
        page.goto(url + "cari/")
        results = page.locator("ol.results__list > li")
        for query in ("onerror", "script", "reka"):
            page.locator("#cari-isi").fill(query)
            page.locator("#cari-isi").press("Enter")
            expect(page.locator("[data-found]")).to_have_text(re.compile(rf"^\d+ hasil untuk “{query}”$"))
            expect(results.filter(has_text=query).first).to_be_visible()
            assert results.locator(FOREIGN).count() == 0, query
        page.locator("#cari-isi").press_sequentially(" on")
        assert page.locator(".suggestions :is(" + FOREIGN + ")").count() == 0
        # A suggestion that is touched leads away.
        page.locator("#cari-isi").blur()
        assert page.evaluate(TOUCH) == {**QUIET, "address": url + "cari/?q=reka"}
        page.goto(url + "cari/?q=script")
        results.locator("a").first.click()
        page.wait_for_url(lambda address: "/cari/" not in address)
        expect(page.locator("article > .marked")).to_be_attached()
        page.get_by_role("button", name="Hapus sorotan").click()
        assert page.evaluate(TOUCH)["ran"] is None
        assert wrong == []


@BOTH
def test_an_address_with_a_payload_puts_only_words_on_the_page(
    browser: Browser, hostile: Built, policy: str | None
) -> None:
    with serving(hostile.site, policy) as url, watched(browser, url, policy) as (page, wrong):
        for number, (name, text) in enumerate(list(payloads().items())[:: 3 if policy else 1]):
            page.goto(f"{url}cari/?q={quote(text)}#{quote(text)}")
            expect(page.locator("[data-found]")).to_contain_text("“")
            asked = " ".join(page.locator("[data-found]").inner_text().split())
            assert f"“{' '.join(text.split())}”" in asked, name
            found = page.locator("[data-found], [data-meant], [data-results] ol")
            assert found.locator(FOREIGN).count() == 0, name
            # The one answers from the address alone as the other does: each takes every second payload.
            if number % 2:
                page.goto(f"{url}tentang/tautan/?sorot={quote(text)}#{quote(text)}")
                expect(page).to_have_url(re.compile("^[^?]*(#.*)?$"))
                assert page.locator(".marked :is(" + FOREIGN + "), mark *").count() == 0, name
            else:
                page.goto(f"{url}program/?kata={quote(text)}&topik={quote(text)}&status={quote(text)}")
                chosen = page.locator(".filters__chosen li")
                expect(chosen).to_have_count(1)
                assert " ".join(text.split()) in " ".join((chosen.text_content() or "").split()), name
                assert page.locator(".filters__chosen :is(" + FOREIGN + ")").count() == 0, name
                chosen.locator("button").click()
                expect(page.locator("#daftar tbody tr").first).to_be_visible()
            assert page.evaluate("[window.__ran ?? null, window.__refused]") == [None, []], name
            assert wrong == [], name


def test_no_evasion_runs_or_reaches_another_host(browser: Browser, evasions: Built) -> None:
    with serving(evasions.site, None) as url, watched(browser, url, None) as (page, wrong):
        for path in addresses(evasions.site):
            if path.startswith("tentang/"):
                page.goto(url + path, wait_until="networkidle")
                for link in page.locator("article a[href^=javascript]").all():
                    link.click()
                assert page.evaluate("window.__ran ?? null") is None, path
                assert wrong == [], path
