"""Compressed copies: the same bytes for the same file, and none that is no smaller."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from content_tools.release.compress import compress, decoded, encoded

TEXT = b"Kelurahan dan kecamatan. " * 40


def test_a_copy_holds_what_the_file_holds() -> None:
    copies = encoded(TEXT)
    assert brotli.decompress(copies[".br"]) == gzip.decompress(copies[".gz"]) == TEXT
    assert [decoded(ending, copy) for ending, copy in copies.items()] == [TEXT, TEXT]


def test_the_gzip_head_holds_no_time_and_no_name() -> None:
    copy = encoded(TEXT)[".gz"]
    assert copy[:8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"
    assert encoded(TEXT) == encoded(TEXT)


def test_a_copy_that_is_no_smaller_is_not_made() -> None:
    assert encoded(b"") == {}
    assert encoded(b"ya") == {}
    assert list(encoded(b"Dua puluh lima huruf, ya.")) == []


def test_only_text_is_compressed(tmp_path: Path) -> None:
    for name in ("a.html", "a.png", "kecil.txt"):
        (tmp_path / name).write_bytes(b"ya" if name == "kecil.txt" else TEXT)
    compress(tmp_path, ["a.html", "a.png", "kecil.txt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.html", "a.html.br", "a.html.gz", "a.png", "kecil.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", [".br", ".gz"])
def test_a_damaged_copy_is_told(ending: str) -> None:
    with pytest.raises(ValueError, match="salinan mampat rusak"):
        decoded(ending, encoded(TEXT)[ending][:-4])
