"""A rule is one file: an id, what it protects, the check, the message."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR, Problem, Severity

Check = Callable[[Plan], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check between records, with the sentence that says what it protects."""

    id: str
    protects: str
    severity: Severity
    check: Check
    needs: tuple[str, ...] = ()
    """Collections it looks into: it says nothing while the file of one cannot be read."""

    def problems(self, plan: Plan) -> Iterator[Problem]:
        """Every problem this rule finds, marked with its id and severity."""
        for problem in self.check(plan):
            yield replace(problem, rule=self.id, severity=self.severity)


def rule(
    id: str, *, protects: str, severity: Severity = ERROR, needs: tuple[str, ...] = ()
) -> Callable[[Check], Rule]:
    """Declare a rule. `protects` says in Indonesian what would go wrong without it."""

    def declare(check: Check) -> Rule:
        return Rule(id, protects, severity, check, needs)

    return declare
