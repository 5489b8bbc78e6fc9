"""Codes are for ever: each kind of problem has one, none is used again, none is declared for nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from content_tools.model.problem import Kind
from content_tools.pages.catalogue import GROUPS, KINDS, grouped
from content_tools.pages.messages import visible
from content_tools.rules import RULES
from tests.conftest import ROOT

LISTED = Path(__file__).parent / "codes.tsv"
"""Every code ever given, with the id of its kind. Lines are added, never changed: people look codes up for years."""

PACKAGE = ROOT / "content_tools"
MODULES = sorted(PACKAGE.rglob("*.py"))


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a module, but for what stands inside a declaration of a kind."""
    pending: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call):
            if ast.unparse(node.func) == "Kind":
                continue
            yield node
        pending += ast.iter_child_nodes(node)


def texts(path: Path) -> Iterator[str]:
    """Every text in a module, but for what stands inside a declaration of a kind."""
    pending: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Kind":
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        pending += ast.iter_child_nodes(node)


def test_no_code_changes_its_meaning() -> None:
    listed = [tuple(line.split("\t")) for line in LISTED.read_text("utf-8").splitlines()]
    assert len({code for code, _ in listed}) == len(listed)
    assert {(kind.code, kind.id) for kind in KINDS} <= set(listed)


def test_codes_and_ids_are_unique() -> None:
    assert len({kind.code for kind in KINDS}) == len({kind.id for kind in KINDS}) == len(KINDS) > 100
    assert [kind.code for kind in KINDS if not re.fullmatch(r"MP[1-5]\d\d", kind.code)] == []


def test_every_code_stands_in_the_group_of_its_beginning() -> None:
    listed = grouped()
    starts = sorted({kind.code[:3] for kind in KINDS})
    assert [title for title, _ in listed] == [GROUPS[start] for start in starts]
    assert [kind for _, some in listed for kind in some] == list(KINDS)


def test_rules_have_codes_of_their_own_group() -> None:
    assert {rule.kind.code[:3] for rule in RULES} == {"MP3"}


def test_every_problem_names_a_kind_that_is_declared() -> None:
    ids = {kind.id for kind in KINDS}
    named = {
        (path.relative_to(PACKAGE).as_posix(), word.value.value)
        for path in MODULES
        for call in calls(path)
        for word in call.keywords
        if word.arg == "rule" and isinstance(word.value, ast.Constant)
    }
    named |= {
        (path.relative_to(PACKAGE).as_posix(), call.args[0].value)
        for path in MODULES
        for call in calls(path)
        if ast.unparse(call.func) == "refuse" and isinstance(call.args[0], ast.Constant)
    }
    assert len(named) > 40
    assert {place for place in named if place[1] not in ids} == set()


def test_every_problem_outside_the_rules_names_its_kind() -> None:
    silent = {
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in MODULES
        if path.parent.name != "rules" and path.name != "base.py"
        for call in calls(path)
        if ast.unparse(call.func) == "Problem"
        and len(call.args) < 6
        and not any(word.arg == "rule" for word in call.keywords)
    }
    assert silent == set()


def test_every_kind_is_found_by_something() -> None:
    used = {text for path in MODULES for text in texts(path)} | {rule.id for rule in RULES}
    assert [kind.id for kind in KINDS if kind.id not in used] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_teaches_in_short_plain_sentences(kind: Kind) -> None:
    assert kind.wrong != kind.right
    assert not kind.title.endswith(".")
    for text in (kind.protects, kind.repair):
        assert text.endswith((".", "://", ":."))
        sentences = re.split(r"(?<=[.?!;])\s", text)
        assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []
        assert re.search(r"\b(dalam rangka|guna|adapun)\b", text, re.IGNORECASE) is None
    if kind.where:
        assert kind.wrong.endswith("\n")
        assert kind.right.endswith("\n")
        shown = visible(f"{kind.wrong}{kind.right}").splitlines()
        assert [line for line in shown if len(line) > 36] == [], "a phone shows 36 letters of a line"
