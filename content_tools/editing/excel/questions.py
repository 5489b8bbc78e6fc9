"""Answers to what was not found, and programs that an agency says are not its own."""

from __future__ import annotations

from content_tools.editing.excel.book import Given, Row
from content_tools.editing.excel.edits import edits
from content_tools.editing.excel.fields import Field, Refused, field_of
from content_tools.editing.excel.rows import Line
from content_tools.editing.excel.sheets import EVIDENCE, MONEY, NOT_OURS, PROGRAMS, QUESTIONS
from content_tools.editing.excel.taking import Taking
from content_tools.editing.excel.words import folded
from content_tools.model.program import Program

_ANSWERED = {column.key: column.field for column in PROGRAMS.columns if column.field is not None} | {
    "penanggung_jawab": field_of(Program, "lead")
}
"""What an answer may fill, by the thing that was asked."""
_ANSWERED["jadwal"] = _ANSWERED["jadwal.selesai"]

_YES = ("ya", "y", "x", "v", "✓", "✔", "true", "benar")
_NO = ("", "tidak", "false", "salah")


def take_answers(taking: Taking, lines: dict[str, Line]) -> None:
    """Every answered question: written where a key holds it, else left for a person."""
    seen: dict[str, Row] = {}
    for row in taking.book.rows.get(QUESTIONS.name, ()):
        key = row.text(QUESTIONS.key)
        if not key or not taking.sent(QUESTIONS, key):
            taking.stranger(row, QUESTIONS)
        elif taking.sole(row, QUESTIONS, seen):
            if key in lines:
                given = edits(QUESTIONS, row, lines[key], taking.book, taking.words, taking.tell)
            else:
                given = {name: row.cells[name] for name in ("jawaban", EVIDENCE) if row.text(name)}
            if given:
                _answer(taking, row, lines.get(key), given)


def _answer(taking: Taking, row: Row, line: Line | None, given: dict[str, Given]) -> None:
    program, _, thing = row.text(QUESTIONS.key).partition(" / ")
    answer, proof = given.get("jawaban", Given()), given.get(EVIDENCE, Given())
    if line is None:
        _follow(taking, row, answer, proof, "pertanyaannya sudah tidak terbuka")
    elif thing == "sumber" and proof.text:
        _cite(taking, program, row, proof)
        if answer.text:
            _follow(taking, row, answer, proof, "buktinya sudah dicatat")
    elif thing == "anggaran":
        _follow(taking, row, answer, proof, f"angkanya diisi di lembar {MONEY.name}")
    elif thing not in _ANSWERED or not answer.text:
        _follow(taking, row, answer, proof, "belum ada tempatnya dalam catatan")
    else:
        _put(taking, row, program, _ANSWERED[thing], answer, proof)


def _put(taking: Taking, row: Row, program: str, field: Field, answer: Given, proof: Given) -> None:
    try:
        value = field.value(answer.text, taking.words)
    except Refused as wrong:
        _follow(taking, row, answer, proof, wrong.message)
        return
    if not proof.text:
        hint = "Isi kolom Bukti, atau kosongkan jawabannya."
        taking.tell("lembar-bukti", "jawaban ini tanpa bukti", hint, QUESTIONS.name, row.cell(EVIDENCE))
        return
    other = taking.draft.put(program, field.path, value, (QUESTIONS.name, answer.cell))
    if other is not None:
        hint = "Samakan keduanya, atau kosongkan salah satu."
        message = f"jawaban ini berbeda dari isian di lembar {other[0]}, sel {other[1]}"
        taking.tell("lembar-dua-jawaban", message, hint, QUESTIONS.name, answer.cell, answer.text)
        return
    _cite(taking, program, row, proof)


def _cite(taking: Taking, program: str, row: Row, proof: Given) -> None:
    names = taking.evidence.ids(proof, QUESTIONS.name)
    if names:
        taking.draft.cite(program, names, (QUESTIONS.name, row.cell(EVIDENCE)))


def _follow(taking: Taking, row: Row, answer: Given, proof: Given, why: str) -> None:
    evidence = f" Bukti: {proof.text}." if proof.text else ""
    said = f" “{answer.text}”." if answer.text else ""
    taking.open.append(f"{row.text('program')}, {row.text('hal')}:{said}{evidence} ({why})")


def take_refusals(taking: Taking, lines: dict[str, Line]) -> None:
    """Programs that an agency says are not its own: told, never moved."""
    seen: dict[str, Row] = {}
    for row in taking.book.rows.get(NOT_OURS.name, ()):
        key = row.text("id")
        if not key or not taking.sent(NOT_OURS, key):
            taking.stranger(row, NOT_OURS)
        elif taking.sole(row, NOT_OURS, seen) and key in lines:
            given = edits(NOT_OURS, row, lines[key], taking.book, taking.words, taking.tell)
            if given:
                _refusal(taking, row, given.get("bukan", Given()), given.get("alasan", Given()))


def _refusal(taking: Taking, row: Row, ticked: Given, reason: Given) -> None:
    word = folded(ticked.text)
    if word not in _YES and word not in _NO:
        hint = "Pilih ya, atau kosongkan."
        taking.tell(
            "bukan-ya-tidak", f"“{ticked.text}” bukan ya", hint, NOT_OURS.name, ticked.cell, ticked.text
        )
    elif word in _YES and not reason.text:
        hint = "Sebutkan alasannya, mis. sejak kapan dan pindah ke mana."
        taking.tell("lembar-wajib", "alasannya kosong", hint, NOT_OURS.name, row.cell("alasan"))
    elif word in _YES or reason.text:
        said = "bukan program instansi ini" if word in _YES else "ada catatan"
        taking.open.append(f"{row.text('nama')}, {said}: {reason.text}")
