"""The whole site as one file, for offices without a network: the same bytes for the same site, on any machine."""

from __future__ import annotations

import io
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from content_tools.release.bundle import write_bundle
from content_tools.release.manifest import files_of, write_sums

NAME = "situs"
"""Of the folder inside, and of the archives."""

_TIME = 315_532_800
"""1 January 1980 in seconds since 1970: the first that a zip archive can tell."""


def write_archives(site: Path, folder: Path) -> list[Path]:
    """Write `situs.tar.gz` and `situs.zip` into `folder`; returns both, and replaces what was called so.

    They hold the copy that opens without a server, with a list of its hashes. Raises what `write_bundle` raises.
    """
    folder.mkdir(parents=True, exist_ok=True)
    makers: tuple[tuple[str, Callable[[Path, Path], None]], ...] = (("tar.gz", _tar), ("zip", _zip))
    with tempfile.TemporaryDirectory(prefix=".arsip-", dir=folder) as work:
        copy = Path(work, NAME)
        write_bundle(site, copy)
        write_sums(copy)
        for ending, make in makers:
            make(copy, Path(work, f"{NAME}.{ending}"))
        return [
            Path(shutil.move(Path(work, f"{NAME}.{ending}"), folder / f"{NAME}.{ending}"))
            for ending, _ in makers
        ]


def _tar(copy: Path, archive: Path) -> None:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in files_of(copy):
            entry = tarfile.TarInfo(f"{NAME}/{name}")
            entry.size, entry.mtime, entry.mode = (copy / name).stat().st_size, _TIME, 0o644
            with (copy / name).open("rb") as file:
                tar.addfile(entry, file)
    # The head of this form of gzip holds no name and no time.
    archive.write_bytes(zlib.compress(plain.getvalue(), 9, wbits=31))


def _zip(copy: Path, archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name in files_of(copy):
            entry = zipfile.ZipInfo(f"{NAME}/{name}")
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, (copy / name).read_bytes())
