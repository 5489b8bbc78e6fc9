"""What the administrator's guide tells to write into nginx and Caddy, run by the real ones with a certificate."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from textwrap import dedent

import brotli
import pytest

from content_tools.release.compare import compare_url
from tests.conftest import ROOT
from tests.release.servers import ask, nginx_running
from tests.release.sites import make_site, published
from tests.tools import caddy, debian
from tests.tools.ports import free_port

GUIDE = (ROOT / "docs" / "panduan" / "menerbitkan.md").read_text("utf-8")
OPENSSL = "Tes ini memerlukan openssl: sudo apt-get install -y openssl"
HSTS = "max-age=31536000"


def block(beginning: str) -> str:
    """The one example inside the steps of the guide that begins so: lines indented by eight spaces."""
    found = re.findall(r"(?:^ {8}.*\n)+", GUIDE, re.M)
    (text,) = {dedent(body) for body in found if body.lstrip().startswith(beginning)}
    return text


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a certificate made for this once, under the names of the guide."""
    folder = tmp_path_factory.mktemp("sertifikat")
    openssl = debian.required(shutil.which("openssl"), OPENSSL)
    subprocess.run(
        [
            openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=127.0.0.1", "-keyout", str(folder / "kunci.pem"), "-out", str(folder / "rantai.pem"),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def receiver() -> Iterator[int]:
    """Whatever listens for a forge; yields its port."""

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(self.path.encode())

        def log_message(self, *arguments: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Receiver) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_port
        server.shutdown()


def is_the_site(url: str, site: Path) -> None:
    """Pages come compressed, with the headers that an address under https has."""
    answer = ask(url, "/program/p0/", Accept_Encoding="br")
    assert answer.status == 200
    assert brotli.decompress(answer.body) == (site / "program" / "p0" / "index.html").read_bytes()
    assert answer.headers["strict-transport-security"] == HSTS
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ask(url, "/tidak-ada/").status == 404
    assert ask(url, "/program/lama/").headers["location"].endswith("/program/p0/")


def test_nginx_as_the_guide_says(tmp_path: Path, certificate: Path, receiver: int) -> None:
    site, target = make_site(tmp_path / "site"), tmp_path / "srv"
    published(site, target)
    plain, safe = free_port(), free_port()
    proxy = block("location = /hooks/masterplan").replace("127.0.0.1:9000", f"127.0.0.1:{receiver}")
    written = block("server {\n")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"), ("listen 443 ssl", f"listen 127.0.0.1:{safe} ssl"),
        ("/etc/ssl/situs", str(certificate)), ("include snippets/situs.conf;", f"{proxy}include {target}/kini/nginx.conf;"),
    ):  # fmt: skip
        assert written.count(old) >= 1, old
        written = written.replace(old, new)
    with nginx_running("return 444;", written):
        is_the_site(f"https://127.0.0.1:{safe}", site)
        with pytest.raises(
            ConnectionError, match=r"sertifikat 127\.0\.0\.1:\d+ tidak dipercaya .* SSL_CERT_FILE="
        ):
            compare_url(f"https://127.0.0.1:{safe}/")
        moved = ask(f"http://127.0.0.1:{plain}", "/program/p0/")
        assert (moved.status, moved.headers["location"]) == (301, "https://127.0.0.1/program/p0/")
        told = ask(f"https://127.0.0.1:{safe}", "/hooks/masterplan", "POST")
        assert (told.status, told.body) == (200, b"/hooks/masterplan")


def test_caddy_as_the_guide_says(tmp_path: Path, certificate: Path, receiver: int) -> None:
    site, target = make_site(tmp_path / "site"), tmp_path / "srv"
    published(site, target)
    (proxy,) = re.findall(r"`(reverse_proxy [^`]+)`", GUIDE)
    lines = block("situs.kota.example {").splitlines()[1:-1]
    assert lines == ["\timport /etc/caddy/situs.caddy"]
    lines = [
        f"\ttls {certificate}/rantai.pem {certificate}/kunci.pem",
        f"\t{proxy.replace('127.0.0.1:9000', f'127.0.0.1:{receiver}')}",
        f"\timport {target}/kini/Caddyfile",
    ]
    with caddy.running(caddy.required(), "\n".join(lines), "https") as url:
        is_the_site(url, site)
        told = ask(url, "/hooks/masterplan", "POST")
        assert (told.status, told.body) == (200, b"/hooks/masterplan")
