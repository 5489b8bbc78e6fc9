"""Releases on another host: the same as in a folder of this machine, over a shell that is told nothing unchecked."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from content_tools.release.compare import compare_folder
from content_tools.release.local import LocalPlace
from content_tools.release.place import Busy, Uncertain
from content_tools.release.publishing import Outcome, changes, publish, roll_back
from content_tools.release.remote import RemotePlace, is_remote
from content_tools.release.session import LineBroken, Session, ShellFailed
from tests.conftest import ROOT
from tests.release.other_host import pretended, real
from tests.release.sites import NOON, live_word, make_site, published, quiet, release_names


@pytest.fixture(params=["rsync tiruan", "rsync", pytest.param("sshd", marks=pytest.mark.slow)])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Another host, more and more real."""
    if request.param == "rsync" and shutil.which("rsync") is None:
        pytest.skip("rsync belum terpasang")
    with ExitStack() as stack:
        other = (
            real(tmp_path) if request.param == "sshd" else pretended(tmp_path, rsync=request.param != "rsync")
        )
        yield stack.enter_context(other)


@pytest.fixture
def pretend(tmp_path: Path) -> Iterator[str]:
    """Another host where nothing is real."""
    with pretended(tmp_path, rsync=True) as name:
        yield name


def sent(site: Path, host: str, target: Path, now: int = NOON, keep: int = 5) -> Outcome:
    """The site, put online on the other host."""
    return publish(site, RemotePlace(f"{host}:{target}"), now, quiet, keep=keep)


def files(target: Path) -> dict[str, tuple[bytes, int, int]]:
    """Everything the server reads there: content, mode, second."""
    folder = (target / "kini").resolve()
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes(),
            path.stat().st_mode,
            int(path.stat().st_mtime),
        )
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("rilis.json", "isi.sha256")
    }


def test_the_other_host_has_the_same_as_a_folder_here(host: str, tmp_path: Path) -> None:
    site, here, there = tmp_path / "site", tmp_path / "sini", tmp_path / "sana"
    for number, word in enumerate(("satu", "dua", "tiga")):
        make_site(site, word)
        for outcome in (
            published(site, here, NOON + number, keep=2),
            sent(site, host, there, NOON + number, keep=2),
        ):
            assert outcome.remarks == ()
    local = {
        name: (content.replace(bytes(here), bytes(there)), *rest)
        for name, (content, *rest) in files(here).items()
    }
    assert files(there) == local
    assert release_names(here) == release_names(there)
    assert len(release_names(there)) == 2
    assert compare_folder(there).good
    assert (there / "rilis.log").read_text() == (here / "rilis.log").read_text()
    back = [roll_back(place, NOON + 60).line for place in (LocalPlace(here), RemotePlace(f"{host}:{there}"))]
    assert back[0] == back[1]
    assert (live_word(there), compare_folder(there).good) == ("dua", True)
    local = {
        name: (content.replace(bytes(here), bytes(there)), *rest)
        for name, (content, *rest) in files(here).items()
    }
    assert files(there) == local
    place = RemotePlace(f"{host}:{there}")
    with place.reading():
        assert place.live() == os.readlink(there / "kini").removeprefix("rilis/")
        assert [release.name for release in place.releases()] == release_names(there)


def test_a_dry_run_writes_nothing_there(host: str, tmp_path: Path) -> None:
    site, target = make_site(tmp_path / "site"), tmp_path / "srv" / "situs"
    _, change = changes(site, RemotePlace(f"{host}:{target}"))
    assert (len(change.missing), target.parent.exists()) == (9, False)
    sent(site, host, target)
    before = sorted(target.rglob("*"))
    make_site(site, "satu", pages=4)
    _, change = changes(site, RemotePlace(f"{host}:{target}"))
    assert change == (["program/p1/index.html"], [], [])
    assert sorted(target.rglob("*")) == before


