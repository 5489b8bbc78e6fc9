"""A published site beside a plain folder of the same bytes, both behind nginx: requests a second. For `make bench`.

python -m tests.bench.serving SITE

The plain folder holds the compressed bytes under the pages' own names, and its server has no settings at all. Requests go
out many at a time on kept connections of loopback; what is counted is the server's own CPU.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from content_tools.release.local import LocalPlace
from content_tools.release.manifest import write_sums
from content_tools.release.publishing import publish
from tests.bench.run import Row, decimal, seconds, table
from tests.release.servers import ask, included, nginx_running
from tests.site.built_page import pages_of
from tests.tools.nginx import HELP, fetch

AT_ONCE = 50
"""Requests that are sent before the first answer is read."""
CONNECTIONS = 2
ROUNDS = 60
PER_ROUND = 2_000
"""Short and in turn: what else the machine does changes slower than that, and falls on both alike."""
LEAST = 0.95
"""What share of the plain folder's requests a second must be reached."""

PHASES = {
    "salin": "menyalin", "periksa": "memeriksa", "mampat": "memampatkan", "pasang": "memasang", "tayang": "menayangkan",
    "rapikan": "merapikan",
}  # fmt: skip


def timed(site: Path, target: Path) -> list[Row]:
    """Publish the site; where the time goes."""
    marks: list[tuple[str, float]] = []
    publish(site, LocalPlace(target), int(time.time()), lambda phase: marks.append((phase, time.monotonic())))
    marks.append(("", time.monotonic()))
    rows = [
        Row(f"masterplan publish: {PHASES[phase]}", seconds(end - start))
        for (phase, start), (_, end) in pairwise(marks)
    ]
    return [*rows, Row("masterplan publish: seluruhnya", seconds(marks[-1][1] - marks[0][1]))]


@contextmanager
def plain(release: Path, names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """nginx without settings, and a folder of the bytes that the release sends for these files."""
    with tempfile.TemporaryDirectory(prefix="polos-") as folder:
        Path(folder).chmod(0o755)
        for name in names:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(release / f"{name}.br", path)
        with nginx_running(f"    root {folder};") as running:
            yield running


def _conversation(url: str, request: bytes, size: int, count: int) -> None:
    """Many requests on one connection; reads exactly what must come back."""
    parts = urlsplit(url)
    room = bytearray(1 << 20)
    with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=30) as line:
        for _ in range(count // AT_ONCE):
            line.sendall(request * AT_ONCE)
            left = size * AT_ONCE
            while left:
                got = line.recv_into(room, min(left, len(room)))
                if not got:
                    raise ConnectionError(f"{url} menutup hubungan")
                left -= got


def used(process: int) -> float:
    """Seconds of CPU that a process has used since it began (Linux), to the nanosecond."""
    return int(Path(f"/proc/{process}/schedstat").read_text("ascii").split()[0]) / 1e9


def rate(server: tuple[str, int], path: str) -> float:
    """Requests for one address in a second of the server's CPU: what else the machine does counts for nobody."""
    url, process = server
    parts = urlsplit(url)
    request = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: br\r\n\r\n".encode()
    size = _length(url, request)
    talks = [
        threading.Thread(target=_conversation, args=(url, request, size, PER_ROUND // CONNECTIONS))
        for _ in range(CONNECTIONS)
    ]
    start = used(process)
    for talk in talks:
        talk.start()
    for talk in talks:
        talk.join()
    return PER_ROUND / (used(process) - start)


def _length(url: str, request: bytes) -> int:
    """Bytes of one whole answer, head and body; they are the same each time."""
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=30) as line:
        line.sendall(request)
        said = b""
        while b"\r\n\r\n" not in said:
            said += line.recv(65536)
    head, _, _ = said.partition(b"\r\n\r\n")
    (length,) = (
        int(row.split(b":")[1]) for row in head.split(b"\r\n") if row.lower().startswith(b"content-length")
    )
    return len(head) + 4 + length


def compared(ours: tuple[str, int], other: tuple[str, int], path: str) -> Row:
    """Both servers in turn, each the first of a pair as often as the other."""
    rates = []
    for _ in range(ROUNDS // 2):
        first, second = rate(ours, path), rate(other, path)
        rates.append((first, second))
        second, first = rate(other, path), rate(ours, path)
        rates.append((first, second))
    first, second = (statistics.median(column) for column in zip(*rates, strict=True))
    share = statistics.median(a / b for a, b in rates)
    return Row(
        f"Permintaan tiap detik CPU nginx: {path}", f"{first:.0f}", f"{second:.0f}", decimal(share), f"≥ {decimal(LEAST)}", share >= LEAST
    )  # fmt: skip


def main() -> None:
    """Publish a built site, measure, print one table. Exit status 1 when a target is missed."""
    parser = argparse.ArgumentParser(description="Ukur penyajian situs yang sudah diterbitkan.")
    parser.add_argument("site", type=Path, help="situs yang sudah dibangun")
    chosen = parser.parse_args()
    if fetch() is None:
        sys.exit(HELP)
    with tempfile.TemporaryDirectory(prefix="bench-sajian-") as work, ExitStack() as stack:
        Path(work).chmod(0o755)
        site, target = Path(work, "site"), Path(work, "srv")
        shutil.copytree(chosen.site, site)
        write_sums(site)
        rows = timed(site, target)
        release = target / "kini" / "situs"
        largest = max(
            (site / page.path / "index.html" for page in pages_of(site) if page.path != "404.html"),
            key=lambda page: page.stat().st_size,
        )
        (style,) = (site / "assets").glob("situs.*.css")
        names = [path.relative_to(site).as_posix() for path in (site / "index.html", largest, style)]
        ours = stack.enter_context(nginx_running(included(target)))
        other = stack.enter_context(plain(release, names))
        for name in names:
            address = "/" + name.removesuffix("index.html")
            if ask(ours[0], address, Accept_Encoding="br").body != ask(other[0], address).body:
                raise RuntimeError(f"{address}: kedua server mengirim byte yang berbeda")
            rows.append(compared(ours, other, address))
    print(table(rows, "folder polos"))
    sys.exit(0 if all(row.met is not False for row in rows) else 1)


if __name__ == "__main__":
    main()
