"""When a page last changed is read from the records, never from the clock."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from content_tools.insight.facts import Facts
from content_tools.insight.last_change import last_change, newest_day
from content_tools.model.program import Program
from content_tools.model.reference import Source
from tests.insight.cities import by_id, example, plan_of, program

TODAY = date(2026, 11, 24)


def source(id: str, accessed: str, on: str | None = None) -> Source:
    """A source read on a day; dated when `on` is given."""
    keys: dict[str, Any] = {
        "id": id, "status_data": "contoh", "jenis": "berita", "judul": id, "penerbit": "Kabar", "diakses": accessed,
        "bagian_dibaca": "seluruhnya", "keandalan": "media",
    }  # fmt: skip
    return Source.model_validate(keys | ({"tanggal": on} if on else {}))


def facts_of(*programs: Program, on: date = TODAY, data_day: date | None = None) -> Facts:
    """These programs, and two sources: one read in March 2025, one in June 2025."""
    sources = by_id(source("maret", "2025-03-01", "2024"), source("juni", "2025-06-02", "2025-05-30"))
    return Facts(plan_of(*programs, sources=sources), on, data_day)


STEP = {"nama": "Langkah", "sumber": ["juni"]}


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({}, None),
        ({"sumber": ["maret"]}, date(2025, 3, 1)),
        ({"sumber": ["maret", "juni"]}, date(2025, 6, 2)),
        ({"sumber": ["maret"], "tonggak": [STEP | {"waktu": "2020"}]}, date(2025, 6, 2)),
        ({"sumber": ["maret"], "kabar_terakhir": "2026-02"}, date(2026, 2, 1)),
        ({"sumber": ["maret"], "jadwal": {"mulai": "2026", "selesai": "2030"}}, date(2026, 1, 1)),
        ({"sumber": ["maret"], "jadwal": {"mulai": "2030"}}, date(2025, 3, 1)),
        ({"sumber": ["maret"], "dipensiunkan": {"tanggal": "2026-11-24", "alasan": "Ganda"}}, TODAY),
    ],
)
def test_the_newest_past_day_of_a_record_and_its_sources_counts(
    keys: dict[str, Any], day: date | None
) -> None:
    record = program(**keys)
    assert newest_day(facts_of(record), record) == day


def test_a_day_after_the_one_the_plan_is_seen_on_does_not_count() -> None:
    record = program(sumber=["maret", "juni"])
    assert newest_day(facts_of(record, on=date(2025, 4, 1)), record) == date(2025, 3, 1)


def test_a_page_about_the_whole_plan_changed_when_the_data_did() -> None:
    assert last_change(facts_of(program(), data_day=date(2026, 8, 17))) == date(2026, 8, 17)


def test_without_a_day_of_the_data_the_newest_day_of_its_sources_counts() -> None:
    assert last_change(facts_of(program())) == date(2025, 6, 2)


def test_when_nothing_says_it_is_the_day_the_plan_is_seen_on() -> None:
    record = program()
    assert last_change(facts_of(record, data_day=date(2026, 8, 17)), record) == TODAY
    assert last_change(Facts(plan_of(record, sources={}), TODAY)) == TODAY


def test_no_page_changed_in_the_future() -> None:
    assert last_change(facts_of(on=date(2020, 1, 1), data_day=date(2026, 8, 17))) == date(2020, 1, 1)


def test_no_page_of_the_invented_city_changed_before_its_sources_were_read() -> None:
    facts = Facts(example(), TODAY)
    assert {last_change(facts, record) for record in example().programs.values()} == {TODAY}
