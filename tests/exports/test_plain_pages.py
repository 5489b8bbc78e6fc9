"""Leaves MkDocs' hook behind: the pages written as files give the same site in a plain builder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from content_tools.release.links import broken_links
from tests.conftest import DAY, EXAMPLE, ROOT
from tests.site.built_page import BuiltPage, pages_of, records

SETTINGS = """\
site_name: Polos
docs_dir: halaman
site_dir: situs
theme:
  name: material
  font: false
plugins: []
"""
"""No hook, no theme of ours, no extension: what anyone would write."""


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, capture_output=True, text=True, env=variables, cwd=folder, timeout=300)


@pytest.fixture(scope="module", params=["contoh", pytest.param("metro", marks=pytest.mark.slow)])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """The hooked site, the plain site, and what the command said."""
    project, name = (ROOT, "metro_site") if request.param == "metro" else (EXAMPLE, "example_site")
    root = tmp_path_factory.mktemp(f"polos-{request.param}")
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    said = run("content_tools", "pages", str(root / "halaman"), "--project", str(project), folder=ROOT)
    assert said.returncode == 0, said.stderr
    built = run("mkdocs", "build", "--strict", folder=root)
    assert built.returncode == 0, built.stderr
    return request.getfixturevalue(name), root / "situs", said.stdout


def of_readers(site: Path) -> dict[str, BuiltPage]:
    """Every page by its address, without the one for missing addresses."""
    return {page.path: page for page in pages_of(site) if page.kind != "404"}


def article(page: BuiltPage) -> LexborNode:
    """The article without the table of contents, which every builder makes for itself."""
    tree = LexborHTMLParser(page.html)
    for contents in tree.css("details.toc"):
        contents.decompose()
    (found,) = tree.css("article")
    return found


def words_of(page: BuiltPage) -> list[str]:
    return article(page).text().split()


def test_the_command_says_how_many_pages_it_wrote(both: tuple[Path, Path, str]) -> None:
    hooked, _, said = both
    assert re.match(rf"{len(of_readers(hooked))} halaman ditulis ke ", said), said


def test_the_plain_site_has_the_same_addresses(both: tuple[Path, Path, str]) -> None:
    hooked, plain, _ = both
    assert of_readers(plain).keys() == of_readers(hooked).keys()


def test_the_plain_site_has_no_broken_link(both: tuple[Path, Path, str]) -> None:
    assert list(broken_links(both[1])) == []


def test_the_plain_site_says_the_same_words(both: tuple[Path, Path, str]) -> None:
    hooked, plain, _ = both
    plain_pages = of_readers(plain)
    assert [
        path for path, page in of_readers(hooked).items() if words_of(plain_pages[path]) != words_of(page)
    ] == []


def test_the_plain_site_points_at_the_same_places(both: tuple[Path, Path, str]) -> None:
    hooked, plain, _ = both

    def targets(page: BuiltPage) -> list[str]:
        return [
            urljoin(f"https://contoh.example/{page.path}", str(link.attributes["href"]))
            for link in article(page).css("a[href]")
        ]

    plain_pages = of_readers(plain)
    differ = [p for p, page in of_readers(hooked).items() if targets(plain_pages[p]) != targets(page)]
    assert differ == []


def test_the_plain_site_draws_the_same_drawings(both: tuple[Path, Path, str]) -> None:
    hooked, plain, _ = both
    plain_pages = of_readers(plain)
    drawn = {path: len(page.article.css("svg")) for path, page in of_readers(hooked).items()}
    assert sum(drawn.values()) > 300
    assert {path: len(plain_pages[path].article.css("svg")) for path in drawn} == drawn


def test_the_plain_pages_keep_their_titles_and_descriptions(both: tuple[Path, Path, str]) -> None:
    hooked, plain, _ = both
    about = records(hooked, "situs")[0]
    official = about["pengelola"]["jenis"] == "pemerintah"
    name = about["nama"] if official else f"{about['nama']} (bukan situs resmi)"
    assert hooked.name == "metro" or name == "Rekamaya Terbuka"
    plain_pages = of_readers(plain)
    for path, page in of_readers(hooked).items():
        title = page.words("head title")[0].removesuffix(f" · {name}")
        if path:
            assert plain_pages[path].words("head title") == [f"{title} - Polos"]
        described = 'meta[name="description"]'
        assert plain_pages[path].one(described).attributes == page.one(described).attributes, path


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "milik-orang.md").write_text("jangan diubah", "utf-8")
    said = run("content_tools", "pages", str(tmp_path), "--project", str(EXAMPLE), folder=ROOT)
    assert said.returncode == 2
    assert "tidak kosong" in said.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["milik-orang.md"]
