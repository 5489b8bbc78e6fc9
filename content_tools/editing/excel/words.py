"""Readable labels of records and allowed values, and the way back: an agency reads names, a record holds ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from content_tools.changes.naming import called
from content_tools.model.base import Part
from content_tools.model.choices import Choice
from content_tools.model.plan import Plan


def folded(text: str) -> str:
    """A text as it is compared: letters of any height, one blank between words."""
    return " ".join(text.casefold().split())


def choice_named(choices: tuple[Choice, ...], text: str) -> Choice | None:
    """The allowed value that a cell names by its value or its label; None when there is no such."""
    wanted = folded(text)
    return next((one for one in choices if wanted in (one.value, folded(one.label))), None)


class Words:
    """The labels of one plan's records: each label names one record."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._labels: dict[str, Mapping[str, str]] = {}
        self._ids: dict[str, Mapping[str, str]] = {}

    def _records(self, collection: str) -> Mapping[str, Part]:
        if collection == "dimensi":
            return self._plan.dimensions
        return self._plan.topics if collection == "topik" else self._plan.collection(collection)

    def labels(self, collection: str) -> Mapping[str, str]:
        """Id to label; where two records have one name, the id stands in brackets behind it."""
        if collection not in self._labels:
            names = {name: called(record) for name, record in self._records(collection).items()}
            often = Counter(folded(name) for name in names.values())
            self._labels[collection] = {
                id: name if often[folded(name)] == 1 else f"{name} ({id})" for id, name in names.items()
            }
        return self._labels[collection]

    def label(self, collection: str, id: str) -> str:
        """The label of a record; the id itself when nobody knows it."""
        return self.labels(collection).get(id, id)

    def id_of(self, collection: str, text: str) -> str | None:
        """The record that a text names by its id, its label, its bare name or its abbreviation, when only one does."""
        if collection not in self._ids:
            self._ids[collection] = self._names(collection)
        return self._ids[collection].get(folded(text))

    def _names(self, collection: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        several: set[str] = set()
        records = self._records(collection)
        for id, record in records.items():
            for name in {folded(str(getattr(record, what, ""))) for what in ("name", "abbreviation")} - {""}:
                if found.setdefault(name, id) != id:
                    several.add(name)
        clear = {name: id for name, id in found.items() if name not in several}
        sure = {folded(label): id for id, label in self.labels(collection).items()}
        return clear | sure | {folded(id): id for id in records}
