"""Gathers what was found on which pages, so that one fault on a hundred pages is one line."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


class Findings:
    """Faults, and the places where each stands."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def add(self, place: str, faults: Iterable[object]) -> None:
        """Note the faults of one page."""
        for fault in faults:
            self._places.setdefault(str(fault), []).append(place)

    def none_expected(self) -> None:
        """Fail with all lines, the most frequent first, unless there is none."""
        ordered = sorted(self._places.items(), key=lambda item: (-len(set(item[1])), item[0]))
        lines = [f"{len(set(places))} halaman, mis. /{places[0]}: {fault}" for fault, places in ordered]
        if lines:
            pytest.fail("\n".join(lines), pytrace=False)
