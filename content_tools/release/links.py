"""Follows every link of a built site: `href`, `src`, `action`, `srcset` and the anchors they name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"\s(href|src|action|poster|xlink:href)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ID = re.compile(r"\s(?:id|name)=(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'>]+))")
_SILENT = re.compile(
    r"<!--.*?-->|<script\b[^>]*>.*?</script>|<style\b[^>]*>.*?</style>", re.DOTALL | re.IGNORECASE
)


class BrokenLink(NamedTuple):
    """A link that leads nowhere: the page it stands on, what it says, why it fails."""

    page: str
    target: str
    reason: str


def _links_and_ids(html: str) -> tuple[set[str], set[str]]:
    links: set[str] = set()
    names: set[str] = set()
    kept = _SILENT.sub(
        lambda match: match.group().split(">", 1)[0] + ">" if match.group().startswith("<script") else "",
        html,
    )
    for element in _TAG.findall(kept):
        for _, first, second, third in _ATTRIBUTE.findall(element):
            links.add(unescape(first or second or third))
        for first, second, third in _ID.findall(element):
            names.add(unescape(first or second or third))
    return links, names


def broken_links(site: Path) -> Iterator[BrokenLink]:
    """Every link inside the built folder that reaches no file or no anchor. Links to other hosts are not followed."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    anchors: dict[str, set[str]] = {}
    wanted: dict[str, set[str]] = {}
    for name in sorted(file for file in files if file.endswith(".html")):
        links, names = _links_and_ids((site / name).read_text("utf-8"))
        anchors[name] = names
        wanted[name] = links
    checked: dict[tuple[str, str], str] = {}
    for page, links in wanted.items():
        folder = posixpath.dirname(page)
        for link in sorted(links):
            key = (folder if link and not link.startswith("#") else page, link)
            if key not in checked:
                checked[key] = _reason(link, page, folder, files, anchors)
            if checked[key]:
                yield BrokenLink(page, link, checked[key])


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
