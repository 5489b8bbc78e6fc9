"""One commit, built on two machines that have nothing else in common, is the same site byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from content_tools.release.manifest import differences, sums_of
from tests.conftest import DAY, ROOT

ONE = {"TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/nonexistent", "USER": "satu"}
OTHER = {
    "TZ": "America/Anchorage",
    "LC_ALL": "C.UTF-8",
    "LANG": "id_ID.UTF-8",
    "PYTHONHASHSEED": "2",
    "USER": "dua",
}


def built(folder: Path, umask: int, around: dict[str, str]) -> dict[str, str]:
    """A fresh checkout of this commit, and the hashes of the site it becomes."""
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(folder)], check=True, umask=umask)
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(folder), "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": "https://situs.example/", **around,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")],
        cwd=folder, env=environment, umask=umask, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return sums_of(folder / "site")


@pytest.mark.slow
def test_two_machines_build_the_same_site(tmp_path: Path) -> None:
    one = built(tmp_path / "satu", 0o022, ONE)
    other = built(tmp_path / "di tempat lain" / "yang lebih dalam", 0o077, OTHER)
    assert len(one) > 200
    assert differences(one, other) == ([], [], [])
