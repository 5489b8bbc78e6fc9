"""What Lighthouse says of three pages of each site, as a middling phone on a slow line meets them."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site.built_page import page_at
from tests.tools.audit import modules, node
from tests.tools.browser import find
from tests.tools.nginx import Server, required, serving
from tests.tools.wire import largest_of_each_kind

pytestmark = [pytest.mark.slow, pytest.mark.browser]

RUNS = 5
PERFORMANCE = 0.98
"""At least, of 1."""
LARGEST_PAINT = 1500
"""Milliseconds at most until the largest thing of the first screen is drawn."""
WHOLE = ("accessibility", "best-practices", "seo")
"""Without a fault."""


def looked_at(site: Path) -> list[str]:
    """Home, and the largest program and kelurahan page."""
    return ["", *(path for path in largest_of_each_kind(site) if page_at(site, path).kind in ("program", "kelurahan"))]  # fmt: skip


@pytest.fixture(scope="module")
def server(any_site: Path) -> Iterator[Server]:
    """The site on a real server."""
    with serving(required(), any_site, looked_at(any_site)) as running:
        yield running


def told(url: str, *categories: str) -> dict[str, Any]:
    """Lighthouse's report of one visit; mobile, throttled by calculation."""
    browser = find()
    assert browser, "tidak ada peramban; jalankan `make audit`, yang memasangnya"
    root = " --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    flags = f"--headless=new --disable-gpu --disable-background-networking --disable-component-update --disable-sync{root}"
    done = subprocess.run(
        [
            node(), str(modules() / "lighthouse" / "cli" / "index.js"), url, "--quiet", "--output=json",
            "--output-path=stdout", f"--only-categories={','.join(categories)}", f"--chrome-flags={flags}",
        ],
        env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def faults(report: dict[str, Any], category: str) -> set[str]:
    """The names of the audits that cost a category points."""
    counted = [audit["id"] for audit in report["categories"][category]["auditRefs"] if audit["weight"]]
    return {name for name in counted if report["audits"][name]["score"] not in (None, 1)}


@pytest.mark.parametrize("number", range(3), ids=["beranda", "kelurahan", "program"])
def test_lighthouse_finds_nothing_to_better(any_site: Path, server: Server, number: int) -> None:
    path = looked_at(any_site)[number]
    report = told(server.url + path, *WHOLE)
    hidden = page_at(any_site, path).tree.css('meta[name="robots"][content="noindex"]')
    # A site that asks to be left out of search cannot be found by it: that is meant.
    meant = {"is-crawlable"} if hidden else set()
    assert {name: faults(report, name) for name in WHOLE} == {**{name: set() for name in WHOLE}, "seo": meant}


@pytest.mark.parametrize("number", range(3), ids=["beranda", "kelurahan", "program"])
def test_pages_are_soon_there(any_site: Path, server: Server, number: int) -> None:
    path = looked_at(any_site)[number]
    reports = [told(server.url + path, "performance") for _ in range(RUNS)]
    scores = [report["categories"]["performance"]["score"] for report in reports]
    paints = [report["audits"]["largest-contentful-paint"]["numericValue"] for report in reports]
    assert statistics.median(paints) <= LARGEST_PAINT, f"/{path}: {[round(paint) for paint in paints]} mdtk"
    assert statistics.median(scores) >= PERFORMANCE, f"/{path}: {scores}"
