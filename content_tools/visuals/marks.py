"""Small marks that many pages share: chips, source marks, words for what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from content_tools.insight.facts import Facts
from content_tools.model.base import Absence, Record
from content_tools.model.choices import Missing, Strength
from content_tools.model.program import Budget, Program
from content_tools.model.reference import Source
from content_tools.model.writing import day, rupiah
from content_tools.visuals.html import join, tag
from content_tools.visuals.links import address

SHAPES = {
    "usulan": "○", "direncanakan": "◔", "dianggarkan": "◑", "uji_coba": "◕", "berjalan": "●",
    "selesai": "✓", "ditunda": "‖", "dihentikan": "■", "tidak_diketahui": "?",
}  # fmt: skip
"""A sign for each status, so that it is told without colour."""


def chip(text: str, kind: str, sign: str = "", title: str = "") -> Markup:
    """A word with a look; the sign is for the eye only."""
    mark = tag("span", sign, aria_hidden="true", class_="chip__sign") if sign else ""
    return tag("span", mark, text, class_=f"chip chip--{kind}", title=title or None)


def status_chip(facts: Facts, program: Program) -> Markup:
    """The dated status of a program."""
    status = facts.status(program)
    return chip(status.words, status.code.replace("_", "-"), SHAPES[status.code])


def strength_chip(strength: Strength | None) -> Markup:
    """How strong the sources of a record are."""
    if strength is None:
        return Markup("")
    return chip(
        strength.label,
        f"sumber-{strength.value}",
        {"kuat": "▮▮▮", "sedang": "▮▮▯", "lemah": "▮▯▯"}[strength.value],
    )


def source_label(source: Source) -> str:
    """Publisher and date: `Kabar Kota, 8 Juli 2022`."""
    return f"{source.publisher}, {source.on.words}" if source.on else source.publisher


def source_mark(source: Source, short: bool = False) -> Markup:
    """A link to the original page, or to our entry when it has no address."""
    words = (
        source.publisher
        if short and not source.on
        else f"{source.publisher} {source.on.year}"
        if short and source.on
        else source_label(source)
    )
    if source.url:
        return tag("a", words, href=source.url, class_="src", rel="external", title=source.title)
    return tag("a", words, href=address(f"sumber/#{source.id}"), class_="src", title=source.title)


def source_marks(facts: Facts, names: Sequence[str], short: bool = True) -> Markup:
    """Several source marks, separated by semicolons."""
    return join((source_mark(source, short) for source in facts.sources(tuple(names))), "; ")


def not_found(facts: Facts) -> str:
    """The usual words for what we looked for and did not find."""
    return f"Belum ditemukan (dicari sampai {day(facts.plan.site.searched_until)})"


def absence_words(facts: Facts, absence: Absence | None) -> Markup:
    """Why a value is not there, with its ground."""
    if absence is None:
        return Markup(tag("span", not_found(facts), class_="missing"))
    sources = facts.sources(absence.sources)
    regulation = facts.plan.regulations.get(absence.basis or "")
    words: list[object] = [absence.reason.label]
    if absence.reason is Missing.NOT_FOUND:
        until = absence.until or facts.plan.site.searched_until
        words = [f"Belum ditemukan (dicari sampai {day(until)})"]
    elif absence.reason is Missing.NOT_PUBLISHED:
        words = ["Belum dipublikasikan menurut ", join((source_mark(source) for source in sources), "; ")]
    elif absence.reason is Missing.NOT_DUE and absence.until:
        words = [f"Belum waktunya; dilaporkan {day(absence.until)}"]
    elif absence.reason is Missing.EXEMPT and regulation is not None:
        words = [
            f"{absence.reason.label} (",
            tag("a", regulation.name, href=address(f"dasar-hukum/#{regulation.id}")),
            ")",
        ]
    elif absence.reason is Missing.DISPUTED:
        pairs = []
        for index, value in enumerate(absence.values):
            mark = join((" (", source_mark(sources[index]), ")")) if index < len(sources) else ""
            pairs.append(join((value, mark)))
        words = ["Sumber berbeda: ", join(pairs, " atau ")]
    return tag("span", *words, class_="missing")


def budget_words(money: Budget) -> str:
    """`Pagu APBD 2026: Rp1.500.000`, the kind always first."""
    if money.kind.value == "tidak_dirinci":
        return f"{money.kind.label} ({money.year}): {rupiah(money.amount)}"
    return f"{money.kind.label} {money.year}: {rupiah(money.amount)}"


def data_status_note(record: Record) -> Markup:
    """The origin of a record in words."""
    return tag(
        "span",
        record.data_status.label,
        class_=f"origin origin--{record.data_status.value.replace('_', '-')}",
    )
