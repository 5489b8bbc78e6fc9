"""A returned workbook or table taken into a project: all of it is right and laid on the desk, or nothing is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from content_tools.editing.desk import Desk
from content_tools.editing.excel.book import Book, Told, place, told
from content_tools.editing.excel.draft import Draft, Spot
from content_tools.editing.excel.evidence import Evidence
from content_tools.editing.excel.parts import take_parts
from content_tools.editing.excel.programs import take_programs
from content_tools.editing.excel.questions import take_answers, take_refusals
from content_tools.editing.excel.rows import programs_of, rows_of
from content_tools.editing.excel.sheets import NOT_OURS, PARTS, PROGRAMS, QUESTIONS, SHEETS
from content_tools.editing.excel.taking import Taking
from content_tools.editing.excel.words import Words, folded
from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.model.writing import listed
from content_tools.reading.words import did_you_mean


@dataclass(frozen=True)
class Outcome:
    """What came of an import. With problems nothing lies on the desk."""

    problems: tuple[Told, ...]
    follow_up: tuple[str, ...] = ()
    """What a person must look at: no key of a record holds it."""
    notes: tuple[str, ...] = ()
    after: Plan | None = None
    """The plan as it would be; None when there are problems."""


def take_in(desk: Desk, book: Book, on: date) -> Outcome:
    """Lay what an agency changed on the desk, checked as a whole; `on` is the day its sources were read."""
    problems: list[Told] = list(book.problems)
    fatal = [one for one in problems if not one.cell] or _whose(desk.plan, book)
    if fatal:
        return Outcome(tuple(fatal))

    def tell(kind: str, message: str, hint: str, sheet: str = "", cell: str = "", found: str = "") -> None:
        problems.append(told(book.name, kind, message, hint, sheet, cell, found))

    plan = desk.plan
    words = Words(plan)
    draft = Draft(plan)
    evidence = Evidence(plan, words, book, on, draft, tell)
    taking = Taking(plan, words, book, draft, evidence, tell)
    lines = {
        sheet: {line.key: line for line in rows} for sheet, rows in rows_of(plan, book.agency, words).items()
    }
    own = {folded(name): one.id for one in programs_of(plan, book.agency) for name in (one.id, words.label("program", one.id))}  # fmt: skip
    take_programs(taking, lines[PROGRAMS.name], book.agency)
    for sheet in PARTS:
        take_parts(taking, sheet, lines[sheet.name], own)
    take_answers(taking, lines[QUESTIONS.name])
    take_refusals(taking, lines[NOT_OURS.name])
    if problems:
        return Outcome(_in_order(problems))
    for written in draft.sources.values():
        desk.put("sumber", written)
    for new, old in draft.programs():
        desk.put("program", new, old)
    found = [_placed(problem, book.name, plan, draft, evidence) for problem in desk.new_problems()]
    if book.unread:
        taking.notes.append(f"Tidak dibaca karena bukan bagian lembar ini: {listed(book.unread)}.")
    if evidence.unused:
        taking.notes.append(f"Sumber baru yang tidak disebut di kolom Bukti, tidak dicatat: {', '.join(evidence.unused)}.")  # fmt: skip
    if found:
        return Outcome(_in_order(found))
    return Outcome((), tuple(taking.open), tuple(taking.notes), draft.after())


def _whose(plan: Plan, book: Book) -> list[Told]:
    """Whether the file belongs to this city and to one of its agencies."""
    hint = "Pakai lembar yang dibuat dari proyek ini."
    if book.base is not None and book.city != plan.city.code:
        return [told(book.name, "lembar-lain", "lembar ini milik daerah lain", hint, found=book.city)]
    if book.agency not in plan.agencies:
        hint = did_you_mean(book.agency, list(plan.agencies)) or hint
        message = f"instansi “{book.agency}” tidak dikenal"
        return [told(book.name, "lembar-instansi", message, hint, found=book.agency)]
    return []


def _placed(problem: Problem, name: str, plan: Plan, draft: Draft, evidence: Evidence) -> Told:
    """An error of the records at the cell that brings it in; elsewhere it keeps its file and line."""
    spot = _spot(problem, plan, draft, evidence)
    if not spot[0]:
        return Told("", "", problem)
    again = Problem(
        place(name, *spot), problem.message, problem.hint, (), problem.found, problem.rule, problem.severity
    )  # fmt: skip
    return Told(*spot, again)


def _spot(problem: Problem, plan: Plan, draft: Draft, evidence: Evidence) -> Spot:
    folder, _, file = problem.file.removeprefix("data/").partition("/")
    path: Any = problem.path
    if folder == "program":
        return draft.spot(file.removesuffix(".yml"), path)
    new = list(draft.sources)
    if (
        folder == "sumber.yml"
        and len(path) > 1
        and len(plan.sources) <= path[1] < len(plan.sources) + len(new)
    ):
        spots = evidence.spots[new[path[1] - len(plan.sources)]]
        return spots.get(str(path[-1])) or next(iter(spots.values()))
    return ("", "")


def _in_order(problems: list[Told]) -> tuple[Told, ...]:
    """Sheet by sheet, from the top of each down."""
    names = [sheet.name for sheet in SHEETS]

    def order(one: Told) -> tuple[int, int, str]:
        row = "".join(letter for letter in one.cell if letter.isdigit())
        return (names.index(one.sheet) if one.sheet in names else -1, int(row or 0), one.cell)

    return tuple(sorted(problems, key=order))
