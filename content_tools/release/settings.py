"""What a server is told about one site, whichever server it is: headers, what may be kept, where old addresses lead."""

from __future__ import annotations

import re
from collections.abc import Callable

from content_tools.release.heads import Heads

KEPT_FOR_EVER = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
HSTS = "max-age=31536000"
"""A year, for this name only: names below it may belong to other servers of the city."""

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        "midi=(), payment=(), usb=()"
    ),
}
"""Headers of every answer. A site that is linked to learns nothing: words searched for stand in addresses."""

_ROOT = re.compile(r"/[A-Za-z0-9._/-]+")

Writer = Callable[[Heads, str], str]
"""A server's settings, from what the pages say and the folder that the server shall read."""


def framed(policy: str) -> str:
    """A page's policy as a header: nobody may put the page in a frame, which a `<meta>` cannot say."""
    return f"{policy.rstrip('; ')}; frame-ancestors 'none'"


def headers(heads: Heads) -> dict[str, str]:
    """Headers of every answer of this site. Files have no `<meta>`: the wish not to be indexed is a header too."""
    return ALWAYS | ({"X-Robots-Tag": "noindex"} if heads.noindex else {})


def writable(root: str) -> str:
    """A folder that may stand in settings, a shell's command and a rsync address alike.

    Raises ValueError for other signs than letters, digits, `.`, `_`, `-` and `/`, and for `..`.
    """
    if not _ROOT.fullmatch(root) or ".." in root.split("/"):
        raise ValueError(
            f"folder tujuan “{root}” harus mutlak dan hanya memuat huruf, angka, titik, garis, dan garis bawah"
        )
    return root.rstrip("/")
