"""YAML text becomes plain text values with positions; whatever people should not write is refused.

Built on libyaml's events, not on its tree: events show anchors, tags and depth before anything is
expanded, and a file of 100,000 brackets costs nothing.
"""

from __future__ import annotations

from typing import Any

import yaml

from content_tools.model.problem import Problem
from content_tools.reading.strays import (
    CURLY,
    conflict_marks,
    curly_quoted,
    cut_by_hash,
    lines_with_hashes,
    special_blanks,
    tabs,
)
from content_tools.reading.syntax import explain

MAX_DEPTH = 20
MAX_PROBLEMS = 100
"""So many problems of one file are told at most; nobody repairs more in one go."""
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_CUT_SHORT = ("yaml-dalam", "yaml-dua-dokumen")
"""Kinds of problems after which reading stops: what was read is less than what was written."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[int, int]
"""Line and column, counted from 1."""


class Keys(dict[str, Any]):
    """A mapping that knows where each key and each value stands; keys without a value are only in `marks`."""

    __slots__ = ("has_empty", "mark", "marks")

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self.mark = mark
        self.has_empty = False
        """Of the outermost mapping: whether any key anywhere in it has no value."""
        self.marks: dict[str, tuple[Any, Any]] = {}
        """Key to the events it and its value came from; they know where they stand."""

    @property
    def empty(self) -> set[str]:
        """The keys without a value."""
        return self.marks.keys() - self.keys()

    def place_of(self, key: str) -> Place:
        """Where a key stands."""
        return _place(self.marks[key][0])


class Items(list[Any]):
    """A list that knows where each item stands."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Any] = []


def _place(event: Any) -> Place:
    mark = getattr(event, "start_mark", event)
    return (mark.line + 1, mark.column + 1)


def tags_of(text: str, file: str) -> tuple[list[tuple[str, int, int]], str, Problem | None]:
    """Every tag of a YAML text with its place, what its key `INHERIT` names, and what stopped the reading."""
    found: list[tuple[str, int, int]] = []
    inherited, last = "", ""
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            start: Any = event.start_mark
            place = (start.line + 1, start.column + 1)
            tag = getattr(event, "tag", None)
            if tag is not None:
                found.append((tag, *place))
            if isinstance(event, yaml.ScalarEvent):
                inherited = event.value if last == "INHERIT" else inherited
                last = event.value
    except yaml.YAMLError as error:
        return found, inherited, explain(error, text, file)
    return found, inherited, None


