"""Changes of one field: another value, another text, other items in a list."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from content_tools.changes.change import Change
from content_tools.changes.text import SHORT, enumerated, lowered, one_line, quoted, where_they_differ
from content_tools.model.writing import sentence_case

NOT_YET = "belum ada"
NO_LONGER = "tidak lagi tercatat"


@dataclass(frozen=True)
class FieldChange(Change):
    """A field that changed; inside a part it is one clause of the part's sentence."""

    label: str

    kind: ClassVar[str] = "diubah"

    @abstractmethod
    def clause(self) -> str:
        """The change inside a longer sentence: `waktu 2026 → 2027`."""

    def sentence(self) -> str:
        """The change alone."""
        return sentence_case(self.clause())


@dataclass(frozen=True)
class Replaced(FieldChange):
    """One value for another; None where there is none."""

    before: str | None
    after: str | None

    @property
    def arrow(self) -> str:
        """`Berjalan → Ditunda`, what is missing in words."""
        return f"{self.before or NOT_YET} → {self.after or NO_LONGER}"

    def clause(self) -> str:
        """`waktu 2026 → 2027`."""
        return f"{lowered(self.label)} {self.arrow}"

    def sentence(self) -> str:
        """`Kabar terakhir: Maret 2025 → Juli 2025`."""
        return f"{self.label}: {self.arrow}"


@dataclass(frozen=True)
class StatusChanged(Replaced):
    """Another status, with the reason the record gives for it."""

    reason: str | None

    @property
    def arrow(self) -> str:
        """`Berjalan → Ditunda, karena …`."""
        because = f", karena {one_line(self.reason).rstrip('.')}" if self.reason else ""
        return f"{super().arrow}{because}"


@dataclass(frozen=True)
class Rewritten(FieldChange):
    """A text that came, went, or was written anew; a long one is told by its first changed words."""

    before: str | None
    after: str | None

    def clause(self) -> str:
        """`ringkasan ditulis ulang: “…” → “…”`."""
        label = lowered(self.label)
        if self.before is None or self.after is None:
            verb = "ditambahkan" if self.before is None else "dihapus"
            return f"{label} {verb}: {quoted(self.before or self.after or '')}"
        before, after = one_line(self.before), one_line(self.after)
        if before == after:
            return f"{label}: hanya jarak dan baris yang berubah"
        if max(len(before), len(after)) > SHORT:
            before, after = where_they_differ(before, after)
        return f"{label} ditulis ulang: “{before}” → “{after}”"


@dataclass(frozen=True)
class ListChanged(FieldChange):
    """Items that came to a list or left it; neither when only their order changed."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]

    def clause(self) -> str:
        """`mitra ditambahkan: A; dihapus: B`."""
        parts = [
            f"{verb}: {enumerated(items)}"
            for verb, items in (("ditambahkan", self.gained), ("dihapus", self.lost))
            if items
        ]
        return (
            f"{lowered(self.label)} {'; '.join(parts)}" if parts else f"urutan {lowered(self.label)} diubah"
        )
