"""Looks at what the pages admit: old news, held-back figures, kinds of money, invented data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.built_page import BuiltPage, folded, in_words, page_at, pages_of, records

WORDS = {
    "usulan": "Diusulkan", "direncanakan": "Direncanakan", "dianggarkan": "Sudah dianggarkan", "uji_coba": "Uji coba",
    "berjalan": "Berjalan", "selesai": "Selesai", "ditunda": "Ditunda", "dihentikan": "Dihentikan",
}  # fmt: skip
"""Every status as its chip says it."""

AGING = ("usulan", "direncanakan", "dianggarkan", "uji_coba", "berjalan", "ditunda")
"""What is true only for a while; done and stopped stay so."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

MONEY = (
    "Perkiraan kebutuhan", "Pagu indikatif", "Pagu APBD Perubahan", "Pagu APBD", "Nilai kontrak",
    "Realisasi belanja", "Disebut media, jenis tidak dirinci",
)  # fmt: skip

MASTERPLAN = records(Path("metro"), "masterplan")[0]

until_the_plan_is_known = pytest.mark.skipif(
    MASTERPLAN["status"] != "belum_diketahui", reason="masterplan kota sudah diketahui"
)

EXAMPLE_NOTICE = "DATA CONTOH. Kota, program, dan angka di halaman ini dikarang untuk memperlihatkan bentuk situs. Jangan dikutip."

NEWS_AGE = {"metro": 24, "contoh": 12}
"""`umur_kabar_bulan` of each city."""


def age(news: str) -> int:
    """Months from the news to November 2026; a year alone counts as its December."""
    year, month = int(news[:4]), int(news[5:7] or 12)
    return (2026 - year) * 12 + 11 - month


def short(news: str) -> str:
    return f"{MONTHS[int(news[5:7]) - 1]} {news[:4]}" if news[5:7] else news


def program_page(site: Path, record: dict[str, str]) -> BuiltPage:
    return page_at(site, f"program/{record['id']}/")


def is_old(record: dict[str, str], site: Path) -> bool:
    news = record.get("kabar_terakhir")
    return record["status"] in AGING and (news is None or age(news) > NEWS_AGE[site.name])


def told(page: BuiltPage) -> str:
    """The answer to “Sampai mana?”."""
    return dict(zip(page.words("dl.glance dt"), page.words("dl.glance dd"), strict=True))["Sampai mana?"]


def chip_of(page: BuiltPage) -> str:
    """The first chip of a page, without the sign that is for the eye only."""
    return folded(page.tree.css("div.chips > span.chip")[0].text(deep=False))


def test_old_news_is_told_as_old_news_for_every_program_alike(any_site: Path) -> None:
    old = [record for record in records(any_site, "program") if is_old(record, any_site)]
    assert any_site.name == "metro" or len(old) == 6
    for record in old:
        page, news = program_page(any_site, record), record.get("kabar_terakhir")
        chip = f"Belum ada kabar sejak {short(news)}" if news else "Belum ada kabar"
        assert chip_of(page) == chip, page.path
        assert told(page).startswith(f"{chip}. "), page.path
        assert f"saat itu: {WORDS[record['status']].lower()}." in told(page), page.path


def test_news_that_is_not_old_shows_its_status_with_its_month(any_site: Path) -> None:
    plain = [
        r
        for r in records(any_site, "program")
        if not is_old(r, any_site) and r["status"] in WORDS and not r.get("pola")
    ]
    assert plain
    for record in plain:
        words, news = WORDS[record["status"]], record.get("kabar_terakhir")
        assert chip_of(program_page(any_site, record)) == (f"{words} · {short(news)}" if news else words), (
            record["id"]
        )


def test_lists_tell_the_same_status_as_the_programs_own_page(any_site: Path) -> None:
    rows = page_at(any_site, "program/").tree.css("#daftar tbody tr")
    assert len(rows) == len([r for r in records(any_site, "program") if "dipensiunkan" not in r])
    assert any_site.name == "metro" or len(rows) == 59
    for row in rows:
        address = str(row.css("th a")[0].attributes["href"]).removeprefix("../")
        cell = row.css('td[data-label="Status"] span.chip')[0]
        assert folded(cell.text(deep=False)) == chip_of(page_at(any_site, address)), address


def test_no_held_back_figure_stands_as_a_value_of_an_indicator(any_site: Path) -> None:
    held = {record["id"] for record in records(any_site, "ditahan")}
    values = [value["id"] for record in records(any_site, "indikator") for value in record["nilai"]]
    facts = [fact["id"] for fact in records(any_site, "kota")[0].get("fakta", [])]
    assert any_site.name == "metro" or len(held) == 2
    assert held & {*values, *facts} == set()


