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

Mark = tuple[int, int]


class Keys(dict[str, Any]):
    """A mapping that knows where each key and each value stands; keys without a value are `empty`."""

    __slots__ = ("empty", "key_marks", "mark", "value_marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.key_marks: dict[str, Mark] = {}
        self.value_marks: dict[str, Mark] = {}
        self.empty: set[str] = set()


class Items(list[Any]):
    """A list that knows where each item stands."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def conflict_marks(text: str, file: str) -> list[Problem]:
    """The marks git leaves where two people changed the same lines."""
    match = _CONFLICT.search(text)
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
    if match := _BLANKS.search(text):
        problems.append(
            Problem(
                file,
                "ada spasi khusus (biasanya salinan dari Word) pada kunci atau awal baris",
                "Hapus spasi itu, lalu ketik ulang dengan spasi biasa.",
                rule="yaml-spasi",
            ).at(_line_of(text, match.start()), 1)
        )
    if match := _TAB.search(text):
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
        self._stack: list[Keys | Items] = []
        self._keys: list[tuple[str, Mark] | None] = []
        self._documents = 0
        self.spanning: Any = None
        """The newest quoted text that spans lines: what an unclosed quote often looks like."""

    def refuse(self, mark: Any, message: str, hint: str, found: str = "", rule: str = "yaml") -> None:
        problem = Problem(self.file, message, hint, found=found, rule=rule)
        self.problems.append(problem.at(mark.line + 1, mark.column + 1))

    def _add(self, value: Any, mark: Mark, is_container: bool) -> None:
        """Put a value where it belongs: under the waiting key, into the list, or as the root."""
        if not self._stack:
            self.root = value
            return
        parent = self._stack[-1]
        if isinstance(parent, Items):
            parent.append(value)
            parent.marks.append(mark)
            return
        waiting = self._keys[-1]
        if waiting is None:
            if is_container:
                self.problems.append(
                    Problem(
                        self.file,
                        "kunci harus satu kata, bukan daftar atau isian bertingkat",
                        'Bila ini teks yang mulai dengan [ atau {, apit dengan tanda kutip "…".',
                        rule="yaml-kunci",
                    ).at(*mark)
                )
                self._keys[-1] = ("", mark)
            else:
                self._keys[-1] = (value if value is not None else "", mark)
            return
        name, key_mark = waiting
        self._keys[-1] = None
        if name in parent.key_marks:
            first = parent.key_marks[name][0]
            self.problems.append(
                Problem(
                    self.file,
                    f"kunci “{name}” ditulis dua kali (pertama di baris {first})",
                    "Hapus salah satu; bila isinya banyak, gabungkan menjadi satu daftar.",
                    path=(name,),
                    rule="yaml-kunci-ganda",
                ).at(*key_mark)
            )
            return
        parent.key_marks[name] = key_mark
        parent.value_marks[name] = mark
        if value is None:
            parent.empty.add(name)
        else:
            parent[name] = value

    def feed(self, event: Any) -> bool:
        """Take one event; False means stop reading."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            start = event.start_mark
            mark = (start.line + 1, start.column + 1)
            if event.style in ("'", '"') and event.end_mark.line > start.line:
                self.spanning = event
            if event.anchor:
                self._no_anchor(start, "&" + event.anchor)
            if event.tag is not None:
                self._no_tag(start, event.tag)
            text = event.value
            value = None if not event.style and text in _NULLS else text
            if value is None and self._stack and isinstance(self._stack[-1], Keys) and self._keys[-1] is None:
                value = text
            self._add(value, mark, False)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            start = event.start_mark
            mark = (start.line + 1, start.column + 1)
            if event.anchor:
                self._no_anchor(start, "&" + event.anchor)
            if event.tag is not None:
                self._no_tag(start, event.tag)
            if len(self._stack) >= MAX_DEPTH:
                self.refuse(
                    start,
                    f"isian bertingkat lebih dari {MAX_DEPTH} lapis",
                    "Periksa tanda [ atau { atau - yang berulang.",
                    rule="yaml-dalam",
                )
                return False
            node: Keys | Items = Keys(mark) if kind is yaml.MappingStartEvent else Items(mark)
            self._add(node, mark, True)
            self._stack.append(node)
            self._keys.append(None)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            self._no_anchor(event.start_mark, "*" + event.anchor)
            self._add("", (event.start_mark.line + 1, event.start_mark.column + 1), False)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self.refuse(
                    event.start_mark,
                    "ada dua dokumen dalam satu berkas (baris ---)",
                    "Pindahkan isi sesudah --- ke berkas lain, atau hapus baris ---.",
                    rule="yaml-dua-dokumen",
                )
                return False
        return True

    def _no_anchor(self, mark: Any, found: str) -> None:
        self.refuse(
            mark,
            f"penanda YAML {found} tidak dipakai di sini",
            f'Bila ini teks, apit dengan tanda kutip: "{found} …". Bila memang penanda, tulis isinya lengkap.',
            found,
            "yaml-penanda",
        )

    def _no_tag(self, mark: Any, tag: str) -> None:
        self.refuse(
            mark,
            f"tanda YAML {tag} tidak dipakai di sini",
            'Hapus tanda itu; bila teks, apit dengan tanda kutip "…".',
            tag,
            "yaml-tanda",
        )


def parse(text: str, file: str) -> tuple[Any, list[Problem]]:
    """YAML text to nested `Keys`, `Items` and str, with every problem of its writing."""
    problems = _before_parsing(text, file)
    if problems:
        return None, problems
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.feed(event):
                break
    except yaml.YAMLError as error:
        return None, [*builder.problems[:MAX_PROBLEMS], explain(error, text, file, builder.spanning)]
    except RecursionError:  # only the pure-Python reader can get here
        return None, [
            Problem(file, "isian terlalu dalam", "Periksa tanda [ atau { yang berulang.", rule="yaml-dalam")
        ]
    if any(problem.rule == "yaml-dalam" for problem in builder.problems):
        return None, builder.problems
    if builder.root is None and not builder.problems:
        hint = "Isi berkasnya, atau hapus berkasnya."
        return None, [Problem(file, "berkas ini kosong", hint, rule="yaml-kosong").at(1, 1)]
    return builder.root, builder.problems[:MAX_PROBLEMS]


def position(root: Any, path: tuple[str | int, ...]) -> Mark:
    """Line and column of the value at a path of keys, or of the nearest thing above it that exists."""
    mark: Mark = getattr(root, "mark", (1, 1))
    node = root
    for step in path:
        if isinstance(node, Keys) and isinstance(step, str) and step in node.key_marks:
            last = step == path[-1]
            mark = (
                node.value_marks[step]
                if step in node and last and isinstance(node[step], str)
                else node.key_marks[step]
            )
            node = node.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            mark = node.marks[step]
            node = node[step]
        else:
            break
    return mark
