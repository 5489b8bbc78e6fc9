"""`masterplan export` and `masterplan import`: a workbook for each agency, and what it wrote taken in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from content_tools.changes.compare import compare
from content_tools.changes.told import as_text as changes_as_text
from content_tools.changes.told import known_sources
from content_tools.cli.project import Commands, in_project, is_project, sound_plan
from content_tools.cli.telling import clean, texts
from content_tools.editing.desk import Desk
from content_tools.model.plan import Plan
from content_tools.model.writing import day
from content_tools.reading.dates import build_day
from content_tools.reading.project import Project
from content_tools.reading.words import did_you_mean

if TYPE_CHECKING:
    from content_tools.editing.excel.book import Book, Told
    from content_tools.editing.excel.importing import Outcome
    from content_tools.editing.excel.words import Words

# What reads and writes workbooks is imported where it is used: no other command pays for it.


def add(commands: Commands) -> None:
    """Register both commands."""
    export = commands.add_parser("export", help="tulis lembar isian Excel atau CSV, satu per instansi")
    export.add_argument("--format", choices=("xlsx", "csv"), default="xlsx", help="bentuk berkas")
    export.add_argument(
        "--instansi", metavar="ID", help="hanya instansi ini (bawaan: semua yang punya program)"
    )
    export.add_argument("--ke", default="lembar", metavar="FOLDER", help="folder tujuan (bawaan: lembar)")
    in_project(export)
    export.set_defaults(run=_export)

    taken = commands.add_parser(
        "import", help="ambil isian dari lembar instansi; tidak menulis bila ada galat"
    )
    taken.add_argument("file", metavar="BERKAS", help="lembar .xlsx atau tabel .csv yang sudah diisi")
    taken.add_argument("--coba", action="store_true", help="ceritakan perubahannya saja; jangan menulis")
    taken.add_argument(
        "--kembalikan", metavar="BERKAS.xlsx", help="bila ada galat, tulis lembar bertanda ke sini"
    )
    in_project(taken)
    taken.set_defaults(run=_import)


def _export(arguments: argparse.Namespace) -> int:
    from content_tools.editing.excel.rows import agencies_with_programs
    from content_tools.editing.excel.words import Words

    root = Path(arguments.project)
    if not is_project(root):
        return 2
    plan = sound_plan(Project.at(root), "tidak ada lembar yang ditulis")
    if plan is None:
        return 1
    agencies = agencies_with_programs(plan)
    if arguments.instansi and arguments.instansi not in agencies:
        hint = did_you_mean(arguments.instansi, list(agencies))
        print(f"Instansi “{arguments.instansi}” tidak ada atau tidak punya program. {hint}", file=sys.stderr)
        return 2
    folder = Path(arguments.ke)
    folder.mkdir(parents=True, exist_ok=True)
    words = Words(plan)
    for agency in [arguments.instansi] if arguments.instansi else agencies:
        for name, data in _files(plan, agency, arguments.format, words, root):
            (folder / name).write_bytes(data)
            print(f"ditulis: {folder / name}")
    return 0


def _files(plan: Plan, agency: str, form: str, words: Words, root: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file for one agency."""
    if form == "xlsx":
        from content_tools.editing.excel.workbook import workbook_bytes

        yield f"{agency}.xlsx", workbook_bytes(plan, agency, build_day(root, serving=True), words)
        return
    from content_tools.editing.excel.rows import rows_of
    from content_tools.editing.excel.tables import TABLES, table_bytes

    rows = rows_of(plan, agency, words)
    for sheet in TABLES:
        yield f"{agency}-{sheet.name.split()[0].lower()}.csv", table_bytes(sheet, rows[sheet.name], agency)


def _import(arguments: argparse.Namespace) -> int:
    from content_tools.editing.excel.importing import take_in

    root, path = Path(arguments.project), Path(arguments.file)
    if not is_project(root):
        return 2
    back = Path(arguments.kembalikan) if arguments.kembalikan else None
    if back is not None and back.suffix.lower() != ".xlsx":
        raise ValueError(f"--kembalikan menulis lembar .xlsx, bukan “{back.name}”")
    if back is not None and back.resolve() == path.resolve():
        raise ValueError("--kembalikan harus berkas lain; lembar dari instansi tidak ditimpa")
    desk = Desk(Project.at(root))
    data = _read(path)
    book = _book(path.name, data)
    outcome = take_in(desk, book, build_day(root, serving=True))
    if outcome.problems:
        _refused(outcome.problems, data, back if book.base is not None else None)
        return 1
    _tell(desk.plan, outcome, book)
    if arguments.coba:
        print("\nIni percobaan; tidak ada yang ditulis.")
        return 0
    for file in desk.save():
        print(f"ditulis: {file}")
    return 0


def _read(path: Path) -> bytes:
    from content_tools.editing.excel.book import MAX_FILE_BYTES

    if not path.is_file():
        raise ValueError(f"berkas {path} tidak ada")
    with path.open("rb") as file:
        return file.read(MAX_FILE_BYTES + 1)


def _book(name: str, data: bytes) -> Book:
    if name.lower().endswith((".csv", ".txt", ".tsv")):
        from content_tools.editing.excel.tables import read_table

        return read_table(name, data)
    from content_tools.editing.excel.opening import read_workbook

    return read_workbook(name, data)


def _refused(problems: Sequence[Told], data: bytes, back: Path | None) -> None:
    for told in texts(one.problem for one in problems):
        print(told, file=sys.stderr)
    print(f"{len(problems)} galat; tidak ada yang ditulis.", file=sys.stderr)
    if back is not None:
        from content_tools.editing.excel.returning import returned

        back.write_bytes(returned(data, problems))
        print(f"Lembar bertanda untuk instansi: {back}", file=sys.stderr)


def _tell(plan: Plan, outcome: Outcome, book: Book) -> None:
    made = f", dibuat {day(book.made)}" if book.made else ""
    print(f"Lembar {plan.agencies[book.agency].name}{made}.")
    assert outcome.after is not None
    print(changes_as_text(compare(plan, outcome.after), known_sources(plan, outcome.after)))
    for title, lines in (("Perlu ditindaklanjuti:", outcome.follow_up), ("Catatan:", outcome.notes)):
        if lines:
            print(f"\n{title}")
            for line in lines:
                print(f"  - {clean(line)}")
