"""A rule is one file: the kind of problem it finds, the check, the message."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR, Kind, Problem, Severity

Check = Callable[[Plan], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check between records that finds one kind of problem."""

    kind: Kind
    severity: Severity
    check: Check
    needs: tuple[str, ...] = ()
    """Collections it looks into: it says nothing while the file of one cannot be read."""

    @property
    def id(self) -> str:
        """The id of its kind."""
        return self.kind.id

    def problems(self, plan: Plan) -> Iterator[Problem]:
        """Every problem this rule finds, marked with its kind and severity."""
        for problem in self.check(plan):
            yield replace(problem, rule=self.id, severity=self.severity)


def rule(kind: Kind, *, severity: Severity = ERROR, needs: tuple[str, ...] = ()) -> Callable[[Check], Rule]:
    """Declare a rule by the kind of problem it finds; `kind.protects` says what would go wrong without it."""

    def declare(check: Check) -> Rule:
        return Rule(kind, severity, check, needs)

    return declare
