"""The list of a site's files with their SHA-256, as `sha256sum -c` reads it: what was built, and whether it is all there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

SUMS = "SHA256SUMS"
"""Its name in the site. It lists everything but itself."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n\\]+)")


class Differences(NamedTuple):
    """A folder beside a list: what only the list has, what differs, what only the folder has. Each sorted."""

    missing: list[str]
    changed: list[str]
    extra: list[str]


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_of(folder: Path) -> list[str]:
    """Every file below a folder, as `program/mpp/index.html`, sorted.

    Raises ValueError for what is neither file nor folder (a symbolic link could lead anywhere) and for names that a
    list of sums cannot hold.
    """
    names = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise ValueError(f"{path} bukan berkas biasa; tautan simbolik tidak diterima")
        if any(letter in name for letter in "\r\n\\"):
            raise ValueError(
                f"{path!r}: nama berkas tidak boleh memuat garis miring terbalik atau baris baru"
            )
        if path.is_file():
            names.append(name)
    return sorted(names)


def sums_of(folder: Path) -> dict[str, str]:
    """Name and SHA-256 of every file of a folder but its own list."""
    return {name: digest(folder / name) for name in files_of(folder) if name != SUMS}


def as_text(sums: Mapping[str, str]) -> str:
    """The list as it stands in a file."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def read_sums(text: str) -> dict[str, str]:
    """The list from a file. Raises ValueError for a line of another form or a name that leaves the folder."""
    sums: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        parts = match[2].split("/") if match else [""]
        if match is None or match[2] in sums or {"", ".", ".."} & set(parts):
            raise ValueError(f"{SUMS} baris {number} tidak dapat dibaca")
        sums[match[2]] = match[1]
    return sums


def write_sums(site: Path) -> None:
    """Seal a finished build with its list. Written last, so that a build cut short has none."""
    text = as_text(sums_of(site))
    (site / SUMS).write_text(text, "utf-8", newline="\n")


def sealed(site: Path) -> dict[str, str]:
    """The list a built site carries. Raises FileNotFoundError when it has none: its build did not reach the end."""
    try:
        return read_sums((site / SUMS).read_text("utf-8"))
    except FileNotFoundError:
        raise FileNotFoundError(
            f"{site / SUMS} tidak ada: pembangunan situs belum selesai; jalankan: make site"
        ) from None


def differences(wanted: Mapping[str, str], found: Mapping[str, str]) -> Differences:
    """What of `wanted` is missing or differs in `found`, and what `found` has besides."""
    return Differences(
        sorted(wanted.keys() - found.keys()),
        sorted(name for name in wanted.keys() & found.keys() if wanted[name] != found[name]),
        sorted(found.keys() - wanted.keys()),
    )
