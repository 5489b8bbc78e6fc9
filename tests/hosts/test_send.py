"""The step that sends a built site to the city's server: the key stays in memory, the server is one that was named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.release.other_host import pretended
from tests.release.sites import live_word, make_site
from tests.tools import debian

HELP = "Tes ini memerlukan ssh-agent, ssh-add, dan ssh-keygen: sudo apt-get install -y openssh-client"
LINE = "server.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A project with a built site, a home, and a host that is this machine."""
    for program in ("ssh-agent", "ssh-add", "ssh-keygen"):
        debian.required(shutil.which(program), HELP)
    project, home = tmp_path / "proyek", tmp_path / "rumah"
    (project / ".ci").mkdir(parents=True)
    home.mkdir()
    shutil.copy(ROOT / ".ci" / "send", project / ".ci")
    (project / ".venv").symlink_to(sys.prefix)
    make_site(project / "site", "satu")
    with pretended(tmp_path, rsync=True):
        programs = tmp_path / "bin"
        (programs / "getent").write_text(f"#!/bin/sh\necho x:x:0:0::{home}:/bin/sh\n", "utf-8")
        (programs / "getent").chmod(0o755)
        # What the agent holds while ssh runs.
        shell = (programs / "ssh").read_text("utf-8")
        keys = f'#!/bin/sh\nssh-add -L >>"{tmp_path}/dipegang"\n'
        (programs / "ssh").write_text(shell.replace("#!/bin/sh\n", keys, 1), "utf-8")
        yield project


def send(project: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The step as a host runs it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SSH_")}
    return subprocess.run(
        ["bash", ".ci/send"],
        cwd=project,
        env={**environment, **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_site_is_sent_with_a_key_that_is_never_written_down(project: Path, tmp_path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{tmp_path}/kunci"], check=True)
    key = (tmp_path / "kunci").read_text("utf-8")
    (tmp_path / "kunci").unlink()
    done = send(project, TARGET=f"operator@server.example:{tmp_path}/srv", KEY=key, HOSTS=LINE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert live_word(tmp_path / "srv") == "satu"
    assert (tmp_path / "rumah" / ".ssh" / "known_hosts").read_text("utf-8") == f"{LINE}\n"
    public = (tmp_path / "kunci.pub").read_text("utf-8").split()[1]
    assert public in (tmp_path / "dipegang").read_text("utf-8")
    secret = key.splitlines()[2]
    told = [
        done.stdout,
        done.stderr,
        *(path.read_text("utf-8", "replace") for path in tmp_path.rglob("*") if path.is_file()),
    ]
    assert not any(secret in text for text in told)


@pytest.mark.parametrize("missing", ["TARGET", "KEY", "HOSTS"])
def test_what_is_missing_is_named(project: Path, tmp_path: Path, missing: str) -> None:
    given = {"TARGET": f"operator@server.example:{tmp_path}/srv", "KEY": "x", "HOSTS": LINE}
    done = send(project, **(given | {missing: ""}))
    assert done.returncode == 2
    assert done.stderr.startswith(f"{missing} belum diisi")
    assert not (tmp_path / "rumah" / ".ssh").exists()


def test_a_key_that_is_none_sends_nothing(project: Path, tmp_path: Path) -> None:
    done = send(project, TARGET=f"operator@server.example:{tmp_path}/srv", KEY="bukan kunci", HOSTS=LINE)
    assert done.returncode != 0
    assert not (tmp_path / "srv").exists()
