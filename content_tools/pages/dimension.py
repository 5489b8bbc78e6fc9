"""The pages of dimensions, with the story someone wrote for them."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight.completeness import known
from content_tools.insight.timeline import split_by_start
from content_tools.model.reference import FrameItem
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.pages.written import Written, expand
from content_tools.visuals.roadmap import roadmap_table
from content_tools.visuals.tables import program_table


def _body(press: Press, item: FrameItem) -> Markup:
    plan, facts = press.plan, press.facts
    programs = [program for program in facts.living if program.dimension == item.code]
    dated, _ = split_by_start(programs)
    text = press.narrative(item.code)
    written = expand(press, text, f"docs/dimensi/{item.code}.md") if text else Written("", {}, ())
    counterparts = [
        (plan.frames[twin.frame], other)
        for twin in item.counterparts
        if twin.frame in plan.frames and (other := plan.frames[twin.frame].item(twin.code)) is not None
    ]
    have = [known(plan, program) for program in programs]
    return press.render(
        "dimensi.html",
        item=item,
        inside=plan.dimension_frame.inside(item.code),
        counterparts=counterparts,
        story=written.filled(press.markdown.html(written.text)) if written.text else None,
        staged=bool(plan.masterplan.stages),
        table=program_table(facts, programs, f"Program {item.name}"),
        roadmap_table=roadmap_table(facts, dated, f"Perjalanan program {item.name}") if dated else None,
        indicators=[indicator for indicator in plan.indicators.values() if indicator.dimension == item.code][
            :8
        ],
        without_lead=sum(not record["penanggung_jawab"] for record in have),
        without_money=sum(not record["anggaran"] for record in have),
        sources=tuple(
            dict.fromkeys((*plan.masterplan.sources, *plan.dimension_frame.sources, *written.sources))
        ),
    )


def dimension_pages(press: Press) -> Iterator[Page]:
    """One page for each dimension of the plan's frame."""
    items = list(press.plan.dimensions.values())
    for index, item in enumerate(items):
        before, after = (
            items[index - 1] if index else None,
            items[index + 1] if index + 1 < len(items) else None,
        )
        yield Page(
            uri=f"dimensi/{item.code}.md",
            kind="dimensi",
            title=item.name,
            description=f"{item.name}{f' ({item.gloss})' if item.gloss else ''} di {press.plan.city.name}: program, perjalanan, dan sumbernya.",
            body=lambda page, item=item: _body(press, item),  # type: ignore[misc]
            crumbs=(("Rencana", "rencana/"), ("Dimensi", "dimensi/")),
            data_file=press.plan.dimension_frame.origin.file,
            before=(before.name, f"dimensi/{before.code}/") if before else None,
            after=(after.name, f"dimensi/{after.code}/") if after else None,
        )


def dimension_index(press: Press) -> Page:
    """The dimensions, and how other frames divide the same ground."""

    def body(page: Page) -> Markup:
        shown = (press.plan.masterplan.dimension_frame, press.plan.masterplan.topic_frame)
        frames = [frame for frame in press.plan.frames.values() if frame.id not in shown]
        return press.render("daftar-dimensi.html", frames=frames)

    return Page(
        uri="dimensi/index.md", kind="daftar", title="Dimensi kota cerdas",
        description=f"Dimensi kota cerdas yang dipakai {press.plan.city.name}, dengan artinya.", body=body, crumbs=(("Rencana", "rencana/"),),
    )  # fmt: skip
