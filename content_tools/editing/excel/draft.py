"""Programs as they would be after an import: new plain forms, each value with the cell it came from."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from content_tools.editing.canonical import in_order, plain
from content_tools.editing.excel.rows import at
from content_tools.model.plan import Plan
from content_tools.model.program import Program
from content_tools.model.reference import Source
from content_tools.model.values import parse_when

Path = tuple[str | int, ...]
Spot = tuple[str, str]
"""A sheet and a cell."""


class Draft:
    """Changes gathered from the sheets, before anything is written."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._written: dict[str, dict[str, Any]] = {}
        self._spots: dict[str, dict[Path, Spot]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        """New sources in their plain form, by id."""

    def add(self, id: str, written: dict[str, Any], spot: Spot) -> None:
        """A new program."""
        self._written[id] = written
        self._spots[id] = {(): spot}

    def seen(self, id: str, spot: Spot) -> None:
        """Where a program's own row stands."""
        self._spots.setdefault(id, {})[()] = spot

    def of(self, id: str) -> dict[str, Any]:
        """A program's plain form as it stands now, to be changed."""
        if id not in self._written:
            self._written[id] = deepcopy(plain(self._plan.programs[id]))
        return self._written[id]

    def put(self, id: str, path: tuple[str, ...], value: Any, spot: Spot) -> Spot | None:
        """Set a value, or take it out with None. Returns the other cell when that one said something else."""
        before = self._spots.get(id, {}).get(path)
        if before is not None and at(self.of(id), path) != value:
            return before
        self._spots.setdefault(id, {})[path] = spot
        tree = self.of(id)
        for step in path[:-1]:
            tree = tree.setdefault(step, {})
        if value is None:
            tree.pop(path[-1], None)
        else:
            tree[path[-1]] = value
        return None

    def place(self, id: str, path: Path, spot: Spot) -> None:
        """Note where a value of a program came from."""
        self._spots.setdefault(id, {})[path] = spot

    def cite(self, id: str, names: list[str], spot: Spot) -> None:
        """Name sources of a program; the newest of them is its newest news, unless a cell says so itself."""
        written = self.of(id)
        known = written.setdefault("sumber", [])
        known += [name for name in names if name not in known]
        self._spots.setdefault(id, {}).setdefault(("sumber",), spot)
        if ("kabar_terakhir",) in self._spots[id]:
            return
        dates = [parse_when(day) for name in names if (day := self.dated(name))]
        now = written.get("kabar_terakhir")
        if dates and (now is None or max(dates) > parse_when(now)):
            written["kabar_terakhir"] = max(dates).iso

    def dated(self, name: str) -> str | None:
        """When a source is from; None when nobody says."""
        if name in self.sources:
            day: str | None = self.sources[name].get("tanggal")
            return day
        on = self._plan.sources[name].on
        return on.iso if on else None

    def spot(self, id: str, path: Path) -> Spot:
        """The cell of a value, or the nearest one around it."""
        spots = self._spots.get(id, {})
        return next((spots[path[:end]] for end in range(len(path), -1, -1) if path[:end] in spots), ("", ""))

    def programs(self) -> Iterator[tuple[dict[str, Any], Program | None]]:
        """Every program that differs: its new plain form and the record it replaces, None for a new one."""
        for id, written in self._written.items():
            old = self._plan.programs.get(id)
            new = plain(Program.model_validate(in_order(Program, self._clean(id, written))))
            if old is None or new != plain(old):
                yield new, old

    def _clean(self, id: str, written: dict[str, Any]) -> dict[str, Any]:
        """Without empty schedules, and without saying of a filled key that it is missing."""
        kept = {key: value for key, value in written.items() if value not in ({}, [])}
        filled = {path[0] for path in self._spots.get(id, {}) if path}
        if filled and "belum_ada" in kept:
            kept["belum_ada"] = [
                absence
                for absence in kept["belum_ada"]
                if absence["hal"] not in filled or not _is_there(kept, absence["hal"])
            ]
            if not kept["belum_ada"]:
                del kept["belum_ada"]
        return kept

    def after(self) -> Plan:
        """The plan as it would be."""
        programs = {new["id"]: Program.model_validate(new) for new, _ in self.programs()}
        sources = {id: Source.model_validate(written) for id, written in self.sources.items()}
        return replace(
            self._plan,
            programs=MappingProxyType({**self._plan.programs, **programs}),
            sources=MappingProxyType({**self._plan.sources, **sources}),
        )


def _is_there(written: dict[str, Any], key: str) -> bool:
    return bool(at(written, ("jadwal", "selesai")) if key == "jadwal" else written.get(key))
