"""The pages named for a change are exactly those on which a reader sees it: compared with printing every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from content_tools.insight.facts import Facts
from content_tools.model.choices import ProgramStatus
from content_tools.model.plan import Plan
from content_tools.pages.affected import affected
from content_tools.pages.all import all_pages
from content_tools.pages.press import Press
from tests.insight.cities import example

DAY = date(2026, 11, 24)


def with_record(plan: Plan, attribute: str, id: str, **fields: object) -> Plan:
    """The plan with some fields of one record changed."""
    records = dict(getattr(plan, attribute))
    records[id] = records[id].model_copy(update=fields)
    return replace(plan, **{attribute: MappingProxyType(records)})


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
