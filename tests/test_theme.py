"""Holds the theme to the Material it was made for, and its README to its files."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import version
from pathlib import Path

import material
import pytest

THEME = Path(__file__).parent.parent / "content_tools" / "theme"
README = (THEME / "README.md").read_text("utf-8")
MATERIAL = Path(material.__file__).parent / "templates"

REPLACED = {
    "base.html": "8536d352b0093623",
    "main.html": "9948b55a7bc979c3",
    "404.html": "80c93494b5432b1b",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/tabs.html": "d2c82916569e645a",
    "partials/nav.html": "af33f6e032f632eb",
    "partials/nav-item.html": "89895208f22d68ce",
    "partials/toc.html": "fde48f583563364b",
    "partials/toc-item.html": "418f31ce2e6d5599",
    "partials/palette.html": "fb935107ae7d3d74",
    "partials/search.html": "bfd556535abcddb9",
    "partials/content.html": "ce33929c85af129f",
    "partials/footer.html": "50c2a75f013b7b03",
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/palette.html": "8790389765ea6036",
}
"""Material's files that ours stand in for, with the sums of the ones that were read."""


@pytest.mark.parametrize("name", REPLACED)
def test_material_has_not_changed_a_file_that_ours_replaces(name: str) -> None:
    found = hashlib.sha256((MATERIAL / name).read_bytes()).hexdigest()[:16]
    assert found == REPLACED[name], (
        f"Material changed {name}: read it, take over what matters, then write the sum {found}"
    )


def test_the_readme_names_the_version_of_material_that_was_read() -> None:
    assert f"Made for Material **{version('mkdocs-material')}**" in README


def test_the_readme_lists_every_template_of_the_theme_and_no_other() -> None:
    listed = set(re.findall(r"^\| `([\w.-]+\.(?:html|svg|xml))` \|", README, re.MULTILINE))
    assert listed == {path.name for path in THEME.iterdir() if path.suffix in (".html", ".svg", ".xml")}
