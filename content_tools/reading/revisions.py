"""A project as it is elsewhere or was before: a folder, an archive, a revision of the repository it lies in.

What is unpacked is only ever read: nothing of it is run, and nothing of it lands outside its own folder.
"""

from __future__ import annotations

import gzip
import lzma
import re
import stat
import subprocess
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol

from content_tools.reading import git

TYPES = (".zip", ".tar", ".tar.gz", ".tgz")
PARTS = ("data", "docs", "mkdocs.yml")
"""What of a project is read; anything else in an archive stays packed."""

MAX_FILES = 20_000
MAX_BYTES = 128 * 1024 * 1024
"""Unpacked, together; the archive itself may not be larger either."""

_PIECE = 65536
_BROKEN = (
    tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, gzip.BadGzipFile, EOFError, NotImplementedError,
    RuntimeError, UnicodeError,
)  # fmt: skip


class _Stream(Protocol):
    """What bytes are read from."""

    def read(self, size: int = ..., /) -> bytes: ...


class RevisionError(ValueError):
    """A side that cannot be had; the message says why, and what to do."""


@contextmanager
def project_at(name: str, project: Path) -> Iterator[Path]:
    """The folder of the project that `name` means: a folder, an archive, or a revision of `project`'s repository.

    Unpacked sides vanish at the end. Raises RevisionError.
    """
    path = Path(name)
    if not name.strip() or name.startswith("-"):
        raise RevisionError(
            f"“{name}” bukan nama revisi. Tulis nama cabang, tanda, atau commit, mis. origin/main."
        )
    if path.is_dir() and (path / "data").is_dir():
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="masterplan-") as folder:
        target = Path(folder)
        if name.lower().endswith(TYPES) and path.exists():
            _unpack(path, target)
            yield _root_of(target, name)
        else:
            _check_out(name, project, target)
            yield target


def _root_of(folder: Path, name: str) -> Path:
    """Where the project lies in what was unpacked: at the top, or in the one folder there."""
    if (folder / "data").is_dir():
        return folder
    inside = [path for path in folder.iterdir() if (path / "data").is_dir()]
    if len(inside) != 1:
        raise RevisionError(f"di dalam {name} tidak ada folder data. Kemas ulang folder proyeknya.")
    return inside[0]


class _Taken:
    """What has been unpacked so far, held to the limits."""

    def __init__(self, target: Path, name: str) -> None:
        self.target, self.name = target, name
        self.files = self.bytes = 0

    def place_of(self, member: str) -> Path | None:
        """Where a member belongs; None when nothing reads it."""
        parts = PurePosixPath(member).parts
        if member.startswith("/") or "\\" in member or ".." in parts or re.match(r"[A-Za-z]:", member):
            raise RevisionError(
                f"{self.name} berisi alamat yang keluar dari foldernya: “{member}”. Arsip ini tidak dibuka."
            )
        wanted = parts and (parts[0] in PARTS or (len(parts) > 1 and parts[1] in PARTS))
        return self.target.joinpath(*parts) if wanted else None

    def refuse_link(self, member: str) -> None:
        """Links may lead anywhere."""
        raise RevisionError(f"{self.name} berisi tautan: “{member}”. Kemas ulang dengan berkas aslinya.")

    def write(self, path: Path, content: _Stream) -> None:
        """One file, copied piece by piece; what a header says about its size is not believed."""
        self.files += 1
        if self.files > MAX_FILES:
            raise RevisionError(
                f"{self.name} berisi lebih dari {MAX_FILES} berkas. Kemas hanya folder proyeknya."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            while piece := content.read(_PIECE):
                self.bytes += len(piece)
                if self.bytes > MAX_BYTES:
                    raise _too_large(self.name)
                file.write(piece)


def _too_large(name: str) -> RevisionError:
    return RevisionError(
        f"{name} lebih besar dari {MAX_BYTES // 1024 // 1024} MiB. Kemas hanya data, docs, dan mkdocs.yml."
    )


def _unpack(archive: Path, target: Path) -> None:
    if not archive.is_file():
        raise RevisionError(f"{archive} bukan berkas biasa. Tulis alamat arsip .zip, .tar, atau .tar.gz.")
    if archive.stat().st_size > MAX_BYTES:
        raise _too_large(archive.name)
    taken = _Taken(target, archive.name)
    try:
        if archive.suffix.lower() == ".zip":
            with zipfile.ZipFile(archive) as packed:
                _take_zip(packed, taken)
        elif archive.suffix.lower() == ".tar":
            with archive.open("rb") as stream:
                _take_tar(stream, taken)
        else:
            with gzip.open(archive, "rb") as unpacked:
                _take_tar(unpacked, taken)
    except (*_BROKEN, OSError) as error:
        raise RevisionError(
            f"{archive.name} tidak dapat dibuka ({error or 'rusak'}). Kemas ulang arsipnya."
        ) from error


def _take_zip(packed: zipfile.ZipFile, taken: _Taken) -> None:
    for member in packed.infolist():
        path = taken.place_of(member.filename)
        if path is None or member.is_dir():
            continue
        if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG):
            taken.refuse_link(member.filename)
        with packed.open(member) as content:
            taken.write(path, content)


class _Limited:
    """A stream that ends with an error when it gives more than the limit: headers can lie about sizes too."""

    def __init__(self, stream: _Stream, name: str) -> None:
        self._stream, self._name, self._left = stream, name, 2 * MAX_BYTES

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        piece = self._stream.read(size if 0 <= size < _PIECE else _PIECE)
        self._left -= len(piece)
        if self._left < 0:
            raise _too_large(self._name)
        return piece


def _take_tar(stream: _Stream, taken: _Taken) -> None:
    with tarfile.open(fileobj=_Limited(stream, taken.name), mode="r|") as packed:  # type: ignore[call-overload]
        for member in packed:
            path = taken.place_of(member.name)
            if path is None or member.isdir():
                continue
            content = packed.extractfile(member) if member.isreg() else None
            if content is None:
                taken.refuse_link(member.name)
            else:
                taken.write(path, content)


def _asked(project: Path, *words: str) -> str | None:
    """What git answers; None when it refuses or is not there."""
    told = git.answer(project, *words)
    return told.decode("utf-8", "replace") if told is not None else None


def _check_out(name: str, project: Path, target: Path) -> None:
    """What a revision held of the project, which may lie in a folder of its repository."""
    if _asked(project, "rev-parse", "--git-dir") is None:
        raise RevisionError(
            f"“{name}” bukan folder atau arsip, dan {project} tidak berada dalam repositori git."
        )
    commit = _asked(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not commit:
        raise RevisionError(
            f"revisi “{name}” tidak ada di salinan ini. Ambil dulu: git fetch origin {name}; periksa juga ejaannya."
        )
    found = (_asked(project, "ls-tree", "--name-only", "-z", commit.strip()) or "").split("\0")
    parts = [part for part in PARTS if part in found]
    if "data" not in parts:
        raise RevisionError(f"pada revisi “{name}” belum ada folder data. Pilih revisi yang lebih baru.")
    command = git.command(project, "archive", "--format=tar", commit.strip(), "--", *parts)
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=git.environment(),
    ) as process:
        if process.stdout is None:
            raise OSError("git")
        try:
            _take_tar(process.stdout, _Taken(target, name))
        except tarfile.TarError as error:
            raise RevisionError(
                f"isi revisi “{name}” tidak lengkap di salinan ini. Ambil dulu: git fetch."
            ) from error
        finally:
            process.stdout.close()
    if process.returncode:
        raise RevisionError(f"isi revisi “{name}” tidak lengkap di salinan ini. Ambil dulu: git fetch.")
