"""A built site goes online in one step, and back in one step. Until that step nobody's page changes.

A new release is written in a folder that no server reads, examined, compressed and given one fresh modification time.
Then one symbolic link is swapped. Whatever stops this before the swap leaves the site as it was.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from content_tools.release.caddy import caddy_settings
from content_tools.release.compress import compress
from content_tools.release.examine import examine
from content_tools.release.heads import Heads
from content_tools.release.kinds import units
from content_tools.release.local import stamp
from content_tools.release.manifest import (
    SUMS,
    Differences,
    as_text,
    differences,
    digest,
    files_of,
    read_sums,
    sealed,
)  # fmt: skip
from content_tools.release.nginx import nginx_settings
from content_tools.release.place import CONTENTS, RECORD, SITE, Place
from content_tools.release.record import Release, carried_on, release_name
from content_tools.release.settings import Writer

SERVERS: dict[str, Writer] = {"nginx.conf": nginx_settings, "Caddyfile": caddy_settings}
FEWEST_KEPT = 2
"""Releases that always stay: the one online and the one to go back to."""

PHASES = ("salin", "periksa", "mampat", "pasang", "tayang", "rapikan")
"""What publishing says of itself as it goes on: each is told before it begins."""

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Outcome:
    """What happened, for whoever asked for it."""

    deed: str
    """`terbit` or `kembali`."""
    release: Release
    before: Release | None
    """The release that was online until now."""
    late_clock: bool
    """The clock stands behind the last release; the order was kept all the same."""
    remarks: tuple[str, ...]
    """What did not work after the swap; the release is online nevertheless."""

    @property
    def line(self) -> str:
        """The line in the log."""
        return log_line(self.deed, self.release, name_of(self.before))

    @property
    def settings_changed(self) -> bool:
        """Whether the server must read its settings again."""
        return self.before is None or self.before.settings != self.release.settings


def name_of(before: Release | None) -> str:
    """A release's name where there may be none."""
    return before.name if before else "belum ada"


def log_line(deed: str, release: Release, before: str) -> str:
    """`2026-11-24T10:15:00Z terbit 20261124T101500Z-ab12cd34: 297 halaman, 485 berkas, 7419128 bita; sebelumnya …`."""
    return (
        f"{datetime.fromtimestamp(release.stamp, UTC):%Y-%m-%dT%H:%M:%SZ} {deed} {release.name}: {release.pages} halaman, "
        f"{release.files} berkas, {release.size} bita; sebelumnya {before}"
    )


def publish(site: Path, place: Place, now: int, tell: Tell, *, keep: int = 5, fewer: bool = False) -> Outcome:
    """Put a built site online at a place.

    `now` is the clock in seconds since 1970; `keep` releases stay, the one online among them; `fewer` lets a site pass
    that lost more than half of its pages. Raises Unfit when the site must not go online, Busy when somebody else
    publishes, OSError when the disk or the line fails: then the site online is as it was.
    """
    sums = sealed(site)
    if Path(place.root).is_relative_to(site.resolve()):
        raise ValueError(f"{place.root} terletak di dalam situs; pilih folder lain")
    with place.locked():
        releases, before = place.releases(), _live(place)
        made = _stamp(now, releases)
        name = release_name(made, hashlib.sha256(as_text(sums).encode()).hexdigest())
        with place.staging(name) as folder:
            tell("salin")
            _copy(site, folder / SITE)
            tell("periksa")
            said = examine(folder / SITE, sums, 0 if fewer or before is None else before.pages)
            tell("mampat")
            compress(folder / SITE, [*sums, SUMS])
            release = _written(folder, name, made, said, sums, place.root)
            release = replace(release, carried=carried_on(release.own, before, now))
            (folder / RECORD).write_text(release.as_json(), "utf-8")
            _for_all_to_read(folder)
            tell("pasang")
            place.install(release, folder, before)
        tell("tayang")
        place.switch(name)
        tell("rapikan")
        remarks = _tidied(place, releases, before, release, max(keep, FEWEST_KEPT))
    return Outcome("terbit", release, before, now < made, remarks)


