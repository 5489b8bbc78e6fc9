"""What libyaml says when it cannot go on, told so that a civil servant can repair it."""

from __future__ import annotations

import re
from typing import Any

from content_tools.model.problem import Problem
from content_tools.reading.strays import CURLY

_QUOTE_IT = 'Apit teksnya dengan tanda kutip "…".'
_WORDS = {
    "yaml-tab": ("tab dipakai untuk menjorokkan baris", "Ganti tab dengan dua spasi."),
    "yaml-kutip": (
        "tanda kutip dibuka tetapi tidak ditutup",
        'Tambahkan tanda kutip " penutup di akhir teks ini.',
    ),
    "yaml-kutip-miring": (
        "tanda kutip miring ” tidak menutup tanda kutip tegak",
        'Ganti ” dengan tanda kutip tegak ".',
    ),
    "yaml-garis-miring": (
        "garis miring terbalik \\ di dalam tanda kutip",
        "Tulis \\\\ untuk satu garis miring terbalik.",
    ),
    "yaml-sesudah-kutip": (
        "teks berlanjut sesudah tanda kutip penutup",
        'Apit seluruh teks dengan satu pasang tanda kutip; kutip di dalam teks ditulis \\".',
    ),
    "yaml-awal-teks": ("teks mulai dengan {letter}", _QUOTE_IT),
    "yaml-penanda": ("teks mulai dengan {letter}", _QUOTE_IT),
    "yaml-spasi-titik-dua": (
        "tidak ada spasi sesudah titik dua",
        "Tulis kunci, titik dua, satu spasi, lalu isinya.",
    ),
    "yaml-titik-dua": (
        "titik dua di dalam teks, atau jorokan baris tidak sejajar",
        'Apit teks yang memuat titik dua dengan tanda kutip "…", atau sejajarkan awal barisnya.',
    ),
    "yaml-baris": ("baris ini bukan “kunci: isi”", "Tulis kunci, titik dua, satu spasi, lalu isinya."),
    "yaml-kurung": (
        "kurung [ atau {{ tidak ditutup, atau teks berlanjut sesudahnya",
        'Tutup kurungnya, atau apit teksnya dengan tanda kutip "…".',
    ),
    "yaml-strip": (
        "teks mulai dengan -, atau daftar mulai di baris kuncinya",
        'Apit teksnya dengan tanda kutip "…", atau pindahkan tanda - ke baris berikutnya.',
    ),
    "yaml-jorokan": (
        "jorokan baris tidak sejajar",
        "Sejajarkan awal baris dengan baris di atasnya: dua spasi tiap tingkat.",
    ),
    "huruf-tersembunyi": (
        "ada huruf tersembunyi yang tidak dapat dibaca",
        "Hapus dan ketik ulang baris ini.",
    ),
}
"""What is said of each kind of problem; `{letter}` is what stands at its place."""

_NO_BLANK = re.compile(r"\s*(?:- )?[A-Za-z_]+:[^\s:/]")


