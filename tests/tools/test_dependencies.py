"""The report on what others wrote: licences read without a network, forbidden ones refused, silence never told as safety."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT, without_network
from tests.tools import dependencies
from tests.tools.dependencies import Answer, Part, allowed, installed, read_npm, read_pip, report, sentence


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> str:
    """Ends every Python that this test starts and that asks for a network; returns PYTHONPATH."""
    path = without_network()["PYTHONPATH"]
    monkeypatch.setenv("PYTHONPATH", path)
    return path


def test_everything_that_is_given_away_has_an_allowed_licence(offline: str) -> None:
    given = dependencies.licences_of_what_is_given_away()
    assert list(given) == ["situs", "ikon di halaman", "formulir sunting"]
    assert [part for parts in given.values() for part in parts if not allowed(part.licence)] == []
    known = {part.name: part.licence for parts in given.values() for part in parts}
    assert len(known) > 60
    assert (known["mkdocs"], known["certifi"]) == ("BSD-2-Clause", "Mozilla Public License 2.0 (MPL 2.0)")
    assert (known["@sveltia/cms"], known["ikon material"]) == ("MIT", "Apache-2.0")


def test_the_tools_own_packages_are_not_said_to_be_the_sites(offline: str) -> None:
    names = {part.name for part in installed(ROOT / "requirements" / "site.txt")}
    assert "setuptools" in names
    assert names & {"pip-licenses", "prettytable", "pip_audit", "pytest"} == set()


def test_a_forbidden_licence_is_found_in_what_is_installed(
    offline: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "tamak-1.0.dist-info" / "METADATA"
    about.parent.mkdir()
    about.write_text("Metadata-Version: 2.4\nName: tamak\nVersion: 1.0\nLicense-Expression: GPL-3.0-only\n")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{offline}")
    lock = tmp_path / "site.txt"
    lock.write_text("tamak==1.0 \\\n    --hash=sha256:00\nlain==2.0 ; sys_platform == 'win32' \\\n")
    parts = installed(lock)
    assert parts == [Part("tamak", "1.0", "GPL-3.0-only")]
    assert dependencies.absent(lock, parts) == (
        "Tidak terpasang di komputer ini, jadi lisensinya tidak diperiksa: lain."
    )
    told = report({"situs": parts}, [], date(2026, 11, 24))
    assert "| tamak | 1.0 | **TIDAK DIIZINKAN: GPL-3.0-only** |" in told


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("(MIT OR CC0-1.0)", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND BSD-3-Clause", True),
        ("Mozilla Public License 2.0 (MPL 2.0)", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT OR ISC) AND GPL-3.0-only", False),
        ("BSD License; GNU General Public License (GPL)", False),
        ("LGPL-3.0-or-later", False),
        ("UNKNOWN", False),
        ("", False),
        (None, False),
    ],
)
def test_a_licence_is_allowed_only_when_its_words_are_known(licence: str | None, may: bool) -> None:
    assert allowed(licence) is may


@pytest.mark.parametrize(
    ("parts", "answers", "status"),
    [
        ([Part("a", "1", "MIT")], [Answer("x", 3, (), "")], 0),
        ([Part("a", "1", "MIT")], [Answer("x", 0, (), "tanpa jaringan")], 0),
        ([Part("a", "1", "GPL-2.0-only")], [Answer("x", 3, (), "")], 1),
        ([Part("a", "1", None)], [Answer("x", 3, (), "")], 1),
        ([Part("a", "1", "MIT")], [Answer("x", 3, ("a 1: CVE-2026-1",), "")], 1),
    ],
)
def test_the_command_fails_for_a_forbidden_licence_or_a_known_hole_and_not_for_silence(
    parts: list[Part], answers: list[Answer], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dependencies, "licences_of_what_is_given_away", lambda: {"ikon": parts})
    monkeypatch.setattr(dependencies, "answers_about_vulnerabilities", lambda: answers)
    assert dependencies.main(str(tmp_path / "laporan.md")) == status
    assert (tmp_path / "laporan.md").read_text("utf-8").startswith("# Paket buatan orang lain\n")


SKIPPED = {"name": "b", "skip_reason": "Dependency not found on PyPI and could not be audited: b (2)"}
HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["1.1"], "aliases": [], "description": "…"}


@pytest.mark.parametrize(
    ("packages", "told"),
    [
        ([{"name": "a", "version": "1", "vulns": []}], ["- x: 1 paket ditanyakan, tidak ada celah yang diketahui"]),
        ([SKIPPED], ["- x: **celah tidak dapat ditanyakan hari ini** (indeks tidak mengenal satu paket pun)"]),
        (
            [{"name": "a", "version": "1", "vulns": [HOLE]}, SKIPPED],
            ["- x: 1 paket ditanyakan, **1 celah**; tanpa jawaban: b", "  - a 1: PYSEC-2026-1; dibetulkan pada 1.1"],
        ),
    ],
)  # fmt: skip
def test_a_package_that_was_not_asked_about_is_never_told_as_safe(packages: object, told: list[str]) -> None:
    assert list(sentence(read_pip("x", json.dumps({"dependencies": packages, "fixes": []}), ""))) == told


def test_an_answer_that_did_not_come_is_told_without_the_address_that_was_asked() -> None:
    lost = read_pip("x", "", "Traceback …\nConnectionError: no way to https://indeks.example/pypi/a/json\n")
    assert lost == Answer("x", 0, (), "ConnectionError: no way to …")
    assert read_npm("y", 3, '{"message": "405 Method Not Allowed"}') == Answer(
        "y", 0, (), "daftar npm tidak menjawab"
    )
    assert read_npm("y", 3, '{"vulnerabilities": {"a": {"severity": "high"}}}') == Answer(
        "y", 3, ("a: high",), ""
    )