def test_what_is_the_same_is_not_sent_again(tmp_path: Path) -> None:
    if shutil.which("rsync") is None:
        pytest.skip("rsync belum terpasang")
    with pretended(tmp_path, rsync=False) as host:
        site, target = make_site(tmp_path / "site"), tmp_path / "srv"
        sent(site, host, target)
        sent(make_site(site, pages=4), host, target, NOON + 60)
    calls = [line for line in (tmp_path / "calls").read_text().splitlines() if "rsync --server" in line]
    assert ["--copy-dest" in line for line in calls] == [False, True]
    # Two files are two files: a page's time belongs to one release.
    assert {path.stat().st_nlink for path in target.rglob("index.html")} == {1}


# What an address may be


@pytest.mark.parametrize(
    ("address", "remote"),
    [
        ("operator@server.example:/srv/situs", True), ("server.example:/srv/situs", True), ("/srv/situs", False),
        ("situs", False), ("server.example:situs", False), ("-oProxyCommand=x:/srv", False), ("a b@c:/srv", False),
        ("operator@-oX:/srv", False), ("a@b@c:/srv", False), ("operator@$(reboot):/srv", False),
    ],
)  # fmt: skip
def test_an_address_on_another_host_is_known_by_its_form(address: str, remote: bool) -> None:
    assert is_remote(address) is remote


@pytest.mark.parametrize(
    "folder",
    ["/srv/$(reboot)", "/srv/a b", "/srv/a;reboot", "/srv/`reboot`", "/srv/'a", '/srv/"a', "/srv/../etc", "/srv/a\nb", "/srv/*"],
)  # fmt: skip
def test_a_folder_that_a_shell_could_misread_is_refused(folder: str) -> None:
    with pytest.raises(ValueError, match=r"alamat|hanya memuat huruf"):
        RemotePlace(f"operator@server.example:{folder}")


# When something fails


@pytest.fixture
def target(pretend: str, tmp_path: Path) -> Path:
    """A folder there, with a site online; another is built."""
    sent(make_site(tmp_path / "site"), pretend, tmp_path / "srv")
    make_site(tmp_path / "site", "dua")
    return tmp_path / "srv"


def goes_on(pretend: str, target: Path) -> None:
    """The site there is as it was, and publishing works now."""
    assert live_word(target) == "satu"
    sent(make_site(target.parent / "site", "tiga"), pretend, target, NOON + 120)
    assert live_word(target) == "tiga"
    assert not [name for name in release_names(target) if name.startswith(".")]
    assert sorted(path.name for path in target.iterdir()) == [".kunci", "kini", "rilis", "rilis.log"]


def test_sending_that_fails_is_told(pretend: str, target: Path) -> None:
    program = target.parent / "bin" / "rsync"
    good = program.read_text()
    program.write_text("#!/bin/sh\necho 'connection unexpectedly closed' >&2\nexit 12\n")
    with pytest.raises(OSError, match=r"pengiriman ke .* gagal: connection unexpectedly closed"):
        sent(target.parent / "site", pretend, target, NOON + 60)
    program.write_text(good)
    goes_on(pretend, target)


def test_a_file_that_was_damaged_on_the_way_is_told(pretend: str, target: Path) -> None:
    program = target.parent / "bin" / "rsync.py"
    good = program.read_text()
    program.write_text(f"{good}\nopen(os.path.join(target, 'situs/kecil.txt'), 'w').write('rusak')\n")
    with pytest.raises(OSError, match=r"situs/kecil\.txt: FAILED"):
        sent(target.parent / "site", pretend, target, NOON + 60)
    program.write_text(good)
    goes_on(pretend, target)


def test_two_publishers_do_not_meet_there(pretend: str, target: Path) -> None:
    with RemotePlace(f"{pretend}:{target}").locked(), pytest.raises(Busy, match="sedang berjalan"):
        sent(target.parent / "site", pretend, target, NOON + 60)
    with LocalPlace(target).locked(), pytest.raises(Busy, match="sedang berjalan"):
        sent(target.parent / "site", pretend, target, NOON + 60)
    with RemotePlace(f"{pretend}:{target}").locked(), pytest.raises(Busy, match="sedang berjalan"):
        published(target.parent / "site", target, NOON + 60)
    goes_on(pretend, target)


KILLED = """
import os, signal, sys
from pathlib import Path
from content_tools.release.publishing import publish
from content_tools.release.remote import RemotePlace

def tell(phase):
    if phase == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

publish(Path(sys.argv[1]), RemotePlace(sys.argv[2]), 1_795_521_660, tell)
"""


