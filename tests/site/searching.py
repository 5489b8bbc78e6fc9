"""The page of results as tests see it: asked by its address or by its field, what it says, what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Page, expect

TOLD = "[data-found]"
"""The line that says how much was found."""

RESULTS = "ol.results__list > li"

LEFT = "net::ERR_ABORTED"
"""What a request says when the reader has gone on to the next page."""

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


@dataclass
class Reader:
    """A tab in a fresh profile, and what it asked for and complained about."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def search_files(self) -> list[str]:
        """The files of the search that were asked for, by name."""
        return [url.rpartition("/")[2] for url in self.asked if "/assets/cari." in url]


@contextmanager
def reading(browser: Browser, width: int = 1280, height: int = 800, **wishes: object) -> Iterator[Reader]:
    """A reader with a window of a size; `wishes` as Playwright's contexts take them."""
    context = browser.new_context(viewport={"width": width, "height": height}, **wishes)  # type: ignore[arg-type]
    page = context.new_page()
    reader = Reader(page)
    page.add_init_script(WATCH)
    page.on("request", lambda one: reader.asked.append(one.url))
    page.on("pageerror", lambda error: reader.complaints.append(f"error {error}"))
    page.on("dialog", lambda one: (reader.complaints.append(f"dialog {one.message}"), one.dismiss()))
    page.on("console", lambda said: _note(reader, said.type, said.text))
    page.on("requestfailed", lambda one: _note(reader, "error" if one.failure != LEFT else "", one.url))
    yield reader
    context.close()


def _note(reader: Reader, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        reader.complaints.append(text)


def answered(page: Page, query: str) -> int:
    """Wait for the answer to a query and its first results; how many there are, through the filters if any."""
    told = page.locator(TOLD)
    expect(told).to_have_text(re.compile(rf"untuk “{re.escape(query.strip())}”\.?$"))
    if found := re.match(r"\d+", told.text_content() or ""):
        count = int(found[0])
        expect(page.locator(RESULTS)).to_have_count(min(count, 10))
        return count
    return 0


def results(page: Page, url: str, query: str, more: str = "") -> int:
    """Open the page of results by its address; how many there are. `more`: filters, as in the address."""
    page.goto(f"{url}cari/?q={quote(query)}{more}")
    return answered(page, query)


def ask(page: Page, query: str) -> int:
    """Write a query into the field of the page of results and send it; how many results there are."""
    page.locator("#cari-isi").fill(query)
    page.locator("#cari-isi").press("Enter")
    return answered(page, query)


def titles(page: Page) -> list[str]:
    """The names of the results that are shown, in their order."""
    return page.locator(f"{RESULTS} h2").all_text_contents()


def asked_for(page: Page) -> str:
    """What the address asks for."""
    return urlsplit(page.url).query
