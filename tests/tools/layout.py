"""Asks a page how it is laid out: does it scroll sideways, is text lost, can targets be hit. See layout.js."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
    "p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""What WCAG 1.4.12 lets readers set. A sheet made by script is not stopped by the page's policy."""

LARGE_TEXT = """(times) => {
  const root = document.documentElement;
  root.style.fontSize = times * parseFloat(getComputedStyle(root).fontSize) + "px";
}"""


@cache
def _script() -> str:
    return Path(__file__).with_suffix(".js").read_text("utf-8")


def _asked(page: Page, question: str, selector: str = "") -> list[str]:
    return [str(line) for line in page.evaluate(_script(), [question, selector])]


def sideways(page: Page) -> list[str]:
    """What makes the document wider than the window; nothing when it does not scroll sideways."""
    return _asked(page, "sideways")


def clipped(page: Page) -> list[str]:
    """Elements that cut off a part of their text."""
    return _asked(page, "clipped")


def overlapping(page: Page) -> list[str]:
    """Lines of text that lie over other text."""
    return _asked(page, "overlapping")


def small_targets(page: Page, within: str = "body") -> list[str]:
    """Targets below 24 × 24 px, neither in a sentence nor with room around them (WCAG 2.5.8)."""
    return _asked(page, "small", within)


def low_targets(page: Page, selector: str) -> list[str]:
    """Of these targets, those lower than 44 px."""
    return _asked(page, "low", selector)


def targets(page: Page, selector: str = "") -> list[str]:
    """The words of all targets that are shown, or of those that fit."""
    return _asked(page, "targets", selector)


def space_text(page: Page) -> None:
    """Set the distances of WCAG 1.4.12."""
    page.evaluate(TEXT_SPACING)


def enlarge_text(page: Page, times: float) -> None:
    """Make the root's letters larger."""
    page.evaluate(LARGE_TEXT, times)
