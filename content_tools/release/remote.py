"""Releases in a folder of another host, over ssh and rsync. That host needs a plain shell, rsync, flock, sha256sum.

Releases are written and examined here; rsync sends what differs from the release online, the other host compares every
hash, and its shell swaps the link.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

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
    Uncertain,
)  # fmt: skip
from content_tools.release.record import Release, is_release_name, read_release
from content_tools.release.session import OPTIONS, LineBroken, Session, ShellFailed
from content_tools.release.settings import writable

_ADDRESS = re.compile(r"((?:[A-Za-z_][A-Za-z0-9_.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*):(/.*)")
_BUSY = 75

_CHECK = (
    f"(cd {{folder}} && found=$(LC_ALL=C sha256sum -c {CONTENTS} 2>/dev/null) || "
    "{{ echo \"$found\" | grep -v ': OK$' | head -n 3; false; }})"
)
"""Every hash of a release is compared; what differs is named."""

_CARRY = f"""
while IFS= read -r name; do
  for file in "$name" "$name.br" "$name.gz"; do
    test -e "$from/{SITE}/$file" || continue
    test -e "$to/{SITE}/$file" && continue
    mkdir -p "$to/{SITE}/${{file%/*}}" || exit 1
    cp -Rpl "$from/{SITE}/$file" "$to/{SITE}/$file" 2>/dev/null || cp -Rp "$from/{SITE}/$file" "$to/{SITE}/$file" || exit 1
  done
