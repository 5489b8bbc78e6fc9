"""Scalars as Indonesians write them: text from a file becomes what the model says, never a guess.

Every parser takes the text of one YAML scalar and returns a value or raises `PydanticCustomError`
of type `nilai` with `jenis` (the id of the kind of problem), `pesan` (what is wrong) and `saran` (what to write
instead).
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from content_tools.model.unwanted import HIDDEN, HTML
from content_tools.model.when import MONTHS, When, day_exists


def refuse(kind: str, message: str, hint: str) -> PydanticCustomError:
    """The one way a value is refused; `kind` is the id of a kind of problem."""
    return PydanticCustomError("nilai", "{pesan}", {"jenis": kind, "pesan": message, "saran": hint})


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise refuse(
        "satu-nilai", "di sini diharapkan satu nilai", "Tulis satu nilai, bukan daftar atau isian bertingkat."
    )


def parse_text(value: Any) -> str:
    """Plain text without surrounding blanks; a blank text is refused."""
    text = _text(value).strip()
    if not text:
        raise refuse(
            "isi-kosong", "isinya kosong", "Isi nilainya, atau hapus kuncinya bila memang tidak ada."
        )
    if HIDDEN.search(text):
        raise refuse(
            "huruf-tersembunyi", "ada huruf tersembunyi di dalam teks", "Hapus dan ketik ulang teksnya."
        )
    if ("<" in text or "&" in text) and (match := HTML.search(text)):
        raise refuse(
            "teks-html",
            f"ada tanda HTML {match.group()[:20]} di dalam teks",
            "Hapus tandanya; tulis tanda baca biasa, mis. & bukan &amp;.",
        )
    return text


_YES = {"ya": True, "true": True, "tidak": False, "false": False}


def parse_bool(value: Any) -> bool:
    """`ya` or `tidak` (`true`, `false` as form editors write them)."""
    if isinstance(value, bool):
        return value
    answer = _YES.get(_text(value).strip().lower())
    if answer is None:
        raise refuse("bukan-ya-tidak", f"“{value}” bukan ya atau tidak", "Tulis ya atau tidak.")
    return answer


MAX_DIGITS = 18
"""More digits than any figure of a city needs; a longer one is a slip of the keyboard."""

_INT = re.compile(r"-?[0-9]+$")
_GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+$")
_DECIMAL = re.compile(r"-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]+$")
_DOTTED = re.compile(r"-?[0-9]+\.[0-9]+$")


def parse_number(value: Any) -> Decimal:
    """A number in Indonesian writing: `1.500.000`, `45,5`, `-1,79`; also `45.5`.

    One dot before exactly three digits (`1.500`) may mean either and is refused.
    """
    if isinstance(value, Decimal):
        return value
    text = _text(value).strip()
    if len(text) > MAX_DIGITS:
        raise refuse(
            "angka-panjang",
            "angka ini terlalu panjang",
            f"Paling banyak {MAX_DIGITS} angka; periksa satuannya.",
        )
    if _INT.match(text):
        return Decimal(text)
    if _DECIMAL.match(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _GROUPED.match(text):
        if text.count(".") == 1:
            whole, part = text.split(".")
            raise refuse(
                "angka-dua-arti",
                f"“{text}” dapat dibaca dua cara",
                f'Tulis "{whole},{part}" bila desimal, atau {whole}{part} bila ribuan.',
            )
        return Decimal(text.replace(".", ""))
    if _DOTTED.match(text):
        return Decimal(text)
    digits = re.sub(r"[^0-9,.-]", "", text)
    hint = (
        f"Tulis angkanya saja, mis. {digits}."
        if re.search(r"[0-9]", digits)
        else 'Tulis angka, mis. 1500 atau "45,5".'
    )
    if text.count(",") > 1:
        hint = 'Pakai satu koma untuk desimal dan titik untuk ribuan, mis. "1.500,25".'
    raise refuse("bukan-angka", f"“{text}” bukan angka", hint)


def parse_rupiah(value: Any) -> int:
    """Whole rupiah, not negative: `1500000`, `1.500.000`, `Rp1.500.000`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value).strip()
    if text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS:
        return int(text)
    bare = re.sub(r"^Rp\.?\s*", "", text, flags=re.IGNORECASE)
    bare = re.sub(r",(00|-)$", "", bare)
    if _GROUPED.match(bare):
        bare = bare.replace(".", "")
    if len(bare) > MAX_DIGITS:
        raise refuse("angka-panjang", "jumlah ini terlalu besar", "Periksa banyaknya angka nol.")
    if not bare.isascii() or not bare.isdigit():
        if bare.startswith("-"):
            raise refuse(
                "rupiah-negatif",
                f"“{text}” negatif",
                "Uang ditulis tanpa tanda minus; selisih dijelaskan di catatan.",
            )
        raise refuse(
            "bukan-rupiah", f"“{text}” bukan rupiah penuh", "Tulis rupiah penuh tanpa kata, mis. 2600000000."
        )
    return int(bare)


