"""Serves a project while it is edited: a broken file shows what to repair on every page, never a hang."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import DAY, EXAMPLE, ROOT, Scratch

PAGES = ("", "program/", "program/bus-kota-reka/", "tentang/", "sumber/", "rencana/quick-win/")
"""Written and generated pages."""

PROGRAM = "data/program/bus-kota-reka.yml"


class Served:
    """A project being served: its files and its pages."""

    def __init__(self, scratch: Scratch, url: str, log: Path) -> None:
        self.scratch, self.url, self.log = scratch, url, log

    def page(self, path: str) -> str:
        """A page as it is now. No request may take longer than 20 s."""
        with urllib.request.urlopen(self.url + path, timeout=20) as answer:
            return answer.read().decode("utf-8")

    def wait(self, path: str, fits: Callable[[str], bool]) -> str:
        """The page as soon as it fits; the last one seen when it does not within a minute."""
        html, end = "", time.monotonic() + 60
        while time.monotonic() < end:
            try:
                html = self.page(path)
                if fits(html):
                    return html
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.2)
        raise AssertionError(f"{path or '/'} stayed:\n{html[-3000:]}\n{self.log.read_text('utf-8')[-3000:]}")


def copy_of_the_example(folder: Path, code: Path = ROOT) -> Scratch:
    """The invented city in another folder, with this checkout's code or a copy of it."""
    root = Path(shutil.copytree(EXAMPLE, folder / "kota"))
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../", f"{code}/"), "utf-8")
    return Scratch(root)


@contextmanager
def serving_live(scratch: Scratch, code: Path = ROOT) -> Iterator[Served]:
    """A project under `mkdocs serve` on a free port, once its home page answers; `code` holds content_tools."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    log = scratch.root.parent / "catatan.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(scratch.root / "mkdocs.yml"), "-a", place]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
    with log.open("w") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink, env=variables, cwd=code)
        try:
            served = Served(scratch, f"http://{place}/", log)
            served.wait("", lambda html: "<h1" in html)
            yield served
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A private copy of the invented city, served while the tests of this file run."""
    with serving_live(copy_of_the_example(tmp_path_factory.mktemp("hidup"))) as running:
        yield running


@pytest.fixture
def served(live: Served) -> Iterator[Served]:
    """The served city, sound again after each test."""
    yield live
    for folder in ("data", "docs"):
        for file in (EXAMPLE / folder).rglob("*.*"):
            copy = live.scratch.root / file.relative_to(EXAMPLE)
            if copy.read_bytes() != file.read_bytes():
                copy.write_bytes(file.read_bytes())
    live.wait("tentang/", lambda html: "Perlu diperbaiki" not in html)


