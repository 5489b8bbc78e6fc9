"""Copies small sites, and both built ones, so that they open from a folder without a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from content_tools.release.bundle import write_bundle
from content_tools.release.links import broken_links
from tests.site.built_page import one_of_each_kind


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages and what only a server needs."""
    root = tmp_path / "site"
    (root / "program" / "mpp").mkdir(parents=True)
    (root / "index.html").write_text("<p>Beranda</p>")
    (root / "404.html").write_text("<p>Tidak ada</p>")
    (root / "sitemap.xml").write_text("<urlset/>")
    (root / "gaya.css").write_bytes(b"p{}")
    return root


def copied(site: Path, html: str) -> str:
    """What becomes of a page at `program/mpp/`."""
    (site / "program" / "mpp" / "index.html").write_text(html)
    write_bundle(site, site.parent / "salinan")
    return (site.parent / "salinan" / "program" / "mpp" / "index.html").read_text()


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("../../kelurahan/yosodadi/", "../../kelurahan/yosodadi/index.html"),
        ("../../istilah/#pagu", "../../istilah/index.html#pagu"),
        ("../?topik=kesehatan", "../index.html?topik=kesehatan"),
        ("#sumber", "#sumber"),
        ("../../data/program.csv", "../../data/program.csv"),
        ("https://contoh.example/berita/", "https://contoh.example/berita/"),
        ("mailto:kantor@contoh.example", "mailto:kantor@contoh.example"),
    ],
)
def test_a_link_to_a_folder_names_the_page_in_it(site: Path, link: str, file: str) -> None:
    assert copied(site, f'<a href="{link}">x</a>') == f'<a href="{file}">x</a>'


def test_a_form_leads_to_a_file_too(site: Path) -> None:
    assert copied(site, '<form action="../../cari/" method="get">') == (
        '<form action="../../cari/index.html" method="get">'
    )


def test_a_page_that_leads_on_leads_to_a_file(site: Path) -> None:
    page = '<meta http-equiv="refresh" content="0; url=../baru/">'
    assert copied(site, page) == '<meta http-equiv="refresh" content="0; url=../baru/index.html">'


def test_words_that_only_look_like_a_link_stay(site: Path) -> None:
    assert (
        copied(site, '<p>Tulis href="../program/" di sini.</p>') == '<p>Tulis href="../program/" di sini.</p>'
    )


def test_what_only_a_server_needs_stays_behind_and_the_rest_is_copied(site: Path) -> None:
    (site / "program" / "mpp" / "index.html").write_text("<p>MPP</p>")
    assert write_bundle(site, site.parent / "salinan") == 2
    assert sorted(path.name for path in (site.parent / "salinan").iterdir()) == [
        "gaya.css",
        "index.html",
        "program",
    ]


def test_a_folder_that_holds_anything_is_left_alone(site: Path) -> None:
    (site.parent / "salinan").mkdir()
    (site.parent / "salinan" / "surat.txt").write_text("penting")
    with pytest.raises(FileExistsError, match="tidak kosong"):
        write_bundle(site, site.parent / "salinan")
    assert [path.name for path in (site.parent / "salinan").iterdir()] == ["surat.txt"]


def test_a_folder_inside_the_site_is_refused(site: Path) -> None:
    with pytest.raises(FileExistsError, match="di dalam situs"):
        write_bundle(site, site / "salinan")


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make site"):
        write_bundle(tmp_path, tmp_path / "salinan")


def test_no_link_of_a_copied_site_is_broken(any_site: Path, tmp_path: Path) -> None:
    write_bundle(any_site, tmp_path / "salinan")
    assert list(broken_links(tmp_path / "salinan")) == []


@pytest.mark.browser
def test_every_kind_of_page_opens_from_a_folder_with_its_styles_and_scripts(
    any_site: Path, tmp_path: Path, browser: Browser
) -> None:
    folder = tmp_path / "salinan situs"
    write_bundle(any_site, folder)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    # Going on to the next page cuts off what is still loading; that is no fault of the copy.
    page.on(
        "requestfailed",
        lambda request: faults.append(request.url) if request.failure != "net::ERR_ABORTED" else None,
    )
    for path in one_of_each_kind(any_site):
        if path == "404.html":
            continue
        page.goto((folder / path / "index.html").as_uri())
        assert page.evaluate("document.documentElement.className") == "js", path
        assert (
            page.locator(".site-head").evaluate("e => getComputedStyle(e).backgroundColor")
            == "rgb(11, 74, 87)"
        ), path
    context.close()
    assert faults == []


@pytest.mark.browser
def test_a_reader_goes_from_page_to_page_in_a_folder(
    metro_site: Path, tmp_path: Path, browser: Browser
) -> None:
    write_bundle(metro_site, tmp_path / "salinan")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((tmp_path / "salinan" / "index.html").as_uri())
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Program").click()
    expect(page).to_have_url((tmp_path / "salinan" / "program" / "index.html").as_uri())
    page.locator("#cari-kepala").fill("bank sampah")
    page.locator("#cari-kepala").press("Enter")
    expect(page).to_have_url((tmp_path / "salinan" / "cari" / "index.html").as_uri() + "?q=bank+sampah")
    page.locator("ol.results__list a").first.click()
    expect(page.locator("h1")).to_have_text("Bank sampah unit di 22 kelurahan")
    page.close()
