"""`data/sinonim.yml`: a city may do without it; what is wrong in it is told with its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from content_tools.reading.plan import read_plan
from tests.conftest import EXAMPLE

RIGHT = """\
sinonim:
  - kata:
      - "duit"
      - "uang"
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The invented city's records without its synonyms."""
    data = shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    (data / "sinonim.yml").unlink()
    return data


def test_a_city_may_do_without(city: Path) -> None:
    plan, problems = read_plan(city)
    assert plan is not None
    assert (plan.synonyms.groups, problems) == ((), [])


def test_groups_are_read_in_their_order(city: Path) -> None:
    (city / "sinonim.yml").write_text(RIGHT, "utf-8")
    plan, problems = read_plan(city)
    assert plan is not None
    assert [group.words for group in plan.synonyms.groups] == [("duit", "uang")]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (RIGHT.replace('      - "uang"\n', ""), 2, "“kata” terlalu sedikit", "Isi paling sedikit 2."),
        (RIGHT.replace("kata:", "kta:"), 2, "kunci wajib “kata” tidak ada", "Tambahkan baris: kata: …"),
        (RIGHT.replace('"uang"', '""'), 4, "", ""),
        ("", 1, "berkas ini kosong", "Isi berkasnya, atau hapus berkasnya."),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    city: Path, text: str, line: int, message: str, hint: str
) -> None:
    (city / "sinonim.yml").write_text(text, "utf-8")
    problems = read_plan(city)[1]
    assert {problem.file for problem in problems} == {"data/sinonim.yml"}
    assert problems[0].line == line
    assert message in problems[0].message
    assert hint in problems[0].hint
