"""What a page says to machines, as schema.org nodes: where it belongs, what it records, what it rests on.

Only what the data says. Nothing lets the city speak unless the city runs the site, and what is invented says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from content_tools.insight.citations import cited_sources
from content_tools.insight.last_change import last_change
from content_tools.model.base import Record
from content_tools.model.choices import CityKind, DataStatus, ManagerKind, ValueKind
from content_tools.model.indicator import Indicator
from content_tools.model.program import Program
from content_tools.model.reference import Source
from content_tools.pages.page import Crumb
from content_tools.pages.press import Press

Node = dict[str, object]
"""A JSON-LD object. Its `@type` and keys are those of schema.org."""

_MANAGERS = {
    ManagerKind.GOVERNMENT: "GovernmentOrganization",
    ManagerKind.INSTITUTION: "Organization",
    ManagerKind.PERSON: "Person",
}

_COMMONS = re.compile(r"CC (BY(?:-(?:NC|ND|SA))*) (\d\.\d)")
"""A Creative Commons licence as people write it: `CC BY 4.0`."""


def invented(press: Press, record: Record | None = None) -> bool:
    """Whether the city or the record is made up to show the form."""
    city = press.plan.city.data_status
    return DataStatus.EXAMPLE in (city, record.data_status if record else city)


def _not_theirs(press: Press) -> str:
    """What the site is not, until the city runs it."""
    return f"Bukan situs resmi Pemerintah {press.plan.city.name}"


def described(press: Press, text: str, record: Record | None = None, *, english: bool = False) -> str:
    """A description that also says what the site is not, and what is invented."""
    sentences = [text if text.endswith((".", "!", "?")) else f"{text}."] if text else []
    if not press.plan.site.official:
        sentences.append(
            f"Not an official website of {press.plan.city.name}." if english else f"{_not_theirs(press)}."
        )
    if invented(press, record):
        sentences.append("Invented data." if english else f"{DataStatus.EXAMPLE.label}.")
    return " ".join(sentences)


def _called(press: Press, name: str, record: Record | None = None) -> str:
    """The name of a text or a table, with a mark when it is invented."""
    return f"{name} (contoh)" if invented(press, record) else name


def nodes(
    press: Press, root: str, *, title: str, description: str, path: str, kind: str,
    crumbs: Sequence[Crumb], record: Record | None,
) -> Iterator[Node]:  # fmt: skip
    """Everything the page at `path` says. `root` is the site's absolute address, with a slash at its end."""
    if not path:
        yield _whole_site(press, root)
    if crumbs:
        yield _way(root, (*crumbs, (title, path)))
    page: Node = {
        "url": root + path,
        "description": described(press, description, record),
        "inLanguage": "id",
        "isPartOf": _site(press, root),
        "license": _license(press),
        "isAccessibleForFree": True,
        "spatialCoverage": _city(press),
    }
    if kind == "data":
        yield _all_data(press, root, page)
    elif isinstance(record, Program):
        yield _program(press, record, page)
    elif isinstance(record, Indicator):
        yield _indicator(press, record, page)


def _site(press: Press, root: str) -> Node:
    return {"@type": "WebSite", "@id": f"{root}#situs", "name": press.plan.site.name, "url": root}


def _whole_site(press: Press, root: str) -> Node:
    site = press.plan.site
    node = _site(press, root) | {
        "description": described(press, site.subtitle),
        "inLanguage": "id",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}cari/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
    if not site.official:
        node["disambiguatingDescription"] = _not_theirs(press)
    return node | _by("publisher", press)


def _by(role: str, press: Press) -> Node:
    """Who runs the site, in this role; nothing while nobody is named."""
    manager = press.plan.site.manager
    kind = _MANAGERS.get(manager.kind)
    return {role: {"@type": kind, "name": manager.name}} if kind and manager.name else {}


def _way(root: str, crumbs: Sequence[Crumb]) -> Node:
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": root + path}
        for number, (name, path) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _license(press: Press) -> str | Node:
    """The licence's own address when it is a well-known one, else its words."""
    words = press.plan.site.license
    known = _COMMONS.fullmatch(words)
    if known is None:
        return {"@type": "CreativeWork", "name": words}
    return f"https://creativecommons.org/licenses/{known[1].lower()}/{known[2]}/"


def _city(press: Press) -> Node:
    city = press.plan.city
    return {
        "@type": "City" if city.kind is CityKind.CITY else "AdministrativeArea",
        "name": city.name,
        "containedInPlace": {"@type": "AdministrativeArea", "name": city.province},
    }


def _source(source: Source) -> Node:
    node: Node = {"@type": "CreativeWork", "name": source.title}
    if source.url:
        node["url"] = source.url
    if source.on:
        node["datePublished"] = source.on.iso
    return node


def _rests_on(press: Press, record: Record) -> Node:
    """The sources of a record and the day it last changed."""
    sources = press.facts.sources(cited_sources(record))
    changed = last_change(press.facts, record).isoformat()
    return {"dateModified": changed} | ({"citation": [_source(each) for each in sources]} if sources else {})


def _program(press: Press, program: Program, page: Node) -> Node:
    """The record of a program: a text about it, not the program itself."""
    return {
        "@type": "CreativeWork",
        "name": _called(press, f"Catatan program: {program.name}", program),
        "about": {"@type": "Thing", "name": program.name},
        "keywords": [press.plan.topics[code].name for code in program.topics],
        **page,
        **_rests_on(press, program),
    }


def _indicator(press: Press, indicator: Indicator, page: Node) -> Node:
    """The values of an indicator, with the years that were measured."""
    measured: Node = {"@type": "PropertyValue", "name": indicator.name}
    if indicator.unit:
        measured["unitText"] = indicator.unit
    node: Node = {
        "@type": "Dataset",
        "name": _called(press, f"{indicator.name}, {press.plan.city.name}", indicator),
        "variableMeasured": measured,
        **page,
        "description": f"Setiap nilai menunjuk sumbernya. {page['description']}",
        **_rests_on(press, indicator),
        **_by("creator", press),
    }
    reached = [value for value in indicator.values if value.kind is ValueKind.ACHIEVED]
    years = sorted(value.on.year for value in reached if value.on)
    if years:
        node["temporalCoverage"] = str(years[0]) if years[0] == years[-1] else f"{years[0]}/{years[-1]}"
    return node


def _all_data(press: Press, root: str, page: Node) -> Node:
    """Everything for download."""
    files = [(f"{table.name}.csv", "text/csv", table.meaning) for table in press.open_data]
    files.append(("semua.json", "application/json", "Semua tabel dalam satu berkas."))
    node: Node = {
        "@type": "Dataset",
        "name": _called(press, f"Data {press.plan.site.name}"),
        **page,
        "distribution": [
            {
                "@type": "DataDownload", "name": name, "description": meaning, "encodingFormat": form,
                "contentUrl": f"{root}data/{name}",
            }
            for name, form, meaning in files
        ],
        **_by("creator", press),
    }  # fmt: skip
    if press.facts.data_day:
        node["dateModified"] = press.facts.data_day.isoformat()
    return node