def _live(place: Place) -> Release | None:
    name = place.live()
    return next((release for release in place.releases() if release.name == name), None)


def _stamp(now: int, releases: list[Release]) -> int:
    """A second that no release had: the clock's, unless it stands still or was set back."""
    return max([now, *(release.stamp + 1 for release in releases)])


def _copy(site: Path, folder: Path) -> None:
    for name in files_of(site):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, folder / name)


def _written(folder: Path, name: str, made: int, said: Heads, sums: dict[str, str], root: str) -> Release:
    """The settings and the list of contents are written; everything gets its time."""
    for server, write in SERVERS.items():
        (folder / server).write_text(write(said, root), "utf-8")
    settings = hashlib.sha256(
        b"".join((folder / server).read_bytes() for server in sorted(SERVERS))
    ).hexdigest()
    contents = {file: digest(folder / file) for file in files_of(folder)}
    (folder / CONTENTS).write_text(as_text(contents), "utf-8")
    stamp(folder, contents, made)
    size = sum((folder / SITE / file).stat().st_size for file in sums)
    return Release(
        name, made, said.pages, len(sums), size, settings[:16], said.noindex, frozenset(units(list(sums)))
    )


def _for_all_to_read(folder: Path) -> None:
    """A server runs as another user; whoever builds may have a umask that shuts it out."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _tidied(
    place: Place, releases: list[Release], before: Release | None, release: Release, keep: int
) -> tuple[str, ...]:
    """The log is kept, old releases go. What fails here is told, and tried again the next time."""
    remarks = []
    try:
        if before is not None and f" {before.name}:" not in place.log():
            place.note(log_line("terbit", before, "tidak tercatat"))
        place.note(log_line("terbit", release, name_of(before)))
    except (OSError, RuntimeError) as error:
        remarks.append(f"catatan rilis tidak dapat ditulis: {error}")
    others = [other for other in releases if before is None or other.name != before.name]
    first = max(0, len(others) - (keep - 1 - (before is not None)))
    for other in others[:first]:
        try:
            place.remove(other.name)
        except (OSError, RuntimeError) as error:
            remarks.append(f"rilis lama {other.name} tidak dapat dihapus: {error}")
    return tuple(remarks)


def roll_back(place: Place, now: int, wanted: str | None = None) -> Outcome:
    """Let the server read an earlier release again: the one before the release online, or the one named `wanted`.

    Its files get a fresh time, and what readers of the release left need is carried along. Raises ValueError when
    there is no such release or it is damaged: then the site online is as it was.
    """
    with place.locked():
        releases, before = place.releases(), _live(place)
        earlier = [release for release in releases if before is not None and release.name < before.name]
        chosen = [release for release in releases if release.name == wanted] if wanted else earlier
        if not chosen:
            raise ValueError(f"tidak ada rilis {wanted}" if wanted else "tidak ada rilis yang lebih lama")
        if chosen[-1] == before:
            raise ValueError(f"rilis {wanted} sudah tayang")
        made = _stamp(now, releases)
        carried = dict(chosen[-1].carried) | carried_on(chosen[-1].own, before, now)
        release = replace(chosen[-1], stamp=made, carried=carried)
        place.renew(release, before)
        place.switch(release.name)
        try:
            place.note(log_line("kembali", release, name_of(before)))
            remarks: tuple[str, ...] = ()
        except (OSError, RuntimeError) as error:
            remarks = (f"catatan rilis tidak dapat ditulis: {error}",)
    return Outcome("kembali", release, before, now < made, remarks)


def changes(site: Path, place: Place, fewer: bool = False) -> tuple[Heads, Differences]:
    """What publishing would change: `missing` is new, `changed` differs, `extra` goes. Examines the site, writes nothing.

    Raises Unfit as publishing would.
    """
    sums = sealed(site)
    with place.reading():
        before = _live(place)
        online = read_sums(place.text(before.name, f"{SITE}/{SUMS}")) if before else {}
    said = examine(site, sums, 0 if fewer or before is None else before.pages)
    return said, differences(sums, online)
