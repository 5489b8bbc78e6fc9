"""Text to words, the same way here and in `script/words.js`; tests/search/words.tsv holds them together."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_ACCENT = re.compile("[\u0300-\u036f]")
_NUMBER = re.compile(r"(?<=[0-9])[.,](?=[0-9])")
_INSIDE = re.compile(r"(?<=[a-z])['’‘`](?=[a-z])")
_WORD = re.compile(r"[a-z0-9]+")
LONGEST = 40
"""Letters of a word that are looked at; no word of a language is longer."""


def listed(name: str) -> tuple[str, ...]:
    """The lines of a list beside this file, without comments."""
    lines = (line.strip() for line in (_HERE / name).read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def stopwords() -> frozenset[str]:
    """Words that stand on every page and say nothing about one."""
    return frozenset(listed("stopwords.txt"))


def fold(text: str) -> str:
    """Lower case, without accents; `1.500.000` and `45,5` lose what stands between figures, `Jum'at` its mark."""
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", text.lower()))
    return _INSIDE.sub("", _NUMBER.sub("", plain))


def words(text: str) -> list[str]:
    """Every word and number in its order, stop words too."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text))]


def tells(word: str) -> bool:
    """Whether the word says anything: neither a stop word nor a single letter."""
    return word not in stopwords() and (len(word) > 1 or word.isdigit())
