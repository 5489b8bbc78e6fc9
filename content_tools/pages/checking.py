"""The whole check of a project: its files, its records, the rules between them, its written pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.pages.all import TAKEN
from content_tools.pages.catalogue import GUIDE
from content_tools.pages.written import check_written, cited_in
from content_tools.reading.files import load
from content_tools.reading.plan import Memory, placed
from content_tools.reading.project import Project, read_project
from content_tools.reading.words import did_you_mean
from content_tools.rules import check_rules
from content_tools.rules.privacy import personal_data
from content_tools.rules.unused_sources import check as unused_sources


def _pages(docs: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every written page that can be read; what cannot is told by the reading room."""
    for path in sorted(docs.rglob("*.md")):
        file = f"docs/{path.relative_to(docs).as_posix()}"
        text, _ = load(path, file)
        if text is not None:
            yield file, text


def _private(text: str, file: str) -> Iterator[Problem]:
    for message, hint, found, offset in personal_data(text):
        line = text.count("\n", 0, offset) + 1
        column = offset - text.rfind("\n", 0, offset)
        yield Problem(file, message, hint, found=found, rule="data-pribadi").at(line, column)


def _misplaced(plan: Plan | None, text: str, file: str) -> Iterator[Problem]:
    """Pages that would never appear: their address is taken, or their story belongs to no dimension."""
    folder, _, name = file.removeprefix("docs/").rpartition("/")
    stem = name.removesuffix(".md")
    if folder == "dimensi":
        if plan is not None and stem not in plan.dimensions:
            yield Problem(
                file,
                f"cerita ini tidak punya dimensi “{stem}”",
                did_you_mean(stem, list(plan.dimensions)),
                rule="cerita-tanpa-dimensi",
            )
        for number, line in enumerate(text.split("\n"), 1):
            if line.startswith("# "):
                hint = "Pakai ### atau hapus; judul halaman sudah ada."
                yield Problem(
                    file, "cerita dimensi tidak berjudul sendiri", hint, found=line, rule="cerita-berjudul"
                ).at(number, 1)
    elif (folder.split("/")[0] or stem) in TAKEN or f"{folder}/{stem}/".startswith(GUIDE):
        hint = "Pindahkan ke folder lain, mis. docs/tentang/."
        yield Problem(file, "alamat ini dipakai halaman buatan", hint, found=file, rule="alamat-dipakai")


def check_project(project: Project, memory: Memory | None = None) -> tuple[Plan | None, list[Problem]]:
    """The plan and every problem, in the order of files and lines. The plan may be partial when there are errors.

    Of two projects that are much alike, those that share a `memory` read equal files once.
    """
    plan, problems = read_project(project, memory)
    cited: set[str] = set()
    for file, text in _pages(project.docs):
        problems += [*_private(text, file), *_misplaced(plan, text, file)]
        cited |= cited_in(text)
        if plan is not None:
            problems += check_written(plan, text, file)
    if plan is not None:
        found = check_rules(plan)
        problems += [item for item in found if item.rule != unused_sources.id or item.found not in cited]
    return plan, sorted(placed(problems, project.data), key=lambda problem: problem.order)
