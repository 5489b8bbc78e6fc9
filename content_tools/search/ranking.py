"""Entries to weights: which term speaks how strongly for which entry.

The formula is BM25F (Robertson and Zaragoza 2009). Per entry d and term t, over its fields f:
    frequency  tf(t,d) = Σ_f  w_f · n_f(t,d) / (1 − b_f + b_f · length_f(d) / average_f)
    rarity     idf(t)  = ln(1 + (N − df + 0.5) / (df + 0.5))
    weight     W(t,d)  = prior(kind of d) · idf(t) · tf / (k + tf)
n_f counts a term in a field, length_f the words of the field, N the entries, df those with t. What a field means by a
synonym has its own tf; of W by word and share · W by synonym the larger counts.
A query's score of d sums W over its words, times (covered share of the query's rarity)^1.5: an entry that has all the
words stands before one that has one of them often. All but that last step is done here; the browser adds up whole
numbers from 1 to `HIGHEST`. No record has a boost of its own: kinds have priors, fields have weights, nothing else.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content_tools.search.entry import OFFICE, Entry
from content_tools.search.stemmer import Stemmer
from content_tools.search.synonyms import LONGEST_COMPOUND, Synonyms
from content_tools.search.words import tells, words

K = 6.0
HIGHEST = 90
"""Weights are told as whole numbers up to this one."""

FIELDS = {
    "title": (7.0, 0.6), "names": (7.0, 0.6), "summary": (3.0, 0.5), "body": (0.9, 0.7), "places": (1.5, 0.3),
    "agencies": (1.0, 0.3), "groups": (1.0, 0.2), "lists": (0.3, 0.8),
}  # fmt: skip
"""Weight of a field, and how much its length counts (0–1)."""

PRIORS = {
    "program": 1.0, "wilayah": 0.65, "instansi": 0.85, "topik": 0.5, "halaman": 0.8, "dimensi": 0.45, "angka": 0.8,
    "dokumen": 0.85, "dasar-hukum": 0.75, "istilah": 0.5, "riwayat": 0.7, "belum-ditemukan": 0.45, OFFICE: 0.6,
}  # fmt: skip
"""What a reader more likely looks for, by kind; of several things with the name that was asked for, the first of these."""

IN_NAMES = ("title", "names", "places")
WHOLE = "="
"""Ends a term that is a whole name, all its words joined: `pasarkota=`."""
GAP = 10
"""Words of distance between two fields, so that no phrase reaches over."""


@dataclass(frozen=True)
class Ranking:
    """The weights of all terms, and what phrases and typing errors need besides."""

    weights: Mapping[str, Mapping[int, int]]
    """Term to entry number to weight, 1–`HIGHEST`; terms that end with `WHOLE` are whole names."""
    positions: Mapping[str, Mapping[int, Sequence[int]]]
    """Term to entry number to where it stands in the entry, counted in words."""
    spellings: Mapping[str, int]
    """Every word as it is written, and how many entries write it."""


class Texts:
    """Words of texts, remembered: while serving, most texts are those of the build before."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}

    def words(self, text: str) -> list[str]:
        """`words(text)`, made once a text."""
        known = self._words.get(text)
        if known is None:
            known = self._words[text] = words(text)
        return known


def field_text(entry: Entry, name: str) -> str:
    """A field of an entry as one text."""
    value = getattr(entry, name)
    return value if isinstance(value, str) else " . ".join(value)


def _compounds(roots: Sequence[str]) -> list[str]:
    """Neighbouring words of a name joined to one term: `iring mulyo` is found as `iringmulyo`."""
    longest = min(LONGEST_COMPOUND, len(roots))
    return [
        "".join(roots[at : at + size])
        for size in range(2, longest + 1)
        for at in range(len(roots) - size + 1)
        if size == 2 or size == len(roots)
    ]


@dataclass
class _Counted:
    """One entry, counted."""

    said: dict[str, Counter[str]]
    """Per field how often it says a term."""
    meant: dict[str, Counter[tuple[str, float]]]
    """Per field how often it means one by another word, with the share of the weight."""
    lengths: dict[str, int]
    positions: dict[str, list[int]]
    written: set[str]


def _count(entry: Entry, texts: Texts, stemmer: Stemmer, synonyms: Synonyms) -> _Counted:
    counted = _Counted({}, {}, {}, {}, set())
    at = 0
    for name in FIELDS:
        said: Counter[str] = Counter()
        meant: Counter[tuple[str, float]] = Counter()
        length = 0
        for part in entry.names if name == "names" else (field_text(entry, name),):
            roots = []
            for word in texts.words(part):
                at += 1
                if tells(word):
                    root = stemmer.stem(word)
                    counted.written.add(word)
                    roots.append(root)
                    counted.positions.setdefault(root, []).append(at)
            at += GAP
            length += len(roots)
            said.update(roots)
            if name in IN_NAMES:
                said.update(_compounds(roots))
            meant.update(synonyms.said(roots))
        counted.said[name], counted.meant[name], counted.lengths[name] = said, meant, length
    return counted


def _strengths(counted: Sequence[_Counted]) -> dict[str, dict[int, float]]:
    """Term to entry to its saturated frequency, 0–1."""
    filled = {name: [each.lengths[name] for each in counted if each.lengths[name]] for name in FIELDS}
    averages = {name: sum(lengths) / len(lengths) if lengths else 1.0 for name, lengths in filled.items()}
    strengths: dict[str, dict[int, float]] = {}
    for number, each in enumerate(counted):
        frequencies: dict[tuple[str, float], float] = {}
        for name, (weight, b) in FIELDS.items():
            worth = weight / (1 - b + b * each.lengths[name] / averages[name])
            for term, count in each.said[name].items():
                frequencies[term, 1.0] = frequencies.get((term, 1.0), 0.0) + worth * count
            for key, count in each.meant[name].items():
                frequencies[key] = frequencies.get(key, 0.0) + worth * count
        for (term, share), frequency in frequencies.items():
            per_entry = strengths.setdefault(term, {})
            per_entry[number] = max(per_entry.get(number, 0.0), share * frequency / (K + frequency))
    return strengths


def rank(entries: Sequence[Entry], texts: Texts, stemmer: Stemmer, synonyms: Synonyms) -> Ranking:
    """The weights of every term in every entry."""
    counted = [_count(entry, texts, stemmer, synonyms) for entry in entries]
    total = len(entries)

    def rarity(holders: int) -> float:
        return math.log(1 + (total - holders + 0.5) / (holders + 0.5))

    exact = {
        term: {
            number: PRIORS[entries[number].weighed_as or entries[number].kind]
            * rarity(len(per_entry))
            * strength
            for number, strength in per_entry.items()
        }
        for term, per_entry in _strengths(counted).items()
    }
    scale = HIGHEST / max(
        (weight for per_entry in exact.values() for weight in per_entry.values()), default=1.0
    )
    weights = {
        term: {number: max(1, round(scale * weight)) for number, weight in per_entry.items()}
        for term, per_entry in exact.items()
    }
    positions: dict[str, dict[int, Sequence[int]]] = {}
    spellings: Counter[str] = Counter()
    for number, (entry, each) in enumerate(zip(entries, counted, strict=True)):
        for name in (entry.title, *entry.names):
            if key := "".join(stemmer.stem(word) for word in texts.words(name)):
                weights.setdefault(key + WHOLE, {})[number] = HIGHEST - list(PRIORS).index(entry.kind)
        for term, places in each.positions.items():
            positions.setdefault(term, {})[number] = places
        spellings.update(each.written)
    return Ranking(weights, positions, spellings)
