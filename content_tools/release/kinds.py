"""Kinds of files in a built site by the ending of their name: what a server calls them, what may be kept for ever."""

from __future__ import annotations

import re

TEXT = {
    "css": "text/css", "csv": "text/csv", "geojson": "application/geo+json", "html": "text/html",
    "ics": "text/calendar", "js": "text/javascript", "json": "application/json", "md": "text/markdown",
    "svg": "image/svg+xml", "txt": "text/plain", "webmanifest": "application/manifest+json", "xml": "application/xml",
    "yaml": "application/yaml", "yml": "application/yaml",
}  # fmt: skip
"""What a compressed copy may help. All of it is UTF-8."""

CLOSED = {
    "avif": "image/avif", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip", "gif": "image/gif", "ico": "image/x-icon", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "ods": "application/vnd.oasis.opendocument.spreadsheet", "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf", "png": "image/png", "wasm": "application/wasm", "webp": "image/webp", "woff2": "font/woff2",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zip": "application/zip",
}  # fmt: skip
"""What is compressed in itself."""

KEPT = r"/assets/([A-Za-z0-9_.-]+/)*[A-Za-z0-9_-]+\.[0-9a-f]{8,64}(/|\.[a-z0-9]+$)"
"""Addresses that hold a hash of their content, as a regular expression that nginx, Go and Python read alike."""

_HASHED = re.compile(r"[A-Za-z0-9_-]+\.[0-9a-f]{8,64}(?:\.[a-z0-9]+)?")


def is_text(name: str) -> bool:
    """Whether a compressed copy of a file may help."""
    return name.rpartition(".")[2] in TEXT or name == "SHA256SUMS"


def content_type(ending: str) -> str:
    """What a server calls a file."""
    if ending in TEXT:
        return f"{TEXT[ending]}; charset=utf-8"
    return CLOSED.get(ending, "application/octet-stream")


def unit(name: str) -> str | None:
    """The file or whole folder that is named by its content and that a file belongs to.

    `assets/cari.073beee5` for `assets/cari.073beee5/m1.js`; None for what has no hash. The build lays all such things
    below `assets/`.
    """
    parts = name.split("/")
    if parts[0] != "assets" or {"", ".", ".."} & set(parts):
        return None
    for number, part in enumerate(parts[1:], 1):
        if _HASHED.fullmatch(part):
            return "/".join(parts[: number + 1])
    return None


def units(names: list[str]) -> set[str]:
    """All of them, of many files."""
    return {found for name in names if (found := unit(name)) is not None}
