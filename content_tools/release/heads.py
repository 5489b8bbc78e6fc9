"""What the heads of built pages say to machines: the policy, whether to index, where an old address leads."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_META = re.compile(r"<meta\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_REFRESH = re.compile(r"\d+\s*;\s*url=(.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"/[A-Za-z0-9._~/-]*")
_POLICY = re.compile(r"[A-Za-z0-9 ;:'./*_+=-]+")


@dataclass(frozen=True)
class Heads:
    """What the pages of one site say together."""

    pages: int
    """Pages that can be read; those that only lead on are none."""
    policy: str
    """Content Security Policy of the home page, as every page carries it that is not below `others`."""
    others: dict[str, str]
    """First folder of an address (`sunting`) and the policy of all pages there."""
    noindex: bool
    """Whether the home page asks search engines to leave the site out."""
    redirects: dict[str, str]
    """Old address and new one, both from the site's root: `/program/lama/` to `/program/baru/`."""


def _metas(html: str) -> dict[str, str]:
    """`http-equiv` or `name` of each meta in the head, with its content."""
    found: dict[str, str] = {}
    for match in _META.finditer(re.split(r"<body\b", html, maxsplit=1, flags=re.IGNORECASE)[0]):
        attributes = {
            name.lower(): unescape(first or second or third)
            for name, first, second, third in _ATTRIBUTE.findall(match[1])
        }
        key = attributes.get("http-equiv") or attributes.get("name") or ""
        found.setdefault(key.lower(), attributes.get("content", ""))
    return found


def _leads_to(page: str, content: str) -> str:
    """The address from the root that a page's refresh names. Raises ValueError when it cannot stand in settings."""
    match = _REFRESH.fullmatch(content.strip())
    written = match[1].strip("'\" ") if match else ""
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), written))
    target += "/" if written.endswith("/") and target != "/" else ""
    if not written or "//" in written or not _ADDRESS.fullmatch(target):
        raise ValueError(f"{page}: pengalihan “{content}” tidak dapat dibaca")
    return target


def heads(site: Path) -> Heads:
    """Read the head of every page of a built site.

    Raises ValueError when the home page carries no policy, when pages of one folder carry different ones, or when a
    policy or an old address holds what cannot stand in a server's settings.
    """
    policies: dict[str, set[str]] = {}
    redirects: dict[str, str] = {}
    pages, policy, noindex = 0, "", False
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        metas = _metas(path.read_text("utf-8"))
        if "refresh" in metas:
            old = f"/{posixpath.dirname(page)}/" if posixpath.basename(page) == "index.html" else f"/{page}"
            if not _ADDRESS.fullmatch(old):
                raise ValueError(f"{page}: alamat lama tidak dapat dialihkan")
            redirects[old] = _leads_to(page, metas["refresh"])
            continue
        pages += 1
        policies.setdefault(page.split("/")[0] if "/" in page else "", set()).add(
            metas.get("content-security-policy", "")
        )
        if page == "index.html":
            policy, noindex = metas.get("content-security-policy", ""), "noindex" in metas.get("robots", "")
    if not policy:
        raise ValueError("tidak ada beranda (index.html) dengan aturan keamanan (Content-Security-Policy)")
    others = {folder: found.pop() for folder, found in policies.items() if len(found) == 1}
    if len(others) < len(policies) or others.pop("", policy) != policy:
        raise ValueError("halaman dalam satu folder memuat aturan keamanan yang berbeda")
    others = {folder: other for folder, other in others.items() if other != policy}
    if not all(_POLICY.fullmatch(text) for text in (policy, *others.values())):
        raise ValueError("aturan keamanan memuat tanda yang tidak dapat ditulis di setelan server")
    if not all(_ADDRESS.fullmatch(f"/{folder}/") for folder in others):
        raise ValueError("nama folder tidak dapat ditulis di setelan server")
    return Heads(pages, policy, others, noindex, redirects)
