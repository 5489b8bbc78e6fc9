"""Who must agree to a change: teams, not persons; every file has one; the same plan gives the same file."""

from __future__ import annotations

import argparse
from functools import cache

import pytest

from content_tools.cli import owners as command
from content_tools.editing.owners import owners
from content_tools.model.plan import Plan
from content_tools.reading.plan import read_plan
from tests.conftest import EXAMPLE, Scratch


@cache
def plan() -> Plan:
    """The invented city."""
    found, _ = read_plan(EXAMPLE / "data")
    assert found is not None
    return found


def lines() -> list[str]:
    """What is no comment and not empty."""
    return [line for line in owners(plan(), "kota-rekamaya").split("\n") if line and not line.startswith("#")]


def run(*arguments: str) -> int:
    """The command alone; its exit status."""
    parser = argparse.ArgumentParser()
    command.add(parser.add_subparsers())
    chosen = parser.parse_args(["owners", *arguments])
    status: int = chosen.run(chosen)
    return status


def test_everything_belongs_to_the_stewards_unless_an_agency_answers_for_it() -> None:
    assert lines()[0] == "* @kota-rekamaya/pengelola"


def test_a_program_belongs_to_the_team_of_the_agency_that_answers_for_it() -> None:
    assert "/data/program/air-hilang.yml @kota-rekamaya/perumda-tirta" in lines()


def test_a_program_nobody_answers_for_has_no_line_of_its_own() -> None:
    assert plan().programs["cafe-data"].lead is None
    assert [line for line in lines() if "cafe-data" in line] == []


def test_every_line_names_one_team_and_the_programs_stand_in_order() -> None:
    programs = lines()[1:]
    assert len(programs) == sum(program.lead is not None for program in plan().programs.values()) > 40
    assert programs == sorted(programs)
    assert {line.count("@") for line in lines()} == {1}
    assert {line.split(" @")[1].count("/") for line in lines()} == {1}


def test_the_file_says_that_it_is_made_and_which_teams_it_needs() -> None:
    head = owners(plan(), "kota-rekamaya").split("\n\n")[0]
    assert "Dibuat dari data/, jangan diubah dengan tangan" in head
    teams = head.split("Tim yang harus ada di kota-rekamaya: ")[1].rstrip(".").split(", ")
    assert teams[0] == "pengelola"
    assert set(teams) == {line.split("/")[-1] for line in lines()}


@pytest.mark.parametrize(
    "name", ["", "kota metro", "@kota", "kota/metro", "-kota", "kota\n* @lain/tim", "kota--metro"]
)
def test_what_is_no_name_of_an_organisation_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="bukan nama organisasi"):
        owners(plan(), name)


def test_the_command_prints_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--org", "kota-rekamaya", "--project", str(EXAMPLE)) == 0
    assert capsys.readouterr().out == owners(plan(), "kota-rekamaya")


def test_nothing_is_printed_from_records_with_an_error(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.edit("data/program/cafe-data.yml", lambda text: text.replace('"berjalan"', '"berjalann"'))
    assert run("--org", "kota", "--project", str(scratch.root)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "1 galat; tidak ada yang dicetak." in told.err
