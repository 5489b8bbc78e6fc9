"""Every address of the site, made in one place.

An address begins with `ROOT`, a private character that stands for the way back to the site's root;
each page replaces it by its own `../`, so that links work under any base path and from a folder.
"""

from __future__ import annotations

from markupsafe import Markup

from content_tools.insight.addresses import path_of
from content_tools.insight.facts import Facts
from content_tools.model.base import Record
from content_tools.model.city import Agency, Place
from content_tools.model.program import Program
from content_tools.model.reference import Event, FrameItem, Gap
from content_tools.visuals.html import join, tag

ROOT = "\ue000"


def rooted(html: str, url: str) -> str:
    """The HTML of the page at `url` (`program/mpp/`) with its addresses made relative."""
    return html.replace(ROOT, "../" * url.count("/") or "./")


def address(path: str) -> str:
    """The address of a page: `address("program/mpp/")`."""
    return ROOT + path


def name_of(record: Record) -> str:
    """What a record is called in running text."""
    if isinstance(record, Agency | Program):
        return record.name
    if isinstance(record, Place):
        return record.full_name
    if isinstance(record, Event):
        return record.text
    if isinstance(record, Gap):
        return record.question
    return str(getattr(record, "name", record.id))


def link(record: Record, words: str | None = None) -> Markup:
    """A link to a record with its own name; the bare name when it has no page."""
    path = path_of(record)
    text = words or name_of(record)
    return tag("a", text, href=address(path)) if path else Markup(tag("span", text))


def item_name(item: FrameItem) -> Markup:
    """The name of a dimension or topic; an English one says so, for those who hear the page."""
    return tag("span", item.name, lang="en") if item.is_english else join([item.name])


def dimension_link(facts: Facts, code: str) -> Markup:
    """A link to a dimension."""
    return tag("a", item_name(facts.plan.dimensions[code]), href=address(f"dimensi/{code}/"))


def topic_link(item: FrameItem) -> Markup:
    """A link to a topic's programs."""
    return tag("a", item.name, href=address(f"program/topik/{item.code}/"))
