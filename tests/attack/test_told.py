"""What the hostile site tells machines: heads, structured data, site map and downloads hold payloads as text only."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.attack.conftest import ADDRESS, Built, Pages
from tests.attack.hostile import payloads
from tests.site.structured_data import every

META = {
    None, "viewport", "description", "robots", "color-scheme", "twitter:card", "og:url", "og:type", "og:title",
    "og:description", "og:site_name", "og:locale", "og:image", "og:image:type", "og:image:width", "og:image:height",
    "og:image:alt",
}  # fmt: skip
"""Names of everything a head says."""

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script', re.DOTALL | re.IGNORECASE)
"""Structured data as a browser finds it: up to the first end of a script."""

NUMBER = re.compile(r"-?\d+(,\d+)?")


def record(hostile: Built, file: str) -> dict[str, Any]:
    """A record as it was written, with its payloads."""
    found: dict[str, Any] = yaml.safe_load((hostile.root / "data" / file).read_text("utf-8"))
    return found


def programs(hostile: Built) -> list[tuple[str, dict[str, Any]]]:
    """The file of each program's page, and its record."""
    names = sorted(path.name for path in (hostile.root / "data/program").glob("*.yml"))
    assert len(names) > 30
    return [(f"program/{name[:-4]}/index.html", record(hostile, f"program/{name}")) for name in names]


def said(pages: Pages, page: str, name: str) -> str:
    """What the one meta element of this name says."""
    (found,) = dict(pages)[page].css(f'meta[property="{name}"], meta[name="{name}"]')
    return found.attributes["content"] or ""


def blocks(site: Path, page: str) -> list[str]:
    """The structured data of a page, before anything decodes it."""
    return BLOCK.findall((site / page).read_text("utf-8"))


def test_nothing_but_known_elements_stands_in_a_head(pages: Pages) -> None:
    for page, tree in pages:
        head = tree.css("head > *")
        assert {node.tag for node in head} == {"meta", "title", "link", "script"}, page
        assert len(tree.css("head *")) == len(head), page
        assert len(tree.css("head > title")) == 1, page
        assert {
            node.attributes.get("property") or node.attributes.get("name") for node in tree.css("meta")
        } <= META, page
        assert {node.attributes["rel"] for node in tree.css("link")} <= {
            "icon", "stylesheet", "canonical", *(["preload"] if page == "cari/index.html" else []),
            *(["alternate"] if page.startswith("perubahan/") else []),
        }, page  # fmt: skip
        assert len(tree.css("meta[http-equiv]")) == 1, page


def test_every_page_names_its_own_address_and_no_other(pages: Pages) -> None:
    for page, tree in pages:
        own = [] if page == "404.html" else [ADDRESS + page.removesuffix("index.html")]
        assert [link.attributes["href"] for link in tree.css("link[rel=canonical]")] == own, page
        assert [meta.attributes["content"] for meta in tree.css('meta[property="og:url"]')] == own, page


def test_shared_titles_and_descriptions_are_what_was_written(hostile: Built, pages: Pages) -> None:
    for page, written in programs(hostile):
        short = f" ({written['singkatan']})" if written.get("singkatan") else ""
        assert said(pages, page, "og:title") in (
            f"{written['nama']} (data contoh)", f"{written['nama']}{short} (data contoh)",
        )  # fmt: skip
        assert said(pages, page, "og:description").startswith(written["ringkasan"].rstrip()), page
        assert said(pages, page, "description") == written["ringkasan"].strip(), page
    assert (
        said(pages, "index.html", "og:site_name") == record(hostile, "situs.yml")["nama"] + " (data contoh)"
    )
    assert said(pages, "tentang/mentah/index.html", "og:title") == (
        "</title><script>window.__ran='judul-mentah'</script> (data contoh)"
    )


