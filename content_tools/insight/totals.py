"""Counts and sums that say what they leave out. Kinds of money are never added together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from content_tools.insight.status import status_on
from content_tools.model.choices import BudgetKind, ProgramStatus
from content_tools.model.plan import Plan
from content_tools.model.program import Program


@dataclass(frozen=True, slots=True)
class Sum:
    """Rupiah of one kind in one year, with how many programs it knows and how many it does not."""

    kind: BudgetKind
    year: int
    rupiah: int
    known: int
    unknown: int

    @property
    def words(self) -> str:
        """The sentence that must stand beside the sum."""
        return f"Jumlah dari {self.known} program yang angkanya diketahui; {self.unknown} belum ditemukan."


def status_counts(plan: Plan, on: date) -> Mapping[ProgramStatus, int]:
    """Programs by the status that may be told today, in the order of the statuses."""
    counts = Counter(status_on(program, on, plan.site.news_months).code for program in plan.living)
    return {status: counts[status.value] for status in ProgramStatus if counts[status.value]}


def budget_sums(programs: Iterable[Program]) -> list[Sum]:
    """One sum for each kind of money and year, newest year first."""
    all_programs = list(programs)
    amounts: Counter[tuple[int, BudgetKind]] = Counter()
    holders: dict[tuple[int, BudgetKind], set[str]] = {}
    for program in all_programs:
        for money in program.budgets:
            key = (money.year, money.kind)
            amounts[key] += money.amount
            holders.setdefault(key, set()).add(program.id)
    order = list(BudgetKind)
    return [
        Sum(
            kind,
            year,
            amounts[year, kind],
            len(holders[year, kind]),
            len(all_programs) - len(holders[year, kind]),
        )
        for year, kind in sorted(amounts, key=lambda key: (-key[0], order.index(key[1])))
    ]
