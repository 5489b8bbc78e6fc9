"""Looks at pages as a reader does who lets the system choose the colours, or asks that nothing moves."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.site.built_page import FULLEST, one_of_each_kind
from tests.tools.focus import walk
from tests.tools.unfold import unfold

pytestmark = pytest.mark.browser

SHAPES = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  const clear = paint => paint === "none" || paint === canvas || /^rgba\\(.*, 0\\)$/.test(paint);
  const found = [];
  for (const shape of document.querySelectorAll("svg :is(rect, path, circle, line, polyline, polygon, ellipse, text)")) {
    if (!shape.closest("defs") && !shape.checkVisibility()) continue;
    const style = getComputedStyle(shape), look = shape.getAttribute("class") || shape.closest("svg").getAttribute("class");
    found.push([look || shape.localName, clear(style.fill) && (clear(style.stroke) || parseFloat(style.strokeWidth) === 0)]);
  }
  return found;
}"""
"""Every shape that is drawn or fills a drawn one: its look, and whether it is painted in nothing but the ground."""

GROUNDS = {"pattern-ground"}
"""What is meant to be the ground: under the lines of a pattern."""

EDGES = """() => [...document.querySelectorAll("button:not(.sort), input, select, textarea, header summary")]
  .filter(control => control.checkVisibility()).map(control => {
    const style = getComputedStyle(control), ground = getComputedStyle(document.body).backgroundColor;
    const edges = ["Top", "Right", "Bottom", "Left"].filter(side => style[`border${side}Style`] !== "none"
      && parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Color`] !== ground);
    return [control.outerHTML.slice(0, 60), edges.length];
  })"""
"""Every control that is shown, and how many of its edges are drawn."""

BOXES = """shapes => shapes.filter(shape => shape.checkVisibility()).map(shape => {
  const box = shape.getBoundingClientRect();
  return [shape.getAttribute("class"), [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY]];
})"""

MOTION = """() => {
  const longest = times => Math.max(...times.split(",").map(time => parseFloat(time) * (/ms\\s*$/.test(time) ? 0.001 : 1)));
  const moving = [];
  for (const part of document.querySelectorAll("*")) for (const pseudo of [null, "::before", "::after"]) {
    const style = getComputedStyle(part, pseudo);
    if (pseudo && style.content === "none") continue;
    if ((style.transitionProperty !== "none" && longest(style.transitionDuration) > 0.01)
      || (style.animationName !== "none" && longest(style.animationDuration) > 0.01)
      || style.scrollBehavior !== "auto") moving.push(part.localName + "." + (part.getAttribute("class") || "") + (pseudo || ""));
  }
  return [...new Set(moving)];
}"""
"""What would move on the page: for longer than a hundredth of a second, or by scrolling smoothly."""

Open = Callable[[str], Page]


@pytest.fixture(params=["light", "dark"])
def forced(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens addresses in a browser whose system chose all colours: black on white, or white on black."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        forced_colors="active",
        color_scheme=request.param,
        reduced_motion="reduce",
    )

    def opened(url: str) -> Page:
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    context.close()


@pytest.mark.parametrize(
    ("city", "drawn"),
    [
        ("metro", ("icon", "bar bar--berjalan", "bar bar--planned", "line-news", "line-today")),
        (
            "example",
            ("icon", "bar bar--selesai", "bar bar--tidak-diketahui", "series series--1", "point point--1"),
        ),
    ],
)
def test_every_shape_keeps_a_colour_that_is_not_the_ground(
    city: str, drawn: tuple[str, ...], forced: Open, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    page = forced(request.getfixturevalue(f"{city}_url"))
    looks: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for path in one_of_each_kind(site):
        page.goto(request.getfixturevalue(f"{city}_url") + path)
        unfold(page)
        for look, is_lost in page.evaluate(SHAPES):
            looks[look] += 1
            lost[look] += is_lost and look not in GROUNDS
    assert +lost == Counter()
    assert [
        look for look in (*drawn, "pattern-stripes", "pattern-dots", "pattern-cross") if not looks[look]
    ] == []


def ink(picture: Image.Image, box: list[float], dark_ground: bool) -> float:
    """Share of the pixels inside a box, but for its outermost two, that are not of the ground's colour."""
    left, top, right, bottom = (round(side) for side in box)
    if right - left > 5 and bottom - top > 5:
        left, top, right, bottom = left + 2, top + 2, right - 2, bottom - 2
    levels = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1))).tobytes()
    return sum((level > 127) is dark_ground for level in levels) / len(levels)


