"""What MkDocs would let through: strange files, broken front matter, Python tags in mkdocs.yml."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from content_tools.model.problem import Problem
from content_tools.model.unwanted import HIDDEN
from content_tools.reading.files import load
from content_tools.reading.front_matter import check_front_matter
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE
from content_tools.reading.nodes import tags_of
from content_tools.reading.pictures import PICTURES, check_picture
from content_tools.reading.strays import conflict_marks
from content_tools.reading.words import did_you_mean

DOCS_TYPES = (".md", *PICTURES, ".pdf")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+")
_FOLDER = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
CONFIG_TAGS = ("!ENV", "!relative")
"""The only tags MkDocs itself documents; every other one may run code."""


def _walk(root: Path) -> Iterator[Path]:
    """Every file and folder below `root`, hidden ones too, links not followed."""
    for folder, folders, files in os.walk(root, followlinks=False):
        folders.sort()
        for name in sorted([*folders, *files]):
            yield Path(folder) / name


def _odd(path: Path, file: str, types: tuple[str, ...]) -> Problem | None:
    if path.is_symlink():
        hint = "Salin berkas aslinya ke sini; tautan dapat membawa berkas dari luar."
        return Problem(file, "tautan simbolik tidak diterima", hint, rule="berkas-tautan")
    if path.is_dir():
        if _FOLDER.fullmatch(path.name):
            return None
        return Problem(
            file,
            "nama folder ini tidak diterima",
            "Pakai huruf kecil, angka, dan tanda hubung.",
            rule="berkas-nama",
        )
    if not path.is_file():
        return Problem(file, "ini bukan berkas biasa", "Hapus.", rule="berkas-jenis")
    if path.suffix not in types:
        hint = f"Jenis yang diterima: {', '.join(types)}."
        return Problem(
            file,
            f"jenis berkas “{path.suffix or path.name}” tidak diterima di sini",
            hint,
            rule="berkas-jenis",
        )
    if not _NAME.fullmatch(path.name):
        hint = "Pakai huruf kecil, angka, dan tanda hubung, mis. rencana-kota.md."
        return Problem(file, "nama berkas ini tidak diterima", hint, rule="berkas-nama")
    return None


def check_data_folder(root: Path) -> Iterator[Problem]:
    """Files under `data/` that nothing would read."""
    known = [*(f"{name}.yml" for name in (*SINGLE, *OPTIONAL, *LISTS)), *(f"{name}/" for name in FOLDERS)]
    for path in _walk(root):
        relative = path.relative_to(root)
        file = f"data/{relative.as_posix()}"
        listed = len(relative.parts) == 1 and path.name in known
        problem = None if listed and not path.is_symlink() else _odd(path, file, (".yml",))
        if problem is not None:
            yield problem
        elif path.is_dir():
            if len(relative.parts) > 1 or path.name not in FOLDERS:
                yield Problem(
                    file, "folder ini tidak dibaca", did_you_mean(path.name + "/", known), rule="berkas-asing"
                )
        elif not listed and (len(relative.parts) != 2 or relative.parts[0] not in FOLDERS):
            yield Problem(
                file, "berkas ini tidak dibaca", did_you_mean(path.name, known), rule="berkas-asing"
            )


def check_docs_folder(root: Path) -> Iterator[Problem]:
    """Files under `docs/` that should not be published as they are: strange, heavy, telling, or broken at their top."""
    for path in _walk(root):
        file = f"docs/{path.relative_to(root).as_posix()}"
        problem = _odd(path, file, DOCS_TYPES)
        if problem is not None:
            yield problem
        elif path.suffix == ".md" and path.is_file():
            text, problems = load(path, file)
            yield from problems
            if text is not None:
                yield from conflict_marks(text, file)
                yield from _hidden(text, file)
                yield from check_front_matter(text, file)
        elif path.suffix in PICTURES and path.is_file():
            yield from check_picture(path, file)


def _hidden(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if match := HIDDEN.search(line) or HIDDEN.search(unescape(line)):
            hint = "Hapus dan ketik ulang bagian ini."
            problem = Problem(file, "ada huruf tersembunyi di dalam teks", hint, rule="huruf-tersembunyi")
            yield problem.at(number, match.start() + 1)


def check_config(path: Path, root: Path | None = None, depth: int = 0) -> Iterator[Problem]:
    """Tags in mkdocs.yml, and in the file it inherits from, found before anything loads them."""
    root = root or path.parent
    file = Path(os.path.relpath(path, root)).as_posix()
    if not path.is_file():
        yield Problem(file, "berkas wajib ini tidak ada", "Buat kembali berkasnya.", rule="berkas-hilang")
        return
    text, problems = load(path, file)
    yield from problems
    if text is None:
        return
    lines = text.split("\n")
    found, inherited, trouble = tags_of(text, file)
    directives = [("%TAG", number, 1) for number, line in enumerate(lines, 1) if line.startswith("%TAG")]
    found = directives or found
    if trouble is not None and not found:
        yield trouble
    for tag, line, column in found:
        if tag not in CONFIG_TAGS:
            hint = "Hapus tanda itu; pengaturan yang memerlukannya ada di content_tools/hooks.py."
            yield Problem(
                file,
                "tanda YAML ini dapat menjalankan kode",
                hint,
                found=lines[line - 1].strip(),
                rule="mkdocs-tanda",
            ).at(line, column)
    if inherited and depth < 5:
        yield from check_config((path.parent / inherited).resolve(), root, depth + 1)
