"""A program's status as it may be told today. Rule 14: old news is told as old news, for everyone alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content_tools.model.choices import Pattern, ProgramStatus
from content_tools.model.program import Program
from content_tools.model.when import When


@dataclass(frozen=True, slots=True)
class StatusToday:
    """What may be said of a program's status on a date."""

    status: ProgramStatus
    since: When | None
    stale: bool
    """Whether rule 14 takes the status back: it needs fresh news and has none."""
    old: bool
    """Whether the newest news is too old, or there is none."""
    pattern: Pattern | None = None
    months: int = 24

    @property
    def code(self) -> str:
        """The group it counts in: its status, or `tidak_diketahui` when the news is too old."""
        return ProgramStatus.UNKNOWN.value if self.stale else self.status.value

    @property
    def words(self) -> str:
        """The chip: a word and the month of the news."""
        when = self.since.short if self.since else ""
        if self.status is ProgramStatus.UNKNOWN and when and not self.old:
            return f"Status belum diketahui · {when}"
        if self.stale or self.status is ProgramStatus.UNKNOWN:
            return f"Belum ada kabar sejak {when}" if when else "Belum ada kabar"
        if self.pattern is Pattern.YEARLY and self.status is ProgramStatus.RUNNING:
            return f"Setiap tahun · terakhir {when}" if when else "Setiap tahun"
        if self.pattern is Pattern.ONCE and self.status in (ProgramStatus.RUNNING, ProgramStatus.DONE):
            return f"Kegiatan sekali · {when}" if when else "Kegiatan sekali"
        return f"{self.status.label} · {when}" if when else self.status.label

    @property
    def meaning(self) -> str:
        """One sentence: what the chip means."""
        if self.stale and self.since:
            return (
                f"Kabar terakhir lebih dari {self.months} bulan lalu; saat itu: {self.status.label.lower()}."
            )
        if self.status is ProgramStatus.UNKNOWN and self.since:
            return "Sumber terakhir tidak menyebut statusnya dengan jelas."
        if self.stale:
            return f"Sumbernya tidak bertanggal; saat itu: {self.status.label.lower()}."
        return self.status.meaning


def months_between(earlier: date, later: date) -> int:
    """Calendar months from one date's month to another's."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def status_on(program: Program, on: date, news_months: int) -> StatusToday:
    """The status of a program on a date. A year alone counts as its December."""
    news = program.last_news
    old = news is None or months_between(news.last_day, on) > news_months
    stale = program.status.ages and old
    return StatusToday(program.status, news, stale, old, program.pattern, news_months)
