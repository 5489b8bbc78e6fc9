"""What a place's page says of each program: who answers for it, and where exactly."""

from __future__ import annotations

from datetime import date

from selectolax.lexbor import LexborHTMLParser

from content_tools.insight.facts import Facts
from content_tools.visuals.reach import reach_list, where, who, who_in_short
from tests.insight.cities import example, plan_of, program

PLACES = example().places
TODAY = date(2026, 11, 24)


def test_the_agency_that_answers_for_it_is_named() -> None:
    item = program(penanggung_jawab="dinas-kominfo")
    facts, agency = Facts(plan_of(item), TODAY), example().agencies["dinas-kominfo"]
    assert who(facts, item) == f"Penanggung jawab: {agency.name}"
    assert who_in_short(facts, item) == agency.abbreviation


def test_without_one_those_who_began_it_are_named() -> None:
    item = program(pemrakarsa=["warga", "dunia_usaha"])
    facts = Facts(plan_of(item), TODAY)
    assert who(facts, item) == "Digagas oleh warga dan dunia usaha"
    assert who_in_short(facts, item) == "Digagas warga dan dunia usaha"


def test_a_place_more_exact_than_the_page_is_told() -> None:
    assert where(program(lokasi="Pasar Andai"), PLACES["pasarandai"], ()) == "Tempat: Pasar Andai"


def test_what_only_repeats_the_page_is_not_told() -> None:
    assert where(program(lokasi="Kelurahan Pasarandai"), PLACES["pasarandai"], ()) == ""
    assert where(program(lokasi="Alunpayung"), PLACES["alunpayung"], ()) == ""
    assert where(program(), PLACES["alunpayung"], ()) == ""


def test_a_kecamatan_says_in_which_of_its_places_it_is() -> None:
    inside = [place for place in PLACES.values() if place.parent == "hulu-reka"]
    item = program(wilayah=["bukitangin", "lerengsari", "pasarandai"], lokasi="Balai desa")
    assert where(item, PLACES["hulu-reka"], inside) == "Tempat: Balai desa, Bukitangin, Lerengsari"


def test_a_row_has_name_summary_status_and_who() -> None:
    item = program(ringkasan="Satu kalimat.", kabar_terakhir="2026-03")
    page = LexborHTMLParser(reach_list(Facts(plan_of(item), TODAY), [item], PLACES["alunpayung"]))
    assert [node.text() for node in page.css("ul.reach > li > p")] == [
        "Program contoh", "Satu kalimat.", "●Berjalan · Mar 2026Digagas oleh pemerintah",
    ]  # fmt: skip
