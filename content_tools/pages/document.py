"""The pages of plan documents, and the page of the ladder they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight.citations import cited_sources
from content_tools.model.reference import Document
from content_tools.pages.changes import record_history
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.visuals import links, marks
from content_tools.visuals.ladder import document_chip, ladder, period_words
from content_tools.visuals.tables import plain_table


def _rungs(press: Press) -> list[Document]:
    return sorted(
        press.plan.documents.values(),
        key=lambda document: (document.rung_order, document.period.start if document.period else 0),
    )


def _masterplan(press: Press, document: Document) -> Iterator[tuple[str, str]]:
    """The masterplan's own record belongs to the document that it is."""
    if press.plan.masterplan.document == document.id:
        yield "masterplan", press.plan.masterplan.id


def _body(press: Press, document: Document) -> Markup:
    rows = []
    for target in document.targets:
        indicator = press.plan.indicators.get(target.record or "")
        name = links.link(indicator, target.indicator) if indicator else target.indicator
        note = press.markdown.inline(target.note) if target.note else ""
        rows.append(
            (
                name,
                target.value,
                target.year or "tahun tidak disebut",
                note,
                marks.source_marks(press.facts, target.sources),
            )
        )
    return press.render(
        "dokumen.html",
        document=document,
        chip=document_chip(press.facts, document),
        years=period_words(document),
        regulation=press.plan.regulations.get(document.adopted_by or ""),
        targets=plain_table("Target", ("Ukuran", "Nilai", "Tahun", "Keterangan", "Sumber"), rows)
        if rows
        else None,
        sources=cited_sources(document),
        history=record_history(press, "dokumen", document, *_masterplan(press, document)),
    )


def document_pages(press: Press) -> Iterator[Page]:
    """One page for each plan document."""
    documents = _rungs(press)
    for index, document in enumerate(documents):
        before, after = (
            documents[index - 1] if index else None,
            documents[index + 1] if index + 1 < len(documents) else None,
        )
        yield Page(
            uri=f"dokumen/{document.id}.md",
            kind="dokumen",
            title=document.name,
            description=f"{document.name}: masa, visi, target, dan sumber yang menyebutnya.",
            body=lambda page, document=document: _body(press, document),  # type: ignore[misc]
            crumbs=(("Rencana", "rencana/"), ("Dokumen rencana", "dokumen/")),
            data_file=document.origin.file,
            record=document,
            before=(before.short_name, f"dokumen/{before.id}/") if before else None,
            after=(after.short_name, f"dokumen/{after.id}/") if after else None,
        )


def document_index(press: Press) -> Page:
    """The ladder of plans."""
    return Page(
        uri="dokumen/index.md", kind="daftar", title="Dokumen rencana",
        description=f"Rencana pembangunan {press.plan.city.name} yang menaungi kota cerdas.", crumbs=(("Rencana", "rencana/"),),
        body=lambda page: press.render("daftar-dokumen.html", ladder=ladder(press.facts)),
    )  # fmt: skip
