"""Markdown fields of records, and Markdown files included in generated pages, as safe HTML."""

from __future__ import annotations

import re

import markdown
from markupsafe import Markup, escape

from content_tools.pages.sanitise import sanitise

EXTENSIONS = ("tables", "attr_list", "def_list", "footnotes", "admonition", "md_in_html")
"""What staff Markdown may use; the same in fields, included files and written pages."""

_SPECIAL = re.compile(r"[*_`\[\]<>#&|~!\\\n]|^\d+\.|^[-+] |https?:")


class MarkdownText:
    """Converts staff Markdown; one converter, used again and again."""

    def __init__(self) -> None:
        self._converter = markdown.Markdown(extensions=list(EXTENSIONS), output_format="html")

    def html(self, text: str) -> Markup:
        """Markdown to sanitised HTML. Plain text, the usual case, needs no conversion."""
        if not _SPECIAL.search(text):
            return Markup(f"<p>{escape(text)}</p>")
        self._converter.reset()
        return Markup(sanitise(self._converter.convert(text)))

    def inline(self, text: str) -> Markup:
        """The same without the paragraph around a single line."""
        html = self.html(text)
        if html.startswith("<p>") and html.count("<p>") == 1 and html.rstrip().endswith("</p>"):
            return Markup(html.strip()[3:-4])
        return html
