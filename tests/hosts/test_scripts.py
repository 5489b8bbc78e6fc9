"""Runs what every host calls on a proposal: problems on their lines, the change in words, a preview that opens from a folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT, Scratch

WHO = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.example", "-c", "commit.gpgsign=false")
PROGRAM = "data/program/cafe-data.yml"


class Repository:
    """The invented city as a repository of its own, with the scripts and the environment of this checkout."""

    def __init__(self, scratch: Scratch) -> None:
        self.root, self.edit = scratch.root, scratch.edit
        shutil.copytree(ROOT / ".ci", self.root / ".ci")
        (self.root / ".venv").symlink_to(sys.prefix)
        (self.root / ".gitignore").write_text("/.venv\n/hasil\n", "utf-8")
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("Awal")

    def git(self, *arguments: str) -> str:
        command = ["git", *WHO, *arguments]
        return subprocess.run(
            command, cwd=self.root, capture_output=True, text=True, check=True
        ).stdout.strip()

    def commit(self, subject: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", subject)
        return self.git("rev-parse", "HEAD")

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GITHUB_", "MAKE", "MFLAGS"))
        }
        environment = {**kept, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", **variables}
        return subprocess.run(
            ["bash", f".ci/{script}"],
            cwd=self.root,
            capture_output=True,
            text=True,
            env=environment,
            timeout=120,
        )


@pytest.fixture
def repository(scratch: Scratch) -> Repository:
    return Repository(scratch)


def replacing(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def test_a_proposal_is_checked_told_and_shown(repository: Repository, tmp_path: Path) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "--quiet", "-b", "usulan")
    repository.edit(PROGRAM, replacing("Café Data", "Kafe Data"))
    proposed = repository.commit("Nama dibetulkan")
    # Meanwhile someone else changes another program; the host merges both to try them.
    repository.git("checkout", "--quiet", "main")
    repository.edit("data/program/air-hilang.yml", replacing('"berjalan"', '"uji_coba"'))
    newer = repository.commit("Orang lain")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Gabungan", proposed)

    summary = tmp_path / "ringkasan.md"
    done = repository.run(
        "proposal", BASE=newer, DIR="hasil", FORMAT="github", GITHUB_STEP_SUMMARY=str(summary)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "::warning file=data/program/air-hilang.yml,line=" in done.stdout
    told = (repository.root / "hasil" / "perubahan.md").read_text("utf-8")
    assert "Kafe Data" in told
    assert "uji coba" not in told.casefold()
    assert "](<pratinjau/program/cafe-data/index.html>)" in told
    assert "Kafe Data" in summary.read_text("utf-8")
    assert "](<pratinjau/" not in summary.read_text("utf-8")
    page = repository.root / "hasil" / "pratinjau" / "program" / "cafe-data" / "index.html"
    assert "PRATINJAU usulan perubahan. Belum diperiksa, belum terbit." in page.read_text("utf-8")
    assert 'href="../../index.html"' in page.read_text("utf-8")
    assert not (repository.root / "site").exists()
    assert base != newer


def test_a_proposal_with_an_error_fails_and_is_told_all_the_same(repository: Repository) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.edit(PROGRAM, replacing('"berjalan"', '"berjalann"'))
    repository.commit("Salah ketik")
    done = repository.run("proposal", BASE=base, DIR="hasil", FORMAT="gitlab")
    assert done.returncode == 1
    assert f"{PROGRAM}:28:9: galat: status" in done.stdout
    rows = json.loads((repository.root / "hasil" / "masalah.json").read_text("utf-8"))
    assert [row["location"]["path"] for row in rows if row["severity"] == "major"] == [PROGRAM]
    assert (repository.root / "hasil" / "perubahan.md").is_file()
    assert not (repository.root / "hasil" / "pratinjau").exists()
    assert "Pratinjau tidak dibuat" in done.stderr


def test_nothing_that_is_there_is_written_over(repository: Repository) -> None:
    (repository.root / "hasil").mkdir()
    done = repository.run("proposal", BASE="HEAD", DIR="hasil")
    assert (done.returncode, done.stderr) == (2, "hasil sudah ada; sebut folder baru.\n")


@pytest.mark.parametrize(
    ("file", "tested"),
    [
        ("data/program/cafe-data.yml", False),
        ("docs/index.md", False),
        ("mkdocs.yml", True),
        (".ci/run", True),
    ],
)
def test_the_code_is_tested_where_more_than_records_and_pages_changed(
    repository: Repository, file: str, tested: bool
) -> None:
    (repository.root / "Makefile").write_text("audit:\n\t@echo semua tes kode\n", "utf-8")
    base = repository.commit("Makefile")
    repository.edit(file, lambda text: text + "\n")
    repository.commit("Perubahan")
    done = repository.run("code", BASE=base)
    assert done.returncode == 0, done.stderr
    assert ("semua tes kode" in done.stdout) == tested
    assert ("tes kode tidak diperlukan" in done.stdout) != tested


def test_the_code_is_tested_when_nobody_knows_what_was_there_before(repository: Repository) -> None:
    (repository.root / "Makefile").write_text("audit:\n\t@echo semua tes kode\n", "utf-8")
    done = repository.run("code", BASE="0" * 40)
    assert (done.returncode, done.stdout) == (0, "semua tes kode\n")
