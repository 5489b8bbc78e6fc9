"""`masterplan export` and `masterplan import` as an operator calls them."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from content_tools.cli import spreadsheet
from content_tools.reading.plan import read_plan
from tests.conftest import EXAMPLE, Scratch
from tests.editing.excel.workshop import AGENCY, KNOWN, cell, opened, saved, sent

EVIDENCE = "Bukti (tautan/nomor dokumen)"


def run(*arguments: str) -> int:
    """Exit status of one command."""
    parser = argparse.ArgumentParser()
    spreadsheet.add(parser.add_subparsers())
    chosen = parser.parse_args(arguments)
    status: int = chosen.run(chosen)
    return status


def written(folder: Path, **cells: str) -> str:
    """A workbook whose row for one program was typed over."""
    book = opened(sent())
    for title, text in cells.items():
        cell(book, "Program Anda", "antrean-daring", title.replace("_", " ")).value = text
    path = folder / f"{AGENCY}.xlsx"
    path.write_bytes(saved(book))
    return str(path)


def state(root: Path) -> dict[str, bytes]:
    """Every record's file."""
    return {path.name: path.read_bytes() for path in (root / "data").rglob("*.yml")}


def test_each_agency_with_programs_gets_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--project", str(EXAMPLE), "--ke", str(tmp_path / "lembar"), "--format", "csv")
    assert run("export", *asked) == 0
    names = sorted(path.name for path in (tmp_path / "lembar").iterdir())
    assert len(names) == 28
    assert names[-2:] == ["sekretariat-daerah-anggaran.csv", "sekretariat-daerah-program.csv"]
    assert f"ditulis: {tmp_path}/lembar/{AGENCY}-program.csv" in capsys.readouterr().out


def test_one_agency_gets_its_workbook(tmp_path: Path) -> None:
    assert run("export", "--project", str(EXAMPLE), "--ke", str(tmp_path), "--instansi", AGENCY) == 0
    assert [path.name for path in tmp_path.iterdir()] == [f"{AGENCY}.xlsx"]


def test_an_agency_without_programs_gets_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--project", str(EXAMPLE), "--ke", str(tmp_path), "--instansi", "dinas-pelayana")
    assert run("export", *asked) == 2
    assert "Maksud Anda “dinas-pelayanan”?" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_good_workbook_is_told_in_words_and_written(
    scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(scratch.root)
    file = written(tmp_path, Status="Uji coba", **{EVIDENCE: KNOWN})
    assert run("import", file, "--project", str(scratch.root), "--coba") == 0
    told = capsys.readouterr().out
    assert "Lembar Dinas Kependudukan dan Pelayanan Terpadu, dibuat 24 November 2026." in told
    assert "Status: Berjalan → Uji coba" in told
    assert told.endswith("Ini percobaan; tidak ada yang ditulis.\n")
    assert state(scratch.root) == before
    assert run("import", file, "--project", str(scratch.root)) == 0
    assert capsys.readouterr().out.endswith("ditulis: data/program/antrean-daring.yml\n")
    after = state(scratch.root)
    assert [name for name in after if after[name] != before[name]] == ["antrean-daring.yml"]
    plan, problems = read_plan(scratch.root / "data")
    assert plan is not None
    assert problems == []
    assert plan.programs["antrean-daring"].status == "uji_coba"


def test_a_workbook_with_mistakes_writes_nothing_and_goes_back(
    scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(scratch.root)
    file = written(tmp_path, Nama="Antrean", Status="berjalann")
    back = tmp_path / "kembali.xlsx"
    assert run("import", file, "--project", str(scratch.root), "--kembalikan", str(back)) == 1
    told = capsys.readouterr().err
    assert f"{AGENCY}.xlsx, lembar “Program Anda”, sel D3: galat: “berjalann” bukan pilihan yang ada" in told
    assert "1 galat; tidak ada yang ditulis." in told
    assert "[MP222]" in told
    assert opened(back.read_bytes()).sheetnames[0] == "Perlu diperbaiki"
    assert state(scratch.root) == before


def test_a_file_from_outside_is_never_opened_by_its_name_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lama.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    back = tmp_path / "kembali.xlsx"
    assert run("import", str(file), "--project", str(EXAMPLE), "--kembalikan", str(back)) == 1
    assert "ini berkas Excel lama (.xls)" in capsys.readouterr().err
    assert not back.exists()


def test_the_agency_s_own_file_is_not_written_over(tmp_path: Path) -> None:
    file = written(tmp_path)
    for back in (file, str(tmp_path / "kembali.csv")):
        with pytest.raises(ValueError, match="--kembalikan"):
            run("import", file, "--project", str(EXAMPLE), "--kembalikan", back)


def test_no_other_command_pays_for_workbooks() -> None:
    ask = "import sys; from content_tools.cli import spreadsheet; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0
