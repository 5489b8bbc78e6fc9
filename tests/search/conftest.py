"""What the tests of the search share: one city's index, and a browser page that has loaded it from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from content_tools.insight.facts import Facts
from content_tools.pages.all import all_pages
from content_tools.pages.press import Press
from content_tools.reading.plan import read_plan
from content_tools.search.index import SearchIndex, search_index
from tests.conftest import ROOT

HERE = Path(__file__).parent


def press_of(data: Path, docs: Path) -> Press:
    """A press of the records in a folder, on the day of the tests."""
    plan, problems = read_plan(data)
    assert plan is not None, problems
    return Press(Facts(plan, date(2026, 11, 24)), docs)


def pairs(name: str) -> list[tuple[str, str]]:
    """The two columns of a table beside the tests."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1]) for row in rows]


@pytest.fixture(scope="session")
def metro_press() -> Press:
    """The press of the city this site is about."""
    return press_of(ROOT / "data", ROOT / "docs")


@pytest.fixture(scope="session")
def metro_index(metro_press: Press) -> SearchIndex:
    """Its search."""
    return search_index(metro_press, all_pages(metro_press))


def opened(browser: Browser, index: SearchIndex, folder: Path) -> Page:
    """An empty page, opened from a folder, that has loaded a search."""
    for address, content in index.files.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)
    (folder / "kosong.html").write_text(
        f'<!doctype html><meta charset="utf-8"><title>x</title><script src="{index.engine}"></script>',
        "utf-8",
    )
    page = browser.new_page()
    page.goto((folder / "kosong.html").as_uri())
    return page


@pytest.fixture(scope="module")
def asked(
    browser: Browser, metro_index: SearchIndex, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A page that can ask this city's search."""
    page = opened(browser, metro_index, tmp_path_factory.mktemp("cari"))
    yield page
    page.close()
