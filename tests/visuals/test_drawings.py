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
from content_tools.model.when import When
from content_tools.visuals.bar_words import bar_words
from content_tools.visuals.charts import description, line_chart
from content_tools.visuals.ranks import ranked_bars
from content_tools.visuals.roadmap import axis_drawing, bar_drawing, legend
from content_tools.visuals.roadmap_tables import overview_table, roadmap_table, steps_by_quarter, steps_list
from tests.insight.cities import by_id, example, indicator, plan_of, program

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
    assert [node.attributes["x"] for node in page.css("svg svg:has(.bar-closed)")] == ["24.98%"]


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


def test_a_bar_is_as_thick_as_a_finger_can_see() -> None:
    page = drawn(program(jadwal={"mulai": "2024"}, kabar_terakhir="2025"))
    assert [node.attributes["height"] for node in page.css("rect")] == ["16"]


def test_the_axis_says_its_years() -> None:
    page = LexborHTMLParser(axis_drawing(facts_of(program())))
    years = page.css(".axis-year")
    assert [node.text() for node in years] == ["2024", "2025", "2026", "2027"]
    assert [node.attributes["x"] for node in years] == ["0.00%", "25.05%", "50.03%", "75.02%"]
    svg = page.css_first("svg")
    assert svg is not None and svg.attributes["aria-label"] == "Sumbu tahun 2024 sampai 2027"


def test_both_lines_are_named_on_the_axis_where_they_stand() -> None:
    page = LexborHTMLParser(axis_drawing(facts_of(program(kabar_terakhir="2025-01-01"))))
    names = [(node.text(), node.attributes["x"]) for node in page.css(".axis-label")]
    assert names == [("hari ini, Jan 2026", "50.03%"), ("kabar terbaru, Jan 2025", "25.05%")]
    assert [node.attributes["x1"] for node in page.css(".line-today, .line-news")] == ["50.03%", "25.05%"]


def test_names_of_lines_that_lie_close_do_not_run_through_each_other() -> None:
    late = Facts(facts_of(program(kabar_terakhir="2025-06-01")).plan, date(2025, 7, 1))
    page = LexborHTMLParser(axis_drawing(late))
    assert {
        (node.attributes["x"], node.attributes.get("text-anchor")) for node in page.css(".axis-label")
    } == {("37.44%", None)}


def test_an_axis_without_news_has_one_line() -> None:
    page = LexborHTMLParser(axis_drawing(facts_of(program())))
    assert [node.text() for node in page.css(".axis-label")] == ["hari ini, Jan 2026"]


@pytest.mark.parametrize(
    ("last", "size", "ticks"),
    [(2027, "few", 4 * 3), (2031, "some", 8 * 3), (2035, "many", 12), (2049, "long", 0)],
)
def test_the_longer_the_axis_the_fewer_ticks_between_its_years(last: int, size: str, ticks: int) -> None:
    page = LexborHTMLParser(axis_drawing(facts_of(program(jadwal={"mulai": "2024", "selesai": str(last)}))))
    svg = page.css_first("svg")
    assert svg is not None and svg.attributes["class"] == f"bar-axis bar-axis--{size}"
    assert len(page.css(".line-half, .line-quarter")) == ticks


def test_years_that_always_fit_are_four_apart() -> None:
    page = LexborHTMLParser(axis_drawing(facts_of(program(jadwal={"mulai": "2024", "selesai": "2033"}))))
    assert [node.text() for node in page.css(".axis-year--4")] == ["2024", "2028", "2032"]
    assert [node.text() for node in page.css(".axis-year--2")] == ["2026", "2030"]


def test_the_legend_says_both_dates() -> None:
    facts = facts_of(program(kabar_terakhir="2025-06-07"))
    words = [item.text() for item in LexborHTMLParser(legend(facts, facts.living)).css("li")]
    assert words == ["kabar terbaru: 7 Juni 2025", "hari ini: 1 Januari 2026"]


