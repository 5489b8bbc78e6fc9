"""Scalars as people write them: what is accepted, what it becomes, and the repair when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from content_tools.model.values import (
    parse_bool,
    parse_count,
    parse_day,
    parse_number,
    parse_rupiah,
    parse_text,
    parse_url,
    parse_when,
    parse_year,
)


def refusal(parse: Callable[[Any], Any], text: Any) -> tuple[str, str]:
    """What is wrong and what to write instead."""
    with pytest.raises(PydanticCustomError) as caught:
        parse(text)
    context = caught.value.context
    assert context is not None
    return context["pesan"], context["saran"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1500", "1500"),
        ("1.500.000", "1500000"),
        ("45,5", "45.5"),
        ("45.5", "45.5"),
        ("-1,79", "-1.79"),
        ("1.500,25", "1500.25"),
        ("2.10", "2.10"),
        ("6,40", "6.40"),
        (" 7 ", "7"),
    ],
)
def test_a_number_is_read_as_indonesians_write_it(text: str, value: str) -> None:
    number = parse_number(text)
    assert (number, str(number)) == (Decimal(value), value)


def test_digits_after_the_comma_are_kept_as_the_source_wrote_them() -> None:
    assert str(parse_number("84,0")) == "84.0"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("1.500", "dapat dibaca dua cara", 'Tulis "1,500" bila desimal, atau 1500 bila ribuan.'),
        ("banyak", "“banyak” bukan angka", 'Tulis angka, mis. 1500 atau "45,5".'),
        ("20 persen", "“20 persen” bukan angka", "Tulis angkanya saja, mis. 20."),
        ("1,500,25", "bukan angka", 'Pakai satu koma untuk desimal dan titik untuk ribuan, mis. "1.500,25".'),
        ("1e3", "bukan angka", "Tulis angkanya saja"),
        ("nan", "“nan” bukan angka", "Tulis angka"),
        ("12:30", "“12:30” bukan angka", "Tulis angkanya saja"),
        ("1.50.000", "bukan angka", "Tulis angkanya saja"),
    ],
)
def test_what_is_no_number_is_refused_with_the_repair(text: str, message: str, hint: str) -> None:
    told, repair = refusal(parse_number, text)
    assert message in told
    assert hint in repair


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2600000000", 2_600_000_000),
        ("1.250.000.000", 1_250_000_000),
        ("Rp1.250.000.000", 1_250_000_000),
        ("Rp 1.250.000.000", 1_250_000_000),
        ("rp. 1.500.000", 1_500_000),
        ("Rp1.500.000,00", 1_500_000),
        ("Rp1.500.000,-", 1_500_000),
        ("1.500", 1_500),
        ("0", 0),
    ],
)
def test_money_is_whole_rupiah_however_it_is_written(text: str, amount: int) -> None:
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2,6 miliar", "bukan rupiah penuh", "Tulis rupiah penuh tanpa kata, mis. 2600000000."),
        ("1.500,75", "bukan rupiah penuh", "Tulis rupiah penuh"),
        ("1,500,000", "bukan rupiah penuh", "Tulis rupiah penuh"),
        ("-500", "“-500” negatif", "Uang ditulis tanpa tanda minus; selisih dijelaskan di catatan."),
        ("", "bukan rupiah penuh", "Tulis rupiah penuh"),
    ],
)
def test_money_in_words_in_parts_or_below_zero_is_refused(text: str, message: str, hint: str) -> None:
    told, repair = refusal(parse_rupiah, text)
    assert message in told
    assert hint in repair


@pytest.mark.parametrize(
    ("text", "iso", "words"),
    [
        ("2024", "2024", "2024"),
        ("2024-03", "2024-03", "Maret 2024"),
        ("2024-3", "2024-03", "Maret 2024"),
        ("2024-03-28", "2024-03-28", "28 Maret 2024"),
        ("28/03/2024", "2024-03-28", "28 Maret 2024"),
        ("28.3.2024", "2024-03-28", "28 Maret 2024"),
        ("28 Maret 2024", "2024-03-28", "28 Maret 2024"),
        ("28 maret 2024", "2024-03-28", "28 Maret 2024"),
        ("Maret 2024", "2024-03", "Maret 2024"),
        ("Agu 2024", "2024-08", "Agustus 2024"),
        ("Nopember 2024", "2024-11", "November 2024"),
        ("1 Pebruari 2024", "2024-02-01", "1 Februari 2024"),
        ("2024-02-29", "2024-02-29", "29 Februari 2024"),
    ],
)
def test_a_date_is_as_exact_as_it_was_written(text: str, iso: str, words: str) -> None:
    when = parse_when(text)
    assert (when.iso, when.words) == (iso, words)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2024-02-30", "tanggal “2024-02-30” tidak ada", "mis. 2026-02-28"),
        ("31 April 2024", "tidak ada", "Periksa hari dan bulannya"),
        ("2024-13", "tidak ada", "Periksa hari dan bulannya"),
        ("03/28/2024", "berbulan 28", "Hari dan bulan mungkin tertukar: tulis 2024-03-28."),
        ("kemarin", "bukan tanggal", "2026, 2026-03, 2026-03-28"),
        ("28 March 2024", "bukan tanggal", "2026, 2026-03, 2026-03-28"),
        ("12:30", "bukan tanggal", "2026, 2026-03, 2026-03-28"),
        ("1024", "tidak ada", "Periksa"),
    ],
)
def test_what_is_no_date_is_refused_with_the_repair(text: str, message: str, hint: str) -> None:
    told, repair = refusal(parse_when, text)
    assert message in told
    assert hint in repair


@pytest.mark.parametrize("text", ["2024-00", "2024-03-00", "00/03/2024", "0 Maret 2024"])
def test_a_month_or_a_day_of_zero_does_not_exist(text: str) -> None:
    assert "tidak ada" in refusal(parse_when, text)[0]


def test_a_full_date_is_asked_for_where_a_day_is_wanted() -> None:
    assert parse_day("28 Maret 2024").isoformat() == "2024-03-28"
    assert refusal(parse_day, "2024-03") == (
        "“2024-03” belum lengkap",
        "Tulis tanggal lengkap, mis. 2026-03-28.",
    )


@pytest.mark.parametrize(
    ("text", "answer"), [("ya", True), ("Tidak", False), ("true", True), ("false", False)]
)
def test_yes_and_no_are_words(text: str, answer: bool) -> None:
    assert parse_bool(text) is answer


@pytest.mark.parametrize("text", ["no", "yes", "1", "on"])
def test_what_only_yaml_calls_yes_or_no_is_refused(text: str) -> None:
    assert refusal(parse_bool, text) == (f"“{text}” bukan ya atau tidak", "Tulis ya atau tidak.")


@pytest.mark.parametrize("text", ["26", "1899", "2101", "2024-03", "dua ribu"])
def test_a_year_has_four_digits_between_1900_and_2100(text: str) -> None:
    assert parse_year("2026") == 2026
    assert refusal(parse_year, text) == (f"“{text}” bukan tahun", "Tulis empat angka, mis. 2026.")


@pytest.mark.parametrize("text", ["-1", "2,5", "dua", "²"])
def test_a_count_is_a_whole_number(text: str) -> None:
    assert parse_count("024") == 24
    assert "bukan bilangan bulat" in refusal(parse_count, text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "contoh.example",
        "ftp://contoh.example",
        "https://a b",
        'https://a"b',
        "https://",
    ],
)
def test_an_address_begins_with_http_and_holds_no_blank_or_quote(text: str) -> None:
    assert parse_url("https://contoh.example/a?b=c#d") == "https://contoh.example/a?b=c#d"
    assert refusal(parse_url, text)[1] == "Tulis alamat lengkap yang mulai dengan https://"


def test_a_text_of_blanks_is_empty() -> None:
    assert parse_text("  isi  ") == "isi"
    assert refusal(parse_text, "   ")[0] == "isinya kosong"


@pytest.mark.parametrize(
    "parse", [parse_text, parse_number, parse_rupiah, parse_when, parse_year, parse_count, parse_bool]
)
def test_a_list_is_refused_where_one_value_is_wanted(parse: Callable[[Any], Any]) -> None:
    assert refusal(parse, ["satu"]) == (
        "di sini diharapkan satu nilai",
        "Tulis satu nilai, bukan daftar atau isian bertingkat.",
    )
