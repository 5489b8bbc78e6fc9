"""Indonesian words to their roots, the same way here and in `script/stemmer.js`; tests/search/stems.tsv holds both.

A word loses, from its end, one particle (-lah -kah -pun -tah), one possessive (-ku -mu -nya) and one suffix
(-kan -an -i), and from its front up to three prefixes, in all combinations. Where a prefix swallowed the first letter
of a root, both are tried: meng-/peng- may hide a k, meny-/peny- an s, mem-/pem- a p, men-/pen- a t.
What is left counts only when it is a known root: the longest of our own list (`roots.txt`), else the longest of the
site's own words that cannot be stripped themselves. Without one, the word stays whole; so does a listed root that only
looks affixed (bulan, taman), a word of less than five letters and whatever holds a figure. Pairs that the language does not have
(be-…-i, di-…-an, ke-…-i, ke-…-kan, me-…-an, se-…-i, se-…-kan, te-…-an) are not taken for affixes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from content_tools.search.words import listed

SHORTEST_WORD = 5
SHORTEST_ROOT = 3
SHORTEST_OWN = 4
"""Letters of a root that only the site's own words tell of."""

PREFIXES_AT_MOST = 3

_PARTICLE = re.compile(r"(?:lah|kah|pun|tah)$")
_POSSESSIVE = re.compile(r"(?:ku|mu|nya)$")
_SUFFIXES = ("kan", "an", "i")
_NO_PAIR = {
    "be": ("i",), "di": ("an",), "ke": ("i", "kan"), "me": ("an",), "se": ("i", "kan"), "te": ("an",),
}  # fmt: skip
_PREFIXES = (
    (re.compile(r"^(?:di|ke|se|pe)(?=..)"), ("",)),
    (re.compile(r"^(?:be|te|pe)(?=r|[^aeiou]er)"), ("",)),
    (re.compile(r"^(?:ber|ter|per)"), ("",)),
    (re.compile(r"^(?:bel|pel|tel)(?=a)"), ("",)),
    (re.compile(r"^[mp]e(?=[lmnrwy])"), ("",)),
    (re.compile(r"^[mp]eng(?=[aiueogh])"), ("",)),
    (re.compile(r"^[mp]eng(?=k)"), ("",)),
    (re.compile(r"^[mp]eng(?=[aiueo])"), ("k",)),
    (re.compile(r"^[mp]enge(?=.{3,4}$)"), ("",)),
    (re.compile(r"^[mp]eny(?=[aiueo])"), ("s",)),
    (re.compile(r"^[mp]em(?=[bfpv])"), ("",)),
    (re.compile(r"^[mp]em(?=[aiueor])"), ("p",)),
    (re.compile(r"^[mp]en(?=[cdjstz])"), ("",)),
    (re.compile(r"^[mp]en(?=[aiueo])"), ("t",)),
)
"""What is taken from the front, and the letter it may have swallowed."""


@cache
def listed_roots() -> frozenset[str]:
    """Our own reviewed list."""
    return frozenset(listed("roots.txt"))


def _shorter(word: str) -> Iterator[str]:
    for pattern, letters in _PREFIXES:
        rest = pattern.sub("", word, count=1)
        if rest != word:
            for letter in letters:
                yield letter + rest


def _without_ends(word: str) -> Iterator[tuple[str, str]]:
    """The word without its particle, its possessive, its suffix, in all combinations; and which suffix it lost."""
    bare = {word: None, _PARTICLE.sub("", word): None}
    for each in list(bare):
        bare[_POSSESSIVE.sub("", each)] = None
    for each in bare:
        yield each, ""
        for suffix in _SUFFIXES:
            if each.endswith(suffix):
                yield each[: -len(suffix)], suffix


def candidates(word: str) -> set[str]:
    """Everything the word may be made of, known or not; never the word itself."""
    found: set[str] = set()
    for stem, suffix in _without_ends(word):
        found.add(stem)
        if suffix in _NO_PAIR.get(word[:2], ()):
            # The pair does not exist: what looks like a prefix belongs to the root.
            continue
        forms = {stem}
        for _ in range(PREFIXES_AT_MOST):
            forms = {shorter for form in forms for shorter in _shorter(form)}
            found |= forms
    found.discard(word)
    return {form for form in found if len(form) >= SHORTEST_ROOT}


def _longest(forms: Iterable[str]) -> str | None:
    """The longest; of several as long, the first of the alphabet."""
    return min(forms, key=lambda form: (-len(form), form), default=None)


def strippable(word: str) -> bool:
    """Whether the word is long enough, and no figure is in it."""
    return len(word) >= SHORTEST_WORD and word.isalpha()


class Stemmer:
    """The listed roots together with those of one site."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        """`vocabulary` holds the site's own words; those that cannot be stripped may be roots of others."""
        self._listed = listed_roots()
        self._own: set[str] = set()
        self._known: dict[str, str] = {}
        for word in sorted(set(vocabulary), key=lambda word: (len(word), word)):
            if (
                self.stem(word) == word
                and len(word) >= SHORTEST_OWN
                and word.isalpha()
                and word not in self._listed
            ):
                self._own.add(word)
        self._known = {word: root for word, root in self._known.items() if word != root}
        self._own &= set(self._known.values())
        self.own_roots = frozenset(self._own)
        """Roots of the site that some other of its words is made of: what a browser must know besides the list."""

    def stem(self, word: str) -> str:
        """The root of a word as `words` gives it."""
        if word in self._known:
            return self._known[word]
        root = word
        if strippable(word) and word not in self._listed:
            forms = candidates(word)
            own = (form for form in forms & self._own if len(form) >= SHORTEST_OWN)
            root = _longest(forms & self._listed) or _longest(own) or word
        self._known[word] = root
        return root
