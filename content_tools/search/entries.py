"""What can be found: every record with an address, the items of the frames, the pages of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from content_tools.insight.addresses import path_of
from content_tools.insight.facets import facets
from content_tools.model.base import Record
from content_tools.model.city import Agency, Place
from content_tools.model.indicator import Indicator
from content_tools.model.program import Program
from content_tools.model.reference import Document, Event, FrameItem, Gap, Regulation, Term
from content_tools.pages.everything import OF_RECORDS, written_pages
from content_tools.pages.page import Page, is_english
from content_tools.pages.press import Press
from content_tools.search.entry import OFFICE, Entry
from content_tools.search.text import prose
from content_tools.visuals.links import name_of

_SPOKEN = re.compile(r"^Dis(?=[a-z]{4})")
"""What people leave away from the short name of a dinas: `Disabcd` is asked for as “abcd”."""

_MEASURES = ("Tingkat ", "Jumlah ", "Angka ")
"""What the name of a figure may begin with and nobody asks for."""


def _measured(name: str) -> tuple[str, ...]:
    """What a figure is about: `Kemiskinan` of “Tingkat kemiskinan”; nothing when its name says no more."""
    return tuple(name.removeprefix(words).capitalize() for words in _MEASURES if name.startswith(words))


def _joined(*parts: object) -> str:
    """Whatever has words, as one text; a full stop keeps the parts from forming phrases."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
        elif isinstance(part, Iterable):
            texts += [str(each) for each in part if each]
        elif part is not None:
            texts.append(str(part))
    return " . ".join(text for text in texts if text)


def _told(programs: Iterable[Program]) -> str:
    """What programs are called and say of themselves: what the page of their topic, agency or place shows."""
    return _joined(*((program.name, program.abbreviation, program.summary) for program in programs))


def _without_kind(body: Agency) -> str:
    """The name without the word for the kind of body, which would else stand at every program."""
    return body.name.removeprefix(f"{body.kind.label} ")


def _labels(program: Program) -> str:
    """What a program's page says in headings and chips: whose idea, what kind of service, of money."""
    return _joined(
        (initiator.label for initiator in program.initiators), program.service.kind.label if program.service else None,
        (budget.kind.label for budget in program.budgets), program.budgets and "anggaran", program.scope.label,
        program.pattern.label if program.pattern else None, program.quick_win and "quick win",
    )  # fmt: skip


