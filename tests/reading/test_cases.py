"""One file per case: what someone wrote, and what they are told or what it is read as.

Each file in `cases/` is put under `PROGRAM` (or stands `alone`), with some lines of it left out (`without`).
`▸` marks the place a problem must point at; without the mark it is the start of the record.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import yaml

from content_tools.model.problem import Problem
from content_tools.reading.plan import read_plan
from tests.conftest import EXAMPLE

CASES = Path(__file__).parent / "cases"
FILE = "data/program/contoh.yml"
MARK = "▸"
PROGRAM = """\
id: "contoh"
status_data: "contoh"
nama: "Program contoh"
dalam_masterplan: "tidak"
pengelompokan: "penyusun"
dimensi: "tata-kelola"
cakupan: "seluruh_kota"
status: "berjalan"
topik:
  - "surat-izin"
pemrakarsa:
  - "pemerintah"
"""


@dataclass(frozen=True)
class Case:
    """A case with its file's text put together and its mark turned into a place."""

    expected: dict[str, Any]
    text: str
    line: int
    column: int


def _without(keys: list[str]) -> str:
    """`PROGRAM` with these keys and their lists left out."""
    kept, keeping = [], True
    for line in PROGRAM.splitlines(keepends=True):
        if not line.startswith(" "):
            keeping = line.split(":")[0] not in keys
        kept.append(line if keeping else "")
    return "".join(kept)


def case(path: Path) -> Case:
    """The case in this file."""
    expected = yaml.safe_load(path.read_text("utf-8"))
    text = "" if expected.get("alone") else _without(expected.get("without", []))
    text += expected.get("text", "")
    before, marked, _ = text.partition(MARK)
    line, column = (before.count("\n") + 1, len(before) - before.rfind("\n")) if marked else (1, 1)
    return Case(expected, text.replace(MARK, ""), line, column)


@pytest.fixture
def small_city(tmp_path: Path) -> Path:
    """A data folder with a site, a city, a masterplan and its frames, and nothing else."""
    for name in ("situs.yml", "kota.yml", "masterplan.yml", "kerangka"):
        source = EXAMPLE / "data" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    (tmp_path / "program").mkdir()
    return tmp_path


def attribute(record: object, path: str) -> str:
    """`budgets.0.amount` of a record, as text; several texts joined by `|`."""
    found = reduce(
        lambda part, step: part[int(step)] if step.isdigit() else getattr(part, step), path.split("."), record
    )  # type: ignore[index]
    return "|".join(found) if isinstance(found, tuple) else str(found)


def _parameters() -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in sorted(CASES.glob("*.yml"))]


@pytest.mark.parametrize("path", _parameters())
def test_what_people_write_is_read_or_refused_with_the_repair(path: Path, small_city: Path) -> None:
    wanted = case(path)
    (small_city / "program" / "contoh.yml").write_text(wanted.text, "utf-8")
    plan, problems = read_plan(small_city)
    assert plan is not None
    if "reads" in wanted.expected:
        assert problems == []
        program = plan.programs["contoh"]
        assert {key: attribute(program, key) for key in wanted.expected["reads"]} == wanted.expected["reads"]
        return
    told = [problem for problem in problems if wanted.expected["problem"] in problem.message]
    assert told, [problem.message for problem in problems]
    problem: Problem = told[0]
    assert wanted.expected["repair"] in problem.hint
    assert (problem.file, problem.line, problem.column) == (FILE, wanted.line, wanted.column)
    if "found" in wanted.expected:
        assert problem.found == wanted.expected["found"]
