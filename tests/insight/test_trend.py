"""What a series says in one sentence, and the figures in words."""

from __future__ import annotations

from typing import Any

import pytest

from content_tools.insight.trend import (
    achieved_by_series,
    better,
    newest,
    sentence,
    span_words,
    value_words,
    with_unit,
)
from content_tools.model.indicator import Indicator
from content_tools.model.program import Span
from tests.insight.cities import indicator


def series(*pairs: tuple[str, str], **keys: Any) -> Indicator:
    """An indicator from times and figures."""
    return indicator([{"waktu": when, "angka": figure} for when, figure in pairs], **keys)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([("2021", "2,14"), ("2024", "3,86")], "Naik dari 2,14 (2021) menjadi 3,86 (2024)."),
        ([("2024", "4,7"), ("2022", "11,8"), ("2023", "9,4")], "Turun dari 11,8 (2022) menjadi 4,7 (2024)."),
        ([("2023", "7"), ("2024", "9"), ("2025", "7,0")], "Sama pada 2023 dan 2025: 7,0."),
        ([("2025-03", "740"), ("2026-10", "3155")], "Naik dari 740 (Mar 2025) menjadi 3.155 (Okt 2026)."),
        ([("2024", "3")], ""),
    ],
)
def test_the_sentence_says_only_what_two_figures_say(values: list[tuple[str, str]], words: str) -> None:
    assert sentence(series(*values)) == words


def test_two_series_are_never_joined() -> None:
    both = indicator(
        [
            {"waktu": "2019", "angka": "77,1", "seri": "lama"},
            {"waktu": "2020", "angka": "77,5", "seri": "lama"},
            {"waktu": "2021", "angka": "79,0", "seri": "baru"},
            {"waktu": "2023", "angka": "79,9", "seri": "baru"},
        ]
    )
    assert sentence(both) == "Naik dari 79,0 (2021) menjadi 79,9 (2023)."
    assert {name: len(values) for (name, _), values in achieved_by_series(both).items()} == {
        "lama": 2,
        "baru": 2,
    }


def test_a_new_series_with_one_figure_says_nothing_yet() -> None:
    both = indicator(
        [
            {"waktu": "2019", "angka": "77,1", "seri": "lama"},
            {"waktu": "2020", "angka": "77,5", "seri": "lama"},
            {"waktu": "2021", "angka": "79,0", "seri": "baru"},
        ]
    )
    assert sentence(both) == ""


@pytest.mark.parametrize("kind", ["target", "rencana", "rancangan"])
def test_what_is_only_meant_is_left_out(kind: str) -> None:
    meant = indicator(
        [
            {"waktu": "2023", "angka": "2"},
            {"waktu": "2024", "angka": "3"},
            {"waktu": "2030", "angka": "9", "jenis_nilai": kind},
        ]
    )
    assert sentence(meant) == "Naik dari 2 (2023) menjadi 3 (2024)."
    last = newest(meant)
    assert last is not None
    assert last.id == "nilai-1"


def test_a_part_of_the_city_is_not_the_city() -> None:
    parts = indicator(
        [
            {"waktu": "2023", "angka": "2"},
            {"waktu": "2024", "angka": "3"},
            {"waktu": "2025", "angka": "99", "wilayah": "bukitangin"},
        ]
    )
    assert sentence(parts) == "Naik dari 2 (2023) menjadi 3 (2024)."


def test_a_figure_without_a_date_is_in_no_series() -> None:
    assert sentence(indicator([{"angka": "1"}, {"waktu": "2024", "angka": "3"}])) == ""


def test_words_and_ranges_are_not_compared() -> None:
    assert (
        sentence(indicator([{"waktu": "2023", "predikat": "Baik"}, {"waktu": "2024", "predikat": "Cukup"}]))
        == ""
    )


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ({"dari": "50", "sampai": "80"}, "50–80"),
        ({"sampai": "100", "batas": "di_bawah"}, "di bawah 100"),
        ({"dari": "30", "batas": "sekitar"}, "sekitar 30"),
        ({"dari": "1500", "batas": "di_atas"}, "di atas 1.500"),
        ({"dari": "5"}, "5"),
    ],
)
def test_a_range_is_told_in_words(span: dict[str, str], words: str) -> None:
    assert span_words(Span.model_validate(span)) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ({"angka": "6,40"}, "persen", "6,40 persen"),
        ({"angka": "503161"}, "rupiah per orang per bulan", "Rp503.161 per orang per bulan"),
        ({"angka": "503161"}, "rupiah", "Rp503.161"),
        ({"angka": "7"}, None, "7"),
        ({"predikat": "Sangat baik"}, "predikat", "Sangat baik"),
        ({"rentang": {"dari": "5", "sampai": "8"}}, "hari", "5–8 hari"),
    ],
)
def test_a_figure_has_its_unit_and_as_many_digits_as_its_source(
    value: dict[str, Any], unit: str | None, words: str
) -> None:
    one = (
        indicator([{"waktu": "2024", **value}], satuan=unit)
        if unit
        else indicator([{"waktu": "2024", **value}])
    )
    assert with_unit(one, one.values[0]) == words
    assert value_words(one, one.values[0]) in words


def test_which_way_is_better_is_said_only_when_it_is_agreed() -> None:
    assert better(series(("2024", "1"), arah="turun")) == "makin rendah makin baik"
    assert better(series(("2024", "1"))) == ""
