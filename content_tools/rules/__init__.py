"""Room: checks that need more than one record. One small file each; this page is their list."""

from __future__ import annotations

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.rules import (
    absences,
    adoption,
    cycles,
    dates,
    dimensions,
    done,
    examples,
    former_ids,
    frames,
    places,
    privacy,
    reasons,
    references,
    site,
    sources,
    spending,
    targets,
    unused_sources,
    values,
    weights,
)
from content_tools.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    references.check,
    unused_sources.check,
    dimensions.check,
    frames.check,
    places.check,
    dates.check,
    sources.check,
    spending.check,
    targets.check,
    done.check,
    reasons.check,
    cycles.check,
    privacy.check,
    weights.check,
    adoption.check,
    absences.check,
    values.check,
    examples.check,
    former_ids.check,
    site.named,
    site.unsettled,
)


def check_rules(plan: Plan) -> list[Problem]:
    """Every problem between the records of a plan."""
    rules = [rule for rule in RULES if not plan.lost.intersection(rule.needs)]
    return [problem for rule in rules for problem in rule.problems(plan)]
