"""The weekly run: told in a file, in the summary and on the run; it fails only when it cannot run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Scratch
from tests.hosts.test_scripts import Repository, replacing


@pytest.fixture
def repository(scratch: Scratch) -> Repository:
    """The invented city, which cites only places that are never asked: those of this computer's own network."""
    for path in sorted((scratch.root / "data").rglob("*.yml")):
        path.write_text(
            path.read_text("utf-8").replace("https://contoh.example", "http://127.0.0.1"), "utf-8"
        )
    repository = Repository(scratch)
    (scratch.root / "Makefile").write_text(
        'report:\n\t@echo "## Paket" >"$(REPORT)"; test "$$PAKET" != rentan\n', "utf-8"
    )
    return repository


def test_what_wants_looking_after_is_told_and_fails_nothing(repository: Repository, tmp_path: Path) -> None:
    summary = tmp_path / "ringkasan.md"
    summary.write_text("Sebelumnya.\n", "utf-8")
    done = repository.run("weekly", DIR="hasil", FORMAT="github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert first.startswith("::warning title=Alamat luar::58 alamat luar ditanya pada ")
    assert second.startswith("::notice title=Kabar lama::7 program belum punya kabar")
    told = (repository.root / "hasil" / "perawatan.md").read_text("utf-8")
    assert told.startswith("## Perawatan catatan\n")
    assert summary.read_text("utf-8") == f"Sebelumnya.\n## Paket\n{told}"
    again = repository.run("weekly", DIR="hasil")
    assert (again.returncode, again.stderr) == (2, "hasil sudah ada; sebut folder baru.\n")


def test_packages_that_want_looking_at_are_told_and_fail_nothing(repository: Repository) -> None:
    done = repository.run("weekly", DIR="hasil", FORMAT="github", PAKET="rentan")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("::warning title=Paket::Ada lisensi atau celah keamanan")


def test_a_project_with_an_error_cannot_be_looked_after(repository: Repository) -> None:
    repository.edit("data/program/cafe-data.yml", replacing('"berjalan"', '"berjalann"'))
    done = repository.run("weekly", DIR="hasil")
    assert done.returncode == 2
    assert "1 galat; perawatan tidak dilaporkan." in done.stderr
    assert "DIR" in repository.run("weekly").stderr
