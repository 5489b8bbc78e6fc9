"""What is known of a release, and what of an earlier one goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content_tools.release.record import CARRIED_FOR, Release, carried_on, read_release, release_name

DAY = 24 * 3600
NOW = 1_795_521_600
RELEASE = Release(
    "20261124T120000Z-ab12cd34", NOW, 3, 9, 1234, "0123456789abcdef", True, frozenset({"assets/a.11111111.css"}),
    {"assets/b.22222222.css": NOW - DAY},
)  # fmt: skip


def test_a_release_is_called_by_its_second_and_its_content() -> None:
    assert release_name(NOW, "ab12cd34" + "0" * 56) == "20261124T120000Z-ab12cd34"


def test_a_record_is_one_line_and_is_read_as_it_was_written() -> None:
    assert RELEASE.as_json().count("\n") == 1
    assert read_release(RELEASE.as_json()) == RELEASE


@pytest.mark.parametrize(
    "spoiled",
    [
        replace(RELEASE, name="../lain"),
        replace(RELEASE, name="$(reboot)"),
        replace(RELEASE, own=frozenset({"assets/a.11111111.css; reboot"})),
        replace(RELEASE, own=frozenset({"../../etc/passwd"})),
        replace(RELEASE, carried={"assets/../../x.11111111.css": 1}),
    ],
)
def test_a_record_that_names_anything_else_is_refused(spoiled: Release) -> None:
    with pytest.raises(ValueError, match="rilis"):
        read_release(spoiled.as_json())


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"rilis": 1}', "null"])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_release(text)


def test_the_first_release_carries_nothing() -> None:
    assert carried_on(frozenset(), None, NOW) == {}


def test_what_the_release_before_used_goes_on_and_what_it_carried_too() -> None:
    assert carried_on(frozenset({"assets/c.33333333.css"}), RELEASE, NOW) == {
        "assets/a.11111111.css": NOW, "assets/b.22222222.css": NOW - DAY,
    }  # fmt: skip


def test_what_is_used_again_is_not_carried() -> None:
    assert carried_on(RELEASE.own, RELEASE, NOW) == {"assets/b.22222222.css": NOW - DAY}


def test_after_a_month_without_use_it_stays_behind() -> None:
    assert CARRIED_FOR == 30 * DAY
    assert carried_on(RELEASE.own, RELEASE, NOW + 29 * DAY) == {}
    assert carried_on(RELEASE.own, RELEASE, NOW + 29 * DAY - 1) != {}


def test_what_was_used_last_goes_on_even_when_the_clock_jumped_ahead() -> None:
    assert carried_on(frozenset(), RELEASE, NOW + 99 * 365 * DAY) == {
        "assets/a.11111111.css": NOW + 99 * 365 * DAY
    }


def test_a_time_that_lies_ahead_counts_as_now() -> None:
    before = replace(RELEASE, own=frozenset())
    assert carried_on(frozenset(), before, NOW - 5 * DAY) == {"assets/b.22222222.css": NOW - 5 * DAY}
