"""The house keeps its own rules: which room may use which, who knows what, and no city in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from content_tools.model.plan import Plan
from content_tools.reading.plan import read_plan
from tests.conftest import EXAMPLE, ROOT

PACKAGE = ROOT / "content_tools"
FLOORS = (
    ("model",),
    ("reading",),
    ("rules",),
    ("insight",),
    ("changes",),
    ("visuals",),
    ("pages",),
    ("search", "exports", "editing"),
    ("hooks", "cli"),
)
"""From left to right. A room imports only rooms of floors to its left."""

ALONE = "release"
"""The room that knows only built folders: it imports no other and only the doors import it."""

PLACE = {room: number for number, floor in enumerate(FLOORS) for room in floor}
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
LINES = 320

LONG_FOR_A_REASON = {
    "model/choices.py": "one list of allowed values, read by looking up, not from top to bottom",
}


def name(path: Path) -> str:
    """A module as people point at it: `pages/program.py`."""
    return path.relative_to(PACKAGE).as_posix()


def room(path: Path) -> str:
    """The room a module lies in; a door is a room of its own."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a module imports, wherever the import stands."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def users_of(module: str) -> set[str]:
    """The modules that import this one or a part of it."""
    return {
        name(path) for path in MODULES if any(f"{found}.".startswith(f"{module}.") for found in imports(path))
    }


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_uses_only_rooms_to_its_left(path: Path) -> None:
    own = room(path)
    if own in ("__init__", "__main__"):
        return
    used = {found.split(".")[1] for found in imports(path) if found.startswith("content_tools.")} - {own}
    if own == ALONE:
        assert used == set()
        return
    right = {other for other in used if other != ALONE and PLACE[other] >= PLACE[own]}
    assert right == set(), f"{name(path)} looks to the right"


def test_every_room_has_its_place() -> None:
    rooms = {room(path) for path in MODULES} - {"__init__", "__main__", ALONE}
    assert rooms <= set(PLACE)


def test_only_the_hook_knows_mkdocs() -> None:
    assert users_of("mkdocs") <= {"hooks.py"}
    assert users_of("material") <= {"hooks.py"}


def test_only_reading_and_editing_know_yaml() -> None:
    known = {user.split("/")[0] for user in users_of("yaml") | users_of("ruamel")}
    assert known <= {"reading", "editing"}


def test_only_doors_use_release() -> None:
    users = {user.split("/")[0] for user in users_of("content_tools.release")}
    assert users <= {"release", "hooks.py", "cli"}


def test_only_the_command_prints_and_exits() -> None:
    found = set()
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "print",
                "sys.exit",
                "exit",
                "quit",
                "os._exit",
            ):
                found.add(room(path))
    assert found <= {"cli"}


@pytest.mark.parametrize(
    "word", ["date.today", "datetime.now", "datetime.today", "time.time", "os.environ", "os.getenv"]
)
def test_the_clock_and_the_environment_are_read_at_the_edge_only(word: str) -> None:
    users = {
        name(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == word
    }
    assert {user for user in users if not user.startswith("cli/")} <= {"reading/dates.py", "hooks.py"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LINES or name(path) in LONG_FOR_A_REASON, f"{lines} lines"


def test_no_reason_outlives_its_long_module() -> None:
    assert [
        file for file in LONG_FOR_A_REASON if (PACKAGE / file).read_text("utf-8").count("\n") <= LINES
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    if path.name != "__main__.py":
        assert ast.get_docstring(tree(path))


def test_every_package_says_which_room_it_is() -> None:
    for path in PACKAGE.glob("*/__init__.py"):
        opening = "Commands: " if path.parent.name == "cli" else "Room: "
        assert (ast.get_docstring(tree(path)) or "").startswith(opening), name(path)
    map_of_house = ast.get_docstring(tree(PACKAGE / "__init__.py")) or ""
    built = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {word for word in built if not re.search(rf"\b{word}\b", map_of_house)} == set()


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc"])
def test_no_room_is_a_drawer_for_everything(word: str) -> None:
    assert [name(path) for path in MODULES if word in path.stem] == []


# The city is data

ORDINARY = {
    "topik": "the key under which every program names its topics",
    "Inspektorat": "a kind of public body in every city (model/choices.py)",
    "mobilitas": "an ordinary word",
    "lingkungan": "an ordinary word",
    "ekonomi": "an ordinary word",
    "masyarakat": "an ordinary word",
    "kehidupan": "an ordinary word",
    "people": "an ordinary English word",
    "economy": "an ordinary English word",
    "environment": "an ordinary English word; Jinja and the system have one",
    "living": "an ordinary English word: `Facts.living` are programs that were not withdrawn",
}
"""Words of a city's data that the code may use in another sense. Codes are still refused as quoted values."""


@cache
def cities() -> tuple[Plan, ...]:
    """Both cities."""
    plans = [read_plan(root / "data")[0] for root in (ROOT, EXAMPLE)]
    return tuple(plan for plan in plans if plan is not None)


def words_of(plan: Plan) -> set[str]:
    """Names that only a city's data may hold."""
    names = {plan.city.name.removeprefix("Kota ").removeprefix("Kabupaten "), plan.city.name, plan.site.name}
    names |= {place.name for place in plan.places.values()}
    names |= {agency.name for agency in plan.agencies.values()}
    names |= {agency.abbreviation for agency in plan.agencies.values() if len(agency.abbreviation) >= 4}
    names |= set(plan.dimensions) | set(plan.frames)
    names |= {program.name for program in plan.programs.values() if " " in program.name}
    names |= {plan.city.province.removesuffix(" (contoh)")}
    return names


WRITTEN = sorted(path for end in ("py", "html", "css", "js") for path in PACKAGE.rglob(f"*.{end}"))


def test_both_cities_are_looked_at() -> None:
    assert [len(plan.programs) > 50 for plan in cities()] == [True, True]


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_no_name_of_a_city_stands_in_the_code(path: Path) -> None:
    text = path.read_text("utf-8")
    words = set().union(*(words_of(plan) for plan in cities())) - set(ORDINARY)
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})(?!\w)"
    )
    found = [
        f"{name(path)}:{text.count(chr(10), 0, m.start()) + 1}: {m.group()}" for m in pattern.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_no_dimension_or_topic_is_named_as_a_value(path: Path) -> None:
    text = path.read_text("utf-8")
    codes = {code for plan in cities() for code in (*plan.dimensions, *plan.topics)} - {"kesehatan"}
    found = [code for code in sorted(codes) if f'"{code}"' in text or f"'{code}'" in text]
    assert found == []
