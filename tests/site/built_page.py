"""A page of a built site as the tests see it: its address, its kind, its HTML as a tree, its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import EXAMPLE, ROOT

INDEXES = ("program/", "kelurahan/", "peta-jalan/", "indikator/", "dimensi/", "dokumen/", "instansi/")
REGISTERS = ("dasar-hukum/", "sumber/", "istilah/", "belum-ditemukan/", "data/")


MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


FULLEST = (
    f"program/{max((ROOT / 'data' / 'program').glob('*.yml'), key=lambda path: path.stat().st_size).stem}/"
)
"""The real city's program with the most to tell, whatever it is called today."""


def kind_of(path: str) -> str:
    """What stands at an address: `program/mpp/` → program, `program/` → indeks, `tentang/` → tulisan."""
    parts = path.rstrip("/").split("/")
    if path == "404.html":
        return "404"
    if parts[0] == "perubahan":
        return "perubahan" if len(parts) == 1 else "perubahan-bulan"
    if path in INDEXES:
        return "indeks"
    if path in REGISTERS:
        return parts[0]
    if path == "" or parts[0] in ("rencana", "tentang", "en"):
        return "tulisan"
    if parts[0] == "panduan":
        return "pesan" if len(parts) == 3 else "pesan-daftar" if parts[-1] == "pesan" else "tulisan"
    if parts[-1] == "lembar":
        return "lembar"
    return parts[1] if len(parts) == 3 else parts[0]


def folded(text: str) -> str:
    """A text with every run of white space made one space."""
    return " ".join(text.split())


def in_words(day: str) -> str:
    """A day, a month or a year as sentences say it: 2026-02-20 → 20 Februari 2026."""
    year, *rest = day.split("-")
    return " ".join([*(str(int(number)) for number in rest[1:]), *(MONTHS[int(number) - 1] for number in rest[:1]), year])  # fmt: skip


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of a built site."""

    site: Path
    path: str
    """Its address below the root: `program/mpp/`; `404.html` keeps its name."""

    @property
    def kind(self) -> str:
        return kind_of(self.path)

    @property
    def generated(self) -> bool:
        """Whether it comes from records; the others are written by people or teach the messages of the check."""
        return self.kind not in ("tulisan", "404", "pesan", "pesan-daftar")

    @cached_property
    def html(self) -> str:
        file = self.site / self.path
        return (file / "index.html" if file.is_dir() else file).read_text("utf-8")

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @property
    def article(self) -> LexborNode:
        """The content between header and foot."""
        return self.one("article")

    def one(self, selector: str) -> LexborNode:
        """The only element that fits; a page with none or several is not the page we know."""
        found = self.tree.css(selector)
        assert len(found) == 1, f"{self.path}: {len(found)} × {selector}"
        return found[0]

    def words(self, selector: str) -> list[str]:
        """The text of each element that fits."""
        return [folded(element.text()) for element in self.tree.css(selector)]


@cache
def pages_of(site: Path) -> tuple[BuiltPage, ...]:
    """Every page of a built site; what only leads on to a new address is none."""
    files = [
        file for file in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")
    ]
    return tuple(
        BuiltPage(site, file.relative_to(site).as_posix().removesuffix("index.html")) for file in files
    )


def page_at(site: Path, path: str) -> BuiltPage:
    """The page at an address."""
    return next(page for page in pages_of(site) if page.path == path)


GUIDE = ("panduan/ubah-angka/", "panduan/naskah-resmi/")
"""Pages of the staff guide that hold all that its pages are made of: pictures, code, tables, lists."""


def one_of_each_kind(site: Path) -> list[str]:
    """An address of every kind of page, and every index and register, for the tests that open a browser."""
    first: dict[str, str] = {}
    for page in pages_of(site):
        alike = page.path.startswith("panduan/") and page.path not in GUIDE
        own = page.kind in ("indeks", "tulisan") and not alike
        first.setdefault(page.path if own else page.kind, page.path)
    return sorted(first.values())


@cache
def records(site: Path, file: str) -> list[dict[str, Any]]:
    """What people wrote in `data/`, as plain text values: a folder's files, or the entries of a list file."""
    data = (ROOT if site.name == "metro" else EXAMPLE) / "data"
    if (data / file).is_dir():
        paths = sorted((data / file).glob("*.yml"))
        return [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in paths]
    tree = yaml.load((data / f"{file}.yml").read_text("utf-8"), yaml.BaseLoader)
    return tree[file] if isinstance(tree.get(file), list) else [tree]


def cited(value: object) -> set[str]:
    """The ids under every `sumber` key of a record, however deep."""
    if isinstance(value, list):
        return set().union(*(cited(item) for item in value))
    if not isinstance(value, dict):
        return set()
    found = {name for name in value.get("sumber", []) if isinstance(value.get("sumber"), list)}
    return found.union(*(cited(item) for item in value.values()))
