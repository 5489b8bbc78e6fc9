"""A date as exact as its source: a year, a month or a day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
    "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


@total_ordering
@dataclass(frozen=True, slots=True)
class When:
    """A year, a month of it, or a day of that month. Compared by its last day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it may mean; a year alone counts as its December."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """As exact as it is known: `2024`, `Maret 2024`, `28 Maret 2024`."""
        if self.month is None:
            return str(self.year)
        month = f"{MONTHS[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"

    @property
    def short(self) -> str:
        """Year or short month: `2024`, `Mar 2024`."""
        return str(self.year) if self.month is None else f"{SHORT_MONTHS[self.month - 1]} {self.year}"

    @property
    def iso(self) -> str:
        """`2024`, `2024-03`, `2024-03-28`."""
        return "-".join([str(self.year)] + [f"{part:02}" for part in (self.month, self.day) if part])

    def __lt__(self, other: When) -> bool:
        return (self.last_day, self.iso) < (other.last_day, other.iso)

    @classmethod
    def of(cls, day: date) -> When:
        """The moment that is exactly this day."""
        return cls(day.year, day.month, day.day)


def day_exists(when: When) -> bool:
    """Whether the calendar has such a month and day."""
    try:
        date(when.year, 1 if when.month is None else when.month, 1 if when.day is None else when.day)
    except ValueError:
        return False
    return True
