"""Entries to weights: which term speaks how strongly for which entry.

The formula is BM25F (Robertson and Zaragoza 2009). Per entry d and term t, over its fields f:
    frequency  tf(t,d) = Σ_f  w_f · n_f(t,d) / (1 − b_f + b_f · length_f(d) / average_f)
    rarity     idf(t)  = ln(1 + (N − df + 0.5) / (df + 0.5))
    weight     W(t,d)  = prior(kind of d) · idf(t) · tf / (k + tf)
n_f counts a term in a field (synonyms in shares), length_f the words of the field, N the entries, df those with t.
A query's score of d sums W over its words, times (covered share of the query's rarity)^2: an entry that has all the
words stands before one that has one of them often. All but that last step is done here; the browser adds up whole
numbers from 1 to `HIGHEST`. No record has a boost of its own: kinds have priors, fields have weights, nothing else.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content_tools.search.entries import Entry
from content_tools.search.stemmer import Stemmer
from content_tools.search.synonyms import LONGEST_COMPOUND, Synonyms
from content_tools.search.words import name_key, tells, words

K = 1.2
HIGHEST = 90
"""Weights are told as whole numbers up to this one."""

FIELDS = {
    "title": (6.0, 0.3), "names": (6.0, 0.3), "summary": (2.5, 0.5), "body": (1.0, 0.7), "places": (2.0, 0.3),
    "agencies": (1.5, 0.3), "groups": (1.5, 0.2),
}  # fmt: skip
"""Weight of a field, and how much its length counts (0–1)."""

PRIORS = {
    "program": 1.0, "wilayah": 1.0, "instansi": 0.95, "topik": 0.95, "dimensi": 0.85, "angka": 0.9, "dokumen": 0.85,
    "dasar-hukum": 0.75, "istilah": 0.75, "riwayat": 0.6, "belum-ditemukan": 0.65, "halaman": 0.8,
}  # fmt: skip
"""What a reader more likely looks for, by kind."""

IN_NAMES = ("title", "names")


@dataclass(frozen=True)
class Ranking:
    """The weights of all terms, and what phrases and typing errors need besides."""

    weights: Mapping[str, Mapping[int, int]]
    """Term to entry number to weight, 1–`HIGHEST`; terms that begin with `=` are whole names."""
    positions: Mapping[str, Mapping[int, Sequence[int]]]
    """Term to entry number to where it stands in the entry, counted in words."""
    spellings: Mapping[str, int]
    """Every word as it is written, and how many entries write it."""


class Texts:
    """Words and roots of texts, remembered: while serving, most texts are those of the build before."""

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


def _counts(entry: Entry, texts: Texts, stemmer: Stemmer, synonyms: Synonyms) -> tuple[dict[str, dict[str, float]], dict[str, list[int]], set[str], dict[str, int]]:
    """Per field the counts of its terms; positions of terms; words as written; lengths of fields."""
    counted: dict[str, dict[str, float]] = {}
    positions: dict[str, list[int]] = {}
    written: set[str] = set()
    lengths: dict[str, int] = {}
    at = 0
    for name in FIELDS:
        parts = entry.names if name == "names" else (field_text(entry, name),)
        counts: Counter[str] = Counter()
        length = 0
        for part in parts:
            roots = []
            for word in texts.words(part):
                at += 1
                if tells(word):
                    root = stemmer.stem(word)
                    written.add(word)
                    roots.append(root)
                    positions.setdefault(root, []).append(at)
            at += 10
            counts.update(roots)
            length += len(roots)
            if name in IN_NAMES:
                counts.update(_compounds(roots))
            for term, share in synonyms.said(roots).items():
                counts[term] += share  # type: ignore[assignment]
        counted[name], lengths[name] = dict(counts), length
    return counted, positions, written, lengths


def rank(entries: Sequence[Entry], texts: Texts, stemmer: Stemmer, synonyms: Synonyms) -> Ranking:
    """The weights of every term in every entry."""
    counted, positions, spellings = [], {}, Counter()
    totals: Counter[str] = Counter()
    for number, entry in enumerate(entries):
        counts, places, written, lengths = _counts(entry, texts, stemmer, synonyms)
        counted.append((counts, lengths))
        totals.update(lengths)
        spellings.update(written)
        for term, each in places.items():
            positions.setdefault(term, {})[number] = each
    filled = {name: sum(lengths[name] > 0 for _, lengths in counted) or 1 for name in FIELDS}
    averages = {name: totals[name] / filled[name] or 1.0 for name in FIELDS}

    frequencies: dict[str, dict[int, float]] = {}
    for number, (counts, lengths) in enumerate(counted):
        for name, (weight, b) in FIELDS.items():
            norm = 1 - b + b * lengths[name] / averages[name]
            for term, count in counts[name].items():
                per_entry = frequencies.setdefault(term, {})
                per_entry[number] = per_entry.get(number, 0.0) + weight * count / norm
    total = len(entries)
    highest = math.log(1 + (total - 0.5) / 1.5)
    weights: dict[str, dict[int, int]] = {}
    for term, per_entry in frequencies.items():
        idf = math.log(1 + (total - len(per_entry) + 0.5) / (len(per_entry) + 0.5))
        weights[term] = {
            number: max(1, round(HIGHEST * PRIORS[entries[number].kind] * idf / highest * tf / (K + tf)))
            for number, tf in per_entry.items()
        }
    for number, entry in enumerate(entries):
        for name in dict.fromkeys((entry.title, *entry.names)):
            key = name_key(name)
            if key != "=":
                weights.setdefault(key, {})[number] = max(1, round(HIGHEST * PRIORS[entry.kind]))
    return Ranking(weights, positions, spellings)
