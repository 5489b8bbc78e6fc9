"""`masterplan diff`: what a proposal changes, in words, and which pages look different with it."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from content_tools.changes.change import Change
from content_tools.changes.compare import compare
from content_tools.changes.escape import markdown_link, markdown_text
from content_tools.changes.text import one_line
from content_tools.changes.told import as_json, as_markdown, as_text, fitting, known_sources
from content_tools.changes.whole import Added, Removed
from content_tools.cli import telling
from content_tools.cli.project import Commands, in_project, is_project
from content_tools.insight.facts import Facts
from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR, Problem
from content_tools.pages.affected import AffectedPage, PageState, affected
from content_tools.pages.checking import check_project
from content_tools.pages.press import Press
from content_tools.reading.dates import build_day
from content_tools.reading.plan import Memory
from content_tools.reading.project import Project
from content_tools.reading.revisions import project_at

PAGES_BYTES = 300_000
ERRORS_BYTES = 60_000
"""What the lists of pages and of errors may take of the 1 MiB that a job summary holds."""


def add(commands: Commands) -> None:
    """Register the command."""
    diff = commands.add_parser(
        "diff",
        help="ceritakan apa yang berubah; keluar 0 selesai, 1 ada galat di satu sisi, 2 tidak dapat berjalan",
    )
    diff.add_argument("base", metavar="DASAR", help="revisi git, folder, atau arsip .zip/.tar/.tar.gz")
    diff.add_argument(
        "head", metavar="USULAN", nargs="?", help="sama; bawaan: folder proyek seperti sekarang"
    )
    diff.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="bentuk laporan")
    diff.add_argument(
        "--preview", metavar="ALAMAT", help="alamat atau folder pratinjau yang ditautkan tiap halaman"
    )
    in_project(diff)
    diff.set_defaults(run=_diff)


@dataclass(frozen=True)
class Side:
    """One side: its folder, its plan as far as it could be read, its errors."""

    name: str
    root: Path
    plan: Plan | None
    errors: tuple[Problem, ...]

    def unsure(self) -> set[str]:
        """Collections whose shared file has errors: what seems to be missing there may only be unreadable."""
        return {Path(error.file).stem for error in self.errors if error.file.count("/") == 1}


@dataclass(frozen=True)
class Report:
    """What is told, in whatever form."""

    sides: tuple[Side, Side]
    changes: tuple[Change, ...] | None
    """None when a side could not be read at all."""
    pages: tuple[AffectedPage, ...] | None
    """None when a side has errors: its pages cannot be made."""
    preview: str | None

    def link(self, page: AffectedPage) -> str | None:
        """Where a page can be looked at; a page that is gone nowhere."""
        if self.preview is None or page.state is PageState.GONE:
            return None
        if re.match(r"https?://", self.preview):
            return f"{self.preview.rstrip('/')}/{page.path}"
        return f"{quote(self.preview.rstrip('/'))}/{page.path}index.html"


def _side(name: str, root: Path, memory: Memory) -> Side:
    """Settings are no content: a revision need not hold those that its own build on."""
    plan, problems = check_project(Project.at(root), memory)
    errors = (problem for problem in problems if problem.severity is ERROR)
    return Side(
        name, root, plan, tuple(error for error in errors if error.file.startswith(("data/", "docs/")))
    )


def _changes(before: Side, after: Side) -> tuple[Change, ...] | None:
    if before.plan is None or after.plan is None:
        return None
    lost, new = after.unsure(), before.unsure()
    return tuple(
        change
        for change in compare(before.plan, after.plan)
        if not (isinstance(change, Removed) and change.collection in lost)
        and not (isinstance(change, Added) and change.collection in new)
    )


def _pages(before: Side, after: Side, project: Path) -> tuple[AffectedPage, ...] | None:
    if before.errors or after.errors or before.plan is None or after.plan is None:
        return None
    day = build_day(project)
    old, new = (Press(Facts(plan, day), root / "docs") for plan, root in ((before.plan, before.root), (after.plan, after.root)))  # fmt: skip
    return affected(old, new)


def _diff(arguments: argparse.Namespace) -> int:
    project = Path(arguments.project)
    if not is_project(project):
        return 2
    head = project_at(arguments.head, project) if arguments.head else nullcontext(project)
    with project_at(arguments.base, project) as old, head as new:
        memory: Memory = {}
        before = _side(arguments.base, old, memory)
        after = _side(arguments.head or "folder kerja", new, memory)
        changes, pages = _changes(before, after), _pages(before, after, project)
    report = Report((before, after), changes, pages, arguments.preview)
    print({"text": _text, "markdown": _markdown, "json": _json}[arguments.format](report))
    return 1 if before.errors or after.errors else 0


_NOT_TOLD = "Perubahan tidak dapat diceritakan: satu sisi tidak terbaca."
_NO_PAGES = "Daftar halaman tidak dihitung karena ada galat."


def _heading(pages: Sequence[AffectedPage]) -> str:
    return f"Halaman yang isinya berubah ({len(pages)})"


def _text(report: Report) -> str:
    lines = []
    for side in report.sides:
        if side.errors:
            lines += [
                f"{len(side.errors)} galat di {one_line(side.name)}:",
                *map(telling.as_text, side.errors),
                "",
            ]
    before, after = report.sides
    lines.append(
        _NOT_TOLD
        if report.changes is None
        else as_text(report.changes, known_sources(before.plan, after.plan))
    )
    lines.append("")
    if report.pages is None:
        return "\n".join([*lines, _NO_PAGES])
    lines.append(_heading(report.pages))
    for page in report.pages:
        state = "" if page.state is PageState.CHANGED else f" ({page.state.label})"
        lines.append(f"  - {one_line(page.title)}{state}: {report.link(page) or f'/{page.path}'}")
    return "\n".join(lines)


def _error_blocks(report: Report) -> Iterator[tuple[str, int]]:
    for side in report.sides:
        if side.errors:
            yield f"## {len(side.errors)} galat di {markdown_text(side.name)}\n", 0
            for error in side.errors:
                yield f"- {markdown_text(f'{error.place}: {error.message} {error.hint}')}", 1
            yield "", 0


def _page_blocks(report: Report) -> Iterator[tuple[str, int]]:
    yield f"\n## {_heading(report.pages or ())}\n", 0
    for page in report.pages or ():
        link = report.link(page)
        words = markdown_link(page.title, link) if link else markdown_text(page.title)
        state = "" if page.state is PageState.CHANGED else f", {page.state.label}"
        yield f"- {words} ({markdown_text(f'/{page.path}')}{state})", 1


def _markdown(report: Report) -> str:
    before, after = report.sides
    errors = sum(len(side.errors) for side in report.sides)
    parts = [fitting(_error_blocks(report), ERRORS_BYTES, lambda left: f"… dan {left} galat lagi.", errors)] if errors else []  # fmt: skip
    if report.changes is None:
        return "\n".join([*parts, _NOT_TOLD, "", _NO_PAGES])
    parts.append(as_markdown(report.changes, known_sources(before.plan, after.plan)))
    if report.pages is None:
        return "\n".join([*parts, "", _NO_PAGES])
    total = len(report.pages)
    parts.append(
        fitting(_page_blocks(report), PAGES_BYTES, lambda left: f"… dan {left} halaman lagi.", total)
    )
    return "\n".join(parts)


def _json(report: Report) -> str:
    before, after = report.sides
    told = {} if report.changes is None else as_json(report.changes, known_sources(before.plan, after.plan))
    pages = report.pages and [
        {
            "alamat": f"/{page.path}",
            "judul": page.title,
            "keadaan": page.state.value,
            "tautan": report.link(page),
        }
        for page in report.pages
    ]
    errors = {role: json.loads(telling.as_json(side.errors)) for role, side in zip(("dasar", "usulan"), report.sides, strict=True)}  # fmt: skip
    whole = {"ringkasan": None, "perubahan": None, **told, "halaman": pages if pages is None else list(pages), "galat": errors}  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=2)
