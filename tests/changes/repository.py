"""A small git repository that a test writes, on days it chooses; nothing of this machine's settings is used."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

PERSON = "Orang Rekaan"
MAIL = "orang.rekaan@contoh.example"
"""Who makes every commit: invented, and never to be printed."""


class Repository:
    """A new repository in an empty folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, day: str = "2026-01-05", said: str | None = None) -> str:
        """One git command, told `said` on its input, on a day at noon UTC; its output."""
        variables = {
            "PATH": os.environ["PATH"], "HOME": str(self.root), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
            "GIT_AUTHOR_NAME": PERSON, "GIT_AUTHOR_EMAIL": MAIL, "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
            "GIT_COMMITTER_NAME": PERSON, "GIT_COMMITTER_EMAIL": MAIL, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
        }  # fmt: skip
        command = ["git", "-C", str(self.root), *words]
        done = subprocess.run(command, capture_output=True, text=True, input=said, env=variables)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, path: str, text: str) -> None:
        """A file with this text."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words that stand in a file exactly once."""
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1, f"{path}: {text.count(old)} × {old}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        """Delete a file."""
        (self.root / path).unlink()

    def commit(self, message: str, day: str) -> str:
        """Commit everything as it lies there; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "--cleanup=verbatim", "-F", "-", day=day, said=message)
        return self.git("rev-parse", "HEAD").strip()

    def merge(self, message: str, day: str) -> str:
        """Commit everything on a branch of its own, then merge it as a host does; the merge's id."""
        self.git("checkout", "-q", "-b", "usulan")
        self.commit("satu langkah di cabang", day)
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "--no-ff", "-m", message, "usulan", day=day)
        self.git("branch", "-q", "-d", "usulan")
        return self.git("rev-parse", "HEAD").strip()

    def shallow_copy(self, target: Path, depth: int) -> Path:
        """A clone that holds only the newest commits."""
        self.git("clone", "-q", "--depth", str(depth), f"file://{self.root}", str(target))
        return target

    def copy_without_git(self, target: Path) -> Path:
        """The files alone."""
        shutil.copytree(self.root, target, ignore=shutil.ignore_patterns(".git"))
        return target
