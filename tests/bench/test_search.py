"""What `make bench` says of searches: how hits are counted, how a line is told."""

from __future__ import annotations

from tests.bench.judging import first_right, hits, share
from tests.bench.run import seconds
from tests.bench.search import Row


def test_ours_must_name_the_entry_and_a_peer_only_its_page() -> None:
    found, wanted = ["istilah/", "program/mpp/"], ["istilah/#ikd", "istilah/#spbe", "program/adminduk/"]
    assert hits(found, wanted, by_page=False) == set()
    assert hits(found, wanted, by_page=True) == {"istilah/#ikd", "istilah/#spbe"}


def test_a_section_of_a_page_counts_as_the_page_for_a_peer() -> None:
    assert hits(["program/mpp/#sumber"], ["program/mpp/"], by_page=True) == {"program/mpp/"}
    assert hits(["program/mpp/#sumber"], ["program/mpp/"], by_page=False) == set()


def test_only_the_first_result_can_be_first_right() -> None:
    found = [["a/", "b/"], ["b/", "a/"], [], ["c/"]]
    assert first_right(found, [["a/"], ["a/"], ["a/"], ["a/", "c/"]], by_page=False) == 0.5


def test_the_share_is_the_mean_over_queries_of_what_is_among_the_first_ten() -> None:
    many = [f"{number}/" for number in range(10)] + ["a/"]
    assert share([["a/", "x/"], many], [["a/", "b/"], ["a/"]], by_page=False) == 0.25


def test_a_line_tells_each_figure_each_ratio_and_whether_the_target_is_met() -> None:
    assert Row("Tampak", [1.2, 2.4, None], seconds, 1.5).cells == (
        "Tampak", "1,20 dtk", "2,40 dtk", "", "0,50", "", "≤ 1,50 dtk", "tercapai",
    )  # fmt: skip
    assert Row("Tampak", [1.6, None, 0.8], seconds, 1.5).cells[-4:] == (
        "",
        "2,00",
        "≤ 1,50 dtk",
        "TIDAK tercapai",
    )


def test_a_peer_that_needs_nothing_has_no_ratio() -> None:
    assert Row("Byte", [8.0, 0.0, 4.0], seconds).cells == (
        "Byte",
        "8,00 dtk",
        "0,00 dtk",
        "4,00 dtk",
        "",
        "2,00",
        "",
        "",
    )