def test_the_legend_explains_the_shapes_that_occur_and_no_others() -> None:
    steps = [{"nama": "Satu", "waktu": "2026-05", "status": "belum", "sumber": ["a"]}]
    facts = facts_of(
        program("a", jadwal={"mulai": "2024"}, kabar_terakhir="2025-12", tonggak=steps),
        program("b", jadwal={"mulai": "2024", "selesai": "2025"}, status="selesai"),
    )
    page = LexborHTMLParser(legend(facts, facts.living))
    assert [item.text() for item in page.css("li")][:4] == [
        "mulai sampai kabar terakhir",
        "selesai",
        "sesudah ini belum ada kabar",
        "langkah penting, belum",
    ]
    assert [node.attributes["class"] for node in page.css("rect")] == [
        "bar bar--berjalan",
        "bar bar--selesai",
    ]


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


def test_of_many_years_the_oldest_stand_together_and_a_program_counts_there_once() -> None:
    old = [
        {"nama": "Satu", "waktu": "2000", "sumber": ["dulu"]},
        {"nama": "Dua", "waktu": "2005", "sumber": ["lalu"]},
    ]
    sources = by_id(
        *(
            source.model_copy(update={"id": name, "on": When(year)})
            for source in list(example().sources.values())[:1]
            for name, year in (("dulu", 2000), ("lalu", 2005))
        )
    )
    plan = replace(plan_of(program("a", tonggak=old), program("b", kabar_terakhir="2026")), sources=sources)
    page = LexborHTMLParser(overview_table(Facts(plan, TODAY), "Per tahun"))
    headings = [node.text() for node in page.css("thead th")]
    assert (headings[:3], headings[-1], len(headings)) == (["Dimensi", "sampai 2014", "2015"], "2026", 14)
    assert [node.text() for node in page.css("tbody tr:first-child td")] == ["1", *[""] * 11, "1"]


def test_a_count_of_the_overview_leads_to_its_programs() -> None:
    facts = facts_of(program("a", kabar_terakhir="2025"), program("b", kabar_terakhir="2025-03"))
    link = LexborHTMLParser(overview_table(facts, "Per tahun")).css_first("tbody td a")
    assert link is not None and link.text() == "2"
    assert str(link.attributes["href"]).endswith("program/?dimensi=tata-kelola&tahun=2025")
    assert link.attributes["aria-label"] == "2 program Tata kelola birokrasi, 2025"


def test_what_was_due_and_is_not_done_is_told_as_late() -> None:
    steps = [
        {"nama": "Lewat", "waktu": "2025-05", "status": "belum", "sumber": ["a"]},
        {"nama": "Nanti", "waktu": "2026-05", "status": "belum", "sumber": ["a"]},
        {"nama": "Sudah", "waktu": "2025-05", "status": "selesai", "sumber": ["a"]},
    ]
    facts = facts_of(program(tonggak=steps))
    page = LexborHTMLParser(steps_list(facts, facts.living))
    assert [item.css_first("p").text() for item in page.css("ol.steps > li")] == [
        "Triwulan 2 2025",
        "Triwulan 2 2026",
    ]
    states = [item.css("p")[1].text().split(" · Sumber")[0] for item in page.css("ol.steps ul li")]
    assert states == ["Belum · lewat tenggat", "Selesai", "Belum"]


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
    assert [len(page.css(f".chart line.series--{number}")) for number in (1, 2, 3)] == [1, 1, 0]
    assert len({node.attributes["d"] for node in page.css(".chart path.point")}) == 2
    assert [node.text().strip() for node in page.css(".legend li")] == ["Seri: lama", "Seri: baru"]


def test_a_line_runs_from_point_to_point() -> None:
    three = [
        {"waktu": "2021", "angka": "10"},
        {"waktu": "2023", "angka": "20"},
        {"waktu": "2025", "angka": "0"},
    ]
    page = LexborHTMLParser(line_chart(indicator(three)))
    ends = [[node.attributes[name] for name in ("x1", "y1", "x2", "y2")] for node in page.css("line.series")]
    # 196 pixels from 0 to 20; the middle of four years of 365, 365, 365 and 366 days
    assert ends == [["0.0%", "128.0", "50.0%", "30.0"], ["50.0%", "30.0", "100.0%", "226.0"]]


