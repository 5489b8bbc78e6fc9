"""Pictures for pages: not too heavy for a small quota, and without the place where they were taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from content_tools.model.problem import Problem
from content_tools.reading.files import MAX_BYTES

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_GPS = 0x8825
"""The tag under which EXIF keeps the place."""

_XMP = (b"GPSLatitude", b"GPSLongitude")
"""What editors write about the place into XMP, the newer kind of notes in pictures."""


def check_picture(path: Path, file: str) -> Iterator[Problem]:
    """What is wrong with one picture. What no reader of pictures understands holds no place."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        words = f"{size / MAX_BYTES:.1f}".replace(".", ",")
        hint = "Kecilkan lebarnya sampai sekitar 1.600 piksel, lalu simpan sebagai JPEG atau WebP."
        yield Problem(file, f"gambar ini {words} MiB, batasnya 1 MiB", hint, rule="gambar-besar")
    if _tells_place(path):
        hint = "Simpan ulang gambar tanpa keterangan lokasi, atau ambil tangkapan layarnya."
        yield Problem(file, "gambar ini menyimpan lokasi pengambilannya", hint, rule="gambar-lokasi")


def _tells_place(path: Path) -> bool:
    try:
        with Image.open(path) as picture:
            return bool(picture.getexif().get_ifd(_GPS)) or any(
                mark in _notes(picture.info.get(name))
                for name in ("xmp", "XML:com.adobe.xmp")
                for mark in _XMP
            )
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def _notes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value or "").encode()
