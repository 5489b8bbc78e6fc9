"""`masterplan upkeep`: what wants looking after: addresses that no longer answer, programs whose news is old."""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from content_tools.cli.project import Commands, in_project, is_project, sound_plan
from content_tools.cli.upkeep_report import Link, Upkeep, as_github, as_markdown, as_text
from content_tools.insight.facts import Facts
from content_tools.model.base import Record
from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.model.references import texts
from content_tools.model.values import URL_PATTERN
from content_tools.reading.dates import build_day
from content_tools.reading.plan import placed
from content_tools.reading.project import Project
from content_tools.release.outside import ask


def add(commands: Commands) -> None:
    """Register the command."""
    upkeep = commands.add_parser(
        "upkeep",
        help="sebut yang perlu dirawat: alamat luar yang tidak ada lagi, program yang kabarnya lama; "
        "keluar 0 apa pun temuannya, 2 tidak dapat berjalan",
    )
    upkeep.add_argument("--format", choices=("text", "github"), default="text", help="bentuk laporan")
    upkeep.add_argument("--markdown", metavar="BERKAS", help="tulis juga laporannya sebagai Markdown")
    upkeep.add_argument("--no-links", action="store_true", help="jangan menanyai alamat luar; tanpa jaringan")
    in_project(upkeep)
    upkeep.set_defaults(run=_upkeep)


def _upkeep(arguments: argparse.Namespace) -> int:
    root = Path(arguments.project)
    if not is_project(root):
        return 2
    project = Project.at(root)
    plan = sound_plan(project, "perawatan tidak dilaporkan")
    if plan is None:
        return 2
    facts = Facts(plan, build_day(root))
    found = Upkeep(facts) if arguments.no_links else _asked(facts, project)
    if arguments.markdown:
        Path(arguments.markdown).write_text(as_markdown(found), "utf-8")
    print((as_github if arguments.format == "github" else as_text)(found))
    return 0


def _today() -> date:
    return datetime.now(UTC).date()


def _asked(facts: Facts, project: Project) -> Upkeep:
    """Every address of the plan, asked now."""
    written = list(_addresses(facts.plan))
    print(f"Menanyai {len({problem.found for *_, problem in written})} alamat …", file=sys.stderr, flush=True)
    outside = ask((problem.found for *_, problem in written), time.monotonic)
    places = placed([problem for *_, problem in written], project.data)
    links = tuple(
        Link(collection, record, place, outside.answers[place.found])
        for (collection, record, _), place in zip(written, places, strict=True)
    )
    return Upkeep(facts, links, outside.heard, _today())


def _addresses(plan: Plan) -> Iterator[tuple[str, Record, Problem]]:
    """Every address that a record holds: its collection, the record, and where it stands."""
    single = (("kota", plan.city), ("masterplan", plan.masterplan))
    listed = ((name, record) for name, records in plan.collections() for record in records.values())
    for collection, record in (*single, *listed):
        for path, text in texts(record):
            if re.match(URL_PATTERN, text):
                yield collection, record, record.problem(path, "", "", text)