class _Builder:
    """Turns the events of one document into nested `Keys` and `Items`, collecting problems."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.root: Any = None
        self.quoted: Any = None
        """The newest quoted text: where reading stops right after it, its quote was probably never closed."""
        self.hashes = lines_with_hashes(text)
        self.wary = bool(self.hashes) or (not text.isascii() and not CURLY.isdisjoint(text))
        """Whether any text may have been cut short by `#` or stand between curly quotes."""

    def refuse(self, mark: Any, message: str, hint: str, found: str, rule: str) -> None:
        problem = Problem(self.file, message, hint, found=found, rule=rule)
        self.problems.append(problem.at(*_place(mark)))

    def read(self) -> None:
        """Read the whole text. One long loop: it runs for every word of every file."""
        next_event = _LOADER(self.text).get_event
        stack: list[tuple[Keys | Items | None, Any]] = []
        node: Keys | Items | None = None
        key: Any = None
        """The event of the key that waits for its value; None when a key comes next."""
        documents = 0
        while (event := next_event()) is not None:
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                if event.tag is not None or event.anchor is not None:
                    self._no_marks(event)
                value = event.value
                if self.wary:
                    self._no_strays(event)
                if event.style:
                    self.quoted = event
                elif value in _NULLS:
                    value = None
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.tag is not None or event.anchor is not None:
                    self._no_marks(event)
                if len(stack) >= MAX_DEPTH:
                    message = f"isian bertingkat lebih dari {MAX_DEPTH} lapis"
                    self.refuse(
                        event.start_mark,
                        message,
                        "Periksa tanda [ atau { atau - yang berulang.",
                        "",
                        "yaml-dalam",
                    )
                    return
                value = (Keys if kind is yaml.MappingStartEvent else Items)(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node, key = stack.pop()
                continue
            elif kind is yaml.AliasEvent:
                value = f"*{event.anchor}"
                self._no_anchor(event.start_mark, value)
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents > 1:
                    hint = "Pindahkan isi sesudah --- ke berkas lain, atau hapus baris ---."
                    self.refuse(
                        event.start_mark,
                        "ada dua dokumen dalam satu berkas (baris ---)",
                        hint,
                        "",
                        "yaml-dua-dokumen",
                    )
                    return
                continue
            outer = (node, None)
            if node is None:
                self.root = value
            elif node.__class__ is Items:
                node.append(value)
                node.marks.append(event)
            elif key is None:
                key = event
                if kind is not yaml.ScalarEvent:
                    hint = 'Bila ini teks yang mulai dengan [ atau {, apit dengan tanda kutip "…".'
                    self.refuse(
                        event.start_mark,
                        "kunci harus satu kata, bukan daftar atau isian bertingkat",
                        hint,
                        "",
                        "yaml-kunci",
                    )
                outer = (node, key)
            else:
                self._put(node, key, event, value)  # type: ignore[arg-type]
                key = None
            if value.__class__ is Keys or value.__class__ is Items:
                stack.append(outer)
                node, key = value, None

    def _put(self, node: Keys, key: Any, event: Any, value: Any) -> None:
        """A value under its key; a key that is no word was refused."""
        name = getattr(key, "value", None)
        if name is None:
            return
        marks = node.marks
        if name in marks:
            message = (
                f"kunci “{name}” ditulis dua kali (pertama di baris {marks[name][0].start_mark.line + 1})"
            )
            hint = "Hapus salah satu; bila isinya banyak, gabungkan menjadi satu daftar."
            self.refuse(key.start_mark, message, hint, name, "yaml-kunci-ganda")
            return
        marks[name] = (key, event)
        if value is not None:
            node[name] = value
        elif isinstance(self.root, Keys):
            self.root.has_empty = True

    def _no_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._no_anchor(event.start_mark, f"&{event.anchor}")
        if event.tag is not None:
            hint = 'Hapus tanda itu; bila teks, apit dengan tanda kutip "…".'
            self.refuse(
                event.start_mark,
                f"tanda YAML {event.tag} tidak dipakai di sini",
                hint,
                event.tag,
                "yaml-penanda",
            )

    def _no_strays(self, event: Any) -> None:
        """Texts that YAML would keep, but not as they are meant."""
        if event.value and not event.style and event.value[0] in CURLY and curly_quoted(event.value):
            hint = 'Pakai tanda kutip tegak "…"; bila “ ” bagian dari teks, apit seluruh teks dengan "…".'
            self.refuse(
                event.start_mark,
                "tanda kutip miring dari Word dipakai sebagai pengapit",
                hint,
                event.value,
                "yaml-kutip-miring",
            )
        end = event.end_mark
        if end.line in self.hashes and cut_by_hash(line := self.text.split("\n")[end.line], end.column):
            rest = line[end.column :].strip()
            hint = 'Apit seluruh teks dengan tanda kutip "…". Bila memang komentar, beri spasi sesudah #.'
            self.refuse(
                event.start_mark,
                "teks sesudah tanda # hilang, dibaca sebagai komentar",
                hint,
                rest,
                "yaml-pagar",
            )

    def _no_anchor(self, mark: Any, found: str) -> None:
        hint = (
            f'Bila ini teks, apit dengan tanda kutip: "{found} …". Bila memang penanda, tulis isinya lengkap.'
        )
        self.refuse(mark, f"penanda YAML {found} tidak dipakai di sini", hint, found, "yaml-penanda")


def _besides(problems: list[Problem], stop: Problem) -> list[Problem]:
    """What stopped the reading, unless it is what the newest problem led to: text behind a `*word`."""
    newest = problems[-1] if problems else None
    led = newest is not None and newest.rule == "yaml-penanda" and newest.line == stop.line
    return [] if led else [stop]


def parse(text: str, file: str) -> tuple[Any, list[Problem]]:
    """YAML text to nested `Keys`, `Items` and str, with every problem of its writing."""
    problems = [*conflict_marks(text, file), *special_blanks(text, file), *tabs(text, file)]
    if problems:
        return None, problems[:MAX_PROBLEMS]
    builder = _Builder(text, file)
    try:
        builder.read()
    except yaml.YAMLError as error:
        explained = explain(error, text, file, builder.quoted)
        return None, [*builder.problems[:MAX_PROBLEMS], *_besides(builder.problems, explained)]
    except RecursionError:  # only the pure-Python reader can get here
        hint = "Periksa tanda [ atau { yang berulang."
        return None, [Problem(file, "isian terlalu dalam", hint, rule="yaml-dalam")]
    if any(problem.rule in _CUT_SHORT for problem in builder.problems):
        return None, builder.problems
    if builder.root is None and not builder.problems:
        hint = "Isi berkasnya, atau hapus berkasnya."
        return None, [Problem(file, "berkas ini kosong", hint, rule="berkas-kosong").at(1, 1)]
    return builder.root, builder.problems[:MAX_PROBLEMS]


def position(root: Any, path: tuple[str | int, ...]) -> Place:
    """Line and column of the value at a path of keys, or of the nearest thing above it that exists."""
    mark = getattr(root, "mark", None)
    node = root
    for step in path:
        if isinstance(node, Keys) and isinstance(step, str) and step in node.marks:
            is_text = step == path[-1] and isinstance(node.get(step), str)
            mark = node.marks[step][1 if is_text else 0]
            node = node.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            mark = node.marks[step]
            node = node[step]
        else:
            break
    return _place(mark) if mark is not None else (1, 1)
