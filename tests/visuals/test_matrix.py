"""The matrix of dimensions and sub-dimensions: what stands where, and plain words where nothing is known."""

from __future__ import annotations

from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from content_tools.insight.facts import Facts
from content_tools.model.program import Program
from content_tools.visuals.dimensions import dimension_look, marked_dimension
from content_tools.visuals.matrix import dimension_matrix, placed_words
from tests.insight.cities import plan_of, program

TODAY = date(2026, 1, 1)
NOTHING = "Belum ada program yang kami tempatkan di sini."


def facts_of(*programs: Program) -> Facts:
    return Facts(plan_of(*programs), TODAY)


def placed(id: str, subdimension: str | None, **keys: Any) -> Program:
    """A program of the first dimension, in one of its three sub-dimensions or in none."""
    return program(id, subdimensi=subdimension, **keys) if subdimension else program(id, **keys)


def rows_of(facts: Facts) -> list[LexborNode]:
    return LexborHTMLParser(dimension_matrix(facts, "Dimensi")).css("tbody tr")


def test_every_dimension_is_a_row_and_every_subdimension_a_cell() -> None:
    rows = rows_of(facts_of(placed("a", "layanan-publik")))
    assert [row.css_first("th a").text() for row in rows] == [
        "Tata kelola birokrasi",
        "Ekonomi",
        "Kehidupan berkota",
        "Masyarakat",
        "Lingkungan",
        "Mobilitas",
    ]
    assert [len(row.css(".matrix__name")) for row in rows] == [3, 2, 3, 2, 2, 2]
    assert [name.text() for name in rows[1].css(".matrix__name")] == ["Usaha kecil", "Kerja dan keterampilan"]


def test_rows_with_fewer_subdimensions_are_as_wide_as_the_others() -> None:
    facts = facts_of(placed("a", "layanan-publik"), placed("b", None))
    for row in rows_of(facts):
        assert sum(int(cell.attributes.get("colspan") or 1) for cell in row.css("td")) == 3 + 1


def test_a_cell_names_its_programs_and_says_so_when_it_has_none() -> None:
    rows = rows_of(facts_of(placed("a", "layanan-publik"), placed("b", "layanan-publik")))
    cells = rows[0].css("td")
    assert [link.text() for link in cells[0].css("li a")] == ["Program a", "Program b"]
    assert [cell.css_first(".missing").text() for cell in cells[1:]] == [NOTHING, NOTHING]
    assert len(rows[5].css(".missing")) == 2


def test_of_many_programs_a_cell_says_how_many_and_leads_to_their_names() -> None:
    facts = facts_of(*(placed(f"p{number}", "kerja-dalam") for number in range(4)))
    cell = rows_of(facts)[0].css("td")[1]
    assert cell.css("li") == []
    assert [(link.text(), str(link.attributes["href"])[1:]) for link in cell.css("a")] == [
        ("Kerja di dalam kantor", "dimensi/tata-kelola/#sub-kerja-dalam"),
        ("4 program", "dimensi/tata-kelola/#sub-kerja-dalam"),
    ]


def test_what_stands_in_no_subdimension_comes_last() -> None:
    rows = rows_of(facts_of(placed("a", "layanan-publik"), placed("b", None), placed("c", None)))
    rest = [row.css_first(".matrix__rest") for row in rows]
    assert rest[0] is not None and rest[0].text() == "2 program"
    assert rest[0].attributes["data-label"] == "Belum ditempatkan dalam subdimensi"
    assert rest[1:] == [None] * 5


def test_where_all_is_placed_there_is_no_column_for_the_rest() -> None:
    page = LexborHTMLParser(dimension_matrix(facts_of(placed("a", "layanan-publik")), "Dimensi"))
    assert [head.text() for head in page.css("thead th")] == ["Dimensi", "Subdimensi"]
    assert page.css(".matrix__rest") == []


def test_who_placed_the_programs_is_told() -> None:
    ours, theirs = {"pengelompokan": "penyusun"}, {"pengelompokan": "dokumen"}
    sub = "layanan-publik"
    assert placed_words(facts_of(placed("a", sub, **ours))) == "Penempatan program dibuat penyusun situs."
    assert placed_words(facts_of(placed("a", sub, **theirs))) == (
        "Penempatan program mengikuti dokumen rencana."
    )
    assert placed_words(
        facts_of(placed("a", sub, **ours), placed("b", sub, **theirs), placed("c", sub, **theirs))
    ) == ("2 program ditempatkan menurut dokumen rencana, 1 oleh penyusun situs.")


def test_that_no_source_places_programs_is_told_too() -> None:
    assert placed_words(facts_of(placed("a", None))) == (
        "Penempatan program dibuat penyusun situs. "
        "Sumber yang menempatkan program dalam subdimensi belum kami temukan."
    )


def test_a_dimension_has_the_colour_of_its_place_in_the_frame_and_always_its_name() -> None:
    facts = facts_of(placed("a", None))
    codes = list(facts.plan.dimensions)
    assert [dimension_look(facts, code) for code in codes] == [f"dim dim--{number}" for number in range(1, 7)]
    assert [row.css_first("th").attributes["class"] for row in rows_of(facts)] == [
        f"dim dim--{number}" for number in range(1, 7)
    ]
    marked = LexborHTMLParser(marked_dimension(facts, "ekonomi"))
    assert marked.css_first("span.dim").attributes["aria-hidden"] == "true"
    assert marked.css_first("a").text() == "Ekonomi"
