"""What staff get wrong: one file for each mistake in `cases/`, with what it must be told as.

A case makes the mistake in `file` (`change` … `to`, or the lines of a `record`, or the whole `text`, or bytes, …) and
names the `code`, the file when it is told elsewhere (`in`), text of the line it points `at`, and words of message and
repair; `also` are codes of what follows from it. Without a code it is accepted, and what it is read as is under `reads`.
"""

from __future__ import annotations

from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import yaml

from content_tools.model.problem import ERROR, WARNING, Problem
from content_tools.pages.catalogue import KINDS, kind_of
from content_tools.reading.files import load
from tests.mistakes.city import City

FOLDER = Path(__file__).parent / "cases"
CASES: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yml"))
}
REFUSED = {name: case for name, case in CASES.items() if "code" in case}
ACCEPTED = {name: case for name, case in CASES.items() if "code" not in case}


def told_as(city: City, case: dict[str, Any], problems: list[Problem]) -> list[Problem]:
    """The problems that fit a case: its file, line, words and repair."""
    return [
        problem
        for problem in problems
        if problem.file == case.get("in", case["file"])
        and kind_of(problem).code == case["code"]
        and case.get("at", "") in city.line(problem)
        and case["says"] in problem.message
        and case["repair"] in problem.hint
        and problem.severity is (WARNING if case.get("warning") else ERROR)
    ]


def attribute(record: object, path: str) -> str:
    """`programs.mpp.budgets.0.amount` of a plan, as text."""

    def step(part: Any, name: str) -> Any:
        if name.isdigit():
            return part[int(name)]
        return part[name] if hasattr(part, "keys") else getattr(part, name)

    return str(reduce(step, path.split("."), record))


@pytest.mark.parametrize("name", REFUSED)
def test_a_mistake_is_told_with_its_code_place_and_repair(city: City, name: str) -> None:
    case = REFUSED[name]
    city.make(case)
    _, problems = city.check()
    assert len(told_as(city, case, problems)) == 1, problems
    assert {kind_of(problem).code for problem in problems} == {case["code"], *case.get("also", ())}
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_habit_is_accepted_and_read_right(city: City, name: str) -> None:
    case = ACCEPTED[name]
    city.make(case)
    plan, problems = city.check()
    assert problems == []
    assert {path: attribute(plan, path) for path in case["reads"]} == case["reads"]


def test_all_mistakes_are_told_in_one_run(city: City) -> None:
    together = {name: case for name, case in CASES.items() if not case.get("alone")}
    assert len(together) > 90
    for case in together.values():
        city.make(case)
    plan, problems = city.check()
    refused = {name: case for name, case in together.items() if "code" in case}
    missed = [name for name, case in refused.items() if len(told_as(city, case, problems)) != 1]
    assert missed == []
    accepted = [case for case in together.values() if "code" not in case]
    for case in accepted:
        assert {path: attribute(plan, path) for path in case["reads"]} == case["reads"]
    assert len(problems) - len(refused) < 15, "one mistake is told as many"


def test_at_least_forty_kinds_of_mistakes_have_a_case() -> None:
    assert len({case["code"] for case in REFUSED.values()}) >= 40
    assert len(REFUSED) >= 80


def test_only_what_is_meant_to_be_let_through_is_let_through() -> None:
    assert {name for name, case in REFUSED.items() if case.get("warning")} == {
        "realisasi-melebihi-pagu",
        "sumber-tak-dikutip",
    }
    assert set(ACCEPTED) == {
        "angka-koma-diterima",
        "angka-ribuan-diterima",
        "bom-diterima",
        "crlf-diterima",
        "kurang-dari-diterima",
        "rupiah-diterima",
        "tanggal-kata-diterima",
    }


def test_a_file_that_cannot_be_opened_is_told_and_not_fatal(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    text, problems = load(city.root / "data" / "kota.yml", "data/kota.yml")
    assert text is None
    assert [(problem.place, kind_of(problem).code) for problem in problems] == [("data/kota.yml", "MP101")]
    assert "boleh dibaca" in problems[0].hint


UNCASED = {"MP101"}
"""Tested above: no copy of a city holds a file that nobody may open."""


def test_every_kind_has_a_case_or_an_example_that_is_tried() -> None:
    cased = {case["code"] for case in REFUSED.values()} | UNCASED
    told_here = {kind.code for kind in KINDS if not kind.where and not kind.code.startswith("MP5")}
    assert told_here <= cased, "MP5 is told by the import from spreadsheets: tests/editing/excel"
    assert cased <= {kind.code for kind in KINDS}