def parse_year(value: Any) -> int:
    """A year between 1900 and 2100."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value).strip()
    if re.fullmatch(r"[0-9]{4}", text) and 1900 <= int(text) <= 2100:
        return int(text)
    raise refuse("bukan-tahun", f"“{text}” bukan tahun", "Tulis empat angka, mis. 2026.")


def parse_count(value: Any) -> int:
    """A whole number, not negative."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value).strip()
    if text.isascii() and text.isdigit():
        return int(text)
    raise refuse("bukan-bilangan-bulat", f"“{text}” bukan bilangan bulat", "Tulis bilangan bulat, mis. 24.")


_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?$")
_SLASHED = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})$")
_WORDS = re.compile(r"(?:([0-9]{1,2})\s+)?([A-Za-z]+)\s+([0-9]{4})$")
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "agu": 8,
    "ags": 8,
    "sept": 9,
    "nop": 11,
    "nopember": 11,
    "pebruari": 2,
}


def parse_when(value: Any) -> When:
    """A year, a month or a day: `2024`, `2024-03`, `2024-03-28`, `28/03/2024`, `28 Maret 2024`."""
    return value if isinstance(value, When) else _moment(_text(value).strip())


@lru_cache(8192)
def _moment(text: str) -> When:
    if match := _ISO.match(text):
        year, month, day = match.groups()
    elif match := _SLASHED.match(text):
        day, month, year = match.groups()
        if int(month) > 12 >= int(day):
            raise refuse(
                "hari-bulan-tertukar",
                f"“{text}” berbulan {month}",
                f"Hari dan bulan mungkin tertukar: tulis {year}-{int(day):02}-{int(month):02}.",
            )
    elif (match := _WORDS.match(text)) and match[2].lower() in _MONTH_NUMBERS:
        day, year = match[1], match[3]
        month = str(_MONTH_NUMBERS[match[2].lower()])
    else:
        raise refuse(
            "bukan-tanggal",
            f"“{text}” bukan tanggal",
            "Tulis tahun, bulan, atau tanggal: 2026, 2026-03, 2026-03-28.",
        )
    when = When(int(year), None if month is None else int(month), None if day is None else int(day))
    if not 1900 <= when.year <= 2100 or not day_exists(when):
        raise refuse(
            "tanggal-tidak-ada", f"tanggal “{text}” tidak ada", "Periksa hari dan bulannya, mis. 2026-02-28."
        )
    return when


def parse_day(value: Any) -> date:
    """A full date."""
    if isinstance(value, date):
        return value
    when = parse_when(value)
    if when.day is None:
        raise refuse(
            "tanggal-belum-lengkap", f"“{value}” belum lengkap", "Tulis tanggal lengkap, mis. 2026-03-28."
        )
    return when.first_day


URL_PATTERN = r"^https?://[^\s<>\"']+$"
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def parse_url(value: Any) -> str:
    """A web address beginning with http:// or https://."""
    text = parse_text(value)
    if not re.match(URL_PATTERN, text):
        raise refuse(
            "bukan-alamat-web",
            f"“{text}” bukan alamat web",
            "Tulis alamat lengkap yang mulai dengan https://",
        )
    return text


class MarkdownText:
    """Marks a field that may hold Markdown."""


Text = Annotated[str, BeforeValidator(parse_text)]
Markdown = Annotated[str, BeforeValidator(parse_text), MarkdownText]
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
Url = Annotated[str, BeforeValidator(parse_url)]
Flag = Annotated[bool, BeforeValidator(parse_bool)]
Number = Annotated[Decimal, BeforeValidator(parse_number)]
Rupiah = Annotated[int, BeforeValidator(parse_rupiah)]
Year = Annotated[int, BeforeValidator(parse_year)]
Count = Annotated[int, BeforeValidator(parse_count)]
Moment = Annotated[When, BeforeValidator(parse_when)]
Day = Annotated[date, BeforeValidator(parse_day)]
