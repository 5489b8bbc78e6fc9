"""What pages weigh on the wire: nginx, brotli, HTTP/1.1, heads included; of every kind the largest page."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.built_page import kind_of, pages_of
from tests.tools.nginx import Server, required, serving
from tests.tools.wire import ANY, PROGRAM, REQUESTS, SECOND, View, kilobytes, largest_of_each_kind, views

pytestmark = pytest.mark.browser

SCRIPT = 12_000
"""Bytes of all scripts that a page loads, each by gzip."""


def too_much(seen: list[View], most: dict[str, int], otherwise: int) -> list[str]:
    """Every view above its budget, with all that was sent; budgets in bytes by kind."""
    return [
        f"{view}, boleh {kilobytes(most.get(kind_of(view.path), otherwise))}"
        for view in seen
        if view.bytes > most.get(kind_of(view.path), otherwise)
    ]


def two_programs(site: Path) -> tuple[str, str]:
    """The addresses of the largest program pages, the largest last."""
    programs = sorted(
        (page for page in pages_of(site) if page.kind == "program"), key=lambda page: len(page.html)
    )
    return programs[-2].path, programs[-1].path


@pytest.fixture(scope="module")
def server(any_site: Path) -> Iterator[Server]:
    """The site on a real server."""
    with serving(required(), any_site, {*largest_of_each_kind(any_site), *two_programs(any_site)}) as running:
        yield running


def test_the_first_page_a_reader_opens_is_light(any_site: Path, server: Server, browser: Browser) -> None:
    seen = [view for path in largest_of_each_kind(any_site) for view in views(browser, server, [path])]
    assert len(seen) > 15
    assert [view.uncompressed for view in seen if view.uncompressed] == []
    heavy = too_much(seen, {"program": PROGRAM}, ANY)
    assert not heavy, "\n" + "\n".join(heavy)
    many = [str(view) for view in seen if len(view.answers) > REQUESTS]
    assert not many, f"lebih dari {REQUESTS} permintaan:\n" + "\n".join(many)


def test_a_second_program_page_brings_hardly_more_than_its_words(
    any_site: Path, server: Server, browser: Browser
) -> None:
    first, second = two_programs(any_site)
    _, view = views(browser, server, [first, second])
    assert f"/{second}" in [answer.address for answer in view.answers]
    assert view.bytes <= SECOND, str(view)


def test_the_scripts_of_a_page_are_small(any_site: Path) -> None:
    @cache
    def weight(script: Path) -> int:
        return len(gzip.compress(script.read_bytes(), 9))

    weights = {
        page.path: sum(
            weight((any_site / page.path / (script.attributes["src"] or "")).resolve())
            for script in page.tree.css("script[src]")
        )
        for page in pages_of(any_site)
        if page.kind != "404"
    }
    assert min(weights.values()) > 0
    assert {path: kilobytes(bytes) for path, bytes in weights.items() if bytes > SCRIPT} == {}
