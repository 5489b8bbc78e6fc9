"""The page of an indicator, and the list of the city's figures."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight import trend
from content_tools.insight.citations import cited_sources
from content_tools.model.choices import Finality, ValueKind
from content_tools.model.indicator import Indicator, Value
from content_tools.model.program import Program
from content_tools.model.reference import Document
from content_tools.model.writing import number, sentence_case
from content_tools.pages.changes import record_history
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.visuals import charts, links, marks
from content_tools.visuals.html import join, tag
from content_tools.visuals.ranks import ranked_bars
from content_tools.visuals.tables import plain_table


def _said(value: Value, press: Press) -> Markup | None:
    """How the figure is meant and what must be known of it: kind, finality, our note."""
    parts: list[object] = [value.kind.label] if value.kind is not ValueKind.ACHIEVED else []
    if value.finality is not Finality.UNSTATED:
        parts.append(sentence_case(value.finality.label))
    if value.note:
        parts.append(press.markdown.inline(value.note.rstrip(".")))
    return join((*(join((part, ". ")) for part in parts),)) if parts else None


def value_table(press: Press, indicator: Indicator) -> Markup:
    """Every value of an indicator, in time's order, with its source; empty columns are left out."""
    headings = ("Waktu", "Nilai", "Seri", "Wilayah", "Keterangan", "Kekuatan", "Sumber")
    rows = []
    for value in sorted(
        indicator.values,
        key=lambda value: (value.on is None, value.on.last_day.isoformat() if value.on else ""),
    ):
        place = press.plan.places.get(value.place or "")
        rows.append((
            value.on.words if value.on else "tahun tidak disebut", trend.with_unit(indicator, value), value.series or "", links.link(place) if place else "",
            _said(value, press) or "", value.strength.label if value.strength else "", marks.source_marks(press.facts, value.sources),
        ))  # fmt: skip
    return plain_table(f"{indicator.name}: semua nilai", headings, rows, "records--values")


def _body(press: Press, indicator: Indicator) -> Markup:
    series = {value.series for value in indicator.values if value.place is None}
    programs: dict[str, Program] = {name: press.plan.programs[name] for name in indicator.programs}
    programs |= {
        program.id: program
        for program in press.naming("indikator", indicator.id, Program)
        if isinstance(program, Program)
    }
    return press.render(
        "indikator.html",
        indicator=indicator,
        newest=trend.newest(indicator),
        direction=trend.better(indicator),
        sentence=trend.sentence(indicator),
        series_differ={2: "Dua", 3: "Tiga", 4: "Empat"}.get(len(series), str(len(series)))
        if len(series) > 1
        else "",
        chart=charts.line_chart(indicator),
        ranks=ranked_bars(indicator, dict(press.plan.places)),
        table=value_table(press, indicator),
        only_reached=all(value.kind is ValueKind.ACHIEVED for value in indicator.values),
        programs=list(programs.values()),
        targets=[
            (document, target)
            for document in press.naming("indikator", indicator.id, Document)
            if isinstance(document, Document)
            for target in document.targets
            if target.record == indicator.id
        ],
        sources=cited_sources(indicator),
        history=record_history(press, "indikator", indicator),
    )


def indicator_pages(press: Press) -> Iterator[Page]:
    """One page for each indicator."""
    indicators = sorted(
        press.plan.indicators.values(), key=lambda indicator: (indicator.group or "", indicator.name)
    )
    for index, indicator in enumerate(indicators):
        before, after = (
            indicators[index - 1] if index else None,
            indicators[index + 1] if index + 1 < len(indicators) else None,
        )
        yield Page(
            uri=f"indikator/{indicator.id}.md",
            kind="indikator",
            title=indicator.name,
            description=f"{indicator.name} di {press.plan.city.name}: {trend.sentence(indicator) or indicator.summary or 'nilai dan sumbernya.'}",
            body=lambda page, indicator=indicator: _body(press, indicator),  # type: ignore[misc]
            crumbs=(("Angka kota", "indikator/"),),
            data_file=indicator.origin.file,
            record=indicator,
            before=(before.name, f"indikator/{before.id}/") if before else None,
            after=(after.name, f"indikator/{after.id}/") if after else None,
        )


def _facts_table(press: Press) -> Markup | None:
    rows = []
    for fact in press.plan.city.facts:
        value = fact.text or (
            f"{number(fact.number)} {fact.unit or ''}".strip() if fact.number is not None else ""
        )
        note = press.markdown.inline(fact.note) if fact.note else ""
        rows.append(
            (
                fact.label,
                value,
                fact.on.words if fact.on else "",
                note,
                marks.source_marks(press.facts, fact.sources),
            )
        )
    return (
        plain_table("Fakta kota", ("Fakta", "Isi", "Waktu", "Keterangan", "Sumber"), rows) if rows else None
    )


def _index_body(press: Press) -> Markup:
    groups: dict[str, list[Indicator]] = {}
    for indicator in press.plan.indicators.values():
        groups.setdefault(indicator.group or "Lainnya", []).append(indicator)
    tables = []
    for number_of_group, (heading, indicators) in enumerate(groups.items(), 1):
        rows = []
        for indicator in sorted(indicators, key=lambda indicator: indicator.name):
            newest = trend.newest(indicator)
            if newest is not None:
                when = newest.on.words if newest.on else "tahun tidak disebut"
                moved = trend.sentence(indicator)
                figure = join((
                    tag("span", trend.with_unit(indicator, newest), class_="newest"),
                    tag("p", newest.kind.label, class_="small") if newest.kind is not ValueKind.ACHIEVED else None,
                    tag("p", moved, class_="small") if moved else None,
                ))  # fmt: skip
                rows.append(
                    (links.link(indicator), figure, when, marks.source_marks(press.facts, newest.sources))
                )
        headings = ("Ukuran", "Nilai terbaru", "Waktu", "Sumber")
        tables.append(
            (
                heading,
                f"kelompok-{number_of_group}",
                plain_table(heading, headings, rows, "records--newest"),
            )
        )
    withheld = [
        (held.label, held.reason.label, held.explanation, marks.source_marks(press.facts, held.sources))
        for held in press.plan.withheld.values()
    ]
    return press.render(
        "daftar-indikator.html",
        groups=tables,
        fact_table=_facts_table(press),
        withheld=plain_table("Angka yang ditahan", ("Hal", "Alasan", "Penjelasan", "Sumber"), withheld)
        if withheld
        else "",
    )


def indicator_index(press: Press) -> Page:
    """The list of figures, grouped, with the newest value of each."""
    return Page(
        uri="indikator/index.md", kind="daftar", title="Angka kota",
        description=f"Angka {press.plan.city.name} dengan tahun, arah, dan sumbernya.", body=lambda page: _index_body(press),
    )  # fmt: skip
