"""Pages people wrote, converted without MkDocs: for other printers, and to see whether one differs from another."""

from __future__ import annotations

import posixpath
import re

import markdown
from markupsafe import Markup

from content_tools.pages.markdown_text import EXTENSIONS
from content_tools.pages.press import Press
from content_tools.pages.sanitise import sanitise
from content_tools.pages.written import expand
from content_tools.visuals.links import ROOT, rooted

_PAGE_LINK = re.compile(r"href=\"(?![a-z]+:)([^\"#]*\.md)(#[^\"]*)?\"")
_PICTURE = re.compile(r"src=\"(?![a-z]+:|/)([^\"]+)\"")


def path_of_uri(uri: str) -> str:
    """The address below the root of a source file: `rencana/index.md` → `rencana/`."""
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def converted_html(press: Press, uri: str, title: str, text: str) -> str:
    """The finished HTML of a written page: sanitised, filled, its links to `.md` files and its pictures made addresses."""
    written = expand(press, text, f"docs/{uri}")
    converter = markdown.Markdown(
        extensions=[*EXTENSIONS, "toc", "tables", "fenced_code"], output_format="html"
    )
    html = sanitise(converter.convert(written.text))

    def address(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), match[1]))
        return f'href="{ROOT}{path_of_uri(target)}{match[2] or ""}"'

    def picture(match: re.Match[str]) -> str:
        return f'src="{ROOT}{posixpath.normpath(posixpath.join(posixpath.dirname(uri), match[1]))}"'

    html = _PICTURE.sub(picture, _PAGE_LINK.sub(address, html))
    path = path_of_uri(uri)
    return rooted(press.written_html(written, Markup(html), title, path), path)
