"""The roadmap: an overview, and a page for each dimension."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight.timeline import split_by_start
from content_tools.model.choices import StageKind
from content_tools.model.program import Program
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.visuals.roadmap_tables import overview_table, roadmap_table, steps_list
from content_tools.visuals.tables import plain_table


def _title(press: Press) -> str:
    if press.plan.masterplan.stages:
        return "Peta jalan"
    axis = press.facts.axis
    return f"Perjalanan program, {axis.first}–{press.facts.on.year}"


def _stages(press: Press) -> Markup | None:
    stages = press.plan.masterplan.stages
    if not stages:
        return None
    rows = []
    for stage in stages:
        programs = [program for program in press.facts.living if program.stage is stage.code]
        rows.append((stage.code.label, f"{stage.start.words}–{stage.end.words}", f"{len(programs)} program"))
    return plain_table("Tahapan masterplan", ("Tahap", "Masa", "Program di dalamnya"), rows)


def _tables(press: Press, programs: list[Program]) -> list[tuple[str, str, Markup]]:
    """One table; with a plan in force one for each stage, and one for what stands in none."""
    if not press.plan.masterplan.stages:
        return [
            (
                "Program",
                "program",
                roadmap_table(press.facts, programs, "Mulai, kabar terakhir, dan batang waktu"),
            )
        ]
    groups: list[tuple[str, str, list[Program]]] = [
        (
            stage.label,
            stage.value.replace("_", "-"),
            [program for program in programs if program.stage is stage],
        )
        for stage in StageKind
    ]
    groups.append(
        ("Di luar tahapan", "di-luar-tahapan", [program for program in programs if program.stage is None])
    )
    return [
        (heading, anchor, roadmap_table(press.facts, some, heading))
        for heading, anchor, some in groups
        if some
    ]


def _body(press: Press, title: str, programs: list[Program], overview: bool) -> Markup:
    dated, undated = split_by_start(programs)
    return press.render(
        "peta-jalan.html",
        title=title,
        staged=bool(press.plan.masterplan.stages),
        stages=_stages(press) if overview else None,
        overview=overview_table(
            press.facts, "Banyaknya program yang disebut sumber, menurut dimensi dan tahun"
        )
        if overview
        else None,
        tables_by_stage=[] if overview else _tables(press, dated),
        steps=None if overview else steps_list(press.facts, programs),
        dated=dated,
        undated=undated,
    )


def roadmap_pages(press: Press) -> Iterator[Page]:
    """The overview, then one page for each dimension."""
    yield Page(
        uri="peta-jalan/index.md", kind="peta-jalan", title=_title(press),
        description=f"Kapan program kota cerdas {press.plan.city.name} mulai dan kapan terakhir diberitakan.",
        body=lambda page: _body(press, page.title, list(press.facts.living), True),
    )  # fmt: skip
    for item in press.plan.dimensions.values():
        programs = [program for program in press.facts.living if program.dimension == item.code]
        yield Page(
            uri=f"peta-jalan/{item.code}.md", kind="peta-jalan",
            title=f"{'Peta jalan' if press.plan.masterplan.stages else 'Perjalanan program'}: {item.name}",
            description=f"Mulai, kabar terakhir, dan rencana tiap program {item.name} di {press.plan.city.name}.",
            body=lambda page, programs=programs: _body(press, page.title, programs, False),  # type: ignore[misc]
            crumbs=(("Peta jalan", "peta-jalan/"),),
        )  # fmt: skip
