"""Every page as a file that any Markdown site builder prints: front matter, then the finished HTML.

The way out of MkDocs: what the hook hands over event by event lies here as plain files.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from content_tools.exports.data_files import data_files
from content_tools.exports.feed import feeds
from content_tools.pages.all import all_pages
from content_tools.pages.converted import converted_html
from content_tools.pages.press import Press
from content_tools.reading.front_matter import split_page


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
        html = converted_html(press, uri, words.get("title", ""), body)
        pages.setdefault(uri, _file(words.get("title", ""), words.get("description", ""), html))
    for uri, content in pages.items():
        (target / uri).parent.mkdir(parents=True, exist_ok=True)
        (target / uri).write_text(content, "utf-8")
    for uri, data in (*data_files(press), *feeds(press)):
        (target / uri).parent.mkdir(parents=True, exist_ok=True)
        (target / uri).write_bytes(data)
    return len(pages)
