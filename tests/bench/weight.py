"""What a reader's line carries: our pages beside plain Material's, of every kind the largest. For `make bench`.

python -m tests.bench.weight OUR_SITE PEER_SITE
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site.built_page import kind_of, pages_of
from tests.tools.browser import find as find_browser
from tests.tools.nginx import HELP, Program, fetch, serving
from tests.tools.wire import ANY, PROGRAM, SECOND, View, kilobytes, largest_of_each_kind, views


@dataclass(frozen=True)
class Weighed:
    """One page of both sites, for a reader with an empty cache."""

    kind: str
    ours: View
    peer: View
    most: int
    """Bytes that ours may have; the tests hold it."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of this line."""
        ratio = f"{self.ours.bytes / self.peer.bytes:.2f}".replace(".", ",")
        requests = f"{len(self.ours.answers)} / {len(self.peer.answers)}"
        return (
            f"{self.kind}: /{self.ours.path}", kilobytes(self.ours.bytes), kilobytes(self.peer.bytes), ratio, requests,
            f"≤ {kilobytes(self.most)}", "tercapai" if self.ours.bytes <= self.most else "TIDAK tercapai",
        )  # fmt: skip


def weighed(program: Program, browser: Browser, ours: Path, peer: Path) -> list[Weighed]:
    """The largest page of every kind of ours that the peer has too, and then a second page of the same reader."""
    there = {page.path for page in pages_of(peer)}
    paths = [path for path in largest_of_each_kind(ours) if path in there]
    programs = [page.path for page in pages_of(ours) if page.kind == "program" and page.path in there][:2]
    found = []
    for site in (ours, peer):
        with serving(program, site, {*paths, *programs}) as server:
            first = [views(browser, server, [path])[0] for path in paths]
            found.append((first, views(browser, server, programs)[-1]))
    (our_first, our_second), (peer_first, peer_second) = found
    rows = [
        Weighed(kind_of(a.path), a, b, PROGRAM if kind_of(a.path) == "program" else ANY)
        for a, b in zip(our_first, peer_first, strict=True)
    ]  # fmt: skip
    return [*rows, Weighed("program, sesudah program lain", our_second, peer_second, SECOND)]


def table(lines: Sequence[Sequence[str]]) -> str:
    """Lines under the first of them."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]

    def laid(line: Sequence[str]) -> str:
        first, *rest = zip(line, widths, strict=True)
        return "  ".join([first[0].ljust(first[1]), *(word.rjust(width) for word, width in rest)])

    return "\n".join([laid(lines[0]), "  ".join("-" * width for width in widths), *map(laid, lines[1:])])


def main() -> None:
    """Weigh two built sites, print one table."""
    parser = argparse.ArgumentParser(description="Bandingkan muatan halaman dua situs yang sudah dibangun.")
    parser.add_argument("ours", type=Path, help="situs kita")
    parser.add_argument("peer", type=Path, help="situs pembanding, dengan alamat yang sama")
    chosen = parser.parse_args()
    program, path = fetch(), find_browser()
    if program is None or path is None:
        sys.exit(HELP if program is None else "Tidak ada peramban; jalankan dahulu: make test")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        rows = weighed(program, browser, chosen.ours, chosen.peer)
        browser.close()
    print("Byte lewat nginx, brotli, HTTP/1.1, kepala ikut dihitung; tanpa singgahan.")
    head = ("Muatan halaman", "kita", "Material polos", "rasio", "permintaan", "sasaran", "hasil")
    print(table([head, *(row.cells for row in rows)]))


if __name__ == "__main__":
    main()