class _Entries:
    """Makes the entries of one press."""

    def __init__(self, press: Press, pages: Iterable[Page]) -> None:
        self.press, self.plan, self.facts = press, press.plan, press.facts
        self.pages = list(pages)
        self.described = {page.path: page.description for page in self.pages}

    def all(self) -> Iterator[Entry]:
        """Every entry, kind by kind in the order of `KINDS`, neighbours in subject beside each other."""
        yield from (self._program(program) for program in self._by_topic())
        yield from (self._place(place) for place in self.plan.places.values())
        yield from (self._agency(body) for body in self.plan.agencies.values() if body.has_page)
        yield from (
            self._item(item, "topik", f"program/topik/{item.code}/") for item in self.plan.topics.values()
        )
        yield from (
            self._item(item, "dimensi", f"dimensi/{item.code}/") for item in self.plan.dimensions.values()
        )
        yield from (self._indicator(indicator) for indicator in self.plan.indicators.values())
        yield from (self._document(document) for document in self.plan.documents.values())
        yield from (self._regulation(regulation) for regulation in self.plan.regulations.values())
        yield from (self._term(term) for term in self.plan.terms.values())
        yield from (self._event(event) for event in self.plan.events.values() if path_of(event))
        yield from (self._gap(gap) for gap in self.plan.gaps.values())
        yield from self._pages()

    def _by_topic(self) -> list[Program]:
        order = {code: number for number, code in enumerate(self.plan.topics)}
        return sorted(
            self.plan.programs.values(), key=lambda program: (order.get(program.topics[0], 0), program.name)
        )

    def _path(self, record: Record) -> str:
        path = path_of(record)
        if path is None:
            raise ValueError(f"tanpa alamat: {record.id}")
        return path

    def _bodies(self, names: Iterable[str]) -> list[Agency]:
        return [self.plan.agencies[name] for name in names if name in self.plan.agencies]

    def _program(self, program: Program) -> Entry:
        plan = self.plan
        topics = [plan.topics[code] for code in program.topics if code in plan.topics]
        dimensions = [
            plan.dimensions[code]
            for code in (program.dimension, *program.other_dimensions)
            if code in plan.dimensions
        ]
        bodies = self._bodies((program.lead, *program.executors) if program.lead else program.executors)
        places = [plan.places[name] for name in program.places if name in plan.places]
        around = [
            plan.places[place.parent] for place in places if place.parent and place.parent in plan.places
        ]
        milestones = [text for step in program.milestones for text in (step.name, step.output) if text]
        status = self.facts.status(program).words
        return Entry(
            self._path(program), "program", program.name, program.summary or "",
            " · ".join([*(topic.name for topic in topics), *(body.abbreviation for body in bodies[:1]), status]),
            (program.abbreviation,) if program.abbreviation else (),
            _joined(
                *(prose(text, plan) for text in (program.description, program.problem_text, program.purpose, program.note)),
                program.beneficiaries, program.initiator_text, program.partners, program.status_reason, milestones,
                (figure.text for figure in program.figures), program.group.label if program.group else None,
                (name_of(plan.regulations[name]) for name in program.regulations if name in plan.regulations),
                status, _labels(program),
            ),
            _joined((place.full_name for place in (*places, *dict.fromkeys(around))), program.location),
            _joined(*((_without_kind(body), body.abbreviation) for body in bodies)),
            _joined((item.name for item in topics), *((item.name, item.gloss) for item in dimensions)),
            facets=facets(self.facts, program) if program.retired is None else {},
        )  # fmt: skip

    def _place(self, place: Place) -> Entry:
        parent = self.plan.places.get(place.parent or "")
        inside = [other.full_name for other in self.plan.places.values() if other.parent == place.id]
        offices = [body for body in self.plan.agencies.values() if body.place == place.id]
        here = [program for program in self.plan.living if place.id in program.places]
        within = place.full_name if parent is None else f"{place.full_name}, {parent.full_name}"
        return Entry(
            self._path(place), "wilayah", place.full_name, self.described.get(self._path(place), ""),
            parent.full_name if parent else self.plan.city.name, (place.name, *place.other_names),
            _joined(prose(place.note, self.plan), place.code, place.bps_code, place.postal_code and f"kode pos {place.postal_code}", inside),
            _joined(within), _joined(body.name for body in offices), lists=_told(here),
            facets={"wilayah": (place.id, *((parent.id,) if parent else ()))},
        )  # fmt: skip

    def _agency(self, body: Agency) -> Entry:
        led = [program for program in self.plan.living if program.lead == body.id]
        short = (body.abbreviation,) if body.abbreviation != body.name else ()
        spoken = _SPOKEN.sub("", body.abbreviation)
        path = self._path(body)
        return Entry(
            path, "instansi", body.name, body.summary or self.described.get(path, ""), body.kind.label,
            (*short, *((spoken,) if spoken != body.abbreviation else ()), *(former.name for former in body.former_names)),
            prose(body.note, self.plan), lists=_told(led),
            weighed_as=OFFICE if body.place else "",
            facets={"instansi": (body.id,)} | ({"wilayah": (body.place,)} if body.place else {}),
        )  # fmt: skip

    def _item(self, item: FrameItem, kind: str, path: str) -> Entry:
        frame = self.plan.topic_frame if kind == "topik" else self.plan.dimension_frame
        inside = frame.inside(item.code)
        described = item.meaning or self.described.get(path, "")
        story = self.press.narrative(item.code) if kind == "dimensi" else None
        names = (*item.other_names, *((item.gloss,) if item.gloss else ()))
        inside_programs = [program for program in self.plan.living if item.code in program.topics]
        below = [text for other in inside for text in (other.name, other.gloss, other.meaning) if text]
        return Entry(
            path, kind, item.name, described, item.gloss or "", names,
            _joined(item.scope, below, prose(story, self.plan)), lists=_told(inside_programs), facets={kind: (item.code,)},
            lang="en" if item.is_english else None,
        )  # fmt: skip

    def _indicator(self, indicator: Indicator) -> Entry:
        plan, path = self.plan, self._path(indicator)
        dimension = plan.dimensions.get(indicator.dimension or "")
        topics = [plan.topics[code] for code in indicator.topics if code in plan.topics]
        years = sorted({value.on.year for value in indicator.values if value.on})
        places = [
            plan.places[value.place].full_name
            for value in indicator.values
            if value.place and value.place in plan.places
        ]
        return Entry(
            path, "angka", indicator.name, indicator.summary or self.described.get(path, ""),
            " · ".join(part for part in (indicator.group, _span(years)) if part), _measured(indicator.name),
            _joined(prose(indicator.definition, plan), indicator.formula, indicator.unit, indicator.producer, prose(indicator.note, plan), years),
            _joined(dict.fromkeys(places)), "",
            _joined((topic.name for topic in topics), (dimension.name, dimension.gloss) if dimension else None),
            facets={"topik": indicator.topics, "tahun": tuple(str(year) for year in years)}
            | ({"dimensi": (indicator.dimension,)} if indicator.dimension else {}),
        )  # fmt: skip

    def _document(self, document: Document) -> Entry:
        period = (
            f"{document.period.start}–{document.period.end}" if document.period else str(document.year or "")
        )
        targets = [text for target in document.targets for text in (target.indicator, target.value) if text]
        adopted = self.plan.regulations.get(document.adopted_by or "")
        years = (
            [str(document.period.start)] if document.period else [str(document.year)] if document.year else []
        )
        return Entry(
            self._path(document), "dokumen", document.name, document.summary or document.vision or "",
            " · ".join(part for part in (document.rung, period) if part), (document.short_name,),
            _joined(
                document.vision and f"visi . {document.vision}", document.missions and ("misi", *document.missions),
                document.theme and f"tema . {document.theme}", document.pillars and ("pilar", *document.pillars),
                document.priorities and ("prioritas", *document.priorities), targets and ("target", *targets),
                prose(document.note, self.plan), adopted.name if adopted else None, document.rung, period,
            ),
            facets={"tahun": tuple(years)},
        )  # fmt: skip

    def _regulation(self, regulation: Regulation) -> Entry:
        return Entry(
            self._path(regulation), "dasar-hukum", regulation.name, regulation.about, regulation.status.label,
            (f"{regulation.kind} {regulation.number}/{regulation.year}",) if regulation.number else (),
            _joined(prose(regulation.note, self.plan), regulation.level.label), facets={"tahun": (str(regulation.year),)},
        )  # fmt: skip

    def _term(self, term: Term) -> Entry:
        others = [self.plan.terms[name].name for name in term.see_also if name in self.plan.terms]
        names = [name for name in (term.abbreviation, term.english, *term.forms) if name]
        return Entry(
            self._path(term), "istilah", term.name, term.definition, "", tuple(dict.fromkeys(names)),
            _joined(prose(term.note, self.plan), others),
        )  # fmt: skip

    def _event(self, event: Event) -> Entry:
        when = event.on.words if event.on else ""
        year = (str(event.on.year),) if event.on else ()
        return Entry(
            self._path(event), "riwayat", event.text, "", when, (), _joined(prose(event.note, self.plan), when),
            facets={"tahun": year},
        )  # fmt: skip

    def _gap(self, gap: Gap) -> Entry:
        return Entry(
            self._path(gap), "belum-ditemukan", gap.question, "", gap.about.label, (),
            _joined(prose(gap.note, self.plan), gap.looked_in),
        )  # fmt: skip

    def _pages(self) -> Iterator[Entry]:
        """The pages about many records, and those that people wrote."""
        for page in self.pages:
            if page.kind not in OF_RECORDS and page.kind not in _NARROWED and page.kind != "cari":
                words = page.path.strip("/").replace("-", " ").replace("/", " ")
                yield Entry(page.path, "halaman", page.title, page.description, names=(words,))
        for path, title, description, text in written_pages(self.press):
            lang = "en" if is_english(path) else None
            yield Entry(path, "halaman", title, description, body=prose(text, self.plan), lang=lang)


_NARROWED = frozenset(("status", "pemrakarsa", "tahun"))
"""Kinds of pages that a filter of the results replaces."""


def _span(years: list[int]) -> str:
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0]) if years else ""


def search_entries(press: Press, pages: Iterable[Page]) -> list[Entry]:
    """Everything that can be found, each address once. `pages` are the generated pages."""
    found: dict[str, Entry] = {}
    for entry in _Entries(press, pages).all():
        found.setdefault(entry.path, entry)
    return list(found.values())
