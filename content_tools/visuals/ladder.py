"""The ladder of plans: from the plan for twenty years down to the one for digital government."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.model.choices import RegulationStatus
from content_tools.model.reference import Document
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import address, link
from content_tools.visuals.marks import absence_words, chip, not_found, source_marks


@dataclass(frozen=True, slots=True)
class Level:
    """A rung that the ladder of a city is expected to have, and by which words documents say that they stand on it."""

    name: str
    meaning: str
    others: tuple[str, ...] = ()

    def holds(self, document: Document) -> bool:
        """Whether a document stands on this rung."""
        return document.rung.casefold() in (name.casefold() for name in (self.name, *self.others))


LEVELS = (
    Level("RPJPD", "Rencana 20 tahun"),
    Level("RPJMD", "Rencana 5 tahun"),
    Level("RKPD", "Rencana 1 tahun"),
    Level("Masterplan", "Rencana induk kota cerdas"),
    Level("SPBE", "Rencana pemerintah digital", ("Pemerintah Digital", "Pemdi", "Arsitektur SPBE")),
)
"""The rungs by their official names, from the longest plan to the most detailed one."""

SIGNS = {
    RegulationStatus.INTENDED: "○",
    RegulationStatus.DRAFT: "◔",
    RegulationStatus.ADOPTED: "●",
    RegulationStatus.AMENDED: "◐",
    RegulationStatus.REVOKED: "■",
}


def period_words(document: Document) -> str:
    """The years a document is for: `2025–2029`, `2026`; nothing when no source says."""
    if document.period is None:
        return str(document.year or "")
    first, last = document.period.start, document.period.end
    return f"{first}–{last}" if first != last else str(first)


def document_chip(facts: Facts, document: Document) -> Markup:
    """How far a document is; of the masterplan itself what is known of its status."""
    status = document.status
    if status is not None:
        return chip(status.label, f"rencana-{status.value}", SIGNS[status])
    own = facts.plan.masterplan.document == document.id
    words = facts.plan.masterplan.status.label if own else "Status belum ditemukan"
    return chip(words, "tidak-diketahui", "?")


def _first_year(document: Document) -> int:
    return document.period.start if document.period else document.year or 0


def _last_year(document: Document) -> int | None:
    return document.period.end if document.period else document.year


def superseded(facts: Facts, document: Document, beside: Sequence[Document]) -> str:
    """Why a document is not the one to look at today, as far as its years say; empty when it is."""
    last = _last_year(document)
    if document.status is RegulationStatus.REVOKED:
        return "Sudah dicabut."
    if last is not None and last < facts.on.year:
        return f"Masanya lewat pada {last}."
    newer = [
        other
        for other in beside
        if other.status is RegulationStatus.ADOPTED
        and other.rung == document.rung
        and _first_year(document) < _first_year(other) <= facts.on.year
    ]
    return f"Ada yang lebih baru: {newer[-1].short_name}." if newer else ""


def _entry(facts: Facts, document: Document, beside: Sequence[Document]) -> Markup:
    """A document on its rung: name, years, status, what it was adopted with, what it wants, who says so."""
    regulation = facts.plan.regulations.get(document.adopted_by or "")
    basis = link(regulation) if regulation else absence_words(facts, document.absence("penetapan"))
    old = superseded(facts, document, beside)
    years, wish = period_words(document), document.vision or document.theme
    sources = (". Sumber: ", source_marks(facts, document.sources[:2])) if document.sources else ()
    return tag(
        "li",
        tag("p", link(document), class_="rung__name"),
        tag("p", tag("span", years, class_="rung__years") if years else None, document_chip(facts, document),
            tag("span", old, class_="small") if old else None, class_="chips"),
        tag("p", f"“{wish}”", class_="rung__wish") if wish and not old else None,
        tag("p", "Ditetapkan dengan: ", basis, *sources, class_="small"),
        class_="rung__document rung__document--older" if old else "rung__document",
    )  # fmt: skip


def _entries(facts: Facts, documents: Sequence[Document]) -> Markup:
    """The documents of one rung: those to look at today first, older ones after them."""
    ordered = sorted(
        documents, key=lambda document: (bool(superseded(facts, document, documents)), _first_year(document))
    )
    return tag("ul", *(_entry(facts, document, documents) for document in ordered), class_="rung__documents")


def ladder(facts: Facts) -> Markup:
    """The rungs in order, each with its documents; a rung of which nothing was found says so.

    Plans that stand on none of the usual rungs come after the ladder, under their own names.
    """
    documents = sorted(
        facts.plan.documents.values(), key=lambda document: (document.rung_order, _first_year(document))
    )
    rungs = []
    for level in LEVELS:
        found = [document for document in documents if level.holds(document)]
        nothing = tag("p", not_found(facts), ". ", tag("a", "Semua yang belum ditemukan", href=address("belum-ditemukan/")), class_="missing")  # fmt: skip
        own = any(document.id == facts.plan.masterplan.document for document in found)
        rungs.append(
            tag(
                "li",
                tag("div", tag("p", level.name, class_="rung__level"), tag("p", level.meaning, class_="rung__meaning"),
                    tag("p", "Rencana yang dibahas situs ini", class_="rung__own") if own else None, class_="rung__side"),
                tag("div", _entries(facts, found) if found else nothing, class_="rung__body"),
                class_="rung rung--own" if own else "rung" if found else "rung rung--missing",
            )
        )  # fmt: skip
    beside = [document for document in documents if not any(level.holds(document) for level in LEVELS)]
    parts = [tag("ol", *rungs, class_="ladder")]
    if beside:
        parts.append(
            tag(
                "div",
                tag("p", "Rencana lain di samping tangga", class_="ladder-beside__name"),
                _entries(facts, beside),
                class_="ladder-beside",
            )
        )
    return join(parts)
