"""The guide to the messages: a page for each code, made from the kind itself, with nothing unseen left unseen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from content_tools.insight.facts import Facts
from content_tools.pages.all import all_pages
from content_tools.pages.catalogue import KINDS
from content_tools.pages.everything import entries
from content_tools.pages.messages import message_pages, visible
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from tests.insight.cities import example


def press(docs: Path | None = None) -> Press:
    """The invented city, with or without written pages."""
    return Press(Facts(example(), date(2026, 11, 24)), docs)


def body(page: Page) -> LexborHTMLParser:
    """The body of a page as a tree."""
    return LexborHTMLParser(str(page.body(page)))


def page_of(code: str) -> LexborHTMLParser:
    """The page of a code as a tree."""
    return body(
        next(page for page in message_pages(press()) if page.path == f"panduan/pesan/{code.lower()}/")
    )


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    """The text of every element that fits."""
    return [node.text().strip() for node in tree.css(selector)]


def test_every_code_has_its_page_and_stands_in_the_list() -> None:
    listed, *pages = message_pages(press())
    assert [page.path for page in pages] == [f"panduan/pesan/{kind.code.lower()}/" for kind in KINDS]
    links = [str(node.attributes["href"]) for node in body(listed).css("li a")]
    assert [link.removeprefix("\ue000") for link in links] == [page.path for page in pages]


def test_a_page_says_what_why_wrong_right_and_how() -> None:
    tree = page_of("MP222")
    assert words(tree, "h1") == ["MP222: Bukan pilihan yang ada"]
    assert words(tree, "h2") == ["Mengapa", "Contoh yang keliru", "Contoh yang benar", "Cara memperbaiki"]
    assert words(tree, "pre") == ["status: berjalann", "status: berjalan"]
    assert "Saringan, hitungan, dan warna memakai kata yang sama." in words(tree, "p")
    assert "Pakai salah satu pilihan yang disebut; ejaannya persis sama." in words(tree, "p")


def test_what_nobody_sees_in_an_example_is_named() -> None:
    assert visible("a:\tb\u00a0c\u200bd\n") == "a:‹tab›b‹spasi khusus›c‹huruf tersembunyi›d"
    tree = page_of("MP125")
    assert words(tree, "pre")[0] == "jadwal:\n‹spasi khusus› mulai: 2026"
    assert "Yang ditulis di antara ‹ dan › tidak tampak di layar." in words(tree, "p")


def test_html_in_an_example_is_shown_as_text() -> None:
    tree = page_of("MP233")
    assert words(tree, "pre")[0] == "lokasi: Balai Warga<br>lantai dua"
    assert tree.css("pre br") == []


def test_a_mistake_of_a_whole_file_is_told_in_a_sentence() -> None:
    tree = page_of("MP103")
    assert tree.css("pre") == []
    assert "Berkas berukuran 1,4 MiB." in words(tree, "p")


def test_exactly_what_the_command_repairs_says_so() -> None:
    repaired = [
        page.path for page in message_pages(press()) if "masterplan check --fix" in (body(page).html or "")
    ]
    assert repaired == [f"panduan/pesan/mp{number}/" for number in (124, 125, 302)]


def test_a_page_leads_back_to_the_guide_only_when_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "panduan").mkdir()
    (tmp_path / "panduan" / "index.md").write_text("# Panduan\n", "utf-8")
    listed, first, *_ = message_pages(press(tmp_path))
    assert listed.crumbs == (("Panduan pegawai", "panduan/"),)
    assert first.crumbs == (("Panduan pegawai", "panduan/"), ("Pesan pemeriksaan", "panduan/pesan/"))
    alone, first, *_ = message_pages(press())
    assert alone.crumbs == ()
    assert first.crumbs == (("Pesan pemeriksaan", "panduan/pesan/"),)


def test_the_list_of_everything_names_the_guide_to_messages_once() -> None:
    whole = press()
    found = entries(whole, [page for page in all_pages(whole) if page.kind != "cari"])
    assert [entry.name for entry in found if entry.path.startswith("panduan/pesan/")] == ["Pesan pemeriksaan"]
