"""Judges the contrast of everything a page shows, also what axe-core leaves undecided.

Texts, texts in drawings, placeholders and typed words: 4.5 : 1, or 3 : 1 from 24 px (bold: 18.66 px) on.
Edges of fields and shapes in drawings: 3 : 1. How it is reckoned stands in contrast.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page


@dataclass(frozen=True, order=True)
class Weak:
    """Something too faint, and how often the same thing stands on the page."""

    kind: str
    selector: str
    text: str
    ink: str
    """`#rrggbb`, as blended; empty when a picture lies behind, which nobody can judge here."""
    ground: str
    ratio: float
    needed: float
    count: int

    def __str__(self) -> str:
        shown = int(self.ratio * 100) / 100
        return f"{self.kind} {self.ink} di atas {self.ground}: {shown} : 1, perlu {self.needed} : 1; {self.count} × {self.selector} “{self.text}”"


@dataclass(frozen=True)
class Judgement:
    """What was looked at on one page."""

    judged: int
    """How many texts, fields and shapes; a page where nothing was judged has not passed."""
    weak: tuple[Weak, ...]


@cache
def _script() -> str:
    return Path(__file__).with_suffix(".js").read_text("utf-8")


def judge(page: Page, aids: str = "") -> Judgement:
    """The page as it stands. `aids`: a selector of lines that only help to read a drawing; they may be faint."""
    told = page.evaluate(_script(), aids)
    return Judgement(told["judged"], tuple(sorted(Weak(**found) for found in told["found"])))
