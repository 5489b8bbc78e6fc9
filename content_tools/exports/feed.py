"""What changed, for feed readers: Atom (RFC 4287), one file for everything and one for each topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markupsafe import Markup

from content_tools.changes.entry import Entry, Line
from content_tools.changes.text import one_line, shortened
from content_tools.model.writing import number
from content_tools.pages.change_entries import address_of, called, is_new, sentences_of, summary
from content_tools.pages.changes import FEED, topic_feed
from content_tools.pages.press import Press
from content_tools.pages.share import preview_note
from content_tools.visuals import links
from content_tools.visuals.html import tag

NEWEST = 50
"""Entries in a feed."""
TITLE = 120
"""Letters of an entry's title."""


def feeds(press: Press) -> Iterator[tuple[str, bytes]]:
    """Address and content of every feed."""
    entries = press.history.entries
    yield FEED, _feed(press, FEED, "perubahan/", "", entries)
    for code, item in press.plan.topics.items():
        own = [kept for entry in entries if (kept := _about(press, entry, code)).lines]
        yield topic_feed(code), _feed(press, topic_feed(code), f"program/topik/{code}/", item.name, own)


def _about(press: Press, entry: Entry, topic: str) -> Entry:
    """The part of an entry about programs that have this topic, or had it when they changed."""

    def fits(line: Line) -> bool:
        record = press.plan.programs.get(line.id) if line.collection == "program" else None
        return topic in line.topics or (record is not None and topic in record.topics)

    return replace(entry, lines=tuple(line for line in entry.lines if fits(line)))


def _feed(press: Press, path: str, page: str, topic: str, entries: Sequence[Entry]) -> bytes:
    """One feed as UTF-8. A feed's id never changes: it comes from the city's code, not from where the site stands."""
    site, newest = press.plan.site, entries[:NEWEST]
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "id"})
    _text(feed, "id", _id(press, path))
    _text(feed, "title", press.window_title(f"Perubahan: {topic}" if topic else "Perubahan"))
    note = preview_note(press)
    words = "Perubahan pada catatan situs ini, bukan keputusan pemerintah."
    _text(feed, "subtitle", f"{note}. {words}" if note else words)
    _text(
        feed,
        "updated",
        _moment(max((entry.day for entry in newest), default=press.facts.data_day or press.facts.on)),
    )
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=_address(press, path, path))
    SubElement(feed, "link", rel="alternate", type="text/html", href=_address(press, page, path))
    _text(SubElement(feed, "author"), "name", site.name)
    _text(feed, "rights", site.license)
    for entry in newest:
        _entry(press, feed, entry, path)
    indent(feed, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="utf-8") + b"\n"


def _entry(press: Press, feed: Element, entry: Entry, path: str) -> None:
    element = SubElement(feed, "entry")
    _text(element, "id", _id(press, f"{path}#{entry.commit}"))
    _text(element, "title", _title(entry))
    _text(element, "updated", _moment(entry.day))
    page = _address(press, address_of(entry), path)
    SubElement(element, "link", rel="alternate", type="text/html", href=page)
    _text(element, "content", str(_content(entry))).set("type", "html")


def _title(entry: Entry) -> str:
    """What changed, in one line."""
    if entry.bulk:
        return shortened(summary(entry), TITLE)
    records = entry.records
    first = records[0][0]
    name = shortened(called(first), TITLE)
    if len(records) > 1:
        return f"{name} dan {number(len(records) - 1)} catatan lain"
    if len(entry.lines) > 1:
        return f"{name}: {number(len(entry.lines))} perubahan"
    return shortened(first.sentence if is_new([first]) else f"{name}: {first.sentence}", TITLE)


def _content(entry: Entry) -> Markup:
    """Reason and lines as simple HTML without links."""
    items = [_record(lines) for lines in (() if entry.bulk else entry.records)]
    return tag(
        "div", tag("p", f"Alasan: {entry.reason}") if entry.reason else None,
        tag("ul", *items) if items else tag("p", f"{summary(entry)}."),
    )  # fmt: skip


def _record(lines: Sequence[Line]) -> Markup:
    sentences, more = sentences_of(lines)
    told = [*sentences, *([f"{number(len(more))} perubahan lain"] if more else ())]
    name = tag("b", called(lines[0]))
    return tag("li", name, f": {'; '.join(told)}" if told else " (baru)")


def _text(parent: Element, name: str, words: str) -> Element:
    """A child with a text; signs that XML cannot hold become blanks."""
    child = SubElement(parent, name)
    child.text = one_line(words)
    return child


def _moment(on: date) -> str:
    """A day as Atom wants it. The hour is left out: it says more about who works when than about the change."""
    return f"{on.isoformat()}T00:00:00Z"


def _address(press: Press, target: str, path: str) -> str:
    """Absolute where the site's address is known, else as seen from the feed."""
    return press.site_url + target if press.site_url else links.rooted(links.address(target), path)


def _id(press: Press, what: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{press.plan.city.code}/{what}')}"
