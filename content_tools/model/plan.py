"""The one aggregate: every record, found by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from content_tools.model.base import Record
from content_tools.model.city import Agency, City, Place, Site
from content_tools.model.indicator import Indicator, Value
from content_tools.model.masterplan import Masterplan
from content_tools.model.program import Program
from content_tools.model.reference import (
    Document,
    Event,
    Frame,
    FrameItem,
    Gap,
    Regulation,
    Source,
    Synonyms,
    Term,
    Withheld,
)


@dataclass(frozen=True)
class Plan:
    """A city's plan: the single records, and one mapping from id to record for each collection."""

    site: Site
    city: City
    masterplan: Masterplan
    programs: Mapping[str, Program]
    indicators: Mapping[str, Indicator]
    agencies: Mapping[str, Agency]
    places: Mapping[str, Place]
    regulations: Mapping[str, Regulation]
    documents: Mapping[str, Document]
    events: Mapping[str, Event]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    frames: Mapping[str, Frame]
    gaps: Mapping[str, Gap]
    withheld: Mapping[str, Withheld]
    synonyms: Synonyms = field(default_factory=Synonyms)
    unreadable: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    """Ids of records that exist but could not be read, by collection: references to them are not wrong."""
    lost: frozenset[str] = frozenset()
    """Collections whose whole file could not be read: nothing is said about references to them."""

    def collections(self) -> Iterator[tuple[str, Mapping[str, Record]]]:
        """Every collection under the Indonesian name that references use."""
        for name, attribute in COLLECTIONS.items():
            yield name, getattr(self, attribute)

    def collection(self, name: str) -> Mapping[str, Record]:
        """The collection with this Indonesian name. Raises KeyError for an unknown name."""
        records: Mapping[str, Record] = getattr(self, COLLECTIONS[name])
        return records

    def records(self) -> Iterator[Record]:
        """Every record with an id, the city and the masterplan first."""
        yield self.city
        yield self.masterplan
        for _, records in self.collections():
            yield from records.values()

    def may_hold(self, collection: str, name: str) -> bool:
        """Whether a record with this id may stand in what could not be read."""
        return collection in self.lost or name in self.unreadable.get(collection, ())

    @cached_property
    def living(self) -> tuple[Program, ...]:
        """Every program that was not withdrawn."""
        return tuple(program for program in self.programs.values() if program.retired is None)

    @cached_property
    def dimension_frame(self) -> Frame:
        """The frame the plan's dimensions come from."""
        return self.frames[self.masterplan.dimension_frame]

    @cached_property
    def topic_frame(self) -> Frame:
        """The frame the citizens' topics come from."""
        return self.frames[self.masterplan.topic_frame]

    @cached_property
    def dimensions(self) -> Mapping[str, FrameItem]:
        """The dimensions in their order, by code."""
        return MappingProxyType({item.code: item for item in self.dimension_frame.tops})

    @cached_property
    def topics(self) -> Mapping[str, FrameItem]:
        """The topics in their order, by code."""
        return MappingProxyType({item.code: item for item in self.topic_frame.tops})

    @cached_property
    def values(self) -> Mapping[str, tuple[Indicator, Value]]:
        """Every indicator value by its id, with the indicator it belongs to."""
        return MappingProxyType(
            {
                value.id: (indicator, value)
                for indicator in self.indicators.values()
                for value in indicator.values
            }
        )


COLLECTIONS = {
    "program": "programs",
    "indikator": "indicators",
    "instansi": "agencies",
    "wilayah": "places",
    "regulasi": "regulations",
    "dokumen": "documents",
    "riwayat": "events",
    "sumber": "sources",
    "istilah": "terms",
    "kerangka": "frames",
    "belum_ditemukan": "gaps",
    "ditahan": "withheld",
}
"""Indonesian name of a collection (as in references and file names) to its attribute of `Plan`."""
