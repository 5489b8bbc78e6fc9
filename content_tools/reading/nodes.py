"""YAML text becomes plain text values with positions; whatever people should not write is refused.

Built on libyaml's events, not on its tree: events show anchors, tags and depth before anything is
expanded, and a file of 100,000 brackets costs nothing.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from content_tools.model.problem import Problem
from content_tools.reading.syntax import explain

MAX_DEPTH = 20
MAX_PROBLEMS = 100
"""So many problems of one file are told at most; nobody repairs more in one go."""
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_CONFLICT = re.compile(r"^(<{7}|>{7})(\s|$)", re.MULTILINE)
_BLANKS = re.compile(
    r"^[ ]*[\u00a0\u2007\u202f\u2003\u3000]|^[^\"'#\n:]*[\u00a0\u2007\u202f][^\"'\n:]*:(\s|$)", re.MULTILINE
)
_TAB = re.compile(r"^[^\"'#\n]*:\t", re.MULTILINE)
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


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def conflict_marks(text: str, file: str) -> list[Problem]:
    """The marks git leaves where two people changed the same lines."""
    match = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if match is None:
        return []
    hint = "Pilih salah satu isi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>."
    problem = Problem(
        file, "ada tanda bentrok dari penggabungan berkas", hint, found=match.group(1), rule="yaml-bentrok"
    )
    return [problem.at(_line_of(text, match.start()), 1)]


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


def _before_parsing(text: str, file: str) -> list[Problem]:
    problems = conflict_marks(text, file)
    if not text.isascii() and (match := _BLANKS.search(text)):
        problems.append(
            Problem(
                file,
                "ada spasi khusus (biasanya salinan dari Word) pada kunci atau awal baris",
                "Hapus spasi itu, lalu ketik ulang dengan spasi biasa.",
                rule="yaml-spasi",
            ).at(_line_of(text, match.start()), 1)
        )
    if "\t" in text and (match := _TAB.search(text)):
        at = match.end() - 1
        line = _line_of(text, at)
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        problems.append(
            Problem(file, "tab dipakai sebagai jarak", "Ganti tab dengan spasi.", rule="yaml-tab").at(
                line, column
            )
        )
    return problems


class _Builder:
    """Turns the events of one document into nested `Keys` and `Items`, collecting problems."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Any = None
        self.quoted: Any = None
        """The newest quoted text: where reading stops right after it, its quote was probably never closed."""

    def refuse(self, mark: Any, message: str, hint: str, found: str = "", rule: str = "yaml") -> None:
        problem = Problem(self.file, message, hint, found=found, rule=rule)
        self.problems.append(problem.at(*_place(mark)))

    def read(self, text: str) -> None:
        """Read the whole text. One long loop: it runs for every word of every file."""
        next_event = _LOADER(text).get_event
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
                        rule="yaml-dalam",
                    )
                    return
                value = (Keys if kind is yaml.MappingStartEvent else Items)(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node, key = stack.pop()
                continue
            elif kind is yaml.AliasEvent:
                self._no_anchor(event.start_mark, f"*{event.anchor}")
                value = ""
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents > 1:
                    hint = "Pindahkan isi sesudah --- ke berkas lain, atau hapus baris ---."
                    self.refuse(
                        event.start_mark,
                        "ada dua dokumen dalam satu berkas (baris ---)",
                        hint,
                        rule="yaml-dua-dokumen",
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
                        rule="yaml-kunci",
                    )
                outer = (node, key)
            else:
                self._put(node, key, event, value)  # type: ignore[arg-type]
                key = None
            if value.__class__ is Keys or value.__class__ is Items:
                stack.append(outer)
                node, key = value, None

    def _put(self, node: Keys, key: Any, event: Any, value: Any) -> None:
        """A value under its key."""
        name = getattr(key, "value", "")
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
                "yaml-tanda",
            )

    def _no_anchor(self, mark: Any, found: str) -> None:
        hint = (
            f'Bila ini teks, apit dengan tanda kutip: "{found} …". Bila memang penanda, tulis isinya lengkap.'
        )
        self.refuse(mark, f"penanda YAML {found} tidak dipakai di sini", hint, found, "yaml-penanda")


def parse(text: str, file: str) -> tuple[Any, list[Problem]]:
    """YAML text to nested `Keys`, `Items` and str, with every problem of its writing."""
    problems = _before_parsing(text, file)
    if problems:
        return None, problems
    builder = _Builder(file)
    try:
        builder.read(text)
    except yaml.YAMLError as error:
        return None, [*builder.problems[:MAX_PROBLEMS], explain(error, text, file, builder.quoted)]
    except RecursionError:  # only the pure-Python reader can get here
        hint = "Periksa tanda [ atau { yang berulang."
        return None, [Problem(file, "isian terlalu dalam", hint, rule="yaml-dalam")]
    if any(problem.rule == "yaml-dalam" for problem in builder.problems):
        return None, builder.problems
    if builder.root is None and not builder.problems:
        hint = "Isi berkasnya, atau hapus berkasnya."
        return None, [Problem(file, "berkas ini kosong", hint, rule="yaml-kosong").at(1, 1)]
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
