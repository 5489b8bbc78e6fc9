"""A QR code as an inline drawing, for paper: an address that a telephone can read."""

from __future__ import annotations

import segno
from markupsafe import Markup

from content_tools.visuals.html import tag

QUIET = 4
"""Empty modules around the code, without which readers do not find it (ISO/IEC 18004)."""


def _runs(row: bytes, y: int) -> str:
    """The dark modules of one row as rectangles of an SVG path, neighbours joined."""
    parts, start = [], None
    for x, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            parts.append(f"M{start + QUIET} {y + QUIET}h{x - start}v1h-{x - start}z")
            start = None
    return "".join(parts)


def qr_code(address: str) -> Markup:
    """The code of an address, with 15 % or more of it readable again when soiled (level M).

    It brings its two colours along: dark on light is what a camera reads, in a dark scheme too.
    """
    rows = [bytes(row) for row in segno.make_qr(address, error="m").matrix]
    side = len(rows) + 2 * QUIET
    return tag(
        "svg",
        tag("rect", width=side, height=side, fill="#ffffff"),
        tag("path", d="".join(_runs(row, y) for y, row in enumerate(rows)), fill="#000000"),
        viewBox=f"0 0 {side} {side}", class_="qr", role="img", aria_label=f"Kode QR ke {address}",
        shape_rendering="crispEdges",
    )  # fmt: skip
