"""Reading git: which commits touch the data, what they hold, whatever this machine's settings say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from content_tools.reading.commits import FileChange, Log, checkout, contents, is_tracked, read_log
from tests.changes.repository import MAIL, PERSON, Repository


def log_of(root: Path) -> Log:
    where = checkout(root)
    assert where is not None
    return read_log(where)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "kota")
    made.write("data/kota.yml", "satu\n")
    made.write("README.md", "kota\n")
    made.commit("Pertama\n\nIsi pesan\nbaris dua\n", "2026-01-05")
    return made


def test_a_commit_tells_its_day_its_words_and_its_files(repository: Repository) -> None:
    name = repository.git("rev-parse", "HEAD").strip()
    (commit,) = log_of(repository.root).commits
    assert (commit.id, commit.day) == (name, date(2026, 1, 5))
    assert (commit.subject, commit.body) == ("Pertama", "Isi pesan\nbaris dua")
    blob = repository.git("rev-parse", "HEAD:data/kota.yml").strip()
    assert commit.files == (FileChange("data/kota.yml", blob),)


def test_nothing_that_is_read_names_a_person(repository: Repository) -> None:
    told = repr(log_of(repository.root))
    assert PERSON not in told
    assert MAIL not in told


def test_commits_come_oldest_first_and_only_those_that_touch_the_data(repository: Repository) -> None:
    repository.write("README.md", "kota lain\n")
    repository.commit("Bukan data", "2026-01-06")
    repository.write("data/kota.yml", "dua\n")
    repository.commit("Kedua", "2026-01-07")
    assert [commit.subject for commit in log_of(repository.root).commits] == ["Pertama", "Kedua"]


def test_a_commit_says_whether_it_touches_more_than_data_and_pages(repository: Repository) -> None:
    repository.write("data/kota.yml", "dua\n")
    repository.write("docs/index.md", "# Kota\n")
    repository.commit("Isi", "2026-01-06")
    repository.write("data/kota.yml", "tiga\n")
    repository.write("kode/alat.py", "pass\n")
    repository.commit("Kode", "2026-01-07")
    assert [commit.elsewhere for commit in log_of(repository.root).commits] == [True, False, True]


def test_a_merged_branch_is_one_step_with_all_its_changes(repository: Repository) -> None:
    repository.write("data/kota.yml", "dua\n")
    repository.write("data/situs.yml", "situs\n")
    repository.merge("Merge pull request #1 from a/b\n\nJudul", "2026-02-01")
    commits = log_of(repository.root).commits
    assert [commit.subject for commit in commits] == ["Pertama", "Merge pull request #1 from a/b"]
    assert [file.path for file in commits[1].files] == ["data/kota.yml", "data/situs.yml"]


def test_a_deleted_file_has_no_content_and_a_link_is_no_ordinary_file(repository: Repository) -> None:
    repository.remove("data/kota.yml")
    (repository.root / "data").mkdir(exist_ok=True)
    (repository.root / "data/lain.yml").symlink_to("/etc/hostname")
    repository.commit("Hapus", "2026-01-06")
    gone, link = log_of(repository.root).commits[1].files
    assert (gone.path, gone.blob, gone.ordinary) == ("data/kota.yml", None, True)
    assert (link.path, link.ordinary) == ("data/lain.yml", False)


def test_a_project_may_lie_below_the_top_of_the_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "semua")
    repository.write("kota/rumah kita/data/kota.yml", "satu\n")
    repository.write("data/kota.yml", "yang lain\n")
    repository.commit("Pertama", "2026-01-05")
    (commit,) = log_of(repository.root / "kota/rumah kita").commits
    assert [file.path for file in commit.files] == ["data/kota.yml"]
    assert commit.elsewhere


def test_names_with_any_letters_and_line_breaks_stay_whole(repository: Repository) -> None:
    repository.write('data/program/é "x"\n:y.yml', "a\n")
    repository.commit("Nama aneh", "2026-01-06")
    assert [file.path for file in log_of(repository.root).commits[1].files] == ['data/program/é "x"\n:y.yml']


def test_a_message_cannot_pass_for_another_commit(repository: Repository) -> None:
    repository.write("data/kota.yml", "dua\n")
    forged = f"Judul\n\n:100644 100644 {'0' * 40} {'1' * 40} M\n{'a' * 40} 1\nPalsu"
    repository.commit(forged, "2026-01-06")
    commits = log_of(repository.root).commits
    assert [(commit.subject, len(commit.files)) for commit in commits] == [("Pertama", 1), ("Judul", 1)]


def test_settings_of_the_machine_change_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("data/kota.yml", "dua\n")
    repository.commit("Kedua", "2026-01-06")
    plain = log_of(repository.root)
    home = tmp_path / "rumah"
    home.mkdir()
    (home / ".gitconfig").write_text(
        "[log]\n showRoot = false\n follow = true\n showSignature = true\n date = relative\n decorate = full\n"
        "[diff]\n renames = copies\n orderFile = /tidak/ada\n noprefix = true\n relative = true\n"
        "[core]\n quotePath = true\n abbrev = 5\n pager = false\n[color]\n ui = always\n[i18n]\n logOutputEncoding = UTF-16\n"
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_DIR", "/tidak/ada")
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert log_of(repository.root) == plain


def test_outside_git_and_without_a_commit_of_data_nothing_is_known(tmp_path: Path) -> None:
    assert checkout(tmp_path) is None
    assert checkout(tmp_path / "tidak-ada") is None
    repository = Repository(tmp_path / "kosong")
    assert checkout(repository.root) is None
    repository.write("README.md", "kota\n")
    repository.commit("Tanpa data", "2026-01-05")
    assert checkout(repository.root) is None


def test_a_machine_without_git_knows_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content_tools.reading.git.shutil.which", lambda name: "/tidak/ada/git")
    assert checkout(repository.root) is None


def test_a_copy_without_older_commits_says_so(repository: Repository, tmp_path: Path) -> None:
    repository.write("data/kota.yml", "dua\n")
    repository.commit("Kedua", "2026-01-06")
    log = log_of(repository.shallow_copy(tmp_path / "dangkal", depth=1))
    assert log.shallow
    assert [commit.subject for commit in log.commits] == ["Kedua"]
    assert not log_of(repository.root).shallow


def test_content_is_read_by_its_id_and_what_is_not_there_is_none(repository: Repository) -> None:
    large = repository.git("hash-object", "-w", "--stdin", said="x" * (1024 * 1024 + 1)).strip()
    blob = repository.git("rev-parse", "HEAD:data/kota.yml").strip()
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    where = checkout(repository.root)
    assert where is not None
    with contents(where) as read:
        assert [read("1" * 40), read(large), read(tree), read(blob)] == [None, None, None, b"satu\n"]


def test_a_commit_with_an_impossible_clock_is_still_told(repository: Repository) -> None:
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    raw = (
        f"tree {tree}\nauthor A <a> 99999999999999 +0000\ncommitter A <a> 99999999999999 +0000\n\nJam rusak\n"
    )
    name = repository.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", said=raw).strip()
    repository.git("update-ref", "refs/heads/main", name)
    assert [(commit.subject, commit.day) for commit in log_of(repository.root).commits] == [
        ("Jam rusak", date.min)
    ]


def test_only_what_git_holds_is_tracked(repository: Repository) -> None:
    where = checkout(repository.root)
    assert where is not None
    repository.write(".cache/riwayat.json", "{}")
    assert is_tracked(where, "data/kota.yml")
    assert not is_tracked(where, ".cache/riwayat.json")
