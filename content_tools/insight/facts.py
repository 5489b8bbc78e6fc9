"""A plan seen on one day: what many pages ask, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from content_tools.insight.citations import Citations, citations
from content_tools.insight.news import newest_news
from content_tools.insight.status import StatusToday, status_on
from content_tools.insight.timeline import Axis, axis
from content_tools.model.base import Record
from content_tools.model.plan import Plan
from content_tools.model.program import Program
from content_tools.model.reference import Source
from content_tools.model.when import When


@dataclass(frozen=True)
class Facts:
    """A plan, the day it is seen on, and the day its data is from (None when nobody says)."""

    plan: Plan
    on: date
    data_day: date | None = None

    @cached_property
    def _statuses(self) -> dict[str, StatusToday]:
        months = self.plan.site.news_months
        return {program.id: status_on(program, self.on, months) for program in self.plan.programs.values()}

    def status(self, program: Program) -> StatusToday:
        """The status of a program that may be told on this day."""
        return self._statuses[program.id]

    @cached_property
    def citations(self) -> Citations:
        """For every record, the records that name it."""
        return citations(self.plan)

    def naming(self, collection: str, name: str) -> tuple[Record, ...]:
        """The records that name this one."""
        return self.citations.get((collection, name), ())

    @cached_property
    def newest_news(self) -> When | None:
        """The newest news of the whole plan."""
        return newest_news(self.plan)

    @cached_property
    def axis(self) -> Axis:
        """The time axis of the roadmap."""
        return axis(self.plan, self.on)

    @property
    def living(self) -> tuple[Program, ...]:
        """Every program that was not withdrawn."""
        return self.plan.living

    def sources(self, names: tuple[str, ...]) -> tuple[Source, ...]:
        """The sources with these ids, unknown ones left out."""
        known = self.plan.sources
        return tuple(known[name] for name in names if name in known)
