"""The list of hashes: what it says, what it refuses, and that it is what `sha256sum` reads."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from content_tools.release.manifest import (
    as_text,
    differences,
    files_of,
    read_sums,
    sealed,
    sums_of,
    write_sums,
)  # fmt: skip

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""SHA-256 of nothing, from the standard's own examples."""


def test_a_list_names_every_file_but_itself_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x y.txt").touch()
    (tmp_path / "a.txt").touch()
    write_sums(tmp_path)
    write_sums(tmp_path)
    assert (tmp_path / "SHA256SUMS").read_text() == f"{EMPTY}  a.txt\n{EMPTY}  b/x y.txt\n"


def test_the_machines_own_tool_reads_the_list(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("isi")
    write_sums(tmp_path)
    command = ["sha256sum", "-c", "SHA256SUMS"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env={"LC_ALL": "C"})
    assert (done.returncode, done.stdout) == (0, "a b.txt: OK\n")


def test_a_list_is_read_as_it_was_written() -> None:
    sums = {"b/x y.txt": EMPTY, "a.txt": "0" * 64}
    assert read_sums(as_text(sums)) == sums


@pytest.mark.parametrize(
    "line",
    ["", "x", f"{EMPTY} a", f"{EMPTY}  ../a", f"{EMPTY}  /a", f"{EMPTY}  a//b", f"{EMPTY}  ./a", f"{EMPTY.upper()}  a"],
)  # fmt: skip
def test_a_line_that_could_lead_out_of_the_folder_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="SHA256SUMS baris 2 tidak dapat dibaca"):
        read_sums(f"{EMPTY}  baik\n{line}\n")


def test_a_name_stands_in_a_list_once() -> None:
    with pytest.raises(ValueError, match="baris 2"):
        read_sums(f"{EMPTY}  a\n{EMPTY}  a\n")


def test_differences_say_what_is_missing_changed_and_extra() -> None:
    assert differences({"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "4", "d": "5"}) == (
        ["a"],
        ["c"],
        ["d"],
    )


def test_a_symbolic_link_could_lead_anywhere_and_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("/etc/passwd")
    with pytest.raises(ValueError, match="tautan simbolik tidak diterima"):
        files_of(tmp_path)


def test_a_build_cut_short_has_no_list(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    with pytest.raises(FileNotFoundError, match="belum selesai; jalankan: make site"):
        sealed(tmp_path)
    write_sums(tmp_path)
    assert sealed(tmp_path) == sums_of(tmp_path) == {"index.html": EMPTY}
