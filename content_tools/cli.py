"""Commands: arguments in, rooms asked, words printed, exit status out. The only file that prints and exits."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from content_tools.exports.plain_pages import write_pages
from content_tools.insight.facts import Facts
from content_tools.model.problem import ERROR, WARNING, Problem
from content_tools.pages.checking import check_project
from content_tools.pages.press import Press
from content_tools.reading.dates import build_day, data_day
from content_tools.reading.project import Project
from content_tools.release.bundle import write_bundle


def _clean(text: str) -> str:
    """Text from a file, safe for a terminal: nothing that moves the cursor or begins a line of its own."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _as_text(problem: Problem) -> str:
    head = f"{problem.place}: {problem.severity.value}: "
    head += f"{problem.key}: " if problem.key else ""
    lines = [_clean(f"{head}{problem.message} [{problem.rule}]")]
    if problem.found and problem.found not in problem.message:
        lines.append(f"    tertulis: {_clean(problem.found)}")
    if problem.hint:
        lines.append(f"    perbaikan: {_clean(problem.hint)}")
    return "\n".join(lines)


def _as_github(problem: Problem) -> str:
    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    level = "error" if problem.severity is ERROR else "warning"
    place = f"file={escaped(problem.file).replace(',', '%2C').replace(':', '%3A')}"
    if problem.line:
        place += f",line={problem.line},col={problem.column}"
    body = f"{problem.key}: {problem.message}" if problem.key else problem.message
    return f"::{level} {place},title={problem.rule}::{escaped(body)}{escaped(chr(10) + problem.hint) if problem.hint else ''}"


def _as_json(problems: Iterable[Problem]) -> str:
    rows = [
        {
            "berkas": problem.file,
            "baris": problem.line,
            "kolom": problem.column,
            "kunci": problem.key,
            "tertulis": problem.found,
            "masalah": problem.message,
            "perbaikan": problem.hint,
            "aturan": problem.rule,
            "tingkat": problem.severity.value,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _is_project(root: Path) -> bool:
    if (root / "data").is_dir() and (root / "docs").is_dir():
        return True
    print(f"Tidak ada folder data dan docs di {root}. Jalankan dari folder proyek.", file=sys.stderr)
    return False


def _check(arguments: argparse.Namespace) -> int:
    root = Path(arguments.project)
    if not _is_project(root):
        return 2
    _, problems = check_project(Project.at(root))
    errors = sum(problem.severity is ERROR for problem in problems)
    warnings = sum(problem.severity is WARNING for problem in problems)
    if arguments.format == "json":
        print(_as_json(problems))
    else:
        tell = _as_github if arguments.format == "github" else _as_text
        for problem in problems:
            print(tell(problem))
        if not problems:
            print("Semua baik: tidak ada galat dan tidak ada peringatan.")
        else:
            print(f"{errors} galat, {warnings} peringatan.")
    return 1 if errors or (warnings and arguments.strict) else 0


def _pages(arguments: argparse.Namespace) -> int:
    project = Project.at(Path(arguments.project))
    if not _is_project(project.root):
        return 2
    plan, problems = check_project(project)
    errors = [problem for problem in problems if problem.severity is ERROR]
    if plan is None or errors:
        for problem in errors:
            print(_as_text(problem), file=sys.stderr)
        print(f"{len(errors)} galat; tidak ada halaman yang ditulis.", file=sys.stderr)
        return 1
    facts = Facts(plan, build_day(project.root), data_day(project.root))
    count = write_pages(Press(facts, project.docs), project.docs, Path(arguments.folder))
    print(f"{count} halaman ditulis ke {arguments.folder}.")
    return 0


def _bundle(arguments: argparse.Namespace) -> int:
    count = write_bundle(Path(arguments.site), Path(arguments.folder))
    print(
        f"{count} halaman disalin ke {arguments.folder}. Buka {Path(arguments.folder) / 'index.html'} di peramban."
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="masterplan", description="Rencana kota sebagai data: periksa dan terbitkan."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    check = commands.add_parser(
        "check", help="periksa semua berkas; keluar 0 baik, 1 ada galat, 2 tidak dapat berjalan"
    )
    check.add_argument("--format", choices=("text", "github", "json"), default="text", help="bentuk laporan")
    check.add_argument("--strict", action="store_true", help="peringatan juga membuat gagal")
    check.add_argument("--project", default=".", help="folder proyek (bawaan: folder ini)")
    check.set_defaults(run=_check)
    pages = commands.add_parser(
        "pages", help="tulis semua halaman sebagai berkas, untuk pembangun situs lain"
    )
    pages.add_argument("folder", metavar="FOLDER", help="folder tujuan, kosong atau belum ada")
    pages.add_argument("--project", default=".", help="folder proyek (bawaan: folder ini)")
    pages.set_defaults(run=_pages)
    bundle = commands.add_parser(
        "bundle", help="salin situs yang sudah jadi agar dapat dibuka dari folder tanpa server"
    )
    bundle.add_argument("site", metavar="SITUS", help="folder situs yang sudah dibangun, biasanya site")
    bundle.add_argument("folder", metavar="FOLDER", help="folder tujuan, kosong atau belum ada")
    bundle.set_defaults(run=_bundle)
    return parser


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit with its status."""
    chosen = _parser().parse_args(arguments)
    try:
        status = chosen.run(chosen)
    except BrokenPipeError:
        status = 0
    except (OSError, ValueError) as error:
        print(f"Tidak dapat berjalan: {error}", file=sys.stderr)
        status = 2
    sys.exit(status)
