"""How long a reader waits for the search on a slow line with a slow phone, in seconds.

The line is Chromium's: 150 ms until an answer begins, 1.6 Mbit/s down, 0.75 up; the page's own scripts run four times
slower. Workers are not slowed, which helps Pagefind and Material, who search in one. A new reader opens a program page first, so
that styles and scripts of the site are known; nothing of the search is.

- first: from the start of going to the page of results until a result is seen (ours `/cari/?q=…` with its whole list
  A-Z; Material a program page with `?q=…`, its way to come with a query; Pagefind an empty page)
- next: from handing over another query on that page until a new result is seen
- suggestion: from the fourth letter of a name until something new is seen: a name with us, a result with the others
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.search_peers import address
from tests.tools.nginx import Server

LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER = 4
PAUSE = 250
"""Milliseconds between letters before the one that is measured, on a fast line, for what they load."""

WATCH = """
addEventListener("keydown", event => { window.mulai = event.timeStamp; }, true);
window.tunggu = what => {
  window.tampak = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(what + " tidak tampak")), 60000);
    const look = () => {
      const seen = Array.from(document.querySelectorAll(what)).some(each => !each.lama && each.getClientRects().length);
      if (seen) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
  window.tampak.catch(() => {});
};
window.lagi = what => {
  document.querySelectorAll(what).forEach(each => { each.lama = true; });
  window.tunggu(what);
};
"""
"""`tunggu` promises when an element is first seen, frame by frame; `lagi` does not count those that are there already."""


@dataclass(frozen=True)
class Way:
    """How a reader searches on one of the sites."""

    before: str
    """The page that was opened before."""
    search: tuple[str, ...]
    """Addresses that belong to the search, with `*`: not loaded with the page before."""
    results: str
    """The address of the page of results, with the query at its end."""
    result: str
    """Which elements are results."""
    hand_over: str
    """JavaScript that hands over another query, as a function."""
    typing: str
    """The address of a page to type on."""
    field: str
    """The field to type in; empty when the search has none of its own and is called at each letter."""
    offered: str
    """Which elements are seen while typing."""


def ours(program: str) -> Way:
    """Our own form and list."""
    hand_over = """query => {
      const form = document.querySelector("[data-finder] form[role=search]");
      form.querySelector("input[name=q]").value = query;
      form.requestSubmit();
    }"""
    field = "[data-finder] form[role=search] input[name=q]"
    return Way(program, (), "cari/?q=", "[data-list] a", hand_over, "cari/", field, "[role=option]")


def material(program: str) -> Way:
    """Material's overlay."""
    hand_over = """query => {
      const field = document.querySelector("[data-md-component=search-query]");
      field.value = query;
      field.dispatchEvent(new KeyboardEvent("keyup"));
    }"""
    field, result = "[data-md-component=search-query]", ".md-search-result__item"
    return Way(
        program, ("*/search/*", "*/workers/*"), f"{program}?q=", result, hand_over, program, field, result
    )


def pagefind() -> Way:
    """Results on an empty page."""
    return Way("ukur/", (), "hasil/?q=", "li", "query => { window.cari(query); }", "hasil/", "", "li")


def _reader(browser: Browser) -> tuple[Page, CDPSession]:
    """A new reader."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    return page, session


def _slowed(session: CDPSession) -> None:
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _seen(page: Page) -> float:
    """When the element was seen that the page waits for, in milliseconds."""
    return float(page.evaluate("window.tampak"))


def results(
    browser: Browser, server: Server, way: Way, queries: tuple[str, str], known: bool = False
) -> tuple[float, float]:
    """Seconds to the first result and to that of the next query; `known`: what the page before loads of the search
    on its own was loaded too."""
    page, session = _reader(browser)
    session.send("Network.setBlockedURLs", {"urls": [] if known else list(way.search)})
    page.goto(address(server) + way.before, wait_until="networkidle" if known else "load")
    session.send("Network.setBlockedURLs", {"urls": []})
    page.add_init_script(f"window.tunggu({way.result!r})")
    _slowed(session)
    page.goto(address(server) + way.results + quote(queries[0]), wait_until="commit")
    first = _seen(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(
        f"query => {{ window.lagi({way.result!r}); window.mulai = performance.now(); ({way.hand_over})(query); }}",
        queries[1],
    )
    following = _seen(page) - page.evaluate("window.mulai")
    page.context.close()
    return first / 1000, following / 1000


def suggestion(browser: Browser, server: Server, way: Way, word: str) -> float:
    """Seconds from the fourth letter of a word to what is offered."""
    page, session = _reader(browser)
    page.goto(address(server) + way.typing, wait_until="networkidle")
    if way.field:
        page.focus(way.field)

    def typed(length: int) -> None:
        if way.field:
            page.keyboard.press(word[length - 1])
        else:
            page.evaluate(
                f"word => {{ window.mulai = performance.now(); ({way.hand_over})(word); }}", word[:length]
            )

    for length in (1, 2, 3):
        typed(length)
        page.wait_for_timeout(PAUSE)
    _slowed(session)
    page.evaluate("what => window.lagi(what)", way.offered)
    typed(4)
    waited = _seen(page) - page.evaluate("window.mulai")
    page.context.close()
    return waited / 1000
