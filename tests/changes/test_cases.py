"""One file per case: what someone changes in the invented city, and what they are told.

Each file in `cases/` names texts to replace (`edits`, in files of `data/`; `everywhere`, in all of them), files that
are `gone` or `moved`; `before` and `before_gone` do the same to the older side first.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from content_tools.changes.compare import compare
from content_tools.model.plan import Plan
from content_tools.reading.plan import Memory, read_plan
from tests.conftest import EXAMPLE

CASES = Path(__file__).parent / "cases"
READ: Memory = {}


@cache
def older() -> Plan:
    """The invented city as it stands."""
    plan, problems = read_plan(EXAMPLE / "data", memory=READ)
    assert plan is not None and not problems
    return plan


def edited(root: Path, edits: dict[str, list[list[str]]]) -> None:
    """Replace each text, which must be there."""
    for file, pairs in edits.items():
        path = root / file
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert old in text, f"{file}: {old!r}"
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")


def read(root: Path) -> Plan:
    """The plan in this folder, which must be readable."""
    plan, problems = read_plan(root, memory=READ)
    assert plan is not None and not problems, problems
    return plan


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.yml")))
def test_what_changed_is_told(name: str, tmp_path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    data = tmp_path / "data"
    shutil.copytree(EXAMPLE / "data", data)
    before = older()
    if "before" in case or "before_gone" in case:
        kept = {file: (data / file).read_text("utf-8") for file in case.get("before_gone", ())}
        edited(data, case.get("before", {}))
        for file in kept:
            (data / file).unlink()
        before = read(data)
        for file, text in kept.items():
            (data / file).write_text(text, "utf-8")
    for old, new in case.get("moved", {}).items():
        (data / old).rename(data / new)
    for file in case.get("gone", ()):
        (data / file).unlink()
    edited(data, case.get("edits", {}))
    for path in sorted(data.rglob("*.yml")) if "everywhere" in case else ():
        text = path.read_text("utf-8")
        for old, new in case["everywhere"]:
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    changes = compare(before, read(data))
    assert [change.sentence() for change in changes] == case["expected"]
    assert sum(change.loud for change in changes) == case.get("loud", 0)
