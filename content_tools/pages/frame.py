"""What stands around a page's own content: policy, identity, foot, assets, and the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from markupsafe import Markup

from content_tools.pages.assets import Assets
from content_tools.pages.icons import icon
from content_tools.pages.page import headings
from content_tools.pages.press import Press
from content_tools.visuals.html import tag
from content_tools.visuals.links import ROOT

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What a page may load and do; a server's header adds `frame-ancestors 'none'`, which a `<meta>` cannot."""

PREVIEW = "PRATINJAU usulan perubahan. Belum diperiksa, belum terbit."
"""What every page of a site built for a proposal says at its top; its window title begins with the first word."""

FEWEST = 3
"""Sections from which on a table of contents helps."""


def contents(html: str) -> Markup | None:
    """The sections of finished HTML as a folded list; None when there are few."""
    sections = [token for token in headings(html) if token["level"] == 2]
    if len(sections) < FEWEST:
        return None
    items = [tag("li", tag("a", Markup(token["name"]), href=f"#{token['id']}")) for token in sections]
    folded = tag(
        "details", tag("summary", "Di halaman ini"),
        tag("nav", tag("ul", *items), aria_label="Di halaman ini"), class_="toc",
    )  # fmt: skip
    return tag("div", folded, class_="toc-room")


def with_contents(html: str) -> str:
    """Finished HTML with its table of contents before the first section."""
    listed = contents(html)
    return html.replace("<h2", f"{listed}<h2", 1) if listed else html


def surroundings(
    press: Press | None,
    assets: Assets,
    root: str,
    title: str,
    site_name: str,
    *,
    serving: bool = False,
    preview: bool = False,
) -> dict[str, object]:
    """What the theme prints around a page. `root` is the way from there to the site's root (`../../`).

    While serving, the host's own live reload may run. A `preview` of a proposal says on every page that it is one.
    Without a press (records with errors, while serving) only what needs no record.
    """

    def placed(html: Markup) -> Markup:
        return Markup(str(html).replace(ROOT, root))

    window_title = press.window_title(title) if press else title
    return {
        "root": root,
        "policy": POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        if serving
        else POLICY,
        "icon": icon,
        "site_name": site_name,
        "assets": {name: root + getattr(assets, name) for name in ("styles", "script", "early", "icon")},
        "identity": placed(press.identity) if press else "",
        "site_foot": placed(press.site_foot) if press else "",
        "dateline": press.dateline if press else "",
        "preview": PREVIEW if preview else "",
        "window_title": escape(f"{PREVIEW.split()[0]} · {window_title}" if preview else window_title),
    }


def nav_titles(entries: list[Any]) -> Iterator[tuple[str, str]]:
    """`(uri, title)` of every titled page in the navigation."""
    for entry in entries:
        for title, inside in entry.items() if isinstance(entry, dict) else ():
            if isinstance(inside, str):
                yield inside, title
            else:
                yield from nav_titles(inside)
