"""One year in the life of the invented city's records, as commits: everything that can happen to a record."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.changes.repository import Repository
from tests.conftest import EXAMPLE

HOSTILE = """</title><script>alert(1)</script> "' & <b>tebal</b> {{ 7*7 }} ]]> (#16)"""
"""What someone calls a pull request."""

NIK = "1871 0412 0590 0001"
"""Sixteen figures that nobody may publish."""


@dataclass(frozen=True)
class Story:
    """The repository, and the id of each commit by the name it has here."""

    repository: Repository
    commits: dict[str, str]

    @property
    def root(self) -> Path:
        return self.repository.root


def program(name: str) -> str:
    """Where a program is written."""
    return f"data/program/{name}.yml"


@cache
def story() -> Story:
    """The story, written once for all tests; nobody changes it."""
    folder = Path(tempfile.mkdtemp(prefix="kota-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return tell(folder / "kota")


def tell(root: Path) -> Story:
    """Write the story into a new folder."""
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".cache"))
    repository = Repository(root)
    made: dict[str, str] = {}
    write, edit, remove, commit = repository.write, repository.edit, repository.remove, repository.commit

    made["pertama"] = commit("Catatan kota rekaan", "2026-01-05")

    edit(program("bus-kota-reka"), "jumlah: 6300000000", "jumlah: 7560000000")
    merged = "Merge pull request #12 from orang-rekaan/cabang\n\nPagu bus mengikuti APBD 2026\n\nCo-authored-by: Orang <orang.rekaan@contoh.example>"
    made["gabung"] = repository.merge(merged, "2026-02-10")

    bedah = (root / program("bedah-rumah")).read_text("utf-8")
    write(program("bedah-rumah"), re.sub(r"(?m)^(nama|ringkasan): \"(.*)\"$", r"\1: '\2'", bedah))
    edit("data/istilah.yml", "istilah:\n", "# Daftar istilah\nistilah:\n")
    made["rapi"] = commit("Rapikan tanda kutip", "2026-02-11")

    edit(program("bedah-rumah"), 'status: "dianggarkan"', 'status: "ditunda"')
    edit(program("bedah-rumah"), 'pola: "tahunan"\n', 'pola: "tahunan"\nalasan_status: "Lelang diulang."\n')
    made["tunda"] = commit(
        "ubah\n\nAlasan: Surat Dinas Prasarana,\n  2 Maret 2026.\nReviewed-by: X", "2026-03-02"
    )

    new = (root / program("kebun-atap")).read_text("utf-8")
    write(
        program("kebun-dinding"),
        new.replace('"kebun-atap"', '"kebun-dinding"').replace("Kebun Atap", "Kebun Dinding"),
    )
    made["tambah"] = commit("Catat kebun dinding (#14)", "2026-03-20")

    remove(program("kebun-dinding"))
    write(
        program("kebun-tegak"),
        new.replace('"kebun-atap"', '"kebun-tegak"\nid_lama:\n  - "kebun-dinding"').replace("Kebun Atap", "Kebun Tegak"),
    )  # fmt: skip
    made["ganti-nama"] = commit("Sebut kebun dinding kebun tegak", "2026-04-01")

    repository.write(
        program("wisata-sore"),
        (root / program("wisata-sore")).read_text("utf-8") + 'dipensiunkan:\n  tanggal: "2026-04-15"\n  alasan: "Tercatat dua kali."\n',
    )  # fmt: skip
    made["tarik"] = commit("Tarik catatan wisata sore", "2026-04-15")

    atap = (root / program("kebun-atap")).read_text("utf-8")
    write(
        program("kebun-atap"), atap.replace('nama: "Kebun Atap Alunpayung"', 'nama: "Kebun Atap Alunpayung')
    )
    sources = (root / "data/sumber.yml").read_text("utf-8")
    write("data/sumber.yml", "<<<<<<< HEAD\n" + sources)
    made["rusak"] = commit("Perbarui kebun atap", "2026-05-01")

    write(program("kebun-atap"), atap.replace('"2026-05-17"', '"2026-05-20"'))
    write("data/sumber.yml", sources)
    made["pulih"] = commit("Perbaiki tanda kutip", "2026-05-02")

    remove(program("kebun-atap"))
    edit("docs/dimensi/lingkungan.md", "kebun-atap", "kebun-tegak")
    made["hapus"] = commit("Hapus kebun atap: warga memintanya", "2026-06-01")

    edit(program("rapat-tanpa-cetak"), 'nama: "', 'nama: "Baru: ')
    made["jahat"] = commit(HOSTILE, "2026-06-02")

    edit(program("rapat-tanpa-cetak"), 'nama: "Baru: ', 'nama: "')
    write("kode/alat.py", "pass\n")
    made["teknik"] = commit("Refactor the reader", "2026-06-03")

    edit(program("rapat-tanpa-cetak"), "\nringkasan:", f'\ncatatan: "Hubungi {NIK}."\nringkasan:')
    made["pribadi"] = commit(f"Nomor {NIK} ditambahkan", "2026-07-01")
    edit(program("rapat-tanpa-cetak"), f'catatan: "Hubungi {NIK}."\n', "")
    made["pribadi-hapus"] = commit("Hapus nomor pribadi", "2026-07-02")

    for path in sorted((root / "data/program").glob("*.yml"))[:45]:
        lines = path.read_text("utf-8")
        partner = 'mitra:\n  - "Forum Kota Rekaan"\n'
        told = lines.replace("\nmitra:\n", f"\n{partner}") if "\nmitra:" in lines else lines + partner
        path.write_text(told, "utf-8")
    made["banyak"] = commit("Forum kota menjadi mitra", "2026-08-17")
    return Story(repository, made)
