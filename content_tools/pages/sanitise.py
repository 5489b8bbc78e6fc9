"""What staff Markdown may bring to a page: a written allow-list; all else is dropped, its words kept."""

from __future__ import annotations

import re

import nh3

from content_tools.pages.tokens import has_private, without_private_references

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


CLASSES = frozenset(
    [
        "admonition",
        "admonition-title",
        "align-center",
        "align-left",
        "align-right",
        "columns",
        "danger",
        "footnote",
        "footnote-backref",
        "footnote-ref",
        "info",
        "lead",
        "note",
        "small",
        "tip",
        "warning",
    ]
)
"""Classes with a look of their own; others could wake scripts of the theme."""

TAKEN_IDS = frozenset((
    "isi", "cari-kepala", "cari-beranda", "isian-cross", "isian-dots", "isian-rules", "isian-stripes",
))  # fmt: skip
"""Ids of the frame and of pieces beside staff text: the skip link, labels and fills of drawings find them by name."""


def _keep(element: str, attribute: str, value: str) -> str | None:
    """Ids that are ours or odd, unknown classes, and other people's pictures are not for staff text.

    Nor is a value with one of the private characters that stand for finished pieces.
    """
    if has_private(value):
        return None
    if attribute == "id" and (
        value in TAKEN_IDS or value.startswith("__") or not re.fullmatch(r"[\w:.-]+", value)
    ):
        return None
    if attribute == "class":
        known = [
            name for name in value.split() if name in CLASSES or re.fullmatch(r"language-[a-z0-9]+", name)
        ]
        return " ".join(known) or None
    if attribute == "src" and not re.fullmatch(r"(?!/)[\w./-]+", value):
        return None
    return value


def sanitise(html: str) -> str:
    """HTML from staff Markdown with only what the allow-list names. Aligned cells get classes."""
    html = without_private_references(html)
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
