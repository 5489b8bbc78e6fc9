"""The searches that ours is measured beside, made of the same pages, and how each is asked in a browser.

Pagefind indexes the articles of our own HTML; Material's index is the one of the plain build. Sheets for printing and the
list A-Z, which repeat what other pages say, are left out of both: that helps them. Each is asked on an empty page by the
way its documentation or its own script asks: Pagefind by its JavaScript API, Material by the messages of its worker.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex
from playwright.sync_api import Browser, Page

from tests.bench.run import CouldNotRun, measured
from tests.tools.nginx import Server

_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
HOST = "situs.test"
"""A name for this machine: Chromium asks localhost for brotli too, a plain host only for gzip."""
BROWSER = (f"--host-resolver-rules=MAP {HOST} 127.0.0.1",)
EMPTY = "ukur/"
PAGE = '<!doctype html>\n<html lang="id"><meta charset="utf-8"><title>Ukur</title><body><main></main></body></html>\n'
PAGEFIND_PAGE = """<!doctype html>
<html lang="id"><meta charset="utf-8"><title>Ukur</title><body><main><ol></ol></main><script type="module">
const pagefind = await import("/pagefind/pagefind.js");
window.cari = async query => {
  const list = document.querySelector("ol");
  const found = await pagefind.search(query);
  list.textContent = "";
  found.results.slice(0, 10).map(async result => {
    const data = await result.data();
    const item = document.createElement("li");
    item.innerHTML = "<a href='" + data.url + "'>" + data.meta.title + "</a><p>" + data.excerpt + "</p>";
    list.append(item);
  });
};
const query = new URLSearchParams(location.search).get("q");
if (query) window.cari(query);
</script></body></html>
"""
"""The least that shows results: the first that arrives is shown first, with nothing around it."""

ASK_OURS = """async engine => {
  await new Promise(resolve => {
    const script = document.createElement("script");
    script.src = "/" + engine;
    script.onload = resolve;
    document.head.append(script);
  });
  const search = window.masterplanSearch;
  await search.load("saring");
  window.cari = async query => {
    const answer = await search.ask(query);
    const rows = await search.shown(answer.hits.slice(0, 10).map(hit => hit.entry));
    return rows.map(row => row.path);
  };
}"""
ASK_MATERIAL = """async engine => {
  const { config, docs } = await (await fetch("/search/search_index.json")).json();
  const worker = new Worker("/" + engine);
  const waiting = [];
  worker.onmessage = event => waiting.shift()(event.data);
  const tell = message => new Promise(resolve => { waiting.push(resolve); worker.postMessage(message); });
  await tell({ type: 0, data: { config, docs, options: { suggest: false } } });
  window.cari = async query =>
    (await tell({ type: 2, data: query })).data.items.slice(0, 10).map(group => group[0].location);
}"""
ASK_PAGEFIND = """async engine => {
  const pagefind = await import("/" + engine);
  window.cari = async query => {
    const found = await pagefind.search(query);
    const shown = await Promise.all(found.results.slice(0, 10).map(result => result.data()));
    return shown.map(each => each.url.replace(/^[/]/, ""));
  };
}"""


@dataclass(frozen=True)
class Engine:
    """One search on a site to be served."""

    site: Path
    script: str
    """The address of its script."""
    ask: str
    """JavaScript that makes `cari(query)`: a promise of the addresses of the first ten results."""
    parts: tuple[str, ...]
    """Beginnings of the addresses that are loaded only for the search."""

    def open(self, browser: Browser, server: Server) -> Page:
        """An empty page of a new reader, with the search ready for questions."""
        page = browser.new_context().new_page()
        page.goto(address(server) + EMPTY)
        page.evaluate(self.ask, self.script)
        return page

    def loaded(self, server: Server) -> tuple[int, int]:
        """Bytes (heads and bodies, gzip) and requests for the search since the last call."""
        own = [answer for answer in server.answers() if answer.address.startswith(self.parts)]
        return sum(answer.bytes for answer in own), len(own)


def address(server: Server) -> str:
    """Where a browser with `BROWSER` finds a server."""
    return server.url.replace("127.0.0.1", HOST)


def repeats(path: str) -> bool:
    """Whether a page only repeats others: a sheet for printing, the list of everything."""
    return path == "cari/" or path.endswith("/lembar/")


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    """Address and HTML of every page for the other indexes."""
    for file in sorted(site.rglob("index.html")):
        path = f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")
        html = file.read_text("utf-8")
        if not repeats(path) and 'http-equiv="refresh"' not in html:
            yield path, html


def _only(site: Path, target: Path, parts: Iterable[str]) -> Path:
    """A copy of some parts of a site, so that not every file of it is compressed."""
    for part in parts:
        if (site / part).is_dir():
            shutil.copytree(site / part, target / part)
        elif (site / part).exists():
            shutil.copyfile(site / part, target / part)
    (target / EMPTY).mkdir()
    (target / EMPTY / "index.html").write_text(PAGE, "utf-8")
    return target


def ours(site: Path, target: Path, programs: Iterable[str]) -> Engine:
    """Our search as it was built; these program pages are served too."""
    engine = next(site.glob("assets/cari*/mesin.js")).relative_to(site).as_posix()
    folder = engine.removesuffix("mesin.js")
    return Engine(_only(site, target, ["assets", "cari", *programs]), engine, ASK_OURS, (f"/{folder}",))


def material(site: Path, target: Path, programs: Iterable[str]) -> Engine:
    """Material's search of the plain build. Its titles are the pages' headings, as when these are written in Markdown;
    those of our finished HTML, which also hold the abbreviations, it would leave among the text."""
    copy = _only(site, target, ["assets", "search", *programs])
    file = copy / "search" / "search_index.json"
    index = json.loads(file.read_text("utf-8"))
    index["docs"] = [each for each in index["docs"] if not repeats(each["location"].split("#")[0])]
    for each in index["docs"]:
        if "#" not in each["location"] and (heading := _HEADING.search((site / each["location"] / "index.html").read_text("utf-8"))):  # fmt: skip
            each["title"] = _TAG.sub("", heading[1]).strip()
    file.write_text(json.dumps(index, separators=(",", ":")), "utf-8")
    worker = next(copy.glob("assets/javascripts/workers/search.*.min.js")).relative_to(copy).as_posix()
    return Engine(copy, worker, ASK_MATERIAL, ("/search/", "/assets/javascripts/workers/", "/assets/javascripts/lunr/"))  # fmt: skip


def pagefind(site: Path, target: Path) -> tuple[Engine, float]:
    """Pagefind's search of the articles of a site, and the CPU seconds that making it took."""
    try:
        binary = import_module("pagefind_bin").get_executable()
    except ImportError as error:
        raise CouldNotRun("Pagefind belum terpasang; jalankan: make bench") from error
    pages = target / "halaman"
    for path, html in _pages(site):
        (pages / path).mkdir(parents=True, exist_ok=True)
        (pages / path / "index.html").write_text(html, "utf-8")
    served = target / "situs"
    options: list[str | Path] = ["--site", pages, "--output-path", served / "pagefind", "--silent"]
    cost = measured([binary, *options, "--root-selector", "main article"], target)
    for unused in (served / "pagefind").glob("pagefind-*ui.*"):
        unused.unlink()
    (served / EMPTY).mkdir()
    (served / EMPTY / "index.html").write_text(PAGE, "utf-8")
    (served / "hasil").mkdir()
    (served / "hasil" / "index.html").write_text(PAGEFIND_PAGE, "utf-8")
    return Engine(served, "pagefind/pagefind.js", ASK_PAGEFIND, ("/pagefind/",)), cost.cpu


def material_index(site: Path) -> tuple[int, float]:
    """The index that Material's plugin makes of the articles of a site: its bytes (gzip) and its CPU seconds."""
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}}
    index = SearchIndex(lang=["en"], separator=r"[\s\-]+", pipeline=[" "], fields=fields)
    spent = 0.0
    for path, html in _pages(site):
        article = html.split("<article", 1)[1].split(">", 1)[1].rsplit("</article>", 1)[0]
        title = html.split("<title>", 1)[1].split("</title>", 1)[0]
        start = time.process_time()
        index.add_entry_from_context(SimpleNamespace(meta={}, content=article, toc=[], url=path, title=title))
        spent += time.process_time() - start
    start = time.process_time()
    text = index.generate_search_index(None)
    spent += time.process_time() - start
    return len(gzip.compress(text.encode(), 9)), spent
