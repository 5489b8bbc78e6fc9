"""Old addresses: each leads to the new page, without a script, and only records with a page have them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.built_page import records


def _redirects(site: Path) -> dict[str, str]:
    """Old address to where it leads."""
    found = {}
    for file in site.rglob("*.html"):
        target = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', file.read_text("utf-8"))
        if target:
            new = (file.parent / target[1]).resolve().relative_to(site.resolve())
            found[file.parent.relative_to(site).as_posix()] = new.as_posix()
    return found


def test_every_former_id_leads_to_the_record_that_bears_it_and_nothing_else_leads_on(any_site: Path) -> None:
    bearers = [
        (record["jenis"] if collection == "wilayah" else collection, record)
        for collection in ("program", "indikator", "instansi", "dokumen", "wilayah")
        for record in records(any_site, collection)
    ]
    wanted = {
        f"{place}/{old}": f"{place}/{record['id']}"
        for place, record in bearers
        for old in record.get("id_lama", [])
    }
    assert any_site.name == "metro" or len(wanted) == 3
    assert _redirects(any_site) == wanted
    assert all((any_site / target / "index.html").is_file() for target in wanted.values())


@pytest.mark.browser
def test_a_reader_with_an_old_address_arrives(browser: Browser, example_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(example_url + "program/portal-data/")
    page.wait_for_url("**/program/katalog-data/")
    assert page.locator("h1").count() == 1
    page.close()
