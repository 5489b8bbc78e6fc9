"""The history of the records, told from a year of commits of the invented city."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from content_tools.changes import history as telling
from content_tools.changes import memory
from content_tools.changes.entry import NO_HISTORY, Entry, History
from content_tools.changes.history import read_history, tell_history
from content_tools.reading.commits import checkout
from tests.bench import history as bench
from tests.changes.repository import MAIL, PERSON, Repository
from tests.changes.story import HOSTILE, NIK, story


def told(root: Path) -> History:
    where = checkout(root)
    assert where is not None
    return tell_history(where)


@pytest.fixture(scope="module")
def history() -> History:
    return told(story().root)


def entry(history: History, name: str) -> Entry:
    return next(entry for entry in history.entries if entry.commit == story().commits[name])


def sentences(history: History, name: str) -> list[str]:
    return [f"{line.name} | {line.sentence}" for line in entry(history, name).lines]


def test_every_commit_that_changes_a_record_is_an_entry_newest_first(history: History) -> None:
    names = {commit: name for name, commit in story().commits.items()}
    assert [names[entry.commit] for entry in history.entries] == [
        "banyak", "pribadi-hapus", "pribadi", "teknik", "jahat", "hapus", "pulih", "tarik", "ganti-nama", "tambah",
        "tunda", "gabung", "pertama",
    ]  # fmt: skip
    assert [entry.day.isoformat()[:7] for entry in history.entries[-3:]] == ["2026-03", "2026-02", "2026-01"]


def test_a_whole_history_is_known_from_the_first_record_on(history: History) -> None:
    assert (history.known_from, history.complete) == (date(2026, 1, 5), True)


def test_the_first_commit_enters_every_record(history: History) -> None:
    first = entry(history, "pertama")
    assert first.first
    assert first.bulk
    assert {line.kind for line in first.lines if line.collection == "program"} == {"ditambahkan", "ditarik"}
    assert sum(lines[0].collection == "program" for lines in first.records) == 60


def test_a_change_is_told_in_words_with_its_source_its_topics_and_the_title_of_the_pull_request(
    history: History,
) -> None:
    merged = entry(history, "gabung")
    assert sentences(history, "gabung") == [
        "Bus Kota Reka | Pagu APBD 2026 naik 20%: Rp6.300.000.000 → Rp7.560.000.000"
    ]
    assert merged.lines[0].sources == ("apbd-2026",)
    assert merged.lines[0].topics == ("jalan-angkutan",)
    assert (merged.day, merged.reason) == (date(2026, 2, 10), "Pagu bus mengikuti APBD 2026")


def test_another_way_of_writing_the_same_is_no_change(history: History) -> None:
    assert story().commits["rapi"] not in {entry.commit for entry in history.entries}


def test_a_trailer_says_the_reason(history: History) -> None:
    assert entry(history, "tunda").reason == "Surat Dinas Prasarana, 2 Maret 2026."
    assert sentences(history, "tunda") == [
        "Perbaikan Rumah Tidak Layak | Status: Sudah dianggarkan → Ditunda, karena Lelang diulang"
    ]


def test_a_new_record_and_its_new_name_belong_together(history: History) -> None:
    assert sentences(history, "tambah") == [
        "Kebun Dinding Alunpayung | Program baru: Kebun Dinding Alunpayung"
    ]
    assert entry(history, "tambah").reason == "Catat kebun dinding"
    assert sentences(history, "ganti-nama") == [
        "Kebun Tegak Alunpayung | Alamat lama /program/kebun-dinding/ kini mengalihkan ke /program/kebun-tegak/",
        "Kebun Tegak Alunpayung | Nama: Kebun Dinding Alunpayung → Kebun Tegak Alunpayung",
    ]
    steps = history.of(("program", "kebun-tegak"), ("program", "kebun-dinding"))
    assert [entry.day for entry, _ in steps] == [date(2026, 8, 17), date(2026, 4, 1), date(2026, 3, 20)]


def test_a_withdrawn_record_stays_with_its_reason(history: History) -> None:
    assert sentences(history, "tarik") == [
        "Wisata Sore Dermaga | Program ditarik pada 15 April 2026 karena Tercatat dua kali"
    ]


def test_a_broken_commit_loses_nothing_and_its_repair_tells_what_changed(history: History) -> None:
    assert story().commits["rusak"] not in {entry.commit for entry in history.entries}
    assert sentences(history, "pulih") == [
        "Kebun Atap Alunpayung | Kabar terakhir: 17 Mei 2026 → 20 Mei 2026"
    ]


def test_a_dropped_record_keeps_its_name_and_the_reason(history: History) -> None:
    dropped = entry(history, "hapus")
    assert sentences(history, "hapus") == [
        "Kebun Atap Alunpayung | Program dihapus; alamat /program/kebun-atap/ tidak lagi ada"
    ]
    assert dropped.lines[0].loud
    assert dropped.reason == "Hapus kebun atap: warga memintanya"


def test_words_of_engineers_are_no_reason(history: History) -> None:
    assert entry(history, "teknik").reason is None


def test_a_hostile_title_is_kept_as_text_without_its_number(history: History) -> None:
    assert entry(history, "jahat").reason == HOSTILE.removesuffix(" (#16)")


def test_personal_data_that_git_remembers_is_not_repeated(history: History) -> None:
    assert entry(history, "pribadi").reason is None
    assert sentences(history, "pribadi-hapus") == [
        "Rapat Tanpa Cetak | Diubah; isinya tidak dikutip karena memuat data pribadi"
    ]
    assert NIK not in repr(history)


def test_nobody_is_named(history: History) -> None:
    assert PERSON not in repr(history)
    assert MAIL not in repr(history)


def test_a_commit_over_many_records_is_told_by_counts(history: History) -> None:
    assert len(entry(history, "banyak").records) == 45
    assert [entry.commit for entry in history.entries if entry.bulk] == [
        story().commits["banyak"],
        story().commits["pertama"],
    ]


def test_a_copy_without_older_commits_knows_only_what_came_after(tmp_path: Path, history: History) -> None:
    copy = story().repository.shallow_copy(tmp_path / "dangkal", depth=3)
    short = told(copy)
    assert (short.known_from, short.complete) == (date(2026, 7, 1), False)
    assert short.entries == history.entries[:2]


def test_files_outside_git_have_no_history(tmp_path: Path) -> None:
    assert read_history(story().repository.copy_without_git(tmp_path / "salinan")) == NO_HISTORY


# What is kept between builds


@pytest.fixture
def small(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "kecil")
    program = (story().root / "data/program/bedah-rumah.yml").read_text("utf-8")
    repository.write("data/program/bedah-rumah.yml", program)
    repository.write(".gitignore", ".cache/\n")
    repository.commit("Pertama", "2026-01-05")
    repository.edit("data/program/bedah-rumah.yml", "Seratus rumah", "Dua ratus rumah")
    repository.commit("Kedua", "2026-02-05")
    return repository


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The newest commit of every history that is told from git; what the process remembers is forgotten first."""
    asked: list[str] = []

    def tell(where: telling.Checkout) -> History:
        asked.append(where.newest)
        return tell_history(where)

    monkeypatch.setattr(telling, "tell_history", tell)
    telling._kept.cache_clear()
    return asked


