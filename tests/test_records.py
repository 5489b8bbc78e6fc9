"""The real city's records: all of the public record, each thing once, and nothing beyond it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from content_tools.model.plan import Plan
from content_tools.model.program import Program
from content_tools.pages.checking import check_project
from content_tools.reading.plan import read_plan
from content_tools.reading.project import Project
from tests.conftest import EXAMPLE, ROOT

FILES = sorted((ROOT / "data").rglob("*.yml"))


@cache
def plan() -> Plan:
    """The real city."""
    found, problems = read_plan(ROOT / "data")
    assert found is not None
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("collection", "count"),
    [
        ("program", 74),
        ("instansi", 36),
        ("regulasi", 44),
        ("dokumen", 8),
        ("riwayat", 27),
        ("belum_ditemukan", 20),
        ("sumber", 228 + 5),
    ],
)
def test_every_record_of_the_public_record_is_here(collection: str, count: int) -> None:
    assert len(plan().collection(collection)) == count


def test_the_city_has_five_kecamatan_and_22_kelurahan() -> None:
    assert Counter(place.kind.value for place in plan().places.values()) == {"kecamatan": 5, "kelurahan": 22}
    assert all(place.parent in plan().places for place in plan().places.values() if not place.is_district)


def test_the_plan_has_six_dimensions_of_three_and_twelve_topics() -> None:
    frame = plan().dimension_frame
    assert {item.code: len(frame.inside(item.code)) for item in frame.tops} == dict.fromkeys(
        plan().dimensions, 3
    )
    assert (len(plan().dimensions), len(plan().topics)) == (6, 12)


def test_every_figure_is_published_or_held_back_exactly_once() -> None:
    known = (Path(__file__).parent / "figures.txt").read_text("utf-8").split()
    assert len(known) == len(set(known)) == 114
    found = Counter(
        [
            *(value.id for indicator in plan().indicators.values() for value in indicator.values),
            *(fact.id for fact in plan().city.facts),
            *(figure.id for program in plan().programs.values() for figure in program.figures if figure.id),
            *plan().withheld,
        ]
    )
    assert {name: found[name] for name in known if found[name] != 1} == {}
    assert [name for name, times in found.items() if times > 1] == []


def test_a_figure_that_is_held_back_says_why() -> None:
    assert len(plan().withheld) == 10
    assert all(held.explanation for held in plan().withheld.values())


def test_no_program_is_said_to_be_in_the_masterplan() -> None:
    assert {program.in_masterplan.value for program in plan().programs.values()} == {"belum_diketahui"}
    assert {program.grouping.value for program in plan().programs.values()} == {"penyusun"}


def test_no_program_is_called_a_quick_win() -> None:
    assert [program.id for program in plan().programs.values() if program.quick_win] == []
    assert [
        path.name for path in FILES if re.search(r"^\s*quick_win:", path.read_text("utf-8"), re.MULTILINE)
    ] == []


def test_no_record_is_called_adopted_or_invented_without_ground() -> None:
    invented = [record.id for record in plan().records() if record.data_status.value == "contoh"]
    assert invented == []


def test_sub_dimensions_stages_and_periods_that_no_source_states_stay_absent() -> None:
    assert [program.id for program in plan().programs.values() if program.subdimension or program.stage] == []
    assert plan().masterplan.period is None
    assert plan().masterplan.stages == ()


def test_every_status_has_news_but_for_two_programs() -> None:
    assert len([program.id for program in plan().programs.values() if program.last_news is None]) == 2


def test_a_body_not_known_to_exist_has_no_page() -> None:
    assert [agency.id for agency in plan().agencies.values() if not agency.has_page] == ["damkar"]


def _told(root: Path) -> list[tuple[str, str, str, str]]:
    _, problems = check_project(Project.at(root))
    return [(problem.severity.value, problem.file, problem.key, problem.rule) for problem in problems]


def test_the_real_city_has_no_errors_and_two_warnings() -> None:
    assert _told(ROOT) == [
        ("peringatan", "data/situs.yml", "nama", "kanal-koreksi"),
        ("peringatan", "data/situs.yml", "pengelola.jenis", "pengelola"),
    ]


def test_the_invented_city_has_no_errors_and_one_warning() -> None:
    assert _told(EXAMPLE) == [
        ("peringatan", "data/program/air-hilang.yml", "anggaran[4].jumlah", "realisasi-melebihi-pagu")
    ]


def test_the_records_are_read_alike_in_another_language_and_time_zone() -> None:
    program = (
        "from pathlib import Path; from content_tools.reading.plan import read_plan; import hashlib;"
        "print(hashlib.sha256(repr(read_plan(Path('data'))[0].programs.items()).encode()).hexdigest())"
    )
    settings = [
        {"LC_ALL": "C", "TZ": "UTC"},
        {"LC_ALL": "C.UTF-8", "TZ": "Asia/Jakarta", "PYTHONHASHSEED": "7"},
    ]
    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, **more},
        ).stdout
        for more in settings
    ]
    assert told[0]
    assert told[0] == told[1]


# The form of the files

_LINE = re.compile(
    r"""
    (?P<dashes>(?:\ \ )*(?:-\ )?)                # two blanks a level, a dash for each item
    (?:[a-z_]+:(?:\ (?P<value>.+))?              # a key, alone or with a value
      |(?P<item>".*"|true|false|-?\d+))         # or an item
    """,
    re.VERBOSE,
)
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|(?:true|false|-?\d+)')


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["real", "invented"])
def test_files_are_utf_8_with_plain_line_ends_and_no_tab(root: Path) -> None:
    for path in sorted((root / "data").rglob("*.yml")):
        data = path.read_bytes()
        assert b"\t" not in data, path.name
        assert b"\r" not in data, path.name
        assert not data.startswith(b"\xef\xbb\xbf"), path.name
        assert data.endswith(b"\n"), path.name
        assert not data.endswith(b"\n\n"), path.name
        assert " \n" not in data.decode("utf-8"), path.name


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["real", "invented"])
def test_texts_stand_in_double_quotes_and_lists_on_lines_of_their_own(root: Path) -> None:
    odd = []
    for path in sorted((root / "data").rglob("*.yml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            match = _LINE.fullmatch(line)
            value = match and (match["value"] or match["item"])
            if not match or (value and not _VALUE.fullmatch(value)):
                odd.append(f"{path.name}:{number}: {line}")
    assert odd == []


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["real", "invented"])
def test_keys_of_a_program_stand_in_the_order_of_the_model(root: Path) -> None:
    order = [field.alias for field in Program.model_fields.values()]
    for path in sorted((root / "data" / "program").glob("*.yml")):
        keys = re.findall(r"^([a-z_]+):", path.read_text("utf-8"), re.MULTILINE)
        assert keys == sorted(keys, key=order.index), path.name
