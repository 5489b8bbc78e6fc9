"""The two dates a build needs: the day it is made for, and the day of the data."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from content_tools.reading.dates import build_day, data_day


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A repository whose data is older than its newest commit."""
    person = {
        f"GIT_{who}_{what}": "x@contoh.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }

    def git(*words: str, day: str = "2026-01-01") -> None:
        stamp = {"GIT_AUTHOR_DATE": f"{day}T23:30:00+00:00", "GIT_COMMITTER_DATE": f"{day}T23:30:00+00:00"}
        environment = {
            **os.environ,
            **person,
            **stamp,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True, capture_output=True, env=environment)

    git("init", "-q")
    for file, day in (("data/kota.yml", "2026-02-20"), ("docs/index.md", "2026-03-05")):
        path = tmp_path / file
        path.parent.mkdir()
        path.touch()
        git("add", ".")
        git("commit", "-q", "-m", file, day=day)
    return tmp_path


def test_the_day_that_is_set_comes_first(history: Path) -> None:
    assert build_day(history, {"SOURCE_DATE_EPOCH": "1795478400"}) == date(2026, 11, 24)
    assert build_day(history, {"SOURCE_DATE_EPOCH": "0"}, serving=True) == date(1970, 1, 1)


def test_else_a_build_is_made_for_the_day_of_the_newest_commit(history: Path) -> None:
    assert build_day(history, {}) == date(2026, 3, 5)
    assert build_day(history, {"SOURCE_DATE_EPOCH": ""}) == date(2026, 3, 5)


def test_while_serving_today_is_today(history: Path) -> None:
    before = datetime.now(UTC).date()
    assert before <= build_day(history, {}, serving=True) <= datetime.now(UTC).date()


def test_without_a_history_today_is_today(tmp_path: Path) -> None:
    before = datetime.now(UTC).date()
    assert before <= build_day(tmp_path, {}) <= datetime.now(UTC).date()
    assert data_day(tmp_path) is None


def test_data_is_from_the_newest_commit_that_touches_it(history: Path) -> None:
    assert data_day(history) == date(2026, 2, 20)
    assert data_day(history, "tidak-ada") is None


@pytest.mark.parametrize("zone", ["UTC", "Asia/Jakarta", "America/Los_Angeles"])
def test_a_day_is_the_same_in_every_time_zone(
    history: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    assert (build_day(history, {}), data_day(history)) == (date(2026, 3, 5), date(2026, 2, 20))
