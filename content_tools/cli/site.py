"""`masterplan pages` and `masterplan bundle`: the pages for another printer, the site for a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from content_tools.changes.history import read_history
from content_tools.cli.project import Commands, in_project, is_project, sound_plan
from content_tools.exports.plain_pages import write_pages
from content_tools.insight.facts import Facts
from content_tools.pages.press import Press
from content_tools.reading.dates import build_day, data_day
from content_tools.reading.project import Project
from content_tools.release.bundle import write_bundle


def add(commands: Commands) -> None:
    """Register both commands."""
    pages = commands.add_parser(
        "pages", help="tulis semua halaman sebagai berkas, untuk pembangun situs lain"
    )
    pages.add_argument("folder", metavar="FOLDER", help="folder tujuan, kosong atau belum ada")
    in_project(pages)
    pages.set_defaults(run=_pages)
    bundle = commands.add_parser(
        "bundle", help="salin situs yang sudah jadi agar dapat dibuka dari folder tanpa server"
    )
    bundle.add_argument("site", metavar="SITUS", help="folder situs yang sudah dibangun, biasanya site")
    bundle.add_argument("folder", metavar="FOLDER", help="folder tujuan, kosong atau belum ada")
    bundle.set_defaults(run=_bundle)


def _pages(arguments: argparse.Namespace) -> int:
    project = Project.at(Path(arguments.project))
    if not is_project(project.root):
        return 2
    plan = sound_plan(project, "tidak ada halaman yang ditulis")
    if plan is None:
        return 1
    facts = Facts(plan, build_day(project.root), data_day(project.root))
    press = Press(facts, project.docs, history=read_history(project.root))
    count = write_pages(press, project.docs, Path(arguments.folder))
    print(f"{count} halaman ditulis ke {arguments.folder}.")
    return 0


def _bundle(arguments: argparse.Namespace) -> int:
    count = write_bundle(Path(arguments.site), Path(arguments.folder))
    print(
        f"{count} halaman disalin ke {arguments.folder}. Buka {Path(arguments.folder) / 'index.html'} di peramban."
    )
    return 0
