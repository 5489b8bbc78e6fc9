"""A project from elsewhere: folders, archives and revisions are read; whatever would leave its folder is refused."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from content_tools.reading import revisions
from content_tools.reading.plan import Memory, read_plan
from content_tools.reading.revisions import RevisionError, project_at
from tests.conftest import EXAMPLE, ROOT

LINK = 0o120777 << 16


def project(root: Path) -> Path:
    """The smallest folder that is a project, as far as unpacking goes."""
    (root / "data").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "data" / "situs.yml").write_text("nama: Contoh\n", "utf-8")
    (root / "docs" / "index.md").write_text("# Beranda\n", "utf-8")
    (root / "mkdocs.yml").write_text("site_name: Contoh\n", "utf-8")
    (root / "hooks.py").write_text("raise SystemExit\n", "utf-8")
    return root


def git(root: Path, *words: str) -> str:
    """What git answers."""
    command = ["git", "-C", str(root), "-c", "user.name=Unit", "-c", "user.email=unit@contoh.example", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def names(root: Path) -> set[str]:
    """Every file below a folder."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


WANTED = {"data/situs.yml", "docs/index.md", "mkdocs.yml"}


def test_a_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    root = project(tmp_path / "kota")
    with project_at(str(root), tmp_path) as found:
        assert found == root


@pytest.mark.parametrize("kind", ["zip", "tar", "gztar"])
@pytest.mark.parametrize("inside", ["", "kota-abc123/"])
def test_an_archive_is_unpacked_and_vanishes(kind: str, inside: str, tmp_path: Path) -> None:
    project(tmp_path / "isi" / inside)
    archive = shutil.make_archive(str(tmp_path / "arsip"), kind, tmp_path / "isi")
    with project_at(archive, tmp_path) as found:
        assert names(found) == WANTED
        assert (found / "data/situs.yml").read_text("utf-8") == "nama: Contoh\n"
    assert not found.exists()


