"""A project opened for editing: changes are gathered, checked as a whole, then written, or nothing is."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from content_tools.editing.canonical import plain, yaml_text
from content_tools.editing.rewriting import (
    place_in_list,
    with_item,
    with_new_item,
    with_record,
    without_item,
)
from content_tools.model.base import Record
from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR, Problem
from content_tools.pages.checking import check_project
from content_tools.reading.files import load
from content_tools.reading.layout import FOLDERS
from content_tools.reading.project import Project


class Desk:
    """One set of changes to a project without errors. Raises ValueError when it has some: what cannot be read could
    be lost, or point at what is changed."""

    def __init__(self, project: Project) -> None:
        self.project = project
        plan, problems = check_project(project)
        first = next((problem for problem in problems if problem.severity is ERROR), None)
        if plan is None or first is not None:
            place = f"{first.place}: {first.message}. " if first else ""
            raise ValueError(f"perbaiki dulu galat di data; jalankan masterplan check. {place}".strip())
        self.plan: Plan = plan
        self._before: dict[str, str | None] = {}
        self._texts: dict[str, str | None] = {}

    @property
    def texts(self) -> Mapping[str, str | None]:
        """File below the project's folder to its new text; None for a file to delete. Unchanged files are not in it."""
        return {file: text for file, text in self._texts.items() if text != self._before[file]}

    def text(self, file: str) -> str | None:
        """The text of a file (`data/program/mpp.yml`) with the changes so far; None when there is none."""
        if file not in self._texts:
            path = self.project.root / file
            self._before[file] = load(path, file)[0] if path.is_file() else None
            self._texts[file] = self._before[file]
        return self._texts[file]

    def write_text(self, file: str, text: str | None) -> None:
        """Replace a whole file, or delete it with None."""
        self.text(file)
        self._texts[file] = text

    def put(self, collection: str, new: dict[str, Any], old: Record | None = None) -> None:
        """A record in its plain form, in place of `old` or as a new one; each record once. Only keys that differ are
        written."""
        if collection in FOLDERS:
            file = f"data/{collection}/{new['id']}.yml"
            source = old.origin.file if old else file
            text = self.text(source) if old else None
            self.write_text(file, with_record(text, plain(old), new) if text and old else yaml_text(new))
            if source != file:
                self.write_text(source, None)
            return
        file = old.origin.file if old else f"data/{collection}.yml"
        text = self.text(file) or ""
        if old is None:
            self.write_text(file, with_new_item(text, collection, new))
        elif not old.origin.path:
            self.write_text(file, with_record(text, plain(old), new))
        else:
            at = place_in_list(text, collection, old.id)
            assert at is not None, f"{old.id} is no longer in {file}"
            self.write_text(file, with_item(text, collection, at, plain(old), new))

    def put_site(self, new: dict[str, Any]) -> None:
        """The site's settings in their plain form."""
        file = "data/situs.yml"
        self.write_text(file, with_record(self.text(file) or "", plain(self.plan.site), new))

    def remove(self, collection: str, old: Record) -> None:
        """Take a record out."""
        file = old.origin.file
        if collection in FOLDERS:
            self.write_text(file, None)
            return
        text = self.text(file) or ""
        at = place_in_list(text, collection, old.id)
        assert at is not None, f"{old.id} is no longer in {file}"
        self.write_text(file, without_item(text, collection, at))

    @contextmanager
    def _tried(self) -> Iterator[Project]:
        """The project as it would be, in a folder of its own."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            shutil.copytree(self.project.data, root / "data", symlinks=True)
            shutil.copytree(self.project.docs, root / "docs", symlinks=True)
            shutil.copy(self.project.config, root / "mkdocs.yml")
            for file, text in self.texts.items():
                _write(root / file, text)
            yield Project(root, root / "data", root / "docs", self.project.config)

    def new_problems(self) -> list[Problem]:
        """The errors the changes would bring in, with their places in the new files."""
        if not self.texts:
            return []
        with self._tried() as project:
            _, problems = check_project(project)
        return [problem for problem in problems if problem.severity is ERROR]

    def save(self) -> list[str]:
        """Write every change; the files written. Raises ValueError when a file was changed by others meanwhile."""
        changed = self.texts
        for file in changed:
            path = self.project.root / file
            if (load(path, file)[0] if path.is_file() else None) != self._before[file]:
                raise ValueError(f"{file} diubah orang lain sementara itu; ulangi perintahnya")
        for file, text in changed.items():
            _write(self.project.root / file, text)
        return sorted(changed)


def _write(path: Path, text: str | None) -> None:
    """Write or delete a file so that a reader sees the old or the new one, never a part."""
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, delete=False
    ) as file:
        file.write(text)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    os.chmod(file.name, mode)
    os.replace(file.name, path)