done
"""
"""Standard input: what is carried on. A hard link where the other host can make one."""


def is_remote(address: str) -> bool:
    """Whether an address is meant for another host: `operator@server.example:/srv/situs`."""
    return _ADDRESS.fullmatch(address) is not None


class RemotePlace:
    """A folder of releases on another host; place.py says what lies where."""

    def __init__(self, address: str) -> None:
        """Raises ValueError for an address of another form: nothing else ever reaches the other host's shell."""
        match = _ADDRESS.fullmatch(address)
        if match is None:
            raise ValueError(f"alamat “{address}” tidak dikenal; tulis pengguna@server:/folder")
        self._host, self.root = match[1], writable(match[2])
        self._session: Session | None = None
        self._there = True
        """Whether the folder exists, so that looking need not make it."""

    def _run(self, command: str, lines: tuple[str, ...] | list[str] = ()) -> str:
        assert self._session is not None, "asked outside reading or locked"
        return self._session.run(command, lines)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See Place."""
        with Session(self._host) as self._session:
            self._there = bool(
                self._run(f"test ! -d {self.root}/{RELEASES} || {{ cd {self.root} && echo ada; }}").strip()
            )
            yield
        self._session = None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """See Place."""
        with Session(self._host) as self._session:
            self._run(
                "umask 022; for tool in rsync flock sha256sum; do command -v $tool >/dev/null || "
                '{ echo "program $tool belum terpasang di server"; missing=1; }; done; test -z "$missing"'
            )
            self._run(
                f"test ! -e {self.root}/{LIVE} || test -L {self.root}/{LIVE} || "
                f"{{ echo '{self.root}/{LIVE} sudah ada dan bukan tautan rilis; pindahkan dahulu'; false; }}"
            )
            self._run(
                f"test ! -d {self.root} || test -d {self.root}/{RELEASES} || "
                f'test -z "$(ls {self.root} | grep -vx lost+found)" || '
                f"{{ echo 'folder {self.root} berisi hal lain; pilih folder kosong untuk rilis'; false; }}"
            )
            self._run(
                f'test ! -d {self.root} || test "$(id -u)" != 0 || test -O {self.root} || '
                f"{{ echo 'folder {self.root} milik pengguna lain; masuk sebagai pengguna itu, bukan root'; false; }}"
            )
            self._run(f"mkdir -p {self.root}/{RELEASES} && cd {self.root} && touch {LOCK} && exec 9>>{LOCK}")
            try:
                self._run(f"flock -n 9 || (exit {_BUSY})")
            except ShellFailed as error:
                if error.status == _BUSY:
                    words = f"penerbitan lain ke {self._host}:{self.root} sedang berjalan; coba lagi sesudah selesai"
                    raise Busy(words) from None
                raise
            self._run(f"rm -rf {RELEASES}/{NEW}* {RELEASES}/{OLD}* {NEXT}")
            yield
        self._session = None

    def releases(self) -> list[Release]:
        """See Place."""
        if not self._there:
            return []
        said = self._run(f'for file in {RELEASES}/[0-9]*/{RECORD}; do test ! -f "$file" || cat "$file"; done')
        found = [read_release(line) for line in said.splitlines() if line]
        return sorted(found, key=lambda release: release.name)

    def live(self) -> str | None:
        """See Place."""
        if not self._there:
            return None
        name = self._run(f"test ! -d {LIVE}/{SITE} || readlink {LIVE}").strip().rpartition("/")[2]
        return name if is_release_name(name) else None

    def text(self, release: str, file: str) -> str:
        """See Place."""
        return self._run(f"cat {RELEASES}/{release}/{file}")

    @contextmanager
    def staging(self, release: str) -> Iterator[Path]:
        """See Place."""
        with tempfile.TemporaryDirectory(prefix="rilis-") as folder:
            yield Path(folder)

    def install(self, release: Release, staged: Path, before: Release | None) -> None:
        """See Place."""
        target = f"{RELEASES}/{NEW}{release.name}"
        self._send(staged, f"{self._host}:{self.root}/{target}/", before)
        self._run(_CHECK.format(folder=target))
        self._carry(target, release, before)
        self._run(f"sync; mv {target} {RELEASES}/{release.name}")

    def _send(self, staged: Path, address: str, before: Release | None) -> None:
        """What the release online has too is copied there. It is not linked: a page's time belongs to one release."""
        if shutil.which("rsync") is None:
            raise OSError("program rsync belum terpasang di komputer ini")
        base = [f"--copy-dest=../{before.name}/"] if before else []
        command = [
            "rsync", "--recursive", "--times", "--checksum", "--chmod=D755,F644", "--timeout=120", *base,
            "-e", " ".join(("ssh", *OPTIONS)), "--", f"{staged}/", address,
        ]  # fmt: skip
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            raise OSError(f"pengiriman ke {self._host} gagal: {done.stderr.strip() or done.returncode}")

    def _carry(self, target: str, release: Release, before: Release | None) -> None:
        if before is not None and release.carried:
            command = f"(from={RELEASES}/{before.name}; to={target}{_CARRY})"
            self._run(command, sorted(release.carried))

    def renew(self, release: Release, before: Release | None) -> None:
        """See Place."""
        folder = f"{RELEASES}/{release.name}"
        try:
            self._run(_CHECK.format(folder=folder))
        except ShellFailed as error:
            raise ValueError(f"rilis {release.name} rusak: {error.said.strip()}") from None
        self._run(
            f"cat >{folder}/{RECORD}.baru && mv -f {folder}/{RECORD}.baru {folder}/{RECORD}",
            [release.as_json().strip()],
        )
        made = f"{datetime.fromtimestamp(release.stamp, UTC):%Y%m%d%H%M.%S}"
        # A line of the list is a hash of 64 signs, two spaces, and a name.
        names = f"cut -c67- {CONTENTS} | tr '\\n' '\\0'"
        self._run(f"(cd {folder} && {names} | TZ=UTC0 xargs -0 touch -t {made})")
        self._carry(folder, release, before)
        self._run("sync")

    def switch(self, release: str) -> None:
        """See Place."""
        try:
            self._run(f"ln -s {RELEASES}/{release} {NEXT} && mv -fT {NEXT} {LIVE} && sync")
        except LineBroken as error:
            raise Uncertain(
                f"{error}. Rilis baru mungkin sudah tayang; lihat: masterplan releases {self._host}:{self.root}"
            ) from None

    def note(self, line: str) -> None:
        """See Place."""
        self._run(f"cat >>{LOG}", [line])

    def log(self) -> str:
        """See Place."""
        return self._run(f"test ! -f {LOG} || cat {LOG}") if self._there else ""

    def remove(self, release: str) -> None:
        """See Place."""
        self._run(f"mv {RELEASES}/{release} {RELEASES}/{OLD}{release} && rm -rf {RELEASES}/{OLD}{release}")
