"""Real servers with the settings that lie beside a release."""

from __future__ import annotations

import http.client
import os
import ssl
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.tools import caddy, nginx
from tests.tools.ports import free_port, until_answered

NGINX = """\
{module}
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log stderr warn;
{user}
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  scgi_temp_path {work}/scgi;
  uwsgi_temp_path {work}/uwsgi;
  keepalive_requests 1000000;
  server {{
    listen 127.0.0.1:{port};
{lines}
  }}
{beside}
}}
"""
"""Around the server block: no files elsewhere, one process, so that ending it ends everything."""


@dataclass(frozen=True)
class Answer:
    """What a server sent; names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(url: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request, as it stands: nothing is followed, nothing decoded. `If_None_Match` stands for If-None-Match."""
    parts = urlsplit(url)
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        # The certificate is one that a test just made.
        anyone = ssl._create_unverified_context()
        connection = http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=10, context=anyone)
    else:
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request(
        method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    told = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return told


@contextmanager
def nginx_running(lines: str, beside: str = "") -> Iterator[tuple[str, int]]:
    """nginx on a free port of loopback, with these lines in its server block; yields the address and the process.

    `beside` are whole server blocks of their own.
    """
    program = nginx.required()
    with tempfile.TemporaryDirectory(prefix="situs-nginx-") as work:
        port, settings = free_port(), Path(work, "nginx.conf")
        settings.write_text(
            NGINX.format(
                module=f"load_module {program.module};" if program.module else "",
                user="user root;" if os.geteuid() == 0 else "",
                work=work, port=port, lines=lines, beside=beside,
            ),
            "utf-8",
        )  # fmt: skip
        command = [program.path, "-p", work, "-c", str(settings), "-e", "stderr"]
        with Path(work, "said").open("w+") as said:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            try:
                until_answered(port, process, Path(work, "said"))
                yield f"http://127.0.0.1:{port}", process.pid
            finally:
                process.terminate()
                process.wait(10)


def included(target: Path) -> str:
    """What the administrator's guide tells to write in nginx's server block."""
    return f"    brotli_static on;\n    include {target}/kini/nginx.conf;"


@contextmanager
def serving(server: str, target: Path) -> Iterator[str]:
    """A folder of releases behind `nginx` or `caddy`, as the administrator's guide sets them up."""
    if server == "nginx":
        with nginx_running(included(target)) as (url, _):
            yield url
    else:
        with caddy.running(caddy.required(), f"\timport {target}/kini/Caddyfile") as url:
            yield url


BOTH = pytest.mark.parametrize("server", ["nginx", "caddy"])
