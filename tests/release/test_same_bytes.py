"""One commit, built on two machines that have nothing else in common, is the same site byte for byte."""

from __future__ import annotations

import os
import shutil
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


NOBODY = 65534
"""A user of whom no machine says more than that."""


def as_nobody() -> list[str]:
    """What runs a command as another user who may read all, since a Python of root's may lie where only root reads.

    Nothing where the tests may not become somebody else.
    """
    # The last keeps access(2), which git asks, from forgetting the right to read.
    rights = (
        "--inh-caps",
        "+dac_read_search",
        "--ambient-caps",
        "+dac_read_search",
        "--securebits",
        "+no_setuid_fixup",
    )
    words = ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", *rights]
    able = os.geteuid() == 0 and shutil.which("setpriv")
    return words if able and subprocess.run([*words, "true"], capture_output=True).returncode == 0 else []


def built(folder: Path, umask: int, around: dict[str, str], user: list[str]) -> dict[str, str]:
    """A fresh checkout of this commit by a user, and the hashes of the site that it becomes."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    config = folder.parent / "gitconfig"
    config.write_text("[safe]\n\tdirectory = *\n", "utf-8")
    if user:
        os.chown(folder.parent, NOBODY, NOBODY)
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(folder), "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": "https://situs.example/", "GIT_CONFIG_GLOBAL": str(config), **around,
    }  # fmt: skip
    subprocess.run(
        [*user, "git", "clone", "-q", "--no-hardlinks", str(ROOT), str(folder)],
        check=True, env=environment, umask=umask,
    )  # fmt: skip
    done = subprocess.run(
        [*user, sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")],
        cwd=folder, env=environment, umask=umask, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "site").stat().st_uid == (NOBODY if user else os.geteuid())
    return sums_of(folder / "site")


@pytest.mark.slow
def test_two_machines_build_the_same_site(tmp_path: Path) -> None:
    one = built(tmp_path / "sini" / "satu", 0o022, ONE, [])
    other = built(tmp_path / "di tempat lain" / "yang lebih dalam", 0o077, OTHER, as_nobody())
    assert len(one) > 200
    assert differences(one, other) == ([], [], [])
