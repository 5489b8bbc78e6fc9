"""Follows links: none is broken on the built sites, and each way of being broken is found on a small site."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tools.release.links import broken_links


def small_site(root: Path, body: str) -> Path:
    """Two pages and a picture; `body` stands on the first page."""
    (root / "dua").mkdir(parents=True)
    (root / "gambar.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (root / "index.html").write_text(f"<!doctype html><body id='atas'>{body}</body>", "utf-8")
    (root / "dua" / "index.html").write_text("<!doctype html><h2 id='ada'>Dua</h2>", "utf-8")
    return root


def found(root: Path, body: str) -> list[tuple[str, str, str]]:
    return [tuple(link) for link in broken_links(small_site(root, body))]


def test_no_link_is_broken_on_either_site(any_site: Path) -> None:
    assert list(broken_links(any_site)) == []


@pytest.mark.parametrize(
    ("body", "target", "reason"),
    [
        ('<a href="tiga/">tiga</a>', "tiga/", "halaman atau berkas tidak ada"),
        ('<a href="dua/#tidak">dua</a>', "dua/#tidak", "jangkar #tidak tidak ada"),
        ('<a href="#bawah">bawah</a>', "#bawah", "jangkar #bawah tidak ada"),
        ('<a href="/dua/">dua</a>', "/dua/", "alamat mutlak; situs harus dapat dibuka dari folder mana pun"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1)", "skema javascript tidak diterima"),
        ('<a href="//lain.example/">x</a>', "//lain.example/", "skema // tidak diterima"),
        ('<a href="../luar/">luar</a>', "../luar/", "keluar dari situs"),
        ('<img src="foto.png" alt="">', "foto.png", "halaman atau berkas tidak ada"),
        ("<a href=tiga/>tiga</a>", "tiga/", "halaman atau berkas tidak ada"),
        ("<a href='tiga/'>tiga</a>", "tiga/", "halaman atau berkas tidak ada"),
        ('<form action="cari/"></form>', "cari/", "halaman atau berkas tidak ada"),
        ('<script src="skrip.js"></script>', "skrip.js", "halaman atau berkas tidak ada"),
        ('<link rel="stylesheet" href="gaya.css">', "gaya.css", "halaman atau berkas tidak ada"),
        ('<a href="dua/?a=1&amp;b=2#tidak">dua</a>', "dua/?a=1&b=2#tidak", "jangkar #tidak tidak ada"),
        ('<a\n  class="x"\n  href="tiga/">tiga</a>', "tiga/", "halaman atau berkas tidak ada"),
        ('<A HREF="tiga/">tiga</A>', "tiga/", "halaman atau berkas tidak ada"),
        ('<a href = "tiga/">tiga</a>', "tiga/", "halaman atau berkas tidak ada"),
        ('<a title="5 > 3" href="tiga/">tiga</a>', "tiga/", "halaman atau berkas tidak ada"),
        ('<img srcset="foto.png 2x" src="gambar.svg" alt="">', "foto.png", "halaman atau berkas tidak ada"),
        ('<a href="dua/#%74idak">dua</a>', "dua/#%74idak", "jangkar #tidak tidak ada"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_found_with_its_reason(
    tmp_path: Path, body: str, target: str, reason: str
) -> None:
    assert found(tmp_path, body) == [("index.html", target, reason)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="dua/">dua</a>',
        '<a href="dua/#ada">dua</a>',
        '<a href="dua/?q=1#ada">dua</a>',
        '<a href="./">sini</a> <a href="">sini</a> <a href="#atas">atas</a>',
        '<img src="gambar.svg" alt="">',
        '<a href="https://contoh.example/tiga/">luar</a> <a href="mailto:halo@contoh.example">surel</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<!-- <a href="tiga/">tiga</a> -->',
        '<script type="application/json">{"x": "<a href=\'tiga/\'>"}</script>',
        '<p>Tulis <code>&lt;a href="tiga/"&gt;</code></p>',
        '<p data-href="tiga/">bukan tautan</p>',
    ],
)
def test_a_good_link_and_what_only_looks_like_one_are_left_in_peace(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []


def test_links_of_a_page_in_a_folder_begin_at_that_folder(tmp_path: Path) -> None:
    root = small_site(tmp_path, "")
    (root / "dua" / "index.html").write_text('<a href="../">naik</a><a href="../tiga/">tiga</a>', "utf-8")
    assert [(link.page, link.target) for link in broken_links(root)] == [("dua/index.html", "../tiga/")]


def test_only_the_page_for_missing_addresses_may_use_addresses_from_the_root(tmp_path: Path) -> None:
    root = small_site(tmp_path, "")
    (root / "404.html").write_text('<a href="/dua/">dua</a>', "utf-8")
    assert list(broken_links(root)) == []
