"""`masterplan diff`: what changed between two states of the project, in words, and on which pages a reader sees it."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from content_tools.changes.change import Change
from content_tools.changes.compare import compare
from content_tools.changes.escape import markdown_link, markdown_text
from content_tools.changes.told import (
    MARKDOWN_BYTES,
    Sources,
    as_json,
    as_markdown,
    as_text,
    fitting,
    known_sources,
)
from content_tools.cli.project import Commands, in_project, is_project
from content_tools.cli.telling import as_text as problem_as_text
from content_tools.cli.telling import clean
from content_tools.insight.facts import Facts
from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR, Problem
from content_tools.pages.affected import AffectedPage, PageState, affected
from content_tools.pages.checking import check_project
from content_tools.pages.press import Press
from content_tools.reading.dates import build_day
from content_tools.reading.project import Project
from content_tools.reading.revisions import project_at


class _Side(NamedTuple):
    """One state of the project: its name for people, its folder, its plan, and the errors in it."""

    name: str
    project: Project
    plan: Plan | None
    errors: list[Problem]


def add(commands: Commands) -> None:
    """Register the command."""
    diff = commands.add_parser(
        "diff",
        help="ceritakan perubahan dengan kata; keluar 0 selesai, 1 ada galat di satu sisi, 2 tidak dapat",
    )
    diff.add_argument("base", metavar="ASAL", help="revisi git, folder, atau arsip, mis. origin/main")
    diff.add_argument("head", metavar="HASIL", nargs="?", help="sama; bawaan: folder kerja ini")
    diff.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="bentuk cerita")
    diff.add_argument(
        "--preview", metavar="ALAMAT", help="alamat atau folder pratinjau, untuk tautan halaman"
    )
    in_project(diff)
    diff.set_defaults(run=_diff)


def _side(name: str, folder: Path) -> _Side:
    project = Project.at(folder)
    plan, problems = check_project(project)
    return _Side(name, project, plan, [problem for problem in problems if problem.severity is ERROR])


def _diff(arguments: argparse.Namespace) -> int:
    root = Path(arguments.project)
    if not is_project(root):
        return 2
    with ExitStack() as open_sides:
        before, after = (
            _side(name, open_sides.enter_context(project_at(name, root)))
            for name in (arguments.base, arguments.head or str(root))
        )
        for side in (before, after):
            if side.errors:
                print(f"{len(side.errors)} galat di {clean(side.name)}:", file=sys.stderr)
                print("\n".join(problem_as_text(problem) for problem in side.errors), file=sys.stderr)
        if before.plan is None or after.plan is None:
            print("Perubahan tidak dapat diceritakan, karena satu sisi tidak terbaca.", file=sys.stderr)
            return 1
        changes = compare(before.plan, after.plan)
        wrong = bool(before.errors or after.errors)
        pages = None if wrong else _pages(root, before, after)
        _print(arguments, changes, known_sources(before.plan, after.plan), pages)
    return 1 if wrong else 0


def _pages(root: Path, before: _Side, after: _Side) -> tuple[AffectedPage, ...]:
    day = build_day(root)
    old, new = (
        Press(Facts(side.plan, day), side.project.docs) for side in (before, after) if side.plan is not None
    )
    return affected(old, new)


def _heading(pages: tuple[AffectedPage, ...] | None) -> str:
    if pages is None:
        return "Halaman yang berubah tidak dihitung, karena masih ada galat."
    return (
        f"Halaman yang isinya berubah ({len(pages)})" if pages else "Tidak ada halaman yang isinya berubah."
    )


def _state(page: AffectedPage) -> str:
    return "" if page.state is PageState.CHANGED else f" ({page.state.label})"


def _print(
    arguments: argparse.Namespace,
    changes: tuple[Change, ...],
    sources: Sources,
    pages: tuple[AffectedPage, ...] | None,
) -> None:
    preview = arguments.preview.rstrip("/") + "/" if arguments.preview else None
    if arguments.format == "json":
        listed = [
            {"halaman": page.path, "judul": page.title, "keadaan": page.state.value} for page in pages or ()
        ]
        told = as_json(changes, sources) | {"halaman": listed if pages is not None else None}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    elif arguments.format == "markdown":
        print(as_markdown(changes, sources))
        print(f"\n## {_heading(pages)}\n")
        print(_markdown_pages(pages or (), preview))
    else:
        print(as_text(changes, sources))
        print(f"\n{_heading(pages)}")
        for page in pages or ():
            print(f"  - {clean(page.title)}{_state(page)}: {preview or '/'}{page.path}")


def _markdown_pages(pages: tuple[AffectedPage, ...], preview: str | None) -> str:
    def blocks() -> object:
        for page in pages:
            leads = preview and page.state is not PageState.GONE
            title = (
                markdown_link(page.title, f"{preview}{page.path}index.html")
                if leads
                else markdown_text(page.title)
            )
            yield f"- {title}{_state(page)}", 1

    return fitting(blocks(), MARKDOWN_BYTES // 2, lambda left: f"… dan {left} halaman lagi.", len(pages))  # type: ignore[arg-type]
