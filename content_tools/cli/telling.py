"""Problems told: as text for people, as annotations for a host, as JSON for programs."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator

from content_tools.model.problem import ERROR, Problem
from content_tools.pages.catalogue import guide_path, kind_of


def clean(text: str) -> str:
    """Text from a file, safe for a terminal: nothing that moves the cursor or begins a line of its own."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def as_text(problem: Problem, explained: bool = False) -> str:
    """A problem for people; `explained` names the page of the guide that teaches its kind,
    on the site itself where `SITE_URL` tells its address."""
    kind = kind_of(problem)
    head = f"{problem.place}: {problem.severity.value}: "
    head += f"{problem.key}: " if problem.key else ""
    lines = [clean(f"{head}{problem.message} [{kind.code}]")]
    if problem.found and problem.found not in problem.message:
        lines.append(f"    tertulis: {clean(problem.found)}")
    if problem.hint:
        lines.append(f"    perbaikan: {clean(problem.hint)}")
    if explained:
        site = os.environ.get("SITE_URL", "")
        lines.append(f"    penjelasan: {site.rstrip('/') + '/' if site else ''}{guide_path(kind)}")
    return "\n".join(lines)


def texts(problems: Iterable[Problem]) -> Iterator[str]:
    """Problems for people, the first of each kind with the page that teaches it."""
    told: set[str] = set()
    for problem in problems:
        yield as_text(problem, explained=problem.rule not in told)
        told.add(problem.rule)


def annotation(level: str, title: str, body: str, at: Problem | None = None) -> str:
    """One line that a host's workflow shows as a note, at the line of a file when one is given.

    `level` is `error`, `warning` or `notice`.
    """

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def named(key: str, text: str) -> str:
        return f"{key}={escaped(text).replace(',', '%2C').replace(':', '%3A')}"

    place = f"{named('file', at.file)}," if at else ""
    if at and at.line:
        place += f"line={at.line},col={at.column},"
    return f"::{level} {place}{named('title', title)}::{escaped(body)}"


def as_github(problem: Problem) -> str:
    """A problem as an annotation of its line, as the host's workflows print it."""
    kind = kind_of(problem)
    body = f"{problem.key}: {problem.message}" if problem.key else problem.message
    hint = f"\n{problem.hint}" if problem.hint else ""
    level = "error" if problem.severity is ERROR else "warning"
    return annotation(level, f"{kind.code}: {kind.title}", f"{body}{hint}", problem)


def as_gitlab(problems: Iterable[Problem]) -> str:
    """Problems as the report on code quality that GitLab shows on the lines of a merge request."""
    rows = []
    for problem in problems:
        kind = kind_of(problem)
        body = f"{problem.key}: {problem.message}" if problem.key else problem.message
        place = f"{problem.file}:{problem.line}:{problem.column}:{kind.code}:{body}"
        rows.append(
            {
                "description": f"{body}. {problem.hint}".strip(),
                "check_name": kind.code,
                "fingerprint": hashlib.sha256(place.encode()).hexdigest(),
                "severity": "major" if problem.severity is ERROR else "minor",
                "location": {"path": problem.file, "lines": {"begin": max(problem.line, 1)}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_json(problems: Iterable[Problem]) -> str:
    """Problems as one list for programs."""
    rows = [
        {
            "berkas": problem.file,
            "baris": problem.line,
            "kolom": problem.column,
            "kunci": problem.key,
            "tertulis": problem.found,
            "masalah": problem.message,
            "perbaikan": problem.hint,
            "kode": kind_of(problem).code,
            "aturan": problem.rule,
            "tingkat": problem.severity.value,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
