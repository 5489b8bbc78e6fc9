"""The list of everything: names, abbreviations that lead to names, letters, order."""

from __future__ import annotations

from datetime import date

import pytest

from content_tools.insight.facts import Facts
from content_tools.pages.all import all_pages
from content_tools.pages.everything import Entry, entries
from content_tools.pages.press import Press
from tests.insight.cities import example, plan_of, program


def lines(*programs: object) -> list[Entry]:
    plan = plan_of(*programs) if programs else example()  # type: ignore[arg-type]
    press = Press(Facts(plan, date(2026, 11, 24)))
    return entries(press, [page for page in all_pages(press) if page.kind != "cari"])


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Éclair desa", "E"),
        ("“Ayo” bersih", "A"),
        ("(Tanpa judul)", "T"),
        ("1.000 pohon", "0–9"),
        ("zebra", "Z"),
    ],
)
def test_a_line_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert Entry(name, "program", "program/x/").letter == letter


def test_an_abbreviation_stands_under_its_own_letter_and_leads_to_the_name() -> None:
    found = [entry for entry in lines(program(nama="Bus Kota", singkatan="ZBK")) if entry.kind == "program"]
    assert [(entry.name, entry.short, entry.alias, entry.letter, entry.path) for entry in found] == [
        ("Bus Kota", "ZBK", False, "B", "program/contoh/"),
        ("Bus Kota", "ZBK", True, "Z", "program/contoh/"),
    ]


def test_an_abbreviation_that_is_the_name_stands_once() -> None:
    found = [entry for entry in lines(program(nama="BKR", singkatan="BKR")) if entry.kind == "program"]
    assert [(entry.name, entry.short, entry.alias) for entry in found] == [("BKR", None, False)]


def test_a_withdrawn_program_says_so() -> None:
    gone = program(dipensiunkan={"tanggal": "2026-01-02", "alasan": "Salah catat"})
    assert [entry.kind for entry in lines(gone) if entry.path == "program/contoh/"] == [
        "program, catatannya ditarik"
    ]


def test_a_body_that_does_not_exist_yet_is_not_listed() -> None:
    planned = [body.name for body in example().agencies.values() if not body.has_page]
    assert planned
    assert {entry.name for entry in lines()} & set(planned) == set()


def test_a_kelurahan_says_where_it_lies() -> None:
    kinds = {entry.kind for entry in lines() if entry.path == "kelurahan/alunpayung/"}
    assert kinds == {"kelurahan di Kecamatan Tengah Reka"}


def test_capitals_and_accents_do_not_change_the_order() -> None:
    names = ["Éb", "ea", "EC"]
    found = lines(*(program(f"p{n}", nama=name) for n, name in enumerate(names)))
    assert [entry.name for entry in found if entry.kind == "program"] == ["ea", "Éb", "EC"]
