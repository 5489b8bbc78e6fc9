"""The command as people and machines call it: exit status, forms of the report, and what it leaves alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from content_tools.cli import main
from tests.conftest import DAY, EXAMPLE, ROOT, Scratch

KEYS = ["berkas", "baris", "kolom", "kunci", "tertulis", "masalah", "perbaikan", "kode", "aturan", "tingkat"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, output and errors of one command."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


def broken(scratch: Scratch) -> str:
    """A project with one error; its folder."""
    scratch.edit("data/program/cafe-data.yml", lambda text: text.replace('"berjalan"', '"berjalann"'))
    return str(scratch.root)


# check


def test_a_project_with_warnings_only_passes(capsys: pytest.CaptureFixture[str]) -> None:
    status, told, _ = run(capsys, "check", "--project", str(EXAMPLE))
    assert status == 0
    assert told.endswith("0 galat, 1 peringatan.\n")


def test_warnings_fail_where_they_are_meant_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--strict", "--project", str(EXAMPLE))[0] == 1


def test_a_project_without_a_problem_is_told_so(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.edit("data/program/air-hilang.yml", lambda text: text.replace("4318500000", "4100000000"))
    status, told, _ = run(capsys, "check", "--strict", "--project", str(scratch.root))
    assert (status, told) == (0, "Semua baik: tidak ada galat dan tidak ada peringatan.\n")


def test_an_error_fails_and_is_told_with_place_reason_and_repair(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told, _ = run(capsys, "check", "--project", broken(scratch))
    assert status == 1
    assert (
        "data/program/cafe-data.yml:28:9: galat: status: “berjalann” bukan pilihan yang ada [MP222]\n"
        "    perbaikan: Maksud Anda “berjalan”? Pilihan: usulan, direncanakan, dianggarkan, uji_coba, berjalan, "
        "selesai, ditunda, dihentikan, tidak_diketahui.\n"
        "    penjelasan: panduan/pesan/mp222/\n"
    ) in told
    assert told.endswith("1 galat, 1 peringatan.\n")


def test_a_folder_that_is_no_project_cannot_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told, complaint = run(capsys, "check", "--project", str(tmp_path))
    assert (status, told) == (2, "")
    assert complaint == f"Tidak ada folder data dan docs di {tmp_path}. Jalankan dari folder proyek.\n"


@pytest.mark.parametrize("arguments", [[], ["periksa"], ["check", "--format", "xml"], ["pages"]])
def test_a_command_that_does_not_exist_cannot_run(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, *arguments)[0] == 2


def test_the_report_for_machines_is_one_list(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    status, told, _ = run(capsys, "check", "--format", "json", "--project", broken(scratch))
    rows = json.loads(told)
    assert status == 1
    assert [list(row) for row in rows] == [KEYS] * 2
    error = next(row for row in rows if row["tingkat"] == "galat")
    assert (
        error["berkas"],
        error["baris"],
        error["kolom"],
        error["kunci"],
        error["tertulis"],
        error["kode"],
        error["aturan"],
    ) == (
        "data/program/cafe-data.yml",
        28,
        9,
        "status",
        "berjalann",
        "MP222",
        "bukan-pilihan",
    )


def test_the_report_for_merge_requests_names_the_line(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told, _ = run(capsys, "check", "--format", "gitlab", "--project", broken(scratch))
    rows = json.loads(told)
    assert status == 1
    (error,) = [row for row in rows if row["severity"] == "major"]
    assert error["location"] == {"path": "data/program/cafe-data.yml", "lines": {"begin": 28}}
    assert error["check_name"] == "MP222"
    assert error["description"].startswith(
        "status: “berjalann” bukan pilihan yang ada. Maksud Anda “berjalan”?"
    )
    assert [row["severity"] for row in rows if row is not error] == ["minor"]
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 2


def test_the_report_for_machines_is_a_list_without_problems_too(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.edit("data/program/air-hilang.yml", lambda text: text.replace("4318500000", "4100000000"))
    assert json.loads(run(capsys, "check", "--format", "json", "--project", str(scratch.root))[1]) == []


def test_the_report_for_github_marks_each_line(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    status, told, _ = run(capsys, "check", "--format", "github", "--project", broken(scratch))
    lines = told.splitlines()
    assert status == 1
    assert lines[-1] == "1 galat, 1 peringatan."
    pattern = re.compile(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=MP\d{3}%3A [^:,]+::[^\n]+")
    assert [bool(pattern.fullmatch(line)) for line in lines[:-1]] == [True, True]
    assert any(line.startswith("::error file=data/program/cafe-data.yml,line=28,col=9,") for line in lines)


def test_nothing_a_file_holds_can_write_a_command_for_github(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    attack = r"x%0A\n::error file=lain::palsu\r\n::stop-commands::y"
    scratch.edit("data/program/cafe-data.yml", lambda text: text.replace('"berjalan"', f'"{attack}"'))
    (scratch.root / "data" / "a,b:c\n::warning::d.yml").touch()
    told = run(capsys, "check", "--format", "github", "--project", str(scratch.root))[1]
    commands = [line for line in told.split("\n") if line.startswith("::")]
    assert all(re.match(r"::(error|warning) file=(data|docs)/", line) for line in commands)
    assert "\r" not in told
    assert "x%250A%0A::error file=lain::palsu%0D%0A" in told
    assert "file=data/a%2Cb%3Ac%0A%3A%3Awarning%3A%3Ad.yml" in told


def test_nothing_a_file_holds_can_steer_a_terminal(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    attack = r"\e[2J\ndata/kota.yml:1:1: galat: palsu"
    scratch.edit("data/program/cafe-data.yml", lambda text: text.replace('"berjalan"', f'"{attack}"'))
    told = run(capsys, "check", "--project", str(scratch.root))[1]
    assert "\x1b" not in told
    assert "\ndata/kota.yml:1:1: galat: palsu" not in told


def test_the_command_runs_as_a_module_from_the_project_folder() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "content_tools", "check"],
        capture_output=True,
        text=True,
        cwd=EXAMPLE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.endswith("0 galat, 1 peringatan.\n")


def test_a_reader_that_stops_reading_is_no_failure() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "content_tools", "check", "--project", str(EXAMPLE)]
    result = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, "")


# pages


@pytest.fixture(autouse=True)
def _on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


def test_pages_are_written_into_a_new_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told, _ = run(capsys, "pages", str(tmp_path / "baru"), "--project", str(EXAMPLE))
    assert status == 0
    count = re.fullmatch(r"(\d+) halaman ditulis ke .+\.\n", told)
    assert count
    assert int(count[1]) == len(list((tmp_path / "baru").rglob("*.md"))) > 100


def test_pages_go_into_an_empty_folder_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "pages", str(tmp_path), "--project", str(EXAMPLE))[0] == 0


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "milik-orang.txt").write_text("penting", "utf-8")
    status, told, complaint = run(capsys, "pages", str(tmp_path), "--project", str(EXAMPLE))
    assert (status, told) == (2, "")
    assert "Tidak dapat berjalan" in complaint
    assert [path.name for path in tmp_path.iterdir()] == ["milik-orang.txt"]


def test_no_page_is_written_while_there_are_errors(
    scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told, complaint = run(capsys, "pages", str(tmp_path / "baru"), "--project", broken(scratch))
    assert (status, told) == (1, "")
    assert "“berjalann” bukan pilihan yang ada" in complaint
    assert complaint.endswith("1 galat; tidak ada halaman yang ditulis.\n")
    assert not (tmp_path / "baru").exists()


def test_pages_of_no_project_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kosong").mkdir()
    assert run(capsys, "pages", str(tmp_path / "baru"), "--project", str(tmp_path / "kosong"))[0] == 2


def test_a_day_that_is_no_number_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "kemarin")
    status, _, complaint = run(capsys, "pages", str(tmp_path / "baru"), "--project", str(EXAMPLE))
    assert status == 2
    assert "SOURCE_DATE_EPOCH" in complaint
