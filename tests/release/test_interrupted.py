"""Whatever cuts publishing short, the site online stays as it was, and the next time works."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from content_tools.release.compare import compare_folder
from content_tools.release.local import LocalPlace
from content_tools.release.place import Busy
from content_tools.release.publishing import PHASES, roll_back
from tests.conftest import ROOT
from tests.release.sites import NOON, live_word, make_site, published, release_names

PUBLISH = """
import os, resource, signal, sys
from pathlib import Path
from content_tools.release.local import LocalPlace
from content_tools.release.publishing import publish

site, target, last, most, user = sys.argv[1:]
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))

def tell(phase):
    print(phase, flush=True)
    if phase == last:
        os.kill(os.getpid(), signal.SIGKILL)

if user:
    os.setuid(int(user))
publish(Path(site), LocalPlace(Path(target)), 1_795_521_660, tell)
"""
"""Publishing in a process of its own: it dies as a phase begins, may not write large files, is another user."""

NOBODY = "65534"


def process(
    site: Path, target: Path, last: str = "", most: str = "", user: str = ""
) -> subprocess.Popen[str]:
    """Publishing, under way."""
    return subprocess.Popen(
        [sys.executable, "-c", PUBLISH, str(site), str(target), last, most, user],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


@pytest.fixture
def target() -> Iterator[Path]:
    """A folder that any user may look into, with a site online."""
    with tempfile.TemporaryDirectory(prefix="tayang-") as folder:
        Path(folder).chmod(0o755)
        target = Path(folder, "situs")
        published(make_site(Path(folder, "site")), target)
        make_site(Path(folder, "site"), "dua")
        yield target


def goes_on(target: Path) -> None:
    """The site online is as it was, and publishing works now."""
    published(make_site(target.parent / "site", "tiga"), target, NOON + 120)
    assert live_word(target) == "tiga"
    assert not [name for name in release_names(target) if name.startswith(".")]
    assert sorted(path.name for path in target.iterdir()) == [".kunci", "kini", "rilis", "rilis.log"]


@pytest.mark.parametrize("phase", PHASES)
def test_killed_as_a_phase_begins(target: Path, phase: str) -> None:
    killed = process(target.parent / "site", target, last=phase)
    assert killed.wait(60) == -signal.SIGKILL
    assert live_word(target) == ("dua" if phase == "rapikan" else "satu")
    goes_on(target)


@pytest.mark.slow
def test_killed_at_any_moment(target: Path) -> None:
    make_site(target.parent / "site", "dua", pages=6)
    start = time.monotonic()
    assert process(target.parent / "site", target).wait(60) == 0
    whole = time.monotonic() - start
    words = {"satu", "dua"}
    for number in range(30):
        word = f"ke{number}"
        make_site(target.parent / "site", word, pages=6)
        running = process(target.parent / "site", target)
        with suppress(subprocess.TimeoutExpired):
            running.wait(whole * number / 30)
        running.kill()
        running.wait()
        words.add(word)
        assert live_word(target) in words
        assert compare_folder(target).good
    goes_on(target)


def test_killed_while_going_back(target: Path) -> None:
    second = published(target.parent / "site", target, NOON + 60).release

    class Dies(LocalPlace):
        def switch(self, release: str) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        roll_back(Dies(target), NOON + 90)
    assert os.readlink(target / "kini").endswith(second.name)
    assert roll_back(LocalPlace(target), NOON + 90).release.stamp == NOON + 91
    assert live_word(target) == "satu"
    goes_on(target)


def test_what_was_left_half_done_is_removed(target: Path) -> None:
    for name in (".baru-20261124T120000Z-00000000", ".buang-20261124T120000Z-00000000"):
        (target / "rilis" / name / "situs").mkdir(parents=True)
        (target / "rilis" / name / "situs" / "index.html").write_text("<p>sisa</p>")
    (target / ".kini-baru").symlink_to("rilis/tiada")
    goes_on(target)


def test_two_publishers_do_not_meet(target: Path) -> None:
    with (target / ".kunci").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Busy, match="sedang berjalan"):
            published(target.parent / "site", target, NOON + 60)
        with pytest.raises(Busy, match="sedang berjalan"):
            roll_back(LocalPlace(target), NOON + 60)
    assert live_word(target) == "satu"
    goes_on(target)


def test_a_dead_publisher_holds_no_lock(target: Path) -> None:
    running = process(target.parent / "site", target, last="pasang")
    running.wait(60)
    assert (target / ".kunci").exists()
    goes_on(target)


def test_a_disk_that_is_full(target: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("hanya root dapat memasang disk kecil")
    disk = target.parent / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=755", "kecil", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("di sini tidak dapat memasang disk kecil")
    try:
        site = target.parent / "site"
        published(make_site(site), disk / "situs")
        make_site(site, "dua")
        fill = disk / "penuh"
        with suppress(OSError), fill.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        with pytest.raises(OSError, match="No space left"):
            published(site, disk / "situs", NOON + 60)
        assert live_word(disk / "situs") == "satu"
        assert len(release_names(disk / "situs")) == 1
        fill.unlink()
        published(site, disk / "situs", NOON + 60)
        assert live_word(disk / "situs") == "dua"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_above_the_limit(target: Path) -> None:
    failed = process(target.parent / "site", target, most="500")
    assert "File too large" in failed.communicate(timeout=60)[1]
    assert live_word(target) == "satu"
    goes_on(target)


def test_a_folder_of_somebody_else(target: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("hanya root dapat menjadi pengguna lain")
    failed = process(target.parent / "site", target, user=NOBODY)
    assert "PermissionError" in failed.communicate(timeout=60)[1]
    assert live_word(target) == "satu"
    goes_on(target)


def test_a_disk_that_can_only_be_read(target: Path) -> None:
    if (
        os.geteuid() != 0
        or subprocess.run(["mount", "--bind", target, target], capture_output=True).returncode
    ):
        pytest.skip("di sini tidak dapat memasang disk hanya-baca")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(target)], check=True)
        with pytest.raises(OSError, match="Read-only"):
            published(target.parent / "site", target, NOON + 60)
        assert live_word(target) == "satu"
    finally:
        subprocess.run(["umount", str(target)], check=True)
    goes_on(target)


def test_what_fails_after_the_swap_is_told_and_the_site_is_online(target: Path) -> None:
    (target / "rilis.log").unlink()
    (target / "rilis.log").mkdir()
    outcome = published(target.parent / "site", target, NOON + 60)
    assert live_word(target) == "dua"
    assert len(outcome.remarks) == 1
    assert "catatan rilis tidak dapat ditulis" in outcome.remarks[0]


@pytest.mark.skipif(os.geteuid() != 0, reason="hanya root dapat mencobanya")
def test_root_leaves_the_folder_of_somebody_else_alone(target: Path) -> None:
    # A number that no user here has a name for: so it is in a container.
    os.chown(target, 61234, 61234)
    with pytest.raises(
        ValueError, match=r"milik pengguna lain; jalankan sebagai pengguna itu: sudo -u '#61234'"
    ):
        published(target.parent / "site", target, NOON + 60)
    with pytest.raises(ValueError, match="milik"):
        roll_back(LocalPlace(target), NOON + 60)
    assert live_word(target) == "satu"


def test_what_cannot_be_removed_stands_in_nobodys_way(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (target / "rilis" / ".buang-20261124T120000Z-00000000" / "situs").mkdir(parents=True)

    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "rmdir", refuse)
        published(target.parent / "site", target, NOON + 60)
    assert live_word(target) == "dua"
    goes_on(target)
