"""Postponed and stopped programs say why."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP323",
        "alasan-status",
        "Ditunda atau dihentikan tanpa alasan",
        "Penundaan dan penghentian selalu punya alasan tertulis.",
        "Tambahkan alasan_status dengan satu kalimat dari sumbernya.",
        wrong="""\
status: ditunda
""",
        right="""\
status: ditunda
alasan_status: Lahan belum siap.
""",
    ),
)
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
