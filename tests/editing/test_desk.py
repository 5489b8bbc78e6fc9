"""Records changed as a whole set: all of it is right and written, or none of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from content_tools.editing.canonical import plain
from content_tools.editing.desk import Desk
from content_tools.editing.merging import merge
from content_tools.editing.renaming import rename
from content_tools.editing.retiring import retire
from content_tools.model.problem import ERROR
from content_tools.pages.checking import check_project
from content_tools.reading.plan import read_plan
from content_tools.reading.project import Project
from tests.conftest import Scratch


def desk_of(scratch: Scratch) -> Desk:
    """The invented city's copy, opened."""
    return Desk(Project.at(scratch.root))


def lines_of(root: Path) -> dict[str, list[str]]:
    """Every file of records and pages, line by line."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8").split("\n")
        for folder in ("data", "docs")
        for path in (root / folder).rglob("*")
        if path.suffix in (".yml", ".md")
    }


def test_a_changed_value_changes_only_its_lines(scratch: Scratch) -> None:
    before, desk = lines_of(scratch.root), desk_of(scratch)
    program = desk.plan.programs["cafe-data"]
    agency = next(iter(desk.plan.agencies.values()))
    desk.put("program", plain(program) | {"ringkasan": "Kalimat baru."}, program)
    desk.put("instansi", plain(agency) | {"nama": "Nama baru"}, agency)
    assert desk.new_problems() == []
    assert desk.save() == ["data/instansi.yml", "data/program/cafe-data.yml"]
    after = lines_of(scratch.root)
    changed = {
        file: [(old, new) for old, new in zip(before[file], after[file], strict=True) if old != new]
        for file in before
        if before[file] != after[file]
    }
    assert {file: [new for _, new in pairs] for file, pairs in changed.items()} == {
        "data/instansi.yml": ['    nama: "Nama baru"'],
        "data/program/cafe-data.yml": ['ringkasan: "Kalimat baru."'],
    }


def test_an_error_that_a_change_would_bring_in_is_told_and_nothing_is_written(scratch: Scratch) -> None:
    before, desk = lines_of(scratch.root), desk_of(scratch)
    program = desk.plan.programs["cafe-data"]
    desk.put("program", plain(program) | {"pelaksana": ["dinas-mimpi"]}, program)
    assert [problem.found for problem in desk.new_problems()] == ["dinas-mimpi"]
    assert lines_of(scratch.root) == before


def test_a_file_changed_by_others_meanwhile_is_not_overwritten(scratch: Scratch) -> None:
    desk = desk_of(scratch)
    program = desk.plan.programs["cafe-data"]
    desk.put("program", plain(program) | {"ringkasan": "Kalimat baru."}, program)
    scratch.edit("data/program/cafe-data.yml", lambda text: text + "# dari orang lain\n")
    with pytest.raises(ValueError, match=r"cafe-data\.yml diubah orang lain"):
        desk.save()
    assert "Kalimat baru" not in (scratch.root / "data/program/cafe-data.yml").read_text("utf-8")


def test_a_project_with_an_error_is_not_opened(scratch: Scratch) -> None:
    scratch.edit("data/kota.yml", lambda text: text + "nama: dua kali\n")
    with pytest.raises(ValueError, match=r"perbaiki dulu galat di data.* data/kota\.yml:\d+"):
        desk_of(scratch)


# rename


@pytest.mark.parametrize("collection", ["program", "instansi", "indikator", "wilayah", "sumber", "dokumen"])
def test_a_renamed_record_is_found_by_everything_that_named_it(scratch: Scratch, collection: str) -> None:
    desk = desk_of(scratch)
    before = sum(
        text.count(f'"{name}"') for name in [_most_named(desk, collection)] for text in _texts(scratch)
    )
    name = _most_named(desk, collection)
    rename(desk, f"{collection}/{name}", "nama-baru-sekali")
    assert desk.new_problems() == []
    desk.save()
    plan, problems = check_project(Project.at(scratch.root))
    assert [problem for problem in problems if problem.severity is ERROR] == []
    assert plan is not None
    assert plan.collection(collection)["nama-baru-sekali"].former_ids[-1] == name
    assert name not in plan.collection(collection)
    assert before > 1
    assert sum(text.count('"nama-baru-sekali"') for text in _texts(scratch)) >= 2


def _texts(scratch: Scratch) -> list[str]:
    return ["\n".join(lines) for lines in lines_of(scratch.root).values()]


def _most_named(desk: Desk, collection: str) -> str:
    """The record of a collection whose id stands most often in the files of records."""
    text = "\n".join(path.read_text("utf-8") for path in desk.project.data.rglob("*.yml"))
    return max(desk.plan.collection(collection), key=lambda name: text.count(f'"{name}"'))


def test_pages_that_name_a_renamed_record_name_it_anew(scratch: Scratch) -> None:
    block = "\n```indikator\nid: penumpang-bus\n```\n\n[[indikator/penumpang-bus]] dan `[[indikator/penumpang-bus]]`\n"
    scratch.edit("docs/tentang/index.md", lambda text: text + block)
    desk = desk_of(scratch)
    rename(desk, "penumpang-bus", "penumpang")
    desk.save()
    text = (scratch.root / "docs/tentang/index.md").read_text("utf-8")
    assert text.endswith(
        "```indikator\nid: penumpang\n```\n\n[[indikator/penumpang]] dan `[[indikator/penumpang-bus]]`\n"
    )


def test_the_file_of_a_renamed_program_moves(scratch: Scratch) -> None:
    desk = desk_of(scratch)
    rename(desk, "cafe-data", "kafe-data")
    desk.save()
    assert not (scratch.root / "data/program/cafe-data.yml").exists()
    assert (scratch.root / "data/program/kafe-data.yml").read_text("utf-8").startswith('id: "kafe-data"\n')


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("kafe-data", "apa-saja", "catatan “kafe-data” tidak ada. Maksud Anda “cafe-data”"),
        ("cafe-data", "Kafe Data", "bukan id"),
        ("cafe-data", "bus-kota-reka", "sudah dipakai program “bus-kota-reka”"),
    ],
)
def test_a_renaming_that_cannot_be_says_why(scratch: Scratch, old: str, new: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        rename(desk_of(scratch), old, new)


def test_an_old_address_is_never_used_again(scratch: Scratch) -> None:
    desk = desk_of(scratch)
    rename(desk, "cafe-data", "kafe-data")
    desk.save()
    with pytest.raises(ValueError, match="adalah id lama catatan ini sendiri"):
        rename(desk_of(scratch), "kafe-data", "cafe-data")
    with pytest.raises(ValueError, match="adalah id lama program “kafe-data”"):
        rename(desk_of(scratch), "bus-kota-reka", "cafe-data")


# merge


def test_two_records_become_one_and_nothing_is_lost(scratch: Scratch) -> None:
    desk = desk_of(scratch)
    gone, stays = desk.plan.programs["bus-kota-reka"], desk.plan.programs["cafe-data"]
    left = merge(desk, "bus-kota-reka", "cafe-data")
    assert desk.new_problems() == []
    desk.save()
    plan, problems = check_project(Project.at(scratch.root))
    assert plan is not None
    assert [problem for problem in problems if problem.severity is ERROR] == []
    joined = plan.programs["cafe-data"]
    assert "bus-kota-reka" not in plan.programs
    assert joined.former_ids == ("bus-kota-reka",)
    assert joined.name == stays.name
    assert joined.figures == (*stays.figures, *gone.figures)
    assert set(joined.sources) == {*stays.sources, *gone.sources}
    assert f'nama: "{gone.name}"' in left
    texts = "\n".join(path.read_text("utf-8") for path in (scratch.root / "data").rglob("*.yml"))
    assert texts.count('"bus-kota-reka"') == 1


@pytest.mark.parametrize("into", ["cafe-data", "instansi/dinkes", "tidak-ada"])
def test_what_cannot_be_joined_says_why(scratch: Scratch, into: str) -> None:
    with pytest.raises(ValueError, match=r"dari jenis yang sama|tidak ada"):
        merge(desk_of(scratch), "cafe-data", into)


# retire


def test_a_withdrawn_record_keeps_its_file_with_day_and_reason(scratch: Scratch) -> None:
    desk = desk_of(scratch)
    retire(desk, "cafe-data", "Tercatat dua kali.", date(2026, 11, 24))
    assert desk.new_problems() == []
    desk.save()
    plan, _ = read_plan(scratch.root / "data")
    assert plan is not None
    withdrawn = plan.programs["cafe-data"].retired
    assert withdrawn is not None
    assert (withdrawn.on, withdrawn.reason) == (date(2026, 11, 24), "Tercatat dua kali.")
    with pytest.raises(ValueError, match="sudah ditarik pada 2026-11-24"):
        retire(desk_of(scratch), "cafe-data", "Lagi.", date(2026, 11, 25))


def test_nothing_is_withdrawn_without_a_reason(scratch: Scratch) -> None:
    with pytest.raises(ValueError, match="alasan wajib diisi"):
        retire(desk_of(scratch), "cafe-data", "  ", date(2026, 11, 24))
