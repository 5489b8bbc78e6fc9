"""Our search beside Material's and Pagefind's, over the same pages: what is found, bytes, waiting, CPU. For `make bench`.

Relevance is judged by tests/search/queries.yml. Of its half `uji` only sums are printed: whoever tunes the search must not
see its queries.

    python -m tests.bench.search [--programs N] [OUR_SITE PLAIN_MATERIAL_SITE]
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright

from tests.bench import search_line, search_peers
from tests.bench.judging import first_right, share
from tests.bench.run import HERE, ROOT, CouldNotRun, build, decimal, measured, peer, seconds
from tests.bench.search_peers import BROWSER, Engine
from tests.bench.weight import table
from tests.tools.browser import find as find_browser
from tests.tools.nginx import HELP, Program, Server, fetch, serving
from tests.tools.wire import kilobytes

TYPED = 30
"""Milliseconds between letters of someone who types fast."""
NOTES = """\
Byte lewat nginx, gzip, HTTP/1.1, kepala ikut dihitung; pembaca baru tiap kali. Tanpa lembar cetak dan daftar A–Z pada
pembanding. Bila entri di sebuah halaman yang dicari, pembanding cukup menemukan halamannya. Sambungan lambat: 150 mdtk,
1,6/0,75 Mbit/dtk, CPU halaman 4× lebih lambat (pekerja latar Material dan Pagefind tidak); dari membuka alamat hasil,
CSS dan JS situs sudah tersimpan. Pagefind tampil di halaman kosong, kita dengan seluruh /cari/. Rasio: pada
ketepatan dan temuan lebih besar lebih baik, pada yang lain lebih kecil."""
HEAD = ("Pencarian", "kita", "Material", "Pagefind", "kita/Material", "kita/Pagefind", "sasaran", "hasil")
Figures = Sequence[float | None]
"""Ours, Material's, Pagefind's; None where there is none."""


@dataclass(frozen=True)
class Row:
    """One line; a target is met when our figure is at most this."""

    what: str
    figures: Figures
    written: Callable[[float], str]
    most: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of this line."""
        first, *others = self.figures
        told = ["" if figure is None else self.written(figure) for figure in self.figures]
        ratios = [decimal(first / other) if first is not None and other else "" for other in others]
        if self.most is None or first is None:
            return self.what, *told, *ratios, "", ""
        verdict = "tercapai" if first <= self.most else "TIDAK tercapai"
        return self.what, *told, *ratios, f"≤ {self.written(self.most)}", verdict


def say(what: str) -> None:
    """What is being measured now."""
    print(f"Mengukur pencarian: {what} …", file=sys.stderr, flush=True)


def answers(browser: Browser, server: Server, engine: Engine, queries: Sequence[str]) -> list[list[str]]:
    """The addresses of the first ten results of each query."""
    page = engine.open(browser, server)
    found: list[list[str]] = [page.evaluate("query => window.cari(query)", query) for query in queries]
    page.context.close()
    return found


def relevance(
    browser: Browser, served: Sequence[tuple[Engine, Server]], judged: Sequence[Any]
) -> Iterator[Row]:
    """Both halves apart."""
    found = [answers(browser, server, engine, [each["cari"] for each in judged]) for engine, server in served]
    for half in ("setel", "uji"):
        for what, measure, key, kind in (
            ("hasil pertama tepat", first_right, "pertama", None), ("temuan di 10 teratas", share, "relevan", None),
            ("salah ketik, hasil pertama tepat", first_right, "pertama", "salah-ketik"),
        ):  # fmt: skip
            chosen = [number for number, each in enumerate(judged) if each["bagian"] == half and kind in (None, each["jenis"])]  # fmt: skip
            wanted = [judged[number][key] for number in chosen]
            figures = [measure([each[number] for number in chosen], wanted, place > 0) for place, each in enumerate(found)]  # fmt: skip
            yield Row(f"{half}: {what} ({len(chosen)})", figures, decimal)


def loads(browser: Browser, server: Server, engine: Engine, queries: Sequence[str]) -> list[tuple[int, int]]:
    """Bytes and requests of the first query of a reader, then those that the next ones add."""
    engine.loaded(server)
    page, cost = engine.open(browser, server), []
    for query in queries:
        page.evaluate("query => window.cari(query)", query)
        cost.append(engine.loaded(server))
    page.context.close()
    return cost


