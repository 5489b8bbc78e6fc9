"""The sheet of programs, taken into a draft: changed rows and new ones."""

from __future__ import annotations

from typing import Any

from content_tools.editing.creating import slug
from content_tools.editing.excel.book import Given, Row
from content_tools.editing.excel.draft import Spot
from content_tools.editing.excel.edits import edits, sound
from content_tools.editing.excel.rows import Line
from content_tools.editing.excel.sheets import EVIDENCE, PROGRAMS
from content_tools.editing.excel.taking import Taking
from content_tools.editing.excel.words import folded
from content_tools.model.choices import DataStatus, Grouping, InMasterplan
from content_tools.model.writing import listed


def take_programs(taking: Taking, lines: dict[str, Line], agency: str) -> None:
    """Every row of the sheet of programs; `lines` are the agency's programs today."""
    seen: dict[str, Row] = {}
    fresh: list[Row] = []
    for row in taking.book.rows.get(PROGRAMS.name, ()):
        key = row.text("id")
        given = row.cells.get("id")
        if given is not None and not sound(given, PROGRAMS.name, taking.tell):
            continue
        if not key:
            fresh.append(row)
        elif not taking.sole(row, PROGRAMS, seen):
            continue
        elif not taking.sent(PROGRAMS, key):
            taking.stranger(row, PROGRAMS)
        elif key in lines:
            _changed(taking, row, lines[key], agency)
        elif taking.book.base is None:
            taking.stranger(row, PROGRAMS)
        else:
            taking.overtaken(row, PROGRAMS)
    gone = [taking.plan.programs[key].name for key in lines if key not in seen and taking.sent(PROGRAMS, key)]
    names = {folded(name) for name in gone}
    for row in fresh:
        if folded(row.text("nama")) in names:
            hint = "Tulis kembali id yang semula; baris yang dihapus tidak menghapus program."
            taking.tell("lembar-id", "id program ini dihapus", hint, PROGRAMS.name, row.cell("id"))
        else:
            _new(taking, row, agency)
    if gone and taking.book.base is not None:
        taking.notes.append(f"Barisnya dihapus dari lembar, programnya tetap: {listed(gone)}.")


def _changed(taking: Taking, row: Row, line: Line, agency: str) -> None:
    id = line.key
    taking.draft.seen(id, (PROGRAMS.name, row.cell("id")))
    changed = edits(PROGRAMS, row, line, taking.book, taking.words, taking.tell)
    proven: list[str] = []
    for column in PROGRAMS.columns:
        if column.key not in changed or column.field is None:
            continue
        given = changed[column.key]
        if not given.text and column.field.required:
            hint = f"Isi kembali, mis. “{line.text(column.key)}”."
            taking.tell(
                "lembar-wajib", f"“{column.title}” tidak boleh kosong", hint, PROGRAMS.name, given.cell
            )
            continue
        value = taking.value(column.field, given, PROGRAMS.name) if given.text else None
        if given.text and value is None:
            continue
        if column.key == "pelaksana":
            _keeps_itself(taking, line, agency, value or [], given)
        taking.draft.put(id, column.field.path, value, (PROGRAMS.name, given.cell))
        if column.proven:
            proven.append(f"“{column.title}”")
    names = taking.proof(row, proven, bool(proven))
    if names:
        taking.draft.cite(id, names, (PROGRAMS.name, row.cell(EVIDENCE)))
        if (
            "status" in changed
            and "kabar_terakhir" not in changed
            and not any(map(taking.draft.dated, names))
        ):
            hint = "Isi kolom Kabar terakhir dengan tanggal buktinya."
            taking.tell("lembar-bukti", "bukti status ini tidak bertanggal", hint, PROGRAMS.name, row.cell("kabar_terakhir"))  # fmt: skip


def _keeps_itself(taking: Taking, line: Line, agency: str, executors: list[str], given: Given) -> None:
    if taking.plan.programs[line.key].lead != agency and agency not in executors:
        hint = "Kembalikan nama instansi Anda, lalu isi lembar Bukan program kami."
        taking.tell("lembar-terkunci", "instansi lembar ini hilang dari pelaksana", hint, PROGRAMS.name, given.cell, given.text)  # fmt: skip


def _new(taking: Taking, row: Row, agency: str) -> None:
    written: dict[str, Any] = {}
    spots: dict[tuple[str, ...], Spot] = {}
    whole = True
    for column in PROGRAMS.columns:
        given = row.cells.get(column.key, Given(cell=row.cell(column.key)))
        if column.field is None or not sound(given, PROGRAMS.name, taking.tell):
            continue
        if not given.text:
            if column.field.required:
                hint = "Wajib diisi untuk program baru."
                taking.tell("lembar-wajib", f"“{column.title}” kosong", hint, PROGRAMS.name, given.cell)
                whole = False
            continue
        value = taking.value(column.field, given, PROGRAMS.name)
        whole = whole and value is not None
        tree = written
        for step in column.field.path[:-1]:
            tree = tree.setdefault(step, {})
        tree[column.field.path[-1]] = value
        spots[column.field.path] = (PROGRAMS.name, given.cell)
    names = taking.proof(row, [], True)
    id = slug(row.text("nama"))
    if not whole or not _free(taking, id, row) or not names:
        return
    example = taking.plan.city.data_status is DataStatus.EXAMPLE
    written |= {
        "id": id,
        "status_data": (DataStatus.EXAMPLE if example else DataStatus.PUBLIC).value,
        "dalam_masterplan": InMasterplan.UNKNOWN.value,
        "pengelompokan": Grouping.COMPILER.value,
        "penanggung_jawab": agency,
    }
    taking.new[folded(row.text("nama"))] = id
    taking.draft.add(id, written, (PROGRAMS.name, row.cell("nama")))
    for path, spot in spots.items():
        taking.draft.place(id, path, spot)
    taking.draft.cite(id, names, (PROGRAMS.name, row.cell(EVIDENCE)))


def _free(taking: Taking, id: str, row: Row) -> bool:
    former = {name for program in taking.plan.programs.values() for name in program.former_ids}
    if id and id not in taking.plan.programs and id not in former and id not in taking.new.values():
        return True
    hint = "Bila programnya sama, minta pengelola situs menambahkannya ke lembar Anda. Bila berbeda, beri nama lain."
    message = f"program bernama “{row.text('nama')}” sudah ada"
    taking.tell("lembar-ganda", message, hint, PROGRAMS.name, row.cell("nama"), row.text("nama"))
    return False
