"""Asks axe-core what hinders a reader on the page that a browser shows.

axe-core comes inside a Python package and is handed to the page by the browser's own protocol, so the
page's policy does not stop it and nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Everything up to WCAG 2.2 AA, and what axe's makers advise beyond it."""

EVERYTHING: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}}
"""All rules of `TAGS`."""

BUT_CONTRAST = {**EVERYTHING, "rules": {"color-contrast": {"enabled": False}}}
"""The same without contrast of text, which takes most of the time and which contrast.py judges too."""

COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["link-in-text-block"]}}
"""What besides contrast can change when only the colours do."""

RUN = """async ([within, options]) => {
  const told = await axe.run(within, { ...options, resultTypes: ["violations"], iframes: false });
  return told.violations.flatMap(rule => rule.nodes.map(node => [
    rule.id, node.impact || rule.impact, node.target.flat().join(" "),
    [...node.any, ...node.all, ...node.none].map(check => check.message).join("; "),
  ]));
}"""
"""One run over a part of the document; each violation as rule, impact, selector, reasons."""


@dataclass(frozen=True, order=True)
class Hindrance:
    """One element that breaks one rule."""

    rule: str
    impact: str
    selector: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}) {self.selector}: {self.why}"


@cache
def script() -> str:
    """The source of axe-core, some 570 kB."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def hindrances(page: Page, asked: dict[str, Any], within: str = "html") -> list[Hindrance]:
    """What axe-core finds on the page as it stands, or in a part of it; `asked` is one of the constants above."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(script())
    return sorted(Hindrance(*found) for found in page.evaluate(RUN, [within, asked]))
