"""The block between two `---` lines at the top of a page, read exactly as MkDocs reads it."""

from __future__ import annotations

import re

from content_tools.model.problem import Problem
from content_tools.reading.nodes import Keys, parse
from content_tools.reading.words import did_you_mean

ALLOWED = ("title", "description")
_BLOCK = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_META_LINE = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")


def split_page(text: str) -> tuple[dict[str, str], str]:
    """The keys of the front matter, and the page below it. The page must have passed `check_front_matter`."""
    match = _BLOCK.match(text)
    if match is None:
        return {}, text
    tree, _ = parse(match[1], "")
    return (dict(tree) if isinstance(tree, Keys) else {}), text[match.end() :].lstrip("\n")


def check_front_matter(text: str, file: str) -> list[Problem]:
    """What is wrong with the top of a page: a block that does not parse, unknown keys, lines that would vanish."""
    if _META_LINE.match(text):
        hint = "Mulai halaman dengan kepala di antara dua baris ---, atau dengan judul."
        first = text.split("\n", 1)[0]
        message = "baris pertama akan dibaca sebagai kepala halaman dan hilang"
        return [Problem(file, message, hint, found=first, rule="kepala-halaman").at(1, 1)]
    if not text.startswith("---"):
        return []
    match = _BLOCK.match(text)
    if match is None:
        hint = "Tutup dengan baris --- sendiri, atau hapus --- di baris pertama."
        return [Problem(file, "kepala halaman tidak ditutup", hint, rule="kepala-halaman").at(1, 1)]
    if not match[1].strip():
        return [
            Problem(file, "kepala halaman kosong", "Isi title dan description.", rule="kepala-halaman").at(
                1, 1
            )
        ]
    tree, problems = parse(match[1], file)
    if problems:
        return [problem.at(problem.line + 1, problem.column) for problem in problems]
    if not isinstance(tree, Keys):
        hint = "Tulis baris-baris “kunci: isi”."
        return [Problem(file, "kepala halaman bukan “kunci: isi”", hint, rule="kepala-halaman").at(2, 1)]
    found = []
    for key in tree.marks:
        line, column = tree.place_of(key)
        if key not in ALLOWED:
            message, hint = f"kunci kepala halaman “{key}” tidak dikenal", did_you_mean(key, list(ALLOWED))
        elif not isinstance(tree.get(key), str) or not tree[key].strip():
            message, hint = f"“{key}” kosong", "Isi satu baris teks."
        else:
            continue
        found.append(Problem(file, message, hint, (key,), rule="kunci-kepala").at(line + 1, column))
    return found
