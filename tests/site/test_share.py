"""Both sites, built with an address: what they tell search engines and messengers leads to what is really there."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader
from PIL import Image

from content_tools.pages.assets import THEME
from tests.conftest import EXAMPLE, ROOT, build
from tests.site.built_page import BuiltPage, page_at, pages_of
from tests.site.structured_data import blocks, complaints, every

ADDRESS = "https://contoh.example/kota/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module", params=["metro", "contoh"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city's site that knows where it stands."""
    folder = tmp_path_factory.mktemp("beralamat") / str(request.param)
    config = (ROOT if request.param == "metro" else EXAMPLE) / "mkdocs.yml"
    result = build(config, folder, SITE_URL=ADDRESS)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def meta(page: BuiltPage, name: str) -> list[str | None]:
    """What the meta elements of this name say."""
    return [
        found.attributes["content"]
        for found in page.tree.css(f'meta[property="{name}"], meta[name="{name}"]')
    ]


def canonical(page: BuiltPage) -> list[str | None]:
    """The addresses a page gives as its own."""
    return [found.attributes["href"] for found in page.tree.css('link[rel="canonical"]')]


def listed(site: Path) -> dict[str, str]:
    """The addresses in the site map and the day each page last changed."""
    tree = ElementTree.fromstring((site / "sitemap.xml").read_text("utf-8"))
    return {
        entry.findtext(f"{SITEMAP}loc") or "": entry.findtext(f"{SITEMAP}lastmod") or "" for entry in tree
    }  # fmt: skip


def test_every_page_names_its_own_address_and_the_404_page_names_none(site: Path) -> None:
    assert len(pages_of(site)) > 150
    for page in pages_of(site):
        own = [] if page.kind == "404" else [ADDRESS + page.path]
        assert (page.path, canonical(page), meta(page, "og:url")) == (page.path, own, own)


def test_every_page_but_the_404_page_can_be_shared(site: Path) -> None:
    for page in pages_of(site):
        if page.kind != "404":
            for name in ("og:title", "og:description", "og:site_name", "og:image", "twitter:card"):
                (words,) = meta(page, name)
                assert words, (page.path, name)


def test_the_picture_is_really_there(site: Path) -> None:
    (address,) = {meta(page, "og:image")[0] for page in pages_of(site) if page.kind != "404"}
    assert address is not None
    with Image.open(site / address.removeprefix(ADDRESS)) as picture:
        size = (str(picture.width), str(picture.height))
    assert size == (
        meta(page_at(site, ""), "og:image:width")[0],
        meta(page_at(site, ""), "og:image:height")[0],
    )


def test_the_structured_data_has_no_fault_and_leads_to_what_is_there(site: Path) -> None:
    found = [(page.path, block) for page in pages_of(site) for block in blocks(page.html)]
    assert len(found) > 150
    assert [(path, complaints(block)) for path, block in found if complaints(block)] == []
    own = {
        value
        for _, block in found
        for node in every(block)
        for key in ("item", "contentUrl", "url")
        if isinstance(value := node.get(key), str) and value.startswith(ADDRESS)
    }
    missing = [
        address for address in sorted(own)
        if not (site / urlsplit(address).path.removeprefix(urlsplit(ADDRESS).path)).exists()
    ]  # fmt: skip
    assert missing == []


def test_the_site_map_lists_every_page_that_may_be_found_or_is_not_there_at_all(site: Path) -> None:
    if "noindex" in meta(page_at(site, ""), "robots"):
        assert not (site / "sitemap.xml").exists()
        return
    pages = [page for page in pages_of(site) if page.kind != "404" and "noindex" not in meta(page, "robots")]
    assert sorted(listed(site)) == sorted(ADDRESS + page.path for page in pages)
    # Day of the tests; the records of the invented city were read on it.
    assert max(listed(site).values()) == "2026-11-24"


def test_a_sheet_for_printing_is_not_to_be_found(site: Path) -> None:
    sheets = [page for page in pages_of(site) if page.path.endswith("/lembar/")]
    assert len(sheets) > 5
    assert [page.path for page in sheets if "noindex" not in meta(page, "robots")] == []


# The template of the site map


def page(address: str | None, **meta: Any) -> SimpleNamespace:
    """A file of MkDocs with its page, as far as the template asks."""
    return SimpleNamespace(page=SimpleNamespace(canonical_url=address, update_date="2026-11-24", meta=meta))


def site_map(*files: SimpleNamespace, noindex: bool = False) -> str:
    """The site map of these pages."""
    template = Environment(loader=FileSystemLoader(THEME)).get_template("sitemap.xml")
    return template.render(pages=files, config={"extra": {"noindex": noindex}}).strip()


def test_without_an_address_there_is_no_site_map() -> None:
    assert site_map(page(None), page(None)) == ""


def test_a_site_that_asks_not_to_be_found_has_no_site_map() -> None:
    assert site_map(page(ADDRESS), noindex=True) == ""


def test_a_page_that_asks_not_to_be_found_is_left_out() -> None:
    tree = ElementTree.fromstring(site_map(page(ADDRESS), page(f"{ADDRESS}lembar/", noindex=True)))
    assert [entry.findtext(f"{SITEMAP}loc") for entry in tree] == [ADDRESS]


def test_an_address_is_escaped() -> None:
    tree = ElementTree.fromstring(site_map(page(f"{ADDRESS}?a=1&b=<2>")))
    assert tree.findtext(f"{SITEMAP}url/{SITEMAP}loc") == f"{ADDRESS}?a=1&b=<2>"
    assert tree.findtext(f"{SITEMAP}url/{SITEMAP}lastmod") == "2026-11-24"
