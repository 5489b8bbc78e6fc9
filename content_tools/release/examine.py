"""A built site is looked at before anybody sees it: whole, linked, answering."""

from __future__ import annotations

import functools
import http.client
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

from content_tools.release.heads import Heads, heads
from content_tools.release.links import broken_links
from content_tools.release.manifest import SUMS, differences, sums_of

SHOWN = 20
"""Faults of one kind that are told one by one."""


class Unfit(ValueError):
    """A site that must not go online; `faults` says why, one sentence each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def _some(words: list[str]) -> Iterator[str]:
    yield from words[:SHOWN]
    if len(words) > SHOWN:
        yield f"dan {len(words) - SHOWN} lagi"


def examine(site: Path, sums: dict[str, str], before: int = 0) -> Heads:
    """What a copy of a built site says to machines, when it may go online. Raises Unfit when it must not.

    `sums` is the list the build was sealed with. `before` is the number of pages online now; a site that lost more than
    half of them is taken for a mistake.
    """
    found = differences(sums, sums_of(site))
    told = [f"{name}: berkas hilang" for name in found.missing]
    told += [f"{name}: isinya berubah sejak situs dibangun" for name in found.changed]
    told += [f"{name}: tidak ada dalam {SUMS}" for name in found.extra]
    if told:
        raise Unfit(list(_some(told)))
    try:
        said = heads(site)
    except ValueError as error:
        raise Unfit([str(error)]) from None
    told += _some([f"{link.page}: {link.target}: {link.reason}" for link in broken_links(site)])
    if said.pages * 2 < before:
        told.append(f"situs ini {said.pages} halaman, yang sedang tayang {before}; lebih dari separuh hilang")
    told += _answers(site)
    if told:
        raise Unfit(told)
    return said


def _answers(site: Path) -> Iterator[str]:
    """Ask for the home page as a browser would, on a port of this machine's own loopback."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))
    ) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
            connection.request("GET", "/")
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
        finally:
            server.shutdown()
    if answer.status != 200 or body != (site / "index.html").read_bytes():
        yield f"beranda tidak menjawab seperti seharusnya (status {answer.status})"
