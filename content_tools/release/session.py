"""A plain shell on another host, kept open over ssh: commands go in, what they say comes out.

What holds a lock there holds it as long as this shell lives; when our process dies, the shell ends, and the lock with it.
"""

from __future__ import annotations

import secrets
import select
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Self

OPTIONS = (
    "-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4",
)  # fmt: skip
"""Nothing is asked of anybody, and a line that is dead is noticed within a minute. Ports, keys: in ~/.ssh/config."""

PATIENCE = 900.0
"""Seconds that one command may take."""


class ShellFailed(OSError):
    """A command on the other host failed; `said` is what it printed, `status` its exit status."""

    def __init__(self, host: str, said: str, status: int) -> None:
        super().__init__(f"{host}: {said.strip() or f'perintah gagal dengan status {status}'}")
        self.said, self.status = said, status


class LineBroken(ConnectionError):
    """The connection ended before the answer came."""


class Session:
    """The shell. `host` has been checked; each command is ours, with names that have been checked."""

    def __init__(self, host: str) -> None:
        self.host = host
        try:
            self._process = subprocess.Popen(
                ["ssh", "-T", *OPTIONS, "--", host, "exec sh"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=0,
            )  # fmt: skip
        except FileNotFoundError:
            raise OSError("program ssh belum terpasang di komputer ini") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def run(self, command: str, lines: Iterable[str] = ()) -> str:
        """What a command prints; `lines` are its standard input.

        Raises ShellFailed when it fails, LineBroken when no answer comes.
        """
        end = secrets.token_hex(16)
        fed = "".join(f"{line}\n" for line in lines)
        text = f"{{\n{command}\n}} 2>&1 <<'{end}'\n{fed}{end}\nprintf '\\n{end} %s\\n' \"$?\"\n"
        said, status = self._answer(text.encode(), end)
        if status:
            raise ShellFailed(self.host, said, status)
        return said

    def _answer(self, text: bytes, end: str) -> tuple[str, int]:
        assert self._process.stdin is not None and self._process.stdout is not None
        reader, writer = self._process.stdout.fileno(), self._process.stdin
        said, limit = b"", time.monotonic() + PATIENCE
        mark = f"\n{end} ".encode()
        while not (mark in said and said.endswith(b"\n")):
            ready, free, _ = select.select([reader], [writer] if text else [], [], limit - time.monotonic())
            if not ready and not free:
                raise LineBroken(f"{self.host} tidak menjawab")
            if free:
                try:
                    text = text[writer.write(text[:4096]) or 0 :]
                except BrokenPipeError:
                    text = b""
            if ready:
                more = self._process.stdout.read(65536)
                if not more:
                    words = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
                    raise LineBroken(f"hubungan ke {self.host} terputus: {words or 'tanpa keterangan'}")
                said += more
        printed, _, status = said.rpartition(mark)
        return printed.decode("utf-8", "replace"), int(status)
