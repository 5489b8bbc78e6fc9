"""The form's page, its policy, its words, and the command that puts it beside a site."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from content_tools.cli import form
from content_tools.editing.form.host import github, gitlab
from content_tools.editing.form.pages import OWN, at_home, policy
from content_tools.release.manifest import sealed, sums_of
from tests.conftest import EXAMPLE

EDITOR = """\
var a=`https://unpkg.com/@sveltia/cms`,b=`ar,bg,en-US,zh-TW`.split(`,`);
@font-face{src:url(https://cdn.jsdelivr.net/fontsource/fonts/ikon:vf@5.3.7/latin-wght-normal.woff2)}
@font-face{src:url(https://cdn.jsdelivr.net/fontsource/fonts/huruf-3:vf@5.3.0/latin-wght-normal.woff2)}
@font-face{src:url(https://cdn.jsdelivr.net/fontsource/fonts/mono@5.3.0/latin-400-normal.woff2)}
//# sourceMappingURL=sveltia-cms.js.map
"""
"""What counts of the editor: where it fetches its languages and letters."""


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A folder of npm packages with an editor of five lines."""
    folder = tmp_path / "node_modules"
    files = {
        "@sveltia/cms/package.json": '{"version": "1.2.3"}',
        "@sveltia/cms/LICENSE.txt": "MIT",
        "@sveltia/cms/dist/sveltia-cms.js": EDITOR,
        "@fontsource-variable/ikon/files/ikon-latin-wght-normal.woff2": "1",
        "@fontsource-variable/huruf-3/files/huruf-3-latin-wght-normal.woff2": "2",
        "@fontsource/mono/files/mono-latin-400-normal.woff2": "3",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that holds a built site."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html>", "utf-8")
    return folder


def run(*arguments: str) -> int:
    """The command's exit status; what it refuses is raised as ValueError."""
    parser = argparse.ArgumentParser()
    form.add(parser.add_subparsers())
    chosen = parser.parse_args(["form", *arguments, "--project", str(EXAMPLE)])
    status: int = chosen.run(chosen)
    return status


# The command


def test_the_form_is_written_beside_the_site(site: Path, modules: Path) -> None:
    assert run(str(site), "--backend", "github", "--repo", "kota/data", "--modules", str(modules)) == 0
    written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert written == {
        "index.html",
        "SHA256SUMS",
        "sunting/index.html",
        "sunting/config.yml",
        "sunting/mulai.js",
        "sunting/logo.svg",
        "sunting/sveltia-cms.js",
        "sunting/sveltia-cms.txt",
        "sunting/sveltia/package.json",
        "sunting/sveltia@1.2.3/locales/id.json",
        "sunting/huruf/ikon-latin-wght-normal.woff2",
        "sunting/huruf/huruf-3-latin-wght-normal.woff2",
        "sunting/huruf/mono-latin-400-normal.woff2",
    }
    assert sealed(site) == sums_of(site), "a site that is published must be sealed as it is"
    backend = yaml.safe_load((site / "sunting/config.yml").read_text("utf-8"))["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == ("github", "kota/data", "main")


def test_the_page_is_for_staff_and_no_search_engine(site: Path, modules: Path) -> None:
    run(str(site), "--backend", "gitlab", "--repo", "kota/data", "--modules", str(modules))
    page = (site / "sunting/index.html").read_text("utf-8")
    assert '<html lang="id">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert re.search(r"<title>Sunting data \(pegawai\) · [^<]+</title>", page)
    assert "<noscript>" in page
    assert re.findall(r"<script[^>]*>", page) == [
        '<script src="mulai.js">',
        '<script src="sveltia-cms.js" defer>',
    ]
    assert "connect-src &#39;self&#39; data: https://gitlab.com;" in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--backend", "github", "--repo", "data"], "tidak berbentuk PEMILIK/NAMA"),
        (["--backend", "github", "--repo", "a/b; x"], "tidak berbentuk PEMILIK/NAMA"),
        (
            ["--backend", "github", "--repo", "a/b", "--sign-in", "https://x.example; y"],
            "bukan alamat server",
        ),
        (
            ["--backend", "gitlab", "--repo", "a/b", "--server", "http://git.kota.example"],
            "bukan alamat server",
        ),
        (
            ["--backend", "github", "--repo", "a/b", "--server", "https://git.kota.example"],
            "hanya untuk gitlab",
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_written(
    site: Path, modules: Path, arguments: list[str], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        run(str(site), *arguments, "--modules", str(modules))
    assert not (site / "sunting").exists()


def test_without_a_site_the_command_says_what_to_do_first(tmp_path: Path, modules: Path) -> None:
    with pytest.raises(ValueError, match="jalankan make site dulu"):
        run(str(tmp_path), "--backend", "github", "--repo", "a/b", "--modules", str(modules))


def test_without_the_editor_the_command_says_how_to_install_it(site: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="jalankan make cms"):
        run(str(site), "--backend", "github", "--repo", "a/b", "--modules", str(tmp_path / "kosong"))


# The policy


def test_the_form_talks_to_itself_and_the_host_only() -> None:
    assert policy(github("kota/data", "main", None)) == (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob: https://avatars.githubusercontent.com; font-src 'self'; manifest-src blob:; "
        "connect-src 'self' data: https://api.github.com; form-action 'none'; base-uri 'none'"
    )
    assert "connect-src 'self' data: https://git.kota.example;" in policy(
        gitlab("kota/data", "main", None, "https://git.kota.example")
    )


# The editor


def test_the_editor_fetches_everything_from_beside_itself() -> None:
    changed = at_home(EDITOR)
    assert changed == (
        "var a=`./sveltia`,b=`en-US,id`.split(`,`);\n"
        "@font-face{src:url(huruf/ikon-latin-wght-normal.woff2)}\n"
        "@font-face{src:url(huruf/huruf-3-latin-wght-normal.woff2)}\n"
        "@font-face{src:url(huruf/mono-latin-400-normal.woff2)}\n"
    )


@pytest.mark.parametrize("place", ["`ar,bg,", "`https://unpkg.com/@sveltia/cms`", "mono@5.3.0"])
def test_an_editor_of_another_make_is_refused(place: str) -> None:
    with pytest.raises(ValueError, match="bukan versi yang dikenal"):
        at_home(EDITOR.replace(place, "x"))


def sentences(words: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the form's own words, with its key."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from sentences(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def test_the_forms_words_are_short_and_whole() -> None:
    words = dict(sentences(json.loads((OWN / "id.json").read_text("utf-8"))))
    assert words["save"] == "Simpan"
    assert words["workflow.send_for_review"] == "Kirim untuk diperiksa"
    assert len(words) > 300
    for key, text in words.items():
        assert text.strip() == text != "", key
        assert text.count("{") == text.count("}") == len(re.findall(r"\{\$[A-Za-z]+\}", text)), key
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.?])\s", text)), key
        assert not re.search(r"\b(dalam rangka|guna|adapun)\b", text, re.IGNORECASE), key


# What is installed


def test_the_lock_of_the_editor_holds_hashes_and_no_addresses() -> None:
    folder = Path(__file__).parents[2] / "requirements" / "cms"
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    for name, package in packages.items():
        if name:
            assert package["integrity"].startswith("sha512-"), name
            assert "resolved" not in package, name
