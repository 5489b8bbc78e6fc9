"""The whole check of a project: its files, its records, the rules between them, its written pages."""

from __future__ import annotations

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.pages.written import check_written
from content_tools.reading.nodes import decode
from content_tools.reading.plan import placed
from content_tools.reading.project import Project, read_project
from content_tools.rules import check_rules


def check_project(project: Project) -> tuple[Plan | None, list[Problem]]:
    """The plan and every problem, in the order of files and lines. The plan may be partial when there are errors."""
    plan, problems = read_project(project)
    if plan is not None:
        problems += check_rules(plan)
        for path in sorted(project.docs.rglob("*.md")):
            file = f"docs/{path.relative_to(project.docs).as_posix()}"
            text, _ = decode(path.read_bytes(), file)
            if text is not None:
                problems += check_written(plan, text, file)
    return plan, sorted(placed(problems, project.data), key=lambda problem: problem.order)
