"""Every page of both sites before the W3C's Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.tools.audit import java, modules
from tests.tools.findings import Findings

pytestmark = pytest.mark.slow


def errors(folder: Path) -> Findings:
    """What the checker calls an error in the HTML files below a folder; warnings are left out."""
    checker = modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        java(),
        "-jar",
        str(checker),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
        "--stdout",
    ]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, timeout=900)
    found = Findings()
    for told in json.loads(done.stdout)["messages"]:
        path = told.get("url", "").removeprefix(f"file:{folder}/")
        found.add(path, [f"{told['message']} “{told.get('extract', '').strip()}”"])
    return found


def test_the_checker_finds_what_it_is_known_for(tmp_path: Path) -> None:
    (tmp_path / "rusak.html").write_text(
        '<!doctype html><html lang="id"><title>t</title><body><p><div>x</div></p>', "utf-8"
    )
    with pytest.raises(pytest.fail.Exception, match="No “p” element in scope"):
        errors(tmp_path).none_expected()


def test_no_page_has_an_html_error(any_site: Path) -> None:
    errors(any_site).none_expected()
