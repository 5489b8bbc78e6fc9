"""Changes of one piece of a record: a step, a figure, a sum of money, a value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from content_tools.changes.change import Change
from content_tools.changes.field import NO_LONGER, NOT_YET, FieldChange
from content_tools.changes.text import lowered
from content_tools.model.writing import number, rupiah


@dataclass(frozen=True)
class PartAdded(Change):
    """A piece that was not there before."""

    label: str
    words: str

    kind: ClassVar[str] = "bagian-ditambahkan"

    def sentence(self) -> str:
        """`Langkah penting baru: …, 28 November 2026`."""
        return f"{self.label} baru: {self.words}"


@dataclass(frozen=True)
class PartRemoved(Change):
    """A piece that is gone."""

    label: str
    words: str

    kind: ClassVar[str] = "bagian-dihapus"

    def sentence(self) -> str:
        """`Angka dihapus: …`."""
        return f"{self.label} dihapus: {self.words}"


@dataclass(frozen=True)
class PartsReordered(Change):
    """Pieces in another order."""

    label: str

    kind: ClassVar[str] = "urutan"

    def sentence(self) -> str:
        """`Urutan langkah penting diubah`."""
        return f"Urutan {lowered(self.label)} diubah"


@dataclass(frozen=True)
class PartChanged(Change):
    """A piece of which some fields changed."""

    head: str
    fields: tuple[FieldChange, ...]

    kind: ClassVar[str] = "bagian-diubah"

    def sentence(self) -> str:
        """`Langkah penting “…”: waktu 2026 → 2027`."""
        return f"{self.head}: {'; '.join(field.clause() for field in self.fields)}"


@dataclass(frozen=True)
class ValueChanged(PartChanged):
    """A figure of an indicator, before and after; None where none was given."""

    before: str | None
    after: str | None

    kind: ClassVar[str] = "nilai-diubah"

    def sentence(self) -> str:
        """`Nilai 2025 (capaian): 77,5 → 78,1 indeks`."""
        arrow = f"{self.before or NOT_YET} → {self.after or NO_LONGER}"
        return f"{self.head}: {'; '.join((arrow, *(field.clause() for field in self.fields)))}"


@dataclass(frozen=True)
class BudgetChanged(PartChanged):
    """Money of one kind and year, before and after, in whole rupiah."""

    before: int
    after: int

    kind: ClassVar[str] = "anggaran-diubah"

    def sentence(self) -> str:
        """`Pagu APBD 2025 naik 20%: Rp420.000.000 → Rp504.000.000`."""
        verb = "naik" if self.after > self.before else "turun"
        change = f"{self.head} {verb}{self._percent}: {rupiah(self.before)} → {rupiah(self.after)}"
        return "; ".join((change, *(field.clause() for field in self.fields)))

    @property
    def _percent(self) -> str:
        """Rounded to whole percent; nothing when it was zero, since no share of nothing tells anything."""
        if not self.before:
            return ""
        share = Decimal(abs(self.after - self.before)) * 100 / self.before
        whole = share.quantize(Decimal(1), ROUND_HALF_UP)
        return f" {number(whole)}%" if whole else " kurang dari 1%"
