"""The workbook an agency gets: whose it is, what is open, what may be chosen, what is locked."""

from __future__ import annotations

import re

from content_tools.editing.excel import looks
from content_tools.editing.excel.cover import NEVER, sentences
from content_tools.editing.excel.rows import agencies_with_programs
from content_tools.editing.excel.words import Words
from content_tools.editing.excel.workbook import workbook_bytes
from content_tools.model.choices import ProgramStatus
from tests.conftest import ROOT
from tests.editing.excel.workshop import AGENCY, DAY, OTHER, cell, desk_of, opened, sent
from tests.insight.cities import nobodys


def first_sheet(data: bytes) -> list[str]:
    """The lines of the first sheet."""
    return [str(row[1].value) for row in opened(data)["Baca dulu"].iter_rows(max_col=2) if row[1].value]


def test_the_sheets_stand_in_the_order_of_their_use() -> None:
    book = opened(sent())
    assert book.sheetnames == [
        "Baca dulu", "Program Anda", "Anggaran", "Langkah penting", "Pertanyaan", "Bukan program kami",
        "Sumber baru", "Daftar", "Ekspor",
    ]  # fmt: skip
    assert [page.title for page in book.worksheets if page.sheet_state != "visible"] == ["Daftar", "Ekspor"]


def test_only_the_agency_s_programs_stand_in_it() -> None:
    page = opened(sent())["Program Anda"]
    ids = [row[0].value for row in page.iter_rows(min_row=2) if row[0].value]
    assert ids == [
        "akta-di-tempat-bersalin", "antrean-daring", "galeri-usaha", "izin-usaha-sehari", "jemput-berkas",
        "bahasa-isyarat-loket", "loket-satu-pintu", "mobil-layanan-desa", "surat-kelurahan",
    ]  # fmt: skip


def test_what_is_not_found_is_yellow_and_open() -> None:
    book = opened(sent(OTHER))
    for title, wanted in (("Tujuan", True), ("Jadwal: selesai", True), ("Status", False)):
        place = cell(book, "Program Anda", "anak-aman-daring", title)
        assert str(place.fill.start_color.rgb).endswith(looks.WANTED) is wanted, title
        assert not place.protection.locked


def test_ids_are_locked_and_new_rows_are_open() -> None:
    book = opened(sent())
    page = book["Program Anda"]
    assert page.protection.sheet
    assert page.protection.password is None
    assert cell(book, "Program Anda", "antrean-daring", "Id").protection.locked
    assert cell(book, "Program Anda", "antrean-daring", "Dimensi").protection.locked
    assert not page["P11"].protection.locked
    assert page["A11"].protection.locked


def test_allowed_values_and_references_can_be_picked() -> None:
    book = opened(sent())
    choose = {str(one.sqref): one for one in book["Program Anda"].data_validations.dataValidation}
    status = choose["D2:D20"]
    letter, last = re.fullmatch(r"'Daftar'!\$([A-Z])\$2:\$\1\$(\d+)", status.formula1).groups()  # type: ignore[union-attr]
    listed = [book["Daftar"][f"{letter}{row}"].value for row in range(2, int(last) + 1)]
    assert listed == [status.label for status in ProgramStatus]
    assert status.showErrorMessage
    assert {"I2:I20", "K2:K20", "L2:L20", "P2:P20", "Q2:Q20", "R2:R20"} <= set(choose)
    assert not choose["K2:K20"].showErrorMessage, "several places may be typed"


def test_headings_explain_themselves() -> None:
    page = opened(sent())["Program Anda"]
    note = page["D1"].comment
    assert note is not None
    assert "Berjalan: Sumber pada waktu itu menyebutnya berjalan." in note.text
    assert "isi juga kolom Bukti" in note.text
    assert page.freeze_panes == "C2"


def test_money_is_shown_with_indonesian_thousands() -> None:
    place = opened(sent())["Anggaran"]["F2"]
    assert (place.value, place.number_format) == (310_000_000, "[$-421]#,##0")


def test_the_first_sheet_never_looks_official_before_the_city_runs_the_site() -> None:
    plan = nobodys(desk_of(ROOT).plan)
    site, agency = plan.site.name, agencies_with_programs(plan)[0]
    lines = first_sheet(workbook_bytes(plan, agency, DAY, Words(plan)))
    name = plan.agencies[agency].name
    assert lines[0] == f"Lembar isian {name}"
    assert re.fullmatch(f"Lembar ini memuat \\d+ program {name} yang tercatat di {site}.", lines[1])
    assert NEVER in lines
    assert f"{site} bukan situs resmi pemerintah; isinya dihimpun dari sumber publik." in lines
    assert "Dibuat: 24 November 2026" in lines
    assert any("kirim kembali kepada pengirimnya" in line for line in lines)


def test_an_invented_city_says_so_in_every_workbook() -> None:
    assert any(line.startswith("DATA CONTOH.") for line in first_sheet(sent()))


def test_the_first_sheet_names_who_receives_it_only_when_it_is_known() -> None:
    plan = desk_of().plan
    assert (
        "kirim ke Pemerintah Kota Rekamaya (contoh): Surel halo@contoh.example"
        in sentences(plan, AGENCY, 9)[4]
    )
    unset = nobodys(plan)
    assert "kirim kembali kepada pengirimnya" in sentences(unset, AGENCY, 9)[4]
    text = "\n".join(first_sheet(workbook_bytes(unset, AGENCY, DAY, Words(unset))))
    assert "bukan situs resmi pemerintah" in text