def again(root: Path) -> History:
    """As a new process would read it."""
    telling._kept.cache_clear()
    return read_history(root)


def test_the_next_build_takes_what_the_last_one_told(small: Repository, counted: list[str]) -> None:
    first = read_history(small.root)
    assert len(first.entries) == 2
    assert again(small.root) == first
    assert len(counted) == 1
    assert [path.name for path in (small.root / ".cache").iterdir()] == ["riwayat.json"]


def test_a_new_commit_of_data_is_told_and_one_of_pages_is_not(small: Repository, counted: list[str]) -> None:
    read_history(small.root)
    small.write("docs/index.md", "# Kota\n")
    small.commit("Halaman", "2026-03-05")
    again(small.root)
    assert len(counted) == 1
    small.edit("data/program/bedah-rumah.yml", "Dua ratus rumah", "Tiga ratus rumah")
    small.commit("Ketiga", "2026-03-06")
    assert len(again(small.root).entries) == 3
    assert len(counted) == 2


def test_other_code_tells_anew(
    small: Repository, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_history(small.root)
    monkeypatch.setattr(memory, "_code", lambda: "lain")
    again(small.root)
    assert len(counted) == 2


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: "[]",
        lambda text: "\x00\xff",
        lambda text: json.dumps(json.loads(text) | {"riwayat": [None, True, []]}),
        lambda text: json.dumps(json.loads(text) | {"riwayat": ["2026-01-05", True, [["satu"]]]}),
    ],
)
def test_a_broken_file_is_told_anew(small: Repository, counted: list[str], harm: object) -> None:
    first = read_history(small.root)
    path = small.root / memory.FILE
    path.write_text(harm(path.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    assert again(small.root) == first
    assert len(counted) == 2


def test_a_file_that_somebody_committed_is_not_believed(small: Repository, counted: list[str]) -> None:
    read_history(small.root)
    path = small.root / memory.FILE
    path.write_text(path.read_text("utf-8").replace("Dua ratus rumah", "Sejuta rumah"), "utf-8")
    small.git("add", "-f", memory.FILE)
    small.git("commit", "-q", "-m", "Sisipkan")
    assert "Sejuta" not in repr(again(small.root))
    assert len(counted) == 2


def test_a_folder_that_cannot_be_written_to_is_read_all_the_same(small: Repository) -> None:
    (small.root / ".cache").write_text("bukan folder", "utf-8")
    assert len(again(small.root).entries) == 2


def test_while_serving_nothing_is_read_twice(
    small: Repository, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_history(small.root)
    monkeypatch.setattr(memory, "load", None)
    assert len(read_history(small.root).entries) == 2


def test_two_readings_of_one_commit_are_the_same(small: Repository) -> None:
    assert told(small.root) == told(small.root)


def test_a_large_history_takes_little_time(tmp_path: Path) -> None:
    """A tenth of 500 commits over 300 programs, within a tenth of what the whole may take, and the first reading."""
    root = bench.repository(tmp_path / "kota", 300, 50)
    begun = bench.cpu()
    history = told(root)
    assert bench.cpu() - begun < 1.5
    assert len(history.entries) > 45
