"""The hostile city: the invented one, with a payload of payloads.txt in every text an editor can write."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import EXAMPLE, ROOT

HERE = Path(__file__).parent
PAGES = HERE / "pages"
"""Pages full of payloads that the check lets through, because what is built of them is harmless."""

UNGUARDED = HERE / "unguarded.py"
"""A hook that lets HTML past the check, so that it meets what stands behind."""

EVASIONS = HERE / "evasions"
"""Pages that go around one guard each: the check refuses them, or what is built of them is harmless."""

END = "Akhir halaman."
"""What must still stand on a page, whatever else is dropped."""

FORMULA = ("=", "+", "-", "@")
"""Beginnings that a spreadsheet takes for a formula; such a payload goes before the text it joins."""

STORIES = {"mentah": "lingkungan", "tautan": "mobilitas", "susunan": "tata-kelola"}
"""Which of the pages is also the story of which dimension."""

TEXT = (
    "nama", "ringkasan", "singkatan", "judul", "penerbit", "subjudul", "kontak", "pendanaan", "lisensi",
    "lokasi", "pemrakarsa_teks", "alasan_status", "hasil_dijanjikan", "keluaran", "teks", "satuan", "seri",
    "predikat", "rumus", "produsen_data", "kelompok", "pertanyaan", "label", "penjelasan", "sebutan", "arti",
    "versi", "provinsi", "kepala_daerah", "visi", "tema", "jenjang", "ukuran", "kode_pos", "telepon", "nomor",
    "padanan_inggris", "edisi", "kode_wilayah", "kode_bps", "surel",
)  # fmt: skip
"""Keys that hold plain text wherever they stand."""

LISTS = (
    "bentuk_lain",
    "nama_lain",
    "penerima_manfaat",
    "mitra",
    "misi",
    "pilar",
    "prioritas",
    "dicari_di",
    "ciri",
    "kata",
)
"""Keys that hold a list of plain texts."""

SITE_LIMITS = {"nama": 80, "subjudul": 280}
"""How many letters the site's own texts may have."""

MARKDOWN = ("uraian", "masalah", "tujuan", "catatan", "definisi", "keterangan_dimensi")
"""Keys that hold Markdown, or text where a record has no Markdown."""

ADDRESSES = (
    "https://contoh.example/onmouseover=window.__ran=1//x",
    "https://contoh.example/&#34;onmouseover=window.__ran=1",
    "https://contoh.example/?x=javascript:window.__ran=1#%3C/script%3E",
    "https://contoh.example/{{7*7}}`$(id)`",
)
"""Web addresses that look like one, as far as the check can tell."""


BROKEN = "../rusak.png"
"""A picture that cannot be read. It lies beside every folder of pages, so that the link to it is good."""

PICTURE_FOLDERS = (
    "", "program", "indikator", "instansi", "kecamatan", "kelurahan", "desa", "dimensi", "dokumen", "tentang", "serangan",
    "rencana", "peta-jalan", "program/status", "program/topik",
)  # fmt: skip


def script(name: str) -> str:
    """What a payload would do if it ran."""
    return f"window.__ran=(window.__ran||[]).concat('{name}')"


def payloads(file: str = "payloads.txt") -> dict[str, str]:
    """Every payload of a file by its id, ready to use."""
    found = {}
    for line in (HERE / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, text = line.partition(" | ")
            text = (
                text.replace("RUN", script(name))
                .replace("CANARY", f"/canary/{name}")
                .replace("BROKEN", BROKEN)
            )
            found[name] = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
    return found


@dataclass(frozen=True)
class Supply:
    """What is put into records, one after the other, for ever."""

    texts: Iterator[str]
    markup: Iterator[str]
    addresses: Iterator[str]


def _poison(node: Any, supply: Supply, kind: str) -> None:
    """Put the next payload behind every text of a tree, and a hostile address in place of every address."""
    if isinstance(node, list):
        for item in node:
            _poison(item, supply, kind)
        return
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if isinstance(value, str):
            text_key = key in TEXT or key in MARKDOWN
            text_key |= key in ("tentang", "jenis") and kind == "regulasi"
            text_key |= key in ("cakupan", "dasar") and kind == "kerangka"
            text_key |= key == "nilai" and kind == "dokumen"
            text_key |= key == "alamat" and kind == "situs"
            text_key |= key == "alasan" and "tanggal" in node
            if key == "catatan" or (key in MARKDOWN and kind != "istilah"):
                node[key] = f"{value} {next(supply.texts)}\n\n{next(supply.markup)}"
            elif text_key:
                limit = SITE_LIMITS.get(key) if kind == "situs" else 280 if key == "ringkasan" else None
                node[key] = _joined(value, next(supply.texts), limit)
            elif key in ("url", "arsip", "tautan", "situs"):
                node[key] = next(supply.addresses)
        elif key in LISTS:
            node[key] = [_joined(item, next(supply.texts)) for item in value]
        else:
            _poison(value, supply, kind)


def _joined(value: str, payload: str, limit: int | None = None) -> str:
    """A text with a payload. Where only so many letters may stand, the payload goes first."""
    if limit:
        return f"{payload} {value}"[:limit]
    return f"{payload} {value}" if payload.startswith(FORMULA) else f"{value} {payload}"


def copy_city(root: Path) -> Path:
    """The invented city below `root`, with pictures that cannot be read; returns its mkdocs.yml."""
    shutil.copytree(EXAMPLE, root)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../", f"{ROOT}/"), "utf-8")
    for folder in PICTURE_FOLDERS:
        (root / "docs" / folder).mkdir(parents=True, exist_ok=True)
        (root / "docs" / folder / "rusak.png").write_bytes(b"\x89PNG rusak")
    return config


def build_city(root: Path) -> Path:
    """Write the hostile city below `root`; returns its mkdocs.yml."""
    config = copy_city(root)
    markup = payloads("markup.txt")
    supply = Supply(cycle(payloads().values()), cycle(markup.values()), cycle(ADDRESSES))
    for path in sorted((root / "data").rglob("*.yml")):
        tree = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        kind = path.parent.name if path.parent.name != "data" else path.stem
        _poison(tree, supply, kind)
        path.write_text(yaml.safe_dump(tree, default_style='"', sort_keys=False, width=10**6), "utf-8")
    for page in PAGES.glob("*.md"):
        shutil.copy(page, root / "docs" / "tentang" / page.name)
        story = re.sub(r"^---\n.*?\n---\n", "", page.read_text("utf-8"), flags=re.DOTALL)
        story = re.sub(r"^# .*\n", "", story, flags=re.MULTILINE)
        if target := STORIES.get(page.stem):
            (root / "docs" / "dimensi" / f"{target}.md").write_text(story, "utf-8")
    _list_in_navigation(config)
    guarded = f"  - {ROOT}/content_tools/hooks.py"
    config.write_text(config.read_text("utf-8").replace(guarded, f"  - {UNGUARDED}\n{guarded}"), "utf-8")
    for name, text in markup.items():
        page = f"# Serangan {name}\n\n{END}\n\n{text}\n"
        (root / "docs" / "serangan" / f"{name}.md").write_text(page, "utf-8")
    return config


def _list_in_navigation(config: Path) -> None:
    """The pages with payloads in their titles in the menus of every page, under those titles."""
    nav = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)["nav"]
    nav.append({"Serangan": [f"tentang/{name}.md" for name in ("tautan", "mentah", "judul", "susunan")]})
    config.write_text(config.read_text("utf-8") + yaml.safe_dump({"nav": nav}, sort_keys=False), "utf-8")
