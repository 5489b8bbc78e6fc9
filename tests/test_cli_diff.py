"""`masterplan diff` as people and hosts call it: a folder, an archive, a revision; words, Markdown, JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, Scratch
from tests.test_cli import run

PROGRAM = "data/program/antrean-daring.yml"


def raised(scratch: Scratch) -> str:
    """The invented city's copy with one sum raised and one program gone; its folder."""
    scratch.edit(PROGRAM, lambda text: text.replace("jumlah: 290000000", "jumlah: 348000000"))
    (scratch.root / "data/program/cadangan-data.yml").unlink()
    return str(scratch.root)


def test_a_change_is_told_in_words_with_its_pages(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told, _ = run(capsys, "diff", str(EXAMPLE), "--project", raised(scratch))
    assert status == 0
    assert told.startswith(
        "2 perubahan pada 2 program.\nPERHATIAN! Program: Cadangan Data di Luar Kota: program dihapus"
    )
    assert "- Pagu APBD 2026 naik 20%: Rp290.000.000 → Rp348.000.000 [1]" in told
    pages = told.split("Halaman yang isinya berubah (", 1)[1]
    assert "- Antrean Daring Puskesmas dan Kelurahan: /program/antrean-daring/" in pages
    assert "- Cadangan Data di Luar Kota (tidak ada lagi): /program/cadangan-data/" in pages
    assert "/program/air-hilang/" not in pages


def test_nothing_changed_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "diff", str(EXAMPLE), str(EXAMPLE))[:2] == (
        0,
        "Tidak ada perubahan isi.\n\nHalaman yang isinya berubah (0)\n",
    )


def test_the_summary_of_a_host_links_into_the_preview(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = raised(scratch)
    scratch.edit(PROGRAM, lambda text: text.replace('nama: "Antrean', 'nama: "@dinas [Antrean](x) #1', 1))
    _, told, _ = run(
        capsys, "diff", str(EXAMPLE), "--format", "markdown", "--preview", "pratinjau", "--project", project
    )
    assert "](<pratinjau/program/antrean-daring/index.html>)" in told
    assert "](<pratinjau/program/cadangan-data/" not in told
    assert "@dinas" not in told
    assert "(x)" not in told


def test_programs_get_stable_keys(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    _, told, _ = run(capsys, "diff", str(EXAMPLE), "--format", "json", "--project", raised(scratch))
    answer = json.loads(told)
    assert list(answer) == ["ringkasan", "perubahan", "halaman", "galat"]
    assert answer["galat"] == {"dasar": [], "usulan": []}
    assert {change["jenis"] for change in answer["perubahan"]} == {"anggaran-diubah", "dihapus"}
    gone = [page for page in answer["halaman"] if page["keadaan"] == "hilang"]
    assert gone[0] == {
        "alamat": "/program/cadangan-data/", "judul": "Cadangan Data di Luar Kota", "keadaan": "hilang", "tautan": None,
    }  # fmt: skip


def test_an_archive_and_a_revision_are_sides_too(
    scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git = ["git", "-C", str(scratch.root), "-c", "user.name=Unit", "-c", "user.email=unit@contoh.example"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Awal"]):
        subprocess.run([*git, *words], check=True)
    archive = shutil.make_archive(str(tmp_path / "awal"), "zip", scratch.root)
    project = raised(scratch)
    by_revision = run(capsys, "diff", "HEAD", "--project", project)
    assert by_revision == run(capsys, "diff", archive, "--project", project)
    assert "naik 20%" in by_revision[1]


@pytest.mark.parametrize("name", ["tidak-ada", "--upload-pack=x", "HEAD:data"])
def test_a_side_that_cannot_be_had_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, told, complaint = run(capsys, "diff", "--project", str(EXAMPLE), "--", name)
    assert (status, told) == (2, "")
    assert complaint.startswith("Tidak dapat berjalan: ")


def test_errors_on_one_side_are_named_and_the_rest_is_told(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = raised(scratch)
    scratch.edit("data/program/cafe-data.yml", lambda text: text.replace('"berjalan"', '"jalan"'))
    status, told, _ = run(capsys, "diff", str(EXAMPLE), "--project", project)
    assert status == 1
    assert "“jalan” bukan pilihan yang ada" in told
    assert "naik 20%" in told
    assert "Daftar halaman tidak dihitung karena ada galat." in told
    assert "PERHATIAN! Program: Café Data" not in told
