"""What libyaml says when it cannot go on, told so that a civil servant can repair it."""

from __future__ import annotations

import re
from typing import Any

from content_tools.model.problem import Problem

_STARTERS = {
    "\t": ("tab dipakai untuk menjorokkan baris", "Ganti tab dengan dua spasi."),
    "@": ("teks mulai dengan @", 'Apit teksnya dengan tanda kutip "…".'),
    "`": ("teks mulai dengan `", 'Apit teksnya dengan tanda kutip "…".'),
    "%": ("teks mulai dengan %", 'Apit teksnya dengan tanda kutip "…".'),
}


def _character(text: str, mark: Any) -> str:
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return ""
    line = lines[mark.line]
    return line[mark.column] if mark.column < len(line) else ""


def _line(text: str, mark: Any) -> str:
    lines = text.split("\n")
    return lines[mark.line].strip() if mark is not None and mark.line < len(lines) else ""


def _never_closed(quoted: Any, mark: Any) -> bool:
    if quoted is None or mark is None or quoted.style not in ("'", '"'):
        return False
    spans = quoted.end_mark.line > quoted.start_mark.line
    return spans and mark.line - quoted.end_mark.line in (0, 1)


def explain(error: Any, text: str, file: str, quoted: Any = None) -> Problem:
    """A YAML error as a problem at the place to repair, which is often not where reading stopped.

    `quoted`: the newest quoted text. When it goes over lines and the trouble comes right after it, its
    quote was never closed, and the next opening quote was taken for the end.
    """
    trouble = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    character = _character(text, mark)
    rule = "yaml-bentuk"
    if "quoted scalar" in context:
        mark = context_mark or mark
        message, hint = (
            "tanda kutip dibuka tetapi tidak ditutup",
            'Tambahkan tanda kutip " penutup di akhir teks ini.',
        )
        if "escape" in trouble:
            message, hint = (
                "garis miring terbalik \\ di dalam tanda kutip",
                "Tulis \\\\ untuk satu garis miring terbalik.",
            )
        rule = "yaml-kutip"
    elif "cannot start any token" in trouble or character == "\t":
        message, hint = _STARTERS.get(
            character,
            (f"huruf {character} tidak dapat memulai nilai", 'Apit teksnya dengan tanda kutip "…".'),
        )
        rule = "yaml-tab" if character == "\t" else "yaml-awal-teks"
    elif "mapping values are not allowed" in trouble:
        message = "titik dua di dalam teks, atau jorokan baris tidak sejajar"
        hint = 'Apit teks yang memuat titik dua dengan tanda kutip "…", atau sejajarkan awal barisnya.'
        rule = "yaml-titik-dua"
    elif "could not find expected ':'" in trouble:
        mark = context_mark or mark
        message, hint = "baris ini bukan “kunci: isi”", "Tulis kunci, titik dua, satu spasi, lalu isinya."
        rule = "yaml-titik-dua"
    elif "expected ',' or" in trouble or "flow" in context:
        mark = context_mark or mark
        message, hint = (
            "kurung [ atau { tidak ditutup",
            'Tutup kurungnya, atau apit teksnya dengan tanda kutip "…".',
        )
        rule = "yaml-kurung"
    elif _never_closed(quoted, mark):
        mark = quoted.start_mark
        message, hint = (
            "tanda kutip dibuka tetapi tidak ditutup",
            'Tambahkan tanda kutip " penutup di akhir baris ini.',
        )
        rule = "yaml-kutip"
    elif "block sequence entries are not allowed" in trouble:
        message = "teks mulai dengan -, atau daftar mulai di baris kuncinya"
        hint = 'Apit teksnya dengan tanda kutip "…", atau pindahkan tanda - ke baris berikutnya.'
        rule = "yaml-jorokan"
    elif "did not find expected" in trouble or "block" in context:
        message = "jorokan baris tidak sejajar, atau teks berlanjut sesudah tanda kutip"
        hint = 'Sejajarkan awal baris dengan baris di atasnya (dua spasi tiap tingkat); kutip di dalam teks ditulis \\".'
        rule = "yaml-jorokan"
    elif "alphabetic or numeric" in trouble:
        message, hint = "teks mulai dengan * atau &", 'Apit teksnya dengan tanda kutip "…".'
        rule = "yaml-awal-teks"
    elif re.search("control characters|unacceptable|special characters", str(error)):
        message, hint = "ada huruf tersembunyi yang tidak dapat dibaca", "Hapus dan ketik ulang baris ini."
        rule = "yaml-huruf"
    else:
        message, hint = (
            "baris ini tidak dapat dibaca sebagai YAML",
            "Bandingkan dengan berkas lain yang benar.",
        )
    problem = Problem(file, message, hint, found=_line(text, mark), rule=rule)
    if mark is None and isinstance(offset := getattr(error, "position", None), int):
        before = text.encode("utf-8")[:offset].decode("utf-8", "ignore")
        return problem.at(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return problem.at(mark.line + 1, mark.column + 1) if mark is not None else problem
