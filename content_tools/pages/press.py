"""What every page is made with: the facts, the templates, the converters, the words around the data."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from content_tools.changes.entry import NO_HISTORY, History
from content_tools.insight import completeness, trend
from content_tools.insight.addresses import path_of
from content_tools.insight.facts import Facts
from content_tools.insight.open_data.tables import Table, open_data
from content_tools.model import writing
from content_tools.model.base import Record
from content_tools.model.choices import ManagerKind, PlanStatus
from content_tools.model.plan import COLLECTIONS
from content_tools.pages.citation import citation
from content_tools.pages.markdown_text import MarkdownText
from content_tools.pages.page import Page, is_english
from content_tools.pages.terms import Glossary
from content_tools.pages.tokens import Written
from content_tools.visuals import cards, charts, links, marks, roadmap, tables
from content_tools.visuals.html import join, tag

TEMPLATES = Path(__file__).parent / "templates"


MARKDOWN = MarkdownText()


@cache
def _environment() -> Environment:
    """The templates, compiled once a process; edited ones are taken up again while serving."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        cards=cards, charts=charts, completeness=completeness, links=links, marks=marks, roadmap=roadmap, tables=tables,
        trend=trend, address=links.address, link=links.link, path_of=path_of,
    )  # fmt: skip
    environment.filters.update(
        markdown=MARKDOWN.html, inline=MARKDOWN.inline, day=writing.day, rupiah=writing.rupiah, number=writing.number,
        listed=writing.listed, link=links.link, sentence_case=writing.sentence_case,
        joined=lambda parts, between=", ": join(parts, between),
    )  # fmt: skip
    return environment


def edit_links(repo_url: str | None, edit_uri: str | None) -> Callable[[str], str | None]:
    """From a data file to the host's page that edits it; `edit_uri` ends at `docs/`. None where no host is known."""

    def edit_url(data_file: str) -> str | None:
        if not repo_url or not edit_uri:
            return None
        return urljoin(urljoin(repo_url.rstrip("/") + "/", edit_uri), f"../{data_file}")

    return edit_url


NO_EDITING = edit_links(None, None)


