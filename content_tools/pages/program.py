"""The page of a program, in the order of a citizen's questions."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight import completeness
from content_tools.insight.citations import cited_sources
from content_tools.insight.timeline import ONLY_MEANT, bar, first_mention
from content_tools.model.choices import Grouping, InMasterplan, Missing
from content_tools.model.program import Program
from content_tools.model.writing import number, rupiah
from content_tools.pages.changes import record_history
from content_tools.pages.page import Crumb, Page
from content_tools.pages.press import Press
from content_tools.visuals import links, marks
from content_tools.visuals.html import join, tag
from content_tools.visuals.tables import plain_table


def _start_label(program: Program) -> str:
    """What the first date of a program is: a beginning, a plan still ahead, or the first mention of a plan."""
    if program.status not in ONLY_MEANT:
        return "Sejak kapan?"
    return "Mulai disebut" if first_mention(program) else "Direncanakan mulai"


def _where(press: Press, program: Program) -> Markup:
    parts: list[object] = [links.link(press.plan.places[name]) for name in program.places]
    if program.location:
        parts.insert(0, program.location)
    scope = program.scope.label
    return join((join(parts, ", "), f" ({scope.lower()})")) if parts else Markup(tag("span", scope))


def _steps(press: Press, program: Program) -> Markup | None:
    if not program.milestones:
        return None
    rows = []
    for step in sorted(program.milestones, key=lambda step: (step.on or step.start or step.end).last_day):  # type: ignore[union-attr]
        when = (
            step.on.words
            if step.on
            else " sampai ".join(part.words for part in (step.start, step.end) if part)
        )
        status = step.status.label if step.status else ""
        rows.append(
            (when, step.name, status, step.output or "", marks.source_marks(press.facts, step.sources))
        )
    return plain_table("Langkah penting", ("Waktu", "Langkah", "Keadaan", "Keluaran", "Sumber"), rows)


def _figures(press: Press, program: Program) -> Markup | None:
    if not program.figures:
        return None
    rows = []
    for figure in program.figures:
        value = f"{number(figure.value)} {figure.unit or ''}".strip() if figure.value is not None else ""
        rows.append(
            (
                figure.text,
                value,
                figure.on.words if figure.on else "",
                marks.source_marks(press.facts, figure.sources),
            )
        )
    return plain_table("Angka yang disebut sumber", ("Angka", "Nilai", "Waktu", "Sumber"), rows)


def _budgets(press: Press, program: Program) -> Markup | None:
    if not program.budgets:
        return None
    rows = [
        (
            money.kind.label,
            str(money.year),
            rupiah(money.amount),
            money.funding.label,
            marks.source_marks(press.facts, money.sources),
        )
        for money in sorted(program.budgets, key=lambda money: (money.year, money.kind.value))
    ]
    return plain_table(
        "Uang yang disebut sumber", ("Jenis angka", "Tahun", "Jumlah", "Sumber dana", "Sumber"), rows
    )


def _in_plan(press: Press, program: Program) -> tuple[str, str]:
    dimension = press.plan.dimensions[program.dimension].name
    where = {
        InMasterplan.YES: "Program ini tercantum dalam masterplan.",
        InMasterplan.NO: "Program ini tidak tercantum dalam masterplan.",
        InMasterplan.UNKNOWN: "Kami belum tahu apakah program ini tercantum dalam masterplan.",
    }[program.in_masterplan]
    who = "dibuat penyusun situs" if program.grouping is Grouping.COMPILER else "mengikuti dokumen rencana"
    return where, f"Penempatan pada {dimension} {who}."


def _body(press: Press, program: Program) -> Markup:
    plan, facts = press.plan, press.facts
    known, expected = completeness.known(plan, program), completeness.expected(program)
    labels = {field.alias: field.title for field in type(program).model_fields.values()}
    where, placed = _in_plan(press, program)
    return press.render(
        "program.html",
        program=program,
        status=facts.status(program),
        lead=plan.agencies.get(program.lead or ""),
        executors=[plan.agencies[name] for name in program.executors],
        initiators=", ".join(initiator.label for initiator in program.initiators),
        citizens_own=completeness.citizens_own(program),
        start_label=_start_label(program),
        where=_where(press, program),
        budgets_short=[marks.budget_words(money) for money in program.budgets[:3]],
        sources=cited_sources(program),
        bar=bar(program, facts.on),
        steps=_steps(press, program),
        figures=_figures(press, program),
        budgets=_budgets(press, program),
        gaps=completeness.not_found(plan, program),
        absences=[
            (labels.get(absence.about) or absence.about, marks.absence_words(facts, absence))
            for absence in program.absences
            if absence.reason is not Missing.NOT_FOUND or absence.about not in {key for key, _ in expected}
        ],
        known_count=sum(known[key] for key, _ in expected),
        expected_count=len(expected),
        expected=[words for _, words in expected],
        in_plan=where,
        placed=placed,
        subdimension=plan.dimension_frame.item(program.subdimension) if program.subdimension else None,
        other_dimensions=[
            links.dimension_link(facts, code) for code in program.other_dimensions if code in plan.dimensions
        ],
        topics=[links.topic_link(plan.topics[code]) for code in program.topics],
        quick_win_source=plan.sources.get(program.quick_win.basis or "") if program.quick_win else None,
        depends_on=[plan.programs[name] for name in program.depends_on],
        needed_by=[
            other
            for other in press.facts.naming("program", program.id)
            if isinstance(other, Program) and program.id in other.depends_on
        ],
        regulations=[plan.regulations[name] for name in program.regulations],
        related=[plan.programs[name] for name in program.related],
        indicators=[plan.indicators[name] for name in program.indicators],
        history=record_history(press, "program", program),
    )


def _described(program: Program) -> str:
    return program.summary or f"{program.name}: status, penanggung jawab, dan sumbernya."


def program_pages(press: Press) -> Iterator[Page]:
    """One page for each program; before and after follow the order within the first topic."""
    topics = press.plan.topics
    order: dict[str, list[Program]] = {code: [] for code in topics}
    for program in press.plan.programs.values():
        order[program.topics[0]].append(program)
    for code, programs in order.items():
        for index, program in enumerate(programs):
            yield Page(
                uri=f"program/{program.id}.md",
                kind="program",
                title=program.name,
                description=_described(program),
                body=lambda page, program=program: _body(press, program),  # type: ignore[misc]
                crumbs=(("Program", "program/"), (topics[code].name, f"program/topik/{code}/")),
                data_file=program.origin.file,
                record=program,
                before=_neighbour(programs, index - 1),
                after=_neighbour(programs, index + 1),
            )


def _neighbour(programs: list[Program], index: int) -> Crumb | None:
    if not 0 <= index < len(programs):
        return None
    return programs[index].name, f"program/{programs[index].id}/"
