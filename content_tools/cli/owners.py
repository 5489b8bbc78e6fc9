"""`masterplan owners`: the file that tells a host which team must agree to a change."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from content_tools.cli.project import Commands, in_project, is_project
from content_tools.cli.telling import as_text
from content_tools.editing.owners import owners
from content_tools.model.problem import ERROR
from content_tools.pages.checking import check_project
from content_tools.reading.project import Project


def add(commands: Commands) -> None:
    """Register the command."""
    command = commands.add_parser(
        "owners", help="cetak CODEOWNERS: tim mana menyetujui perubahan berkas mana, dari penanggung_jawab"
    )
    command.add_argument(
        "--org", required=True, metavar="ORGANISASI", help="nama organisasi di GitHub atau GitLab"
    )
    in_project(command)
    command.set_defaults(run=_owners)


def _owners(arguments: argparse.Namespace) -> int:
    root = Path(arguments.project)
    if not is_project(root):
        return 2
    plan, problems = check_project(Project.at(root))
    errors = [problem for problem in problems if problem.severity is ERROR]
    if plan is None or errors:
        for problem in errors:
            print(as_text(problem), file=sys.stderr)
        print(f"{len(errors)} galat; tidak ada yang dicetak.", file=sys.stderr)
        return 1
    print(owners(plan, arguments.org), end="")
    return 0
