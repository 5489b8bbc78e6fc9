"""“Selesai” needs evidence dated after the start."""

from collections.abc import Iterator

from content_tools.model.choices import ProgramStatus
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP322",
        "selesai-berbukti",
        "Selesai tanpa bukti",
        "Tidak ada program disebut selesai tanpa bukti.",
        "Tambahkan sumber yang bertanggal sesudah program mulai dan menyebut hasilnya, atau ganti status.",
        wrong="""\
status: selesai
jadwal:
  mulai: 2026-02
sumber:
  - laporan-2025
""",
        right="""\
status: selesai
jadwal:
  mulai: 2024-02
sumber:
  - laporan-2025
""",
    ),
    needs=("sumber",),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 8: some source of the program is dated on or after its start."""
    for program in plan.programs.values():
        if program.status is not ProgramStatus.DONE:
            continue
        names = {*program.sources, *(name for step in program.milestones for name in step.sources)}
        dated = [plan.sources[name].on for name in names if name in plan.sources]
        start = program.start
        if not any(
            when is not None and (start is None or when.last_day >= start.first_day) for when in dated
        ):
            yield program.problem(
                "status",
                "berstatus selesai tetapi tidak ada sumber bertanggal sesudah mulai",
                "Tambahkan sumber yang menyebut hasilnya, atau ganti status.",
                program.status.value,
            )
