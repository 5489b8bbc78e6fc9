"""Different words for one thing: `data/sinonim.yml`, and the abbreviations that the records give themselves.

Worked in when the index is built: an entry that says one word of a group is found by the others too, at a share of
the weight. The browser knows nothing of synonyms, and a query costs no more bytes. A group's entry of several words
becomes one compound term ("rumah sakit": `rumahsakit`), which a query's neighbouring words are joined to as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from content_tools.model.plan import Plan
from content_tools.search.stemmer import Stemmer
from content_tools.search.words import tells, words

SAME = 0.95
"""Share of the weight for an abbreviation and what it stands for."""
NEAR = 0.85
"""Share of the weight for words that people use for the same thing."""

LONGEST_COMPOUND = 6
"""Words that are joined to one term at most, here and in a query."""

Phrase = tuple[str, ...]
"""The roots of an entry of a group."""


def _groups(plan: Plan) -> Iterator[tuple[float, list[str]]]:
    for term in plan.terms.values():
        if term.abbreviation:
            yield SAME, [term.abbreviation, term.name]
    for body in plan.agencies.values():
        yield SAME, [body.abbreviation, body.name]
    for program in plan.programs.values():
        if program.abbreviation:
            yield SAME, [program.abbreviation, program.name]
    for group in plan.synonyms.groups:
        yield NEAR, list(group.words)


def texts(plan: Plan) -> Iterator[str]:
    """Every text of every group: words that the stemmer must know of."""
    for _, group in _groups(plan):
        yield from group


class Synonyms:
    """The groups of one plan, as roots."""

    def __init__(self, plan: Plan, stemmer: Stemmer) -> None:
        self._others: dict[Phrase, dict[str, float]] = {}
        for share, group in _groups(plan):
            phrases = dict.fromkeys(self._phrase(text, stemmer) for text in group)
            known = [phrase for phrase in phrases if 0 < len(phrase) <= LONGEST_COMPOUND]
            for phrase in known:
                others = self._others.setdefault(phrase, {})
                for other in known:
                    if other != phrase:
                        others["".join(other)] = max(share, others.get("".join(other), 0.0))
        self._begin: dict[str, list[Phrase]] = {}
        for phrase in self._others:
            self._begin.setdefault(phrase[0], []).append(phrase)

    @staticmethod
    def _phrase(text: str, stemmer: Stemmer) -> Phrase:
        return tuple(stemmer.stem(word) for word in words(text) if tells(word))

    def said(self, roots: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Terms that a text does not say but means, each with its share of the weight; and the compounds that it says,
        with 1. A term comes as often as it is meant.

        `roots` are a field's roots in their order, stop words left out.
        """
        for at, root in enumerate(roots):
            for phrase in self._begin.get(root, ()):
                if tuple(roots[at : at + len(phrase)]) == phrase:
                    if len(phrase) > 1:
                        yield "".join(phrase), 1.0
                    yield from self._others[phrase].items()
