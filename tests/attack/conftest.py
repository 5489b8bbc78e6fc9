"""The hostile city and the evasions, each built once a run."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from content_tools.pages.checking import check_project
from content_tools.reading.project import Project
from tests.attack.hostile import EVASIONS, build_city, copy_city
from tests.conftest import build


@dataclass(frozen=True)
class Built:
    """A city that was built strictly: its folder, its site, what the build said."""

    root: Path
    site: Path
    result: subprocess.CompletedProcess[str]


ADDRESS = "https://contoh.example/"
"""Where the hostile city says it stands, so that it says all that needs an address."""


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The city with a payload in every text that the check lets through."""
    folder = tmp_path_factory.mktemp("serangan")
    config = build_city(folder / "kota")
    return Built(config.parent, folder / "site", build(config, folder / "site", SITE_URL=ADDRESS))


Pages = list[tuple[str, LexborHTMLParser]]
"""The file of each page, and the page parsed as a browser would."""


@pytest.fixture(scope="session")
def pages(hostile: Built) -> Pages:
    """Every page of the hostile city; what only leads on to a new address is none."""
    texts = {
        page.relative_to(hostile.site).as_posix(): page.read_text("utf-8")
        for page in sorted(hostile.site.rglob("*.html"))
    }
    return [
        (name, LexborHTMLParser(text)) for name, text in texts.items() if 'http-equiv="refresh"' not in text
    ]


@pytest.fixture(scope="session")
def evasions(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The city with the pages of evasions/, less those that the check refuses."""
    folder = tmp_path_factory.mktemp("siasat")
    config = copy_city(folder / "kota")
    for page in EVASIONS.glob("*.md"):
        shutil.copy(page, config.parent / "docs" / "tentang" / page.name)
    for problem in check_project(Project.at(config.parent))[1]:
        if problem.file.startswith("docs/tentang/"):
            (config.parent / problem.file).unlink(missing_ok=True)
    return Built(config.parent, folder / "site", build(config, folder / "site"))
