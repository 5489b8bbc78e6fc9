"""The roadmap's geometry: from when to when, what is known, what is only planned. Nothing is extrapolated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from content_tools.model.choices import ProgramStatus
from content_tools.model.plan import Plan
from content_tools.model.program import Program
from content_tools.model.references import references

ONLY_MEANT = (ProgramStatus.PROPOSED, ProgramStatus.PLANNED, ProgramStatus.FUNDED)


"""Statuses of what somebody means to do; nothing has begun."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One program on the time axis. `known` and `planned` are spans of days; a missing one is None."""

    program: Program
    known: tuple[date, date] | None
    planned: tuple[date, date] | None
    ended: bool
    """Whether the known part is closed: a source says it is done or stopped."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years, first to last."""

    first: int
    last: int

    @property
    def years(self) -> range:
        """Every year on the axis."""
        return range(self.first, self.last + 1)

    def share(self, day: date) -> float:
        """Where a day lies, 0 at the start of the first year and 1 at the end of the last; clipped."""
        start, end = date(self.first, 1, 1).toordinal(), date(self.last + 1, 1, 1).toordinal()
        return min(1.0, max(0.0, (day.toordinal() - start) / (end - start)))


def bar(program: Program, on: date) -> Bar | None:
    """The bar of a program; None when no source gives a start.

    Known runs from the start to the newest news that is not in the future; planned runs from there
    (or from a start still ahead, or from the start of what is only meant) to the stated end.
    """
    start, end, news = program.start, program.end, program.last_news
    if start is None:
        return None
    ended = program.status in (ProgramStatus.DONE, ProgramStatus.STOPPED)
    if program.status in ONLY_MEANT or start.first_day > on:
        return Bar(program, None, (start.first_day, end.last_day if end else start.last_day), False)
    reached = min(news.last_day, on) if news else start.first_day
    if ended and end is not None:
        latest = reached if program.status is ProgramStatus.STOPPED and news else on
        reached = min(end.last_day, latest)
    reached = max(reached, start.first_day)
    planned = (reached, end.last_day) if end is not None and not ended and end.last_day > reached else None
    return Bar(program, (start.first_day, reached), planned, ended)


def first_mention(program: Program) -> bool:
    """Whether the first date of something only meant is when it was first spoken of, not a date ahead."""
    start, news = program.start, program.last_news
    return (
        program.status in ONLY_MEANT
        and start is not None
        and news is not None
        and start.first_day <= news.last_day
    )


def axis(plan: Plan, on: date) -> Axis:
    """From the first start to today's year, and on to the last stated end or the plan's last year."""
    starts = [program.start.year for program in plan.living if program.start]
    ends = [program.end.year for program in plan.living if program.end]
    if plan.masterplan.period:
        starts.append(plan.masterplan.period.start)
        ends.append(plan.masterplan.period.end)
    return Axis(min([*starts, on.year]), max([*ends, on.year]))


def mentioned_years(plan: Plan, program: Program) -> frozenset[int]:
    """The years in which a dated source speaks of the program."""
    years = {program.last_news.year} if program.last_news else set()
    for _, collection, name in references(program):
        if collection == "sumber" and name in plan.sources:
            when = plan.sources[name].on
            if when is not None:
                years.add(when.year)
    return frozenset(years)


def overview(plan: Plan) -> Mapping[str, Mapping[int, int]]:
    """Dimension code to year to the number of programs that a source of that year speaks of."""
    table: dict[str, dict[int, int]] = {code: defaultdict(int) for code in plan.dimensions}
    for program in plan.living:
        if program.dimension in table:
            for year in mentioned_years(plan, program):
                table[program.dimension][year] += 1
    return table


def split_by_start(programs: Iterable[Program]) -> tuple[list[Program], list[Program]]:
    """Programs with a start, in the order of starting, and those without one."""
    dated: list[Program] = []
    undated: list[Program] = []
    for program in programs:
        (dated if program.start else undated).append(program)
    dated.sort(key=lambda program: (program.start.first_day if program.start else date.max, program.name))
    return dated, undated
