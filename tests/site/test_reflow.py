"""Nothing is lost on a narrow screen, with large letters, or with a reader's own text spacing; targets can be hit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import taking_turns
from tests.site.built_page import one_of_each_kind
from tests.tools.findings import Findings
from tests.tools.layout import (
    clipped,
    enlarge_text,
    low_targets,
    overlapping,
    sideways,
    small_targets,
    space_text,
    targets,
)
from tests.tools.unfold import OPEN_OVER, open_over, unfold

pytestmark = pytest.mark.browser

LATER = pytest.mark.slow
"""The other city is asked in `make audit`."""

MAIN = (
    "button, summary, input:not([type=hidden]), select, textarea, body > header a, .tile a, .card__name a, "
    ".tilemap__name"
)
"""What readers tap most: 44 px high on a phone."""


@pytest.fixture
def site(city: str, request: pytest.FixtureRequest) -> Path:
    """The city's built site."""
    folder: Path = request.getfixturevalue(f"{city}_site")
    return folder


@pytest.fixture
def url(city: str, request: pytest.FixtureRequest) -> str:
    """Where it is served."""
    address: str = request.getfixturevalue(f"{city}_url")
    return address


@contextmanager
def opened(browser: Browser, width: int) -> Iterator[Page]:
    """A page in a fresh profile, so wide."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    yield context.new_page()
    context.close()


def lost(page: Page) -> list[str]:
    """What does not fit."""
    return [*sideways(page), *clipped(page), *overlapping(page)]


@pytest.mark.parametrize("city", ["metro", pytest.param("example", marks=LATER)])
def test_a_small_phone_shows_everything_also_with_wider_text(browser: Browser, site: Path, url: str) -> None:
    found = Findings()
    with opened(browser, 320) as page:
        for path in one_of_each_kind(site):
            page.goto(url + path)
            unfold(page)
            found.add(path, lost(page))
            space_text(page)
            found.add(path, (f"jarak teks lebar: {fault}" for fault in lost(page)))
    found.none_expected()


@pytest.mark.parametrize("city", [pytest.param("metro", marks=LATER), "example"])
def test_a_desk_shows_everything_with_letters_twice_as_large(browser: Browser, site: Path, url: str) -> None:
    found = Findings()
    with opened(browser, 1280) as page:
        for path in one_of_each_kind(site):
            page.goto(url + path)
            unfold(page)
            found.add(path, lost(page))
            enlarge_text(page, 2)
            found.add(path, (f"huruf 200 %: {fault}" for fault in lost(page)))
    found.none_expected()


@pytest.mark.parametrize(("city", "width"), taking_turns([360, 1280]))
def test_every_target_can_be_hit(browser: Browser, site: Path, url: str, width: int) -> None:
    found, seen = Findings(), 0
    with opened(browser, width) as page:
        for path in one_of_each_kind(site):
            page.goto(url + path)
            unfold(page)
            seen += len(targets(page))
            found.add(path, small_targets(page))
            if width == 360:
                found.add(path, (f"lebih rendah dari 44 px: {fault}" for fault in low_targets(page, MAIN)))
            number = 0
            while open_over(page, number):
                found.add(path, small_targets(page, OPEN_OVER))
                found.add(path, low_targets(page, f"{OPEN_OVER} a"))
                number += 1
    assert seen > 1000
    found.none_expected()
