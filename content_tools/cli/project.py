"""What commands that work on a project share: its folder, and the refusal of one that is none."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from content_tools.cli.telling import texts
from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR
from content_tools.pages.checking import check_project
from content_tools.reading.project import Project

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = object


def in_project(command: argparse.ArgumentParser) -> None:
    """The option that names the project's folder."""
    command.add_argument("--project", default=".", help="folder proyek (bawaan: folder ini)")


def is_project(root: Path) -> bool:
    """Whether a folder holds a project; says so when it does not."""
    if (root / "data").is_dir() and (root / "docs").is_dir():
        return True
    print(f"Tidak ada folder data dan docs di {root}. Jalankan dari folder proyek.", file=sys.stderr)
    return False


def sound_plan(project: Project, left_out: str) -> Plan | None:
    """The plan of a project without errors; else None, with the errors told and what is therefore not done."""
    plan, problems = check_project(project)
    errors = [problem for problem in problems if problem.severity is ERROR]
    if plan is not None and not errors:
        return plan
    for told in texts(errors):
        print(told, file=sys.stderr)
    print(f"{len(errors)} galat; {left_out}.", file=sys.stderr)
    return None
