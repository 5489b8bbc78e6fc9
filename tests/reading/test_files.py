"""Files as they come: encodings, sizes, depths, and many broken ones at once."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from content_tools.model.problem import ERROR, Problem
from content_tools.reading.files import decode
from content_tools.reading.nodes import MAX_PROBLEMS, parse
from content_tools.reading.plan import placed, read_plan
from content_tools.rules import check_rules
from tests.conftest import ROOT, Scratch

PROGRAM = "data/program/cafe-data.yml"


def told(text: str) -> list[tuple[int, int, str]]:
    """Line, column and message of every problem of a text."""
    return [(problem.line, problem.column, problem.message) for problem in parse(text, "contoh.yml")[1]]


def problems_of(scratch: Scratch) -> list[Problem]:
    """Every problem of a project's records, those between records too, errors only."""
    plan, problems = read_plan(scratch.root / "data")
    if plan is not None:
        problems += check_rules(plan)
    return [problem for problem in placed(problems, scratch.root / "data") if problem.severity is ERROR]


# Encodings


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert decode(b"\xef\xbb\xbfnama: x\n", "a.yml") == ("nama: x\n", [])


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(ends: str) -> None:
    text, problems = decode(f"nama: x{ends}lokasi: y{ends}".encode(), "a.yml")
    assert (text, problems) == ("nama: x\nlokasi: y\n", [])


def test_positions_are_the_same_with_a_mark_and_other_line_ends() -> None:
    text, _ = decode("\ufeffnama: x\r\nlokasi: @y\r\n".encode(), "a.yml")
    assert text is not None
    assert told(text) == [(2, 9, "teks mulai dengan @")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_named_as_such(encoding: str) -> None:
    text, problems = decode("nama: Kota\n".encode(encoding), "a.yml")
    assert text is None
    assert [problem.message for problem in problems] == ["berkas ini bukan teks UTF-8"]
    assert problems[0].hint == "Simpan ulang berkas dengan pengodean UTF-8."


def test_letters_of_another_encoding_are_found_by_line() -> None:
    text, problems = decode(b"nama: x\nlokasi: Caf\xe9\n", "a.yml")
    assert text is None
    assert [(problem.place, problem.message) for problem in problems] == [
        ("a.yml:2:1", "ada huruf yang bukan UTF-8")
    ]


# Sizes


def test_a_file_above_one_mebibyte_is_refused_with_its_size() -> None:
    text, problems = decode(b"#" * 2_621_440, "a.yml")
    assert text is None
    assert (problems[0].message, problems[0].hint) == (
        "berkas ini 2,5 MiB, batasnya 1 MiB",
        "Pecah menjadi beberapa berkas.",
    )


def test_a_file_of_one_mebibyte_is_read() -> None:
    assert decode(b"#" * 1024 * 1024, "a.yml")[1] == []


@pytest.mark.parametrize(
    ("text", "place"), [("[" * 100_000, (1, 21)), ("- " * 100_000, (1, 41)), ("{a: " * 30, (1, 81))]
)
def test_what_nests_above_twenty_levels_is_refused_where_it_does(text: str, place: tuple[int, int]) -> None:
    assert told(text) == [(*place, "isian bertingkat lebih dari 20 lapis")]


def test_twenty_levels_are_read() -> None:
    assert told("- " * 19 + "- isi\n") == []


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)


def test_a_bomb_of_aliases_is_told_and_never_expanded() -> None:
    messages = {message for _, _, message in told(BOMB)}
    assert "penanda YAML &a0 tidak dipakai di sini" in messages
    assert "penanda YAML *a0 tidak dipakai di sini" in messages
    assert len(told(BOMB)) == MAX_PROBLEMS


@pytest.mark.parametrize("attack", ["bomb", "brackets", "dashes", "large", "anchors"])
def test_an_attack_takes_less_than_200_megabytes(attack: str) -> None:
    program = textwrap.dedent(
        """
        import pathlib, resource, sys
        from content_tools.reading.files import decode
        from content_tools.reading.nodes import parse
        from tests.reading.test_files import BOMB
        text = {
            "bomb": BOMB,
            "brackets": "[" * 100_000,
            "dashes": "- " * 100_000,
            "large": "nama: x\\n" * 625_000,
            "anchors": "".join(f"k{n}: &a{n} x\\n" for n in range(60_000)),
        }[sys.argv[1]]
        text, problems = decode(text.encode(), "a.yml")
        problems = problems or parse(text, "a.yml")[1]
        # A child inherits the peak of its parent's ru_maxrss; Linux tells its own as VmHWM.
        status = pathlib.Path("/proc/self/status")
        if status.exists():
            peak = next(int(line.split()[1]) * 1024 for line in status.open() if line.startswith("VmHWM"))
        else:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(len(problems), peak // 1_000_000)
        """
    )
    result = subprocess.run(
        [sys.executable, "-c", program, attack], capture_output=True, text=True, cwd=ROOT, timeout=120
    )
    assert result.returncode == 0, result.stderr
    problems, megabytes = map(int, result.stdout.split())
    assert problems > 0
    assert megabytes <= 200


# Many files


