"""Every page as a file that any Markdown site builder prints: front matter, then the finished HTML.

The way out of MkDocs: what the hook hands over event by event lies here as plain files.
"""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from pathlib import Path

import markdown
from markupsafe import Markup

from content_tools.exports.data_files import data_files
from content_tools.pages.all import all_pages
from content_tools.pages.markdown_text import EXTENSIONS
from content_tools.pages.press import Press
from content_tools.pages.sanitise import sanitise
from content_tools.pages.written import expand
from content_tools.reading.front_matter import split_page
from content_tools.visuals.links import ROOT, rooted

_PAGE_LINK = re.compile(r"href=\"(?![a-z]+:)([^\"#]*\.md)(#[^\"]*)?\"")


def path_of_uri(uri: str) -> str:
    """The address below the root of a source file: `rencana/index.md` → `rencana/`."""
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def _written_html(press: Press, uri: str, title: str, text: str) -> str:
    """A written page converted here: sanitised, filled, its links to `.md` files made addresses."""
    written = expand(press, text, f"docs/{uri}")
    converter = markdown.Markdown(extensions=[*EXTENSIONS, "toc"], output_format="html")
    html = sanitise(converter.convert(written.text))

    def address(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), match[1]))
        return f'href="{ROOT}{path_of_uri(target)}{match[2] or ""}"'

    html = _PAGE_LINK.sub(address, html)
    path = path_of_uri(uri)
    return rooted(press.written_html(written, Markup(html), title, path), path)


def _file(title: str, description: str, html: str) -> str:
    head = f"title: {json.dumps(title, ensure_ascii=False)}\ndescription: {json.dumps(description, ensure_ascii=False)}"
    return f"---\n{head}\n---\n\n<div>\n{html}\n</div>\n"


def write_pages(press: Press, docs: Path, target: Path) -> int:
    """Write all pages, and the other files of `docs`, into `target`; returns how many pages.

    Raises FileExistsError when `target` holds anything: nothing of the reader's is overwritten.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"folder {target} tidak kosong")
    pages = {
        page.uri: _file(page.title, page.description, press.page_html(page)) for page in all_pages(press)
    }
    for path in sorted(docs.rglob("*")):
        uri = path.relative_to(docs).as_posix()
        if path.is_dir() or uri.startswith("dimensi/"):
            continue
        if path.suffix != ".md":
            (target / uri).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / uri)
            continue
        words, body = split_page(path.read_text("utf-8-sig").replace("\r\n", "\n"))
        html = _written_html(press, uri, words.get("title", ""), body)
        pages.setdefault(uri, _file(words.get("title", ""), words.get("description", ""), html))
    for uri, content in pages.items():
        (target / uri).parent.mkdir(parents=True, exist_ok=True)
        (target / uri).write_text(content, "utf-8")
    for uri, data in data_files(press):
        (target / uri).parent.mkdir(parents=True, exist_ok=True)
        (target / uri).write_bytes(data)
    return len(pages)
