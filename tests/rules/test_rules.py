"""Every rule with what it refuses and what it lets pass, one file for each rule in `cases/`.

A case changes the invented city (which passes every rule but one warning) and says what is told:
`at` is text of the line the problem must point at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from content_tools.model.problem import WARNING, Problem
from content_tools.pages.checking import check_project
from content_tools.reading.plan import placed, read_plan
from content_tools.reading.project import Project
from content_tools.rules import RULES, check_rules
from tests.conftest import EXAMPLE, Scratch

CASES = Path(__file__).parent / "cases"
STANDING = {("data/program/air-hilang.yml", "realisasi-melebihi-pagu")}
"""The one warning that the invented city shows on purpose."""


def read_case_file(path: Path) -> dict[str, Any]:
    """`fails` and `passes` of one rule."""
    cases: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return cases


def every(kind: str) -> list[Any]:
    """Every case of this kind, with the id of its rule."""
    return [
        pytest.param(
            path.stem,
            case,
            id=f"{path.stem}: {case['about']}",
        )
        for path in sorted(CASES.glob("*.yml"))
        for case in read_case_file(path)[kind]
    ]


def changed(scratch: Scratch, case: dict[str, Any]) -> list[Problem]:
    """Every problem between records after the change of a case."""
    for step in case.get("changes", [case]):
        file = scratch.root / step["file"]
        text = file.read_text("utf-8")
        assert step["change"] in text, f"{step['file']} no longer holds {step['change']!r}"
        file.write_text(text.replace(step["change"], step["to"], 1), "utf-8")
    plan, problems = read_plan(scratch.root / "data")
    assert problems == []
    assert plan is not None
    return [
        problem
        for problem in placed(check_rules(plan), scratch.root / "data")
        if (problem.file, problem.rule) not in STANDING
    ]


@pytest.mark.parametrize(("rule", "case"), every("fails"))
def test_what_a_rule_refuses_is_told_with_place_and_repair(
    scratch: Scratch, rule: str, case: dict[str, Any]
) -> None:
    problems = [problem for problem in changed(scratch, case) if problem.rule == rule]
    assert len(problems) == 1, problems
    problem = problems[0]
    assert (problem.file, problem.key) == (case.get("in", case.get("file")), case["key"])
    assert case["says"] in problem.message
    assert case["repair"] in problem.hint
    line = (scratch.root / problem.file).read_text("utf-8").split("\n")[problem.line - 1]
    assert case["at"] in line
    assert problem.severity is next(known for known in RULES if known.id == rule).severity


@pytest.mark.parametrize(("rule", "case"), every("passes"))
def test_what_a_rule_lets_pass(scratch: Scratch, rule: str, case: dict[str, Any]) -> None:
    assert [problem for problem in changed(scratch, case) if problem.rule == rule] == []


def test_the_invented_city_passes_every_rule_but_shows_one_warning() -> None:
    plan, problems = read_plan(EXAMPLE / "data")
    assert plan is not None
    assert problems == []
    told = check_rules(plan)
    assert {(problem.file, problem.rule) for problem in told} == STANDING
    assert [problem.severity for problem in told] == [WARNING]


def test_a_source_that_only_a_page_cites_is_used(scratch: Scratch) -> None:
    unused = yaml.safe_load((CASES / "sumber-tak-terpakai.yml").read_text("utf-8"))["fails"][0]
    scratch.edit(unused["file"], lambda text: text.replace(unused["change"], unused["to"], 1))
    scratch.edit("docs/tentang/index.md", lambda text: text + "\nLihat [[sumber/lupa]].\n")
    _, problems = check_project(Project.at(scratch.root))
    assert "sumber-tak-terpakai" not in {problem.rule for problem in problems}


def test_every_rule_has_a_case_that_fails_and_one_that_passes() -> None:
    files = {path.stem: read_case_file(path) for path in CASES.glob("*.yml")}
    assert set(files) == {rule.id for rule in RULES}
    assert [name for name, cases in files.items() if not cases["fails"] or not cases["passes"]] == []


def test_every_rule_says_what_it_protects_in_one_sentence() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.kind.protects.endswith(".")
        assert rule.kind.protects.count(".") == 1
