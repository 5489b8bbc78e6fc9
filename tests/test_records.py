"""The real city's records: everything in the files is read, each thing once, and nothing beyond it."""

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
from tests.site.built_page import records

FILES = sorted((ROOT / "data").rglob("*.yml"))
METRO = Path("metro")
MASTERPLAN = records(METRO, "masterplan")[0]

until_the_plan_is_known = pytest.mark.skipif(
    MASTERPLAN["status"] != "belum_diketahui", reason="masterplan kota sudah diketahui"
)


@cache
def plan() -> Plan:
    """The real city."""
    found, problems = read_plan(ROOT / "data")
    assert found is not None
    assert problems == []
    return found


@pytest.mark.parametrize(
    "collection",
    ["program", "indikator", "instansi", "wilayah", "regulasi", "dokumen", "riwayat", "belum_ditemukan", "ditahan", "sumber", "istilah"],
)  # fmt: skip
def test_every_record_in_the_files_is_read(collection: str) -> None:
    written = [record["id"] for record in records(METRO, collection)]
    assert sorted(plan().collection(collection)) == sorted(written)


def test_the_city_has_the_kecamatan_and_kelurahan_that_its_facts_count() -> None:
    counted = {fact["satuan"]: int(fact["angka"]) for fact in records(METRO, "kota")[0]["fakta"] if fact.get("satuan") in ("kecamatan", "kelurahan")}  # fmt: skip
    assert Counter(place.kind.value for place in plan().places.values()) == counted
    assert all(place.parent in plan().places for place in plan().places.values() if not place.is_district)


def test_the_plan_has_the_dimensions_and_topics_of_the_frames_that_it_names() -> None:
    frames = {frame["id"]: frame["butir"] for frame in records(METRO, "kerangka")}
    dimensions = frames[MASTERPLAN["kerangka_dimensi"]]
    frame = plan().dimension_frame
    inside = Counter(item["induk"] for item in dimensions if "induk" in item)
    assert {item.code: len(frame.inside(item.code)) for item in frame.tops} == inside
    assert list(plan().dimensions) == [item["kode"] for item in dimensions if "induk" not in item]
    assert list(plan().topics) == [item["kode"] for item in frames[MASTERPLAN["kerangka_topik"]]]


def published_and_held_back() -> Counter[str]:
    """How often each figure of the real city stands in its records."""
    return Counter(
        [
            *(value.id for indicator in plan().indicators.values() for value in indicator.values),
            *(fact.id for fact in plan().city.facts),
            *(figure.id for program in plan().programs.values() for figure in program.figures if figure.id),
            *plan().withheld,
        ]
    )


def test_no_figure_is_published_twice_or_published_and_held_back() -> None:
    found = published_and_held_back()
    assert len(found) > 100
    assert [name for name, times in found.items() if times > 1] == []


@pytest.mark.counted
def test_every_figure_that_was_handed_over_is_published_or_held_back() -> None:
    handed_over = (Path(__file__).parent / "figures.txt").read_text("utf-8").split()
    assert len(handed_over) == len(set(handed_over))
    lost = sorted(set(handed_over) - published_and_held_back().keys())
    assert lost == [], "if these were withdrawn on purpose, take them off tests/figures.txt"


def test_a_figure_that_is_held_back_says_why() -> None:
    assert all(held.explanation for held in plan().withheld.values())


@pytest.mark.counted
@until_the_plan_is_known
def test_no_program_is_said_to_be_in_the_masterplan() -> None:
    assert {program.in_masterplan.value for program in plan().programs.values()} == {"belum_diketahui"}
    assert {program.grouping.value for program in plan().programs.values()} == {"penyusun"}


@pytest.mark.counted
@until_the_plan_is_known
def test_no_program_is_called_a_quick_win() -> None:
    assert [program.id for program in plan().programs.values() if program.quick_win] == []
    assert [
        path.name for path in FILES if re.search(r"^\s*quick_win:", path.read_text("utf-8"), re.MULTILINE)
    ] == []


def test_no_record_of_the_real_city_is_invented() -> None:
    invented = [record.id for record in plan().records() if record.data_status.value == "contoh"]
    assert invented == []


@pytest.mark.counted
@until_the_plan_is_known
def test_sub_dimensions_stages_and_periods_that_no_source_states_stay_absent() -> None:
    assert [program.id for program in plan().programs.values() if program.subdimension or program.stage] == []
    assert plan().masterplan.period is None
    assert plan().masterplan.stages == ()


def test_a_program_has_news_exactly_where_its_file_tells_some() -> None:
    told = {record["id"] for record in records(METRO, "program") if "kabar_terakhir" in record}
    assert {program.id for program in plan().programs.values() if program.last_news is not None} == told


def test_a_body_not_known_to_exist_has_no_page() -> None:
    planned = [body["id"] for body in records(METRO, "instansi") if body.get("keberadaan") == "direncanakan"]
    assert [agency.id for agency in plan().agencies.values() if not agency.has_page] == planned


def _told(root: Path) -> list[tuple[str, str, str, str]]:
    _, problems = check_project(Project.at(root))
    return [(problem.severity.value, problem.file, problem.key, problem.rule) for problem in problems]


def test_the_real_city_has_no_errors_and_is_warned_of_what_its_site_lacks() -> None:
    told = _told(ROOT)
    assert [problem for problem in told if problem[0] == "galat"] == []
    site = records(METRO, "situs")[0]
    lacking = {
        ("peringatan", "data/situs.yml", "nama", "kanal-koreksi"): "kanal_koreksi" not in site,
        ("peringatan", "data/situs.yml", "pengelola.jenis", "pengelola"): site["pengelola"]["jenis"] == "belum_ditetapkan",
    }  # fmt: skip
    assert {problem: told.count(problem) for problem in lacking} == lacking


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


# The form of the files, as the form editor writes them; people may write otherwise

_LINE = re.compile(
    r"""
    (?P<dashes>(?:\ \ )*(?:-\ )?)                # two blanks a level, a dash for each item
    (?:[a-z_]+:(?:\ (?P<value>.+))?              # a key, alone or with a value
      |(?P<item>".*"|true|false|-?\d+))         # or an item
    """,
    re.VERBOSE,
)
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|(?:true|false|-?\d+)')


def test_files_are_utf_8_with_plain_line_ends_and_no_tab() -> None:
    for path in sorted((EXAMPLE / "data").rglob("*.yml")):
        data = path.read_bytes()
        assert b"\t" not in data, path.name
        assert b"\r" not in data, path.name
        assert not data.startswith(b"\xef\xbb\xbf"), path.name
        assert data.endswith(b"\n"), path.name
        assert not data.endswith(b"\n\n"), path.name
        assert " \n" not in data.decode("utf-8"), path.name


def test_texts_stand_in_double_quotes_and_lists_on_lines_of_their_own() -> None:
    odd = []
    for path in sorted((EXAMPLE / "data").rglob("*.yml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            match = _LINE.fullmatch(line)
            value = match and (match["value"] or match["item"])
            if not match or (value and not _VALUE.fullmatch(value)):
                odd.append(f"{path.name}:{number}: {line}")
    assert odd == []


def test_keys_of_a_program_stand_in_the_order_of_the_model() -> None:
    order = [field.alias for field in Program.model_fields.values()]
    for path in sorted((EXAMPLE / "data" / "program").glob("*.yml")):
        keys = re.findall(r"^([a-z_]+):", path.read_text("utf-8"), re.MULTILINE)
        assert keys == sorted(keys, key=order.index), path.name
