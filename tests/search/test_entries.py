"""What can be found, and by which words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from content_tools.insight.facts import Facts
from content_tools.model.reference import SynonymGroup, Synonyms
from content_tools.pages.all import all_pages
from content_tools.pages.press import Press
from content_tools.search.entries import search_entries
from content_tools.search.entry import Entry
from content_tools.search.index import search_index
from content_tools.search.ranking import Texts, field_text, rank
from content_tools.search.stemmer import Stemmer
from content_tools.search.synonyms import NEAR, SAME
from content_tools.search.synonyms import Synonyms as Groups
from content_tools.search.text import prose
from tests.conftest import EXAMPLE
from tests.insight.cities import example, plan_of, program


def entries(*programs: object) -> dict[str, Entry]:
    plan = plan_of(*programs) if programs else example()  # type: ignore[arg-type]
    press = Press(Facts(plan, date(2026, 11, 24)), EXAMPLE / "docs")
    return {entry.path: entry for entry in search_entries(press, all_pages(press))}


def test_every_record_with_an_address_is_an_entry_and_no_address_comes_twice() -> None:
    plan = example()
    found = Counter(entry.kind for entry in entries().values())
    assert found["program"] == len(plan.programs)
    assert found["wilayah"] == len(plan.places)
    assert found["angka"] == len(plan.indicators)
    assert found["dasar-hukum"] == len(plan.regulations)
    assert found["istilah"] == len(plan.terms)
    assert found["belum-ditemukan"] == len(plan.gaps)
    assert found["topik"] == len(plan.topics)


def test_sheets_and_lists_that_a_filter_replaces_are_no_entries() -> None:
    paths = entries()
    assert not [path for path in paths if path.endswith("/lembar/") or path.startswith("program/status/")]
    assert "cari/" not in paths
    assert {"", "program/", "kelurahan/", "data/", "tentang/"} <= set(paths)


def test_a_program_says_who_where_and_how_far() -> None:
    place = next(place for place in example().places.values() if not place.is_district)
    bus = program(nama="Bus Kota", singkatan="BK", ringkasan="Bus.", wilayah=[place.id])
    entry = entries(bus)["program/contoh/"]
    assert (entry.title, entry.names, entry.summary) == ("Bus Kota", ("BK",), "Bus.")
    assert "Surat, izin, dan tagihan" in entry.belongs
    assert place.full_name in entry.places
    assert entry.facets["wilayah"] == (place.id, place.parent)


def test_a_withdrawn_program_is_found_but_no_filter_counts_it() -> None:
    gone = program(dipensiunkan={"tanggal": "2026-01-01", "alasan": "Ganda."})
    entry = entries(gone)["program/contoh/"]
    assert entry.facets == {}


def test_markdown_is_read_as_text() -> None:
    plan = example()
    name = next(iter(plan.programs.values()))
    text = f"# Judul\n\n[tautan](x.md) dan [[program/{name.id}]] <b>tebal</b> https://contoh.example/a\n\n```indikator\nid: x\n```\n"
    read = " ".join(prose(text, plan).split())
    assert read == f"# Judul tautan dan {name.name} tebal"
    assert prose(None, plan) == ""


def made(*groups: list[str]) -> Groups:
    plan = replace(
        example(),
        synonyms=Synonyms(sinonim=tuple(SynonymGroup(kata=tuple(group)) for group in groups)),  # type: ignore[call-arg]
    )
    return Groups(plan, Stemmer())


def test_a_synonym_is_meant_at_a_share_and_both_ways() -> None:
    groups = made(["duit", "anggaran"])
    assert list(groups.said(["duit"])) == [("anggar", NEAR)]
    assert list(groups.said(["anggar"])) == [("duit", NEAR)]
    assert list(groups.said(["jalan"])) == []


def test_an_entry_of_several_words_is_one_term() -> None:
    groups = made(["rumah sakit", "klinik"])
    assert dict(groups.said(["rumah", "sakit"])) == {"rumahsakit": 1.0, "klinik": NEAR}
    assert dict(groups.said(["klinik"])) == {"rumahsakit": NEAR}
    assert list(groups.said(["rumah", "aman"])) == []


def test_abbreviations_of_records_stand_for_their_names() -> None:
    body = next(body for body in example().agencies.values() if body.has_short_name)
    groups, stemmer = made(), Stemmer()
    roots = [stemmer.stem(word) for word in Texts().words(body.abbreviation)]
    assert SAME in dict(groups.said(roots)).values()


def listed(*found: Entry) -> dict[str, dict[int, int]]:
    """Terms to weights of a few entries, without synonyms."""
    plan = replace(
        example(),
        terms=MappingProxyType({}),
        agencies=MappingProxyType({}),
        programs=MappingProxyType({}),
        synonyms=Synonyms(),
    )
    ranking = rank(found, Texts(), Stemmer(), Groups(plan, Stemmer()))
    return {term: dict(weights) for term, weights in ranking.weights.items()}


def test_a_name_says_more_than_a_body() -> None:
    weights = listed(
        Entry("a/", "program", "Bus kota"), Entry("b/", "program", "Kapal", body="Ada bus di sana.")
    )
    assert weights["bus"][0] > weights["bus"][1] >= 1


def test_a_rare_word_says_more_than_a_common_one() -> None:
    weights = listed(*(Entry(f"{n}/", "program", "Bus kota" if n else "Bus air") for n in range(9)))
    assert weights["air"][0] > weights["bus"][0]


def test_a_whole_name_is_a_term_and_neighbours_in_it_are_joined() -> None:
    weights = listed(Entry("a/", "wilayah", "Iring Mulyo"), Entry("b/", "program", "Kebun di Iring Mulyo"))
    assert set(weights["iringmulyo="]) == {0}
    assert set(weights["iringmulyo"]) == {0, 1}


def test_a_kind_that_readers_seldom_look_for_weighs_less() -> None:
    weights = listed(Entry("a/", "program", "Bus"), Entry("b/", "istilah", "Bus"))
    assert weights["bus"][0] > weights["bus"][1]


def test_the_same_records_give_the_same_files_and_others_another_folder() -> None:
    press = Press(Facts(example(), date(2026, 11, 24)), EXAMPLE / "docs")
    one, other = (search_index(press, all_pages(press)) for _ in range(2))
    assert one == other
    changed = Press(Facts(plan_of(program(nama="Lain")), date(2026, 11, 24)), EXAMPLE / "docs")
    assert search_index(changed, all_pages(changed)).engine != one.engine


@pytest.mark.parametrize("name", ["title", "names", "body"])
def test_a_field_is_one_text(name: str) -> None:
    assert isinstance(field_text(Entry("a/", "program", "A", names=("B", "C")), name), str)
    assert field_text(Entry("a/", "program", "A", names=("B", "C")), "names") == "B . C"


def test_a_city_without_synonyms_has_a_search(tmp_path: Path) -> None:
    press = Press(Facts(replace(example(), synonyms=Synonyms()), date(2026, 11, 24)), tmp_path)
    assert search_index(press, all_pages(press)).files
