"""The folder `data/` becomes a `Plan`, together with every problem of every file."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from content_tools.model.base import Origin, Record
from content_tools.model.plan import COLLECTIONS, Plan
from content_tools.model.problem import Problem
from content_tools.reading.files import load
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE
from content_tools.reading.nodes import Keys, parse, position
from content_tools.reading.words import did_you_mean, known_keys, tell, unknown_empty_keys

Memory = dict[tuple[str, str], Record]
"""File and text of every record that was read without a problem from a file of its own: equal ones are read once."""


class _Reader:
    """Reads one data folder once; keeps what could be read and what could not."""

    def __init__(self, root: Path, shown_as: str, memory: Memory) -> None:
        self.root = root
        self.shown_as = shown_as
        self.memory = memory
        self.problems: list[Problem] = []
        self.single: dict[str, Any] = {}
        self.records: dict[str, dict[str, Record]] = {name: {} for name in COLLECTIONS}
        self.unreadable: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
        self.lost: set[str] = set()

    def _text(self, path: Path) -> tuple[str | None, str]:
        file = f"{self.shown_as}/{path.relative_to(self.root).as_posix()}"
        text, problems = load(path, file)
        self.problems += problems
        return text, file

    def _parsed(self, text: str | None, file: str) -> Any:
        if text is None:
            return None
        tree, problems = parse(text, file)
        self.problems += problems
        return tree

    def _tree(self, path: Path) -> tuple[Any, str]:
        text, file = self._text(path)
        return self._parsed(text, file), file

    def _record(
        self, model: type[BaseModel], tree: Any, file: str, prefix: tuple[str | int, ...] = ()
    ) -> Any:
        node = tree
        for step in prefix:
            node = node[step]
        if not isinstance(node, Keys):
            hint = "Tulis sebagai baris-baris “kunci: isi”."
            problem = Problem(file, "di sini diharapkan satu catatan", hint, path=prefix, rule="perlu-kunci")
            self.problems.append(problem.at(*position(tree, prefix)))
            return None
        if tree.has_empty:
            self.problems += unknown_empty_keys(node, model, file, prefix)
        try:
            record = model.model_validate(node)
        except ValidationError as error:
            self.problems += tell(error, model, tree, file, prefix)
            return None
        if isinstance(record, Record):
            record._origin = Origin(file, prefix)
        return record

    def _keep(
        self,
        collection: str,
        record: Record | None,
        node: Any,
        file: str,
        prefix: tuple[str | int, ...],
        tree: Any,
    ) -> None:
        name = node.get("id") if isinstance(node, Keys) else None
        if record is None:
            if isinstance(name, str):
                self.unreadable[collection].add(name)
            return
        known = self.records[collection]
        if record.id in known:
            first = known[record.id].origin.file
            problem = Problem(
                file,
                f"id “{record.id}” sudah dipakai di {first}",
                "Beri id lain yang belum dipakai.",
                path=(*prefix, "id"),
                found=record.id,
                rule="id-ganda",
            )
            self.problems.append(problem.at(*position(tree, (*prefix, "id"))))
            return
        known[record.id] = record

    def read_single(self, name: str) -> None:
        path = self.root / f"{name}.yml"
        if not path.is_file():
            self.problems.append(
                Problem(
                    f"{self.shown_as}/{name}.yml",
                    "berkas wajib ini tidak ada",
                    "Buat kembali berkasnya.",
                    rule="berkas-hilang",
                )
            )
            return
        tree, file = self._tree(path)
        if tree is not None:
            self.single[name] = self._record((SINGLE | OPTIONAL)[name], tree, file)

    def read_folder(self, name: str) -> None:
        folder = self.root / name
        for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
            if path.is_symlink() or not path.is_file():
                self.unreadable[name].add(path.stem)
                continue
            text, file = self._text(path)
            known = self.memory.get((file, text or ""))
            if known is not None and known.id == path.stem and known.id not in self.records[name]:
                self.records[name][known.id] = known
                continue
            before = len(self.problems)
            tree = self._parsed(text, file)
            if tree is None:
                self.unreadable[name].add(path.stem)
                continue
            record = self._record(FOLDERS[name], tree, file)
            if record is not None and text is not None and len(self.problems) == before:
                self.memory[file, text] = record
            self._keep(name, record, tree, file, (), tree)
            if record is None:
                self.unreadable[name].add(path.stem)
            elif record.id != path.stem:
                self.unreadable[name].add(path.stem)
                problem = Problem(
                    file,
                    f"id “{record.id}” tidak sama dengan nama berkas “{path.stem}”",
                    f"Ganti nama berkas menjadi {record.id}.yml, atau kembalikan id-nya.",
                    path=("id",),
                    found=record.id,
                    rule="id-nama-berkas",
                )
                self.problems.append(problem.at(*position(tree, ("id",))))

    def read_list(self, name: str) -> None:
        path = self.root / f"{name}.yml"
        if not path.is_file():
            return
        tree, file = self._tree(path)
        if tree is None:
            self.lost.add(name)
            return
        if not isinstance(tree, Keys) or not isinstance(tree.get(name, []), list):
            self.lost.add(name)
            self.problems.append(
                Problem(
                    file,
                    f"berkas ini harus berisi kunci “{name}” dengan daftar",
                    f"Mulai berkas dengan baris: {name}:",
                    rule="kunci-daftar",
                ).at(1, 1)
            )
            return
        for other in tree.marks:
            if other != name:
                problem = Problem(
                    file,
                    f"kunci “{other}” tidak dikenal",
                    known_keys(other, [name]),
                    path=(other,),
                    rule="kunci-asing",
                )
                self.problems.append(problem.at(*tree.place_of(other)))
        for index, node in enumerate(tree.get(name, [])):
            prefix = (name, index)
            self._keep(name, self._record(LISTS[name], tree, file, prefix), node, file, prefix, tree)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Records have no cycles: looking for some while thousands are made costs a third of the time and finds none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_plan(
    root: Path, shown_as: str = "data", memory: Memory | None = None
) -> tuple[Plan | None, list[Problem]]:
    """Read every record under `root`; files are named `shown_as/…` in problems.

    Records in `memory` are not read again from files that are equal; what is read well is added to it.

    The plan is None when the site, the city, the masterplan or its frames could not be read. A plan
    that comes with problems holds the records that could be read, for the checks between records.
    """
    reader = _Reader(root, shown_as, {} if memory is None else memory)
    with _no_collecting():
        for name in SINGLE:
            reader.read_single(name)
        for name in OPTIONAL:
            if (root / f"{name}.yml").is_file():
                reader.read_single(name)
        for name in FOLDERS:
            reader.read_folder(name)
        for name in LISTS:
            reader.read_list(name)
    single = reader.single
    if any(single.get(name) is None for name in SINGLE):
        return None, reader.problems
    plan = Plan(
        site=single["situs"],
        city=single["kota"],
        masterplan=single["masterplan"],
        **({"synonyms": single["sinonim"]} if single.get("sinonim") else {}),
        unreadable=MappingProxyType({name: frozenset(ids) for name, ids in reader.unreadable.items()}),
        lost=frozenset(reader.lost),
        **{attribute: MappingProxyType(reader.records[name]) for name, attribute in COLLECTIONS.items()},  # type: ignore[arg-type]
    )
    for wanted, where in (
        (plan.masterplan.dimension_frame, "kerangka_dimensi"),
        (plan.masterplan.topic_frame, "kerangka_topik"),
    ):
        if wanted not in plan.frames:
            if wanted not in reader.unreadable["kerangka"]:
                hint = did_you_mean(wanted, sorted(plan.frames))
                problem = plan.masterplan.problem(where, f"kerangka “{wanted}” tidak ada", hint, wanted)
                reader.problems.append(replace(problem, rule="acuan"))
            return None, reader.problems
    return plan, reader.problems


def placed(problems: list[Problem], root: Path, shown_as: str = "data") -> Iterator[Problem]:
    """The problems with line and column: those found between records get theirs now.

    Positions are not kept while a plan lives; the few files that have problems are parsed again.
    """
    trees: dict[str, Any] = {}
    for problem in problems:
        if problem.line or not problem.file.startswith(shown_as + "/"):
            yield problem
            continue
        if problem.file not in trees:
            path = root / problem.file.removeprefix(shown_as + "/")
            text = load(path, problem.file)[0]
            trees[problem.file] = parse(text, problem.file)[0] if text is not None else None
        tree = trees[problem.file]
        yield problem.at(*position(tree, problem.path)) if tree is not None else problem
