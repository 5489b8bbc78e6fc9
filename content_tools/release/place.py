"""Where releases lie, on this machine or another: what publishing asks of such a place.

    kini -> rilis/20261124T101500Z-ab12cd34      what the server reads; one symbolic link, swapped in one step
    rilis/<nama>/situs/                          the pages, with compressed copies, carried assets, SHA256SUMS
    rilis/<nama>/nginx.conf, Caddyfile           settings that fit this release
    rilis/<nama>/isi.sha256, rilis.json          every file of the release with its hash; what is known of it
    rilis.log                                    one line for each release
    .kunci                                       held by who publishes, free again when that process dies

What begins with `rilis/.baru-`, `rilis/.buang-` or `.kini-` was left by something cut short, and is removed.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from content_tools.release.record import Release

LIVE = "kini"
RELEASES = "rilis"
NEW = ".baru-"
OLD = ".buang-"
NEXT = ".kini-baru"
LOCK = ".kunci"
LOG = "rilis.log"
SITE = "situs"
CONTENTS = "isi.sha256"
RECORD = "rilis.json"


class Busy(RuntimeError):
    """Somebody else publishes at this place right now."""


class Uncertain(RuntimeError):
    """The connection broke while the link was swapped: the new release may be online or not."""


class Place(Protocol):
    """A folder of releases. All but `reading`, `live`, `releases` and `text` is asked while `locked` only."""

    root: str
    """The folder as its own machine names it."""

    def reading(self) -> AbstractContextManager[None]:
        """For looking only; a place that does not exist yet holds no release."""

    def locked(self) -> AbstractContextManager[None]:
        """For changing. Makes the folder, removes what was left half done. Raises Busy, ValueError or OSError."""

    def releases(self) -> list[Release]:
        """All of them, the one made last at the end."""

    def live(self) -> str | None:
        """The name of the release that the server reads."""

    def text(self, release: str, file: str) -> str:
        """A small file of a release."""

    def staging(self, release: str) -> AbstractContextManager[Path]:
        """An empty folder on this machine for a release to be written in; gone afterwards unless installed."""

    def install(self, release: Release, staged: Path, before: Release | None) -> None:
        """Put a finished release among the others, with what it carries on from `before`. Nobody reads it yet."""

    def renew(self, release: Release, before: Release | None) -> None:
        """Check an old release against its hashes, give it the time and what is carried that `release` says.

        Raises ValueError when it is damaged.
        """

    def switch(self, release: str) -> None:
        """Let the server read this release from now on. Raises Uncertain when nobody knows."""

    def note(self, line: str) -> None:
        """Add a line to the log."""

    def log(self) -> str:
        """The log."""

    def remove(self, release: str) -> None:
        """Take a release away, so that half of it is never seen."""
