"""Text of other people inside Markdown that a code host shows: it stays text, whatever it holds."""

from __future__ import annotations

import re
from urllib.parse import quote

from content_tools.changes.text import one_line

_GAP = "&#8203;"
"""A space of no width, in front of which nothing is taken for a mention, an issue or an address."""

_SIGNS = re.compile(r"[\\`*_{}\[\]<>()#|~&@!$^\"'%]")
_BEGINS = re.compile(r"^(\d*)([.+=-])")
_CALLS = re.compile(r"[#@!~%$&](?=\w)|:(?=[\w+-]|//)|(?i:\bGH)(?=-\d)|(?i:\bwww)(?=\.)")
"""What a host turns into a link, a name or a picture: mentions, issues, addresses, `:smile:`."""

_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b")
_SIX = re.compile(r"[0-9a-f]{6}(?=[0-9a-f])")
"""Fewer figures than a host takes for the name of a commit."""


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"


def markdown_text(text: str) -> str:
    """The text on one line, with nothing in it that Markdown, HTML or a code host would act on."""
    calm = _CALLS.sub(lambda found: f"{found.group()}\u200b", one_line(text))
    calm = _COMMIT.sub(lambda found: _SIX.sub(lambda six: f"{six.group()}\u200b", found.group()), calm)
    plain = _SIGNS.sub(lambda found: _entity(found.group()), calm)
    return _BEGINS.sub(lambda found: found[1] + _entity(found[2]), plain).replace("\u200b", _GAP)


def markdown_link(text: str, url: str) -> str:
    """A link whose words are escaped and whose address cannot leave its brackets."""
    address = quote(url, safe="%/:?#@!$&'()*+,;=-._~").replace("&", "&amp;")
    return f"[{markdown_text(text)}](<{address}>)"
