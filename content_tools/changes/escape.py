"""Text of other people inside Markdown that a code host shows: it stays text, whatever it holds."""

from __future__ import annotations

import re
from urllib.parse import quote

from content_tools.changes.text import one_line

_GAP = "&#8203;"
"""A space of no width, in front of which nothing is taken for a mention, an issue or an address."""

_SIGNS = re.compile(r"[\\`*_{}\[\]<>()#|~&@!$^\"'%]")
_BEGINS = re.compile(r"^(\d+)([.)])|^([-+=])")
_CALLS = re.compile(
    r"[#@!~%$&](?=\w)|:(?=[\w+-]|//)|(?i:\bGH)(?=-\d)|(?i:\bwww)(?=\.)|\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)"
)
"""What a host turns into a link, a name or a picture: mentions, issues, commits, addresses, `:smile:`."""


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"


def markdown_text(text: str) -> str:
    """The text on one line, with nothing in it that Markdown, HTML or a code host would act on."""
    line = _BEGINS.sub(
        lambda found: f"{found[1]}{_entity(found[2])}" if found[1] else _entity(found[3]), one_line(text)
    )
    kept = _CALLS.sub(lambda found: f"{found.group()}\u200b", line)
    return _SIGNS.sub(lambda found: _entity(found.group()), kept).replace("\u200b", _GAP)


def markdown_link(text: str, url: str) -> str:
    """A link whose words are escaped and whose address cannot leave its brackets."""
    address = quote(url, safe="%/:?#@!$&'()*+,;=-._~").replace("&", "&amp;")
    return f"[{markdown_text(text)}](<{address}>)"
