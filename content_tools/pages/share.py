"""What stands in the head of a page for search engines and messengers, and the picture they show."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence

from markupsafe import Markup

from content_tools.model.base import Record
from content_tools.pages.assets import THEME
from content_tools.pages.changes import FEED
from content_tools.pages.page import Crumb, is_english
from content_tools.pages.press import Press
from content_tools.pages.structured_data import Node, described, invented, nodes
from content_tools.visuals.links import address, rooted
from content_tools.visuals.preview import SIZE, Colours, preview

_UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
"""Letters that could end a script element or begin a comment in it, as JSON may also write them."""


def head(
    press: Press, *, title: str, description: str, path: str, kind: str, image: str,
    crumbs: Sequence[Crumb] = (), record: Record | None = None,
) -> Markup:  # fmt: skip
    """Elements for the head of the page at `path` (`program/mpp/`; "" for the home page).

    `title` and `description` are plain text; `image` is the path of the preview picture. Whatever needs an
    absolute address (canonical link, picture, structured data) is left out while the site has none.
    """
    root, site, english = press.site_url, press.plan.site, is_english(path)
    said: list[Node] = []
    if root is not None:
        said += nodes(
            press, root, title=title, description=description, path=path, kind=kind, crumbs=crumbs, record=record,
        )  # fmt: skip
    return press.render(
        "bagikan.html",
        title=_marked(press, title if path else site.name, english),
        description=described(press, description, record, english=english),
        site_name=_marked(press, site.name, english),
        type="website" if record is None else "article",
        locale="en_US" if english else "id_ID",
        url=root + path if root is not None else None,
        image=root + image if root is not None else None,
        size=SIZE,
        alt=f"{site.name}. {preview_note(press)}".strip(),
        graph=_json(said),
        feed=rooted(address(FEED), path) if kind.startswith("perubahan") else None,
    )


def _marked(press: Press, words: str, english: bool) -> str:
    """A name that says what the site is not, until the city runs it, and whether its data is invented."""
    marks = []
    if invented(press):
        marks.append("invented data" if english else "data contoh")
    if not press.plan.site.official:
        marks.append("not an official website" if english else "bukan situs resmi")
    return f"{words} ({', '.join(marks)})" if marks else words


def _json(graph: list[Node]) -> Markup | None:
    """The nodes as JSON for inside a script element, which nothing in them can end; None for no node."""
    if not graph:
        return None
    data = {"@context": "https://schema.org", "@graph": graph}
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE))


def preview_note(press: Press) -> str:
    """What the preview picture warns of; nothing when the city runs the site and nothing is invented."""
    words = ["DATA CONTOH"] if invented(press) else []
    if not press.plan.site.official:
        words.append("Bukan situs resmi")
    return " · ".join(words)


def preview_image(press: Press) -> tuple[str, bytes]:
    """The picture beside every shared link, in the site's own colours: its path, named by its content, and its PNG.

    Raises ValueError when the site's name or subtitle is too long for it.
    """
    styles = (THEME / "styles" / "10-colours.css").read_text("utf-8")
    # The light scheme stands first in the file.
    light = dict(reversed(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", styles)))
    colours = Colours(
        light["head-ground"], light["head-ink"], light["head-soft"], light["warn-ground"], light["ink"]
    )
    site = press.plan.site
    data = preview(site.name, site.subtitle, preview_note(press), colours)
    return f"assets/pratinjau.{hashlib.sha256(data).hexdigest()[:8]}.png", data