def test_nothing_ends_the_structured_data_and_all_of_it_is_json(hostile: Built, pages: Pages) -> None:
    found = [(page, block) for page, _ in pages for block in blocks(hostile.site, page)]
    assert len(found) > 150
    for page, tree in pages:
        assert len(tree.css('script[type="application/ld+json"]')) == len(blocks(hostile.site, page)), page
    for page, block in found:
        assert re.search(r"[<>&\u2028\u2029]", block) is None, page
        assert json.loads(block).keys() == {"@context", "@graph"}, page


def test_structured_data_holds_payloads_as_text(hostile: Built) -> None:
    for page, written in programs(hostile):
        (block,) = blocks(hostile.site, page)
        things = [node["name"] for node in every(json.loads(block)) if node["@type"] == "Thing"]
        assert things == [written["nama"]], page
    (block,) = blocks(hostile.site, "index.html")
    site = record(hostile, "situs.yml")
    named = {node["@type"]: node["name"] for node in every(json.loads(block)) if "name" in node}
    assert (named["WebSite"], named["GovernmentOrganization"]) == (site["nama"], site["pengelola"]["nama"])


def test_the_site_map_is_xml_and_lists_the_pages_of_this_site_only(hostile: Built, pages: Pages) -> None:
    root = ElementTree.fromstring((hostile.site / "sitemap.xml").read_text("utf-8"))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert {(node.tag, node.text) for node in root.iter() if node.tag == f"{space}loc"} == {
        (f"{space}loc", ADDRESS + page.removesuffix("index.html"))
        for page, tree in pages
        if page != "404.html" and not tree.css("meta[name=robots]")
    }
    assert {node.tag for node in root.iter()} == {
        space + name for name in ("urlset", "url", "loc", "lastmod")
    }


def table(hostile: Built, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file, as any CSV reader sees them."""
    text = (hostile.site / "data" / f"{name}.csv").read_text("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    assert all(len(row) == len(heading) for row in rows), name
    return [dict(zip(heading, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def whole(hostile: Built) -> dict[str, Any]:
    """All tables in one file, with decimals as exact as they are written."""
    text = (hostile.site / "data/semua.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return found


def test_no_cell_of_a_download_begins_a_formula(hostile: Built) -> None:
    files = sorted((hostile.site / "data").rglob("*.csv"))
    assert len(files) > 50
    guarded = set()
    for path in files:
        name = path.relative_to(hostile.site / "data").as_posix()[:-4]
        for row in table(hostile, name):
            for key, cell in row.items():
                risky = re.match(r"[=+\-@\t\r\n＝＋－＠]", cell) is not None
                assert not risky or NUMBER.fullmatch(cell), (name, key, cell)
                guarded.add(cell[:5])
    assert {"'=HYP", "'+cmd", "'-2+3", "'@SUM"} <= guarded


def test_downloads_hold_every_row_and_payload_whole(hostile: Built, whole: dict[str, Any]) -> None:
    assert len(whole) > 10
    for name, rows in whole.items():
        if name == "keterangan":
            continue
        found = table(hostile, name)
        assert len(found) == len(rows), name
        for row, exact in zip(found, rows, strict=True):
            assert row.keys() == exact.keys(), name
            for key, value in exact.items():
                if isinstance(value, str):
                    assert row[key] == ("'" if re.match(r"[=+\-@＝＋－＠]", value) else "") + value, (
                        name,
                        key,
                    )
                elif value is None:
                    assert row[key] == "", (name, key)
    kept = json.dumps(whole, ensure_ascii=False, default=str)
    lost = [
        name for name, text in payloads().items() if json.dumps(text, ensure_ascii=False)[1:-1] not in kept
    ]
    assert lost == []


def test_programs_in_the_downloads_are_what_was_written(hostile: Built, whole: dict[str, Any]) -> None:
    written = {program["id"]: program["nama"] for _, program in programs(hostile)}
    assert {row["id"]: row["nama"] for row in whole["program"]} == written
    for name in written:
        assert len(table(hostile, f"program/{name}")) == 1, name
