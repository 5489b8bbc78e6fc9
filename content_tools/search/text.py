"""Markdown as running text: what a reader would read, without marks, addresses and data blocks."""

from __future__ import annotations

import re

from content_tools.model.plan import Plan
from content_tools.visuals.links import name_of

_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s[^)]*)?\)(?:\{[^}]*\})?")
_REFERENCE = re.compile(r"\[\[([a-z_]+)/([^\[\]\n]{1,120})\]\]")
_ADDRESS = re.compile(r"<?https?://[^\s>)]+>?")
_TAG = re.compile(r"<[^>]*>|&[#\w]+;|\{[:#.][^}]*\}")


def prose(markdown: str | None, plan: Plan) -> str:
    """The text of a Markdown field or page; `[[program/mpp]]` becomes the record's name. Empty for None."""
    if not markdown:
        return ""

    def named(match: re.Match[str]) -> str:
        kind, name = match[1], match[2]
        if kind == "dimensi":
            return plan.dimensions[name].name if name in plan.dimensions else ""
        if kind in ("program", "indikator", "instansi", "wilayah", "regulasi", "dokumen", "istilah"):
            record = plan.collection(kind).get(name)
            return name_of(record) if record else ""
        return ""

    text = _REFERENCE.sub(named, _FENCE.sub("", markdown))
    return _TAG.sub(" ", _ADDRESS.sub(" ", _LINK.sub(r"\1", text)))
