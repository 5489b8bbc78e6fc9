"""The whole site as one file: the same bytes for the same site, and it opens from a folder."""

from __future__ import annotations

import os
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from content_tools.release.archive import write_archives
from content_tools.release.compare import compare_folder
from tests.release.sites import make_site


def test_both_archives_hold_the_copy_that_needs_no_server(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    archives = write_archives(site, tmp_path / "arsip")
    assert [path.name for path in archives] == ["situs.tar.gz", "situs.zip"]
    assert sorted(path.name for path in (tmp_path / "arsip").iterdir()) == ["situs.tar.gz", "situs.zip"]
    shutil.unpack_archive(archives[0], tmp_path / "a", filter="data")
    shutil.unpack_archive(archives[1], tmp_path / "b")
    for folder in ("a", "b"):
        found = compare_folder(tmp_path / folder / "situs")
        assert (found.good, found.same) == (True, 8), (
            "everything but the page for addresses that do not exist"
        )
        page = (tmp_path / folder / "situs" / "program" / "p0" / "index.html").read_text()
        assert '<a href="../../index.html">' in page


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name, umask in (("pertama", 0o022), ("kedua", 0o077)):
        before = os.umask(umask)
        try:
            site = make_site(tmp_path / name / "site")
            os.utime(site / "index.html", (1, 1) if name == "pertama" else (2_000_000_000, 2_000_000_000))
            made.append([path.read_bytes() for path in write_archives(site, tmp_path / name / "arsip")])
        finally:
            os.umask(before)
    assert made[0] == made[1]


def test_an_archive_names_nobody_and_no_time(tmp_path: Path) -> None:
    tar, packed = write_archives(make_site(tmp_path / "site"), tmp_path)
    with tarfile.open(tar) as file:
        told = {(entry.uid, entry.gid, entry.uname, entry.gname, entry.mode, entry.mtime) for entry in file}
    assert told == {(0, 0, "", "", 0o644, 315_532_800)}
    with zipfile.ZipFile(packed) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = file.namelist()
    assert names == sorted(names)


def test_archives_made_again_replace_those_before(tmp_path: Path) -> None:
    write_archives(make_site(tmp_path / "site"), tmp_path / "arsip")
    before = (tmp_path / "arsip" / "situs.zip").read_bytes()
    write_archives(make_site(tmp_path / "site", "dua"), tmp_path / "arsip")
    assert (tmp_path / "arsip" / "situs.zip").read_bytes() != before


def test_a_folder_inside_the_site_is_refused(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    with pytest.raises(FileExistsError, match="di dalam situs"):
        write_archives(site, site / "data")


@pytest.mark.browser
def test_a_reader_unpacks_it_and_searches(metro_site: Path, tmp_path: Path, browser: Browser) -> None:
    packed = write_archives(metro_site, tmp_path / "arsip")[1]
    shutil.unpack_archive(packed, tmp_path)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((tmp_path / "situs" / "index.html").as_uri())
    page.locator("#cari-kepala").fill("bank sampah")
    page.keyboard.press("Enter")
    expect(page.locator("ol.results__list a").first).to_be_visible()
    page.close()
