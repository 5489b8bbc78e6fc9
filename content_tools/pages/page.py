"""A page of the site: where it is, what it is called, how its body comes about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from content_tools.model.base import Record

Crumb = tuple[str, str]
"""A title and the path of its page."""


@dataclass(frozen=True)
class Page:
    """One generated page. `uri` is what MkDocs calls it (`program/mpp.md`); `body` renders it when asked."""

    uri: str
    kind: str
    title: str
    description: str
    body: Callable[[Page], Markup]
    crumbs: tuple[Crumb, ...] = ()
    data_file: str | None = None
    """The file that people edit to change this page."""
    before: Crumb | None = field(default=None)
    after: Crumb | None = field(default=None)
    record: Record | None = field(default=None)
    """The one record it shows; None for a page about many."""

    @property
    def path(self) -> str:
        """Its address below the site's root: `program/mpp/`, `program/`."""
        stem = self.uri.removesuffix(".md")
        if stem == "index":
            return ""
        return stem.removesuffix("/index") + "/"


def is_english(path: str) -> bool:
    """Whether the page at an address is in English: those below `en/`; all others are in Indonesian."""
    return path.startswith("en/")


_HEADING = re.compile(r"<h([2-3])[^>]* id=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def headings(html: str) -> list[dict[str, object]]:
    """The table of contents of finished HTML, as nested `toc_tokens` (level, id, name, children)."""
    tokens: list[dict[str, object]] = []
    for level, name, inner in _HEADING.findall(html):
        token: dict[str, object] = {
            "level": int(level),
            "id": name,
            "name": _TAGS.sub("", inner).strip(),
            "children": [],
        }
        parent = tokens[-1] if tokens and int(level) > 2 else None
        if parent is not None and isinstance(parent["children"], list):
            parent["children"].append(token)
        else:
            tokens.append(token)
    return tokens
