"""A free port of loopback, and waiting until a server that was just started answers there."""

from __future__ import annotations

import socket
import subprocess
import time
from pathlib import Path


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def until_answered(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    """Wait until somebody listens there. Raises RuntimeError with what the server said when it ends before."""
    for _ in range(500):
        if process.poll() is not None:
            break
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"server tidak menjawab:\n{said.read_text('utf-8')}")
