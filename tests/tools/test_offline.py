"""The guard under which the tests build: it ends whoever asks for a network, and nobody else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import without_network


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=without_network(), timeout=60
    )


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "socket.getaddrinfo"),
        ("import socket; socket.socket().connect(('127.0.0.1', 9))", "socket.connect"),
        ("import socket; socket.gethostbyname('localhost')", "socket.gethostbyname"),
        (
            "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
            "socket.sendto",
        ),
        ("import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')", "socket.getaddrinfo"),
    ],
)
def test_whoever_asks_for_a_network_is_ended_even_where_every_error_is_swallowed(
    code: str, event: str
) -> None:
    ended = run(f"try:\n {code}\nexcept BaseException: pass\nprint('sampai akhir')")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith(f"Tanpa jaringan: {event} ")


def test_what_asks_for_no_network_runs_to_its_end() -> None:
    ended = run("import ssl, socket, urllib.request; socket.socket().close(); print('sampai akhir')")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "sampai akhir\n", "")
