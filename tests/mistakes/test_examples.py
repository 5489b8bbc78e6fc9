"""The examples of the guide do what it says: the wrong one is told with its code, the right one passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tools.model.problem import Kind
from content_tools.pages.catalogue import KINDS
from tests.mistakes.city import PROGRAM, City, with_keys

SOURCE = """\
  - id: "laporan-2025"
    status_data: "contoh"
    jenis: "laporan"
    judul: "Laporan 2025"
    penerbit: "Pemerintah kota (contoh)"
    tanggal: "2025-12-30"
    diakses: "2026-11-24"
    bagian_dibaca: "seluruhnya"
    keandalan: "resmi"
"""
AGENCY = """\
  - id: "dinas-contoh"
    status_data: "contoh"
    sumber:
      - "laporan-2025"
    nama: "Dinas Contoh"
    singkatan: "Dinas Contoh"
    jenis: "dinas"
"""
PLACES = """\
  - id: "kecamatan-contoh"
    status_data: "contoh"
    sumber:
      - "laporan-2025"
    nama: "Contoh"
    kode: "99.99"
    jenis: "kecamatan"
  - id: "kelurahan-contoh"
    status_data: "contoh"
    sumber:
      - "laporan-2025"
    nama: "Contoh"
    kode: "99.99.01"
    jenis: "kelurahan"
    induk: "kecamatan-contoh"
"""
OTHER = 'nama: "Program contoh lain"\nketergantungan:\n  - "contoh"\n'
INDICATOR = """\
id: "contoh"
status_data: "contoh"
sumber:
  - "laporan-2025"
nama: "Indikator contoh"
jenis: "hasil"
satuan: "persen"
nilai:
  - id: "contoh-2025"
    waktu: "2025"
    angka: "82"
    jenis_nilai: "realisasi"
    sumber:
      - "laporan-2025"
"""
FRAME = """\
id: "contoh"
status_data: "contoh"
nama: "Kerangka contoh"
jenis: "prinsip"
versi: "2025"
butir:
  - kode: "air"
    nama: "Air"
"""
BASES = {
    "data/program/contoh.yml": PROGRAM.format(id="contoh"),
    "data/indikator/contoh.yml": INDICATOR,
    "data/kerangka/contoh.yml": FRAME,
}
"""Records that hold the keys of an example; the other files are those of the city."""

TRIED = [kind for kind in KINDS if kind.where]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> City:
    """The invented city with what the examples name."""
    city = City(tmp_path_factory.mktemp("contoh") / "kota")
    for file, more in {"sumber": SOURCE, "instansi": AGENCY, "wilayah": PLACES}.items():
        city.write(f"data/{file}.yml", city.text(f"data/{file}.yml") + more)
    city.write("data/program/contoh-lain.yml", with_keys(PROGRAM.format(id="contoh-lain"), OTHER))
    for file, base in BASES.items():
        city.write(file, base)
    return city


def written(stage: City, where: str, example: str) -> str:
    """The whole file with an example in it."""
    if where.startswith("docs/"):
        return example
    present = stage.text(where)
    if where in BASES or where == "data/situs.yml":
        return with_keys(present, example)
    return present + example.replace("status_data: sumber_publik", "status_data: contoh")


def codes(stage: City, where: str, example: str) -> set[str]:
    """The codes that an example is told with."""
    path: Path = stage.root / where
    before = path.read_bytes() if path.exists() else None
    stage.write(where, written(stage, where, example))
    try:
        return stage.codes()
    finally:
        path.unlink()
        if before is not None:
            path.write_bytes(before)


def test_the_stage_of_the_examples_has_no_problem(stage: City) -> None:
    assert stage.check()[1] == []


@pytest.mark.parametrize("kind", TRIED, ids=lambda kind: kind.code)
def test_the_wrong_example_is_told_with_its_code_and_the_right_one_passes(stage: City, kind: Kind) -> None:
    assert codes(stage, kind.where, kind.wrong) == {kind.code}
    assert codes(stage, kind.where, kind.right) == set()
