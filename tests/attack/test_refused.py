"""What the check refuses: each hostile file, address, id and option with its file and line; nothing is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from content_tools.model.problem import ERROR, Problem
from content_tools.pages.checking import check_project
from content_tools.reading.project import Project
from tests.conftest import EXAMPLE, Scratch, build

FILES = {
    "docs/.htaccess": "jenis berkas",
    "docs/_headers": "jenis berkas",
    "docs/tentang/jahat.html": "jenis berkas “.html”",
    "docs/tentang/jahat.svg": "jenis berkas “.svg”",
    "docs/tentang/jahat.js": "jenis berkas “.js”",
    "docs/tentang/jahat.css": "jenis berkas “.css”",
    "docs/tentang/jahat.xml": "jenis berkas “.xml”",
    "docs/tentang/jahat.md.html": "jenis berkas “.html”",
    "docs/tentang/jahat.MD": "jenis berkas “.MD”",
    'docs/tentang/kutip".md': "nama berkas ini tidak diterima",
    "docs/tentang/kutip'.md": "nama berkas ini tidak diterima",
    "docs/tentang/<img src=x onerror=alert(1)>.md": "nama berkas ini tidak diterima",
    "docs/tentang/dua kata.md": "nama berkas ini tidak diterima",
    "docs/tentang/..naik.md": "nama berkas ini tidak diterima",
    "docs/tentang/.tersembunyi.md": "nama berkas ini tidak diterima",
    "docs/tentang/baris\nbaru.md": "nama berkas ini tidak diterima",
    "docs/tentang/balik\u202egnp.md": "nama berkas ini tidak diterima",
    "docs/tentang/javascript:alert(1).md": "nama berkas ini tidak diterima",
    "docs/tentang/gambar<b>.png": "nama berkas ini tidak diterima",
    "data/jahat.html": "jenis berkas “.html”",
    "data/program/jahat.yaml": "jenis berkas “.yaml”",
    "data/program/<b>.yml": "nama berkas ini tidak diterima",
    "data/lain/a.yml": "berkas ini tidak dibaca",
}
"""A file to make, and the words of the problem at it."""

FOLDERS = {
    "docs/.git": "nama folder ini tidak diterima",
    "docs/dua kata": "nama folder ini tidak diterima",
    "data/lain": "folder ini tidak dibaca",
}

ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)//https://contoh.example/", "data:text/html,<script>alert(1)</script>",
    "vbscript:x", "//contoh.example/x", "ftp://contoh.example/x", "https://contoh.example/a b",
    "https://contoh.example/'onclick=x", "https://<b>", "\\tjavascript:alert(1)",
)  # fmt: skip
"""Web addresses as they stand between double quotes in YAML."""

PAGE = """\
---
title: "Halaman"
template: "sitemap.xml"
hide: "navigation"
author: "<script>alert(1)</script>"
---

# Halaman

[[program/<script>alert(1)</script>]]
[[program/../../etc]]
[[__config]]
[[sumber/__proto__]]

```tabel-program
dimensi: "<script>alert(1)</script>"
kolom: [__class__, program]
batas: -1
onclick: "alert(1)"
```

```indikator
id: "../../etc/passwd"
```

```script
alert(1)
```

