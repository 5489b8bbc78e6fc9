"""Compressed copies beside files, made once for all readers: the same bytes for the same file, only where smaller."""

from __future__ import annotations

import os
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from content_tools.release.kinds import is_text

ENDINGS = (".br", ".gz")


def encoded(content: bytes) -> dict[str, bytes]:
    """A file's content by the ending of its compressed copy; without those that are no smaller.

    The head of the gzip form holds no name and no time.
    """
    copies = {".br": brotli.compress(content, quality=11), ".gz": zlib.compress(content, 9, wbits=31)}
    return {ending: copy for ending, copy in copies.items() if len(copy) < len(content)}


def decoded(ending: str, copy: bytes) -> bytes:
    """What a compressed copy holds. Raises ValueError when it is damaged."""
    try:
        data: bytes = brotli.decompress(copy) if ending == ".br" else zlib.decompress(copy, wbits=31)
    except (brotli.error, zlib.error) as error:
        raise ValueError(f"salinan mampat rusak: {error}") from None
    return data


def compress(site: Path, names: list[str]) -> None:
    """Lay compressed copies beside those of these files that are text. Uses every core: the work leaves Python."""

    def one(name: str) -> None:
        for ending, copy in encoded((site / name).read_bytes()).items():
            (site / f"{name}{ending}").write_bytes(copy)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(one, (name for name in names if is_text(name))):
            pass
