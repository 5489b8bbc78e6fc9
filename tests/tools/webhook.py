"""Finds and runs the real receiver that a forge may call: webhook, downloaded from Debian where it is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.tools import debian
from tests.tools.ports import free_port, until_answered

HELP = """\
Tes ini memerlukan webhook, yang tidak dapat ditemukan atau diunduh.
  Debian, Ubuntu: sudo apt-get install -y webhook"""


def find() -> str | None:
    """Where it is, or None."""
    own = debian.UNPACKED / "webhook" / "usr/bin/webhook"
    return str(own) if own.is_file() else shutil.which("webhook")


def required() -> str:
    """A receiver for the tests."""
    return debian.required(find() or debian.fetch("webhook", ("webhook",), find), HELP)


@contextmanager
def running(program: str, settings: Path, secret: str, user: Sequence[str] = ()) -> Iterator[str]:
    """A receiver on a free port of loopback; yields the address. `user` comes before its command."""
    port = free_port()
    command = [*user, program, "-hooks", str(settings), "-template", "-ip", "127.0.0.1", "-port", str(port)]
    environment = {**os.environ, "WEBHOOK_SECRET": secret}
    with tempfile.TemporaryDirectory() as work, Path(work, "said").open("w+") as said:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment
        )
        try:
            until_answered(port, process, Path(work, "said"))
            yield f"http://127.0.0.1:{port}/hooks/masterplan"
        finally:
            process.terminate()
            process.wait(10)
