"""Small plans for questions about insight: the invented city's frame with other programs in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from content_tools.model.base import Record
from content_tools.model.city import Manager
from content_tools.model.indicator import Indicator
from content_tools.model.plan import Plan
from content_tools.model.program import Program
from content_tools.reading.plan import read_plan
from tests.conftest import EXAMPLE, ROOT

R = TypeVar("R", bound=Record)


@cache
def example() -> Plan:
    """The invented city."""
    plan, problems = read_plan(EXAMPLE / "data")
    assert plan is not None
    assert problems == []
    return plan


@cache
def metro() -> Plan:
    """The real city, as its people left it today."""
    plan, problems = read_plan(ROOT / "data")
    assert plan is not None, problems
    return plan


def nobodys(plan: Plan) -> Plan:
    """A plan on a site that nobody runs yet, whoever runs it today."""
    nobody = Manager.model_validate({"jenis": "belum_ditetapkan"})
    return replace(plan, site=plan.site.model_copy(update={"manager": nobody, "channels": ()}))


def program(id: str = "contoh", **keys: Any) -> Program:
    """A program with the Indonesian keys given here, and what it must have besides."""
    usual = {
        "id": id,
        "status_data": "contoh",
        "nama": f"Program {id}",
        "dalam_masterplan": "tidak",
        "pengelompokan": "penyusun",
        "dimensi": "tata-kelola",
        "topik": ["surat-izin"],
        "cakupan": "seluruh_kota",
        "pemrakarsa": ["pemerintah"],
        "status": "berjalan",
    }
    return Program.model_validate(usual | keys)


def indicator(values: list[dict[str, Any]], **keys: Any) -> Indicator:
    """An indicator with these values; ids, kinds and sources are filled in."""
    filled = [
        {"id": f"nilai-{number}", "jenis_nilai": "realisasi", "sumber": ["apbd-2025"], **value}
        for number, value in enumerate(values)
    ]
    usual = {"id": "ukuran", "status_data": "contoh", "nama": "Ukuran", "jenis": "hasil", "nilai": filled}
    return Indicator.model_validate(usual | keys)


def by_id(*records: R) -> Mapping[str, R]:
    """Records as a plan holds them."""
    return MappingProxyType({record.id: record for record in records})


def plan_of(*programs: Program, **collections: Any) -> Plan:
    """The invented city with only these programs."""
    return replace(example(), programs=by_id(*programs), **collections)
