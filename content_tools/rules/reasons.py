"""Postponed and stopped programs say why."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.rules.rule import rule


@rule("alasan-status", protects="Penundaan dan penghentian selalu punya alasan tertulis.")
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 9."""
    for program in plan.programs.values():
        if program.status.needs_reason and not program.status_reason:
            yield program.problem(
                "status",
                f"berstatus {program.status.value} tanpa alasan",
                "Tambahkan baris: alasan_status: …",
                program.status.value,
            )
