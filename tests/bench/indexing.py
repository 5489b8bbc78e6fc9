"""Our search index of one project, made in a process of its own: its CPU, its files, and the pages for other indexes.

Prints JSON: `entries` (how many), `programs` (names), `index` and `rebuild` (CPU seconds), `engine` (the address of its script).

    python -m tests.bench.indexing PROJECT FILES [PAGES]
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path

from content_tools.insight.facts import Facts
from content_tools.model.plan import Plan
from content_tools.pages.all import all_pages
from content_tools.pages.checking import check_project
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.reading.dates import build_day, data_day
from content_tools.reading.project import Project
from content_tools.search.entries import search_entries
from content_tools.search.index import Memory, SearchIndex, search_index

PAGE = '<!doctype html>\n<html lang="id"><head><meta charset="utf-8"><title>{title}</title></head>\n<body><main><article>{html}</article></main></body></html>\n'


def timed(press: Press, pages: list[Page], memory: Memory | None = None) -> tuple[SearchIndex, float]:
    """The index and the CPU seconds it took; the pages are known already, as in a build."""
    start = time.process_time()
    index = search_index(press, pages, memory)
    return index, time.process_time() - start


def changed(plan: Plan) -> Plan:
    """The plan with one word more in one program's name, a word that nothing else has: the dearest of small changes."""
    name, program = next(iter(plan.programs.items()))
    return replace(
        plan,
        programs={**plan.programs, name: program.model_copy(update={"name": f"{program.name} Ukurbanding"})},
    )


def write_pages(press: Press, pages: Iterable[Page], folder: Path) -> None:
    """The generated pages as a reader's browser gets them, without what stands around the article."""
    for page in pages:
        file = folder / page.path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title=escape(page.title), html=press.page_html(page)), "utf-8")


def main() -> None:
    """Arguments in, JSON out."""
    project, files = Project.at(Path(sys.argv[1])), Path(sys.argv[2])
    plan, problems = check_project(project)
    assert plan is not None, problems
    days = build_day(project.root), data_day(project.root)
    press = Press(Facts(plan, *days), project.docs)
    pages = all_pages(press)
    index, cpu = timed(press, pages)
    memory = Memory()
    timed(press, pages, memory)
    edited = Press(Facts(changed(plan), *days), project.docs)
    _, rebuild = timed(edited, all_pages(edited), memory)
    for uri, content in index.files.items():
        (files / uri).parent.mkdir(parents=True, exist_ok=True)
        (files / uri).write_bytes(content)
    if len(sys.argv) > 3:
        write_pages(press, pages, Path(sys.argv[3]))
    entries = len(search_entries(press, pages))
    names = [program.name for program in plan.programs.values()]
    print(
        json.dumps(
            {"entries": entries, "programs": names, "index": cpu, "rebuild": rebuild, "engine": index.engine}
        )
    )


if __name__ == "__main__":
    main()
