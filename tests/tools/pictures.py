"""Take the pictures of the README anew: `make pictures`. Builds Metro's site, opens six pages in a browser."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.conftest import ROOT, build, serving
from tests.tools.browser import find

PICTURES = (
    ("beranda", "", 1280, "light"),
    ("program", "program/mpp/", 1280, "light"),
    ("kelurahan", "kelurahan/yosodadi/", 390, "light"),
    ("peta-jalan", "peta-jalan/governance/", 1280, "light"),
    ("dimensi", "dimensi/", 1280, "dark"),
    ("ponsel", "program/", 390, "dark"),
)
"""Name of the picture, address of the page, width in CSS pixels, colour scheme."""

HEIGHT = 840
FOLDER = ROOT / ".github" / "gambar"


def main() -> int:
    """Write `.github/gambar/<name>.png`; exit status 1 when there is no browser or no site."""
    path = find()
    if path is None:
        print("Tidak ada peramban; jalankan `make test`, yang memasangnya.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "situs"
        done = build(ROOT / "mkdocs.yml", site)
        if done.returncode:
            print(done.stdout + done.stderr, file=sys.stderr)
            return 1
        with serving(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for name, page_path, width, scheme in PICTURES:
                page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
                page.goto(address + page_path)
                taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(128)
                taken.save(FOLDER / f"{name}.png", optimize=True)
                page.close()
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
