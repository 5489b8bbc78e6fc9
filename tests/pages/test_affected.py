"""The pages named for a change are exactly those on which a reader sees it: compared with printing every page.

What moves everywhere with the newest news is the same on both sides here, as `affected` promises.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from content_tools.insight.facts import Facts
from content_tools.model.choices import ProgramStatus
from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR
from content_tools.model.when import When
from content_tools.pages.affected import AffectedPage, PageState, affected
from content_tools.pages.all import all_pages
from content_tools.pages.converted import converted_html, path_of_uri
from content_tools.pages.press import Press
from content_tools.reading.front_matter import split_page
from content_tools.reading.plan import read_plan
from content_tools.rules import check_rules
from tests.changes.mutations import Mutation, mutations, whole_records
from tests.conftest import EXAMPLE, ROOT
from tests.insight.cities import example

DAY = date(2026, 11, 24)


def with_record(plan: Plan, attribute: str, id: str, **fields: object) -> Plan:
    """The plan with some fields of one record changed."""
    records = dict(getattr(plan, attribute))
    records[id] = records[id].model_copy(update=fields)
    changed: Any = {attribute: MappingProxyType(records)}
    return replace(plan, **changed)


CHANGES: dict[str, Callable[[Plan], Plan]] = {
    "a summary": lambda plan: with_record(plan, "programs", "cafe-data", summary="Ringkasan lain."),
    "a status": lambda plan: with_record(plan, "programs", "bus-kota-reka", status=ProgramStatus.DONE),
    "a name": lambda plan: with_record(plan, "programs", "antrean-daring", name="Antrean Lain"),
    "an agency": lambda plan: with_record(plan, "agencies", "dinas-kominfo", name="Dinas Lain"),
    "a source": lambda plan: with_record(plan, "sources", "apbd-2026", title="Judul lain"),
}


def printed(press: Press) -> dict[str, str]:
    """Every generated page as a reader gets it."""
    return {page.path: press.page_html(page) for page in all_pages(press)}


@pytest.fixture(scope="module")
def before() -> tuple[Press, dict[str, str]]:
    """The invented city as it is, with all its pages."""
    press = Press(Facts(example(), DAY))
    return press, printed(press)


@pytest.mark.parametrize("change", CHANGES)
def test_exactly_the_pages_that_differ_are_named(change: str, before: tuple[Press, dict[str, str]]) -> None:
    press, pages = before
    after = Press(Facts(CHANGES[change](press.plan), DAY))
    now = printed(after)
    differ = {path for path in pages.keys() | now.keys() if pages.get(path) != now.get(path)}
    assert differ
    assert {page.path for page in affected(press, after)} == differ


def test_nothing_changed_is_no_page(before: tuple[Press, dict[str, str]]) -> None:
    assert affected(before[0], Press(Facts(example(), DAY))) == ()


# Many random changes, in both cities, with the pages people wrote.


@cache
def city(name: str) -> Plan:
    """One of the two cities as it stands."""
    plan, _ = read_plan(CITIES[name] / "data")
    assert plan is not None
    return plan


CITIES = {"contoh": EXAMPLE, "metro": ROOT}


def press_of(plan: Plan, docs: Path, newest: When | None) -> Press:
    """A press whose newest news is another plan's."""
    facts = Facts(plan, DAY)
    facts.__dict__["newest_news"] = newest
    return Press(facts, docs)


def everything(press: Press, docs: Path) -> dict[str, str]:
    """Every page, generated or written, as a reader gets it."""
    found = printed(press)
    for path in sorted(docs.rglob("*.md")):
        uri = path.relative_to(docs).as_posix()
        if not uri.startswith("dimensi/"):
            words, text = split_page(path.read_text("utf-8"))
            title = words.get("title") or path.stem.replace("-", " ").capitalize()
            found[path_of_uri(uri)] = converted_html(press, uri, title, text)
    return found


@cache
def as_it_is(name: str, newest: When | None) -> dict[str, str]:
    """The city's pages as they are, under this newest news."""
    return everything(press_of(city(name), CITIES[name] / "docs", newest), CITIES[name] / "docs")


