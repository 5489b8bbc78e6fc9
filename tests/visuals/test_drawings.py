"""Roadmap and charts: geometry that can be reckoned by hand, words for those who do not see them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from content_tools.insight.facts import Facts
from content_tools.insight.timeline import bar
from content_tools.model.choices import ProgramStatus
from content_tools.model.program import Program
from content_tools.visuals.charts import description, line_chart, ranked_bars
from content_tools.visuals.roadmap import (
    axis_drawing,
    bar_drawing,
    bar_words,
    legend,
    overview_table,
    roadmap_table,
    steps_by_quarter,
)
from tests.insight.cities import example, indicator, plan_of, program

TODAY = date(2026, 1, 1)


def facts_of(*programs: Program) -> Facts:
    """These programs on an axis of four years, 2024 to 2027, seen on the first day of 2026."""
    plan = plan_of(*programs)
    period = {"start": 2024, "end": 2027}
    masterplan = plan.masterplan.model_copy(
        update={
            "period": plan.masterplan.period.model_copy(update=period) if plan.masterplan.period else None
        }
    )
    return Facts(replace(plan, masterplan=masterplan), TODAY)


def drawn(item: Program) -> LexborHTMLParser:
    """The bar of one program."""
    facts = facts_of(item)
    found = bar(item, TODAY)
    assert found is not None
    return LexborHTMLParser(bar_drawing(facts, found))


def geometry(node: LexborNode) -> tuple[str | None, str | None, str | None]:
    """Where a bar begins, how long it is, how it looks."""
    return node.attributes["x"], node.attributes["width"], node.attributes["class"]


def test_the_bar_stands_where_its_days_lie() -> None:
    page = drawn(program(jadwal={"mulai": "2025"}, kabar_terakhir="2025"))
    # 366 of 1,461 days before; 364 days long
    assert [geometry(node) for node in page.css("rect")] == [("25.05%", "24.91%", "bar bar--berjalan")]
    assert page.css_first(".bar-open") is not None


def test_what_is_planned_is_striped_from_the_newest_news_on() -> None:
    page = drawn(program(jadwal={"mulai": "2024", "selesai": "2026"}, kabar_terakhir="2025-01-01"))
    assert [geometry(node) for node in page.css("rect")] == [
        ("0.00%", "25.05%", "bar bar--berjalan"),
        ("25.05%", "49.90%", "bar bar--planned"),
    ]
    assert page.css_first(".bar-open") is None


def test_what_is_only_meant_has_no_full_bar() -> None:
    page = drawn(
        program(status="direncanakan", jadwal={"mulai": "2026", "selesai": "2027"}, kabar_terakhir="2025")
    )
    assert [node.attributes["class"] for node in page.css("rect")] == ["bar bar--planned"]


def test_what_is_done_is_closed() -> None:
    page = drawn(
        program(status="selesai", jadwal={"mulai": "2024", "selesai": "2024"}, kabar_terakhir="2025")
    )
    assert [geometry(node) for node in page.css("rect")] == [("0.00%", "24.98%", "bar bar--selesai")]
    assert page.css_first(".bar-open") is None


def test_old_news_looks_like_old_news() -> None:
    page = drawn(program(jadwal={"mulai": "2019"}, kabar_terakhir="2021"))
    assert page.css("rect")[0].attributes["class"] == "bar bar--tidak-diketahui"


def test_the_shortest_bar_can_be_seen() -> None:
    page = drawn(program(jadwal={"mulai": "2025-03-01"}))
    assert page.css("rect")[0].attributes["width"] == "0.80%"


def test_two_lines_stand_in_every_row() -> None:
    page = drawn(program(jadwal={"mulai": "2024"}, kabar_terakhir="2025-01-01"))
    news, today = page.css_first(".line-news"), page.css_first(".line-today")
    assert news is not None and news.attributes["x1"] == "25.05%"
    assert today is not None and today.attributes["x1"] == "50.03%"


def test_steps_are_signs_on_their_day() -> None:
    steps = [
        {"nama": "Satu", "waktu": "2025-01-01", "status": "selesai", "sumber": ["a"]},
        {"nama": "Dua", "waktu": "2027", "sumber": ["a"]},
    ]
    page = drawn(program(jadwal={"mulai": "2024"}, tonggak=steps))
    assert [node.attributes["class"] for node in page.css(".step")] == [
        "step step--selesai",
        "step step--belum",
    ]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (
            {"jadwal": {"mulai": "2024-03"}, "kabar_terakhir": "2025-06"},
            "mulai Maret 2024, kabar terakhir Juni 2025",
        ),
        ({"jadwal": {"mulai": "2024"}}, "mulai 2024"),
        (
            {"jadwal": {"mulai": "2024", "selesai": "2027"}, "kabar_terakhir": "2025"},
            "mulai 2024, kabar terakhir 2025; rencana sampai 2027",
        ),
        (
            {"status": "selesai", "jadwal": {"mulai": "2024", "selesai": "2025-02"}},
            "2024 sampai Februari 2025",
        ),
        ({"status": "direncanakan", "jadwal": {"mulai": "2027"}}, "direncanakan mulai 2027"),
    ],
)
def test_a_bar_is_told_in_words(keys: dict[str, Any], words: str) -> None:
    found = bar(program(**keys), TODAY)
    assert found is not None
    assert bar_words(found) == words
    page = drawn(program(**keys))
    svg, title = page.css_first("svg"), page.css_first("title")
    assert svg is not None and (svg.attributes["role"], svg.attributes["aria-label"]) == ("img", words)
    assert title is not None and title.text() == words


@pytest.mark.parametrize("status", [status.value for status in ProgramStatus])
def test_every_status_has_a_bar_of_its_own_look(status: str) -> None:
    page = drawn(
        program(status=status, jadwal={"mulai": "2024"}, kabar_terakhir="2025-12", alasan_status="Biaya.")
    )
    looks = {node.attributes["class"] for node in page.css("rect")}
    meant = status in ("usulan", "direncanakan", "dianggarkan")
    assert looks == {"bar bar--planned" if meant else f"bar bar--{status.replace('_', '-')}"}


def test_the_axis_says_its_years() -> None:
    page = LexborHTMLParser(axis_drawing(facts_of(program())))
    assert [node.text() for node in page.css("text")] == ["2024", "2025", "2026", "2027"]
    assert [node.attributes["x"] for node in page.css("text")] == ["0.00%", "25.05%", "50.03%", "75.02%"]
    svg = page.css_first("svg")
    assert svg is not None and svg.attributes["aria-label"] == "Sumbu tahun 2024 sampai 2027"


def test_the_legend_says_both_dates() -> None:
    words = LexborHTMLParser(legend(facts_of(program(kabar_terakhir="2025-06-07")))).text()
    assert "kabar terbaru: 7 Juni 2025" in words
    assert "hari ini: " in words


def test_programs_without_a_start_are_in_no_row() -> None:
    facts = facts_of(program("a", jadwal={"mulai": "2024"}), program("b"))
    page = LexborHTMLParser(roadmap_table(facts, facts.living, "Peta jalan"))
    assert [node.text() for node in page.css("tbody th")] == ["Program a"]
    assert "Belum ada program dengan tahun mulai." in roadmap_table(facts, [program("b")], "Peta jalan")


def test_the_overview_begins_where_sources_begin_and_a_silent_year_after_that_stays_empty() -> None:
    facts = facts_of(
        program("a", jadwal={"mulai": "2020"}, kabar_terakhir="2024"), program("b", kabar_terakhir="2026")
    )
    page = LexborHTMLParser(overview_table(facts, "Per tahun"))
    assert [node.text() for node in page.css("thead th")] == ["Dimensi", "2024", "2025", "2026"]
    assert [node.text() for node in page.css("tbody tr:first-child td")] == ["1", "", "1"]


def test_steps_come_by_quarter_and_what_was_cancelled_does_not() -> None:
    steps = [
        {"nama": "Mei", "waktu": "2025-05", "sumber": ["a"]},
        {"nama": "Januari", "waktu": "2025-01-31", "sumber": ["a"]},
        {"nama": "Kapan saja", "waktu": "2025", "sumber": ["a"]},
        {"nama": "Batal", "waktu": "2025-05", "status": "batal", "sumber": ["a"]},
    ]
    facts = facts_of(program(tonggak=steps))
    assert [
        (title, [step.name for _, step in found]) for title, found in steps_by_quarter(facts, facts.living)
    ] == [
        ("Tahun 2025", ["Kapan saja"]),
        ("Triwulan 1 2025", ["Januari"]),
        ("Triwulan 2 2025", ["Mei"]),
    ]


# Charts


def test_one_value_is_no_chart() -> None:
    assert line_chart(indicator([{"waktu": "2024", "angka": "3"}])) == ""
    assert line_chart(indicator([{"waktu": "2024", "angka": "3"}, {"angka": "4"}])) == ""
    assert (
        line_chart(indicator([{"waktu": "2024", "predikat": "Baik"}, {"waktu": "2025", "predikat": "Baik"}]))
        == ""
    )


TWO_SERIES = [
    {"waktu": "2019", "angka": "77,1", "seri": "lama"},
    {"waktu": "2020", "angka": "77,5", "seri": "lama"},
    {"waktu": "2021", "angka": "79,0", "seri": "baru"},
    {"waktu": "2023", "angka": "79,9", "seri": "baru"},
]


def test_two_series_are_two_lines_with_two_signs() -> None:
    page = LexborHTMLParser(line_chart(indicator(TWO_SERIES)))
    assert [node.attributes["d"].count("L") for node in page.css("path.series")] == [1, 1]
    assert len({node.attributes["d"] for node in page.css("svg.chart path.point")}) == 2
    assert [node.text().strip() for node in page.css(".legend li")] == ["Seri: lama", "Seri: baru"]


def test_two_series_are_told_apart_in_words_too() -> None:
    words = description(indicator(TWO_SERIES))
    assert words.index("lama") < words.index("77,1") < words.index("baru") < words.index("79,0")


def test_a_target_stands_beside_the_line() -> None:
    meant = indicator(
        [
            {"waktu": "2023", "angka": "2"},
            {"waktu": "2024", "angka": "3"},
            {"waktu": "2027", "angka": "9", "jenis_nilai": "target"},
        ]
    )
    page = LexborHTMLParser(line_chart(meant))
    assert page.css("path.series")[0].attributes["d"].count("L") == 1
    assert len(page.css("svg.chart .point--meant")) == 1
    assert "target, rencana, atau rancangan (bukan capaian)" in page.text()
    assert "9" not in description(meant)


def test_a_chart_is_told_in_words() -> None:
    two = indicator([{"waktu": "2021", "angka": "2,14"}, {"waktu": "2024", "angka": "3,86"}], satuan="indeks")
    page = LexborHTMLParser(line_chart(two))
    svg, title, words = page.css_first("svg"), page.css_first("title"), page.css_first("desc")
    assert svg is not None and title is not None and words is not None
    assert svg.attributes["aria-labelledby"] == f"{title.attributes['id']} {words.attributes['id']}"
    assert title.text() == "Ukuran (indeks)"
    assert words.text() == "Naik dari 2,14 (2021) menjadi 3,86 (2024). Nilai: 2021: 2,14; 2024: 3,86."


@pytest.mark.parametrize(
    "figures",
    [("0", "0"), ("5", "5"), ("-3", "4"), ("0,001", "0,002"), ("1", "99999999999999"), ("-5", "-5")],
)
def test_every_range_of_values_fits_the_drawing(figures: tuple[str, str]) -> None:
    two = indicator([{"waktu": "2021", "angka": figures[0]}, {"waktu": "2024", "angka": figures[1]}])
    page = LexborHTMLParser(line_chart(two))
    heights = [
        float(y) for y in re.findall(r"[ML][\d.]+ (-?[\d.]+)", page.css("path.series")[0].attributes["d"])
    ]
    assert all(24 <= height <= 226 for height in heights)
    assert 2 <= len(page.css("line.grid")) <= 8


@pytest.mark.parametrize("figures", [("0,0000000000000001", "0"), ("9" * 18, "3")])
def test_no_value_that_can_be_written_breaks_the_build(figures: tuple[str, str]) -> None:
    two = indicator([{"waktu": "2021", "angka": figures[0]}, {"waktu": "2024", "angka": figures[1]}])
    assert "<svg" in line_chart(two)


def test_places_are_ranked_by_their_newest_figure() -> None:
    parts = indicator(
        [
            {"waktu": "2024", "angka": "90", "wilayah": "bukitangin"},
            {"waktu": "2025", "angka": "40", "wilayah": "bukitangin"},
            {"waktu": "2025", "angka": "80", "wilayah": "sumberbayu"},
            {"waktu": "2025", "angka": "99", "wilayah": "sumberbayu", "jenis_nilai": "target"},
        ],
        satuan="persen",
    )
    page = LexborHTMLParser(ranked_bars(parts, dict(example().places)))
    assert [node.text() for node in page.css(".rank-name")] == [
        "Kelurahan Sumberbayu",
        "Kelurahan Bukitangin",
    ]
    assert [node.attributes["width"] for node in page.css("rect")] == ["100.0%", "50.0%"]
    assert [node.text() for node in page.css(".rank-value")] == ["80 persen (2025)", "40 persen (2025)"]


def test_no_drawing_carries_a_style() -> None:
    facts = Facts(example(), date(2026, 11, 24))
    drawings = [
        roadmap_table(facts, facts.living, "Peta jalan"),
        overview_table(facts, "Per tahun"),
        legend(facts),
        *(line_chart(measure) for measure in example().indicators.values()),
        *(ranked_bars(measure, dict(example().places)) for measure in example().indicators.values()),
    ]
    assert sum(map(bool, drawings)) > 10
    assert [drawing[:60] for drawing in drawings if re.search(r"\sstyle=|<style|\son[a-z]+=", drawing)] == []
