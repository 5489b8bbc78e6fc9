"""What every change has in common: whose it is, which sources carry it, and that it can tell itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

Names = Callable[[str, str], str]
"""`(collection, id)` → what readers call the record; the id itself when unknown."""


@dataclass(frozen=True)
class Change(ABC):
    """One thing that changed in one record."""

    collection: str
    """`program`, `indikator`, `instansi`, …, or `situs`, `kota`, `masterplan`, `sinonim`."""
    id: str
    """The record's id; the collection's name where there is none."""
    name: str
    """What readers call the record: its new name, or the old one when it is gone."""
    sources: tuple[str, ...]
    """Ids of the sources that carry the new state: the part's own, else the record's."""

    kind: ClassVar[str]
    """A stable word for programs that read this."""
    loud: ClassVar[bool] = False
    """Whether something readers had is gone."""

    @abstractmethod
    def sentence(self) -> str:
        """The change in plain Indonesian: no markup, no line breaks, data as it was written."""
