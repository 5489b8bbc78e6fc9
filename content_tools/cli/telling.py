"""Problems told: as text for people, as annotations for a host, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from content_tools.model.problem import ERROR, Problem


def clean(text: str) -> str:
    """Text from a file, safe for a terminal: nothing that moves the cursor or begins a line of its own."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def as_text(problem: Problem) -> str:
    head = f"{problem.place}: {problem.severity.value}: "
    head += f"{problem.key}: " if problem.key else ""
    lines = [clean(f"{head}{problem.message} [{problem.rule}]")]
    if problem.found and problem.found not in problem.message:
        lines.append(f"    tertulis: {clean(problem.found)}")
    if problem.hint:
        lines.append(f"    perbaikan: {clean(problem.hint)}")
    return "\n".join(lines)


def as_github(problem: Problem) -> str:
    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    level = "error" if problem.severity is ERROR else "warning"
    place = f"file={escaped(problem.file).replace(',', '%2C').replace(':', '%3A')}"
    if problem.line:
        place += f",line={problem.line},col={problem.column}"
    body = f"{problem.key}: {problem.message}" if problem.key else problem.message
    return f"::{level} {place},title={problem.rule}::{escaped(body)}{escaped(chr(10) + problem.hint) if problem.hint else ''}"


def as_json(problems: Iterable[Problem]) -> str:
    rows = [
        {
            "berkas": problem.file,
            "baris": problem.line,
            "kolom": problem.column,
            "kunci": problem.key,
            "tertulis": problem.found,
            "masalah": problem.message,
            "perbaikan": problem.hint,
            "aturan": problem.rule,
            "tingkat": problem.severity.value,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
