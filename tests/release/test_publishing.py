"""A site goes online in one step, and back: what the server sees, what is kept, what is refused."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from content_tools.release.examine import Unfit
from content_tools.release.local import LocalPlace
from content_tools.release.manifest import write_sums
from content_tools.release.publishing import PHASES, changes, publish, roll_back
from content_tools.release.record import CARRIED_FOR, read_release
from tests.release.sites import NOON, live_word, make_site, published, quiet, release_names


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site; its folder is built anew by `make_site`."""
    return make_site(tmp_path / "site")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where it goes online."""
    return tmp_path / "srv" / "situs"


def served(target: Path) -> set[str]:
    """Addresses that a server has files for."""
    folder = (target / "kini" / "situs").resolve()
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_server_reads_one_link_that_leads_to_the_release(site: Path, target: Path) -> None:
    outcome = published(site, target)
    assert os.readlink(target / "kini") == f"rilis/{outcome.release.name}"
    assert outcome.release.name.startswith("20261124T120000Z-")
    assert live_word(target) == "satu"
    assert (target / "kini" / "situs" / "SHA256SUMS").read_bytes() == (site / "SHA256SUMS").read_bytes()


def test_publishing_tells_its_phases_in_order(site: Path, target: Path) -> None:
    told: list[str] = []
    publish(site, LocalPlace(target), NOON, told.append)
    assert tuple(told) == PHASES


def test_copies_lie_beside_text_only_where_they_are_smaller(site: Path, target: Path) -> None:
    published(site, target)
    there = served(target)
    assert {"index.html.br", "index.html.gz", "data/program.csv.br", "SHA256SUMS.gz"} <= there
    assert not {"kecil.txt.br", "kecil.txt.gz", "index.html.br.gz"} & there


def test_every_file_has_the_releases_own_time(site: Path, target: Path) -> None:
    release = published(site, target).release
    folder = target / "kini"
    times = {
        (folder / name).stat().st_mtime_ns for name in ("nginx.conf", *(f"situs/{n}" for n in served(target)))
    }
    assert times == {release.stamp * 10**9} == {NOON * 10**9}


def test_two_releases_in_one_second_have_two_times(site: Path, target: Path) -> None:
    first, second = published(site, target), published(site, target)
    assert (first.release.stamp, second.release.stamp) == (NOON, NOON + 1)
    assert second.late_clock


def test_a_clock_set_back_keeps_the_order(site: Path, target: Path) -> None:
    published(site, target)
    late = published(make_site(site, "dua"), target, NOON - 365 * 86400)
    assert (late.late_clock, late.release.stamp) == (True, NOON + 1)
    assert live_word(target) == "dua"
    assert published(site, target, NOON + 60).late_clock is False


def test_the_webserver_may_read_what_a_closed_umask_wrote(site: Path, target: Path) -> None:
    for path in site.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    before = os.umask(0o077)
    try:
        published(site, target)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in target.rglob("*") if path.is_dir()}
    assert modes == {0o755}
    release = (target / "kini").resolve()
    assert {stat.S_IMODE(path.stat().st_mode) for path in release.rglob("*") if path.is_file()} == {0o644}
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (target, target.parent)} == {0o755}


def test_a_reader_of_the_page_before_finds_its_styles_and_search(site: Path, target: Path) -> None:
    old = served_assets(site)
    published(site, target)
    published(make_site(site, "dua"), target, NOON + 60)
    assert old <= served(target)
    assert {f"{name}.br" for name in old} <= served(target)
    published(make_site(site, "tiga"), target, NOON + 120)
    assert old <= served(target)


def served_assets(site: Path) -> set[str]:
    """What the pages of a site load."""
    return {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()}


def test_after_a_month_old_styles_stay_behind(site: Path, target: Path) -> None:
    old = served_assets(site)
    published(site, target)
    published(make_site(site, "dua"), target, NOON + 60)
    published(make_site(site, "tiga"), target, NOON + 60 + CARRIED_FOR)
    assert not old & served(target)


def test_the_last_releases_are_kept_and_the_rest_goes(site: Path, target: Path) -> None:
    names = [published(make_site(site, f"ke{n}"), target, NOON + n, keep=3).release.name for n in range(5)]
    assert release_names(target) == names[2:]


def test_the_log_has_one_line_for_each_release(site: Path, target: Path) -> None:
    first = published(site, target).release
    second = published(make_site(site, "dua", pages=4), target, NOON + 60).release
    assert (target / "rilis.log").read_text().splitlines() == [
        f"2026-11-24T12:00:00Z terbit {first.name}: 4 halaman, 9 berkas, {first.size} bita; sebelumnya belum ada",
        f"2026-11-24T12:01:00Z terbit {second.name}: 5 halaman, 10 berkas, {second.size} bita; sebelumnya {first.name}",
    ]


def test_a_line_that_was_cut_off_is_written_the_next_time(site: Path, target: Path) -> None:
    first = published(site, target).release
    (target / "rilis.log").unlink()
    published(make_site(site, "dua"), target, NOON + 60)
    lines = (target / "rilis.log").read_text().splitlines()
    assert len(lines) == 2
    assert f"terbit {first.name}:" in lines[0]
    assert lines[0].endswith("sebelumnya tidak tercatat")


def test_the_record_says_what_was_published(site: Path, target: Path) -> None:
    outcome = published(make_site(site, noindex=True), target)
    record = read_release((target / "kini" / "rilis.json").read_text())
    assert record == outcome.release
    assert (record.pages, record.files, record.noindex) == (4, 9, True)


def test_settings_that_changed_are_told(site: Path, target: Path) -> None:
    assert published(site, target).settings_changed
    assert not published(make_site(site, "dua"), target, NOON + 60).settings_changed
    assert published(make_site(site, "tiga", noindex=True), target, NOON + 120).settings_changed


# What must not go online


def refused(site: Path, target: Path) -> list[str]:
    """Why a site is not published; the site online is looked at too."""
    before = live_word(target) if (target / "kini").exists() else None
    with pytest.raises(Unfit) as error:
        published(site, target, NOON + 60)
    assert (live_word(target) if (target / "kini").exists() else None) == before
    assert not [name for name in release_names(target) if name.startswith(".")]
    return error.value.faults


def test_a_file_that_is_missing_changed_or_new_since_the_build_is_told(site: Path, target: Path) -> None:
    published(site, target)
    (site / "kecil.txt").unlink()
    (site / "data" / "program.csv").write_text("lain")
    (site / "titipan.html").write_text("<p>titipan</p>")
    assert refused(site, target) == [
        "kecil.txt: berkas hilang",
        "data/program.csv: isinya berubah sejak situs dibangun",
        "titipan.html: tidak ada dalam SHA256SUMS",
    ]


def test_a_build_cut_short_is_not_published(site: Path, target: Path) -> None:
    published(site, target)
    (site / "SHA256SUMS").unlink()
    with pytest.raises(FileNotFoundError, match="belum selesai"):
        published(site, target, NOON + 60)
    assert live_word(target) == "satu"


def test_a_link_that_leads_nowhere_is_told(site: Path, target: Path) -> None:
    page = site / "program" / "p0" / "index.html"
    page.write_text(page.read_text().replace("</body>", '<a href="../tiada/">x</a></body>'))
    write_sums(site)
    assert refused(site, target) == ["program/p0/index.html: ../tiada/: halaman atau berkas tidak ada"]


def test_a_site_that_lost_most_of_its_pages_is_taken_for_a_mistake(site: Path, target: Path) -> None:
    published(make_site(site, "banyak", pages=20), target)
    make_site(site, "sedikit", pages=8)
    assert refused(site, target) == ["situs ini 9 halaman, yang sedang tayang 21; lebih dari separuh hilang"]
    publish(site, LocalPlace(target), NOON + 60, quiet, fewer=True)
    assert live_word(target) == "sedikit"


def test_a_site_without_a_policy_is_not_published(site: Path, target: Path) -> None:
    for page in site.rglob("*.html"):
        page.write_text(page.read_text().replace("Content-Security-Policy", "x"))
    write_sums(site)
    assert "aturan keamanan" in refused(site, target)[0]


@pytest.mark.parametrize("inside", ["", "rilis", "a/b"])
def test_a_target_inside_the_site_is_refused(site: Path, inside: str) -> None:
    with pytest.raises(ValueError, match="di dalam situs"):
        published(site, site / inside)


def test_a_folder_that_holds_something_else_is_left_alone(site: Path, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "surat.txt").write_text("penting")
    with pytest.raises(ValueError, match=r"berisi hal lain \(surat.txt\)"):
        published(site, target)
    assert [path.name for path in target.iterdir()] == ["surat.txt"]


def test_a_folder_where_the_link_belongs_is_left_alone(site: Path, target: Path) -> None:
    (target / "kini").mkdir(parents=True)
    with pytest.raises(ValueError, match="bukan tautan rilis"):
        published(site, target)


@pytest.mark.parametrize("name", ["sa tu", "a;b", 'a"b', "a$b", "{a}", "a'b"])
def test_a_target_that_cannot_stand_in_settings_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="hanya memuat huruf"):
        LocalPlace(tmp_path / name)


# Back


def test_the_release_before_goes_online_again_with_a_new_time(site: Path, target: Path) -> None:
    first = published(site, target).release
    published(make_site(site, "dua"), target, NOON + 60)
    outcome = roll_back(LocalPlace(target), NOON + 120)
    assert (outcome.release.name, live_word(target)) == (first.name, "satu")
    assert (target / "kini" / "situs" / "index.html").stat().st_mtime == NOON + 120
    assert (target / "kini" / "situs" / "index.html.br").stat().st_mtime == NOON + 120
    assert (
        (target / "rilis.log")
        .read_text()
        .splitlines()[-1]
        .startswith(f"2026-11-24T12:02:00Z kembali {first.name}: 4 halaman")
    )


def test_readers_of_the_release_left_still_find_its_styles(site: Path, target: Path) -> None:
    published(site, target)
    left = served_assets(make_site(site, "dua"))
    published(site, target, NOON + 60)
    roll_back(LocalPlace(target), NOON + 120)
    assert left <= served(target)
    assert read_release((target / "kini" / "rilis.json").read_text()).carried.keys() == {
        name.removesuffix("/mesin.js") for name in left
    }


def test_going_back_twice_goes_further_back_and_a_name_leads_forward(site: Path, target: Path) -> None:
    names = [published(make_site(site, f"ke{n}"), target, NOON + n).release.name for n in range(3)]
    place = LocalPlace(target)
    assert [roll_back(place, NOON + 60).release.name, roll_back(place, NOON + 61).release.name] == [
        names[1],
        names[0],
    ]
    with pytest.raises(ValueError, match="tidak ada rilis yang lebih lama"):
        roll_back(place, NOON + 62)
    assert roll_back(place, NOON + 63, names[2]).release.name == names[2]
    assert live_word(target) == "ke2"
    with pytest.raises(ValueError, match="sudah tayang"):
        roll_back(place, NOON + 64, names[2])
    with pytest.raises(ValueError, match="tidak ada rilis lain"):
        roll_back(place, NOON + 64, "lain")


def test_what_is_published_after_going_back_is_the_newest(site: Path, target: Path) -> None:
    published(site, target)
    published(make_site(site, "dua"), target, NOON + 60)
    roll_back(LocalPlace(target), NOON + 120)
    assert published(make_site(site, "tiga"), target, NOON + 60).release.stamp == NOON + 121
    assert live_word(target) == "tiga"


def test_a_damaged_release_does_not_come_back(site: Path, target: Path) -> None:
    first = published(site, target).release
    published(make_site(site, "dua"), target, NOON + 60)
    (target / "rilis" / first.name / "situs" / "index.html.br").write_bytes(b"rusak")
    with pytest.raises(ValueError, match=r"rusak: situs/index\.html\.br"):
        roll_back(LocalPlace(target), NOON + 120)
    assert live_word(target) == "dua"


def test_going_back_where_nothing_is_online_is_refused(target: Path) -> None:
    with pytest.raises(ValueError, match="tidak ada rilis yang lebih lama"):
        roll_back(LocalPlace(target), NOON)


# Told beforehand


def test_a_dry_run_lists_what_would_change_and_writes_nothing(site: Path, target: Path) -> None:
    published(site, target)
    css = next(name for name in served_assets(site) if name.endswith(".css"))
    make_site(site, "satu", pages=4)
    (site / "data" / "program.csv").write_text("id,nama\n")
    write_sums(site)
    before = sorted(target.rglob("*"))
    said, change = changes(site, LocalPlace(target))
    assert change == (["program/p1/index.html"], ["data/program.csv"], [])
    assert said.pages == 5
    assert css not in change.changed
    assert sorted(target.rglob("*")) == before


def test_a_dry_run_to_a_place_that_does_not_exist_makes_none(site: Path, target: Path) -> None:
    _, change = changes(site, LocalPlace(target))
    assert len(change.missing) == 9
    assert not target.parent.exists()
