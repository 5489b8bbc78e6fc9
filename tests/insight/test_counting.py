"""Sums that say what they leave out, what a record holds, who cites whom, and the newest news."""

from __future__ import annotations

from datetime import date
from typing import Any

from content_tools.insight.citations import cited_sources
from content_tools.insight.completeness import EXPECTED, known, not_found
from content_tools.insight.facts import Facts
from content_tools.insight.news import latest, newest_news, newest_step
from content_tools.insight.totals import budget_sums
from content_tools.model.program import Program
from tests.insight.cities import by_id, example, indicator, plan_of, program

TODAY = date(2026, 11, 24)


def money(amount: int, kind: str = "pagu_apbd", year: int = 2025) -> dict[str, Any]:
    """One budget of a program."""
    return {
        "tahun": year, "jumlah": amount, "jenis_angka": kind, "sumber_dana": "apbd_kota", "sumber": ["apbd-2025"],
    }  # fmt: skip


# Sums


def test_kinds_of_money_are_never_added_together() -> None:
    sums = budget_sums([program(anggaran=[money(1000), money(900, "realisasi"), money(5000, "perkiraan")])])
    assert [(total.kind.value, total.year, total.rupiah) for total in sums] == [
        ("perkiraan", 2025, 5000),
        ("pagu_apbd", 2025, 1000),
        ("realisasi", 2025, 900),
    ]


def test_years_are_never_added_together_and_the_newest_comes_first() -> None:
    sums = budget_sums([program(anggaran=[money(1, year=2024), money(2, year=2026)])])
    assert [(total.year, total.rupiah) for total in sums] == [(2026, 2), (2024, 1)]


def test_a_sum_says_how_many_programs_it_knows_and_how_many_it_does_not() -> None:
    programs = [
        program("a", anggaran=[money(1000), money(500)]),
        program("b", anggaran=[money(1)]),
        program("c"),
    ]
    total = budget_sums(programs)[0]
    assert (total.rupiah, total.known, total.unknown) == (1501, 2, 1)
    assert total.words == "Jumlah dari 2 program yang angkanya diketahui; 1 belum ditemukan."


def test_no_money_is_no_sum_and_not_zero() -> None:
    assert budget_sums([program()]) == []


# Completeness


def full() -> Program:
    """A program of which everything expected is known."""
    return program(
        tujuan="Satu urusan selesai sekali datang.",
        penanggung_jawab="dinas-kominfo",
        jadwal={"mulai": "2024", "selesai": "2026"},
        indikator=["ukuran"],
        anggaran=[money(1)],
        sumber=["daftar-jdih"],
    )


TARGET = by_id(indicator([{"waktu": "2026", "angka": "3", "jenis_nilai": "target"}]))


def test_a_full_record_misses_nothing() -> None:
    assert not_found(plan_of(full(), indicators=TARGET), full()) == ()


def test_an_empty_record_misses_all_six_things_in_words() -> None:
    assert not_found(plan_of(program()), program()) == (
        "tujuan tertulis",
        "penanggung jawab",
        "jadwal selesai",
        "target resmi",
        "anggaran resmi",
        "sumber resmi",
    )
    assert len(EXPECTED) == 6


def test_an_estimate_or_a_sum_in_the_press_is_no_official_budget() -> None:
    for kind in ("perkiraan", "tidak_dirinci"):
        held = known(example(), program(anggaran=[money(1, kind)]))
        assert held["anggaran"] is False


def test_an_achievement_is_no_target() -> None:
    reached = by_id(indicator([{"waktu": "2024", "angka": "3"}]))
    assert known(plan_of(full(), indicators=reached), full())["target"] is False


def test_what_the_record_explains_is_not_called_missing() -> None:
    explained = program(belum_ada=[{"hal": "penanggung_jawab", "alasan": "tidak_berlaku"}])
    assert "penanggung jawab" not in not_found(example(), explained)
    looked = program(belum_ada=[{"hal": "penanggung_jawab", "alasan": "belum_ditemukan"}])
    assert "penanggung jawab" in not_found(example(), looked)


# Citations


def test_a_record_is_named_by_every_record_that_points_at_it_once() -> None:
    one = program("satu", penanggung_jawab="dinas-kominfo", pelaksana=["dinas-kominfo"], terkait=["dua"])
    two = program("dua", penanggung_jawab="dinas-kominfo")
    facts = Facts(plan_of(one, two), TODAY)
    assert [
        record.id for record in facts.naming("instansi", "dinas-kominfo") if record.id in ("satu", "dua")
    ] == [
        "satu",
        "dua",
    ]
    assert [record.id for record in facts.naming("program", "dua")].count("satu") == 1
    assert facts.naming("program", "tidak-ada") == ()


def test_sources_come_in_the_order_of_citing_each_once() -> None:
    cited = program(
        sumber=["b", "a"],
        tonggak=[{"nama": "Langkah", "waktu": "2024", "sumber": ["c", "a"]}],
        anggaran=[money(1)],
    )
    assert cited_sources(cited) == ("b", "a", "c", "apbd-2025")
    assert cited_sources(cited, program(sumber=["z", "b"])) == ("b", "a", "c", "apbd-2025", "z")


def test_unknown_sources_are_left_out_of_what_is_shown() -> None:
    facts = Facts(example(), TODAY)
    assert [source.id for source in facts.sources(("tidak-ada", "daftar-jdih"))] == ["daftar-jdih"]


# News


def test_the_newest_news_is_the_newest_known_to_a_month() -> None:
    plan = plan_of(
        program("a", kabar_terakhir="2026"), program("b", kabar_terakhir="2026-02-20"), program("c")
    )
    news = newest_news(plan)
    assert news is not None
    assert news.iso == "2026-02-20"


def test_years_alone_are_news_when_there_is_nothing_better() -> None:
    news = newest_news(plan_of(program("a", kabar_terakhir="2024"), program("b", kabar_terakhir="2025")))
    assert news is not None
    assert news.iso == "2025"
    assert newest_news(plan_of(program())) is None


def test_the_latest_programs_are_those_with_the_newest_news() -> None:
    gone = program(
        "e", kabar_terakhir="2026-11", dipensiunkan={"tanggal": "2026-11-01", "alasan": "Digabung."}
    )
    plan = plan_of(
        program("a", kabar_terakhir="2026-01"),
        program("b", kabar_terakhir="2026-03-02"),
        program("c", kabar_terakhir="2026"),
        program("d"),
        gone,
    )
    assert [item.id for item in latest(plan, 5)] == ["b", "a"]
    assert [item.id for item in latest(plan, 1)] == ["b"]


def test_the_newest_step_is_one_that_lies_behind() -> None:
    steps = [
        {"nama": "Pertama", "waktu": "2024-05", "sumber": ["a"]},
        {"nama": "Kedua", "mulai": "2026-01", "selesai": "2027-01", "sumber": ["a"]},
        {"nama": "Ketiga", "waktu": "2027", "sumber": ["a"]},
    ]
    step = newest_step(program(tonggak=steps), TODAY)
    assert step is not None
    assert step.name == "Kedua"
    assert newest_step(program(), TODAY) is None


def test_withdrawn_programs_are_not_among_the_living() -> None:
    gone = program("b", dipensiunkan={"tanggal": "2026-11-01", "alasan": "Digabung."})
    assert [item.id for item in Facts(plan_of(program("a"), gone), TODAY).living] == ["a"]
