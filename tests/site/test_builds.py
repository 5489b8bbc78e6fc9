"""Builds projects: the same bytes from anywhere, nothing at all from a broken one, the same pages from ProperDocs."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from content_tools.release.links import broken_links
from tests.conftest import DAY, EXAMPLE, ROOT, Scratch, build
from tests.site.built_page import BuiltPage, pages_of


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a folder with what is in it."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of this environment's Python, with the day that tests are seen on."""
    variables = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", **environment}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=variables, cwd=folder, timeout=300)


def addresses(page: BuiltPage) -> set[str]:
    """Everything that a page leads to or loads."""
    found = page.tree.css("[href], [src], [action]")
    return {
        str(value)
        for node in found
        for name in ("href", "src", "action")
        if (value := node.attributes.get(name))
    }


def copy_of_the_example(root: Path) -> Path:
    """The invented city in another folder, with this checkout's code; returns its settings."""
    shutil.copytree(EXAMPLE, root)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../", f"{ROOT}/"), "utf-8")
    return config


@pytest.mark.slow
def test_two_builds_of_one_project_are_the_same_to_the_last_byte(tmp_path: Path) -> None:
    here = copy_of_the_example(tmp_path / "a")
    there = copy_of_the_example(tmp_path / "folder lain" / "kota ß")
    address = "https://contoh.example/kota/"
    first = build(here, tmp_path / "satu", SITE_URL=address, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")
    usual = os.umask(0o077)
    try:
        second = build(
            there, tmp_path / "dua", SITE_URL=address, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="4711",
            PYTHONUTF8="0", PYTHONCOERCECLOCALE="0",
        )  # fmt: skip
    finally:
        os.umask(usual)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    one, other = files_of(tmp_path / "satu"), files_of(tmp_path / "dua")
    assert len(one) > 153
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_a_site_holds_no_path_of_the_machine_that_built_it(any_site: Path) -> None:
    paths = [str(ROOT).encode(), str(any_site).encode(), str(Path.home()).encode() + b"/"]
    # The guide for administrators names the folders of a server that is set up as it says; it may be this one.
    written = b"".join(path.read_bytes() for path in (ROOT / "docs").rglob("*.md"))
    paths = [path for path in paths if path not in written]
    found = [name for name, content in files_of(any_site).items() if any(path in content for path in paths)]
    assert found == []


SEARCH = re.compile(r"assets/cari\.[0-9a-f]{8}/[a-z]+[0-9]*\.js$")
"""A file of the search."""


def test_a_site_holds_only_what_a_reader_needs(any_site: Path) -> None:
    counts = Counter(Path(name).suffix for name in files_of(any_site) if name != "SHA256SUMS")
    beside_written_pages = {".jpg", ".jpeg", ".webp", ".gif", ".pdf"}
    assert counts.keys() - beside_written_pages == {
        ".html", ".csv", ".css", ".js", ".json", ".svg", ".png", ".xml",
    }  # fmt: skip
    own = [name for name in files_of(any_site) if name.endswith(".js") and not SEARCH.match(name)]
    assert (counts[".css"], len(own), counts[".json"], counts[".svg"]) == (1, 2, 1, 1)
    assert not (any_site / "search").exists()


def test_a_kept_name_never_stands_for_other_content(any_site: Path) -> None:
    assets = {name: content for name, content in files_of(any_site).items() if name.startswith("assets/")}
    search = {name: content for name, content in assets.items() if SEARCH.match(name)}
    assert len(assets) - len(search) == 5
    for name, content in assets.items() - search.items():
        assert name.split(".")[1] == hashlib.sha256(content).hexdigest()[:8], name


def test_the_folder_of_the_search_is_named_by_all_that_lies_in_it(any_site: Path) -> None:
    files = {name: content for name, content in files_of(any_site).items() if SEARCH.match(name)}
    (folder,) = {name.rpartition("/")[0] for name in files}
    named = sorted((name.rpartition("/")[2], content) for name, content in files.items())
    digest = hashlib.sha256(b"\0".join(name.encode() + b"\0" + content for name, content in named))
    assert folder == f"assets/cari.{digest.hexdigest()[:8]}"
    assert len(files) > 40


BROKEN = {
    "a status that does not exist": (
        "data/program/bus-kota-reka.yml", 'status: "', 'status: "jalan-terus', "data/program/bus-kota-reka.yml:"
    ),
    "YAML that does not parse": ("data/kota.yml", "nama:", "nama: [", "data/kota.yml:"),
    "a data block that does not exist": ("docs/index.md", "```pencarian", "```pencarain", "docs/index.md:10:1:"),
    "a reference to nothing": ("docs/index.md", "[[jumlah/program]]", "[[program/tidak-ada]]", "docs/index.md:8:1:"),
}  # fmt: skip


@pytest.mark.parametrize("strict", [True, False], ids=["strict", "not-strict"])
@pytest.mark.parametrize("fault", BROKEN)
def test_a_project_with_an_error_writes_nothing_and_names_the_line(
    scratch: Scratch, tmp_path: Path, fault: str, strict: bool
) -> None:
    file, old, new, place = BROKEN[fault]
    scratch.edit(file, lambda text: text.replace(old, new, 1))
    site = tmp_path / "situs"
    site.mkdir()
    (site / "index.html").write_text("situs lama", "utf-8")
    words = (
        "mkdocs",
        "build",
        *(["--strict"] if strict else []),
        "-f",
        str(scratch.root / "mkdocs.yml"),
        "-d",
        str(site),
    )
    result = run(*words, folder=scratch.root)
    assert result.returncode != 0
    assert place in result.stderr, result.stderr
    assert "Traceback" not in result.stderr
    assert files_of(site) == {"index.html": b"situs lama"}


def test_a_link_to_a_page_that_is_not_there_fails_the_build(scratch: Scratch, tmp_path: Path) -> None:
    scratch.edit("docs/tentang/koreksi.md", lambda text: text + '\n\n<a href="../tidak-ada/">ke mana?</a>\n')
    result = build(scratch.root / "mkdocs.yml", tmp_path / "situs")
    assert result.returncode != 0
    assert "tentang/koreksi/index.html" in result.stderr
    assert "../tidak-ada/" in result.stderr


def test_warnings_do_not_stop_a_strict_build(scratch: Scratch, tmp_path: Path) -> None:
    checked = run("content_tools", "check", "--project", str(scratch.root), folder=ROOT)
    assert checked.returncode == 0
    assert checked.stdout.splitlines()[-1].startswith("0 galat, ")
    assert not checked.stdout.splitlines()[-1].endswith(" 0 peringatan.")
    result = build(scratch.root / "mkdocs.yml", tmp_path / "situs")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "situs" / "program" / "index.html").is_file()


