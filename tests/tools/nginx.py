"""Serves a built site as a real server would: nginx, files compressed ahead with brotli and gzip, HTTP/1.1.

nginx and its brotli module are used where they are installed; on Debian and Ubuntu they are else downloaded and
unpacked below .venv, so that no root is needed, nothing is installed and no service starts.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import brotli

from tests.tools import debian
from tests.tools.ports import free_port, until_answered

PACKAGES = ("nginx", "libnginx-mod-http-brotli-static")
UNPACKED = debian.UNPACKED / "nginx"
MODULE = "ngx_http_brotli_static_module.so"
ON_DISK = (
    "/usr/sbin/nginx",
    "/usr/local/sbin/nginx",
    "/opt/homebrew/bin/nginx",
    "/usr/local/bin/nginx",
)

HELP = """\
Tes ini memerlukan nginx dengan modul brotli, dan keduanya tidak dapat ditemukan atau diunduh.
  Debian, Ubuntu: sudo apt-get install -y nginx libnginx-mod-http-brotli-static"""

SETTINGS = """\
{module}
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log stderr warn;
{user}
events {{ worker_connections 128; }}
http {{
  types {{
    text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; application/json json;
    text/csv csv; application/xml xml; text/plain txt; font/woff2 woff2;
  }}
  charset utf-8;
  charset_types text/html text/css text/javascript text/csv text/plain;
  default_type application/octet-stream;
  log_format bytes '$bytes_sent $status "$sent_http_content_encoding" $request_uri';
  access_log {work}/access.log bytes;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  scgi_temp_path {work}/scgi;
  uwsgi_temp_path {work}/uwsgi;
  brotli_static on;
  gzip_static on;
  gzip_vary on;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    error_page 404 /404.html;
    location / {{ add_header Cache-Control no-cache; }}
    location ~ "\\.[0-9a-f]{{8,}}\\." {{ add_header Cache-Control "public, max-age=31536000, immutable"; }}
  }}
}}
"""
"""Pages are asked for again each time; what carries a hash of its content in its name never is."""


@dataclass(frozen=True)
class Program:
    """An nginx that can send brotli."""

    path: str
    module: str
    """The path of the module to load; empty when it is built in."""


@dataclass(frozen=True)
class Answer:
    """One answer as it went over the wire."""

    bytes: int
    """Head and body, compressed."""
    status: int
    encoding: str
    """br, gzip, or nothing."""
    address: str


class Server:
    """A running nginx."""

    def __init__(self, url: str, log: Path) -> None:
        self.url = url
        self._log = log
        self._read = 0
        self._marks = 0

    def answers(self) -> list[Answer]:
        """What was sent since the last call. Waits until everything sent is in the log."""
        self._marks += 1
        mark = f"/tanda-{self._marks}"
        # There is no such page; its line in the log says that all earlier lines are written.
        with suppress(urllib.error.HTTPError):
            urllib.request.urlopen(f"{self.url}{mark[1:]}", timeout=10)
        for _ in range(500):
            lines = self._log.read_text("utf-8").splitlines()[self._read :]
            if any(line.endswith(f" {mark}") for line in lines):
                break
            time.sleep(0.01)
        else:
            raise TimeoutError(f"{mark} tidak sampai ke catatan nginx")
        self._read += len(lines)
        parts = [line.split(" ", 3) for line in lines if "/tanda-" not in line]
        return [
            Answer(int(size), int(status), encoding.strip('"-'), address)
            for size, status, encoding, address in parts
        ]


def find() -> Program | None:
    """An nginx that runs and can send brotli, or None. Downloads nothing."""
    places = [str(UNPACKED / "usr/sbin/nginx"), shutil.which("nginx"), *ON_DISK]
    return next((found for place in places if place and (found := _program(place))), None)


def _program(path: str) -> Program | None:
    try:
        told = subprocess.run([path, "-V"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if told.returncode:
        return None
    if "brotli" in told.stderr:
        return Program(path, "")
    named = re.search(r"--modules-path=(\S+)", told.stderr)
    folders = [UNPACKED / "usr/lib/nginx/modules"] if path.startswith(str(UNPACKED)) else []
    folders += [Path(named[1])] if named else []
    return next(
        (Program(path, str(folder / MODULE)) for folder in folders if (folder / MODULE).exists()), None
    )


def fetch() -> Program | None:
    """An nginx that runs, downloaded where it is missing; None where that does not work."""
    return find() or debian.fetch("nginx", PACKAGES, find)


def required() -> Program:
    """An nginx for the tests."""
    return debian.required(fetch(), HELP)


def _compressed(site: Path, pages: Iterable[str]) -> None:
    """Lay compressed copies beside pages and everything that pages load."""
    files = [site / page for page in pages]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    files += [file for ending in ("css", "js", "svg", "json") for file in site.rglob(f"*.{ending}")]
    for file in files:
        content = file.read_bytes()
        file.with_name(f"{file.name}.br").write_bytes(brotli.compress(content, quality=11))
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))


@contextmanager
def serving(program: Program, site: Path, pages: Iterable[str]) -> Iterator[Server]:
    """A copy of the site, served until the end; these pages and all they load are compressed."""
    with tempfile.TemporaryDirectory(prefix="situs-nginx-") as folder:
        work = Path(folder)
        shutil.copytree(site, work / "situs")
        _compressed(work / "situs", pages)
        port = free_port()
        settings = work / "nginx.conf"
        settings.write_text(
            SETTINGS.format(
                module=f"load_module {program.module};" if program.module else "",
                user="user root;" if os.geteuid() == 0 else "",
                work=work, port=port, root=work / "situs",
            ),
            "utf-8",
        )  # fmt: skip
        command = [program.path, "-p", folder, "-c", str(settings), "-e", "stderr"]
        with (work / "said").open("w+") as said:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            try:
                until_answered(port, process, work / "said")
                yield Server(f"http://127.0.0.1:{port}/", work / "access.log")
            finally:
                process.terminate()
                process.wait(10)
