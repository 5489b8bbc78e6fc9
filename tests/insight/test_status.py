"""Status as it may be told on a day: old news is told as old news, for every program alike."""

from __future__ import annotations

from datetime import date

import pytest

from content_tools.insight.status import months_between, status_on
from content_tools.insight.totals import status_counts
from content_tools.model.choices import ProgramStatus
from tests.insight.cities import plan_of, program

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2024, 11, 30), date(2026, 11, 1), 24),
        (date(2024, 12, 31), date(2025, 1, 1), 1),
        (date(2026, 11, 1), date(2026, 11, 30), 0),
        (date(2026, 12, 1), date(2026, 11, 30), -1),
    ],
)
def test_months_are_counted_on_the_calendar(earlier: date, later: date, months: int) -> None:
    assert months_between(earlier, later) == months


@pytest.mark.parametrize(
    ("news", "stale"),
    [("2024-11-01", False), ("2024-11", False), ("2024-10-31", True), ("2024-10", True), ("2026-12", False)],
)
def test_a_status_stands_for_24_calendar_months(news: str, stale: bool) -> None:
    assert status_on(program(kabar_terakhir=news), TODAY, 24).stale is stale


def test_a_year_alone_counts_as_its_december() -> None:
    old = program(kabar_terakhir="2024")
    assert not status_on(old, date(2026, 12, 31), 24).stale
    assert status_on(old, date(2027, 1, 1), 24).stale


def test_a_program_without_news_is_stale_at_once() -> None:
    status = status_on(program(), TODAY, 24)
    assert (status.stale, status.words) == (True, "Belum ada kabar")
    assert status.meaning == "Sumbernya tidak bertanggal; saat itu: berjalan."


@pytest.mark.parametrize("status", ["selesai", "dihentikan"])
def test_what_is_done_or_stopped_never_ages(status: str) -> None:
    told = status_on(program(status=status, kabar_terakhir="2001"), TODAY, 24)
    assert (told.stale, told.code) == (False, status)


@pytest.mark.parametrize(
    "status", ["usulan", "direncanakan", "dianggarkan", "uji_coba", "berjalan", "ditunda"]
)
def test_every_other_status_ages_alike(status: str) -> None:
    told = status_on(program(status=status, kabar_terakhir="2024-10"), TODAY, 24)
    assert (told.stale, told.code, told.words) == (True, "tidak_diketahui", "Belum ada kabar sejak Okt 2024")
    word = ProgramStatus(status).label.lower()
    assert told.meaning == f"Kabar terakhir lebih dari 24 bulan lalu; saat itu: {word}."


@pytest.mark.parametrize(
    "keys",
    [
        {"pemrakarsa": ["warga"]},
        {"dimensi": "ekonomi"},
        {"penanggung_jawab": "dinas-kominfo"},
        {"kekuatan_sumber": "kuat"},
        {"jadwal": {"mulai": "2019"}},
        {"dalam_masterplan": "ya"},
    ],
)
def test_nobody_is_treated_otherwise(keys: dict[str, object]) -> None:
    assert status_on(program(kabar_terakhir="2024-10", **keys), TODAY, 24).stale
    assert not status_on(program(kabar_terakhir="2024-11", **keys), TODAY, 24).stale


def test_how_long_news_stands_is_the_sites_choice() -> None:
    assert status_on(program(kabar_terakhir="2025-10"), TODAY, 12).stale
    assert not status_on(program(kabar_terakhir="2025-10"), TODAY, 13).stale


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"status": "berjalan", "kabar_terakhir": "2026-03-28"}, "Berjalan · Mar 2026"),
        ({"status": "berjalan", "pola": "tahunan", "kabar_terakhir": "2025"}, "Setiap tahun · terakhir 2025"),
        ({"status": "berjalan", "pola": "sekali", "kabar_terakhir": "2026-03"}, "Kegiatan sekali · Mar 2026"),
        ({"status": "selesai", "kabar_terakhir": "2020"}, "Selesai · 2020"),
        ({"status": "selesai"}, "Selesai"),
        ({"status": "tidak_diketahui", "kabar_terakhir": "2026"}, "Status belum diketahui · 2026"),
        ({"status": "tidak_diketahui", "kabar_terakhir": "2020"}, "Belum ada kabar sejak 2020"),
        ({"status": "tidak_diketahui"}, "Belum ada kabar"),
        ({"status": "ditunda", "pola": "tahunan", "kabar_terakhir": "2026"}, "Ditunda · 2026"),
    ],
)
def test_the_chip_says_the_status_and_when(keys: dict[str, str], words: str) -> None:
    assert status_on(program(**keys), TODAY, 24).words == words


def test_programs_are_counted_by_what_may_be_told_today() -> None:
    plan = plan_of(
        program("a", kabar_terakhir="2026-11"),
        program("b", kabar_terakhir="2001"),
        program("c", status="selesai", kabar_terakhir="2001"),
        program("d", status="tidak_diketahui"),
    )
    assert {status.value: count for status, count in status_counts(plan, TODAY).items()} == {
        "berjalan": 1,
        "selesai": 1,
        "tidak_diketahui": 2,
    }


def test_counts_come_in_the_order_of_the_statuses() -> None:
    plan = plan_of(program("a", status="selesai"), program("b", status="usulan", kabar_terakhir="2026-11"))
    assert [status.value for status in status_counts(plan, TODAY)] == ["usulan", "selesai"]


def test_a_withdrawn_program_is_not_counted() -> None:
    gone = program(
        "b", kabar_terakhir="2026-11", dipensiunkan={"tanggal": "2026-01-01", "alasan": "Digabung."}
    )
    assert sum(status_counts(plan_of(program("a", kabar_terakhir="2026-11"), gone), TODAY).values()) == 1
