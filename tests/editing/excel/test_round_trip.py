"""What goes out comes back: a workbook that nobody changed changes nothing."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from openpyxl import load_workbook

from content_tools.editing.excel.importing import take_in
from content_tools.editing.excel.opening import read_workbook
from content_tools.editing.excel.rows import agencies_with_programs, rows_of
from content_tools.editing.excel.tables import TABLES, read_table, table_bytes
from content_tools.editing.excel.words import Words
from content_tools.editing.excel.workbook import workbook_bytes
from content_tools.model.program import Program
from tests.conftest import EXAMPLE, ROOT
from tests.editing.excel.workshop import AGENCY, DAY, cell, desk_of, opened, saved, sent
from tests.tools import office


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["metro", "contoh"])
def test_untouched_workbooks_and_tables_change_no_byte(root: Path) -> None:
    desk = desk_of(root)
    words = Words(desk.plan)
    agencies = agencies_with_programs(desk.plan)
    assert len(agencies) == 14 if root == EXAMPLE else agencies
    for agency in agencies:
        rows = rows_of(desk.plan, agency, words)
        books = [read_workbook("a.xlsx", sent(agency, root))]
        books += [read_table("a.csv", table_bytes(sheet, rows[sheet.name], agency)) for sheet in TABLES]
        for book in books:
            outcome = take_in(desk, book, DAY)
            assert (outcome.problems, outcome.follow_up, outcome.notes) == ((), (), ()), agency
            assert desk.texts == {}, agency


def test_a_text_that_looks_like_a_formula_goes_out_as_text_and_comes_back() -> None:
    desk = desk_of()
    evil = {
        "summary": '=HYPERLINK("https://contoh.example","klik")',
        "location": "-1+1",
        "status_reason": "@SUM(A1)",
    }
    program = desk.plan.programs["antrean-daring"].model_copy(update=evil)
    assert isinstance(program, Program)
    plan = replace(desk.plan, programs=MappingProxyType({**desk.plan.programs, program.id: program}))
    data = workbook_bytes(plan, AGENCY, DAY, Words(plan))
    page = opened(data)["Program Anda"]
    found = [one for row in page.iter_rows() for one in row if one.value in evil.values()]
    assert [(one.data_type, one.quotePrefix) for one in found] == [("s", True)] * 3
    assert not any(one.data_type == "f" for row in page.iter_rows() for one in row)
    desk.plan = plan
    outcome = take_in(desk, read_workbook("a.xlsx", saved(load_workbook(io.BytesIO(data)))), DAY)
    assert (outcome.problems, desk.texts) == ((), {})


def test_a_character_that_no_workbook_holds_is_left_out_and_changes_nothing() -> None:
    desk = desk_of()
    program = desk.plan.programs["antrean-daring"].model_copy(update={"location": "Balai\x07 kota"})
    desk.plan = replace(desk.plan, programs=MappingProxyType({**desk.plan.programs, program.id: program}))
    data = workbook_bytes(desk.plan, AGENCY, DAY, Words(desk.plan))
    assert cell(opened(data), "Program Anda", "antrean-daring", "Lokasi").value == "Balai kota"
    outcome = take_in(desk, read_workbook("a.xlsx", data), DAY)
    assert (outcome.problems, desk.texts) == ((), {})


def test_a_table_guards_texts_that_a_spreadsheet_would_run() -> None:
    desk = desk_of()
    program = desk.plan.programs["antrean-daring"].model_copy(update={"location": "=1+1"})
    desk.plan = replace(desk.plan, programs=MappingProxyType({**desk.plan.programs, program.id: program}))
    rows = rows_of(desk.plan, AGENCY, Words(desk.plan))
    data = table_bytes(TABLES[0], rows["Program Anda"], AGENCY)
    assert ";'=1+1;" in data.decode("utf-8-sig")
    outcome = take_in(desk, read_table("a.csv", data), DAY)
    assert (outcome.problems, desk.texts) == ((), {})


@pytest.mark.slow
def test_what_libreoffice_saves_is_what_was_sent(tmp_path: Path) -> None:
    """A missing LibreOffice is a failure, not a skip."""
    files = {}
    for root, agency in ((ROOT, "diskominfo"), (EXAMPLE, "dinas-kominfo"), (EXAMPLE, AGENCY)):
        files[agency] = root
        (tmp_path / f"{agency}.xlsx").write_bytes(sent(agency, root))
    out = tmp_path / "disimpan"
    out.mkdir()
    office.converted([tmp_path / f"{agency}.xlsx" for agency in files], "xlsx", out)
    for agency, root in files.items():
        desk = desk_of(root)
        data = (out / f"{agency}.xlsx").read_bytes()
        outcome = take_in(desk, read_workbook(f"{agency}.xlsx", data), DAY)
        assert (outcome.problems, outcome.notes, desk.texts) == ((), (), {})
    resaved = opened((out / f"{AGENCY}.xlsx").read_bytes())
    assert cell(resaved, "Program Anda", "antrean-daring", "Status").value == "Berjalan"
    places = [str(one.sqref) for one in resaved["Program Anda"].data_validations.dataValidation]
    assert "D2:D20" in places
    assert resaved["Program Anda"].protection.sheet
    assert cell(resaved, "Program Anda", "antrean-daring", "Id").protection.locked
    assert not cell(resaved, "Program Anda", "antrean-daring", "Status").protection.locked
    assert resaved["Ekspor"].sheet_state == "hidden"