def inked(page: Page, selector: str) -> list[tuple[str, float]]:
    """Every shape that fits, and how much of its box a screenshot shows painted."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L")
    dark_ground = picture.getpixel((2, picture.height // 2)) == 0
    boxes = page.locator(selector).evaluate_all(BOXES)
    return [(look, ink(picture, box, dark_ground)) for look, box in boxes]


@pytest.mark.parametrize(
    ("path", "selector", "least"),
    [
        ("", "main svg.icon", 0.1),
        ("", "header svg.icon", 0.1),
        ("peta-jalan/tata-kelola/", "svg.bar-row rect.bar", 0.15),
        ("program/bus-kota-reka/", "svg.bar-row rect.bar", 0.3),
        ("indikator/ph-sungai/", ".chart .series", 0.01),
        ("indikator/ph-sungai/", ".chart .point", 0.5),
    ],
)
def test_a_picture_of_the_page_shows_icons_bars_lines_and_points(
    example_url: str, path: str, selector: str, least: float, forced: Open
) -> None:
    shapes = inked(forced(example_url + path), selector)
    assert len(shapes) >= 2
    assert [(look, share) for look, share in shapes if share < least] == []


def test_bars_are_told_apart_by_their_patterns(example_url: str, forced: Open) -> None:
    share = dict(inked(forced(example_url + "peta-jalan/tata-kelola/"), ".legend-sample rect.bar"))
    running, planned, silent = (
        share[f"bar bar--{look}"] for look in ("berjalan", "planned", "tidak-diketahui")
    )
    assert running > 0.95
    assert 0.35 < planned < 0.75
    assert 0.1 < silent < 0.35


@pytest.mark.parametrize("path", ["", "program/", "cari/", FULLEST])
def test_every_control_keeps_its_edges(metro_url: str, path: str, forced: Open) -> None:
    page = forced(metro_url + path)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        controls = page.evaluate(EDGES)
        assert len(controls) >= 3
        # A field and the button beside it share one edge.
        assert [control for control, edges in controls if edges < 3] == []


def test_the_ring_of_the_keyboard_is_seen_in_forced_colours(metro_url: str, forced: Open) -> None:
    stops = list(walk(forced(metro_url + FULLEST)))
    assert len(stops) > 30
    assert [f"{stop} {fault}" for stop in stops for fault in stop.faults] == []


@pytest.fixture
def moving(browser: Browser) -> Iterator[Callable[[str, str], list[str]]]:
    """What moves at an address for a reader with a wish about motion."""
    pages = {
        wish: browser.new_context(reduced_motion=wish).new_page() for wish in ("reduce", "no-preference")
    }  # type: ignore[arg-type]

    def found(url: str, wish: str) -> list[str]:
        pages[wish].goto(url)
        unfold(pages[wish])
        parts: list[str] = pages[wish].evaluate(MOTION)
        return parts

    yield found
    for page in pages.values():
        page.context.close()


def test_nothing_moves_for_a_reader_who_asked_for_that(
    metro_site: Path, metro_url: str, moving: Callable[[str, str], list[str]]
) -> None:
    found = {path: moving(metro_url + path, "reduce") for path in one_of_each_kind(metro_site)}
    assert {path: parts for path, parts in found.items() if parts} == {}
    assert "html.js" in moving(metro_url, "no-preference")
