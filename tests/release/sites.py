"""Small sites as a build leaves them, to be published by tests, and what fits around publishing."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from content_tools.release.local import LocalPlace
from content_tools.release.manifest import write_sums
from content_tools.release.publishing import Outcome, publish

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'"
EDITOR = "default-src 'none'; script-src 'self'; connect-src https://forge.example; base-uri 'none'"
NOON = 1_795_521_600
"""24 November 2026, 12.00 UTC."""


def quiet(phase: str) -> None:
    """Hears what publishing says of itself, and keeps it."""


def hashed(stem: str, ending: str, content: str) -> str:
    """The name of a file that is called by its content."""
    return f"{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}{ending}"


def make_site(folder: Path, word: str = "satu", pages: int = 3, noindex: bool = False) -> Path:
    """A sealed site whose every page, style and search index holds `word`; what was in the folder goes."""
    shutil.rmtree(folder, ignore_errors=True)
    style = f"p{{content:'{word}'}}\n" + "/* gaya */" * 40
    engine = f"var mesin='{word}';" + "var kosong=1;" * 40
    css, search = hashed("situs", ".css", style), hashed("cari", "", engine)
    robots = '<meta name="robots" content="noindex">' if noindex else ""

    def write(name: str, text: str) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")

    def page(name: str, root: str, policy: str = POLICY) -> None:
        head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">{robots}'
        head += f'<link rel="stylesheet" href="{root}assets/{css}">'
        body = (
            f'<p>{word}</p><a href="{root}">Beranda</a><i data-search="{root}assets/{search}/mesin.js"></i>'
        )
        write(name, f"<!doctype html><html><head>{head}</head><body>{body * 8}</body></html>")

    page("index.html", "./")
    page("404.html", "/")
    for number in range(pages - 2):
        page(f"program/p{number}/index.html", "../../")
    page("sunting/index.html", "../", EDITOR)
    write(
        "program/lama/index.html",
        '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=../p0/">'
        '<p><a href="../p0/">Pindah</a></p>',
    )
    write(f"assets/{css}", style)
    write(f"assets/{search}/mesin.js", engine)
    write("data/program.csv", "id,nama\n" + f"p0,{word}\n" * 30)
    write("kecil.txt", "ya")
    write_sums(folder)
    return folder


def published(site: Path, target: Path, now: int = NOON, keep: int = 5) -> Outcome:
    """The site, put online in a folder."""
    return publish(site, LocalPlace(target), now, quiet, keep=keep)


def live_word(target: Path) -> str:
    """Which of our sites a server would read now."""
    text = (target / "kini" / "situs" / "index.html").read_text("utf-8")
    return text.partition("<p>")[2].partition("</p>")[0]


def release_names(target: Path) -> list[str]:
    """Everything that lies among the releases, hidden or not."""
    return sorted(path.name for path in (target / "rilis").iterdir())
