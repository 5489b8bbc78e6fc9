"""Bars of the roadmap: what is known, what is planned, and nothing beyond the newest news or today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from content_tools.insight.timeline import Axis, axis, bar, mentioned_years, overview, split_by_start
from tests.insight.cities import example, plan_of, program

TODAY = date(2026, 11, 24)


def spans(**keys: object) -> tuple[str | None, str | None, bool]:
    """Known and planned part of a program's bar, and whether it is closed."""
    found = bar(program(**keys), TODAY)
    assert found is not None
    words = [f"{span[0]} – {span[1]}" if span else None for span in (found.known, found.planned)]
    return words[0], words[1], found.ended


def test_without_a_start_there_is_no_bar() -> None:
    assert bar(program(kabar_terakhir="2026", jadwal={"selesai": "2027"}), TODAY) is None


def test_a_running_program_is_known_until_its_newest_news_and_stays_open() -> None:
    known, planned, ended = spans(jadwal={"mulai": "2023-06"}, kabar_terakhir="2025-03")
    assert (known, planned, ended) == ("2023-06-01 – 2025-03-31", None, False)


def test_news_of_this_year_reaches_no_further_than_today() -> None:
    assert spans(jadwal={"mulai": "2023"}, kabar_terakhir="2026")[0] == "2023-01-01 – 2026-11-24"


def test_without_news_only_the_start_is_known() -> None:
    assert spans(jadwal={"mulai": "2023"})[0] == "2023-01-01 – 2023-01-01"


def test_the_rest_of_a_running_program_is_planned() -> None:
    known, planned, _ = spans(jadwal={"mulai": "2024", "selesai": "2028"}, kabar_terakhir="2026-03")
    assert (known, planned) == ("2024-01-01 – 2026-03-31", "2026-03-31 – 2028-12-31")


def test_a_program_that_is_done_is_closed_at_its_end() -> None:
    found = spans(
        status="selesai", jadwal={"mulai": "2024-04", "selesai": "2025-06"}, kabar_terakhir="2026-06"
    )
    assert found == ("2024-04-01 – 2025-06-30", None, True)


def test_a_program_that_is_done_without_an_end_is_closed_at_its_news() -> None:
    found = spans(status="selesai", jadwal={"mulai": "2024"}, kabar_terakhir="2025-02")
    assert found == ("2024-01-01 – 2025-02-28", None, True)


@pytest.mark.parametrize(
    ("status", "end"), [("dihentikan", "2030"), ("selesai", "2026"), ("dihentikan", "2026-06")]
)
def test_what_ended_reaches_no_further_than_news_and_today(status: str, end: str) -> None:
    known, planned, ended = spans(
        status=status,
        jadwal={"mulai": "2024", "selesai": end},
        kabar_terakhir="2025-02",
        alasan_status="Biaya.",
    )
    assert planned is None
    assert ended
    assert known is not None
    assert known.endswith("2025-02-28") if status == "dihentikan" else known <= "2024-01-01 – 2026-11-24"


@pytest.mark.parametrize("status", ["usulan", "direncanakan", "dianggarkan"])
def test_what_is_only_meant_has_no_known_part(status: str) -> None:
    found = spans(status=status, jadwal={"mulai": "2025", "selesai": "2028"}, kabar_terakhir="2026-03")
    assert found == (None, "2025-01-01 – 2028-12-31", False)


def test_a_start_that_lies_ahead_is_planned() -> None:
    assert spans(jadwal={"mulai": "2027-02"}, kabar_terakhir="2026-03") == (
        None,
        "2027-02-01 – 2027-02-28",
        False,
    )


def test_news_older_than_the_start_does_not_turn_the_bar_round() -> None:
    assert spans(jadwal={"mulai": "2024"}, kabar_terakhir="2023")[0] == "2024-01-01 – 2024-01-01"


def test_the_axis_holds_every_start_every_end_and_today() -> None:
    plan = plan_of(
        program(jadwal={"mulai": "2019"}), program("b", jadwal={"mulai": "2024", "selesai": "2031"})
    )
    masterplan = plan.masterplan.model_copy(update={"period": None})
    found = axis(replace(plan, masterplan=masterplan), TODAY)
    assert (found.first, found.last) == (2019, 2031)
    assert axis(plan, TODAY).last == 2033
    assert axis(replace(plan_of(), masterplan=masterplan), TODAY) == Axis(2026, 2026)


def test_a_day_has_its_place_on_the_axis() -> None:
    found = Axis(2024, 2027)
    assert list(found.years) == [2024, 2025, 2026, 2027]
    assert found.share(date(2024, 1, 1)) == 0
    assert found.share(date(2028, 1, 1)) == 1
    assert round(found.share(date(2026, 1, 1)), 3) == 0.5
    assert (found.share(date(1999, 1, 1)), found.share(date(2099, 1, 1))) == (0, 1)


def test_a_year_counts_once_however_many_sources_speak() -> None:
    # kabar 2026, masterplan-buku-2 (2024) twice and laporan-kinerja-2025 (2026)
    plan = example()
    two = program(sumber=["masterplan-buku-2"], kabar_terakhir="2026", tonggak=[
        {"nama": "Langkah", "waktu": "2024", "sumber": ["masterplan-buku-2"]},
    ])  # fmt: skip
    year = plan.sources["masterplan-buku-2"].on
    assert year is not None
    assert mentioned_years(plan, two) == {2026, year.year}


def test_sources_without_a_date_and_unknown_ones_count_for_no_year() -> None:
    assert mentioned_years(example(), program(sumber=["daftar-jdih", "tidak-ada"])) == frozenset()


def test_the_overview_counts_programs_for_every_dimension_and_year() -> None:
    plan = plan_of(
        program("a", kabar_terakhir="2025"),
        program("b", kabar_terakhir="2025-03"),
        program("c", kabar_terakhir="2026", dimensi="ekonomi"),
    )
    table = {code: dict(years) for code, years in overview(plan).items()}
    assert list(table) == list(plan.dimensions)
    assert table["tata-kelola"] == {2025: 2}
    assert table["ekonomi"] == {2026: 1}
    assert table["mobilitas"] == {}


def test_programs_without_a_start_stand_beside_the_roadmap() -> None:
    later, earlier, none = (
        program("a", jadwal={"mulai": "2025"}),
        program("b", jadwal={"mulai": "2024"}),
        program("c"),
    )
    dated, undated = split_by_start([later, none, earlier])
    assert ([item.id for item in dated], [item.id for item in undated]) == (["b", "a"], ["c"])