def zipped(path: Path, member: str | zipfile.ZipInfo, text: str = "x") -> str:
    """A project as a zip, with one member more."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("data/situs.yml", "nama: Contoh\n")
        packed.writestr(member, text)
    return str(path)


def tarred(path: Path, member: tarfile.TarInfo) -> str:
    """A project as a tar, with one member more."""
    with tarfile.open(path, "w:gz") as packed:
        first = tarfile.TarInfo("data/situs.yml")
        first.size = 13
        packed.addfile(first, io.BytesIO(b"nama: Contoh\n"))
        packed.addfile(member, io.BytesIO(b"x" * member.size))
    return str(path)


OUTSIDE = (
    "../data/x.yml",
    "/data/x.yml",
    "data/../../x.yml",
    "data\\..\\x.yml",
    "C:/data/x.yml",
    "x/../../y",
)


@pytest.mark.parametrize("member", OUTSIDE)
def test_nothing_leaves_its_folder(member: str, tmp_path: Path) -> None:
    for archive in (zipped(tmp_path / "a.zip", member), tarred(tmp_path / "a.tgz", tarfile.TarInfo(member))):
        with pytest.raises(RevisionError, match="keluar dari foldernya"), project_at(archive, tmp_path):
            pass
    assert names(tmp_path) == {"a.zip", "a.tgz"}


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_links_and_devices_in_a_tar_are_refused(kind: bytes, tmp_path: Path) -> None:
    member = tarfile.TarInfo("data/program/x.yml")
    member.type, member.linkname = kind, "data/situs.yml"
    with (
        pytest.raises(RevisionError, match="tautan"),
        project_at(tarred(tmp_path / "a.tar.gz", member), tmp_path),
    ):
        pass


def test_links_in_a_zip_are_refused(tmp_path: Path) -> None:
    member = zipfile.ZipInfo("data/program/x.yml")
    member.external_attr = LINK
    archive = zipped(tmp_path / "a.zip", member, "/etc/passwd")
    with pytest.raises(RevisionError, match="tautan"), project_at(archive, tmp_path):
        pass


def test_what_nothing_reads_stays_packed(tmp_path: Path) -> None:
    member = zipfile.ZipInfo("alat/tautan")
    member.external_attr = LINK
    with project_at(zipped(tmp_path / "a.zip", member, "/etc/passwd"), tmp_path) as found:
        assert names(found) == {"data/situs.yml"}


@pytest.mark.parametrize("make", [
    lambda path: zipped(path / "a.zip", "data/x.yml", "x" * 5000),
    lambda path: tarred(path / "a.tgz", _large("data/x.yml")),
    lambda path: tarred(path / "b.tgz", _large("alat/besar")),
])  # fmt: skip
def test_more_than_the_limit_is_refused_however_small_it_is_packed(
    make: Callable[[Path], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revisions, "MAX_BYTES", 4096)
    with pytest.raises(RevisionError, match="lebih besar dari"), project_at(make(tmp_path), tmp_path):
        pass


def _large(name: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = 500_000
    return member


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "MAX_FILES", 1)
    archive = zipped(tmp_path / "a.zip", "data/x.yml")
    with pytest.raises(RevisionError, match="lebih dari 1 berkas"), project_at(archive, tmp_path):
        pass


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
@pytest.mark.parametrize("content", [b"", b"bukan arsip", b"PK\x03\x04rusak", b"\x1f\x8b\x08\x00rusak"])
def test_a_broken_archive_is_told(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RevisionError, match=r"tidak dapat dibuka|tidak ada folder data"), project_at(str(tmp_path / name), tmp_path):  # fmt: skip
        pass


def test_an_archive_without_data_is_told(tmp_path: Path) -> None:
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "baca.txt").write_text("x")
    archive = shutil.make_archive(str(tmp_path / "arsip"), "zip", tmp_path / "isi")
    with pytest.raises(RevisionError, match="tidak ada folder data"), project_at(archive, tmp_path):
        pass


@pytest.mark.parametrize("folder", ["", "kota/"])
def test_a_revision_holds_the_project_as_it_was(folder: str, tmp_path: Path) -> None:
    root = project(tmp_path / "repo" / folder)
    git(tmp_path / "repo", "init", "-q")
    git(tmp_path / "repo", "add", "-A")
    git(tmp_path / "repo", "commit", "-qm", "Awal")
    (root / "data" / "situs.yml").write_text("nama: Lain\n", "utf-8")
    with project_at("HEAD", root) as found:
        assert names(found) == WANTED
        assert (found / "data/situs.yml").read_text("utf-8") == "nama: Contoh\n"
    assert not found.exists()


def test_a_shallow_copy_knows_its_own_revisions_and_says_what_to_fetch(tmp_path: Path) -> None:
    root = project(tmp_path / "repo")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Awal")
    git(root, "commit", "-qm", "Kedua", "--allow-empty")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "dangkal")
    with project_at("HEAD", tmp_path / "dangkal") as found:
        assert names(found) == WANTED
    with pytest.raises(RevisionError, match="git fetch"), project_at("HEAD~1", tmp_path / "dangkal"):
        pass


def test_a_revision_without_data_is_told(tmp_path: Path) -> None:
    root = project(tmp_path / "repo")
    git(root, "init", "-q")
    git(root, "add", "mkdocs.yml")
    git(root, "commit", "-qm", "Awal")
    with pytest.raises(RevisionError, match="belum ada folder data"), project_at("HEAD", root):
        pass


@pytest.mark.parametrize(
    "name", ["--output=/tmp/x", "-x", "", "tidak-ada", "HEAD:data", "HEAD^{tree}", "a b"]
)
def test_what_is_no_revision_is_refused_with_a_way_out(name: str) -> None:
    with pytest.raises(RevisionError, match=r"git fetch|Tulis nama cabang"), project_at(name, ROOT):
        pass


def test_outside_a_repository_there_are_no_revisions(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="dalam repositori git"), project_at("HEAD", tmp_path):
        pass


def test_equal_files_of_two_projects_are_read_once(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    changed = tmp_path / "data/program/cafe-data.yml"
    changed.write_text(changed.read_text("utf-8").replace('status: "', 'status: "x', 1), "utf-8")
    memory: Memory = {}
    before, _ = read_plan(EXAMPLE / "data", memory=memory)
    after, problems = read_plan(tmp_path / "data", memory=memory)
    assert before is not None and after is not None
    assert [problem.file for problem in problems] == ["data/program/cafe-data.yml"]
    assert "cafe-data" not in after.programs
    assert all(after.programs[name] is before.programs[name] for name in after.programs)
    alone, again = read_plan(tmp_path / "data")
    assert alone is not None
    assert (alone.programs, again) == (after.programs, problems)


def test_a_file_under_another_name_is_not_taken_for_the_one_it_equals(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    folder = tmp_path / "data/program"
    shutil.copy(folder / "cafe-data.yml", folder / "kafe.yml")
    memory: Memory = {}
    read_plan(EXAMPLE / "data", memory=memory)
    _, problems = read_plan(tmp_path / "data", memory=memory)
    assert problems == read_plan(tmp_path / "data")[1]
    assert problems