def test_held_back_figures_are_named_with_their_reason_and_without_a_value(any_site: Path) -> None:
    page = page_at(any_site, "indikator/")
    rows = {folded(row.css("th")[0].text()): row for row in page.tree.css("#ditahan ~ div tbody tr")}
    assert page.words("#ditahan ~ div thead th") == ["Hal", "Alasan", "Penjelasan", "Sumber"]
    assert set(rows) == {record["label"] for record in records(any_site, "ditahan")}
    for record in records(any_site, "ditahan"):
        explained = folded(rows[record["label"]].css('td[data-label="Penjelasan"]')[0].text())
        assert explained == folded(record["penjelasan"])


def test_an_amount_in_a_glance_always_follows_its_kind(any_site: Path) -> None:
    told_amounts = 0
    known = [min(3, len(record.get("anggaran", []))) for record in records(any_site, "program")]
    for page in pages_of(any_site):
        if page.kind == "program":
            glance = dict(zip(page.words("dl.glance dt"), page.words("dl.glance dd"), strict=True))
            amounts = re.sub(r"; semua \d+ jumlah uang$", "", glance.get("Berapa biayanya?", ""))
            for amount in filter(None, amounts.split("; ")):
                assert re.fullmatch(rf"({'|'.join(MONEY)}) \(?\d{{4}}\)?: Rp[\d.]+", amount), (
                    f"{page.path}: {amount}"
                )
                told_amounts += 1
    assert told_amounts == sum(known) >= 1


def test_an_amount_in_a_money_table_stands_in_a_row_headed_by_its_kind(any_site: Path) -> None:
    headed = 0
    for page in pages_of(any_site):
        for row in page.tree.css("table tbody tr"):
            if row.css('td[data-label="Jumlah"]'):
                assert folded(row.css('th[scope="row"]')[0].text()) in MONEY, page.path
                headed += 1
    assert headed == sum(len(record.get("anggaran", [])) for record in records(any_site, "program")) >= 1


def test_every_sum_of_money_says_its_kind_and_how_many_programs_it_leaves_out(any_site: Path) -> None:
    sentence = re.compile(
        rf"({'|'.join(MONEY)}) \d{{4}}: Rp[\d.]+\. "
        r"Jumlah dari \d+ program yang angkanya diketahui; \d+ belum ditemukan\."
    )
    sums = [words for page in pages_of(any_site) for words in page.words("#uang + ul li")]
    assert len(sums) >= 1
    assert [words for words in sums if not sentence.fullmatch(words)] == []


def test_kinds_of_money_are_never_added_together(example_site: Path) -> None:
    for page in pages_of(example_site):
        kinds = [words.split(": Rp")[0] for words in page.words("#uang + ul li")]
        assert len(kinds) == len(set(kinds)), page.path


@until_the_plan_is_known
def test_home_shows_no_quick_win_before_there_is_an_official_list(metro_site: Path) -> None:
    home = page_at(metro_site, "")
    assert [words for words in home.words("article h2") if "quick win" in words.lower()] == []
    assert "rencana/quick-win/" not in (home.article.html or "")


@pytest.mark.counted
@until_the_plan_is_known
def test_the_quick_win_page_says_that_no_official_list_was_found(metro_site: Path) -> None:
    page = page_at(metro_site, "rencana/quick-win/")
    assert "Daftar resmi quick win" in page.article.text()
    assert "Ini penilaian penyusun, bukan keputusan pemerintah." in page.article.text()


@pytest.mark.parametrize("path", ["", "peta-jalan/", "rencana/"])
def test_dimension_cards_carry_no_counts(any_site: Path, path: str) -> None:
    cards = page_at(any_site, path).words("ul.cards--small li.card")
    assert len(cards) == 6
    assert [words for words in cards if re.search(r"\d", words)] == []


def test_the_matrix_says_that_counts_are_no_priority(any_site: Path) -> None:
    page = page_at(any_site, "dimensi/")
    heads = page.words("table.matrix tbody th")
    assert len(heads) == 6
    assert [words for words in heads if re.search(r"\d", words)] == []
    (note,) = [words for words in page.words("p.small") if re.match(r"Penempatan|\d+ program", words)]
    assert note.endswith(
        "Banyaknya program dalam satu dimensi atau subdimensi tidak menunjukkan penting tidaknya."
    )


