"""`/perubahan/`, its months, and the part on every record's page: what they say, and that nothing escapes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from content_tools.changes.entry import NO_HISTORY, Entry, History, Line
from content_tools.changes.history import read_history
from content_tools.insight.facts import Facts
from content_tools.pages.all import TAKEN, all_pages
from content_tools.pages.changes import MONTH_LETTERS, NEWEST_LETTERS
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.pages.share import head
from content_tools.reading.plan import read_plan
from tests.attack.hostile import payloads
from tests.changes.repository import MAIL, PERSON
from tests.changes.story import HOSTILE, NIK, story
from tests.insight.cities import example
from tests.site.built_page import folded

TODAY = date(2026, 11, 24)
CODE = "https://kode.example/kota/data/"


@cache
def press(code_url: str | None = None) -> Press:
    """The invented city after its year of changes."""
    plan = read_plan(story().root / "data")[0]
    assert plan is not None
    return Press(Facts(plan, TODAY, TODAY), code_url=code_url, history=read_history(story().root))


def remembering(history: History) -> Press:
    """The invented city with another history."""
    return Press(Facts(example(), TODAY, TODAY), history=history)


def page(press: Press, path: str) -> LexborHTMLParser:
    found: Page = next(page for page in all_pages(press) if page.path == path)
    return LexborHTMLParser(press.page_html(found))


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [folded(element.text()) for element in tree.css(selector)]


def part(press: Press, path: str) -> str:
    """The words from the heading of the history to the foot."""
    html = press.page_html(next(page for page in all_pages(press) if page.path == path))
    inside = re.search(r'<h2 id="riwayat">(.*?)<footer class="record-foot">', html, re.DOTALL)
    return folded(LexborHTMLParser(inside[1]).text()) if inside else ""


def line(sentence: str = "Ringkasan: a → b", id: str = "bus-kota-reka", **more: object) -> Line:
    known = Line("program", id, "Bus Kota Reka", "diubah", False, sentence, (), ())
    return replace(known, **more)  # type: ignore[arg-type]


def history_of(*entries: Sequence[Line], complete: bool = True, reason: str | None = None) -> History:
    """The first entry is the newest, a day older each."""
    made = [
        Entry(f"{number:040x}", date(2026, 6, 30 - number % 28), reason, False, tuple(lines))
        for number, lines in enumerate(entries)
    ]
    return History(date(2026, 1, 1), complete, tuple(made))


# The pages


def test_there_is_a_page_of_the_newest_and_one_of_each_month() -> None:
    paths = [page.path for page in all_pages(press()) if page.kind.startswith("perubahan")]
    months = ["2026-08", "2026-07", "2026-06", "2026-05", "2026-04", "2026-03", "2026-02", "2026-01"]
    assert paths == ["perubahan/", *(f"perubahan/{month}/" for month in months)]
    assert "perubahan" in TAKEN


def test_months_lead_to_each_other() -> None:
    pages = {page.path: page for page in all_pages(press())}
    june = pages["perubahan/2026-06/"]
    assert june.before == ("Perubahan Mei 2026", "perubahan/2026-05/")
    assert june.after == ("Perubahan Juli 2026", "perubahan/2026-07/")
    assert pages["perubahan/2026-08/"].after is None
    assert pages["perubahan/2026-01/"].before is None


def test_the_page_says_from_when_on_it_knows_and_what_a_change_is_not() -> None:
    tree = page(press(), "perubahan/")
    assert "Riwayat ini lengkap sejak catatan pertama, 5 Januari 2026." in words(tree, "p")
    assert words(tree, "p.notice")[-1] == (
        "Yang berubah di sini catatan situs, bukan programnya. Perubahan catatan bukan keputusan pemerintah."
    )


def test_an_entry_tells_the_reason_the_record_and_its_source() -> None:
    tree = page(press(), "perubahan/2026-02/")
    assert words(tree, "h2") == ["10 Februari 2026"]
    assert words(tree, ".log__reason") == ["Alasan: Pagu bus mengikuti APBD 2026"]
    assert words(tree, "ul.log > li") == [
        "Bus Kota Reka: Pagu APBD 2026 naik 20%: Rp6.300.000.000 → Rp7.560.000.000 (Badan Keuangan Kota Rekamaya (contoh) 2025)"
    ]
    assert tree.css("ul.log a")[0].attributes["href"] == "../../program/bus-kota-reka/"


def test_the_first_records_are_told_by_counts_with_their_names_folded() -> None:
    tree = page(press(), "perubahan/2026-01/")
    told = next(text for text in words(tree, ".log__entry > p") if text.startswith("Catatan pertama"))
    assert told.startswith(
        "Catatan pertama: 60 program, 12 indikator, 5 dokumen rencana,"
    ) or told.startswith("Catatan pertama: 60 program, 12 indikator, 14 instansi,")
    folds = {folded(fold.css("summary")[0].text()): fold for fold in tree.css(".log__entry details")}
    assert len(folds["60 program"].css("a")) == 59
    assert "Kebun Atap Alunpayung" in folds["60 program"].text()


def test_a_record_that_is_gone_is_named_without_a_link() -> None:
    tree = page(press(), "perubahan/2026-06/")
    gone = next(item for item in tree.css("ul.log > li") if "Program dihapus" in item.text())
    assert (
        folded(gone.text())
        == "Kebun Atap Alunpayung: Program dihapus; alamat /program/kebun-atap/ tidak lagi ada"
    )
    assert gone.css("a") == []


def test_a_record_under_its_old_name_leads_to_its_page_of_today() -> None:
    tree = page(press(), "perubahan/2026-03/")
    link = next(link for link in tree.css("ul.log a") if "Kebun Dinding" in link.text())
    assert link.attributes["href"] == "../../program/kebun-tegak/"


def test_programs_are_listed_with_how_often_they_changed() -> None:
    tree = page(press(), "perubahan/")
    listed = {
        folded(item.text()): item.css("a")[0].attributes["href"]
        for item in tree.css("#program ~ ul.facets > li")
    }
    assert listed["Rapat Tanpa Cetak 4 kali berubah"] == "../program/rapat-tanpa-cetak/#riwayat"
    assert listed["Kebun Tegak Alunpayung 2 kali berubah"] == "../program/kebun-tegak/#riwayat"
    gone = listed["Kebun Atap Alunpayung (dihapus) 2 kali berubah"]
    assert gone == f"../perubahan/2026-06/#c-{story().commits['hapus'][:12]}"


def test_commits_are_linked_only_where_the_code_is_known() -> None:
    name = story().commits["gabung"]
    link = page(press(CODE), "perubahan/2026-02/").css("a[rel=external]")[-1]
    assert link.attributes["href"] == f"https://kode.example/kota/data/commit/{name}"
    assert name[:7] not in words(page(press(), "perubahan/2026-02/"), "article, body")[0]


def test_a_copy_without_older_commits_says_since_when_it_knows() -> None:
    tree = page(remembering(history_of([line()], complete=False)), "perubahan/")
    told = "Kami hanya mengetahui perubahan sejak 1 Januari 2026. Salinan yang dipakai membangun situs ini tidak memuat riwayat sebelumnya."
    assert told in words(tree, "p")


def test_a_site_built_without_git_says_so_and_has_no_months() -> None:
    without = remembering(NO_HISTORY)
    tree = page(without, "perubahan/")
    assert any(text.startswith("Riwayat perubahan belum dapat ditampilkan") for text in words(tree, "p"))
    assert words(tree, "h2") == ["Mengikuti perubahan"]
    assert [page.path for page in all_pages(without) if page.kind == "perubahan-bulan"] == []


def test_the_newest_page_stays_small_and_leads_to_the_months() -> None:
    long = [
        [line(f"Ringkasan: {'panjang ' * 40}{number}", f"program-{each}") for each in range(30)]
        for number in range(28)
    ]
    known = remembering(history_of(*long))
    tree = page(known, "perubahan/")
    assert 1 <= len(tree.css(".log__entry")) < 28
    assert len(tree.html or "") < NEWEST_LETTERS + 60_000
    assert words(tree, "#bulan + ul li") == ["Juni 2026 28 kali berubah"]


def test_a_month_with_too_much_to_read_tells_the_rest_by_counts() -> None:
    long = [
        [line(f"Ringkasan: {'panjang ' * 90}{number}", f"program-{each}") for each in range(40)]
        for number in range(28)
    ]
    tree = page(remembering(history_of(*long)), "perubahan/2026-06/")
    assert len(tree.css(".log__entry")) == 28
    assert words(tree, ".log__entry")[-1] == "40 program berubah."
    assert len(tree.html or "") < MONTH_LETTERS + 60_000


def test_only_pages_about_changes_name_the_feed_in_their_head() -> None:
    def feed(path: str, kind: str) -> list[str | None]:
        html = head(press(), title="a", description="b", path=path, kind=kind, image="x")
        return [
            link.attributes["href"]
            for link in LexborHTMLParser(html).css('link[type="application/atom+xml"]')
        ]

    assert feed("perubahan/", "perubahan") == ["../perubahan/umpan.xml"]
    assert feed("perubahan/2026-02/", "perubahan-bulan") == ["../../perubahan/umpan.xml"]
    assert feed("program/bus-kota-reka/", "program") == []


# The part on a record's page


def test_a_record_that_never_changed_says_so_in_one_line() -> None:
    assert part(press(), "program/air-hilang/").startswith("Riwayat catatan ini") is True
    told = part(press(), "indikator/" + next(iter(press().plan.indicators)) + "/")
    assert (
        told
        == "Riwayat catatan ini Belum berubah sejak pertama dimuat, 5 Januari 2026. Perubahan di situs ini"
    )


def test_a_changed_record_tells_day_change_and_reason_newest_first() -> None:
    assert part(press(), "program/bedah-rumah/") == (
        "Riwayat catatan ini Perubahan pada catatan situs ini, bukan keputusan pemerintah. Yang terbaru di atas. "
        "17 Agustus 2026: Mitra ditambahkan: Forum Kota Rekaan "
        "2 Maret 2026: Status: Sudah dianggarkan → Ditunda, karena Lelang diulang Alasan: Surat Dinas Prasarana, 2 Maret 2026. "
        "Pertama dimuat 5 Januari 2026. Semua perubahan"
    )


def test_a_renamed_record_keeps_what_happened_under_its_old_name() -> None:
    told = part(press(), "program/kebun-tegak/")
    assert "Nama: Kebun Dinding Alunpayung → Kebun Tegak Alunpayung" in told
    assert told.endswith("Pertama dimuat 20 Maret 2026. Semua perubahan")


def test_older_changes_are_folded() -> None:
    known = remembering(history_of(*([line(f"Ringkasan: {number}")] for number in range(8))))
    tree = page(known, "program/bus-kota-reka/")
    assert words(tree, "#riwayat ~ ul.log > li")[0] == "30 Juni 2026: Ringkasan: 0"
    assert len(tree.css("#riwayat ~ ul.log > li")) == 5
    assert words(tree, "#riwayat ~ ul.log + details > summary") == ["3 perubahan sebelumnya"]
    assert len(tree.css("#riwayat ~ ul.log + details li")) == 3


def test_without_older_commits_a_record_says_since_when_it_is_watched() -> None:
    known = remembering(history_of([line(id="lain")], complete=False))
    assert part(known, "program/bus-kota-reka/") == (
        "Riwayat catatan ini Belum berubah sejak 1 Januari 2026. Perubahan sebelum itu tidak kami ketahui. Perubahan di situs ini"
    )


def test_without_git_no_record_has_a_history() -> None:
    assert part(remembering(NO_HISTORY), "program/bus-kota-reka/") == ""


def test_the_document_that_is_the_masterplan_tells_the_changes_of_the_masterplan() -> None:
    plan = example()
    changed = line(
        "Status: Penyusunan → Ditetapkan", plan.masterplan.id, collection="masterplan", name="Masterplan"
    )
    known = remembering(history_of([changed]))
    assert plan.masterplan.document is not None
    assert "Status: Penyusunan → Ditetapkan" in part(known, f"dokumen/{plan.masterplan.document}/")


# What nobody may read, and what nobody may write


def test_nobody_is_named_and_no_personal_data_repeated() -> None:
    html = "".join(
        press().page_html(page) for page in all_pages(press()) if page.kind.startswith("perubahan")
    )
    html += press().page_html(
        next(page for page in all_pages(press()) if page.path == "program/rapat-tanpa-cetak/")
    )
    for words in (PERSON, MAIL, NIK, "orang-rekaan"):
        assert words not in html


def test_the_title_of_a_hostile_pull_request_is_text() -> None:
    tree = page(press(), "perubahan/2026-06/")
    assert f"Alasan: {folded(HOSTILE.removesuffix(' (#16)'))}" in words(tree, ".log__reason")
    assert tree.css(".log script, .log b, .log__reason *") == []


@pytest.mark.parametrize("path", ["perubahan/", "perubahan/2026-06/", "program/bus-kota-reka/"])
def test_no_payload_becomes_an_element_or_an_attribute(path: str) -> None:
    def shape(text: str) -> list[tuple[str, tuple[str, ...]]]:
        lines = [line(text, name=text), line(text, id="tidak-ada", name=text)]
        tree = page(remembering(history_of(lines, reason=text)), path)
        return [(node.tag, tuple(sorted(node.attributes))) for node in tree.css("*")]

    harmless = shape("biasa")
    assert {name: text for name, text in payloads().items() if shape(text) != harmless} == {}
