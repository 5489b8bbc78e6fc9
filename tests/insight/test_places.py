"""Programs seen from a kecamatan or kelurahan: each in one group, the nearest."""

from __future__ import annotations

from datetime import date

import pytest

from content_tools.insight.places import (
    children,
    known_figures,
    missing,
    nearby,
    offices,
    unplaced,
    village_kinds,
)
from tests.insight.cities import by_id, example, indicator, plan_of, program

ALL = (
    program("di-kelurahan", cakupan="lokasi_tertentu", wilayah=["bukitangin"]),
    program("di-kecamatan", cakupan="lokasi_tertentu", wilayah=["hulu-reka"]),
    program("di-tetangga", cakupan="lokasi_tertentu", wilayah=["sumberbayu"]),
    program("di-seberang", cakupan="lokasi_tertentu", wilayah=["alunpayung"]),
    program("setiap", cakupan="setiap_kelurahan"),
    program("seluruh", cakupan="seluruh_kota"),
    program("seluruh-berkantor", cakupan="seluruh_kota", wilayah=["alunpayung"]),
    program("dalam", cakupan="internal_pemerintah"),
    program("dalam-di-sini", cakupan="internal_pemerintah", wilayah=["bukitangin"]),
    program("setiap-mulai-di-sini", cakupan="setiap_kelurahan", wilayah=["bukitangin"]),
    program(
        "ditarik",
        cakupan="lokasi_tertentu",
        wilayah=["bukitangin"],
        dipensiunkan={"tanggal": "2026-01-01", "alasan": "Digabung."},
    ),
)


def groups(place: str) -> dict[str, list[str]]:
    """The groups of one place, by program id."""
    plan = plan_of(*ALL)
    found = nearby(plan, plan.places[place])
    return {name: [program.id for program in getattr(found, name)] for name in found.__slots__}


def test_a_kelurahan_sees_what_is_there_around_it_and_everywhere() -> None:
    assert groups("bukitangin") == {
        "here": ["di-kelurahan", "setiap-mulai-di-sini"],
        "every_village": ["setiap"],
        "district": ["di-kecamatan"],
        "whole_city": ["seluruh", "seluruh-berkantor"],
    }


def test_a_kecamatan_sees_what_is_in_its_kelurahan() -> None:
    assert groups("hulu-reka") == {
        "here": ["di-kelurahan", "di-kecamatan", "di-tetangga", "setiap-mulai-di-sini"],
        "every_village": ["setiap"],
        "district": [],
        "whole_city": ["seluruh", "seluruh-berkantor"],
    }


def test_what_serves_only_the_government_is_seen_from_nowhere() -> None:
    for place in example().places:
        shown = {name for group in groups(place).values() for name in group}
        assert shown & {"dalam", "dalam-di-sini", "ditarik"} == set()


def test_what_serves_the_whole_city_is_seen_from_everywhere() -> None:
    assert "seluruh-berkantor" in groups("bukitangin")["whole_city"]


@pytest.mark.parametrize("place", sorted(example().places))
def test_no_program_stands_in_two_groups(place: str) -> None:
    found = nearby(example(), example().places[place])
    every = [program.id for name in found.__slots__ for program in getattr(found, name)]
    assert every
    assert len(every) == len(set(every))


def test_the_places_of_a_kecamatan_come_in_the_order_of_the_data() -> None:
    plan = example()
    assert [place.id for place in children(plan, plan.places["hulu-reka"])] == [
        "bukitangin", "sumberbayu", "karangreka-hulu-reka", "lerengsari",
    ]  # fmt: skip
    assert children(plan, plan.places["bukitangin"]) == ()


def test_a_program_without_a_known_kelurahan_is_told_apart() -> None:
    somewhere = program("entah-di-mana", cakupan="lokasi_tertentu", lokasi="Lapangan")
    assert [item.id for item in unplaced(plan_of(*ALL, somewhere))] == ["entah-di-mana"]


def test_the_kinds_of_places_come_in_a_fixed_order() -> None:
    assert [kind.value for kind in village_kinds(example())] == ["kelurahan", "desa"]


def test_figures_of_a_place_older_than_five_years_are_not_shown_as_todays() -> None:
    values = [
        {"waktu": "2020", "angka": "1", "wilayah": "bukitangin"},
        {"waktu": "2021-03", "angka": "2", "wilayah": "bukitangin"},
        {"waktu": "2026", "angka": "3", "wilayah": "alunpayung"},
        {"waktu": "2026", "angka": "4"},
        {"angka": "5", "wilayah": "bukitangin"},
    ]
    plan = plan_of(indicators=by_id(indicator(values)))
    found = known_figures(plan, plan.places["bukitangin"], date(2026, 11, 24))
    assert [(measure.id, value.number) for measure, value in found] == [("ukuran", 2)]


def test_a_place_is_sent_to_its_own_office_and_to_its_kecamatans() -> None:
    plan = example()
    assert [body.id for body in offices(plan, plan.places["pasarandai"])] == ["kelurahan-pasarandai"]
    assert [body.id for body in offices(plan, plan.places["tambakwulan"])] == ["kecamatan-muara-reka"]
    assert offices(plan, plan.places["bukitangin"]) == ()


def test_what_was_not_found_about_a_place_is_said_in_words() -> None:
    plan = plan_of(indicators=by_id(indicator([{"waktu": "2026", "angka": "3", "wilayah": "alunpayung"}])))
    today = date(2026, 11, 24)
    assert missing(plan, plan.places["lerengsari"], today) == [
        "angka terbaru tentang desa ini", "alamat kantor desa",
    ]  # fmt: skip
    assert missing(plan, plan.places["alunpayung"], today) == ["alamat kantor kelurahan"]
    assert missing(plan, plan.places["pasarandai"], today) == ["angka terbaru tentang kelurahan ini"]