def test_no_program_is_placed_in_a_subdimension_without_a_source(metro_site: Path) -> None:
    page = page_at(metro_site, "dimensi/")
    living = [record for record in records(metro_site, "program") if "dipensiunkan" not in record]
    placed = {record["subdimensi"] for record in living if "subdimensi" in record}
    (frame,) = [f for f in records(metro_site, "kerangka") if f["id"] == MASTERPLAN["kerangka_dimensi"]]
    empty = [item for item in frame["butir"] if "induk" in item and item["kode"] not in placed]
    told = page.words("table.matrix .missing")
    assert told == ["Belum ada program yang kami tempatkan di sini."] * len(empty)
    counts = [int(words.split()[0]) for words in page.words("table.matrix .matrix__rest")]
    assert sum(counts) == len([record for record in living if "subdimensi" not in record])


@pytest.mark.parametrize("path", ["dokumen/", "rencana/"])
def test_the_ladder_says_which_rung_was_not_found(metro_site: Path, path: str) -> None:
    page = page_at(metro_site, path)
    levels = ["RPJPD", "RPJMD", "RKPD", "Masterplan", "SPBE"]
    assert page.words("ol.ladder .rung__level") == levels
    known = {record["jenjang"] for record in records(metro_site, "dokumen")}
    lacking = [level for level in levels if level not in known]
    assert page.words("ol.ladder .rung--missing .rung__level") == lacking
    told = f"Belum ditemukan (dicari sampai {in_words(records(metro_site, 'situs')[0]['dicari_sampai'])})."
    found = page.words("ol.ladder .rung--missing .rung__body > .missing")
    assert [words.startswith(told) for words in found] == [True] * len(lacking)


def test_every_generated_page_of_the_invented_city_says_that_it_is_invented(example_site: Path) -> None:
    generated = [page for page in pages_of(example_site) if page.generated]
    assert [page.path for page in generated if EXAMPLE_NOTICE not in page.words("p.notice")] == []


def test_every_page_of_the_invented_city_says_so_at_its_foot(example_site: Path) -> None:
    foot = "DATA CONTOH. Kota ini dikarang. Jangan dikutip."
    assert [
        page.path for page in pages_of(example_site) if foot not in page.words("footer.site-foot p")
    ] == []


def test_no_page_of_a_real_city_carries_a_notice_about_examples(metro_site: Path) -> None:
    assert [page.path for page in pages_of(metro_site) if "DATA CONTOH" in page.html] == []
    assert [page.path for page in pages_of(metro_site) if page.tree.css(".origin--contoh")] == []


def test_a_page_says_that_we_do_not_know_whether_a_program_is_in_the_masterplan(metro_site: Path) -> None:
    unknown = [r["id"] for r in records(metro_site, "program") if r["dalam_masterplan"] == "belum_diketahui"]
    for name in unknown:
        words = page_at(metro_site, f"program/{name}/").words("#masterplan + p")[0]
        assert words.startswith("Kami belum tahu apakah program ini tercantum dalam masterplan.")


@until_the_plan_is_known
def test_the_roadmap_of_a_city_without_stages_promises_nothing(metro_site: Path) -> None:
    assert page_at(metro_site, "peta-jalan/").words("p.lead") == [
        "Tahapan resmi belum kami temukan. Gambar ini menunjukkan tahun mulai dan kabar terakhir tiap program, "
        "bukan janji."
    ]


def test_a_kelurahan_without_programs_of_its_own_says_that_we_found_none(metro_site: Path) -> None:
    named = {place for record in records(metro_site, "program") for place in record.get("wilayah", [])}
    lonely = [
        r["id"] for r in records(metro_site, "wilayah") if r["jenis"] == "kelurahan" and r["id"] not in named
    ]
    for name in lonely:
        assert page_at(metro_site, f"kelurahan/{name}/").words("#khusus + p") == [
            "Kami belum menemukan program khusus untuk kelurahan ini. Bukan berarti tidak ada."
        ]


def test_counts_by_status_on_home_agree_with_the_lists_they_lead_to(any_site: Path) -> None:
    for row in page_at(any_site, "").tree.css("table.records--narrow tbody tr"):
        address = str(row.css("th a")[0].attributes["href"]).removeprefix("./")
        count = int(row.css('td[data-label="Program"]')[0].text())
        assert len(page_at(any_site, address).tree.css("#daftar tbody tr")) == count, address


def test_home_counts_the_programs_that_the_full_list_shows(any_site: Path) -> None:
    listed = len(page_at(any_site, "program/").tree.css("#daftar tbody tr"))
    told = re.findall(r"(\d+) program", page_at(any_site, "").words("h1 + p")[0])
    assert told == [str(listed)] or (any_site.name == "metro" and told == [])