class Press:
    """Facts and templates together. One for each build."""

    def __init__(
        self,
        facts: Facts,
        docs: Path | None = None,
        edit_url: Callable[[str], str | None] = NO_EDITING,
        site_url: str | None = None,
        code_url: str | None = None,
        history: History = NO_HISTORY,
    ) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.docs = docs
        self.edit_url = edit_url
        self.site_url = site_url
        """Where the site will stand, with a slash at its end; None while nobody has said."""
        self.code_url = code_url
        self.history = history
        self.markdown = MARKDOWN
        self.glossary = Glossary(facts.plan.terms)
        self._context = {
            "facts": facts, "plan": facts.plan, "site": facts.plan.site, "city": facts.plan.city, "press": self,
        }  # fmt: skip

    def render(self, template: str, **context: object) -> Markup:
        """A template with its context, as safe HTML."""
        return Markup(_environment().get_template(template).render(self._context | context))

    def framed(self, page: Page) -> str:
        """A generated page in its frame, before words are linked. Addresses still begin at the root."""
        cited = citation(self, page.title, page.path)
        return str(self.render("bingkai.html", page=page, body=page.body(page), citation=cited))

    def page_html(self, page: Page) -> str:
        """The finished inner HTML of a page: body, terms linked, addresses made relative."""
        return links.rooted(self.glossary.link(self.framed(page)), page.path)

    def written_html(
        self, written: Written, html: Markup, title: str, path: str, edit_url: str | None = None
    ) -> str:
        """A written page: its pieces put in, its sources listed, its words linked. Addresses still begin at the root.

        Words on the page in English are not those of the glossary.
        """
        body = str(written.filled(html))
        cited = None if is_english(path) or not path else citation(self, title, path)
        foot = self.render(
            "kaki-tulisan.html",
            names=written.sources,
            edit_url=edit_url,
            citation=cited,
            english=is_english(path),
        )
        return (body if is_english(path) else self.glossary.link(body)) + str(foot)

    @cached_property
    def open_data(self) -> tuple[Table, ...]:
        """The plan as tables for download."""
        return tuple(open_data(self.facts))

    @cached_property
    def site_foot(self) -> Markup:
        """The foot of every page: where else to go, what this site does not do, who owns what."""
        return self.render("kaki-situs.html")

    def writes(self, path: str) -> bool:
        """Whether people wrote a page for this address (`en/`, `tentang/privasi/`)."""
        stem = path.rstrip("/")
        return self.docs is not None and any(
            (self.docs / name).is_file() for name in (f"{stem}.md", f"{stem}/index.md")
        )

    @cached_property
    def dateline(self) -> str:
        """`Data per 24 November 2026 · kabar terbaru yang kami temukan 20 Februari 2026`."""
        parts = []
        if self.facts.data_day:
            parts.append(f"Data per {writing.day(self.facts.data_day)}")
        if self.facts.newest_news:
            parts.append(f"kabar terbaru yang kami temukan {self.facts.newest_news.words}")
        return " · ".join(parts)

    @cached_property
    def identity(self) -> Markup:
        """The line under every page's head: who speaks here, and on what ground. Not to be closed."""
        site, masterplan = self.plan.site, self.plan.masterplan
        more = join((" ", tag("a", "Apa artinya?", href=links.address("tentang/"), class_="identity__more")))
        manager = site.manager.name or ""
        if site.manager.kind is ManagerKind.UNDECIDED:
            return join(
                (
                    tag("strong", "Bukan situs resmi."),
                    f" Isinya dihimpun dari sumber publik; {self._about_plan}.",
                    more,
                )
            )
        if not site.official:
            return join((
                tag("strong", f"Bukan situs resmi Pemerintah {self.plan.city.name}."),
                f" Dikelola {manager}. Isinya dihimpun dari sumber publik; {self._about_plan}.", more,
            ))  # fmt: skip
        regulation = self.plan.regulations.get(masterplan.adopted_by or "")
        if masterplan.status in (PlanStatus.ADOPTED, PlanStatus.IN_FORCE) and regulation is not None:
            period = (
                f", berlaku {masterplan.period.start}–{masterplan.period.end}" if masterplan.period else ""
            )
            return join(
                (f"Dikelola {manager}. Masterplan ditetapkan dengan ", links.link(regulation), f"{period}.")
            )
        if masterplan.status in (PlanStatus.UNKNOWN, PlanStatus.DRAFTING):
            words = (
                f" Dikelola {manager}. Masterplan belum ditetapkan; sebagian isi masih dari sumber publik."
            )
            return join((tag("strong", "Naskah kerja."), words, more))
        return join((f"Dikelola {manager}. {self.masterplan_status}.", more))

    @cached_property
    def _about_plan(self) -> str:
        if self.plan.masterplan.status is PlanStatus.UNKNOWN:
            return "naskah masterplan belum kami temukan"
        return f"masterplan: {self.masterplan_status[0].lower()}{self.masterplan_status[1:]}"

    @cached_property
    def masterplan_status(self) -> str:
        """`Ditetapkan dengan Peraturan … Nomor … Tahun …`."""
        status = self.plan.masterplan.status
        regulation = self.plan.regulations.get(self.plan.masterplan.adopted_by or "")
        if status in (PlanStatus.ADOPTED, PlanStatus.AMENDED) and regulation is not None:
            return f"{status.label} dengan {regulation.name}"
        return status.label

    def window_title(self, title: str) -> str:
        """The title of a browser window; says “bukan situs resmi” until the city runs the site."""
        suffix = "" if self.plan.site.official else " (bukan situs resmi)"
        return f"{title} · {self.plan.site.name}{suffix}"

    def render_number(self, value: Decimal | None, unit: str | None) -> str:
        """A number with its unit, as exact as its source; nothing for none."""
        return f"{writing.number(value)} {unit or ''}".strip() if value is not None else ""

    @cached_property
    def _heirs(self) -> dict[tuple[str, str], Record]:
        return {
            (collection, name): record
            for collection, records in self.plan.collections()
            for record in records.values()
            for name in record.former_ids
        }

    def now(self, collection: str, name: str) -> Record | None:
        """The record that has this id, or had it once; None when there is none any more."""
        known = self.plan.collection(collection).get(name) if collection in COLLECTIONS else None
        return known or self._heirs.get((collection, name))

    def naming(self, collection: str, name: str, kind: type[Record]) -> list[Record]:
        """The records of one kind that name this one."""
        return [record for record in self.facts.naming(collection, name) if isinstance(record, kind)]

    def narrative(self, code: str) -> str | None:
        """The written story of a dimension (`docs/dimensi/<code>.md`); None when nobody wrote one."""
        path = self.docs / "dimensi" / f"{code}.md" if self.docs else None
        return path.read_text("utf-8-sig") if path is not None and path.is_file() else None
