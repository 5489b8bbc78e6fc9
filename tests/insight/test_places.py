"""Programs seen from a kecamatan or kelurahan: each in one group, the nearest."""

from __future__ import annotations

import pytest

from content_tools.insight.places import children, nearby
from tests.insight.cities import example, plan_of, program

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
        "here": ["di-kelurahan", "dalam-di-sini", "setiap-mulai-di-sini"],
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