def test_a_missing_story_of_a_dimension_stops_nothing(scratch: Scratch, tmp_path: Path) -> None:
    for story in (scratch.root / "docs" / "dimensi").iterdir():
        story.unlink()
    result = build(scratch.root / "mkdocs.yml", tmp_path / "situs")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "situs" / "dimensi" / "mobilitas" / "index.html").is_file()


@pytest.fixture(scope="module", params=["contoh", pytest.param("metro", marks=pytest.mark.slow)])
def canary(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A city's site as MkDocs builds it, and as its fork does from the same settings."""
    project, name = (ROOT, "metro_site") if request.param == "metro" else (EXAMPLE, "example_site")
    site = tmp_path_factory.mktemp("properdocs") / "situs"
    result = run(
        "properdocs", "build", "--strict", "-f", str(project / "mkdocs.yml"), "-d", str(site), folder=project
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return request.getfixturevalue(name), site


def test_properdocs_builds_the_same_pages(canary: tuple[Path, Path]) -> None:
    ours, theirs = ([page.path for page in pages_of(site)] for site in canary)
    assert len(ours) > 150
    assert theirs == ours


def test_properdocs_leads_to_the_same_places(canary: tuple[Path, Path]) -> None:
    ours, theirs = ({page.path: addresses(page) for page in pages_of(site)} for site in canary)
    assert sum(map(len, ours.values())) > 10_000
    assert [path for path in ours if theirs[path] != ours[path]] == []
    assert list(broken_links(canary[1])) == []


def test_properdocs_prints_the_same_words(canary: tuple[Path, Path]) -> None:
    pairs = [pair for pair in zip(*(pages_of(site) for site in canary), strict=True) if pair[0].kind != "404"]
    assert [
        one.path for one, other in pairs if one.article.text().split() != other.article.text().split()
    ] == []
