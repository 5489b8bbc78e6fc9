"""What is safe to repair is repaired; what people may have meant otherwise is left alone."""

from __future__ import annotations

import pytest

from content_tools.cli import main
from content_tools.editing.formatting import repaired
from tests.conftest import EXAMPLE, Scratch

FILE = "data/program/cafe-data.yml"
GOOD = (EXAMPLE / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('nama: "', 'nama:\t"'),
        ('nama: "', 'nama:\u00a0"'),
        ('  - "', '\t- "'),
        ('  - "', '\u00a0\u00a0- "'),
        ('status: "berjalan"', "status: berjalan"),
    ],
)
def test_blanks_and_quotes_that_nobody_means_are_repaired(right: str, wrong: str) -> None:
    assert right in GOOD
    assert repaired(GOOD.replace(right, wrong), FILE) == GOOD


def test_a_reference_that_stands_twice_in_one_list_stands_once() -> None:
    first = GOOD.index("sumber:\n") + len("sumber:\n")
    line = GOOD[first : GOOD.index("\n", first) + 1]
    assert repaired(GOOD[:first] + line + GOOD[first:], FILE) == GOOD


def test_hard_spaces_within_a_text_stay() -> None:
    text = GOOD.replace('nama: "', 'nama: "Km\u00a05 ')
    assert "Km\u00a05" in repaired(text.replace("status:", "status:\t"), FILE)


def test_a_file_with_an_error_keeps_it_but_loses_its_tabs() -> None:
    text = GOOD.replace('"berjalan"', '"jalan"')
    assert repaired(text.replace("nama: ", "nama:\t"), FILE) == text


def test_the_command_repairs_what_is_safe_and_tells_the_rest(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.edit(FILE, lambda text: text.replace('nama: "', 'nama:\t"').replace('"berjalan"', '"jalan"'))
    scratch.edit("data/kota.yml", lambda text: "\ufeff" + text.replace("\n", "\r\n"))
    with pytest.raises(SystemExit) as ended:
        main(["check", "--fix", "--project", str(scratch.root)])
    told = capsys.readouterr().out
    assert ended.value.code == 1
    assert f"diperbaiki: {FILE}" in told
    assert "diperbaiki: data/kota.yml" in told
    assert "“jalan” bukan pilihan yang ada" in told
    assert (scratch.root / "data/kota.yml").read_bytes() == (EXAMPLE / "data/kota.yml").read_bytes()
