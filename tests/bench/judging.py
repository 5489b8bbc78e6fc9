"""What was found, beside what should be found.

An entry on a page (`istilah/#ikd`) counts as found by another search when that names the page, since it knows only pages;
ours must name the entry itself.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def hits(found: Sequence[str], wanted: Sequence[str], by_page: bool) -> set[str]:
    """Which wanted addresses are among the found ones; `by_page`: a page stands for every entry on it."""
    if not by_page:
        return set(found) & set(wanted)
    pages = {address.split("#")[0] for address in found}
    return {address for address in wanted if address.split("#")[0] in pages}


def share(found: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]], by_page: bool) -> float:
    """The mean share of the wanted addresses among the first ten of each query."""
    return statistics.mean(
        len(hits(each[:10], asked, by_page)) / len(asked) for each, asked in zip(found, wanted, strict=True)
    )


def first_right(found: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]], by_page: bool) -> float:
    """The share of queries whose first result is one of the wanted ones."""
    return statistics.mean(
        bool(hits(each[:1], asked, by_page)) for each, asked in zip(found, wanted, strict=True)
    )
