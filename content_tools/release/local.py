"""Releases in a folder of this machine."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from content_tools.release.compress import ENDINGS
from content_tools.release.manifest import differences, digest, read_sums
from content_tools.release.place import (
    CONTENTS,
    LIVE,
    LOCK,
    LOG,
    NEW,
    NEXT,
    OLD,
    RECORD,
    RELEASES,
    SITE,
    Busy,
)  # fmt: skip
from content_tools.release.record import Release, is_release_name, read_release
from content_tools.release.settings import writable

_OURS = frozenset((LIVE, RELEASES, LOCK, LOG, NEXT, "lost+found"))


class LocalPlace:
    """A folder of releases on this machine; place.py says what lies where."""

    def __init__(self, folder: Path) -> None:
        self.root = writable(str(folder.absolute()))
        self._root = Path(self.root)
        self._releases = self._root / RELEASES

    def reading(self) -> nullcontext[None]:
        """See Place."""
        return nullcontext()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """See Place."""
        live = self._root / LIVE
        if live.exists() and not live.is_symlink():
            raise ValueError(f"{live} sudah ada dan bukan tautan rilis; pindahkan dahulu")
        if (
            self._root.is_dir()
            and not self._releases.is_dir()
            and (others := {path.name for path in self._root.iterdir()} - _OURS)
        ):
            raise ValueError(
                f"folder {self._root} berisi hal lain ({min(others)}); pilih folder kosong untuk rilis"
            )
        if os.geteuid() == 0 and self._root.exists() and (owner := self._root.stat().st_uid) != 0:
            # What root writes there its owner could not remove again: every later release would fail.
            raise ValueError(
                f"folder {self._root} milik pengguna lain; jalankan sebagai pengguna itu: sudo -u '#{owner}'"
            )
        for folder in (*reversed(self._releases.parents), self._releases):
            if not folder.exists():
                folder.mkdir(exist_ok=True)
                folder.chmod(0o755)
        with (self._root / LOCK).open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(
                    f"penerbitan lain ke {self._root} sedang berjalan; coba lagi sesudah selesai"
                ) from None
            self._clear()
            yield

    def _clear(self) -> None:
        for path in [*self._releases.glob(f"{NEW}*"), *self._releases.glob(f"{OLD}*")]:
            # What cannot be removed stands in nobody's way.
            shutil.rmtree(path, ignore_errors=True)
        (self._root / NEXT).unlink(missing_ok=True)

    def releases(self) -> list[Release]:
        """See Place."""
        found = [
            read_release((folder / RECORD).read_text("utf-8"))
            for folder in self._releases.glob("*")
            if is_release_name(folder.name) and (folder / RECORD).is_file()
        ]
        return sorted(found, key=lambda release: release.name)

    def live(self) -> str | None:
        """See Place."""
        link = self._root / LIVE
        name = os.path.basename(os.readlink(link)) if link.is_symlink() else ""
        return name if is_release_name(name) and (self._releases / name).is_dir() else None

    def text(self, release: str, file: str) -> str:
        """See Place."""
        return (self._releases / release / file).read_text("utf-8")

    @contextmanager
    def staging(self, release: str) -> Iterator[Path]:
        """See Place."""
        folder = self._releases / f"{NEW}{release}"
        folder.mkdir()
        try:
            yield folder
        finally:
            if folder.exists():
                with suppress(OSError):
                    shutil.rmtree(folder)

    def install(self, release: Release, staged: Path, before: Release | None) -> None:
        """See Place."""
        self._carry(release, staged / SITE, before)
        # A page that is online must not be lost when the power goes.
        os.sync()
        staged.rename(self._releases / release.name)

    def _carry(self, release: Release, site: Path, before: Release | None) -> None:
        """Link what is carried on: one file with two names, which is safe for what is named by its content."""
        if before is None:
            return
        source = self._releases / before.name / SITE
        for name in release.carried:
            for file in (name, *(name + ending for ending in ENDINGS)):
                if (site / file).exists() or not (source / file).exists():
                    continue
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                if (source / file).is_dir():
                    shutil.copytree(source / file, site / file, copy_function=os.link)
                else:
                    os.link(source / file, site / file)

    def renew(self, release: Release, before: Release | None) -> None:
        """See Place."""
        folder = self._releases / release.name
        wanted = read_sums((folder / CONTENTS).read_text("utf-8"))
        found = {name: digest(folder / name) for name in wanted if (folder / name).is_file()}
        if found != wanted:
            broken = differences(wanted, found)
            raise ValueError(f"rilis {release.name} rusak: {min((*broken.missing, *broken.changed))}")
        record = folder / f"{RECORD}.baru"
        record.write_text(release.as_json(), "utf-8")
        record.replace(folder / RECORD)
        stamp(folder, wanted, release.stamp)
        self._carry(release, folder / SITE, before)
        os.sync()

    def switch(self, release: str) -> None:
        """See Place."""
        (self._root / NEXT).symlink_to(Path(RELEASES, release))
        (self._root / NEXT).replace(self._root / LIVE)
        folder = os.open(self._root, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def note(self, line: str) -> None:
        """See Place."""
        with (self._root / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")

    def log(self) -> str:
        """See Place."""
        path = self._root / LOG
        return path.read_text("utf-8") if path.exists() else ""

    def remove(self, release: str) -> None:
        """See Place."""
        gone = self._releases / f"{OLD}{release}"
        (self._releases / release).rename(gone)
        shutil.rmtree(gone)


def stamp(folder: Path, names: Iterable[str], seconds: int) -> None:
    """Give these files one modification time: servers know a changed page by its time and size."""
    for name in names:
        os.utime(folder / name, (seconds, seconds))
