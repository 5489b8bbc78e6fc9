"""Take the pictures of the README and of the staff guide anew: `make pictures`.

A picture of the guide carries the words it shows: a test compares them with the page as it is now, so that none
goes stale. They are taken of the invented city, whose records do not change with the city's work.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.conftest import EXAMPLE, ROOT, build, serving
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


@dataclass(frozen=True)
class GuidePicture:
    """A picture in the staff guide: its name, the page it is taken of, the part that is shown."""

    name: str
    path: str
    part: str


GUIDE = (
    GuidePicture("ubah-data-ini", "program/cafe-data/", "footer.record-foot"),
    GuidePicture("arti-pesan", "panduan/pesan/mp206/", "main"),
    GuidePicture("pratinjau", "program/", "aside.preview-mark"),
)
GUIDE_FOLDER = ROOT / "docs" / "panduan" / "gambar"
GUIDE_BUILD = {"PREVIEW": "1", "REPO_URL": "https://contoh.example/repo", "EDIT_URI": "edit/main/docs/"}
"""How the site is built for them: as a proposal's preview, with a repository."""
GUIDE_SIZE = {"width": 360, "height": 560}
WORDS = "isi"
"""The key under which a picture's file holds the words it shows."""


def shown(page: Page, picture: GuidePicture) -> str:
    """The words of the part that a picture shows, from its top down to the picture's height."""
    words: str = page.locator(picture.part).first.evaluate(
        """(part, height) => {
          const top = part.getBoundingClientRect().top;
          const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), words = [];
          while (walker.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(walker.currentNode);
            const box = range.getBoundingClientRect(), text = walker.currentNode.data.trim();
            if (text && box.width > 1 && box.top - top < height) words.push(text.replace(/\\s+/g, " "));
          }
          return words.join(" ");
        }""",
        GUIDE_SIZE["height"],
    )
    return words


def guide_pictures(browser: Browser, address: str) -> Iterator[tuple[GuidePicture, Page]]:
    """Every picture of the guide with its page opened where the guide's build is served."""
    page = browser.new_page(viewport=GUIDE_SIZE, color_scheme="light")  # type: ignore[arg-type]
    for picture in GUIDE:
        page.goto(address + picture.path)
        yield picture, page
    page.close()


def _save(shot: bytes, path: Path, words: str = "") -> None:
    """A picture of few colours, as small as it can be."""
    facts = PngInfo()
    if words:
        facts.add_itxt(WORDS, words)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(64 if words else 128).save(
        path, optimize=True, pnginfo=facts
    )


def _readme(browser: Browser, address: str) -> None:
    for name, path, width, scheme in PICTURES:
        page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(address + path)
        _save(page.screenshot(), FOLDER / f"{name}.png")
        page.close()


def _guide(browser: Browser, address: str) -> None:
    for picture, page in guide_pictures(browser, address):
        box = page.locator(picture.part).first.bounding_box()
        assert box is not None, picture
        page.evaluate("top => window.scrollTo(0, top)", box["y"])
        _save(page.screenshot(), GUIDE_FOLDER / f"{picture.name}.png", shown(page, picture))


def main() -> int:
    """Write the pictures; exit status 1 when there is no browser or no site."""
    path = find()
    if path is None:
        print("Tidak ada peramban; jalankan `make test`, yang memasangnya.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, config, variables, take in (
            ("contoh", EXAMPLE / "mkdocs.yml", GUIDE_BUILD, _guide),
            ("metro", ROOT / "mkdocs.yml", {}, _readme),
        ):
            site = Path(folder) / name
            done = build(config, site, **variables)
            if done.returncode:
                print(done.stdout + done.stderr, file=sys.stderr)
                return 1
            with serving(site) as address:
                take(browser, address)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