def proven(name: str, plan: Plan, docs: Path | None = None) -> tuple[AffectedPage, ...]:
    """The pages named for a changed plan or changed pages, proven to be exactly those that differ."""
    own = CITIES[name] / "docs"
    docs = docs or own
    after = press_of(plan, docs, Facts(plan, DAY).newest_news)
    pages, now = as_it_is(name, after.facts.newest_news), everything(after, docs)
    differ = {path for path in pages.keys() | now.keys() if pages.get(path) != now.get(path)}
    found = affected(Press(Facts(city(name), DAY), own), Press(Facts(plan, DAY), docs))
    assert {page.path for page in found} == differ
    assert len(found) == len(differ)
    return found


def sound(plan: Plan) -> bool:
    """Whether a site can be built of it."""
    return not any(problem.severity is ERROR for problem in check_rules(plan))


@cache
def by_field(name: str) -> dict[tuple[str, str], list[Mutation]]:
    """Every way to change the city's records, by collection and field; nothing goes that a written page cites."""
    written = "\n".join(path.read_text("utf-8") for path in (CITIES[name] / "docs").rglob("*.md"))
    found: dict[tuple[str, str], list[Mutation]] = {}
    for mutation in (*mutations(city(name), ids=False), *whole_records(city(name))):
        gone = mutation.after is None and getattr(mutation.before, "id", "") in written
        if not gone and not mutation.field.endswith(("id", "code")):
            found.setdefault((mutation.collection, mutation.field), []).append(mutation)
    return found


def groups(name: str, together: int, seed: int) -> Iterator[Plan]:
    """The city with some changes at a time, each field once; what moves everything comes alone."""
    chance = random.Random(seed)
    fields = by_field(name)
    keys = chance.sample(sorted(fields), len(fields))
    everywhere = [key for key in keys if key[0] in ("kerangka", "situs", "kota", "masterplan")]
    others = [key for key in keys if key not in everywhere]
    chosen = [others[at : at + together] for at in range(0, len(others), together)]
    for group in chance.sample([*chosen, *([key] for key in everywhere)], len(chosen) + len(everywhere)):
        plan, seen = city(name), set()
        for key in group:
            mutation = chance.choice(fields[key])
            record = (mutation.collection, getattr(mutation.before or mutation.after, "id", ""))
            if record not in seen and sound(changed := mutation.of(plan)):
                plan = changed
                seen.add(record)
        if seen:
            yield plan


@pytest.mark.parametrize(("name", "count", "together"), [
    ("contoh", 5, 8), ("metro", 2, 8),
    pytest.param("contoh", 1000, 1, marks=pytest.mark.slow), pytest.param("metro", 1000, 1, marks=pytest.mark.slow),
])  # fmt: skip
def test_random_changes_name_exactly_the_pages_that_differ(name: str, count: int, together: int) -> None:
    named = [len(proven(name, plan)) for plan in islice(groups(name, together, seed=count), count)]
    assert sum(bool(number) for number in named) > len(named) // 3


def test_other_words_on_written_pages_name_those_pages(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(EXAMPLE / "docs", docs)
    story = next(iter(sorted((docs / "dimensi").glob("*.md"))))
    story.write_text("Cerita lain sama sekali.\n", "utf-8")
    (docs / "baru.md").write_text("---\ntitle: Halaman baru\n---\n\nIsi. [[program/cafe-data]]\n", "utf-8")
    about = docs / "tentang" / "index.md"
    about.write_text(about.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    found = {page.path: page for page in proven("contoh", city("contoh"), docs)}
    assert {"baru/", "tentang/", f"dimensi/{story.stem}/", "cari/"} <= found.keys()
    assert found["baru/"] == AffectedPage("baru/", "Halaman baru", PageState.NEW)
    assert found["tentang/"].state is PageState.CHANGED


def test_a_page_that_is_gone_is_named_by_its_old_title() -> None:
    plan = city("contoh")
    programs = {name: record for name, record in plan.programs.items() if name != "cafe-data"}
    found = proven("contoh", replace(plan, programs=MappingProxyType(programs)))
    gone = [page for page in found if page.state is PageState.GONE]
    assert gone == [AffectedPage("program/cafe-data/", plan.programs["cafe-data"].name, PageState.GONE)]


def test_the_newest_news_of_all_does_not_name_every_page() -> None:
    plan = with_record(city("contoh"), "programs", "cafe-data", last_news=When(2026, 11, 23))
    found = {page.path for page in proven("contoh", plan)}
    assert "program/cafe-data/" in found
    assert "program/air-hilang/" not in found
