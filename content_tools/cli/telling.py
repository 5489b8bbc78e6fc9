"""Problems told: as text for people, as annotations for a host, as JSON for programs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from content_tools.model.problem import ERROR, Problem
from content_tools.pages.catalogue import guide_path, kind_of


def clean(text: str) -> str:
    """Text from a file, safe for a terminal: nothing that moves the cursor or begins a line of its own."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def as_text(problem: Problem, explained: bool = False) -> str:
    """A problem for people; `explained` names the page of the guide that teaches its kind."""
    kind = kind_of(problem)
    head = f"{problem.place}: {problem.severity.value}: "
    head += f"{problem.key}: " if problem.key else ""
    lines = [clean(f"{head}{problem.message} [{kind.code}]")]
    if problem.found and problem.found not in problem.message:
        lines.append(f"    tertulis: {clean(problem.found)}")
    if problem.hint:
        lines.append(f"    perbaikan: {clean(problem.hint)}")
    if explained:
        lines.append(f"    penjelasan: {guide_path(kind)}")
    return "\n".join(lines)


def texts(problems: Iterable[Problem]) -> Iterator[str]:
    """Problems for people, the first of each kind with the page that teaches it."""
    told: set[str] = set()
    for problem in problems:
        yield as_text(problem, explained=problem.rule not in told)
        told.add(problem.rule)


def as_github(problem: Problem) -> str:
    """A problem as an annotation of its line, as the host's workflows print it."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    level = "error" if problem.severity is ERROR else "warning"
    place = f"file={escaped(problem.file).replace(',', '%2C').replace(':', '%3A')}"
    if problem.line:
        place += f",line={problem.line},col={problem.column}"
    body = f"{problem.key}: {problem.message}" if problem.key else problem.message
    kind = kind_of(problem)
    title = escaped(f"{kind.code}: {kind.title}").replace(",", "%2C").replace(":", "%3A")
    hint = escaped(f"\n{problem.hint}") if problem.hint else ""
    return f"::{level} {place},title={title}::{escaped(body)}{hint}"


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
