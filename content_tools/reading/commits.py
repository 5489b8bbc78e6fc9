"""What git remembers of the data: its commits, oldest first, and the content of files at each of them.

Two processes read everything, however long the history is. Who wrote a commit is never asked for. Settings of
the machine do not matter: whatever changes the output is said on the command line.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from content_tools.reading import git
from content_tools.reading.files import MAX_BYTES

_PIECE = 65536
_ORDINARY = ("100644", "100755")
"""Modes of ordinary files; links and the like are none."""
_DIFF = (
    "--first-parent", "--diff-merges=first-parent", "--full-diff", "--raw", "--no-renames", "--no-abbrev", "-z",
    "--no-ext-diff", "-O/dev/null", "--no-relative", "--no-color", "--no-notes", "--no-show-signature", "--encoding=UTF-8",
)  # fmt: skip
_SETTINGS = ("log.showRoot=true", "log.follow=false", "diff.ignoreSubmodules=none")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file of the data that a commit touched: its path below the project (`data/sumber.yml`) and what it holds then."""

    path: str
    blob: str | None
    """The content's id; None when the file is gone."""
    ordinary: bool = True
    """Whether it is a file, no link."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One step of the main line; what was merged counts as one step, on the day it was merged."""

    id: str
    day: date
    """In UTC."""
    subject: str
    body: str
    files: tuple[FileChange, ...]
    elsewhere: bool
    """Whether it also touches files that hold neither data nor pages."""


@dataclass(frozen=True, slots=True)
class Log:
    """The commits that touch the data, oldest first."""

    commits: tuple[Commit, ...]
    shallow: bool
    """Whether older commits exist that this copy does not hold; the oldest one here then shows all files as new."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A project inside a git working copy."""

    root: Path
    prefix: str
    """The way to it from the top of the working copy (`tests/kota/`), "" at the top."""
    shallow: bool
    newest: str
    """The id of the newest commit that touches the data."""


def _plainly(*words: str) -> list[str]:
    """Words for git, with the settings that could change its answer set."""
    return [*(part for setting in _SETTINGS for part in ("-c", setting)), *words]


def _git(root: Path, *words: str) -> bytes | None:
    return git.answer(root, *_plainly(*words))


def checkout(root: Path) -> Checkout | None:
    """The working copy a project stands in; None outside git, and where git does not hold the project's data."""
    told = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix")
    newest = _git(root, "rev-list", "-1", "--first-parent", "HEAD", "--", "data")
    if told is None or not newest:
        return None
    shallow, _, prefix = told.decode("utf-8", "surrogateescape").partition("\n")
    return Checkout(root, prefix.removesuffix("\n"), shallow == "true", newest.decode("ascii").strip())


def is_tracked(where: Checkout, path: str) -> bool:
    """Whether git holds a file at this path of the project: then somebody wrote it, not the last build."""
    return bool(_git(where.root, "ls-files", "-z", "--", path))


def read_log(where: Checkout) -> Log:
    """Every commit that touches the data."""
    output = _git(where.root, "log", "--reverse", *_DIFF, "--format=%H %ct%n%B", "--", "data")
    return Log(tuple(_commits(output or b"", where.prefix)), where.shallow)


def _commits(output: bytes, prefix: str) -> Iterator[Commit]:
    """Messages and files come in turn, each ended by a NUL, which no message and no path can hold."""
    parts = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    message = ""
    changes: list[tuple[str, str]] = []
    for part in parts:
        entry = part.lstrip("\n")
        if entry.startswith(":"):
            changes.append((entry, next(parts, "")))
        elif entry:
            if message:
                yield _commit(message, changes, prefix)
            message, changes = entry, []
    if message:
        yield _commit(message, changes, prefix)


def _commit(message: str, changes: list[tuple[str, str]], prefix: str) -> Commit:
    head, _, text = message.encode("utf-8", "surrogateescape").decode("utf-8", "replace").partition("\n")
    name, _, seconds = head.partition(" ")
    subject, _, body = text.strip().partition("\n")
    files = []
    for entry, path in changes:
        inside = path.removeprefix(prefix)
        if path.startswith(prefix) and inside.startswith("data/"):
            _, mode, _, blob, *_ = entry.split(" ")
            gone = mode == "000000"
            files.append(FileChange(inside, None if gone else blob, gone or mode in _ORDINARY))
    elsewhere = any(not path.startswith((f"{prefix}data/", f"{prefix}docs/")) for _, path in changes)
    return Commit(name, _day(seconds), subject.strip(), body.strip(), tuple(files), elsewhere)


def _day(seconds: str) -> date:
    """A commit's day; the oldest day there is when its clock makes no sense."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.min


@contextmanager
def contents(where: Checkout) -> Iterator[Callable[[str], bytes | None]]:
    """A function from a blob's id to its bytes; None for what is not there or is larger than a data file may be."""
    process = subprocess.Popen(
        git.command(where.root, *_plainly("cat-file", "--batch")), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=git.environment(),
    )  # fmt: skip
    asked, answers = process.stdin, process.stdout
    if asked is None or answers is None:
        raise OSError("git")

    def read(blob: str) -> bytes | None:
        try:
            asked.write(f"{blob}\n".encode("ascii"))
            asked.flush()
        except OSError:
            return None
        head = answers.readline().split()
        if len(head) != 3:
            return None
        size = int(head[2])
        if head[1] == b"blob" and size <= MAX_BYTES:
            return answers.read(size + 1)[:-1]
        left = size + 1
        while left > 0 and (piece := answers.read(min(left, _PIECE))):
            left -= len(piece)
        return None

    try:
        yield read
    finally:
        with suppress(OSError):
            asked.close()
        answers.close()
        process.wait()
