"""The plans that `make bench` measures: exactly as many programs as asked, valid, alike each time, and built."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from content_tools.model.problem import ERROR
from content_tools.pages.checking import check_project
from content_tools.reading.project import Project
from tests.conftest import build


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """`generate.py`, which is a script beside this file."""
    spec = importlib.util.spec_from_file_location("bench_generate", Path(__file__).parent / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("programs", [30, 150])
def test_a_generated_plan_has_the_programs_asked_for_and_no_error(
    generator: ModuleType, tmp_path: Path, programs: int
) -> None:
    generator.generate(tmp_path / "kota", programs)
    plan, problems = check_project(Project.at(tmp_path / "kota"))
    assert [problem for problem in problems if problem.severity is ERROR] == []
    assert plan is not None and len(plan.programs) == programs


def test_a_generated_program_has_about_two_kilobytes(generator: ModuleType, tmp_path: Path) -> None:
    generator.generate(tmp_path / "kota", 150)
    sizes = [path.stat().st_size for path in (tmp_path / "kota" / "data" / "program").glob("*.yml")]
    assert 1900 <= sum(sizes) / len(sizes) <= 2300


def test_the_same_seed_writes_the_same_files_and_another_seed_others(
    generator: ModuleType, tmp_path: Path
) -> None:
    contents = []
    for name, seed in (("satu", 7), ("dua", 7), ("tiga", 8)):
        generator.generate(tmp_path / name, 90, seed)
        files = sorted((tmp_path / name / "data").rglob("*.yml"))
        contents.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in files])
    assert contents[0] == contents[1]
    assert contents[0] != contents[2]


def test_a_plan_smaller_than_its_pages_name_is_refused(generator: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="sedikitnya"):
        generator.generate(tmp_path / "kota", 5)


def test_a_generated_plan_builds(generator: ModuleType, tmp_path: Path) -> None:
    config = generator.generate(tmp_path / "kota", 30)
    result = build(config, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    pages = [page.read_text("utf-8") for page in (tmp_path / "site" / "program").glob("*/index.html")]
    assert sum('http-equiv="refresh"' not in page for page in pages) == 30