~~~mermaid
graph TD
~~~
"""

PAGE_LINES = (
    (3, "kunci kepala halaman “template” tidak dikenal"),
    (4, "kunci kepala halaman “hide” tidak dikenal"),
    (5, "kunci kepala halaman “author” tidak dikenal"),
    (10, "program “<script>alert(1)</script>” tidak ada"),
    (11, "program “../../etc” tidak ada"),
    (12, "acuan [[__config]] tidak dikenal"),
    (13, "sumber “__proto__” tidak ada"),
    (16, "“<script>alert(1)</script>” bukan pilihan yang ada"),
    (17, "“__class__” bukan pilihan yang ada"),
    (18, "“-1” bukan bilangan bulat"),
    (19, "pilihan “onclick” tidak dikenal pada blok tabel-program"),
    (23, "“../../etc/passwd” bukan pilihan yang ada"),
    (26, "blok “script” tidak dikenal"),
    (30, "blok “mermaid” tidak dikenal"),
)


def errors(root: Path) -> list[Problem]:
    """The errors of the check."""
    return [problem for problem in check_project(Project.at(root))[1] if problem.severity is ERROR]


def told(root: Path) -> set[tuple[str, int, str]]:
    """The errors of the check as file, line and words."""
    return {(problem.file, problem.line, problem.message) for problem in errors(root)}


def test_every_hostile_file_name_and_type_is_refused_by_name(scratch: Scratch) -> None:
    for name in (*FILES, *(f"{folder}/a.md" for folder in FOLDERS)):
        path = scratch.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Jahat\n", "utf-8")
    found = [(file, message) for file, _, message in told(scratch.root)]
    for name, words in {**FILES, **FOLDERS}.items():
        assert any(file == name and words in message for file, message in found), name


def test_symbolic_links_and_pipes_are_refused_and_not_followed(scratch: Scratch) -> None:
    (scratch.root / "docs/tentang/rahasia.md").symlink_to("/etc/hostname")
    (scratch.root / "docs/luar").symlink_to("/etc")
    (scratch.root / "data/program/rahasia.yml").symlink_to("/etc/hostname")
    os.mkfifo(scratch.root / "docs/tentang/pipa.png")
    found = [(file, message) for file, _, message in told(scratch.root)]
    assert sorted(found) == [
        ("data/program/rahasia.yml", "tautan simbolik tidak diterima"),
        ("docs/luar", "tautan simbolik tidak diterima"),
        ("docs/tentang/pipa.png", "ini bukan berkas biasa"),
        ("docs/tentang/rahasia.md", "tautan simbolik tidak diterima"),
    ]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_not_http_is_refused_at_its_line(scratch: Scratch, address: str) -> None:
    good = 'url: "https://contoh.example/sumber/daftar-jdih"'
    scratch.edit("data/sumber.yml", lambda text: text.replace(good, f'url: "{address}"'))
    lines = (EXAMPLE / "data/sumber.yml").read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if good in text)
    assert [(p.file, p.line) for p in errors(scratch.root)] == [("data/sumber.yml", line)]


@pytest.mark.parametrize("name", ["__config", "a b", "<script>", "../naik", "A", "a--b", "a\\n", "é"])
def test_an_id_that_is_not_a_slug_is_refused_at_its_line(scratch: Scratch, name: str) -> None:
    scratch.edit(
        "data/program/bus-kota-reka.yml", lambda text: text.replace('id: "bus-kota-reka"', f'id: "{name}"')
    )
    assert ("data/program/bus-kota-reka.yml", 1) in {(p.file, p.line) for p in errors(scratch.root)}


def test_hostile_front_matter_references_blocks_and_options_are_refused_at_their_lines(
    scratch: Scratch,
) -> None:
    (scratch.root / "docs/tentang/halaman.md").write_text(PAGE, "utf-8")
    found = {
        (line, message) for file, line, message in told(scratch.root) if file == "docs/tentang/halaman.md"
    }
    assert found == set(PAGE_LINES)


def test_a_refused_project_writes_nothing(scratch: Scratch, tmp_path: Path) -> None:
    (scratch.root / "docs/tentang/halaman.md").write_text(PAGE, "utf-8")
    (scratch.root / "docs/tentang/jahat.svg").write_text("<svg onload=alert(1)>", "utf-8")
    result = build(scratch.root / "mkdocs.yml", tmp_path / "site")
    assert result.returncode != 0
    assert "docs/tentang/halaman.md:19:" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("broken", ["folder", "dangling link"])
def test_a_page_that_cannot_be_opened_is_a_problem_not_a_crash(scratch: Scratch, broken: str) -> None:
    page = scratch.root / "docs/tentang/halaman.md"
    if broken == "folder":
        page.mkdir()
    else:
        page.symlink_to("/tidak/ada")
    assert "docs/tentang/halaman.md" in {problem.file for problem in errors(scratch.root)}


@pytest.mark.parametrize("number", ["²", "٣", "9" * 5000])
def test_a_number_that_python_reads_differently_is_refused_at_its_line(scratch: Scratch, number: str) -> None:
    text = f"# Halaman\n\n```kabar-terbaru\nbatas: {number}\n```\n"
    (scratch.root / "docs/tentang/halaman.md").write_text(text, "utf-8")
    assert {(p.file, p.line) for p in errors(scratch.root)} == {("docs/tentang/halaman.md", 4)}


def test_a_folder_name_that_ends_with_a_line_break_is_refused(scratch: Scratch) -> None:
    folder = scratch.root / "docs" / "sisip\n"
    folder.mkdir()
    (folder / "halaman.md").write_text("# Halaman\n", "utf-8")
    assert "docs/sisip\n" in {problem.file for problem in errors(scratch.root)}


def test_a_page_that_a_generated_page_would_cover_is_refused(scratch: Scratch) -> None:
    (scratch.root / "docs/program.md").write_text("# Hilang tanpa kabar\n", "utf-8")
    assert "docs/program.md" in {problem.file for problem in errors(scratch.root)}


@pytest.mark.parametrize(
    "hidden", ["\ue000", "\ue0010\ue002", "\u202eterbalik\u202c", "\u2066pulau\u2069", "nol\u200blebar"]
)
def test_a_character_that_nobody_sees_is_refused_in_records_and_pages(scratch: Scratch, hidden: str) -> None:
    scratch.edit("data/kota.yml", lambda text: text.replace('nama: "', f'nama: "{hidden}', 1))
    (scratch.root / "docs/tentang/halaman.md").write_text(f"# Halaman\n\nTeks {hidden}.\n", "utf-8")
    assert {(p.file, p.message) for p in errors(scratch.root)} == {
        ("data/kota.yml", "ada huruf tersembunyi di dalam teks"),
        ("docs/tentang/halaman.md", "ada huruf tersembunyi di dalam teks"),
    }