def figure_places(values: list[dict[str, Any]]) -> dict[str, tuple[float, str]]:
    """Each figure written in a chart: how far down it stands and how it is anchored."""
    page = LexborHTMLParser(line_chart(indicator(values)))
    return {
        node.text(): (float(str(node.attributes["y"])), str(node.attributes["text-anchor"]))
        for node in page.css(".value")
    }


def test_a_figure_stands_above_its_point_and_leans_inwards_at_the_edges() -> None:
    values = [
        {"waktu": "2021", "angka": "0"},
        {"waktu": "2023", "angka": "10"},
        {"waktu": "2025", "angka": "20"},
    ]
    # 9,8 pixels for one, from 226 up; ten more above the point
    assert figure_places(values) == {"0": (216.0, "start"), "10": (118.0, "middle"), "20": (20.0, "end")}


def test_a_figure_stands_below_its_point_where_another_one_stands_above() -> None:
    meant = {"waktu": "2023", "angka": "12", "jenis_nilai": "target"}
    places = figure_places(
        [
            {"waktu": "2021", "angka": "0"},
            {"waktu": "2023", "angka": "10"},
            {"waktu": "2025", "angka": "20"},
            meant,
        ]
    )
    # 10 lies at 128, 12 at 108,4
    assert places["10"] == (149.0, "middle")
    assert places["12"] == (98.4, "middle")


def test_a_figure_without_room_above_and_below_stands_beside_its_point() -> None:
    meant = {"waktu": "2021", "angka": "11", "jenis_nilai": "target"}
    places = figure_places([{"waktu": "2021", "angka": "10"}, {"waktu": "2025", "angka": "20"}, meant])
    # 10 lies on the floor, at 226; the target 19,6 pixels above it
    assert places["10"] == (231.0, "start")


def test_of_a_long_line_only_the_ends_are_written_at_their_points() -> None:
    values = [{"waktu": str(2010 + year), "angka": str(100 + year * 10)} for year in range(10)]
    page = LexborHTMLParser(line_chart(indicator(values)))
    assert sorted(node.text() for node in page.css(".value")) == ["100", "190"]
    assert len(page.css("path.point")) == 10


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
    assert len(page.css("line.series")) == 1
    assert len(page.css(".chart .point--meant")) == 1
    assert "target, rencana, atau rancangan (bukan capaian)" in page.text()
    assert "9" not in description(meant)


def test_a_chart_is_told_in_words() -> None:
    two = indicator([{"waktu": "2021", "angka": "2,14"}, {"waktu": "2024", "angka": "3,86"}], satuan="indeks")
    page = LexborHTMLParser(line_chart(two))
    chart = page.css_first(".chart")
    assert chart is not None and chart.attributes["role"] == "img"
    assert chart.attributes["aria-label"] == (
        "Ukuran (indeks). Naik dari 2,14 (2021) menjadi 3,86 (2024). Nilai: 2021: 2,14; 2024: 3,86."
    )


@pytest.mark.parametrize(
    "figures",
    [("0", "0"), ("5", "5"), ("-3", "4"), ("0,001", "0,002"), ("1", "99999999999999"), ("-5", "-5")],
)
def test_every_range_of_values_fits_the_drawing(figures: tuple[str, str]) -> None:
    two = indicator([{"waktu": "2021", "angka": figures[0]}, {"waktu": "2024", "angka": figures[1]}])
    page = LexborHTMLParser(line_chart(two))
    (line,) = page.css("line.series")
    assert all(30 <= float(str(line.attributes[end])) <= 226 for end in ("y1", "y2"))
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
        legend(facts, facts.living),
        steps_list(facts, facts.living),
        *(line_chart(measure) for measure in example().indicators.values()),
        *(ranked_bars(measure, dict(example().places)) for measure in example().indicators.values()),
    ]
    assert sum(map(bool, drawings)) > 10
    assert [drawing[:60] for drawing in drawings if re.search(r"\sstyle=|<style|\son[a-z]+=", drawing)] == []
