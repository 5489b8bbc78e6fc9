"""Follows every link of a built site: `href`, `src`, `action`, `srcset` and the anchors they name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b(?P<rawattrs>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[a-zA-Z](?P<attrs>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_LINKS = frozenset(("href", "src", "action", "formaction", "poster", "data", "xlink:href"))


class BrokenLink(NamedTuple):
    """A link that leads nowhere: the page it stands on, what it says, why it fails."""

    page: str
    target: str
    reason: str


def _links_and_ids(html: str) -> tuple[set[str], set[str]]:
    """Every address and every anchor of a page; what scripts, styles and comments hold is no markup."""
    links: set[str] = set()
    names: set[str] = set()
    for piece in _PIECE.finditer(html):
        written = piece["attrs"] or piece["rawattrs"] or ""
        for name, first, second, third in _ATTRIBUTE.findall(written):
            name, value = name.lower(), unescape(first or second or third)
            if name in _LINKS:
                links.add(value.strip())
            elif name == "srcset":
                links.update(part.split()[0] for part in value.split(",") if part.strip())
            elif name in ("id", "name") and value:
                names.add(value)
    return links, names


def broken_links(site: Path) -> Iterator[BrokenLink]:
    """Every link inside the built folder that reaches no file or no anchor. Links to other hosts are not followed."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = sorted(file for file in files if file.endswith(".html"))
    anchors: dict[str, set[str]] = {}
    wanted: dict[tuple[str, str], list[int]] = {}
    """Where a link is read from (its folder; its page when it is only an anchor), what it says, on which pages."""
    for number, page in enumerate(pages):
        links, anchors[page] = _links_and_ids((site / page).read_text("utf-8"))
        folder = posixpath.dirname(page)
        for link in links:
            wanted.setdefault((page if link.startswith("#") else folder, link), []).append(number)
    broken = []
    for (_, link), numbers in wanted.items():
        page = pages[numbers[0]]
        reason = _reason(link, page, posixpath.dirname(page), files, anchors)
        broken += [BrokenLink(pages[number], link, reason) for number in numbers if reason]
    yield from sorted(broken)


def _reason(link: str, page: str, folder: str, files: set[str], anchors: dict[str, set[str]]) -> str:
    """Why a link fails; nothing when it does not."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return (
            ""
            if parts.scheme in ("http", "https", "mailto", "data")
            else f"skema {parts.scheme or '//'} tidak diterima"
        )
    path = unquote(parts.path)
    if path.startswith("/"):
        if page == "404.html":
            return ""
        return "alamat mutlak; situs harus dapat dibuka dari folder mana pun"
    target = page if not path else posixpath.normpath(posixpath.join(folder, path))
    if target.startswith(".."):
        return "keluar dari situs"
    if path.endswith("/") or target not in files:
        target = "index.html" if target == "." else f"{target}/index.html"
    if target not in files:
        return "halaman atau berkas tidak ada"
    fragment = unquote(parts.fragment)
    if fragment and target in anchors and fragment not in anchors[target]:
        return f"jangkar #{fragment} tidak ada"
    return ""
