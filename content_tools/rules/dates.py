"""Ends come after starts; steps lie inside the program; the program inside the plan."""

from collections.abc import Iterator

from content_tools.model.base import Record
from content_tools.model.choices import InMasterplan
from content_tools.model.masterplan import Masterplan
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.model.reference import Document
from content_tools.model.when import When
from content_tools.rules.rule import rule


def _before(end: When | None, start: When | None) -> bool:
    """Whether `end` surely lies before `start`, as exact as both are."""
    return end is not None and start is not None and end.last_day < start.first_day


def _turned(
    start: When | None, end: When | None, part: Record, place: tuple[str | int, ...]
) -> Iterator[Problem]:
    """A problem where an end lies before its start."""
    if end is not None and _before(end, start):
        yield part.problem(place, "selesai lebih awal daripada mulai", "Periksa kedua waktunya.", end.iso)


@rule(
    Kind(
        "MP311",
        "waktu",
        "Selesai lebih awal daripada mulai",
        "Urutan waktu di peta jalan benar.",
        "Periksa kedua waktunya; biasanya salah satu tahunnya keliru.",
        wrong="""\
jadwal:
  mulai: 2026
  selesai: 2025
""",
        right="""\
jadwal:
  mulai: 2025
  selesai: 2026
""",
    ),
)
def order(plan: Plan) -> Iterator[Problem]:
    """Rule 4: of programs, their steps, the plan's stages, and the periods of plans."""
    for program in plan.programs.values():
        yield from _turned(program.start, program.end, program, ("jadwal", "selesai"))
        for index, step in enumerate(program.milestones):
            yield from _turned(step.start, step.end, program, ("tonggak", index, "selesai"))
    for index, stage in enumerate(plan.masterplan.stages):
        yield from _turned(stage.start, stage.end, plan.masterplan, ("tahapan", index, "selesai"))
    parts: tuple[Masterplan | Document, ...] = (plan.masterplan, *plan.documents.values())
    for part in parts:
        if part.period is not None:
            start, end = When(part.period.start), When(part.period.end)
            yield from _turned(start, end, part, ("periode", "selesai"))


@rule(
    Kind(
        "MP312",
        "langkah-di-luar",
        "Langkah penting di luar masa program",
        "Langkah di peta jalan berada di antara mulai dan selesainya program.",
        "Periksa waktu langkahnya, atau jadwal programnya.",
        wrong="""\
jadwal:
  mulai: 2025-01
  selesai: 2025-12
tonggak:
  - nama: Loket dibuka
    waktu: 2026-03
    sumber:
      - laporan-2025
""",
        right="""\
jadwal:
  mulai: 2025-01
  selesai: 2026-12
tonggak:
  - nama: Loket dibuka
    waktu: 2026-03
    sumber:
      - laporan-2025
""",
    ),
)
def steps(plan: Plan) -> Iterator[Problem]:
    """Rule 4: steps lie inside their program."""
    for program in plan.programs.values():
        for index, step in enumerate(program.milestones):
            first, last = step.on or step.start, step.on or step.end
            if first is not None and program.start is not None and _before(first, program.start):
                yield program.problem(
                    ("tonggak", index, "waktu" if step.on else "mulai"),
                    f"langkah ini sebelum program mulai ({program.start.words})",
                    "Periksa waktunya, atau jadwal.mulai program.",
                    first.iso,
                )
            if last is not None and program.end is not None and _before(program.end, last):
                yield program.problem(
                    ("tonggak", index, "waktu" if step.on else "selesai"),
                    f"langkah ini sesudah program selesai ({program.end.words})",
                    "Periksa waktunya, atau jadwal.selesai program.",
                    last.iso,
                )


@rule(
    Kind(
        "MP313",
        "langkah-tanpa-waktu",
        "Langkah penting tanpa waktu",
        "Setiap langkah punya tempat di peta jalan.",
        "Isi waktu, atau mulai dan selesai. Tahun saja cukup.",
        wrong="""\
tonggak:
  - nama: Loket dibuka
    sumber:
      - laporan-2025
""",
        right="""\
tonggak:
  - nama: Loket dibuka
    waktu: 2026
    sumber:
      - laporan-2025
""",
    ),
)
def dated(plan: Plan) -> Iterator[Problem]:
    """Rule 4: a step has a time."""
    for program in plan.programs.values():
        for index, step in enumerate(program.milestones):
            if step.on is None and step.start is None:
                place = ("tonggak", index)
                hint = "Isi waktu, atau mulai dan selesai."
                yield program.problem(place, "langkah penting tanpa waktu", hint, step.name)


@rule(
    Kind(
        "MP314",
        "di-luar-masa",
        "Di luar masa masterplan",
        "Program dalam masterplan berjalan pada tahun-tahun masterplan.",
        "Periksa tahunnya. Bila program memang di luar masterplan, tulis dalam_masterplan: tidak.",
        wrong="""\
dalam_masterplan: ya
jadwal:
  selesai: 2060
""",
        right="""\
dalam_masterplan: ya
jadwal:
  selesai: 2030
""",
    ),
)
def period(plan: Plan) -> Iterator[Problem]:
    """Rule 4: the programs of the plan lie inside its years. One that began before goes on in them: its date is a fact."""
    years = plan.masterplan.period
    if years is None or years.end < years.start:
        return
    for program in plan.programs.values():
        if program.in_masterplan is not InMasterplan.YES:
            continue
        for key, when, first in (("mulai", program.start, 0), ("selesai", program.end, years.start)):
            if when is not None and not first <= when.year <= years.end:
                message = f"di luar masa masterplan {years.start}–{years.end}"
                yield program.problem(("jadwal", key), message, "Periksa tahunnya.", when.iso)
