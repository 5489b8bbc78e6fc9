"""Another host without a network: `ssh` and `rsync` on the PATH that stay on this machine, or a real sshd on loopback."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tools import debian
from tests.tools.ports import free_port, until_answered

HELP = """\
Tes ini memerlukan sshd, ssh-keygen, dan rsync.
  Debian, Ubuntu: sudo apt-get install -y openssh-server rsync"""

SSH = """\
#!/bin/sh
# Options away, then the host; the rest runs here, as on the host.
echo "$*" >>"{calls}"
while :; do case $1 in -o | -l) shift 2 ;; -T) shift ;; --) shift; break ;; *) break ;; esac; done
shift
exec sh -c "$*"
"""

RSYNC = """\
import os, shutil, sys
options = [word for word in sys.argv[1:] if word.startswith("--") and word != "--"]
assert set(options) <= {"--recursive", "--times", "--checksum", "--chmod=D755,F644", "--timeout=120"} | {
    word for word in options if word.startswith("--copy-dest=../")
}, options
source, target = sys.argv[-2], sys.argv[-1].split(":", 1)[1]
shutil.copytree(source, target, dirs_exist_ok=True)
"""


def _program(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    path.chmod(0o755)


@contextmanager
def pretended(folder: Path, *, rsync: bool) -> Iterator[str]:
    """`operator@server.example` is this machine; yields that name. `rsync` pretends that program too."""
    programs = folder / "bin"
    programs.mkdir()
    _program(programs / "ssh", SSH.format(calls=folder / "calls"))
    if rsync:
        (programs / "rsync.py").write_text(RSYNC, "utf-8")
        # Through a shell: the way to Python may hold a space.
        _program(programs / "rsync", f'#!/bin/sh\nexec "{sys.executable}" "{programs}/rsync.py" "$@"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        yield "operator@server.example"


@contextmanager
def real(folder: Path) -> Iterator[str]:
    """A real sshd on a free port of loopback, with a key made for this once; yields `user@host`."""
    sshd, keygen = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin"), shutil.which("ssh-keygen")
    sshd, keygen = debian.required(sshd, HELP), debian.required(keygen, HELP)
    debian.required(shutil.which("rsync"), HELP)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    # Outside pytest's folders: sshd looks at who may write in every folder above the list of keys.
    with tempfile.TemporaryDirectory(prefix="sshd-", dir=Path.home()) as work:
        for name in ("host", "own"):
            subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", f"{work}/{name}"], check=True)
        shutil.copyfile(f"{work}/own.pub", f"{work}/keys")
        port = free_port()
        Path(work, "sshd_config").write_text(
            f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {work}/host\nAuthorizedKeysFile {work}/keys\n"
            f"PidFile {work}/pid\nPasswordAuthentication no\nPermitRootLogin prohibit-password\nUsePAM no\n",
            "utf-8",
        )
        Path(work, "config").write_text(
            f"Port {port}\nIdentityFile {work}/own\nIdentitiesOnly yes\nStrictHostKeyChecking no\n"
            f"UserKnownHostsFile {work}/known\n",
            "utf-8",
        )
        (folder / "bin").mkdir()
        _program(folder / "bin" / "ssh", f'#!/bin/sh\nexec {shutil.which("ssh")} -F {work}/config "$@"\n')
        with Path(work, "said").open("w+") as said, pytest.MonkeyPatch.context() as patch:
            process = subprocess.Popen(
                [sshd, "-D", "-e", "-f", f"{work}/sshd_config"], stdout=said, stderr=said
            )
            try:
                until_answered(port, process, Path(work, "said"))
                patch.setenv("PATH", f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}")
                yield f"{pwd.getpwuid(os.geteuid()).pw_name}@127.0.0.1"
            finally:
                process.terminate()
                process.wait(10)
