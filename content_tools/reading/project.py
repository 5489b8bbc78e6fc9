"""A project folder checked as a whole: its files, its records, the rules are for the caller."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.reading.folder import check_config, check_data_folder, check_docs_folder
from content_tools.reading.plan import Memory, read_plan


@dataclass(frozen=True, slots=True)
class Project:
    """Where a city's records, pages and settings lie."""

    root: Path
    data: Path
    docs: Path
    config: Path

    @classmethod
    def at(cls, root: Path) -> Project:
        """The project in this folder, with the usual names."""
        return cls(root, root / "data", root / "docs", root / "mkdocs.yml")


def read_project(project: Project, memory: Memory | None = None) -> tuple[Plan | None, list[Problem]]:
    """The plan, and the problems of every file of the project."""
    problems = [
        *check_config(project.config),
        *check_data_folder(project.data),
        *check_docs_folder(project.docs),
    ]
    plan, found = read_plan(project.data, memory=memory)
    return plan, [*problems, *found]