class _Stop:
    """Where reading stopped: the text, what libyaml said, and the marks it gave."""

    def __init__(self, error: Any, text: str, quoted: Any) -> None:
        self.lines = text.split("\n")
        self.words = str(error)
        self.trouble = str(getattr(error, "problem", "") or "")
        self.context = str(getattr(error, "context", "") or "")
        self.mark = getattr(error, "problem_mark", None)
        self.begin = getattr(error, "context_mark", None) or self.mark
        self.quoted = quoted

    def line(self, mark: Any) -> str:
        return self.lines[mark.line] if mark is not None and mark.line < len(self.lines) else ""

    def letter(self, mark: Any) -> str:
        line = self.line(mark)
        return line[mark.column] if mark is not None and mark.column < len(line) else ""

    @property
    def never_closed(self) -> bool:
        """Whether the newest quoted text goes over lines and the trouble comes right after it: its quote was never
        closed, and the next opening quote was taken for the end."""
        quoted, mark = self.quoted, self.mark
        if quoted is None or mark is None or quoted.style not in ("'", '"'):
            return False
        spans = quoted.end_mark.line > quoted.start_mark.line
        return spans and mark.line - quoted.end_mark.line in (0, 1)

    @property
    def after_quote(self) -> bool:
        """Whether the trouble stands behind a closed quote on the same line."""
        quoted, mark = self.quoted, self.mark
        return quoted is not None and mark is not None and quoted.end_mark.line == mark.line

    def opened(self, mark: Any) -> str:
        """The kind of an unclosed quote: curly when a curly one ends its line."""
        behind = self.line(mark)[mark.column + 1 :] if mark is not None else ""
        return "yaml-kutip-miring" if behind.rstrip()[-1:] in CURLY else "yaml-kutip"

    def without_blank(self) -> int | None:
        """The line, from 0, of a key with its value right behind the colon; None when that is not the trouble."""
        if self.mark is None or self.begin is None:
            return None
        for number in (self.begin.line, self.mark.line, self.mark.line - 1):
            if 0 <= number < len(self.lines) and _NO_BLANK.match(self.lines[number]):
                return int(number)
        return None


def _kind(stop: _Stop) -> tuple[str, Any]:
    """The kind of problem, and the mark of the place to repair."""
    trouble, context, mark = stop.trouble, stop.context, stop.mark
    letter = stop.letter(mark)
    if "quoted scalar" in context:
        escape = "escape" in trouble or "hexdecimal" in trouble
        return ("yaml-garis-miring" if escape else stop.opened(stop.begin)), stop.begin
    if letter == "\t":
        return "yaml-tab", mark
    if "block scalar" in context or "directive" in context or "cannot start any token" in trouble:
        return (
            "yaml-awal-teks",
            stop.begin if "while scanning" in context and "token" not in trouble else mark,
        )
    if re.search("anchor|alias|tag", context) or "tag handle" in trouble:
        return "yaml-penanda", stop.begin
    if "mapping values are not allowed" in trouble:
        return "yaml-titik-dua", mark
    if "could not find expected ':'" in trouble:
        return "yaml-baris", stop.begin
    if "expected ',' or" in trouble or "flow" in context:
        return "yaml-kurung", stop.begin
    if stop.never_closed:
        return stop.opened(stop.quoted.start_mark), stop.quoted.start_mark
    if stop.after_quote:
        return "yaml-sesudah-kutip", mark
    if "block sequence entries are not allowed" in trouble:
        return "yaml-strip", mark
    if "node content" in trouble and letter:
        return "yaml-awal-teks", mark
    if mark is not None and stop.line(mark)[: mark.column].rstrip().endswith(("]", "}")):
        return "yaml-kurung", mark
    if "did not find expected" in trouble or "block" in context:
        return "yaml-jorokan", mark
    if re.search("control characters|unacceptable|special characters", stop.words):
        return "huruf-tersembunyi", mark
    return "yaml-baris", mark


def explain(error: Any, text: str, file: str, quoted: Any = None) -> Problem:
    """A YAML error as a problem at the place to repair, which is often not where reading stopped.

    `quoted`: the newest quoted text; the quote that was never closed may be its own.
    """
    stop = _Stop(error, text, quoted)
    kind, mark = _kind(stop)
    column = mark.column if mark is not None else 0
    line = mark.line if mark is not None else None
    if kind in ("yaml-titik-dua", "yaml-baris") and (bare := stop.without_blank()) is not None:
        kind, line = "yaml-spasi-titik-dua", bare
        column = stop.lines[bare].index(":")
    message, hint = _WORDS[kind]
    found = stop.lines[line].strip() if line is not None and line < len(stop.lines) else ""
    problem = Problem(file, message.format(letter=stop.letter(mark)), hint, found=found, rule=kind)
    if line is not None:
        return problem.at(line + 1, column + 1)
    offset = getattr(error, "position", None)
    if not isinstance(offset, int):
        return problem
    before = text.encode("utf-8")[:offset].decode("utf-8", "ignore")
    return problem.at(before.count("\n") + 1, len(before) - before.rfind("\n"))
