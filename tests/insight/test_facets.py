"""What a list of programs is narrowed by, and that places agree with the pages of places."""

from __future__ import annotations

from datetime import date

from content_tools.insight.facets import facets
from content_tools.insight.facts import Facts
from content_tools.insight.places import nearby
from content_tools.model.program import Program
from tests.insight.cities import example, plan_of, program

DAY = date(2026, 11, 24)


def of(some: Program) -> dict[str, tuple[str, ...]]:
    return dict(facets(Facts(plan_of(some), DAY), some))


def test_every_facet_has_the_name_that_addresses_use() -> None:
    found = of(
        program(
            topik=["surat-izin", "sehat"], penanggung_jawab="dinas-kominfo", wilayah=["alunpayung"],
            cakupan="lokasi_tertentu", pemrakarsa=["warga", "dunia_usaha"], kabar_terakhir="2026-03",
        )
    )  # fmt: skip
    assert found == {
        "topik": ("surat-izin", "sehat"),
        "dimensi": ("tata-kelola",),
        "status": ("berjalan",),
        "instansi": ("dinas-kominfo",),
        "wilayah": ("alunpayung", "tengah-reka"),
        "pemrakarsa": ("warga", "dunia_usaha"),
        "tahun": ("2026",),
    }


def test_what_nobody_says_has_no_value() -> None:
    found = of(program())
    assert (found["instansi"], found["wilayah"], found["tahun"]) == ((), (), ())


def test_old_news_counts_as_no_news() -> None:
    assert of(program(kabar_terakhir="2025-10"))["status"] == ("tidak_diketahui",)
    assert of(program(kabar_terakhir="2025-11"))["status"] == ("berjalan",)


def test_what_serves_only_the_government_belongs_to_no_place() -> None:
    assert of(program(wilayah=["alunpayung"], cakupan="internal_pemerintah"))["wilayah"] == ()


def test_a_place_has_exactly_the_programs_its_page_shows_as_its_own() -> None:
    facts = Facts(example(), DAY)
    assert sum(bool(nearby(facts.plan, place).here) for place in facts.plan.places.values()) > 5
    for place in facts.plan.places.values():
        chosen = tuple(item for item in facts.living if place.id in facets(facts, item)["wilayah"])
        assert chosen == nearby(facts.plan, place).here, place.id
