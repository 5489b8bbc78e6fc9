"""`masterplan check`: every problem of a project, told where it stands."""

from __future__ import annotations

import argparse
from pathlib import Path

from content_tools.cli.project import Commands, in_project, is_project
from content_tools.cli.telling import as_github, as_gitlab, as_json, texts
from content_tools.editing.formatting import data_files, repaired
from content_tools.model.problem import ERROR, WARNING
from content_tools.pages.checking import check_project
from content_tools.reading.files import load
from content_tools.reading.project import Project


def add(commands: Commands) -> None:
    """Register the command."""
    check = commands.add_parser(
        "check", help="periksa semua berkas; keluar 0 baik, 1 ada galat, 2 tidak dapat berjalan"
    )
    check.add_argument(
        "--format", choices=("text", "github", "gitlab", "json"), default="text", help="bentuk laporan"
    )
    check.add_argument("--strict", action="store_true", help="peringatan juga membuat gagal")
    check.add_argument(
        "--fix",
        action="store_true",
        help="perbaiki dulu yang aman: spasi Word, tab, bentuk baku, acuan ganda",
    )
    in_project(check)
    check.set_defaults(run=_check)


def _check(arguments: argparse.Namespace) -> int:
    root = Path(arguments.project)
    if not is_project(root):
        return 2
    if arguments.fix:
        for file, path in data_files(root / "data"):
            text, _ = load(path, file)
            clean = repaired(text, file) if text is not None else None
            if clean is not None and clean.encode() != path.read_bytes():
                path.write_bytes(clean.encode())
                print(f"diperbaiki: {file}")
    _, problems = check_project(Project.at(root))
    errors = sum(problem.severity is ERROR for problem in problems)
    warnings = sum(problem.severity is WARNING for problem in problems)
    if arguments.format in ("json", "gitlab"):
        print((as_json if arguments.format == "json" else as_gitlab)(problems))
    else:
        for told in map(as_github, problems) if arguments.format == "github" else texts(problems):
            print(told)
        if not problems:
            print("Semua baik: tidak ada galat dan tidak ada peringatan.")
        else:
            print(f"{errors} galat, {warnings} peringatan.")
    return 1 if errors or (warnings and arguments.strict) else 0
