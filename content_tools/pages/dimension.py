"""The pages of dimensions, with the story someone wrote for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight.completeness import not_found
from content_tools.insight.timeline import split_by_start
from content_tools.model.program import Program
from content_tools.model.reference import FrameItem
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.pages.written import Written, expand
from content_tools.visuals import links
from content_tools.visuals.dimensions import dimension_look
from content_tools.visuals.matrix import NOT_PLACED, dimension_matrix, placed_in, placed_words
from content_tools.visuals.roadmap_tables import roadmap_table
from content_tools.visuals.tables import program_table

COLUMNS = ("program", "ringkasan", "penanggung_jawab", "status")
"""Of the table of programs; the status says when the newest news is from."""


def _absent(press: Press, programs: list[Program]) -> list[tuple[str, int]]:
    """What was not found, in words, and of how many programs; most of it first."""
    counted = Counter(words for program in programs for words in not_found(press.plan, program))
    counted["tahun mulai"] = sum(program.start is None for program in programs)
    return [(words, count) for words, count in counted.most_common() if count]


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
    return press.render(
        "dimensi.html",
        item=item,
        look=dimension_look(facts, item.code),
        inside=[(sub, placed_in(facts, sub)) for sub in plan.dimension_frame.inside(item.code)],
        not_placed=None if any(program.subdimension for program in programs) else NOT_PLACED,
        counterparts=counterparts,
        story=written.filled(press.markdown.html(written.text)) if written.text else None,
        staged=bool(plan.masterplan.stages),
        table=program_table(facts, programs, f"Program {item.name}", COLUMNS),
        count=len(programs),
        dated=dated,
        roadmap_table=roadmap_table(facts, dated, f"Perjalanan program {item.name}") if dated else None,
        indicators=[indicator for indicator in plan.indicators.values() if indicator.dimension == item.code][
            :8
        ],
        absent=_absent(press, programs),
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
            before=(links.item_name(before), f"dimensi/{before.code}/") if before else None,
            after=(links.item_name(after), f"dimensi/{after.code}/") if after else None,
        )


def dimension_index(press: Press) -> Page:
    """The dimensions with their sub-dimensions, and how other frames divide the same ground."""

    def body(page: Page) -> Markup:
        shown = (press.plan.masterplan.dimension_frame, press.plan.masterplan.topic_frame)
        frames = [frame for frame in press.plan.frames.values() if frame.id not in shown]
        matrix = dimension_matrix(press.facts, "Dimensi dan subdimensinya")
        return press.render(
            "daftar-dimensi.html", frames=frames, matrix=matrix, placed_words=placed_words(press.facts)
        )

    return Page(
        uri="dimensi/index.md", kind="daftar", title="Dimensi kota cerdas",
        description=f"Dimensi kota cerdas yang dipakai {press.plan.city.name}, dengan artinya.", body=body, crumbs=(("Rencana", "rencana/"),),
    )  # fmt: skip
