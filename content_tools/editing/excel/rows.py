"""What stands in an agency's sheets today: one row for each program, part of a program and open question."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from content_tools.editing.canonical import plain
from content_tools.editing.excel.fields import Shown
from content_tools.editing.excel.sheets import (
    MONEY,
    NEW_SOURCES,
    NOT_OURS,
    PARTS,
    PROGRAMS,
    QUESTIONS,
    STEPS,
    Sheet,
)
from content_tools.editing.excel.words import Words
from content_tools.insight.completeness import EXPECTED, not_found
from content_tools.model.base import Absence
from content_tools.model.choices import Missing
from content_tools.model.plan import Plan
from content_tools.model.program import Program
from content_tools.model.writing import sentence_case


@dataclass(frozen=True)
class Line:
    """One row as it is exported."""

    key: str
    program: str
    """Id of the program it belongs to; empty for none."""
    cells: Mapping[str, Shown]
    """By the key of the column; what is not there is left out."""
    missing: frozenset[str] = frozenset()
    """Columns whose value was expected and not found."""
    index: int = 0
    """Its place in the program's list, for a part."""

    def text(self, key: str) -> str:
        """A cell as text, as it is compared with what comes back."""
        return tidy(str(self.cells.get(key, "")))

    @property
    def version(self) -> str:
        """A short word for what stands in the row; a letter first, so that no spreadsheet takes it for a number."""
        words = "\x1f".join(f"{key}\x1e{tidy(str(value))}" for key, value in self.cells.items())
        return f"v{hashlib.sha256(words.encode()).hexdigest()[:10]}"


_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def printable(text: str) -> str:
    """A text without the control characters that no workbook can hold."""
    return _UNSEEN.sub("", text)


def tidy(text: str) -> str:
    """A cell's text without what programs change on their own: line ends, no-break spaces, blanks around it."""
    text = printable(text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.rstrip() for line in text.replace("\xa0", " ").split("\n")).strip()


def at(tree: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """The value at a path of a plain form; None when there is none."""
    found: Any = tree
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def programs_of(plan: Plan, agency: str) -> tuple[Program, ...]:
    """The programs an agency answers for or carries out, in the order of their names."""
    own = [one for one in plan.living if agency == one.lead or agency in one.executors]
    return tuple(sorted(own, key=lambda one: (one.name.casefold(), one.id)))


def agencies_with_programs(plan: Plan) -> tuple[str, ...]:
    """Every agency that has programs, in the order of the records."""
    return tuple(id for id in plan.agencies if programs_of(plan, id))


_ASKED = {
    "tujuan": "Apa tujuan tertulis program ini?",
    "penanggung_jawab": "Instansi mana yang menjadi penanggung jawab program ini?",
    "jadwal": "Kapan program ini selesai menurut rencana?",
    "target": "Apa target resmi program ini: angka, satuan, dan tahunnya?",
    "anggaran": "Berapa anggaran resmi program ini? Isi di lembar Anggaran.",
    "sumber": "Dokumen atau laman resmi mana yang memuat program ini? Tulis di kolom Bukti.",
}
"""The question about a thing a full record has."""

_NOT_ASKED = (Missing.NOT_APPLICABLE, Missing.EXEMPT)


def _open(plan: Plan, program: Program) -> dict[str, tuple[str, str]]:
    """What is not found in a program: its key to the words for it and the question."""
    keys = {words: key for key, words in EXPECTED}
    found = {keys[words]: (words, _ASKED[keys[words]]) for words in not_found(plan, program)}
    titles = {field.alias: field.title for field in Program.model_fields.values()}
    for absence in program.absences:
        if absence.reason not in _NOT_ASKED and absence.about not in found:
            words = titles.get(absence.about) or absence.about
            found[absence.about] = (words, _question(absence, words))
    return found


def _question(absence: Absence, words: str) -> str:
    asked = _ASKED.get(absence.about, f"Apa isi “{words}” program ini?")
    return f"{asked} Catatan kami sekarang: {absence.reason.label.lower()}."


def _program(plan: Plan, program: Program, words: Words) -> Line:
    written = plain(program)
    cells: dict[str, Shown] = {"id": program.id}
    for column in PROGRAMS.columns:
        if column.field is not None:
            cells[column.key] = column.field.shown(at(written, column.field.path), words)
    absent = {"jadwal.selesai" if key == "jadwal" else key for key in _open(plan, program)}
    missing = frozenset(key for key, value in cells.items() if key in absent and value is None)
    return Line(program.id, program.id, _filled(cells), missing)


_IDENTITY = {MONEY.name: ("tahun", "jenis_angka", "sumber_dana"), STEPS.name: ("nama",)}
"""What tells the parts of one program apart."""


def _parts(sheet: Sheet, program: Program, words: Words) -> Iterator[Line]:
    seen: Counter[tuple[str, ...]] = Counter()
    for index, part in enumerate(plain(program).get(sheet.part, ())):
        own = tuple(str(part[key]) for key in _IDENTITY[sheet.name])
        seen[own] += 1
        key = " / ".join((program.id, *own, *([str(seen[own])] if seen[own] > 1 else [])))
        cells: dict[str, Shown] = {"baris": key, "program": words.label("program", program.id)}
        for column in sheet.columns:
            if column.field is not None:
                cells[column.key] = column.field.shown(at(part, column.field.path), words)
        yield Line(key, program.id, _filled(cells), index=index)


def _filled(cells: dict[str, Shown]) -> Mapping[str, Shown]:
    return MappingProxyType({key: value for key, value in cells.items() if value is not None})


def rows_of(plan: Plan, agency: str, words: Words) -> dict[str, list[Line]]:
    """Every row of an agency's workbook, by the name of its sheet."""
    own = programs_of(plan, agency)
    rows = {PROGRAMS.name: [_program(plan, program, words) for program in own]}
    for sheet in PARTS:
        rows[sheet.name] = [line for program in own for line in _parts(sheet, program, words)]
    rows[QUESTIONS.name] = [
        Line(
            f"{program.id} / {key}",
            program.id,
            {
                "baris": f"{program.id} / {key}",
                "program": words.label("program", program.id),
                "hal": sentence_case(thing),
                "pertanyaan": question,
            },
        )
        for program in own
        for key, (thing, question) in _open(plan, program).items()
    ]
    rows[NOT_OURS.name] = [
        Line(program.id, program.id, {"id": program.id, "nama": program.name}) for program in own
    ]
    rows[NEW_SOURCES.name] = [
        Line(f"B{number}", "", {"kode": f"B{number}"}) for number in range(1, NEW_SOURCES.spare + 1)
    ]
    return rows
