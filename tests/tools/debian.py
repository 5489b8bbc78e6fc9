"""Programs that tests need and Debian or Ubuntu have: downloaded and unpacked below .venv, nothing is installed or started."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

UNPACKED = Path(sys.prefix)

Found = TypeVar("Found")


def fetch(name: str, packages: tuple[str, ...], find: Callable[[], Found | None]) -> Found | None:
    """Unpack packages into `.venv/<name>/` unless `find` finds what they bring; None where that does not work."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return None
    with (UNPACKED / f"{name}.lock").open("w") as lock, tempfile.TemporaryDirectory() as folder:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if found := find():
            return found
        if not _run("apt-get", "-qq", "download", *packages, folder=folder):
            # The lists of packages may be missing or old; only root can renew them.
            root = [] if os.geteuid() == 0 else ["sudo", "-n"]
            _run(*root, "apt-get", "-qq", "update", folder=folder)
            _run("apt-get", "-qq", "download", *packages, folder=folder)
        for package in Path(folder).glob("*.deb"):
            _run("dpkg-deb", "-x", str(package), str(UNPACKED / name), folder=folder)
        return find()


def required(found: Found | None, missing: str) -> Found:
    """What was found. Tests that need it are skipped where there is none, except in CI: there they fail."""
    if found is None and os.environ.get("CI"):
        pytest.fail(missing, pytrace=False)
    if found is None:
        pytest.skip(missing)
    return found


def _run(*command: str, folder: str) -> bool:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0
