"""`masterplan owners`: the file that tells a host which team must agree to a change."""

from __future__ import annotations

import argparse
from pathlib import Path

from content_tools.cli.project import Commands, in_project, is_project, sound_plan
from content_tools.editing.owners import owners
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
    plan = sound_plan(Project.at(root), "tidak ada yang dicetak")
    if plan is None:
        return 1
    print(owners(plan, arguments.org), end="")
    return 0
