"""Fifty releases while readers read: nothing fails, nothing is mixed, nothing is missing, nothing is stale.

All requests go to loopback, and their number is bounded.
"""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from tests.release.servers import serving
from tests.release.sites import NOON, make_site, published

RELEASES = 50
READERS = 4
MOST = 60_000
"""Requests of all readers together."""

_WORD = re.compile(r"<p>w(\d{3})</p>")
_LOADED = re.compile(r'(?:href|data-search)="\./(assets/[^"]+)"')


@dataclass
class Readings:
    """What the readers saw."""

    newest: int = 0
    """The release published last; the next one may be online already."""
    done: bool = False
    requests: int = 0
    unchanged: int = 0
    seen: set[int] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


class Reader:
    """One connection that is kept open, and the page it holds."""

    def __init__(self, url: str, readings: Readings) -> None:
        self._host, self._port = urlsplit(url).hostname, urlsplit(url).port
        self._readings = readings
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, known: str = "") -> tuple[int, dict[str, str], bytes]:
        """Status, headers and whole body. A connection that the server closes between requests is opened again."""
        self._readings.requests += 1
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        condition = f"If-None-Match: {known}\r\n" if known else ""
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\nAccept-Encoding: br\r\n{condition}\r\n".encode()
        )
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")[:-2]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("content-encoding") == "br":
            body = brotli.decompress(body)
        return int(first.split()[1]), headers, body

    async def read(self) -> None:
        """Ask for the home page and all it loads, again and again."""
        readings, etag, held, loaded = self._readings, "", -1, set[str]()
        while not readings.done and readings.requests < MOST:
            # What an older page of this reader loads must still be there.
            for path in sorted(loaded):
                status, _, body = await self.get(f"/{path}")
                if status != 200 or f"w{held:03}".encode() not in body:
                    readings.faults.append(f"{path}: {status} for the page of release {held}")
            first = readings.newest
            status, headers, body = await self.get("/", etag)
            last = readings.newest + 1
            if status == 304:
                readings.unchanged += 1
            elif status == 200:
                words = {int(number) for number in _WORD.findall(body.decode())}
                if len(words) != 1 or not body.endswith(b"</html>"):
                    readings.faults.append(f"a page of releases {words}")
                    continue
                (held,), etag = words, headers["etag"]
                loaded = set(_LOADED.findall(body.decode()))
                readings.seen.add(held)
            else:
                readings.faults.append(f"status {status}")
            if not first <= held <= last:
                readings.faults.append(
                    f"status {status} for release {held} while {first} to {last} were online"
                )
            # A breath, so that on a small machine publishing goes on too.
            await asyncio.sleep(0.002)
        if self._streams is not None:
            self._streams[1].close()


@pytest.mark.parametrize("server", ["nginx", pytest.param("caddy", marks=pytest.mark.slow)])
def test_fifty_releases_while_readers_read(server: str, tmp_path: Path) -> None:
    site, target, readings = tmp_path / "site", tmp_path / "srv", Readings()
    published(make_site(site, "w000"), target)

    def release() -> None:
        try:
            for number in range(1, RELEASES + 1):
                published(make_site(site, f"w{number:03}"), target, NOON + number, keep=2)
                readings.newest = number
        finally:
            readings.done = True

    async def together(url: str) -> None:
        readers = [Reader(url, readings).read() for _ in range(READERS)]
        await asyncio.wait_for(asyncio.gather(asyncio.to_thread(release), *readers), 120)

    # A loop of its own: a browser of another test may hold this thread's.
    with serving(server, target) as url, ThreadPoolExecutor(1) as alone:
        alone.submit(lambda: asyncio.run(together(url))).result()
    assert readings.faults == []
    assert readings.newest == RELEASES
    assert len(readings.seen) > RELEASES / 2, "readers met most of the releases"
    assert readings.unchanged > 0, "a page that did not change was not sent again"
    assert readings.requests > 500
