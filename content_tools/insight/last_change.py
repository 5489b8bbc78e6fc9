"""When a page last changed, as far as the records tell: for site maps and for those who take the data along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from content_tools.insight.citations import cited_sources
from content_tools.insight.facts import Facts
from content_tools.model.base import Part, Record
from content_tools.model.when import When


def _days(value: object) -> Iterator[date]:
    """Every day in a value and its parts; a month or a year counts as its first day."""
    if isinstance(value, When):
        yield value.first_day
    elif isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _days(item)
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _days(getattr(value, name))


def newest_day(facts: Facts, record: Record | None = None) -> date | None:
    """The newest past day in the record or in a source it cites, without a record in any source; None when there is none.

    The day a source was read is one of them: what it says came into a record no earlier.
    """
    cited = facts.sources(cited_sources(record)) if record else facts.plan.sources.values()
    days = _days((record, *cited) if record else tuple(cited))
    return max((day for day in days if day <= facts.on), default=None)


def last_change(facts: Facts, record: Record | None = None) -> date:
    """When the page of this record last changed; without a record, when a page over the whole plan did.

    Never later than the day the plan is seen on, which is also the answer when nothing says.
    """
    known = newest_day(facts, record) if record else facts.data_day or newest_day(facts)
    return min(known or facts.on, facts.on)
