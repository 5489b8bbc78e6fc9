"""The day the enacted plan arrives: the invented city before it, the steps of the guide, and what is told of them.

The guide shows this very text, so that it never tells what the commands no longer do.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from content_tools.changes.compare import compare
from content_tools.changes.told import as_text, known_sources
from content_tools.editing.canonical import plain
from content_tools.editing.desk import Desk
from content_tools.editing.merging import merge
from content_tools.editing.renaming import rename
from content_tools.editing.retiring import retire
from content_tools.model.plan import Plan
from content_tools.reading.plan import read_plan
from content_tools.reading.project import Project
from tests.conftest import EXAMPLE, ROOT, copied

CASE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "enactment.yml").read_text("utf-8"))
GUIDE = ROOT / "docs" / "panduan" / "naskah-resmi.md"


def plan_of(root: Path) -> Plan:
    """The plan of a project that holds no errors."""
    plan, problems = read_plan(root / "data")
    assert plan is not None
    assert problems == []
    return plan


def step(root: Path, work: Any, *arguments: Any) -> None:
    """One command of the guide."""
    desk = Desk(Project.at(root))
    work(desk, *arguments)
    assert desk.new_problems() == []
    desk.save()


@pytest.fixture(scope="module")
def enacted(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What is told of the whole way from the gathered records to the enacted plan, and the project at its end."""
    scratch = copied(tmp_path_factory.mktemp("penetapan") / "kota")
    root = scratch.root
    for edit in CASE["before"]:
        text = (root / edit["file"]).read_text("utf-8")
        assert edit["change"] in text, edit
        scratch.edit(edit["file"], lambda text, edit=edit: text.replace(edit["change"], edit["to"], 1))
    for file, text in CASE["new_files"].items():
        (root / file).write_text(text, "utf-8")
    before = plan_of(root)
    step(root, merge, "kebun-warga", "kebun-atap")
    step(root, rename, "dasbor-kota", "dasbor-keadaan-kota")
    step(root, retire, "cafe-data", "Pertemuan warga, bukan program.", date(2026, 11, 24))
    for edit in CASE["before"]:
        moved = edit["file"].replace("dasbor-kota", "dasbor-keadaan-kota")
        scratch.edit(moved, lambda text, edit=edit: text.replace(edit["to"], edit["change"], 1))
    after = plan_of(root)
    return as_text(compare(before, after), known_sources(before, after)), root


def test_the_guide_shows_what_is_really_told(enacted: tuple[str, Path]) -> None:
    told, _ = enacted
    shown = GUIDE.read_text("utf-8").split("```text\n", 1)[1].split("```", 1)[0]
    assert shown.strip() == told.strip()


def test_what_remains_is_the_enacted_plan(enacted: tuple[str, Path]) -> None:
    after, wanted = plan_of(enacted[1]), plan_of(EXAMPLE)
    assert after.masterplan == wanted.masterplan
    assert set(wanted.programs) - set(after.programs) == {"dasbor-kota"}
    renamed = plain(after.programs["dasbor-keadaan-kota"])
    assert renamed | {"id": "dasbor-kota"} == {
        **plain(wanted.programs["dasbor-kota"]),
        "id_lama": ["dasbor-kota"],
    }
