"""A problem someone can repair: where it stands, what was found, why it is wrong, what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning goes on and is told."""

    ERROR = "galat"
    WARNING = "peringatan"


ERROR = Severity.ERROR
WARNING = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem, as the guide teaches it. Declared where it arises; `pages/catalogue.py` collects them."""

    code: str
    """`MP203`: stable, never given to another kind."""
    id: str
    """What `Problem.rule` holds."""
    title: str
    """What is wrong, in words a civil servant would use."""
    protects: str
    """Why it is refused or told."""
    repair: str
    """What to do about it."""
    wrong: str
    """An example of the mistake: text of the file `where`; or a sentence when there is no such file."""
    right: str
    """The same, written well."""
    where: str = "data/program/contoh.yml"
    """The file that the examples stand in; empty when they are sentences."""
    repaired: bool = False
    """Whether `masterplan check --fix` repairs it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to repair. `line` and `column` count from 1; 0 means the file as a whole."""

    file: str
    message: str
    hint: str = ""
    path: tuple[str | int, ...] = ()
    found: str = ""
    rule: str = ""
    """The id of its kind."""
    severity: Severity = ERROR
    line: int = 0
    column: int = 0

    @property
    def key(self) -> str:
        """The path of keys in words: `anggaran[2].jumlah`."""
        text = ""
        for part in self.path:
            text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
        return text

    @property
    def place(self) -> str:
        """`file:line:column`, as editors and terminals open it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def at(self, line: int, column: int) -> Problem:
        """The same problem with its position."""
        return replace(self, line=line, column=column)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Problems are told file by file, from the top of each file down."""
        return (self.file, self.line, self.column, self.message)
