"""The commands as an administrator types them: what is printed, the exit status, and what became of the site online."""

from __future__ import annotations

import argparse
import fcntl
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from content_tools.cli import release
from tests.conftest import serving
from tests.release.other_host import pretended
from tests.release.sites import live_word, make_site

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit status, output and errors of one command."""
    parser = argparse.ArgumentParser()
    release.add(parser.add_subparsers(required=True))

    def one(*words: object) -> tuple[int, str, str]:
        chosen = parser.parse_args([str(word) for word in words])
        status = chosen.run(chosen)
        told = capsys.readouterr()
        return status, told.out, told.err

    return one


def test_publishing_prints_the_line_of_the_log_and_what_to_reload(run: Run, tmp_path: Path) -> None:
    site, target = make_site(tmp_path / "site"), tmp_path / "srv"
    status, told, phases = run("publish", site, "--to", target)
    assert status == 0
    first, second = told.splitlines()
    assert f"{first}\n" == (target / "rilis.log").read_text()
    assert second == (
        f"Setelan server baru: salin {target}/kini/nginx.conf atau Caddyfile ke tempatnya, lalu muat ulang server."
    )
    assert phases.splitlines() == [
        "Menyalin situs …", "Memeriksa salinan …", "Memampatkan …", "Memasang rilis …", "Menayangkan …", "Merapikan …",
    ]  # fmt: skip
    assert run("publish", site, "--to", target)[1].count("\n") == 1


def test_each_publication_says_that_the_site_is_not_to_be_indexed(run: Run, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", noindex=True)
    for _ in range(2):
        assert "Situs ini memuat noindex: mesin pencari diminta tidak mencatatnya" in run(
            "publish", site, "--to", tmp_path / "srv"
        )[1]  # fmt: skip
    assert "memuat noindex" in run("publish", site, "--to", tmp_path / "srv", "--dry-run")[1]


def test_a_dry_run_lists_what_would_change(run: Run, tmp_path: Path) -> None:
    site, target = make_site(tmp_path / "site"), tmp_path / "srv"
    run("publish", site, "--to", target)
    make_site(site, pages=4)
    status, told, _ = run("publish", site, "--to", target, "--dry-run")
    assert (status, told) == (
        0, "+ program/p1/index.html\n1 berkas baru, 0 berubah, 0 hilang; 5 halaman. Tidak ada yang ditulis.\n",
    )  # fmt: skip


def test_a_site_that_is_not_whole_is_refused_with_every_fault(run: Run, tmp_path: Path) -> None:
    site, target = make_site(tmp_path / "site"), tmp_path / "srv"
    run("publish", site, "--to", target)
    (site / "kecil.txt").unlink()
    for more in ((), ("--dry-run",)):
        status, told, errors = run("publish", site, "--to", target, *more)
        assert (status, told) == (1, "")
        assert errors.endswith(
            "Situs tidak diterbitkan:\n  kecil.txt: berkas hilang\nSitus yang tayang tidak berubah.\n"
        )


def test_a_build_cut_short_is_refused(run: Run, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (site / "SHA256SUMS").unlink()
    status, _, errors = run("publish", site, "--to", tmp_path / "srv")
    assert status == 2
    assert "pembangunan situs belum selesai; jalankan: make site. Situs yang tayang tidak berubah." in errors


def test_a_second_publisher_is_told_to_wait(run: Run, tmp_path: Path) -> None:
    site, target = make_site(tmp_path / "site"), tmp_path / "srv"
    run("publish", site, "--to", target)
    with (target / ".kunci").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, _, errors = run("publish", site, "--to", target)
    assert status == 1
    assert errors.startswith("Tidak diterbitkan: penerbitan lain ke ")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (28, "disk penuh; kosongkan ruang, lalu terbitkan lagi (/srv/x). Situs yang tayang tidak berubah."),
        (30, "disk hanya dapat dibaca; pasang agar dapat ditulisi (/srv/x). Situs"),
        (13, "tidak ada izin menulis; periksa pemilik foldernya (/srv/x). Situs"),
        (5, "[Errno 5] apa: '/srv/x'. Situs"),
    ],
)
def test_a_disk_that_fails_is_told_in_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, "apa", "/srv/x")

    monkeypatch.setattr(release, "publish", fails)
    status, _, errors = run("publish", make_site(tmp_path / "site"), "--to", tmp_path / "srv")
    assert status == 2
    assert errors.startswith(f"Tidak diterbitkan: {words}")


@pytest.mark.parametrize("number", ["1", "0", "-3", "dua"])
def test_the_release_to_go_back_to_is_always_kept(run: Run, tmp_path: Path, number: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run("publish", tmp_path, "--to", tmp_path / "srv", f"--keep={number}")
    assert ended.value.code == 2


def test_going_back_and_the_list_of_releases(run: Run, tmp_path: Path) -> None:
    site, target = tmp_path / "site", tmp_path / "srv"
    assert run("releases", target) == (0, f"Belum ada rilis di {target}.\n", "")
    for word in ("satu", "dua"):
        run("publish", make_site(site, word), "--to", target)
    listed = run("releases", target)[1].splitlines()
    assert [line[:7] for line in listed] == ["       ", "tayang "]
    assert re.fullmatch(r" {7}\d{8}T\d{6}Z-[0-9a-f]{8} 4 halaman, 9 berkas, \d+ bita", listed[0])
    status, told, _ = run("rollback", target)
    assert (status, " kembali " in told, live_word(target)) == (0, True, "satu")
    assert [line[:7] for line in run("releases", target)[1].splitlines()] == ["tayang ", "       "]
    status, _, errors = run("rollback", target)
    assert (status, errors) == (
        2, "Tidak diterbitkan: tidak ada rilis yang lebih lama. Situs yang tayang tidak berubah.\n",
    )  # fmt: skip
    assert run("rollback", target, listed[1].split()[1])[0] == 0
    assert live_word(target) == "dua"


def test_verifying_says_what_is_the_same_and_what_is_not(run: Run, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    assert run("verify", site) == (0, "9 berkas sama; 0 hilang, 0 berbeda, 0 tidak terdaftar.\n", "")
    with serving(site, None) as url:
        assert run("verify", url)[0] == 0
        assert run("verify", url, "--with", make_site(tmp_path / "lain", "dua"))[0] == 1
        (site / "kecil.txt").write_text("lain")
        assert run("verify", url) == (
            1, "berbeda: kecil.txt\n8 berkas sama; 0 hilang, 1 berbeda, 0 tidak terdaftar.\n", "",
        )  # fmt: skip


def test_both_archives_are_named_with_their_size(run: Run, tmp_path: Path) -> None:
    status, told, _ = run("archive", make_site(tmp_path / "site"), "--to", tmp_path / "arsip")
    size = (tmp_path / "arsip" / "situs.zip").stat().st_size
    assert status == 0
    assert (
        told.splitlines()[1] == f"{tmp_path}/arsip/situs.zip: {size} bita. Buka situs/index.html di dalamnya."
    )


def test_another_host_is_published_to_by_its_address(run: Run, tmp_path: Path) -> None:
    with pretended(tmp_path, rsync=True) as host:
        address = f"{host}:{tmp_path / 'srv'}"
        assert run("releases", address) == (0, f"Belum ada rilis di {tmp_path / 'srv'}.\n", "")
        for word in ("satu", "dua"):
            assert run("publish", make_site(tmp_path / "site", word), "--to", address)[0] == 0
        assert run("rollback", address)[0] == 0
        assert len(run("releases", address)[1].splitlines()) == 2
    assert live_word(tmp_path / "srv") == "satu"
