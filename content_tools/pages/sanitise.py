"""What staff Markdown may bring to a page: a written allow-list; all else is dropped, its words kept."""

from __future__ import annotations

import re

import nh3

_INLINE = [
    "a",
    "abbr",
    "b",
    "br",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "var",
]
_BLOCK = [
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
]
TAGS = frozenset((*_INLINE, *_BLOCK))
_EVERYWHERE = {"class", "id", "lang", "title", "dir"}
ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "details": {"open"},
}
SCHEMES = {"http", "https", "mailto"}
_ALIGNED = re.compile(r" style=\"text-align: (left|right|center);\"")


def _keep(element: str, attribute: str, value: str) -> str | None:
    """Ids that Material's scripts look for, and other people's pictures, are not for staff text."""
    if attribute == "id" and (value.startswith("__") or not re.fullmatch(r"[\w:.-]+", value)):
        return None
    if attribute == "class" and re.search(r"(^|\s)md-", value):
        return None
    if attribute == "src" and (value.startswith("//") or ":" in value.split("/")[0]):
        return None
    return value


def sanitise(html: str) -> str:
    """HTML from staff Markdown with only what the allow-list names. Aligned cells get classes."""
    classed = _ALIGNED.sub(lambda match: f' class="align-{match[1]}"', html)
    return nh3.clean(
        classed,
        tags=set(TAGS),
        attributes={name: set(names) for name, names in ATTRIBUTES.items()},
        url_schemes=SCHEMES,
        link_rel=None,
        attribute_filter=_keep,
        strip_comments=True,
    )
