"""Joins the theme's styles and scripts and looks at what a browser would load."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

from content_tools.pages.assets import THEME, assets

ASSETS = assets()


def test_every_name_carries_the_hash_of_its_content() -> None:
    for name, data in ASSETS.files.items():
        assert re.fullmatch(r"assets/[a-z]+\.([0-9a-f]{8})\.(css|js|svg|png)", name), name
        assert hashlib.sha256(data).hexdigest()[:8] == name.split(".")[1], name


def test_joining_twice_gives_the_same_files() -> None:
    assert assets().files == ASSETS.files


def test_every_script_of_the_theme_is_loaded_once() -> None:
    joined = (ASSETS.files[ASSETS.script] + ASSETS.files[ASSETS.early]).decode()
    count = len(list((THEME / "scripts").glob("*.js")))
    assert joined.count('(function () {\n"use strict";') == count
    assert count >= 6


def test_own_scripts_stay_small() -> None:
    assert len(gzip.compress(ASSETS.files[ASSETS.script] + ASSETS.files[ASSETS.early], 9)) <= 12_000


def test_no_comment_and_no_map_travels_to_the_reader() -> None:
    styles = ASSETS.files[ASSETS.styles].decode()
    assert "sourceMappingURL" not in styles
    assert "/*" not in styles[styles.index("--focus-head") :]
    assert b"/*" not in ASSETS.files[ASSETS.script]


def test_no_script_needs_a_module_or_a_request_of_its_own() -> None:
    for path in sorted((THEME / "scripts").glob("*.js")):
        text = path.read_text("utf-8")
        assert not re.search(
            r"\bfetch\(|XMLHttpRequest|^import |^export |\beval\(|new Function", text, re.MULTILINE
        ), path.name


def test_colours_are_written_in_one_file_only() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
    elsewhere = {
        (path.name, found)
        for path in Path(THEME / "styles").glob("*.css")
        if path.name != "10-colours.css" and "print" not in path.name and "sheet" not in path.name
        for found in literal.findall(path.read_text("utf-8"))
    }
    assert elsewhere == set()
