"""The measuring server: it sends what a city's server would send, and counts it rightly."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.tools.nginx import Answer, Program, Server, required, serving

WORDS = "<!doctype html><title>kata</title>" + "<p>kata yang sama</p>" * 200


@pytest.fixture(scope="module")
def nginx() -> Program:
    """The nginx of these tests."""
    return required()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages and an asset."""
    for name in ("a/index.html", "b/index.html", "assets/rupa.0123abcd.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WORDS, "utf-8")
    return tmp_path


def asked(server: Server, path: str, encodings: str = "br, gzip") -> bytes:
    """Everything that comes over the wire for one request."""
    where = urlsplit(server.url)
    with socket.create_connection((where.hostname, where.port), timeout=10) as wire:
        head = f"GET /{path} HTTP/1.1\r\nHost: {where.netloc}\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n"
        wire.sendall(head.encode())
        return b"".join(iter(lambda: wire.recv(65536), b""))


def test_it_counts_what_came_over_the_wire(nginx: Program, site: Path) -> None:
    with serving(nginx, site, ["a/"]) as server:
        got = asked(server, "a/")
        assert b"Content-Encoding: br" in got
        assert server.answers() == [Answer(len(got), 200, "br", "/a/")]
        assert server.answers() == []
        assert len(got) < 500 < len(WORDS)


def test_it_sends_gzip_to_those_who_do_not_know_brotli(nginx: Program, site: Path) -> None:
    with serving(nginx, site, ["a/"]) as server:
        assert b"Content-Encoding: gzip" in asked(server, "a/", "gzip")
        plain = asked(server, "b/")
        assert [answer.encoding for answer in server.answers()] == ["gzip", ""]
        assert len(plain) > len(WORDS)


def test_only_what_carries_a_hash_may_be_kept(nginx: Program, site: Path) -> None:
    with serving(nginx, site, []) as server:
        assert b"immutable" in asked(server, "assets/rupa.0123abcd.css")
        page = asked(server, "a/")
        assert b"Cache-Control: no-cache" in page
        assert b"immutable" not in page
