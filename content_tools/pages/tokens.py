"""Numbered private characters that stand in a text for finished HTML while Markdown is converted.

Staff text can neither write such a character nor reach what stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

_PRIVATE = re.compile("[\ue000-\ue00f]")
_TOKEN = re.compile("<p>\ue001(\\d+)\ue002</p>|\ue001(\\d+)\ue002")


_REFERENCE = re.compile(r"&#(?:[xX]0*[eE]00[0-9a-fA-F]|0*573(?:4[4-9]|5[0-9]));?")


def has_private(text: str) -> bool:
    """Whether a text holds a character that only we may write."""
    return _PRIVATE.search(text) is not None


def without_private_references(html: str) -> str:
    """HTML in which no character reference stands for a character that only we may write."""
    return _REFERENCE.sub("", html)


def token_of(number: int) -> str:
    """The characters that stand for piece `number`."""
    return f"\ue001{number}\ue002"


def without_private(text: str) -> str:
    """A text without the characters that only we may write."""
    return _PRIVATE.sub("", text)


@dataclass(frozen=True)
class Written:
    """A text with numbered private characters, what they stand for, and the sources it cites."""

    text: str
    pieces: Mapping[int, Markup]
    sources: tuple[str, ...]

    def filled(self, html: str) -> Markup:
        """Converted and sanitised HTML with the pieces put in."""
        return Markup(_TOKEN.sub(lambda match: str(self.pieces.get(int(match[1] or match[2]), "")), html))
