"""What a reader's line carries: bytes and requests of pages that a browser opens, counted by the server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.site.built_page import BuiltPage, pages_of
from tests.tools.nginx import Answer, Server

SETTLED = 150
"""Milliseconds after loading in which a page may ask for more, on its own."""

PROGRAM = 55_000
"""Bytes of a program page for a reader who was never here before."""
REQUESTS = 8
ANY = 90_000
"""Bytes of any page for the same reader."""
SECOND = 12_000
"""Bytes of a second program page."""

ICONS = """async () => {
  for (const link of document.querySelectorAll("link[rel~=icon]")) await fetch(link.href).then(icon => icon.blob());
}"""
"""A browser without a window shows no icon in its tab and never asks for it; readers' browsers do."""


@dataclass(frozen=True)
class View:
    """One page opened."""

    path: str
    answers: tuple[Answer, ...]

    @property
    def bytes(self) -> int:
        """Heads and bodies of all answers."""
        return sum(answer.bytes for answer in self.answers)

    @property
    def uncompressed(self) -> list[str]:
        """What came without compression though text; what is not modified has no body."""
        texts = (".css", ".js", ".svg", ".html", "/")
        plain = [answer for answer in self.answers if answer.status == 200 and not answer.encoding]
        return [answer.address for answer in plain if answer.address.split("?")[0].endswith(texts)]

    def __str__(self) -> str:
        parts = ", ".join(
            f"{answer.address} {answer.bytes}" for answer in sorted(self.answers, key=lambda one: -one.bytes)
        )
        return f"/{self.path}: {kilobytes(self.bytes)} dalam {len(self.answers)} permintaan ({parts})"


def kilobytes(count: float) -> str:
    """`54,9 kB`, of 1,000 bytes."""
    return f"{count / 1000:.1f} kB".replace(".", ",")


def views(browser: Browser, server: Server, paths: Sequence[str]) -> list[View]:
    """The pages opened one after another by the same reader, who comes with an empty cache."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, seen = context.new_page(), []
    server.answers()
    for path in paths:
        page.goto(server.url + path)
        if not seen:
            page.evaluate(ICONS)
        page.wait_for_timeout(SETTLED)
        seen.append(View(path, tuple(server.answers())))
    context.close()
    return seen


def largest_of_each_kind(site: Path) -> list[str]:
    """The address of the largest page of every kind."""
    largest: dict[str, BuiltPage] = {}
    for page in pages_of(site):
        known = largest.get(page.kind)
        if known is None or len(page.html) > len(known.html):
            largest[page.kind] = page
    return sorted(page.path for page in largest.values())
