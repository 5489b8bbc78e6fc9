"""The staff guide keeps up: its pictures, its commands, its words, its ways from page to page."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from content_tools.cli import _parser
from content_tools.model.choices import Missing
from tests.conftest import EXAMPLE, ROOT, build, serving
from tests.site.built_page import page_at
from tests.tools.pictures import GUIDE, GUIDE_BUILD, GUIDE_FOLDER, WORDS, guide_pictures, shown

GUIDE_PAGES = sorted((ROOT / "docs" / "panduan").glob("*.md"))
_PICTURE = re.compile(r"!\[([^\]]*)\]\(gambar/([a-z0-9-]+)\.png\)")
_COMMAND = re.compile(r"(?m)(?:^|`)masterplan ([a-z-]+)([^\n`]*)")


@pytest.mark.browser
def test_every_picture_shows_what_the_page_says_now(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = tmp_path_factory.mktemp("panduan") / "situs"
    result = build(EXAMPLE / "mkdocs.yml", site, **GUIDE_BUILD)
    assert result.returncode == 0, result.stdout + result.stderr
    with serving(site) as address:
        now = {picture.name: shown(page, picture) for picture, page in guide_pictures(browser, address)}
    then = {name: Image.open(GUIDE_FOLDER / f"{name}.png").info[WORDS] for name in now}
    assert now == then, "gambar panduan sudah lama: jalankan make pictures"
    assert min(len(words) for words in now.values()) > 40


def test_every_picture_is_shown_with_words_for_those_who_do_not_see_it() -> None:
    used = [found for path in GUIDE_PAGES for found in _PICTURE.findall(path.read_text("utf-8"))]
    assert {name for _, name in used} == {picture.name for picture in GUIDE}
    assert {path.stem for path in GUIDE_FOLDER.iterdir()} == {picture.name for picture in GUIDE}
    assert [name for words, name in used if len(words) < 20] == []


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command by its name."""
    groups = (action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(next(groups).choices)


def told() -> Iterator[tuple[Path, str, list[str]]]:
    """Every command that the guide and the README name: where, which, with what."""
    for path in (*GUIDE_PAGES, ROOT / "README.md"):
        for name, rest in _COMMAND.findall(path.read_text("utf-8")):
            yield path, name, [word for word in shlex.split(rest.split(" > ")[0], comments=True) if word]


def test_every_command_in_the_guide_exists_with_its_options() -> None:
    known = commands()
    wrong = [(path.name, name) for path, name, _ in told() if name not in known]
    assert wrong == []
    for path, name, words in told():
        options = {option for action in known[name]._actions for option in action.option_strings}
        assert [word for word in words if word.startswith("--") and word not in options] == [], path


def test_every_command_is_explained_to_someone() -> None:
    assert set(commands()) - {name for _, name, _ in told()} == set()


def test_every_reason_for_a_missing_value_is_explained() -> None:
    text = (ROOT / "docs/panduan/data-kosong.md").read_text("utf-8")
    assert re.findall(r"(?m)^\| `([a-z_]+)` \|", text) == [reason.value for reason in Missing]


def test_every_page_of_the_guide_is_reached_from_its_first(metro_site: Path) -> None:
    first = page_at(metro_site, "panduan/")
    leads = {link.attributes.get("href") or "" for link in first.tree.css("main a")}
    named = {f"{path.stem}/" for path in GUIDE_PAGES} - {"index/"}
    assert {name for name in named if name not in leads} == set()
    assert "pesan/" in leads
