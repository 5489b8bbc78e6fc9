"""The page of downloads: its links, its counts, its admissions, every column explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from content_tools.exports.data_files import data_files
from content_tools.insight.facts import Facts
from content_tools.insight.open_data.tables import open_data
from content_tools.model.plan import Plan
from content_tools.pages.data import data_page
from content_tools.pages.press import Press
from tests.insight.cities import example, metro, nobodys
from tests.site.built_page import folded

TODAY = date(2026, 11, 24)


def city(name: str) -> Plan:
    """One of the two cities; the real one as long as nobody runs its site."""
    if name == "contoh":
        return example()
    return nobodys(metro())


def page_of(plan: Plan, data_day: date | None = TODAY) -> LexborHTMLParser:
    press = Press(Facts(plan, TODAY, data_day))
    return LexborHTMLParser(press.page_html(data_page(press)))


def words(tree: LexborHTMLParser) -> str:
    assert tree.body is not None
    return folded(tree.body.text())


def test_it_stands_at_data() -> None:
    page = data_page(Press(Facts(example(), TODAY)))
    assert (page.path, page.kind, page.title) == ("data/", "data", "Unduh data")


@pytest.mark.parametrize("name", ["metro", "contoh"])
def test_every_file_but_the_single_rows_is_linked_and_no_other(name: str) -> None:
    plan = city(name)
    linked = [str(link.attributes["href"]) for link in page_of(plan).css("a[download]")]
    files = [
        file for file, _ in data_files(Press(Facts(plan, TODAY))) if not file.startswith("data/program/")
    ]
    assert [href.removeprefix("../") for href in linked] == files
    assert all(href.startswith("../data/") for href in linked)


def test_it_counts_the_rows_of_each_file() -> None:
    cells = [
        [folded(cell.text()) for cell in row.css("th, td")]
        for row in page_of(city("contoh")).css("#berkas + div tbody tr")
    ]
    counts = {row[0]: row[2] for row in cells}
    assert len(counts) == 17
    assert (counts["program.csv"], counts["wilayah.csv"], counts["masterplan.csv"]) == ("60", "15", "1")


@pytest.mark.parametrize("name", ["metro", "contoh"])
def test_every_column_of_every_table_is_explained(name: str) -> None:
    plan = city(name)
    tree = page_of(plan)
    shared = [folded(cell.text()) for cell in tree.css("#kolom-bersama + div tbody th")]
    for table in open_data(Facts(plan, TODAY)):
        own = [folded(cell.text()) for cell in tree.css(f"#kolom-{table.name} tbody th")]
        assert own + shared == [column.key for column in table.columns], table.name


def test_allowed_words_stand_with_their_meaning() -> None:
    row = next(
        row for row in page_of(example()).css("#kolom-anggaran tbody tr") if "jenis_angka" in row.text()
    )
    assert "pagu_apbd Pagu APBD; pagu_perubahan Pagu APBD Perubahan" in folded(row.text())


def test_a_site_that_is_not_official_says_that_its_files_are_not_either() -> None:
    notices = [folded(notice.text()) for notice in page_of(city("metro")).css("p.notice")]
    assert notices == [
        "Berkas ini bukan data resmi Pemerintah Kota Metro. Pengelola situs ini belum ditetapkan. "
        "Isinya dihimpun dari sumber publik."
    ]


def test_an_invented_city_warns_that_it_is_invented() -> None:
    notices = [folded(notice.text()) for notice in page_of(example()).css("p.notice")]
    assert notices == [
        "DATA CONTOH. Kota, program, dan angka di halaman ini dikarang untuk memperlihatkan bentuk situs. Jangan dikutip."
    ]


def test_it_says_what_an_empty_cell_means_and_what_the_day_of_the_data_is() -> None:
    told = words(page_of(city("metro")))
    assert "Sel kosong bukan nol. Artinya belum kami temukan, atau tidak berlaku untuk baris itu." in told
    assert "data_per adalah tanggal terakhir data situs ini diubah, bukan waktu kejadiannya." in told
    assert "Kabar lebih dari 12 bulan dianggap terlalu lama." in words(page_of(example()))
    assert "Tanggal itu belum diketahui" not in told
    assert "Tanggal itu belum diketahui, jadi kolomnya kosong." in words(page_of(city("metro"), None))


def test_it_says_how_many_figures_are_held_back_when_some_are() -> None:
    assert "2 angka yang kami tahan tidak ada di berkas mana pun." in words(page_of(example()))
    assert "kami tahan" not in words(page_of(replace(example(), withheld={})))


def test_it_names_the_licence_and_who_holds_it() -> None:
    assert "Lisensi isi: CC BY 4.0, Pemerintah Kota Rekamaya (contoh)." in words(page_of(example()))
    assert "Lisensi isi: CC BY 4.0. Sumber asli tetap milik penerbitnya." in words(page_of(city("metro")))
