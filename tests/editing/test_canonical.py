"""The one way a record is written, beside what the npm package `yaml` writes for the same (checked by hand)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from content_tools.editing.canonical import quoted, yaml_text
from content_tools.editing.formatting import canonical, data_files, formatted
from tests.conftest import EXAMPLE, ROOT

PROGRAM = "data/program/contoh.yml"


def test_every_file_of_the_invented_city_is_in_canonical_form() -> None:
    files = list(data_files(EXAMPLE / "data"))
    assert len(files) > 80
    assert [file for file, path in files if formatted(path, file) != path.read_text("utf-8")] == []


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["metro", "contoh"])
def test_however_people_wrote_a_file_its_canonical_form_is_final(root: Path) -> None:
    written = {file: formatted(path, file) for file, path in data_files(root / "data")}
    assert len(written) > 80
    assert [file for file, text in written.items() if canonical(text, file) != text] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("kata", '"kata"'),
        ('ia bilang "ya"', '"ia bilang \\"ya\\""'),
        ("dua\nbaris", '"dua\\nbaris"'),
        ("tab\tdan \x1b", '"tab\\tdan \\e"'),
        ("garis \\u001b", '"garis \\\\u001b"'),
        (
            "baris pertama yang agak panjang \n\nbaris kedua",
            '"baris pertama yang agak panjang\\ \n\n\n  baris kedua"',
        ),
        (
            "baris pertama yang agak panjang\n menjorok\n",
            '"baris pertama yang agak panjang\n\n  \\ menjorok\\n"',
        ),
    ],
)
def test_a_text_is_quoted_as_the_form_editor_quotes_it(text: str, written: str) -> None:
    assert quoted(text) == written
    assert yaml.safe_load(f"teks: {written}") == {"teks": text}


def test_lists_and_parts_are_indented_by_two() -> None:
    assert yaml_text({"a": ["satu"], "b": [{"c": 1, "d": [{"e": True}]}], "f": []}) == (
        'a:\n  - "satu"\nb:\n  - c: 1\n    d:\n      - e: true\nf: []\n'
    )


BEFORE = """\
# Kepala berkas
status: berjalan   # masih jalan
nama: 'Program contoh'
id: contoh
status_data: contoh
dalam_masterplan: tidak
pengelompokan: penyusun
dimensi: tata-kelola
topik: [surat-izin]
pemrakarsa:
# siapa yang memulai
- pemerintah
cakupan: seluruh_kota
jadwal: {mulai: 28 Maret 2025, selesai: 31/12/2026}
anggaran:
- {tahun: 2025, jumlah: "Rp1.500.000", jenis_angka: pagu_apbd, sumber_dana: apbd_kota, sumber: [s]}
angka:
- teks: Panjang jalan
  nilai: "1.500.000,50"
  sumber: [s]
# akhir berkas
"""
AFTER = """\
id: "contoh"
status_data: "contoh"
nama: "Program contoh"
dalam_masterplan: "tidak"
pengelompokan: "penyusun"
dimensi: "tata-kelola"
topik:
  - "surat-izin"
cakupan: "seluruh_kota"
pemrakarsa:
  # siapa yang memulai
  - "pemerintah"
jadwal:
  mulai: "2025-03-28"
  selesai: "2026-12-31"
# Kepala berkas
# masih jalan
status: "berjalan"
angka:
  - teks: "Panjang jalan"
    nilai: "1500000,50"
    sumber:
      - "s"
anggaran:
  - tahun: 2025
    jumlah: 1500000
    jenis_angka: "pagu_apbd"
    sumber_dana: "apbd_kota"
    sumber:
      - "s"
# akhir berkas
"""


def test_any_way_of_writing_comes_out_the_same_with_every_comment() -> None:
    assert canonical(BEFORE, PROGRAM) == AFTER
    assert canonical(AFTER, PROGRAM) == AFTER


def test_signs_within_texts_are_no_comments() -> None:
    text = AFTER.replace('"Program contoh"', '"Program # contoh"').replace(
        '"Panjang jalan"', '"a\n\n      # b"'
    )
    again = canonical(text, PROGRAM)
    assert again is not None
    assert 'nama: "Program # contoh"' in again
    assert again.count("#") == text.count("#")


@pytest.mark.parametrize(
    "text",
    [AFTER.replace('"berjalan"', '"jalan"'), AFTER + "nama: lagi\n", "", "- satu\n", AFTER + "uraian:\n"],
)
def test_a_file_with_errors_is_left_alone(text: str) -> None:
    assert canonical(text, PROGRAM) is None
