"""Changes of a record as a whole: it came, went, was withdrawn, moved, or became part of another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from content_tools.changes.change import Change
from content_tools.changes.naming import LABELS
from content_tools.changes.text import lowered, one_line
from content_tools.model.writing import day


@dataclass(frozen=True)
class Added(Change):
    """A record that was not there before."""

    kind: ClassVar[str] = "ditambahkan"

    def sentence(self) -> str:
        """`Program baru: …`."""
        return f"{LABELS[self.collection]} baru: {self.name}"


@dataclass(frozen=True)
class Removed(Change):
    """A record that is gone, and its page with it."""

    page: str | None
    """The address that leads nowhere now; None when the record had no page to itself."""

    kind: ClassVar[str] = "dihapus"
    loud: ClassVar[bool] = True

    def sentence(self) -> str:
        """`PERHATIAN: program dihapus; alamat /program/x/ tidak lagi ada`."""
        lost = f"; alamat {self.page} tidak lagi ada" if self.page else ""
        return f"PERHATIAN: {lowered(LABELS[self.collection])} dihapus{lost}"


@dataclass(frozen=True)
class Retired(Change):
    """A record that was withdrawn; its page stays."""

    on: date
    reason: str

    kind: ClassVar[str] = "ditarik"
    loud: ClassVar[bool] = True

    def sentence(self) -> str:
        """`Program ditarik pada 3 Maret 2026 karena …`."""
        reason = one_line(self.reason).rstrip(".")
        return f"{LABELS[self.collection]} ditarik pada {day(self.on)} karena {reason}"


@dataclass(frozen=True)
class Returned(Change):
    """A record that is no longer withdrawn."""

    kind: ClassVar[str] = "berlaku-lagi"

    def sentence(self) -> str:
        """`Program tidak lagi ditarik`."""
        return f"{LABELS[self.collection]} tidak lagi ditarik"


@dataclass(frozen=True)
class Renamed(Change):
    """A record with another id that remembers the old one."""

    before: str
    """The old id, or the old address of its page."""
    after: str
    has_page: bool

    kind: ClassVar[str] = "berganti-id"

    def sentence(self) -> str:
        """`Alamat lama /program/x/ kini mengalihkan ke /program/y/`."""
        if self.has_page:
            return f"Alamat lama {self.before} kini mengalihkan ke {self.after}"
        return f"Id berganti: {self.before} → {self.after}"


@dataclass(frozen=True)
class Merged(Change):
    """A record that went into another, which stays."""

    into: str
    """What readers call the other."""
    page: str | None
    """The old address; it leads to the other now."""

    kind: ClassVar[str] = "digabung"

    def sentence(self) -> str:
        """`Digabung ke …; alamat lama /program/x/ mengalihkan ke sana`."""
        led = f"; alamat lama {self.page} mengalihkan ke sana" if self.page else ""
        return f"Digabung ke {self.into}{led}"


@dataclass(frozen=True)
class FormerIdGained(Change):
    """An old address, or an old id, that leads to the record now."""

    before: str
    after: str
    has_page: bool

    kind: ClassVar[str] = "alamat-lama"

    def sentence(self) -> str:
        """`Alamat lama /program/x/ kini mengalihkan ke /program/y/`."""
        words = "Alamat" if self.has_page else "Id"
        verb = "mengalihkan" if self.has_page else "menunjuk"
        return f"{words} lama {self.before} kini {verb} ke {self.after}"


@dataclass(frozen=True)
class FormerIdLost(Change):
    """An old address, or an old id, that led to the record and leads nowhere now."""

    before: str
    has_page: bool

    kind: ClassVar[str] = "alamat-hilang"
    loud: ClassVar[bool] = True

    def sentence(self) -> str:
        """`PERHATIAN: alamat lama /program/x/ tidak lagi mengalihkan`."""
        words = "alamat" if self.has_page else "id"
        verb = "mengalihkan" if self.has_page else "dikenal"
        return f"PERHATIAN: {words} lama {self.before} tidak lagi {verb}"
