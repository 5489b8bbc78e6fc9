"""Asks axe-core and our own contrast judge about pages as readers meet them: narrow, wide, light, dark, folded, open.

Asking everything takes minutes. So in the daily run contrast is judged by tests/tools/contrast.py alone, which sees more
than axe-core in a tenth of the time, and each page is asked in the states that can differ; `make audit` asks both, on
every page, and opens every menu.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import taking_turns
from tests.site.built_page import one_of_each_kind, pages_of
from tests.tools.axe import BUT_CONTRAST, COLOURS, EVERYTHING, hindrances
from tests.tools.contrast import judge
from tests.tools.findings import Findings
from tests.tools.unfold import OPEN_OVER, open_over, unfold

pytestmark = pytest.mark.browser

LOOKS = [(320, "light"), (1280, "light"), (1280, "dark"), (360, "dark")]
"""Widths in CSS pixels, and the colours the device asks for."""

AIDS = ".grid, .line-year, .bar-open"
"""Lines that only help to read a drawing: what they show stands in words beside it."""


@contextmanager
def reading(browser: Browser, width: int, colours: str) -> Iterator[Page]:
    """A page in a fresh profile with one look."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def weak(page: Page) -> Iterator[str]:
    """What is too faint on the page as it stands."""
    judgement = judge(page, AIDS)
    assert judgement.judged > 20, f"{page.url}: hanya {judgement.judged} yang dinilai"
    yield from map(str, judgement.weak)


ALL = ("loaded", "unfolded", "menus")
"""The states of a page: as it comes, with all that is folded opened, with each menu opened over it."""


def faults(page: Page, asked: dict[str, Any], states: Collection[str]) -> Iterator[str]:
    """What hinders readers on a page just loaded; axe-core is asked in these states.

    Unfolding only adds to what is shown, so contrast is judged once everything is open.
    """
    if "loaded" in states:
        yield from map(str, hindrances(page, asked))
    if (unfold(page) or "loaded" not in states) and "unfolded" in states:
        yield from map(str, hindrances(page, asked))
    yield from weak(page)
    number = 0
    while "menus" in states and open_over(page, number):
        # Below a menu's edge things are half covered, which is no fault of theirs: axe looks inside the menu.
        yield from map(str, hindrances(page, asked, OPEN_OVER))
        yield from weak(page)
        number += 1


@pytest.mark.parametrize(("city", "look"), taking_turns(LOOKS))
def test_nothing_on_any_kind_of_page_hinders_a_reader(
    city: str, look: tuple[int, str], browser: Browser, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    # Colours change no other answer, so the dark looks ask only about colours.
    asked = BUT_CONTRAST if look[1] == "light" else COLOURS
    found = Findings()
    with reading(browser, *look) as page:
        for path in one_of_each_kind(site):
            page.goto(url + path)
            # On a desk most is open when it comes; the menu is the same on every page, and opened on the first.
            states = ["loaded"] if look == (1280, "light") else ["unfolded"]
            found.add(path, faults(page, asked, states if path else ALL))
    found.none_expected()


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
@pytest.mark.parametrize("city", ["metro", "example"])
def test_nothing_on_any_page_hinders_a_reader(
    city: str, look: tuple[int, str], browser: Browser, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    found = Findings()
    with reading(browser, *look) as page:
        for built in pages_of(site):
            page.goto(url + built.path)
            found.add(built.path, faults(page, EVERYTHING, ALL if look[1] == "light" else ["unfolded"]))
    found.none_expected()
