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
    repeated_references,
    site,
    small_counts,
    sources,
    spending,
    targets,
    twins,
    unused_sources,
    values,
    weights,
)
from content_tools.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    references.check,
    repeated_references.check,
    twins.check,
    unused_sources.check,
    former_ids.check,
    dates.order,
    dates.steps,
    dates.dated,
    dates.period,
    sources.check,
    done.check,
    reasons.check,
    adoption.check,
    absences.grounds,
    absences.keys,
    spending.check,
    targets.check,
    values.forms,
    values.ids,
    values.alike,
    weights.check,
    dimensions.check,
    frames.codes,
    frames.links,
    places.check,
    cycles.check,
    privacy.check,
    small_counts.check,
    examples.check,
    site.named,
    site.unsettled,
    site.unreachable,
)


def check_rules(plan: Plan) -> list[Problem]:
    """Every problem between the records of a plan."""
    rules = [rule for rule in RULES if not plan.lost.intersection(rule.needs)]
    return [problem for rule in rules for problem in rule.problems(plan)]
