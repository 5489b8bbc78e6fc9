"""Whether a page can be affected by what differs between two plans, told without making the page.

What is told here follows from what the pages show. It need not be complete where it says “perhaps”: the page is then
made on both sides and compared. A kind of page that is not named here is always compared.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from content_tools.model.indicator import Indicator
from content_tools.model.program import Program
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.pages.touched import Touched


class Verdict(Enum):
    """What can be said of a page that exists on both sides."""

    SAME = auto()
    PERHAPS = auto()
    DIFFERENT = auto()


_NEAR_PLACES = frozenset((
    "name", "summary", "status", "last_news", "pattern", "lead", "scope", "places", "location", "topics", "service",
    "initiators", "retired",
))  # fmt: skip
"""What the page of a place shows of programs, or chooses them by."""

_ROW = frozenset(("name", "abbreviation", "summary", "lead", "status", "last_news", "pattern", "retired"))
"""What a table of programs shows of each."""

_SHORT = frozenset(("name", "abbreviation", "existence"))
"""What lists show of an agency."""

_PLACED = frozenset(("name", "dimension", "subdimension", "grouping", "retired"))
"""What the matrix of dimensions shows of programs."""

_LED = frozenset(("lead", "retired"))
_NAMED = frozenset(("name", "abbreviation", "retired"))


def _perhaps(maybe: object) -> Verdict:
    return Verdict.PERHAPS if maybe else Verdict.SAME


def _record(touched: Touched, page: Page) -> Verdict:
    """A page about one record: itself, what it names, who names it."""
    collection = page.uri.split("/")[0]
    return _perhaps(page.record is None or (collection, page.record.id) in touched.near)


def _document(touched: Touched, page: Page) -> Verdict:
    """Documents stand on one ladder; where each stands depends on the others."""
    return _perhaps(touched.of("dokumen") or _record(touched, page) is Verdict.PERHAPS)


def _program_list(touched: Touched, page: Page) -> Verdict:
    """The programs with one value of a facet, and how many have its other values."""
    return _perhaps(page.kind in touched.moved or touched.of("program", fields=_ROW) or touched.of("instansi", fields=_SHORT))  # fmt: skip


def _place(touched: Touched, page: Page) -> Verdict:
    """What happens in a place. Its sheet says who runs the site and on what ground, which may be a regulation."""
    if (
        (page.kind == "lembar" and touched.of("regulasi"))
        or touched.of("wilayah", "instansi")
        or touched.of("program", fields=_NEAR_PLACES)
    ):
        return Verdict.PERHAPS
    with_places = (
        any(value.place for value in record.values)
        for id in touched.of("indikator")
        for _, record in touched.records(("indikator", id))
        if isinstance(record, Indicator)
    )
    named = {name for source in touched.of("sumber") for name, _ in touched.naming(("sumber", source))}
    return _perhaps(any(with_places) or named & {"indikator", "wilayah"})


def _in_dimension(touched: Touched, code: str) -> bool:
    """Whether a program of this dimension differs, or a source that only programs name and that decides their count."""
    programs = {*touched.of("program")}
    for source in touched.of("sumber"):
        programs |= {id for name, id in touched.naming(("sumber", source)) if name == "program"}
    for indicator in touched.of("indikator"):
        programs |= {id for name, id in touched.naming(("indikator", indicator)) if name == "program"}
    return any(
        isinstance(record, Program) and record.dimension == code
        for id in programs
        for _, record in touched.records(("program", id))
    )


def _dimension(touched: Touched, page: Page) -> Verdict:
    code = page.path.split("/")[1]
    beside = touched.of("indikator", "sumber", "instansi")
    return _perhaps(beside or _in_dimension(touched, code))


def _roadmap(touched: Touched, page: Page) -> Verdict:
    parts = page.path.strip("/").split("/")
    if len(parts) == 1:
        return _perhaps(touched.of("program", "sumber"))
    return _perhaps(_in_dimension(touched, parts[1]))


_INDEXES: dict[str, Callable[[Touched], object]] = {
    "program/": lambda touched: touched.moved or touched.of("program", fields=_ROW) or touched.of("instansi", fields=_SHORT) or touched.of("wilayah"),
    "kelurahan/": lambda touched: touched.of("wilayah"),
    "indikator/": lambda touched: touched.of("indikator", "sumber", "ditahan"),
    "dimensi/": lambda touched: touched.of("program", fields=_PLACED) or touched.of("sumber"),
    "dokumen/": lambda touched: touched.of("dokumen", "regulasi", "sumber"),
    "instansi/": lambda touched: touched.of("instansi") or touched.of("program", fields=_LED),
}  # fmt: skip
"""Path of a list of one kind of records to what it rests on."""


def _index(touched: Touched, page: Page) -> Verdict:
    rests_on = _INDEXES.get(page.path)
    return _perhaps(rests_on is None or rests_on(touched))


def _everything(touched: Touched, page: Page) -> Verdict:
    listed = touched.of("instansi", "wilayah", "indikator", "dokumen", "regulasi", "istilah")
    counted = [id for id in touched.of("sumber", "belum_ditemukan") if not all(_both(touched, id))]
    return _perhaps(listed or counted or touched.moved or touched.of("program", fields=_NAMED))


def _both(touched: Touched, id: str) -> list[bool]:
    """Whether each side knows the source or the gap with this id."""
    return [id in facts.plan.sources or id in facts.plan.gaps for facts in touched.sides]


def _counts(touched: Touched) -> list[list[int]]:
    """How many rows the tables for download have, as far as nothing is held back."""
    found = []
    for facts in touched.sides:
        plan, programs = facts.plan, facts.plan.programs.values()
        parts = [
            sum(len(getattr(program, name)) for program in programs) for name in ("milestones", "budgets")
        ]
        found.append([*parts, *(len(records) for name, records in plan.collections() if name != "ditahan")])
    return found


_RESTING = frozenset(("name", "regulations", "absences", "retired"))

_HELD = frozenset(("figures", "values", "id", "targets", "items"))


def _data(touched: Touched, page: Page) -> Verdict:
    """The page says how many rows each table has, and no more of them."""
    before, after = _counts(touched)
    if before != after:
        return Verdict.DIFFERENT
    return _perhaps(touched.of(*("program", "indikator", "dokumen"), fields=_HELD) or touched.of("ditahan"))


def _legal(touched: Touched, page: Page) -> Verdict:
    """Regulations, and by name who rests on them."""
    return _perhaps(
        len(touched.of("program")) < len(touched.fields) or touched.of("program", fields=_RESTING)
    )


def _sources(touched: Touched, page: Page) -> Verdict:
    """Sources, and by name who cites them; programs that do are known for sure."""
    return _perhaps(len(touched.of("program")) < len(touched.fields))


_RULES: dict[str, Callable[[Touched, Page], Verdict]] = {
    **dict.fromkeys(("program", "indikator", "instansi"), _record),
    "dokumen": _document,
    **dict.fromkeys(("topik", "status", "pemrakarsa", "tahun"), _program_list),
    **dict.fromkeys(("kelurahan", "kecamatan", "desa", "lembar"), _place),
    "dimensi": _dimension,
    "peta-jalan": _roadmap,
    "daftar": _index,
    "cari": _everything,
    "data": _data,
    "dasar-hukum": _legal,
    "sumber": _sources,
    "istilah": lambda touched, page: _perhaps(touched.of("istilah")),
    **dict.fromkeys(("pesan", "pesan-daftar", "perubahan"), lambda touched, page: Verdict.SAME),
}
"""Kind of page to what is known about it; of any other kind nothing is."""


def verdict(touched: Touched, page: Page, press: Press) -> Verdict:
    """What can be said of a generated page that exists on both sides under the same title, in the same order."""
    if page.path in touched.certain:
        return Verdict.DIFFERENT
    if not touched.fields:
        return Verdict.SAME
    rule = _RULES.get(page.kind)
    if rule is None or (page.kind == "dimensi" and _tells_data(press, page)):
        return Verdict.PERHAPS
    return rule(touched, page)


def _tells_data(press: Press, page: Page) -> bool:
    """Whether the story on a dimension's page holds pieces of data, which may be any."""
    story = press.narrative(page.path.split("/")[1]) or ""
    return "[[" in story or "```" in story or "~~~" in story
