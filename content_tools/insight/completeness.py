"""How much our own record of a program holds; a measure of the record, never of an agency."""

from __future__ import annotations

from content_tools.model.choices import DataStatus, Initiator, Missing, Pattern, ProgramStatus, Reliability
from content_tools.model.plan import Plan
from content_tools.model.program import Program

EXPECTED = (
    ("tujuan", "tujuan tertulis"),
    ("penanggung_jawab", "penanggung jawab"),
    ("jadwal", "jadwal selesai"),
    ("target", "target resmi"),
    ("anggaran", "anggaran resmi"),
    ("sumber", "sumber resmi"),
)
"""The six things a full record has: its key and the words for it."""


_OF_OFFICES = ("penanggung_jawab", "target", "anggaran", "sumber")
_OF_CITIZENS = frozenset((Initiator.CITIZENS, Initiator.COMMUNITY))


def citizens_own(program: Program) -> bool:
    """Whether citizens started it and no public body answers for it."""
    return program.lead is None and set(program.initiators) <= _OF_CITIZENS


def expected(program: Program) -> tuple[tuple[str, str], ...]:
    """What a full record of this program has; nothing official is expected of citizens, no end of what is over."""
    left_out = set(_OF_OFFICES) if citizens_own(program) else set()
    if program.status is ProgramStatus.DONE or program.pattern is Pattern.ONCE:
        left_out.add("jadwal")
    return tuple((key, words) for key, words in EXPECTED if key not in left_out)


def known(plan: Plan, program: Program) -> dict[str, bool]:
    """For each of the six expected things, whether our record holds it."""
    targets = any(
        value.kind.value in ("target", "rencana")
        for name in program.indicators
        if name in plan.indicators
        for value in plan.indicators[name].values
    )
    return {
        "tujuan": program.purpose is not None,
        "penanggung_jawab": program.lead is not None,
        "jadwal": program.end is not None,
        "target": targets,
        "anggaran": any(money.kind.value not in ("tidak_dirinci", "perkiraan") for money in program.budgets),
        "sumber": program.data_status is DataStatus.ADOPTED
        or any(
            plan.sources[name].reliability is Reliability.OFFICIAL
            for name in program.sources
            if name in plan.sources
        ),
    }


def not_found(plan: Plan, program: Program) -> tuple[str, ...]:
    """Words for the expected things that nobody has given a reason for: we looked and did not find them."""
    explained = {absence.about for absence in program.absences if absence.reason is not Missing.NOT_FOUND}
    have = known(plan, program)
    return tuple(words for key, words in expected(program) if not have[key] and key not in explained)
