"""Pushes to a city's own server: what is good goes online, what is broken leaves the site as it is, and readers notice nothing."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hosts.own_server import OwnServer, server_folder, visible
from tests.release.servers import ask, included, nginx_running
from tests.release.sites import live_word, release_names
from tests.tools import webhook

MAKEFILE = f"""\
site:
	@test "$$(cat kata)" != rusak || {{ echo "kata:1: galat: kata rusak" >&2; exit 1; }}
	@test "$$(cat kata)" != lama || {{ touch "$(HOME)/mulai"; sleep 2; }}
	@mkdir -p .venv/bin && ln -sf "{Path(sys.executable).parent}/masterplan" .venv/bin/masterplan
	@"{sys.executable}" masak.py "$$(cat kata)"
	@echo "untuk $$SITE_URL pada $${{SOURCE_DATE_EPOCH:-hari commit}}"
ready:
	@echo "diperiksa"
"""
"""A project small enough to be built in a moment; everything around it is real."""

COOK = f"""\
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.release.sites import make_site
make_site(Path("site"), sys.argv[1])
"""


@pytest.fixture
def server() -> Iterator[OwnServer]:
    """A small project on a server, not yet pushed."""
    with server_folder("server-") as folder:
        own = OwnServer(folder)
        own.run("git", "init", "--quiet", "--bare", own.bare)
        own.run("git", "init", "--quiet", "--initial-branch=main", own.copy)
        (own.copy / "Makefile").write_text(MAKEFILE, "utf-8")
        (own.copy / "masak.py").write_text(COOK, "utf-8")
        own.begin()
        yield own


def word(server: OwnServer, text: str) -> str:
    """The word that the site shows is changed in the copy of who pushes; returns the commit."""
    server.run("sh", "-c", f"echo {text} >kata", cwd=server.copy)
    return server.commit(text)


def until(true: Callable[[], bool]) -> None:
    """Wait for something that happens in other processes."""
    for _ in range(600):
        if true():
            return
        time.sleep(0.02)
    raise TimeoutError


@contextmanager
def reader(url: str) -> Iterator[list[tuple[int, str]]]:
    """Somebody who asks for the home page all the while; yields what they saw, without repetitions."""
    seen: list[tuple[int, str]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            answer = ask(url, "/")
            found = (answer.status, answer.body.decode().partition("<p>")[2].partition("</p>")[0])
            if found not in seen[-1:]:
                seen.append(found)
            time.sleep(0.005)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def test_good_broken_and_good_again_while_somebody_reads(server: OwnServer) -> None:
    word(server, "satu")
    first = server.push()
    assert "Setelan server baru" in first
    with nginx_running(included(server.target)) as (url, _), reader(url) as seen:
        word(server, "rusak")
        broken = server.push()
        assert live_word(server.target) == "satu"
        commit = word(server, "dua")
        good = server.push()
        until(lambda: (200, "dua") in seen)
    assert seen == [(200, "satu"), (200, "dua")]
    assert "kata:1: galat: kata rusak" in broken
    assert "GAGAL saat memasang dan membangun. Situs yang tayang tidak berubah." in broken
    assert f"Catatan lengkap: {server.bare}/masterplan/catatan/" in broken
    assert good.splitlines()[0] == f"Commit {commit[:12]} dari cabang main"
    assert "untuk https://situs.kota.example/ pada hari commit" in good
    assert re.search(
        r"^Menerbitkan: \d+,\d detik\nSelesai: \d+ detik\. Periksa di https://situs\.kota\.example/$",
        good,
        re.M,
    )
    assert server.logs() == [text + "\n" for text in (first, broken, good)]


@pytest.mark.slow
def test_this_project_goes_online_by_a_push_and_a_broken_record_does_not() -> None:
    with server_folder("server-") as folder:
        server = OwnServer(folder)
        server.begin_with_this_project()
        address = server.renamed("pertama")
        assert "Selesai" in server.push()
        with nginx_running(included(server.target)) as (url, _), reader(url) as seen:
            assert visible(url, address, "pertama")
            server.git("branch", "baik")
            server.renamed("kedua", status="entah")
            broken = server.push()
            assert visible(url, address, "pertama")
            server.git("reset", "--quiet", "--hard", "baik")
            server.renamed("ketiga")
            good = server.push("+HEAD:main")
            assert visible(url, address, "ketiga")
    assert {status for status, _ in seen} == {200}
    assert re.search(r"data/program/[\w-]+\.yml:\d+:\d+: galat: status: ", broken)
    assert "GAGAL saat memasang dan membangun. Situs yang tayang tidak berubah." in broken
    assert "Selesai" in good


def test_only_the_published_branch_goes_online(server: OwnServer) -> None:
    word(server, "satu")
    assert server.push("HEAD:usulan") == ""
    server.push()
    assert server.push(":usulan") == ""
    assert len(server.logs()) == 1


def test_a_second_push_waits_and_the_newest_is_online_once(server: OwnServer) -> None:
    word(server, "lama")
    first = server.pushing()
    until((server.folder / "mulai").exists)
    commit = word(server, "dua")
    told = server.push()
    assert first.wait(60) == 0
    assert told.startswith(f"Penerbitan lain sedang berjalan; menunggu giliran …\nCommit {commit[:12]} dari")
    assert live_word(server.target) == "dua"
    assert len(release_names(server.target)) == 2
    # Told again of the same commit, the server has nothing to do.
    again = server.run(server.hook, "--fetch")
    assert again.returncode != 0, "there is no origin"
    server.run("git", "remote", "add", "origin", server.copy, cwd=server.bare)
    again = server.run(server.hook, "--fetch")
    assert (
        again.stdout.splitlines()[-1]
        == f"Commit {commit[:12]} sudah diterbitkan; untuk menerbitkannya lagi: post-receive --today"
    )


def test_who_pushed_may_leave(server: OwnServer) -> None:
    word(server, "lama")
    push = server.pushing()
    until((server.folder / "mulai").exists)
    os.killpg(push.pid, signal.SIGHUP)
    push.wait(10)
    until(lambda: bool(server.logs()) and "Selesai" in server.logs()[-1])
    assert live_word(server.target) == "lama"


def test_after_the_power_failed_the_next_push_goes_online(server: OwnServer) -> None:
    word(server, "satu")
    server.push()
    server.run("sh", "-c", f"rm -f {server.folder}/mulai")
    word(server, "lama")
    push = server.pushing()
    until((server.folder / "mulai").exists)
    killed = 0
    for status in Path("/proc").glob("[0-9]*/environ"):
        try:
            ours = f"HOME={server.folder}\0".encode() in status.read_bytes()
        except OSError:
            continue
        if ours:
            os.kill(int(status.parent.name), signal.SIGKILL)
            killed += 1
    assert killed > 1
    push.wait(10)
    assert live_word(server.target) == "satu"
    word(server, "dua")
    assert "Selesai" in server.push()
    assert live_word(server.target) == "dua"


def left_behind(server: OwnServer) -> Path:
    """A build leaves things in its folder, which is returned."""
    word(server, "satu")
    server.push()
    work = server.bare / "masterplan" / "kerja"
    server.run("sh", "-c", "echo nol >kata; mkdir .cache; touch sisa .venv/tetap .cache/tetap", cwd=work)
    return work


def test_packages_and_history_are_kept_for_the_next_build_and_nothing_else(server: OwnServer) -> None:
    work = left_behind(server)
    word(server, "dua")
    server.push()
    assert live_word(server.target) == "dua"
    assert not (work / "sisa").exists()
    assert (work / ".venv" / "tetap").exists()
    assert (work / ".cache" / "tetap").exists()


def test_a_damaged_folder_of_the_build_is_made_anew(server: OwnServer) -> None:
    work = left_behind(server)
    server.run("rm", "-r", work / ".git" / "objects")
    word(server, "tiga")
    assert "Selesai" in server.push()
    assert live_word(server.target) == "tiga"
    assert not (work / ".venv" / "tetap").exists()


def test_a_target_that_may_not_be_written_is_told_and_the_site_stays(server: OwnServer) -> None:
    word(server, "satu")
    server.push()
    server.run("chmod", "a-w", server.target / "rilis")
    word(server, "dua")
    told = server.push()
    server.run("chmod", "u+w", server.target / "rilis")
    assert "tidak ada izin menulis" in told
    assert "Situs yang tayang tidak berubah." in told
    assert live_word(server.target) == "satu"


def test_the_weekly_run_builds_the_same_commit_for_its_own_day(server: OwnServer) -> None:
    word(server, "satu")
    server.push()
    before = time.time()
    done = server.run(server.hook, "--today")
    assert done.returncode == 0, done.stdout
    (day,) = re.findall(r"untuk \S+ pada (\d+)", done.stdout)
    assert before - 1 <= int(day) <= time.time()
    assert len(release_names(server.target)) == 2


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("SITE_URL=https://situs.kota.example/\n", "TARGET belum diisi di "),
        ("TARGET=/srv/situs\n", "SITE_URL belum diisi di "),
        ("TARGET=/srv/situs\nSITUS = ya\n", "baris “SITUS = ya” di "),
        ("PATH=/tmp\n", "baris “PATH=/tmp” di "),
    ],
)
def test_settings_that_cannot_be_used_are_named(server: OwnServer, settings: str, told: str) -> None:
    server.begin(settings)
    word(server, "satu")
    said = server.push()
    assert said.startswith("Situs tidak diterbitkan: ")
    assert told in said
    assert not server.target.exists()


def test_missing_settings_are_named(server: OwnServer) -> None:
    server.run("rm", server.bare / "masterplan.conf")
    word(server, "satu")
    assert "masterplan.conf belum ada. Contohnya .ci/masterplan.conf dalam proyek." in server.push()


def test_the_example_of_settings_is_one_that_can_be_used(server: OwnServer) -> None:
    example = (ROOT / ".ci" / "masterplan.conf").read_text("utf-8")
    filled = (
        example.replace("/srv/situs\n", f"{server.target}\n")
        .replace("#BRANCH", "BRANCH")
        .replace("#REPO_URL", "REPO_URL")
    )
    server.begin(filled)
    word(server, "satu")
    assert "Selesai" in server.push()


def test_an_option_that_nobody_knows_is_refused(server: OwnServer) -> None:
    done = server.run(server.hook, "--besok")
    assert (done.returncode, done.stdout) == (
        2,
        "Pilihan “--besok” tidak dikenal; yang ada: --fetch, --today.\n",
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="hanya root dapat mencobanya")
def test_root_is_refused(server: OwnServer) -> None:
    word(server, "satu")
    server.user = ()
    server.run("git", "config", "--global", "safe.directory", "*")
    said = server.push()
    assert "tidak boleh berjalan sebagai root" in said
    assert not server.target.exists()


def signed(secret: str, body: bytes) -> dict[str, str]:
    """As Forgejo, Gitea, and GitHub sign."""
    return {"X-Hub-Signature-256": "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}


def sent(url: str, body: bytes, headers: dict[str, str]) -> int:
    """The status that a forge gets."""
    request = urllib.request.Request(url, body, {"Content-Type": "application/json", **headers})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_forge_elsewhere_says_that_something_changed(server: OwnServer) -> None:
    # The repository on the server is a mirror; people push to the forge's.
    forge = server.folder / "tempat-lain.git"
    server.run("git", "init", "--quiet", "--bare", forge)
    server.run("git", "remote", "add", "origin", forge, cwd=server.bare)
    word(server, "satu")
    server.git("push", "--quiet", forge, "HEAD:main")
    settings = server.folder / "webhook.yml"
    text = (ROOT / ".ci" / "webhook.yml").read_text("utf-8")
    settings.write_text(text.replace("/srv/masterplan.git", str(server.bare)), "utf-8")
    main = json.dumps({"ref": "refs/heads/main", "repository": {"name": "; touch nakal"}}).encode()
    other = json.dumps({"ref": "refs/heads/usulan"}).encode()
    secret = 'rahasia "uji"'
    with webhook.running(webhook.required(), settings, secret, server.command()) as url:
        assert sent(url, main, {}) == 403
        assert sent(url, main, signed("salah", main)) == 403
        assert sent(url, main, signed("", main)) == 403
        assert sent(url, main, {"X-Gitlab-Token": ""}) == 403
        assert sent(url, other, signed(secret, main)) == 403
        assert server.logs() == []
        assert sent(url, main, signed(secret, main)) == 200
        until(lambda: bool(server.logs()) and "Selesai" in server.logs()[-1])
        assert live_word(server.target) == "satu"
        word(server, "dua")
        server.git("push", "--quiet", forge, "HEAD:main")
        assert sent(url, main, {"X-Gitlab-Token": secret}) == 200
        until(lambda: len(server.logs()) == 2 and "Selesai" in server.logs()[-1])
        assert live_word(server.target) == "dua"
        assert "Mengambil cabang main" in server.logs()[-1]
        # A word about another branch, or a first greeting, is welcome too: where nothing moved nothing is done.
        assert sent(url, other, signed(secret, other)) == 200


def test_without_a_secret_the_receiver_does_not_start() -> None:
    receiver = webhook.running(webhook.required(), ROOT / ".ci" / "webhook.yml", "")
    with pytest.raises(RuntimeError, match="couldn't load any hooks"), receiver:
        pass