def typed(browser: Browser, server: Server, engine: Engine, queries: Sequence[str]) -> list[tuple[int, int]]:
    """The same for someone who types on our page of results and is offered names."""
    engine.loaded(server)
    page, cost = browser.new_context().new_page(), []
    page.goto(search_peers.address(server) + "cari/", wait_until="networkidle")
    field = page.locator("[data-finder] form[role=search] input[name=q]")
    for query in queries:
        field.fill("")
        field.press_sequentially(query, delay=TYPED)
        field.press("Enter")
        page.wait_for_timeout(300)
        cost.append(engine.loaded(server))
    page.context.close()
    return cost


def load_rows(what: str, costs: Sequence[Sequence[Sequence[tuple[int, int]]] | None]) -> Iterator[Row]:
    """Median and maximum of bytes, median of requests, of the first query and of the next."""
    for number, name in enumerate(("kueri pertama", "kueri berikut")):
        every = [None if cost is None else [pair[number] for pair in cost] for cost in costs]
        for words, middle in (("median", statistics.median), ("terbesar", max)):
            yield Row(f"{what}{name}: byte, {words}", [None if each is None else middle(size for size, _ in each) for each in every], kilobytes)  # fmt: skip
        yield Row(f"{what}{name}: permintaan, median", [None if each is None else statistics.median(count for _, count in each) for each in every], lambda count: decimal(count, 0))  # fmt: skip


def waits(
    browser: Browser, served: Sequence[tuple[Engine, Server]], program: str, names: Sequence[str]
) -> Iterator[Row]:
    """Medians of five on the slow line; the queries are names of programs, which every search finds."""
    ways = (search_line.ours(program), search_line.material(program), search_line.pagefind())
    servers = [server for _, server in served]
    pairs = [(names[number], names[number + 5]) for number in range(5)]
    timed = [[search_line.results(browser, server, way, pair) for pair in pairs] for server, way in zip(servers, ways, strict=True)]  # fmt: skip
    known = [search_line.results(browser, servers[1], ways[1], pair, known=True)[0] for pair in pairs]
    words = [next(word for word in name.split() if len(word) > 4).lower() for name in names[:5]]
    offered = [statistics.median(search_line.suggestion(browser, server, way, word) for word in words) for server, way in zip(servers, ways, strict=True)]  # fmt: skip
    firsts, following = ([statistics.median(pair[at] for pair in each) for each in timed] for at in (0, 1))
    yield Row("Sambungan lambat: hasil pertama tampak", firsts, seconds, 1.5)
    yield Row("… bila Material sudah memuat indeksnya", [firsts[0], statistics.median(known), None], seconds)
    yield Row("Sambungan lambat: hasil kueri berikut", following, seconds, 0.7)
    yield Row("Sambungan lambat: dari huruf ke saran", offered, seconds, 0.05)


def indexing(project: Path, files: Path, *pages: Path) -> Any:
    """What `indexing.py` says of a project."""
    command: list[str | Path] = [sys.executable, "-m", "tests.bench.indexing", project, files, *pages]
    return json.loads(measured(command, ROOT).output.splitlines()[-1])


def large(browser: Browser, program: Program, work: Path, programs: int) -> Iterator[Row]:
    """An invented city: CPU of the three indexes, bytes of first queries, the size of Material's index."""
    say(f"kota rekaan, {programs} program")
    measured([sys.executable, HERE / "generate.py", work / "kota", str(programs)], ROOT)
    told = indexing(work / "kota", work / "indeks", work / "halaman")
    other, pagefind_cpu = search_peers.pagefind(work / "halaman", work / "pagefind")
    index_size, material_cpu = search_peers.material_index(work / "halaman")
    mine = search_peers.ours(work / "indeks", work / "kita", [])
    chance = random.Random(1)
    names = chance.sample(told["programs"], 20)
    queries = [" ".join(word for word in name.split() if not word.isdigit() and word != "untuk").lower() for name in names]  # fmt: skip
    costs = []
    for engine in (mine, other):
        with serving(program, engine.site, []) as server:
            costs.append([loads(browser, server, engine, [query])[0][0] for query in queries])
    size = f"{programs} program, {told['entries']} entri"
    yield Row(f"{size}: membuat indeks, CPU", [told["index"], material_cpu, pagefind_cpu], seconds)
    yield Row(f"{size}: indeks ulang sesudah satu perubahan, CPU", [told["rebuild"], None, None], seconds)
    yield Row(f"{size}: kueri pertama, median (Material: indeksnya saja)", [statistics.median(costs[0]), index_size, statistics.median(costs[1])], kilobytes)  # fmt: skip


