"""A copy of a built site that opens from a folder, without a server: its links name files instead of folders."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_FOLDER_LINK = re.compile(r"(\s(?:href|action)=\"(?:\.{1,2}/|[^\":#?]*/)?)(?=[\"#?])")
_REFRESH = re.compile(r"(\scontent=\"\d+; ?url=[^\":#?]*/)(?=[\"#?])")
_SERVED = frozenset(("404.html", "sitemap.xml", "sitemap.xml.gz", "SHA256SUMS"))
"""What only a server or a search engine asks for; the list of hashes fits the pages as a server sends them."""


def _named(tag: str) -> str:
    """A tag whose links to folders name the page in them; empty links and links to anchors stay."""

    def file(match: re.Match[str]) -> str:
        return f"{match[1]}index.html" if match[1].endswith("/") else match[1]

    return _REFRESH.sub(r"\1index.html", _FOLDER_LINK.sub(file, tag))


def write_bundle(site: Path, target: Path) -> int:
    """Copy the built site `site` into `target`; returns how many pages.

    Raises FileNotFoundError when `site` holds no page, FileExistsError when `target` holds anything or lies inside
    the site: nothing of the reader's is overwritten.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site} bukan situs yang sudah dibangun; jalankan: make site")
    if target.resolve().is_relative_to(site.resolve()):
        raise FileExistsError(f"folder {target} terletak di dalam situs; pilih folder lain")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(f"folder {target} tidak kosong; pilih folder lain")
    pages = 0
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or name in _SERVED:
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".html":
            html = path.read_text("utf-8")
            (target / name).write_text(_TAG.sub(lambda match: _named(match[0]), html), "utf-8")
            pages += 1
        else:
            shutil.copyfile(path, target / name)
    return pages
