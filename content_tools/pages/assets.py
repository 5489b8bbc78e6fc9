"""The site's own styles and scripts: small files joined, each result named by its content.

A name with a hash may be kept by a browser for ever; a changed file gets another name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from content_tools.pages.icons import material_folder

THEME = Path(__file__).parent.parent / "theme"
EARLY = "early-scheme.js"
"""The one script that runs before anything is drawn."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")


@dataclass(frozen=True)
class Assets:
    """Addresses below the site's root, and what lies there."""

    styles: str
    script: str
    early: str
    icon: str
    files: dict[str, bytes]


def _named(stem: str, suffix: str, content: str) -> tuple[str, bytes]:
    data = content.encode()
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{suffix}", data


def joined(paths: Iterable[Path]) -> str:
    """The files after each other, without comments and indentation."""
    text = "\n".join(path.read_text("utf-8") for path in sorted(paths))
    return _INDENT.sub("\n", _COMMENT.sub("", text)).strip() + "\n"


def _material_styles() -> str:
    """Material's style sheet: the base our own styles stand on. Its named palettes are not used."""
    folder = material_folder()
    if folder is None:
        raise FileNotFoundError("mkdocs-material tidak terpasang; jalankan: make site")
    (path,) = folder.glob("assets/stylesheets/main.*.min.css")
    return re.sub(r"\n?/\*# sourceMappingURL=.*?\*/", "", path.read_text("utf-8"))


def assets() -> Assets:
    """Read and join what lies in the theme's folder.

    Raises FileNotFoundError when Material is not installed.
    """
    scripts = [path for path in (THEME / "scripts").glob("*.js") if path.name != EARLY]
    styles = _named("situs", "css", _material_styles() + joined((THEME / "styles").glob("*.css")))
    script = _named("situs", "js", joined(scripts))
    early = _named("warna", "js", joined([THEME / "scripts" / EARLY]))
    icon = _named("lambang", "svg", (THEME / "favicon.svg").read_text("utf-8"))
    return Assets(styles[0], script[0], early[0], icon[0], dict((styles, script, early, icon)))