def rows(
    program: Program, browser: Browser, site: Path, plain: Path, work: Path, programs: int
) -> Iterator[Row]:
    """Every row of the table."""
    judged = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
    chosen = [each["cari"] for each in judged]
    some = [(chosen[at], chosen[at + 4]) for at in range(0, len(chosen), len(chosen) // 20)][:20]
    told = indexing(ROOT, work / "indeks-kita")
    visited = min(page.parent.name for page in plain.glob("program/*/index.html") if (site / "program" / page.parent.name).exists())  # fmt: skip
    visited = f"program/{visited}/"
    mine = search_peers.ours(site, work / "kita", [visited])
    built = search_peers.material(plain, work / "material", [visited])
    other, pagefind_cpu = search_peers.pagefind(site, work / "pagefind")
    with ExitStack() as stack:
        served = [(engine, stack.enter_context(serving(program, engine.site, [visited, "cari"] if engine is mine else [visited] if engine is built else ["hasil"]))) for engine in (mine, built, other)]  # fmt: skip
        say("temuan")
        yield from relevance(browser, served, judged)
        say("muatan")
        costs = [[loads(browser, server, engine, pair) for pair in some] for engine, server in served]
        yield from load_rows("", costs)
        yield from load_rows("Diketik, dengan saran: ", [[typed(browser, served[0][1], mine, pair) for pair in some[::2]], None, None])  # fmt: skip
        page_size = len(gzip.compress((site / "cari" / "index.html").read_bytes(), 9))
        yield Row("Halaman /cari/ itu sendiri: byte", [page_size, None, None], kilobytes)
        say("waktu tunggu")
        yield from waits(browser, served, visited, told["programs"])
    _, material_cpu = search_peers.material_index(site)
    yield Row(f"Kota di data/, {told['entries']} entri: membuat indeks, CPU", [told["index"], material_cpu, pagefind_cpu], seconds)  # fmt: skip
    yield Row("Kota di data/: indeks ulang sesudah satu perubahan, CPU", [told["rebuild"], None, None], seconds, 0.5)  # fmt: skip
    yield from large(browser, program, work / "besar", programs)


def main() -> None:
    """Measure everything, print one table."""
    parser = argparse.ArgumentParser(description="Bandingkan pencarian kita dengan Material dan Pagefind.")
    parser.add_argument("--programs", type=int, default=5000, help="besar kota rekaan (bawaan: 5000 program)")
    parser.add_argument("sites", type=Path, nargs="*", help="situs kita dan Material polos; dibangun bila tidak disebut")  # fmt: skip
    chosen = parser.parse_args()
    program, path = fetch(), find_browser()
    if program is None or path is None:
        sys.exit(HELP if program is None else "Tidak ada peramban; jalankan dahulu: make test")
    arguments = [*BROWSER, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with tempfile.TemporaryDirectory(prefix="masterplan-cari-") as folder, sync_playwright() as playwright:
        work = Path(folder)
        if len(chosen.sites) != 2:
            build(ROOT / "mkdocs.yml", work / "metro", 1)
            peer(ROOT, work, 1)
        site, plain = chosen.sites if len(chosen.sites) == 2 else (work / "metro", work / "plain")
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            every = list(rows(program, browser, site, plain, work, chosen.programs))
        except CouldNotRun as error:
            sys.exit(str(error))
        finally:
            browser.close()
    print(NOTES)
    print(table([HEAD, *(row.cells for row in every)]))


if __name__ == "__main__":
    main()