@pytest.fixture(scope="module")
def with_own_code(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The invented city, served by a copy of the code whose theme a test may edit."""
    folder = tmp_path_factory.mktemp("tema")
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "content_tools", folder / "content_tools", ignore=leave_out)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    with serving_live(copy_of_the_example(folder, code=folder), code=folder) as running:
        yield running


def test_an_edited_record_changes_its_page(served: Served) -> None:
    assert "Halte Baru Coba" not in served.page("program/bus-kota-reka/")
    served.scratch.edit(PROGRAM, lambda text: re.sub(r'(?m)^nama: ".*"', 'nama: "Halte Baru Coba"', text))
    served.wait("program/bus-kota-reka/", lambda html: "<h1>Halte Baru Coba" in html)
    assert "Halte Baru Coba" in served.page("program/")


def test_an_edited_page_changes_too(served: Served) -> None:
    served.scratch.edit("docs/tentang/index.md", lambda text: text + "\n\nKalimat yang baru ditulis.\n")
    served.wait("tentang/", lambda html: "Kalimat yang baru ditulis." in html)


def test_a_new_record_gets_its_page_and_a_removed_one_loses_it(served: Served) -> None:
    program = served.scratch.root / PROGRAM
    new = program.with_name("bus-malam.yml")
    text = program.read_text("utf-8").replace('id: "bus-kota-reka"', 'id: "bus-malam"')
    new.write_text(re.sub(r'(?m)^nama: ".*"', 'nama: "Bus Malam"', text), "utf-8")
    served.wait("program/bus-malam/", lambda html: "<h1>Bus Malam" in html)
    new.unlink()
    served.wait("program/", lambda html: "Bus Malam" not in html)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.page("program/bus-malam/")


def stands_in_the_frame_without_records(served: Served, path: str, html: str) -> None:
    """Head, menu and content of a page as always; neither identity nor foot, which come from records."""
    tree = LexborHTMLParser(html)
    assert [node.text() for node in tree.css("h1")] == ["Perlu diperbaiki"], path
    assert tree.css_first("body > main#isi > article ol.problems"), path
    assert tree.css_first("body > a.skip[href='#isi']"), path
    assert [link.text().strip() for link in tree.css("header .site-nav a")][:2] == ["Beranda", "Program"], (
        path
    )
    assert tree.css(".identity-bar, .site-foot a, .site-foot p, meta[property], script[type]") == [], path
    for selector, attribute in (
        ("link[rel=stylesheet]", "href"),
        ("link[rel=icon]", "href"),
        ("script[src]", "src"),
    ):
        for node in tree.css(selector):
            assert served.page(urljoin(path, node.attributes[attribute] or "")), path


def test_a_broken_record_turns_every_page_into_the_list_of_problems_until_it_is_repaired(
    served: Served,
) -> None:
    sound = (served.scratch.root / PROGRAM).read_text("utf-8")
    line = next(number for number, words in enumerate(sound.splitlines(), 1) if words.startswith("status:"))
    served.scratch.edit(PROGRAM, lambda text: re.sub(r'(?m)^status: ".*"', 'status: "jalan-terus"', text))
    for path in PAGES:
        html = served.wait(path, lambda html: "Perlu diperbaiki" in html)
        assert f"<code>{PROGRAM}:{line}:" in html, path
        assert "<code>jalan-terus</code>" in html, path
        assert "berjalan" in html, path
        stands_in_the_frame_without_records(served, path, html)
    served.scratch.edit(PROGRAM, lambda text: sound)
    for path in PAGES:
        html = served.wait(path, lambda html: "Perlu diperbaiki" not in html)
        tree = LexborHTMLParser(html)
        assert "Dikelola Pemerintah Kota Rekamaya" in tree.css_first(".identity-bar").text(), path
        assert tree.css(".site-foot a"), path


@pytest.mark.parametrize(
    ("file", "broken", "place"),
    [
        ("data/kota.yml", lambda text: text + "\nnama: [\n", "data/kota.yml:"),
        ("data/masterplan.yml", lambda text: "", "data/masterplan.yml"),
        ("docs/tentang/index.md", lambda text: text + "\n```tabel-progam\n```\n", "docs/tentang/index.md:"),
        ("docs/rencana/index.md", lambda text: "---\ntitle: [\n---\n" + text, "docs/rencana/index.md:"),
    ],
    ids=["unreadable", "empty", "unknown block", "front matter"],
)
def test_whatever_is_broken_every_page_still_answers(
    served: Served, file: str, broken: Callable[[str], str], place: str
) -> None:
    sound = (served.scratch.root / file).read_text("utf-8")
    served.scratch.edit(file, broken)
    served.wait("", lambda html: "Perlu diperbaiki" in html)
    for path in PAGES:
        assert place in served.page(path), path
    served.scratch.edit(file, lambda text: sound)
    served.wait("", lambda html: "Perlu diperbaiki" not in html)
    for path in PAGES:
        assert "Perlu diperbaiki" not in served.page(path), path


def test_what_is_broken_cannot_run_in_the_browser_that_shows_it(served: Served) -> None:
    attack = "<img src=x onerror=alert(1)>"
    served.scratch.edit(PROGRAM, lambda text: re.sub(r'(?m)^status: ".*"', f'status: "{attack}"', text))
    html = served.wait("", lambda html: "Perlu diperbaiki" in html)
    assert attack not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_a_project_broken_from_the_start_is_served_and_comes_up_when_repaired(scratch: Scratch) -> None:
    sound = (scratch.root / PROGRAM).read_text("utf-8")
    scratch.edit(PROGRAM, lambda text: text.replace('id: "bus-kota-reka"', 'id: "lain"'))
    with serving_live(scratch) as served:
        assert f"{PROGRAM}:" in served.wait("", lambda html: "Perlu diperbaiki" in html)
        scratch.edit(PROGRAM, lambda text: sound)
        page = served.wait("program/bus-kota-reka/", lambda html: "Perlu diperbaiki" not in html)
        assert "Sekilas" in page


def linked(html: str, selector: str, attribute: str) -> str:
    """The address in the one element of a page that fits."""
    (found,) = LexborHTMLParser(html).css(selector)
    return found.attributes[attribute] or ""


@pytest.mark.parametrize(
    ("file", "addition", "selector", "attribute"),
    [
        ("styles/40-pieces.css", ".baru-dicoba { margin: 0; }", "link[rel=stylesheet]", "href"),
        ("scripts/print.js", "window.baruDicoba = 1;", "script[defer]", "src"),
        ("scripts/early-scheme.js", "window.baruDicoba = 1;", "script[src]:not([defer])", "src"),
    ],
)
def test_an_edited_style_or_script_reaches_every_page_under_a_new_name(
    with_own_code: Served, file: str, addition: str, selector: str, attribute: str
) -> None:
    served, theme = with_own_code, with_own_code.scratch.root.parent / "content_tools/theme"
    before = {path: linked(served.page(path), selector, attribute) for path in PAGES}
    text = (theme / file).read_text("utf-8")
    (theme / file).write_text(f"{text}\n{addition}\n", "utf-8")
    for path in PAGES:
        html = served.wait(path, lambda html, old=before[path]: linked(html, selector, attribute) != old)
        address = linked(html, selector, attribute)
        assert addition in served.page(urljoin(path, address)), path


def test_an_edited_frame_reaches_every_page(with_own_code: Served) -> None:
    frame = with_own_code.scratch.root.parent / "content_tools/theme/main.html"
    frame.write_text(frame.read_text("utf-8").replace("Langsung ke isi", "Lompat ke isi"), "utf-8")
    for path in PAGES:
        with_own_code.wait(path, lambda html: ">Lompat ke isi<" in html)


@pytest.mark.browser
def test_a_browser_shows_an_edit_and_a_repair_without_being_asked(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(served.url + "tentang/")
    served.scratch.edit("docs/tentang/index.md", lambda text: text + "\n\nKalimat yang datang sendiri.\n")
    expect(page.get_by_text("Kalimat yang datang sendiri.")).to_be_visible(timeout=20_000)
    sound = (served.scratch.root / PROGRAM).read_text("utf-8")
    served.scratch.edit(PROGRAM, lambda text: re.sub(r'(?m)^status: ".*"', 'status: "jalan-terus"', text))
    expect(page.get_by_role("heading", name="Perlu diperbaiki")).to_be_visible(timeout=20_000)
    served.scratch.edit(PROGRAM, lambda text: sound)
    expect(page.get_by_text("Kalimat yang datang sendiri.")).to_be_visible(timeout=20_000)
    page.close()
