"""Numbers, money, dates and lists as pages write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from content_tools.model.values import parse_number
from content_tools.model.when import When
from content_tools.model.writing import day, listed, number, rupiah


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [
        (Decimal("1500000"), None, "1.500.000"),
        (Decimal("45.5"), None, "45,5"),
        (Decimal("45.50"), None, "45,5"),
        (Decimal("45.50"), 2, "45,50"),
        (Decimal("84.0"), 1, "84,0"),
        (Decimal("1234.5"), None, "1.234,5"),
        (Decimal("-1.79"), None, "−1,79"),
        (Decimal("1E+3"), None, "1.000"),
        (0, None, "0"),
    ],
)
def test_a_number_has_dots_for_thousands_and_a_comma(
    value: Decimal | int, decimals: int | None, words: str
) -> None:
    assert number(value, decimals) == words


@pytest.mark.parametrize("words", ["1.500.000", "45,5", "1.234,56", "7"])
def test_what_pages_write_can_be_typed_back(words: str) -> None:
    assert number(parse_number(words)) == words


def test_money_is_written_in_full() -> None:
    assert rupiah(2_600_000_000) == "Rp2.600.000.000"


def test_a_day_has_its_month_in_words() -> None:
    assert day(date(2026, 11, 24)) == "24 November 2026"


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_a_list_is_a_sentence(items: list[str], words: str) -> None:
    assert listed(items) == words


def test_a_year_alone_lasts_until_its_december() -> None:
    assert When(2024).first_day == date(2024, 1, 1)
    assert When(2024).last_day == date(2024, 12, 31)
    assert When(2024, 2).last_day == date(2024, 2, 29)


def test_moments_are_told_no_more_exactly_than_they_are_known() -> None:
    assert [When(2024).short, When(2024, 3).short, When(2024, 3, 28).short] == [
        "2024",
        "Mar 2024",
        "Mar 2024",
    ]
    assert [When(2024).iso, When(2024, 3).iso, When(2024, 3, 8).iso] == ["2024", "2024-03", "2024-03-08"]


def test_moments_are_ordered_by_their_last_day() -> None:
    assert sorted([When(2024), When(2024, 11, 30), When(2023, 12)]) == [
        When(2023, 12),
        When(2024, 11, 30),
        When(2024),
    ]
