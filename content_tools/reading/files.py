"""A file becomes text: ordinary files of a bearable size, in UTF-8, with any line ends."""

from __future__ import annotations

import stat
from pathlib import Path

from content_tools.model.problem import Problem

MAX_BYTES = 1024 * 1024


def load(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file. Only ordinary files are opened: no link, no pipe, nothing above the size limit."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            hint = "Ganti dengan berkas biasa."
            return None, [Problem(file, "ini bukan berkas biasa", hint, rule="berkas-jenis")]
        if status.st_size > MAX_BYTES:
            return None, [_too_large(file, status.st_size)]
        return decode(path.read_bytes(), file)
    except OSError as error:
        hint = "Periksa apakah berkasnya ada dan boleh dibaca."
        return None, [Problem(file, f"berkas tidak dapat dibuka ({error.strerror})", hint, rule="berkas")]


def _too_large(file: str, size: int) -> Problem:
    words = f"{size / MAX_BYTES:.1f}".replace(".", ",")
    hint = "Pecah menjadi beberapa berkas."
    return Problem(file, f"berkas ini {words} MiB, batasnya 1 MiB", hint, rule="berkas-besar")


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Bytes of a file to text. UTF-8, with or without BOM, any line ends; all else is a problem."""
    if len(data) > MAX_BYTES:
        return None, [_too_large(file, len(data))]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4096]:
        hint = "Simpan ulang berkas dengan pengodean UTF-8."
        return None, [Problem(file, "berkas ini bukan teks UTF-8", hint, rule="berkas-pengodean")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "Simpan ulang berkas dengan pengodean UTF-8."
        problem = Problem(file, "ada huruf yang bukan UTF-8", hint, rule="berkas-pengodean")
        return None, [problem.at(line, 1)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
