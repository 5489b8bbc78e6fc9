"""Icons drawn into the page: Material's own files, read once, for the eye only."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

_NAME = re.compile(r"[a-z0-9-]+/[a-z0-9/-]+")


@cache
def material_folder() -> Path | None:
    """Where Material keeps its templates, styles and icons; None when it is not installed."""
    spec = find_spec("material")
    return Path(spec.origin).parent / "templates" if spec and spec.origin else None


@cache
def icon(name: str | None) -> Markup:
    """The drawing of `material/leaf`; nothing for a name that does not exist."""
    folder = material_folder()
    if not name or folder is None or not _NAME.fullmatch(name):
        return Markup("")
    path = folder / ".icons" / f"{name}.svg"
    if not path.is_file():
        return Markup("")
    drawing = path.read_text("utf-8").strip()
    return Markup(drawing.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))
