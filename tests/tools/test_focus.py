"""Breaks small pages and asks whether the walk with the Tab key sees it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.tools.focus import faults_of, walk

pytestmark = pytest.mark.browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    context = browser.new_context()
    yield context
    context.close()


RING = "a:focus { outline: 3px solid #003; outline-offset: 1px }"

BROKEN = {
    "is off the screen": RING + "#b { position: fixed; left: -900px }",
    "is too small to see": RING + "#b { position: absolute; width: 1px; height: 1px; overflow: hidden }",
    "is covered by p.": RING + "p { position: fixed; inset: 0; background: #fff } #b { position: static }",
    "is transparent": RING + "#b { opacity: 0 }",
    "has no ring": RING + "#b:focus { outline: none }",
    "has a ring that is lost": RING + "#b:focus { outline-color: #ccc }",
    "which stands below it": RING
    + "#b { position: absolute; top: 5px } #a { top: 60px; position: absolute }",
}


@pytest.mark.parametrize("fault", BROKEN)
def test_the_walk_sees_what_is_wrong_with_a_page(fault: str, context: BrowserContext) -> None:
    page = context.new_page()
    links = '<a id="a" href="#a">Satu satu</a> <br><br> <a id="b" href="#b">Dua dua dua</a> <br> <a href="#c">Tiga tiga</a>'
    page.set_content(f"<style>body {{ padding: 40px }} {BROKEN[fault]}</style><main>{links}<p></p></main>")
    assert any(fault in found for found in faults_of(list(walk(page))))
    page.close()
    page = context.new_page()
    page.set_content(f"<style>body {{ padding: 40px }} {RING}</style><main>{links}</main>")
    assert faults_of(list(walk(page))) == []


def test_the_walk_notices_a_page_that_holds_the_focus(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_content('<main><a href="#a">Satu satu</a> <a href="#b">Dua dua</a></main>')
    page.evaluate(
        "document.addEventListener('keydown', e => { e.preventDefault(); document.links[0].focus(); })"
    )
    with pytest.raises(AssertionError, match="does not leave the page"):
        list(walk(page))
