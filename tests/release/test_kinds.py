"""Which files may be kept for ever: those that a reader's page names by their content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from content_tools.release.kinds import KEPT, content_type, is_text, unit, units
from content_tools.release.manifest import files_of


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("assets/situs.5e1b1412.css", "assets/situs.5e1b1412.css"),
        ("assets/cari.073beee5/m1.js", "assets/cari.073beee5"),
        ("assets/sub/cari.073beee5/a/b.js", "assets/sub/cari.073beee5"),
        ("assets/gambar.png", None),
        ("assets/pendek.5e1b141.css", None),
        ("assets/../x.5e1b1412.css", None),
        ("data/program.20261124.csv", None),
        ("index.html", None),
    ],
)
def test_what_is_named_by_its_content_is_known(name: str, belongs: str | None) -> None:
    assert unit(name) == belongs
    kept = re.match(KEPT, f"/{name}") is not None
    assert kept is (belongs is not None) or ".." in name


def test_everything_a_built_site_names_by_its_content_is_found(any_site: Path) -> None:
    stems = sorted(name.split("/")[1].split(".")[0] for name in units(files_of(any_site)))
    assert stems == ["cari", "lambang", "pratinjau", "situs", "situs", "warna"]


def test_files_are_called_by_their_kind() -> None:
    assert content_type("csv") == "text/csv; charset=utf-8"
    assert content_type("png") == "image/png"
    assert content_type("exe") == "application/octet-stream"
    assert [is_text(name) for name in ("a.html", "SHA256SUMS", "a.png", "a.woff2")] == [
        True,
        True,
        False,
        False,
    ]
