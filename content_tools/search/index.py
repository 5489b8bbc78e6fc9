"""The whole search as files below one folder: the script that asks, and what it asks.

`mesin.js` holds the program, the roots, and where each shard begins. Beside it lie `p…` (which entries have a word, how
strongly), `f…` (where it stands in them, for phrases), `m…` (what a result shows), `n…` (names, while typing), `e…`
(spellings by initial letter, for typing errors) and `saring` (filters). The folder is named by its content, so that a
browser may keep it for ever; nothing of it is loaded before a reader turns to the search.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from content_tools.pages.assets import joined
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.search import shards
from content_tools.search.entries import search_entries
from content_tools.search.entry import KINDS, Entry
from content_tools.search.filters import filters
from content_tools.search.ranking import FIELDS, WHOLE, Ranking, Texts, field_text, rank
from content_tools.search.stemmer import Stemmer, listed_roots
from content_tools.search.synonyms import LONGEST_COMPOUND, Synonyms
from content_tools.search.synonyms import texts as synonym_texts
from content_tools.search.words import LONGEST, stopwords, tells, words

SCRIPTS = Path(__file__).parent / "script"
SERVED = "cari"
"""The folder's name while serving: a changed index then changes no page."""

SUGGESTED = frozenset(("program", "wilayah", "instansi", "topik", "dimensi", "angka", "dokumen", "istilah"))
"""Kinds whose names are offered while typing."""

SHORTEST_SPELLING = 4
"""Letters of a word that is offered for a typing error."""


@dataclass(frozen=True)
class SearchIndex:
    """The files by their addresses, and the address of the one that a page begins with."""

    engine: str
    files: Mapping[str, bytes]


class Memory:
    """What one build leaves to the next while serving."""

    def __init__(self) -> None:
        self.texts = Texts()
        self._vocabulary: frozenset[str] = frozenset()
        self._stemmer = Stemmer()

    def stemmer(self, vocabulary: frozenset[str]) -> Stemmer:
        """The stemmer of a vocabulary; the last one when nothing changed."""
        if vocabulary != self._vocabulary:
            self._vocabulary, self._stemmer = vocabulary, Stemmer(vocabulary)
        return self._stemmer


def _suggestions(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """For each word of a name a line: the word, the name, its kind's number, where it stands."""
    kinds = list(KINDS)
    lines = set()
    for entry in entries:
        if entry.kind not in SUGGESTED:
            continue
        short = (
            entry.names[0]
            if entry.names and entry.kind in ("program", "instansi", "istilah", "dokumen")
            else ""
        )
        label = f"{entry.title} ({short})" if short and short not in entry.title else entry.title
        for word in {
            word
            for word in words(f"{label} {' '.join(entry.names)}" if entry.kind == "wilayah" else label)
            if tells(word)
        }:
            lines.add((word, f"{word}\t{label}\t{shards.number(kinds.index(entry.kind))}\t{entry.path}"))
    return sorted(lines)


def _spellings(ranking: Ranking, meant: Iterable[str]) -> dict[str, str]:
    """Per initial letter its words, each with how many entries write it (at most one character's worth); `meant` are
    words that no entry writes but some mean."""
    counts = dict.fromkeys(meant, 1) | dict(ranking.spellings)
    found: dict[str, list[str]] = {}
    for word, count in sorted(counts.items()):
        if len(word) >= SHORTEST_SPELLING and word.isalpha():
            found.setdefault(word[0], []).append(word + shards.LETTERS[min(count, shards.HALF)])
    return {letter: "\n".join(lines) for letter, lines in found.items()}


def _chunks(entries: Sequence[Entry]) -> list[list[list[object]]]:
    kinds = list(KINDS)
    rows: list[list[object]] = []
    for entry in entries:
        row = [entry.path, kinds.index(entry.kind), entry.title, entry.summary, entry.belongs]
        rows.append([*row, entry.lang] if entry.lang else row)
    return [rows[at : at + shards.PER_CHUNK] for at in range(0, len(rows), shards.PER_CHUNK)]


def search_index(press: Press, pages: Iterable[Page], memory: Memory | None = None) -> SearchIndex:
    """Build the search of a press. With a `memory`, as while serving, the folder's name does not change."""
    entries = search_entries(press, pages)
    used = memory or Memory()
    texts = used.texts
    vocabulary = {
        word for entry in entries for name in FIELDS for word in texts.words(field_text(entry, name))
    }
    synonym_words = {word for text in synonym_texts(press.plan) for word in texts.words(text) if tells(word)}
    vocabulary |= synonym_words
    stemmer = used.stemmer(frozenset(vocabulary))
    ranking = rank(entries, texts, stemmer, Synonyms(press.plan, stemmer))

    contents: dict[str, object] = {}
    first: dict[str, list[str]] = {}
    lines = {
        "p": sorted((term, f"{term}\t{shards.postings(weights)}") for term, weights in ranking.weights.items()),
        "f": sorted((term, f"{term}\t{shards.places(found)}") for term, found in ranking.positions.items()),
        "n": _suggestions(entries),
    }  # fmt: skip
    for letter, every in lines.items():
        runs = list(shards.cut(every, shards.CUT * (2 if letter != "p" else 1)))
        first[letter] = [key for key, _ in runs]
        contents |= {f"{letter}{number}": text for number, (_, text) in enumerate(runs)}
    contents |= {f"m{number}": chunk for number, chunk in enumerate(_chunks(entries))}
    spellings = _spellings(ranking, (word for word in synonym_words if stemmer.stem(word) in ranking.weights))
    contents |= {f"e{letter}": text for letter, text in spellings.items()}
    contents["saring"] = filters(press.plan, entries)
    known = {
        "entries": len(entries), "perChunk": shards.PER_CHUNK, "letters": shards.LETTERS, "whole": WHOLE, "first": first,
        "spellings": "".join(sorted(spellings)), "kinds": list(KINDS.items()), "longestWord": LONGEST, "longestCompound": LONGEST_COMPOUND,
        "stopwords": " ".join(sorted(stopwords())), "roots": " ".join(sorted(listed_roots())), "ownRoots": " ".join(sorted(stemmer.own_roots)),
    }  # fmt: skip
    known_text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    engine = f"var masterplanSearch={{known:{known_text}}};\n{joined(SCRIPTS.glob('*.js'))}".encode()
    files = {"mesin.js": engine} | {
        f"{name}.js": shards.script(name, content) for name, content in contents.items()
    }
    digest = hashlib.sha256(b"\0".join(name.encode() + b"\0" + data for name, data in sorted(files.items())))
    folder = f"assets/{SERVED if memory else f'cari.{digest.hexdigest()[:8]}'}"
    return SearchIndex(f"{folder}/mesin.js", {f"{folder}/{name}": data for name, data in files.items()})
