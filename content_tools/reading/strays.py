"""What slips into a YAML file from Word, from git or from the keyboard, and what YAML would make of it unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content_tools.model.problem import Problem

CURLY = frozenset("“”„‟«»‘’‚‛")
"""Quotes as word processors set them; YAML takes them for letters."""

_DOUBLE = frozenset("“”„‟«»")
_CONFLICT = re.compile(r"^(<{7}|>{7})(\s|$)", re.MULTILINE)
_BLANK = "\u00a0\u2007\u202f"
_BLANKS = re.compile(
    rf"^[ ]*[{_BLANK}\u2003\u3000]|^[^\"'#\n:]*[{_BLANK}][^\"'\n:]*:(\s|$)|^[ ]*(?:- )?\w+:[{_BLANK}]",
    re.MULTILINE,
)
_TAB = re.compile(r"^[^\"'#\n]*:\t", re.MULTILINE)
_HASH = re.compile(r"[ ]+#[^\s#]")


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def conflict_marks(text: str, file: str) -> list[Problem]:
    """The marks git leaves where two people changed the same lines."""
    match = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if match is None:
        return []
    hint = "Pilih salah satu isi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>."
    problem = Problem(
        file, "ada tanda bentrok dari penggabungan berkas", hint, found=match.group(1), rule="yaml-bentrok"
    )
    return [problem.at(_line_of(text, match.start()), 1)]


def special_blanks(text: str, file: str) -> Iterator[Problem]:
    """Blanks of word processors in keys, before lines and behind colons; inside texts they do no harm."""
    for match in _BLANKS.finditer(text) if not text.isascii() else ():
        yield Problem(
            file,
            "ada spasi khusus (biasanya salinan dari Word) pada kunci atau awal baris",
            "Hapus spasi itu, lalu ketik ulang dengan spasi biasa.",
            rule="yaml-spasi",
        ).at(_line_of(text, match.start()), 1)


def tabs(text: str, file: str) -> Iterator[Problem]:
    """Tabs between a key and its value."""
    for match in _TAB.finditer(text) if "\t" in text else ():
        at = match.end() - 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        yield Problem(file, "tab dipakai sebagai jarak", "Ganti tab dengan spasi.", rule="yaml-tab-jarak").at(
            _line_of(text, at), column
        )


def lines_with_hashes(text: str) -> frozenset[int]:
    """Lines, from 0, with a `#` that begins a comment though it looks like a part of the text: `#1`, `#KotaCerdas`."""
    if " #" not in text:
        return frozenset()
    return frozenset(number for number, line in enumerate(text.split("\n")) if _HASH.search(line))


def cut_by_hash(line: str, column: int) -> bool:
    """Whether the text that ends at this column, from 0, was cut short by such a `#`."""
    return _HASH.match(line, column) is not None


def curly_quoted(text: str) -> bool:
    """Whether a plain text stands between curly quotes, as if they were straight ones."""
    first, last, inside = text[0], text[-1], text[1:]
    if first in _DOUBLE:
        return last in _DOUBLE or last == '"' or not any(letter in _DOUBLE for letter in inside)
    return first in CURLY and len(text) > 1 and last in CURLY
