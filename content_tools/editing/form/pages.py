"""The files of the form: its page with a policy of its own, its configuration, the editor and its words."""

from __future__ import annotations

import json
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from content_tools.editing.canonical import yaml_text
from content_tools.editing.form.config import form_config, title
from content_tools.editing.form.host import Host
from content_tools.model.plan import Plan

OWN = Path(__file__).parent
ICON = OWN.parents[1] / "theme" / "favicon.svg"

LANGUAGES = re.compile(r"`ar,bg,[A-Za-z,-]+`(?=\.split\(`,`\))")
"""Where the editor lists the languages it can fetch."""

SHELF = re.compile(r"`https://unpkg\.com/@sveltia/cms`")
"""Where the editor fetches them from: a third party."""

FONT = re.compile(
    r"https://cdn\.jsdelivr\.net/fontsource/fonts/(?P<font>[a-z0-9-]+)(?P<variable>:vf)?@[0-9.]+/(?P<cut>[a-z0-9-]+\.woff2)"
)
"""Where the editor fetches its letters and icons from: another one."""


def form_files(plan: Plan, host: Host, modules: Path) -> dict[str, bytes]:
    """Path below `sunting/` to content. `modules` is the folder `node_modules` of requirements/cms.

    Raises OSError when something is not installed, ValueError when the editor is not the one this was written for.
    """
    package = modules / "@sveltia" / "cms"
    editor = (package / "dist" / "sveltia-cms.js").read_text("utf-8")
    described = json.loads((package / "package.json").read_text("utf-8"))
    files = {
        "index.html": _page(plan, host).encode(),
        "config.yml": yaml_text(form_config(plan, host)).encode(),
        "mulai.js": (OWN / "mulai.js").read_bytes(),
        "logo.svg": ICON.read_bytes(),
        "sveltia-cms.js": at_home(editor).encode(),
        "sveltia-cms.txt": (package / "LICENSE.txt").read_bytes(),
        f"sveltia@{described['version']}/locales/id.json": (OWN / "id.json").read_bytes(),
        # The editor asks this file whether there is a newer one than itself.
        "sveltia/package.json": json.dumps({"version": described["version"]}).encode(),
    }
    for found in FONT.finditer(editor):
        scope = "@fontsource-variable" if found["variable"] else "@fontsource"
        file = f"{found['font']}-{found['cut']}"
        files[f"huruf/{file}"] = (modules / scope / found["font"] / "files" / file).read_bytes()
    return files


def at_home(editor: str) -> str:
    """The editor's program with Indonesian among its languages; words, letters and icons come from beside it.

    What it would still fetch elsewhere (maps, code, pictures) belongs to widgets this form has not, and the page's
    policy refuses it.

    Raises ValueError unless each place is found as often as expected.
    """
    for place, words, expected in (
        (LANGUAGES, "`en-US,id`", 1),
        (SHELF, "`./sveltia`", 1),
        (FONT, r"huruf/\g<font>-\g<cut>", 3),
    ):
        editor, count = place.subn(words, editor)
        if count != expected:
            raise ValueError("penyunting ini bukan versi yang dikenal; pasang lagi dengan make cms")
    return re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", editor)


def policy(host: Host) -> str:
    """What the form's page may load and whom it may talk to: itself and the host of the data."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            " ".join(("img-src 'self' data: blob:", *host.pictures)),
            "font-src 'self'",
            "manifest-src blob:",
            " ".join(("connect-src 'self' data:", *host.addresses)),
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def _page(plan: Plan, host: Host) -> str:
    templates = Environment(loader=FileSystemLoader(OWN), autoescape=True, undefined=StrictUndefined)
    return templates.get_template("formulir.html").render(title=title(plan), policy=policy(host))