def test_every_problem_of_every_file_is_told_in_one_run(scratch: Scratch) -> None:
    scratch.edit("data/kota.yml", lambda text: text.replace('jenis: "kota"', 'jenis: "desa"'))
    scratch.edit("data/instansi.yml", lambda text: text.replace('jenis: "dinas"', 'jenis: "dinass"', 2))
    scratch.edit(PROGRAM, lambda text: text.replace("cakupan:", "jangkauan:") + "warna: merah\n")
    scratch.edit("data/indikator/luas-genangan.yml", lambda text: text + "nilai: @x\n")
    told = {(problem.file, problem.message) for problem in problems_of(scratch)}
    assert told == {
        ("data/kota.yml", "“desa” bukan pilihan yang ada"),
        ("data/instansi.yml", "“dinass” bukan pilihan yang ada"),
        (PROGRAM, "kunci “jangkauan” tidak dikenal"),
        (PROGRAM, "kunci “warna” tidak dikenal"),
        (PROGRAM, "kunci wajib “cakupan” tidak ada"),
        ("data/indikator/luas-genangan.yml", "teks mulai dengan @"),
    }


def test_a_program_that_cannot_be_read_makes_no_reference_to_it_wrong(scratch: Scratch) -> None:
    scratch.edit("data/program/pusat-data-kota.yml", lambda text: text.replace('nama: "', 'nama: @"'))
    assert {problem.file for problem in problems_of(scratch)} == {"data/program/pusat-data-kota.yml"}


def test_an_agency_that_cannot_be_read_makes_no_reference_to_it_wrong(scratch: Scratch) -> None:
    scratch.edit("data/instansi.yml", lambda text: text.replace('jenis: "dinas"', 'jenis: "dinass"', 1))
    assert [problem.message for problem in problems_of(scratch)] == ["“dinass” bukan pilihan yang ada"]


@pytest.mark.parametrize("name", ["sumber", "instansi", "wilayah"])
def test_a_list_that_cannot_be_read_makes_no_reference_to_it_wrong(scratch: Scratch, name: str) -> None:
    scratch.edit(f"data/{name}.yml", lambda text: text + '  - id: "lagi\n')
    assert {problem.file for problem in problems_of(scratch)} == {f"data/{name}.yml"}


def test_a_file_that_nests_too_deep_is_told_once(scratch: Scratch) -> None:
    scratch.edit(PROGRAM, lambda text: "catatan: " + "[" * 30 + "\n" + text)
    assert [problem.rule for problem in problems_of(scratch)] == ["yaml-dalam"]


def test_an_id_is_the_name_of_its_file(scratch: Scratch) -> None:
    (scratch.root / PROGRAM).rename(scratch.root / "data/program/kafe-data.yml")
    problem = next(problem for problem in problems_of(scratch) if problem.rule == "id-nama-berkas")
    assert (problem.place, problem.key, problem.message, problem.hint) == (
        "data/program/kafe-data.yml:1:5",
        "id",
        "id “cafe-data” tidak sama dengan nama berkas “kafe-data”",
        "Ganti nama berkas menjadi cafe-data.yml, atau kembalikan id-nya.",
    )


def test_an_id_stands_once_in_a_list(scratch: Scratch) -> None:
    scratch.edit("data/instansi.yml", lambda text: text.replace('"dinas-prasarana"', '"dinas-kominfo"', 1))
    problem = next(problem for problem in problems_of(scratch) if problem.rule == "id-ganda")
    assert (problem.key, problem.message, problem.hint) == (
        "instansi[2].id",
        "id “dinas-kominfo” sudah dipakai di data/instansi.yml",
        "Beri id lain yang belum dipakai.",
    )


def test_an_id_stands_once_in_all_files(scratch: Scratch) -> None:
    scratch.edit("data/program/kebun-atap.yml", lambda text: text.replace('"kebun-atap"', '"cafe-data"', 1))
    double = next(problem for problem in problems_of(scratch) if problem.rule == "id-ganda")
    assert double.place == "data/program/kebun-atap.yml:1:5"
    assert double.message == f"id “cafe-data” sudah dipakai di {PROGRAM}"


def test_a_list_file_holds_the_key_of_its_name(scratch: Scratch) -> None:
    (scratch.root / "data/istilah.yml").write_text('- id: "x"\n', "utf-8")
    problem = next(problem for problem in problems_of(scratch) if problem.file == "data/istilah.yml")
    assert (problem.place, problem.message, problem.hint) == (
        "data/istilah.yml:1:1",
        "berkas ini harus berisi kunci “istilah” dengan daftar",
        "Mulai berkas dengan baris: istilah:",
    )


def test_another_key_in_a_list_file_is_unknown(scratch: Scratch) -> None:
    scratch.edit("data/istilah.yml", lambda text: "istilh:\n" + text)
    problem = next(problem for problem in problems_of(scratch) if problem.file == "data/istilah.yml")
    assert (problem.place, problem.message) == ("data/istilah.yml:1:1", "kunci “istilh” tidak dikenal")
    assert "Maksud Anda “istilah”?" in problem.hint


def test_a_file_the_site_cannot_do_without_is_missed(scratch: Scratch) -> None:
    (scratch.root / "data/kota.yml").unlink()
    assert [(problem.file, problem.message) for problem in problems_of(scratch)] == [
        ("data/kota.yml", "berkas wajib ini tidak ada")
    ]


def test_a_frame_that_does_not_exist_is_named_with_those_that_do(scratch: Scratch) -> None:
    scratch.edit("data/masterplan.yml", lambda text: text.replace('"topik-rekamaya"', '"topik-rekamya"'))
    problem = problems_of(scratch)[0]
    assert (problem.file, problem.key, problem.message) == (
        "data/masterplan.yml",
        "kerangka_topik",
        "kerangka “topik-rekamya” tidak ada",
    )
    assert problem.hint.startswith("Maksud Anda “topik-rekamaya”?")
    assert problem.line > 1
