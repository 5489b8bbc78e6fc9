"""What is installed is pinned: every package by its hashes, from nowhere in particular, in one version for all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

FOLDER = ROOT / "requirements"
LOCKS = sorted(FOLDER.glob("*.txt"))
PACKAGE = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][\w.]*)(?: ; [^\\]+)? \\")
HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?")


def name(path: Path) -> str:
    return path.name


def faults(lock: str) -> list[str]:
    """The lines of a lock that are neither a pinned package, nor a hash of one, nor a comment without an address."""
    wrong, waiting = [], ""
    for line in lock.splitlines():
        if not line or line.lstrip().startswith("#"):
            wrong += [line] if "://" in line else []
        elif PACKAGE.fullmatch(line):
            wrong += [waiting] if waiting else []
            waiting = line
        elif HASH.fullmatch(line):
            waiting = ""
        else:
            wrong.append(line)
    return wrong + ([waiting] if waiting else [])


def pinned(lock: Path) -> dict[str, str]:
    """Name to version."""
    found = map(PACKAGE.fullmatch, lock.read_text("utf-8").splitlines())
    return {match["name"]: match["version"] for match in found if match}


def test_every_list_of_wishes_has_its_lock_which_one_command_renews() -> None:
    names = ["audit", "bench", "report", "site", "test", "update"]
    assert [path.stem for path in LOCKS] == names
    assert sorted(path.stem for path in FOLDER.glob("*.in")) == names
    rules = (ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(r"^update:.*\n((?:\t.*\n)+)", rules, re.MULTILINE)
    assert recipe
    renewed = re.findall(r"requirements/(\w+)\.in -o requirements/(\w+)\.txt", recipe[1])
    assert sorted(renewed) == [(name, name) for name in names]


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_every_package_has_its_hashes_and_no_line_names_an_address(lock: Path) -> None:
    assert pinned(lock)
    assert faults(lock.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("lock", "fault"),
    [
        ("a==1.0\n", "a==1.0"),
        ("a==1.0 \\\nb==1.0 \\\n    --hash=sha256:" + "0" * 64, "a==1.0 \\"),
        ("a==1.0 \\\n", "a==1.0 \\"),
        ("a==1.0 \\\n    --hash=md5:00", "    --hash=md5:00"),
        ("--index-url https://paket.example/simple", "--index-url https://paket.example/simple"),
        ("# from https://paket.example/", "# from https://paket.example/"),
        ("a @ https://paket.example/a.whl", "a @ https://paket.example/a.whl"),
        ("a>=1.0 \\\n    --hash=sha256:" + "0" * 64, "a>=1.0 \\"),
    ],
)
def test_a_lock_that_leaves_something_open_is_found_out(lock: str, fault: str) -> None:
    assert fault in faults(lock)


def test_installing_one_lock_never_changes_what_another_installed() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for package, version in pinned(lock).items():
            versions.setdefault(package, set()).add(version)
    assert {package: found for package, found in versions.items() if len(found) > 1} == {}
