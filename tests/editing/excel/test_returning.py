"""A workbook with mistakes goes back with each of them marked, and comes in again once they are repaired."""

from __future__ import annotations

import pytest

from content_tools.editing.excel import looks
from content_tools.editing.excel.fields import Refused
from content_tools.editing.excel.opening import read_workbook
from content_tools.editing.excel.returning import returned
from tests.editing.excel.workshop import cell, changed, opened, saved, sent, taken, told

STATUS = ("Program Anda", "antrean-daring", "Status")


def test_wrong_cells_are_red_with_their_repair_and_listed_first() -> None:
    book = opened(sent())
    cell(book, *STATUS).value = "berjalann"
    cell(book, "Anggaran", "antrean-daring / 2024 / pagu_apbd / apbd_kota", "Jumlah (Rp)").value = "=1+1"
    data = saved(book)
    outcome, _ = taken(read_workbook("a.xlsx", data))
    back = opened(returned(data, outcome.problems))
    wrong = cell(back, *STATUS)
    assert str(wrong.fill.start_color.rgb).endswith(looks.WRONG)
    assert "“berjalann” bukan pilihan yang ada. Maksud Anda “Berjalan”?" in wrong.comment.text
    assert wrong.value == "berjalann"
    listed = back["Perlu diperbaiki"]
    assert back.sheetnames[0] == "Perlu diperbaiki"
    assert [[one.value for one in row][:2] for row in listed.iter_rows()] == [
        ["Lembar", "Sel"], ["Program Anda", "D3"], ["Anggaran", "F2"],
    ]  # fmt: skip
    assert listed["B2"].hyperlink.location == "'Program Anda'!D3"


def test_a_returned_workbook_comes_in_again_and_loses_its_marks() -> None:
    book = opened(sent())
    cell(book, *STATUS).value = "berjalann"
    data = saved(book)
    first, _ = taken(read_workbook("a.xlsx", data))
    book = opened(returned(data, first.problems))
    again, _ = taken(read_workbook("a.xlsx", saved(book)))
    assert told(again) == told(first)
    cell(book, *STATUS).value = "Berjalan"
    cell(book, "Program Anda", "galeri-usaha", "Cakupan").value = "di mana-mana"
    data = saved(book)
    second, _ = taken(read_workbook("a.xlsx", data))
    book = opened(returned(data, second.problems))
    repaired = cell(book, *STATUS)
    assert repaired.comment is None
    assert repaired.fill.fill_type is None
    cell(book, "Program Anda", "galeri-usaha", "Cakupan").value = "Di tempat tertentu"
    outcome, desk = taken(read_workbook("a.xlsx", saved(book)))
    assert outcome.problems == ()
    assert outcome.notes == ()
    assert changed(desk) == {
        "data/program/galeri-usaha.yml": (['cakupan: "seluruh_kota"'], ['cakupan: "lokasi_tertentu"'])
    }


def test_a_file_that_cannot_be_opened_is_not_marked() -> None:
    with pytest.raises(Refused):
        returned(b"bukan buku kerja", ())
