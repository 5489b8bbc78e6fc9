"""Ends come after starts; steps lie inside the program; the program inside the plan."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.model.program import Program
from content_tools.model.when import When
from content_tools.rules.rule import rule


def _before(end: When | None, start: When | None) -> bool:
    """Whether `end` surely lies before `start`, as exact as both are."""
    return end is not None and start is not None and end.last_day < start.first_day


def _of_program(program: Program) -> Iterator[Problem]:
    if _before(program.end, program.start):
        yield program.problem(
            ("jadwal", "selesai"),
            "selesai lebih awal daripada mulai",
            "Periksa kedua waktunya.",
            program.end.iso if program.end else "",
        )
    for index, step in enumerate(program.milestones):
        place = ("tonggak", index)
        if step.on is None and step.start is None:
            yield program.problem(
                place, "langkah penting tanpa waktu", "Isi waktu, atau mulai dan selesai.", step.name
            )
        if _before(step.end, step.start):
            yield program.problem(
                (*place, "selesai"),
                "selesai lebih awal daripada mulai",
                "Periksa kedua waktunya.",
                step.end.iso if step.end else "",
            )
        first, last = step.on or step.start, step.on or step.end
        if _before(first, program.start):
            yield program.problem(
                (*place, "waktu" if step.on else "mulai"),
                f"langkah ini sebelum program mulai ({program.start.words if program.start else ''})",
                "Periksa waktunya, atau jadwal.mulai program.",
                first.iso if first else "",
            )
        if _before(program.end, last):
            yield program.problem(
                (*place, "waktu" if step.on else "selesai"),
                f"langkah ini sesudah program selesai ({program.end.words if program.end else ''})",
                "Periksa waktunya, atau jadwal.selesai program.",
                last.iso if last else "",
            )


@rule("waktu", protects="Urutan waktu di peta jalan benar.")
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 4."""
    for program in plan.programs.values():
        yield from _of_program(program)
        period = plan.masterplan.period
        if period is None or period.end < period.start or program.in_masterplan.value != "ya":
            continue
        for place, when in ((("jadwal", "mulai"), program.start), (("jadwal", "selesai"), program.end)):
            if when is not None and not period.start <= when.year <= period.end:
                yield program.problem(
                    place,
                    f"di luar masa masterplan {period.start}–{period.end}",
                    "Periksa tahunnya.",
                    when.iso,
                )
    for name, part in (
        ("masterplan", plan.masterplan),
        *(("dokumen", document) for document in plan.documents.values()),
    ):
        if part.period is not None and part.period.end < part.period.start:  # type: ignore[attr-defined]
            yield part.problem(
                ("periode", "selesai"), f"masa {name} selesai sebelum mulai", "Periksa tahunnya."
            )
    for index, stage in enumerate(plan.masterplan.stages):
        if _before(stage.end, stage.start):
            yield plan.masterplan.problem(
                ("tahapan", index, "selesai"),
                "tahap selesai sebelum mulai",
                "Periksa tahunnya.",
                stage.end.iso,
            )
