"""The newest news: of the whole plan, and program by program."""

from __future__ import annotations

from datetime import date

from content_tools.model.plan import Plan
from content_tools.model.program import Milestone, Program
from content_tools.model.when import When


def newest_news(plan: Plan) -> When | None:
    """The newest dated news of any program; a day beats the year it lies in."""
    dated = [program.last_news for program in plan.living if program.last_news]
    exact = [when for when in dated if when.month is not None]
    return max(exact or dated, default=None)


def latest(plan: Plan, count: int) -> list[Program]:
    """The programs with the newest news, newest first; those known only by year are left out."""
    dated = [program for program in plan.living if program.last_news and program.last_news.month]
    dated.sort(key=lambda program: program.last_news.iso if program.last_news else "", reverse=True)
    return dated[:count]


def newest_step(program: Program, on: date) -> Milestone | None:
    """The newest important step that lies in the past; None when there is none."""
    past = [(step.on or step.start, step) for step in program.milestones]
    dated = [(when, step) for when, step in past if when is not None and when.first_day <= on]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None
