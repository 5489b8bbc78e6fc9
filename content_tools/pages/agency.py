"""The pages of public bodies that are known to exist."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.insight.totals import budget_sums
from content_tools.model.city import Agency
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.visuals import links
from content_tools.visuals.html import join, tag
from content_tools.visuals.tables import plain_table, program_table


def _body(press: Press, agency: Agency) -> Markup:
    leads = [program for program in press.facts.living if program.lead == agency.id]
    executes = [
        program
        for program in press.facts.living
        if agency.id in program.executors and program.lead != agency.id
    ]
    columns = ("program", "ringkasan", "status")
    return press.render(
        "instansi.html",
        agency=agency,
        place=press.plan.places.get(agency.place or ""),
        leads=program_table(press.facts, leads, f"Tanggung jawab {agency.abbreviation}", columns)
        if leads
        else None,
        executes=program_table(press.facts, executes, f"Ikut dilaksanakan {agency.abbreviation}", columns)
        if executes
        else None,
        count=len(leads),
        sums=budget_sums(leads),
        sources=agency.sources,
    )


def agency_pages(press: Press) -> Iterator[Page]:
    """One page for each body that is known to exist."""
    agencies = [agency for agency in press.plan.agencies.values() if agency.has_page]
    for index, agency in enumerate(agencies):
        before, after = (
            agencies[index - 1] if index else None,
            agencies[index + 1] if index + 1 < len(agencies) else None,
        )
        yield Page(
            uri=f"instansi/{agency.id}.md",
            kind="instansi",
            title=f"{agency.name} (instansi)" if agency.place else agency.name,
            description=f"Program yang menjadi tanggung jawab {agency.name}, menurut sumber publik.",
            body=lambda page, agency=agency: _body(press, agency),  # type: ignore[misc]
            crumbs=(("Instansi", "instansi/"),),
            data_file=agency.origin.file,
            record=agency,
            before=(before.name, f"instansi/{before.id}/") if before else None,
            after=(after.name, f"instansi/{after.id}/") if after else None,
        )


def agency_index(press: Press) -> Page:
    """Every body, with how many programs name it as responsible."""

    def body(page: Page) -> Markup:
        known = [agency for agency in press.plan.agencies.values() if agency.has_page]
        rows = []
        for agency in known:
            count = sum(program.lead == agency.id for program in press.facts.living)
            short = tag("span", f" ({agency.abbreviation})", class_="abbr") if agency.has_short_name else None
            found = f"{count} program" if count else tag("span", "belum ditemukan", class_="missing")
            rows.append((join((links.link(agency), short)), agency.kind.label, found))
        table = plain_table("Instansi", ("Nama", "Jenis", "Penanggung jawab"), rows, "records--pairs")
        planned = [agency for agency in press.plan.agencies.values() if not agency.has_page]
        return press.render("daftar-instansi.html", table=table, planned=planned)

    return Page(
        uri="instansi/index.md", kind="daftar", title="Instansi",
        description=f"Instansi di {press.plan.city.name} yang disebut sumber, dan program yang menjadi tanggung jawabnya.", body=body,
    )  # fmt: skip
