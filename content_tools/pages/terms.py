"""Words of the glossary: linked at their first occurrence on a page, and listed below it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from content_tools.model.reference import Term
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import address

_PIECES = re.compile(r"(<[^>]+>|&[#\w]+;)")
"""What is no running text: tags and character references."""
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_INSIDE = frozenset(("p", "li", "dd", "blockquote"))
_NEVER = frozenset(
    (
        "a",
        "button",
        "caption",
        "code",
        "dt",
        "figcaption",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "label",
        "nav",
        "pre",
        "svg",
        "table",
        "script",
    )
)


class Glossary:
    """Finds the terms of a glossary in finished HTML."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = terms
        self._exact: dict[str, str] = {}
        self._loose: dict[str, str] = {}
        for term in terms.values():
            if term.linked:
                self._loose.setdefault(term.name.lower(), term.id)
                for form in (term.abbreviation, *term.forms):
                    if form:
                        self._exact.setdefault(form, term.id)
        loose = "|".join(re.escape(word) for word in sorted(self._loose, key=len, reverse=True))
        exact = "|".join(re.escape(word) for word in sorted(self._exact, key=len, reverse=True))
        parts = [
            part
            for part in (f"(?P<exact>{exact})" if exact else "", f"(?P<loose>(?i:{loose}))" if loose else "")
            if part
        ]
        self._pattern = re.compile(rf"(?<![\w/-])(?:{'|'.join(parts)})(?![\w/-])") if parts else None

    def link(self, html: str) -> str:
        """The HTML with each term linked once, in running text only, and the list of them at the end."""
        if self._pattern is None:
            return html
        used: dict[str, None] = {}

        def linked(match: re.Match[str]) -> str:
            words = match.group()
            name = self._exact.get(words) or self._loose.get(words.lower())
            if name is None or name in used:
                return words
            used[name] = None
            return str(tag("a", words, href=address(f"istilah/#{name}"), class_="term"))

        pieces, closed, inside, never = _PIECES.split(html), [], 0, 0
        for piece in pieces:
            if piece.startswith("<"):
                name = _NAME.match(piece)
                step = 0 if piece.endswith("/>") else -1 if piece.startswith("</") else 1
                if name and name[1] in _NEVER:
                    never += step
                elif name and name[1] in _INSIDE:
                    inside += step
            elif inside > 0 and never <= 0 and not piece.startswith("&") and piece.strip():
                piece = self._pattern.sub(linked, piece)
            closed.append(piece)
        return "".join(closed) + (str(self._listed(list(used))) if used else "")

    def _listed(self, names: list[str]) -> object:
        terms = sorted((self._terms[name] for name in names), key=lambda term: term.name.lower())
        entries = []
        for term in terms:
            words = (
                f"{term.abbreviation}: {term.name}"
                if term.abbreviation and term.abbreviation != term.name
                else term.name
            )
            entries.append(
                join(
                    (
                        tag("dt", tag("a", words, href=address(f"istilah/#{term.id}"))),
                        tag("dd", term.definition),
                    )
                )
            )
        return tag(
            "details", tag("summary", "Istilah di halaman ini"), tag("dl", *entries), class_="terms",
        )  # fmt: skip
