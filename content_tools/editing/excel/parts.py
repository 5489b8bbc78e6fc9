"""Sheets whose rows are parts of programs, money and steps, taken into a draft."""

from __future__ import annotations

from typing import Any

from content_tools.editing.excel.book import Given, Row
from content_tools.editing.excel.draft import Path
from content_tools.editing.excel.edits import edits, sound
from content_tools.editing.excel.rows import Line
from content_tools.editing.excel.sheets import EVIDENCE, MONEY, STEPS, Sheet
from content_tools.editing.excel.taking import Taking
from content_tools.editing.excel.words import folded


def take_parts(taking: Taking, form: Sheet, lines: dict[str, Line], own: dict[str, str]) -> None:
    """Every row of a sheet of parts; `own` are the agency's programs, folded label and id to id."""
    seen: dict[str, Row] = {}
    for row in taking.book.rows.get(form.name, ()):
        key = row.text(form.key)
        if not key:
            _new_part(taking, form, row, own | taking.new)
        elif not taking.sole(row, form, seen):
            continue
        elif not taking.sent(form, key):
            taking.stranger(row, form)
        elif key in lines:
            _changed_part(taking, form, row, lines[key])
        elif taking.book.base is None:
            taking.stranger(row, form)
        else:
            taking.overtaken(row, form)
    gone = [key for key in lines if key not in seen and taking.sent(form, key)]
    if gone and taking.book.base is not None:
        taking.notes.append(f"Baris yang dihapus di lembar {form.name} tetap tercatat: {len(gone)}.")


def _changed_part(taking: Taking, form: Sheet, row: Row, line: Line) -> None:
    changed = edits(form, row, line, taking.book, taking.words, taking.tell)
    titles = []
    part = taking.draft.of(line.program)[form.part][line.index]
    for column in form.columns:
        if column.key not in changed or column.field is None:
            continue
        given = changed[column.key]
        path: Path = (form.part, line.index, *column.field.path)
        if not given.text and column.field.required:
            hint = "Baris tidak dihapus lewat lembar ini; kembalikan isinya."
            taking.tell("lembar-wajib", f"“{column.title}” tidak boleh kosong", hint, form.name, given.cell)
            continue
        value = taking.value(column.field, given, form.name) if given.text else None
        titles.append(f"“{column.title}”")
        taking.draft.place(line.program, path, (form.name, given.cell))
        if value is not None:
            part[column.field.path[0]] = value
        elif not given.text:
            part.pop(column.field.path[0], None)
    names = taking.proof(row, titles, bool(titles))
    if names:
        # Another amount rests on its own evidence; what carried the old one does not carry it.
        kept = [] if titles and form is MONEY else part["sumber"]
        part["sumber"] = list(dict.fromkeys([*kept, *names]))
        taking.draft.cite(line.program, names, (form.name, row.cell(EVIDENCE)))


def _new_part(taking: Taking, form: Sheet, row: Row, own: dict[str, str]) -> None:
    named = row.cells.get("program", Given(cell=row.cell("program")))
    program = own.get(folded(named.text))
    if program is None:
        hint = "Pilih salah satu program di lembar Program Anda."
        what = f"“{named.text}” bukan program instansi lembar ini" if named.text else "“Program” kosong"
        kind = "lembar-instansi" if named.text else "lembar-wajib"
        taking.tell(kind, what, hint, form.name, named.cell, named.text)
        return
    part: dict[str, Any] = {}
    whole = True
    spots: dict[str, str] = {}
    for column in form.columns:
        given = row.cells.get(column.key, Given(cell=row.cell(column.key)))
        if column.field is None or not sound(given, form.name, taking.tell):
            continue
        spots[column.field.path[0]] = given.cell
        if given.text:
            part[column.field.path[0]] = taking.value(column.field, given, form.name)
            whole = whole and part[column.field.path[0]] is not None
        elif column.field.required or (form is STEPS and column.key == "waktu" and not row.text("mulai")):
            taking.tell("lembar-wajib", f"“{column.title}” kosong", "Isi, atau kosongkan seluruh baris.", form.name, given.cell)  # fmt: skip
            whole = False
    names = taking.proof(row, ["“Baris baru”"], True)
    if not whole or not names:
        return
    known = taking.draft.of(program).setdefault(form.part, [])
    if any(all(other.get(key) == value for key, value in part.items() if key != "jumlah") for other in known):
        hint = "Ubah baris yang sudah ada, atau kosongkan baris ini."
        taking.tell("lembar-ganda", "baris seperti ini sudah ada", hint, form.name, named.cell)
        return
    known.append(part | {"sumber": names})
    taking.draft.place(program, (form.part,), (form.name, named.cell))
    for key, cell in spots.items():
        taking.draft.place(program, (form.part, len(known) - 1, key), (form.name, cell))
    taking.draft.cite(program, names, (form.name, row.cell(EVIDENCE)))
