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
class Problem:
    """One thing to repair. `line` and `column` count from 1; 0 means the file as a whole."""

    file: str
    message: str
    hint: str = ""
    path: tuple[str | int, ...] = ()
    found: str = ""
    rule: str = "bentuk"
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
