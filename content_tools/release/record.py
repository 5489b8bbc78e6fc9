"""What is known of one release: a line of JSON in its folder, which people may read and nobody needs to write."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from content_tools.release.kinds import unit

CARRIED_FOR = 30 * 24 * 3600
"""Seconds that a hashed file stays online after the last release that used it: a page may stay open so long."""

_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")


@dataclass(frozen=True)
class Release:
    """One release as it lies in its folder."""

    name: str
    """Its folder: the second it was made for, and the beginning of the hash of its list of sums."""
    stamp: int
    """Modification time of its files, in seconds since 1970; no other release at this place has the same."""
    pages: int
    files: int
    size: int
    """Bytes, without compressed copies."""
    settings: str
    """A hash of its server settings: another one means that the server must read them again."""
    noindex: bool
    own: frozenset[str]
    """Files and folders named by their content that its pages use."""
    carried: Mapping[str, int] = field(default_factory=dict)
    """Such files of earlier releases, and since when nothing uses them (seconds since 1970)."""

    def as_json(self) -> str:
        """One line."""
        known = {
            "rilis": self.name, "waktu": self.stamp, "halaman": self.pages, "berkas": self.files, "ukuran": self.size,
            "setelan": self.settings, "noindex": self.noindex, "aset": sorted(self.own), "bawaan": dict(sorted(self.carried.items())),
        }  # fmt: skip
        return json.dumps(known) + "\n"


def release_name(stamp: int, sums: str) -> str:
    """`20261124T101500Z-ab12cd34`: sorted by name, releases stand in the order they were made."""
    return f"{datetime.fromtimestamp(stamp, UTC):%Y%m%dT%H%M%SZ}-{sums[:8]}"


def is_release_name(text: str) -> bool:
    """Whether a text can be the name of a release; what is given to a shell must be one."""
    return _NAME.fullmatch(text) is not None


def read_release(text: str) -> Release:
    """The record from its line. Raises ValueError when it is not one."""
    try:
        known = json.loads(text)
        release = Release(
            str(known["rilis"]), int(known["waktu"]), int(known["halaman"]), int(known["berkas"]), int(known["ukuran"]),
            str(known["setelan"]), bool(known["noindex"]), frozenset(map(str, known["aset"])),
            {str(name): int(since) for name, since in known["bawaan"].items()},
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"catatan rilis tidak dapat dibaca: {error}") from None
    if not is_release_name(release.name):
        raise ValueError(f"“{release.name}” bukan nama rilis")
    if any(unit(name) != name for name in (*release.own, *release.carried)):
        raise ValueError(f"catatan rilis {release.name} menyebut berkas yang bukan aset")
    return release


def carried_on(own: frozenset[str], before: Release | None, now: int) -> dict[str, int]:
    """What of an earlier release goes on beside a release's own files, and since when nothing uses it.

    What `before` itself used is carried whatever the clock says, the rest until `CARRIED_FOR` has passed. A time that
    lies ahead, because the clock was set back, counts as now.
    """
    if before is None:
        return {}
    going = {name: min(since, now) for name, since in before.carried.items() if now - since < CARRIED_FOR}
    going |= dict.fromkeys(before.own, now)
    return {name: since for name, since in going.items() if name not in own}
