"""One copy of the invented city for all mistakes, as it was before each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.mistakes.city import City


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> City:
    """The copy; made once a run."""
    return City(tmp_path_factory.mktemp("keliru") / "kota")


@pytest.fixture
def city(copied: City) -> Iterator[City]:
    """The copy without a mistake."""
    yield copied
    copied.restore()