@pytest.mark.parametrize("phase", ["salin", "pasang", "tayang"])
def test_a_publisher_that_dies_holds_no_lock_there(pretend: str, target: Path, phase: str) -> None:
    command = [sys.executable, "-c", KILLED, str(target.parent / "site"), f"{pretend}:{target}", phase]
    assert subprocess.run(command, cwd=ROOT, timeout=60).returncode == -signal.SIGKILL
    # The other host's shell reads the end of its input and goes; wait for that as any second publisher would.
    subprocess.run(["flock", str(target / ".kunci"), "true"], check=True, timeout=20)
    goes_on(pretend, target)


def test_a_line_that_breaks_during_the_swap_leaves_it_open(
    pretend: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Session.run

    def breaks(session: Session, command: str, lines: tuple[str, ...] = ()) -> str:
        said = run(session, command, lines)
        if command.startswith("ln -s"):
            raise LineBroken("hubungan terputus")
        return said

    with monkeypatch.context() as patch, pytest.raises(Uncertain, match="mungkin sudah tayang"):
        patch.setattr(Session, "run", breaks)
        sent(target.parent / "site", pretend, target, NOON + 60)
    assert live_word(target) == "dua"


def test_what_was_left_half_done_there_is_removed(pretend: str, target: Path) -> None:
    (target / "rilis" / ".baru-20261124T120000Z-00000000" / "situs").mkdir(parents=True)
    (target / ".kini-baru").symlink_to("rilis/tiada")
    goes_on(pretend, target)


def test_a_host_that_lacks_a_program_says_which(
    pretend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in ("sh", "rsync", "ssh", "mkdir", "sha256sum"):
        (few / name).symlink_to(shutil.which(name) or "")
    monkeypatch.setenv("PATH", str(few))
    with pytest.raises(ShellFailed, match="program flock belum terpasang di server"):
        sent(make_site(tmp_path / "site"), pretend, tmp_path / "srv")


def test_a_host_that_cannot_be_reached_is_told(pretend: str, tmp_path: Path) -> None:
    (tmp_path / "bin" / "ssh").write_text(
        "#!/bin/sh\necho 'ssh: connect to host server.example port 22: refused' >&2\nexit 255\n"
    )
    with pytest.raises(LineBroken, match=r"terputus: ssh: connect to host server\.example port 22: refused"):
        sent(make_site(tmp_path / "site"), pretend, tmp_path / "srv")


def test_a_folder_there_that_holds_something_else_is_left_alone(pretend: str, tmp_path: Path) -> None:
    (tmp_path / "srv").mkdir()
    (tmp_path / "srv" / "surat.txt").write_text("penting")
    with pytest.raises(ShellFailed, match="berisi hal lain"):
        sent(make_site(tmp_path / "site"), pretend, tmp_path / "srv")
    (tmp_path / "lain" / "kini").mkdir(parents=True)
    with pytest.raises(ShellFailed, match="bukan tautan rilis"):
        sent(tmp_path / "site", pretend, tmp_path / "lain")
    assert [path.name for path in (tmp_path / "srv").iterdir()] == ["surat.txt"]


def test_a_damaged_release_there_does_not_come_back(pretend: str, target: Path) -> None:
    first = os.readlink(target / "kini")
    sent(target.parent / "site", pretend, target, NOON + 60)
    (target / first / "situs" / "index.html.br").write_bytes(b"rusak")
    with pytest.raises(ValueError, match=r"rusak: situs/index\.html\.br: FAILED"):
        roll_back(RemotePlace(f"{pretend}:{target}"), NOON + 120)
    assert live_word(target) == "dua"


def test_a_shell_that_greets_is_understood(pretend: str, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "ssh"
    program.write_text(program.read_text().replace("exec sh", "echo 'Selamat datang di server.'\nexec sh"))
    sent(make_site(tmp_path / "site"), pretend, tmp_path / "srv")
    place = RemotePlace(f"{pretend}:{tmp_path / 'srv'}")
    with place.reading():
        assert len(place.releases()) == 1
