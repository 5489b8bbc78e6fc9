"""From a push to a reader's page, on the city's own server: how long, and where the time goes. For `make bench`.

python -m tests.bench.deploying

A bare repository with our hook and this checkout's newest commit, an ordinary user, the true Makefile with its
installation, nginx. Pushed are one corrected record, then another; the clock runs from the start of `git push` until
a reader's nginx sends the page with the correction.
"""

from __future__ import annotations

import sys
import time

from tests.bench.run import Row, seconds, table
from tests.hosts.own_server import OwnServer, seconds_of, server_folder, visible
from tests.release.servers import included, nginx_running

MOST = 120
"""Seconds that a push may take until it can be read, everything included."""

STEPS = ("Menyiapkan salinan bersih", "Memasang dan membangun", "Memeriksa hasilnya", "Menerbitkan")


def timed(server: OwnServer, title: str, mark: str, url: str = "") -> list[Row]:
    """One push, until it can be read. Before the first there is no site, and nothing that could serve it."""
    address = server.renamed(mark)
    start = time.monotonic()
    told = server.push()
    if "Selesai" not in told:
        sys.exit(told)
    if url:
        while not visible(url, address, mark):
            time.sleep(0.02)
        end = time.monotonic()
    else:
        end = time.monotonic()
        with nginx_running(included(server.target)) as (first, _):
            if not visible(first, address, mark):
                sys.exit(f"{address} tidak memuat perubahannya")
    took = seconds_of(told, STEPS)
    rows = [
        Row(f"{title}: {step[0].lower()}{step[1:]}", seconds(part))
        for step, part in zip(STEPS, took, strict=True)
    ]
    whole = end - start
    return [*rows, Row(f"{title}: seluruhnya", seconds(whole), "", "", f"≤ {seconds(MOST)}", whole <= MOST)]


def main() -> None:
    """Push twice, print one table. Exit status 1 when a push takes longer than it may."""
    with server_folder("bench-dorong-") as folder:
        server = OwnServer(folder)
        server.begin_with_this_project()
        rows = timed(server, "Dorongan pertama (memasang)", "satu")
        with nginx_running(included(server.target)) as (url, _):
            rows += timed(server, "Dorongan berikutnya", "dua", url)
    print(table(rows, ""))
    sys.exit(0 if all(row.met is not False for row in rows) else 1)


if __name__ == "__main__":
    main()
