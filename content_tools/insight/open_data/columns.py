"""Rows, columns and cells: a column is a field as its model declares it, or something that follows from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, get_args

from content_tools.insight.facts import Facts
from content_tools.model.base import Part, Record
from content_tools.model.choices import Choice, DataStatus, Strength
from content_tools.model.city import CityFact
from content_tools.model.indicator import Value
from content_tools.model.reference import Source
from content_tools.model.when import When

Cell = str | int | Decimal | bool | None
"""What stands in a table: text, a number, yes or no, or nothing. Dates are ISO text, as exact as known."""

BETWEEN = " | "
"""Stands between several values in one cell."""

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Row:
    """What one row tells of: a record, or a part of one (a step, a figure, a value)."""

    facts: Facts
    record: Record
    part: Part
    """The part itself; for a row about a whole record, the record."""
    page: str | None
    """Path of the page that shows the record; None when none does."""

    def piece(self, model: type[P]) -> P:
        """The part or the record of this row that is of the model; asking for any other is a slip in `tables`."""
        return next(piece for piece in (self.part, self.record) if isinstance(piece, model))

    @property
    def data_status(self) -> DataStatus:
        """Where the row's content comes from; in an invented city every row is invented."""
        example = self.facts.plan.city.data_status is DataStatus.EXAMPLE
        return DataStatus.EXAMPLE if example else self.record.data_status

    @property
    def strength(self) -> Strength | None:
        """How strong the row's sources are: the part's own strength, else that of its record."""
        own = self.part.strength if isinstance(self.part, Value | CityFact) else None
        return own or self.record.strength

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the row's sources: the part's own, else those of its record. A source is its own."""
        if isinstance(self.record, Source):
            return (self.record.id,)
        own: tuple[str, ...] = getattr(self.part, "sources", ())
        return own or self.record.sources

    @property
    def sources(self) -> tuple[Source, ...]:
        """The row's sources, unknown ones left out."""
        return self.facts.sources(self.source_ids)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key (the heading in every file), its title, its explanation, how its cell comes about."""

    key: str
    title: str
    help: str
    value: Callable[[Row], object]
    choices: tuple[Choice, ...] = ()
    """The words that may stand in it, when only some may."""

    def cell(self, row: Row) -> Cell:
        """The plain value of this column in a row."""
        return plain(self.value(row))


def plain(value: object) -> Cell:
    """A value as it stands in a table. Nothing, an empty text and an empty list are None, never zero.

    Raises TypeError for a kind of value that no table can hold.
    """
    match value:
        case None | "" | ():
            return None
        case Choice():
            return str(value.value)
        case When():
            return value.iso
        case date():
            return value.isoformat()
        case tuple():
            return BETWEEN.join(str(plain(item)) for item in value)
        case str() | int() | Decimal():
            return value
    raise TypeError(f"no cell for {value!r}")


def _classes(annotation: Any, kind: type[P] | type[Choice]) -> Iterator[Any]:
    """The classes of one kind inside a field's type, however it is wrapped."""
    if isinstance(annotation, type) and issubclass(annotation, kind):
        yield annotation
    for inside in get_args(annotation):
        yield from _classes(inside, kind)


def _column(model: type[Part], path: str) -> Column:
    keys, titles, helps, owner, annotation = [], [], [], model, None
    steps = path.split(".")
    for step in steps:
        field = owner.model_fields[step]
        annotation = field.annotation
        keys.append(field.alias or step)
        titles.append(field.title or "")
        helps.append(field.description or "")
        owner = next(_classes(annotation, Part), owner)

    def value(row: Row) -> object:
        found: object = row.piece(model)
        for step in steps:
            found = None if found is None else getattr(found, step)
        return found

    title = ": ".join([titles[0], *(title.lower() for title in titles[1:])])
    choices = tuple(choice for some in _classes(annotation, Choice) for choice in some)
    return Column("_".join(keys), title, helps[-1], value, choices)


def fields(model: type[Part], *paths: str) -> tuple[Column, ...]:
    """One column for each field of a model, with the key, title and help the model declares.

    `schedule.start` reaches into a part: its key is `jadwal_mulai`.
    """
    return tuple(_column(model, path) for path in paths)


def computed(
    model: type[P],
    key: str,
    title: str,
    help: str,
    value: Callable[[Facts, P], object],
    choices: tuple[Choice, ...] = (),
) -> Column:
    """A column that is no field: what follows from a record on the day, or a name beside an id."""
    return Column(key, title, help, lambda row: value(row.facts, row.piece(model)), choices)


def _each_once(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


_STATUS, _STRENGTH = fields(Record, "data_status", "strength")

SHARED = (
    Column("halaman", "Halaman", "Letak halamannya di bawah alamat situs ini.", lambda row: row.page),
    Column(
        "ditarik", "Ditarik", "Tanggal catatannya ditarik; kosong bila masih berlaku.",
        lambda row: row.record.retired.on if row.record.retired else None,
    ),
    replace(_STATUS, help="Dari mana isi baris ini.", value=lambda row: row.data_status),
    replace(
        _STRENGTH, help="Seberapa kuat buktinya; tanpa catatan sendiri, mengikuti catatan induknya.",
        value=lambda row: row.strength,
    ),
    Column("data_per", "Data per", "Tanggal terakhir data situs ini diubah.", lambda row: row.facts.data_day),
    Column(
        "penerbit", "Penerbit", "Penerbit sumber baris ini.",
        lambda row: _each_once(source.publisher for source in row.sources),
    ),
    Column("sumber", "Sumber", "Id sumber baris ini; rinciannya ada di tabel sumber.", lambda row: row.source_ids),
    Column(
        "alamat_sumber", "Alamat sumber", "Alamat web sumber yang punya alamat.",
        lambda row: _each_once(source.url for source in row.sources if source.url),
    ),
)  # fmt: skip
"""The columns at the end of every table: where the row is shown, and what it rests on."""
