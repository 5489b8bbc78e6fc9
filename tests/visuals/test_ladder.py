"""The ladder of plans: its rungs in order, what stands on them, and what was not found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from content_tools.insight.facts import Facts
from content_tools.model.reference import Document
from content_tools.visuals.ladder import document_chip, ladder, period_words, superseded
from tests.insight.cities import by_id, plan_of

TODAY = date(2026, 11, 24)


def document(id: str, rung: str, start: int | None = None, end: int | None = None, **keys: Any) -> Document:
    usual: dict[str, Any] = {
        "id": id, "status_data": "contoh", "nama": f"Dokumen {id}", "singkatan": id, "jenjang": rung, "urutan": 1,
    }  # fmt: skip
    if start and end:
        usual["periode"] = {"mulai": start, "selesai": end}
    return Document.model_validate(usual | keys)


def facts_of(*documents: Document, masterplan: str | None = None) -> Facts:
    plan = plan_of(documents=by_id(*documents))
    plan = replace(plan, masterplan=plan.masterplan.model_copy(update={"document": masterplan}))
    return Facts(plan, TODAY)


def drawn(*documents: Document, masterplan: str | None = None) -> LexborHTMLParser:
    return LexborHTMLParser(ladder(facts_of(*documents, masterplan=masterplan)))


def names(node: LexborNode | LexborHTMLParser) -> list[str]:
    return [name.text() for name in node.css(".rung__name")]


def test_the_rungs_stand_in_order_whatever_the_data_begins_with() -> None:
    page = drawn(document("m", "Masterplan"), document("j", "RPJMD"), document("p", "RPJPD"))
    assert [level.text() for level in page.css("ol.ladder > li .rung__level")] == [
        "RPJPD",
        "RPJMD",
        "RKPD",
        "Masterplan",
        "SPBE",
    ]
    assert [names(rung) for rung in page.css("ol.ladder > li")] == [
        ["Dokumen p"],
        ["Dokumen j"],
        [],
        ["Dokumen m"],
        [],
    ]


def test_a_rung_without_a_document_says_that_it_was_looked_for_and_until_when() -> None:
    page = drawn(document("p", "RPJPD"))
    missing = [
        rung for rung in page.css("ol.ladder > li") if "rung--missing" in str(rung.attributes["class"])
    ]
    assert [rung.css_first(".rung__level").text() for rung in missing] == [
        "RPJMD",
        "RKPD",
        "Masterplan",
        "SPBE",
    ]
    for rung in missing:
        assert (
            rung.css_first(".missing").text().startswith("Belum ditemukan (dicari sampai 24 November 2026).")
        )


@pytest.mark.parametrize("rung", ["SPBE", "spbe", "Pemerintah Digital", "Pemdi", "Arsitektur SPBE"])
def test_digital_government_has_one_rung_under_all_its_names(rung: str) -> None:
    assert names(drawn(document("d", rung)).css("ol.ladder > li")[4]) == ["Dokumen d"]


def test_a_plan_of_another_kind_stands_beside_the_ladder() -> None:
    page = drawn(document("p", "RPJPD"), document("r", "RTRW"))
    assert names(page.css_first("ol.ladder")) == ["Dokumen p"]
    assert names(page.css_first(".ladder-beside")) == ["Dokumen r"]
    assert drawn(document("p", "RPJPD")).css_first(".ladder-beside") is None


def test_the_rung_of_the_masterplan_says_that_this_site_is_about_it() -> None:
    page = drawn(document("m", "Masterplan"), document("p", "RPJPD"), masterplan="m")
    own = page.css(".rung--own")
    assert [rung.css_first(".rung__level").text() for rung in own] == ["Masterplan"]
    assert own[0].css_first(".rung__own").text() == "Rencana yang dibahas situs ini"


def test_what_an_adopted_newer_plan_follows_comes_after_it_and_is_quiet() -> None:
    old = document("lama", "RPJMD", 2021, 2027, status="ditetapkan")
    new = document("baru", "RPJMD", 2025, 2029, status="ditetapkan")
    rung = drawn(old, new).css("ol.ladder > li")[1]
    assert names(rung) == ["Dokumen baru", "Dokumen lama"]
    quiet = rung.css(".rung__document--older")
    assert names(quiet[0]) == ["Dokumen lama"] and len(quiet) == 1
    assert "Ada yang lebih baru: baru." in quiet[0].text()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"start": 2025, "end": 2029, "status": "rancangan"}, ""),
        ({"start": 2027, "end": 2031, "status": "ditetapkan"}, ""),
        ({"start": 2025, "end": 2029, "status": "ditetapkan", "rung": "RKPD"}, ""),
        ({"start": 2025, "end": 2029, "status": "ditetapkan"}, "Ada yang lebih baru: baru."),
    ],
)
def test_only_an_adopted_plan_of_its_kind_that_has_begun_makes_a_plan_old(
    other: dict[str, Any], words: str
) -> None:
    old = document("lama", "RPJMD", 2021, 2027, status="ditetapkan")
    new = document("baru", other.pop("rung", "RPJMD"), other.pop("start"), other.pop("end"), **other)
    assert superseded(facts_of(old, new), old, [old, new]) == words


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (document("a", "RPJPD", 2005, 2025, status="ditetapkan"), "Masanya lewat pada 2025."),
        (document("a", "RKPD", tahun=2025), "Masanya lewat pada 2025."),
        (document("a", "RPJPD", 2005, 2026, status="ditetapkan"), ""),
        (document("a", "RPJPD", 2025, 2045, status="dicabut"), "Sudah dicabut."),
        (document("a", "Masterplan"), ""),
    ],
)
def test_a_plan_is_old_when_its_years_are_over_or_it_was_revoked(plan: Document, words: str) -> None:
    assert superseded(facts_of(plan), plan, [plan]) == words


def test_an_entry_says_years_status_basis_and_source() -> None:
    plan = document(
        "p",
        "RPJPD",
        2025,
        2045,
        status="ditetapkan",
        penetapan="perda-3-2024",
        sumber=["daftar-jdih"],
        visi="Maju",
    )
    entry = drawn(plan).css_first(".rung__document")
    assert entry.css_first(".rung__years").text() == "2025–2045"
    assert entry.css_first(".chip").text() == "●Ditetapkan"
    assert entry.css_first(".rung__wish").text() == "“Maju”"
    words = entry.css("p")[-1].text()
    assert words.startswith("Ditetapkan dengan: Perda Kota Rekamaya Nomor 3 Tahun 2024. Sumber: ")


def test_a_plan_whose_regulation_was_not_found_says_so() -> None:
    words = drawn(document("p", "RPJPD", 2025, 2045, status="rancangan")).css(".rung__document p")[-1].text()
    assert words == "Ditetapkan dengan: Belum ditemukan (dicari sampai 24 November 2026)"


def test_years_are_told_as_exact_as_they_are_known() -> None:
    assert period_words(document("a", "RPJMD", 2025, 2029)) == "2025–2029"
    assert period_words(document("a", "RKPD", 2026, 2026)) == "2026"
    assert period_words(document("a", "RKPD", tahun=2026)) == "2026"
    assert period_words(document("a", "Masterplan")) == ""


def test_the_status_of_the_masterplan_itself_comes_from_what_is_known_of_it() -> None:
    plan = document("m", "Masterplan")
    assert "Berlaku" in document_chip(facts_of(plan, masterplan="m"), plan)
    assert "Status belum ditemukan" in document_chip(facts_of(plan), plan)
