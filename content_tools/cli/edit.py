"""`masterplan format`, `new`, `rename`, `merge`, `retire`, `schema`: records changed from the command line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from content_tools.cli.project import Commands, in_project, is_project
from content_tools.cli.telling import as_text, clean
from content_tools.editing.creating import MODELS, Question, ask
from content_tools.editing.desk import Desk
from content_tools.editing.formatting import data_files, formatted
from content_tools.editing.merging import merge
from content_tools.editing.renaming import rename
from content_tools.editing.retiring import retire
from content_tools.editing.schema import editor_settings, schemas
from content_tools.reading.project import Project


def add(commands: Commands) -> None:
    """Register the commands."""
    tidy = commands.add_parser("format", help="tulis ulang berkas data dalam bentuk bakunya; isinya tetap")
    tidy.add_argument(
        "--check", action="store_true", help="jangan menulis; keluar 1 bila ada yang belum baku"
    )
    in_project(tidy)
    tidy.set_defaults(run=_format)

    new = commands.add_parser("new", help="buat catatan baru dengan menjawab pertanyaan")
    new.add_argument("collection", metavar="JENIS", choices=sorted(MODELS), help=", ".join(sorted(MODELS)))
    in_project(new)
    new.set_defaults(run=_new)

    renamed = commands.add_parser(
        "rename", help="ganti id catatan, semua acuannya, dan alamatnya; alamat lama mengalihkan"
    )
    renamed.add_argument("old", metavar="LAMA", help="id sekarang, mis. mpp atau program/mpp")
    renamed.add_argument("new", metavar="BARU", help="id baru")
    in_project(renamed)
    renamed.set_defaults(run=_rename)

    merged = commands.add_parser(
        "merge", help="gabungkan satu catatan ke catatan lain; alamatnya mengalihkan"
    )
    merged.add_argument("old", metavar="ID", help="catatan yang digabungkan, mis. program/mpp")
    merged.add_argument("into", metavar="KE", help="id catatan yang tinggal")
    in_project(merged)
    merged.set_defaults(run=_merge)

    retired = commands.add_parser("retire", help="tarik catatan; halamannya tetap ada dengan alasannya")
    retired.add_argument("name", metavar="ID", help="id catatan, mis. mpp atau program/mpp")
    retired.add_argument("--reason", required=True, metavar="ALASAN", help="dibaca warga di halamannya")
    in_project(retired)
    retired.set_defaults(run=_retire)

    schema = commands.add_parser("schema", help="tulis JSON Schema dan pengaturan penyunting teks")
    in_project(schema)
    schema.set_defaults(run=_schema)


def _saved(desk: Desk) -> int:
    """Write what lies on the desk, unless it would bring in an error."""
    problems = desk.new_problems()
    if problems:
        for problem in problems:
            print(as_text(problem), file=sys.stderr)
        print(f"{len(problems)} galat; tidak ada yang ditulis.", file=sys.stderr)
        return 1
    for file in desk.save():
        print(f"ditulis: {file}")
    return 0


def _desk(arguments: argparse.Namespace) -> Desk | None:
    root = Path(arguments.project)
    return Desk(Project.at(root)) if is_project(root) else None


def _format(arguments: argparse.Namespace) -> int:
    root = Path(arguments.project)
    if not is_project(root):
        return 2
    found, unread = [], []
    for file, path in data_files(root / "data"):
        text = formatted(path, file)
        if text is None:
            unread.append(file)
        elif text.encode() != path.read_bytes():
            found.append(file)
            if not arguments.check:
                path.write_bytes(text.encode())
    for file in found:
        print(f"{'belum baku' if arguments.check else 'ditulis ulang'}: {file}")
    for file in unread:
        print(f"dilewati karena ada galat: {file}; jalankan masterplan check", file=sys.stderr)
    if not found and not unread:
        print("Semua berkas sudah dalam bentuk baku.")
    return 1 if unread or (found and arguments.check) else 0


def _typed(question: Question, wrong: str) -> str:
    if wrong:
        print(f"  belum dapat dipakai: {clean(wrong)}", file=sys.stderr)
    head = f"{question.label} ({question.key})"
    print(head if not question.help else f"{head}: {question.help}", file=sys.stderr)
    if question.allowed and len(question.allowed) <= 24:
        print(f"  pilihan: {', '.join(question.allowed)}", file=sys.stderr)
    more = "; beberapa jawaban dipisah koma" if question.many else ""
    default = f" [{question.default}]" if question.default else ""
    print(f"  jawaban{more}{default}: ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise ValueError("jawaban berhenti di tengah; tidak ada yang ditulis")
    return line


def _new(arguments: argparse.Namespace) -> int:
    desk = _desk(arguments)
    if desk is None:
        return 2
    desk.put(arguments.collection, ask(desk.plan, arguments.collection, _typed))
    return _saved(desk)


def _rename(arguments: argparse.Namespace) -> int:
    desk = _desk(arguments)
    if desk is None:
        return 2
    rename(desk, arguments.old, arguments.new)
    return _saved(desk)


def _merge(arguments: argparse.Namespace) -> int:
    desk = _desk(arguments)
    if desk is None:
        return 2
    left = merge(desk, arguments.old, arguments.into)
    status = _saved(desk)
    if left and status == 0:
        print("Tidak ikut digabungkan karena isinya berbeda; putuskan sendiri:")
        for line in left:
            print(f"  {clean(line)}")
    return status


def _retire(arguments: argparse.Namespace) -> int:
    desk = _desk(arguments)
    if desk is None:
        return 2
    retire(desk, arguments.name, arguments.reason, datetime.now().date())
    return _saved(desk)


def _schema(arguments: argparse.Namespace) -> int:
    root = Path(arguments.project)
    if not is_project(root):
        return 2
    files = {root / "schema" / name: schema for name, schema in schemas().items()}
    files[root / ".vscode" / "settings.json"] = editor_settings()
    for path, content in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"{len(files)} berkas ditulis ke schema/ dan .vscode/.")
    return 0
