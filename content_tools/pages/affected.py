"""Which pages a change of data or of written pages affects: exactly those whose content differs for a reader.

What moves on every page with the newest news (the line under its title, the mark in drawings of time) is no content
of a page, nor is what the history of changes says of it; both sides are seen on the same day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from content_tools.insight.facts import Facts
from content_tools.model.choices import Choice
from content_tools.pages.all import all_pages
from content_tools.pages.converted import converted_html, path_of_uri
from content_tools.pages.page import Page, is_english
from content_tools.pages.press import Press
from content_tools.pages.tokens import Written
from content_tools.pages.touched import Touched
from content_tools.pages.verdicts import Verdict, verdict
from content_tools.pages.written import expand, find
from content_tools.reading.front_matter import split_page


class PageState(Choice):
    """What became of a page."""

    NEW = "baru", "baru"
    CHANGED = "berubah", "berubah"
    GONE = "hilang", "tidak ada lagi"


@dataclass(frozen=True, slots=True)
class AffectedPage:
    """A page of which a reader sees something else than before: its address below the site's root, its title."""

    path: str
    title: str
    state: PageState


@dataclass(frozen=True, slots=True)
class _Text:
    """A page people wrote: its file below `docs/`, title and Markdown."""

    uri: str
    title: str
    text: str


def _aligned(press: Press, after: Facts) -> Press:
    """The same plan and pages, seen on the day of the other side, without what moves everywhere at once."""
    facts = Facts(press.plan, after.on, after.data_day)
    facts.__dict__["newest_news"] = after.newest_news
    return Press(facts, press.docs, press.edit_url, press.site_url, press.code_url)


def affected(before: Press, after: Press) -> tuple[AffectedPage, ...]:
    """Every page that is new, gone, or differs: generated ones in the order of the site, then written ones."""
    sides = _aligned(before, after.facts), _aligned(after, after.facts)
    touched = Touched(sides[0].facts, sides[1].facts)
    return (*_generated(*sides, touched), *_written(*sides, touched))


def _placed(pages: Mapping[str, Page], others: Mapping[str, Page]) -> Iterator[AffectedPage]:
    for path, page in pages.items():
        if path not in others:
            yield AffectedPage(path, page.title, PageState.GONE)


def _generated(before: Press, after: Press, touched: Touched) -> Iterator[AffectedPage]:
    old, new = ({page.path: page for page in all_pages(press)} for press in (before, after))
    differ = _Differ(before, after, touched, old.keys() != new.keys())
    for path, page in new.items():
        if path not in old:
            yield AffectedPage(path, page.title, PageState.NEW)
        elif differ.pages(old[path], page):
            yield AffectedPage(path, page.title, PageState.CHANGED)
    yield from _placed(old, new)


class _Differ:
    """Compares a page of one side with the same page of the other, making as little of both as it takes."""

    def __init__(self, before: Press, after: Press, touched: Touched, other_pages: bool) -> None:
        self.before, self.after, self.touched = before, after, touched
        self.listed = other_pages or _titles(before) != _titles(after)
        """Whether the list of all pages is another one."""
        self.terms = bool(touched.of("istilah"))

    def _around(self, press: Press, page: Page) -> tuple[object, ...]:
        edit = press.edit_url(page.data_file) if page.data_file else None
        return page.title, page.crumbs, page.before, page.after, edit

    def pages(self, old: Page, new: Page) -> bool:
        """Whether a reader sees a difference."""
        if self._around(self.before, old) != self._around(self.after, new):
            return True
        if self.touched.everything or (new.kind == "cari" and self.listed):
            return self.before.page_html(old) != self.after.page_html(new)
        known = verdict(self.touched, new, self.after)
        if new.kind == "dimensi" and known is Verdict.SAME and self._story(self.before, old) != self._story(self.after, new):  # fmt: skip
            known = Verdict.PERHAPS
        if known is Verdict.DIFFERENT or (known is Verdict.SAME and not self.terms):
            return known is Verdict.DIFFERENT
        if known is Verdict.PERHAPS and str(old.body(old)) != str(new.body(new)):
            return True
        return self.terms and self._linked_otherwise(new)

    def _linked_otherwise(self, page: Page) -> bool:
        """Whether other words of a page that is the same on both sides are those of the glossary."""
        html = self.after.framed(page)
        return self.before.glossary.link(html) != self.after.glossary.link(html)

    @staticmethod
    def _story(press: Press, page: Page) -> str | None:
        return press.narrative(page.path.split("/")[1])


def _texts(docs: Path | None) -> dict[str, _Text]:
    """The pages people wrote, by their address; stories of dimensions stand on the dimensions' pages."""
    found = {}
    for path in sorted(docs.rglob("*.md")) if docs else ():
        uri = path.relative_to(docs).as_posix() if docs else ""
        if not uri.startswith("dimensi/"):
            words, text = split_page(path.read_text("utf-8-sig").replace("\r\n", "\n"))
            title = words.get("title") or path.stem.replace("-", " ").capitalize()
            found[path_of_uri(uri)] = _Text(uri, title, text)
    return found


def _titles(press: Press) -> list[tuple[str, str]]:
    return [(path, page.title) for path, page in _texts(press.docs).items()]


def _written(before: Press, after: Press, touched: Touched) -> Iterator[AffectedPage]:
    old, new = _texts(before.docs), _texts(after.docs)
    for path, page in new.items():
        if path not in old:
            yield AffectedPage(path, page.title, PageState.NEW)
        elif _texts_differ(before, after, touched, old[path], page):
            yield AffectedPage(path, page.title, PageState.CHANGED)
    for path, page in old.items():
        if path not in new:
            yield AffectedPage(path, page.title, PageState.GONE)


def _texts_differ(before: Press, after: Press, touched: Touched, old: _Text, new: _Text) -> bool:
    """Whether a reader sees a difference on a written page; converted only where its pieces or words may be others."""
    moved = touched.fields or touched.everything
    if old == new and not moved:
        return False
    if old == new and not touched.everything:
        sources: set[str] = set()
        other = False
        for was, now in _pieces(before, after, new):
            sources |= {*was.sources, *now.sources}
            if was != now:
                other = True
                break
        if other and "<" not in new.text:
            return True
        terms = touched.of("istilah") and not is_english(path_of_uri(new.uri))
        cited = any(("sumber", name) in touched.fields for name in sources)
        if not (other or terms or cited):
            return False
    first = converted_html(before, old.uri, old.title, old.text)
    return first != converted_html(after, new.uri, new.title, new.text)


def _pieces(before: Press, after: Press, page: _Text) -> Iterator[tuple[Written, Written]]:
    """Each piece of data of a page as both sides draw it."""
    for found in find(page.text):
        piece = page.text[found.start : found.end]
        yield expand(before, piece, f"docs/{page.uri}"), expand(after, piece, f"docs/{page.uri}")
