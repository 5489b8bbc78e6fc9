"""Narrows what a search found: filters combine, count, live in the address, and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built_page import records
from tests.site.searching import RESULTS, TOLD, answered, ask, asked_for, reading, results, titles

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab on a desk; nothing may go wrong in it from the first test to the last."""
    with reading(browser) as reader:
        yield reader.page
    assert reader.complaints == []


def test_a_choice_leaves_as_many_as_it_said(page: Page, example_url: str) -> None:
    results(page, example_url, "pelayanan publik", "&topik=surat-izin")
    tried = 0
    for field in page.locator("[data-narrow] select").all():
        before = field.input_value()
        for option in field.locator("option:not([value='']):not(:disabled)").all()[:3]:
            said = option.text_content() or ""
            field.select_option(option.get_attribute("value"))
            left = answered(page, "pelayanan publik")
            assert left > 0
            assert said.endswith(f" ({left})")
            tried += 1
        field.select_option(before)
    assert tried > 8


def test_filters_combine_and_keep_exactly_what_the_records_say(
    example_site: Path, page: Page, example_url: str
) -> None:
    every = results(page, example_url, "kesehatan")
    page.locator("#hasil-jenis").select_option("program")
    page.locator("#hasil-topik").select_option("sehat")
    left = answered(page, "kesehatan")
    expect(page.locator(TOLD)).to_have_text(f"{left} dari {every} hasil untuk “kesehatan”")
    while page.locator("[data-more]").is_visible():
        shown = page.locator(RESULTS).count()
        page.locator("[data-more]").click()
        expect(page.locator(RESULTS).nth(shown)).to_be_visible()
    found = titles(page)
    assert len(found) == len(set(found)) == left > 1
    assert set(found) <= {r["nama"] for r in records(example_site, "program") if "sehat" in r["topik"]}
    assert asked_for(page) == "q=kesehatan&jenis=program&topik=sehat"


def test_filters_live_in_the_address_through_reload_back_and_forward(page: Page, example_url: str) -> None:
    every = results(page, example_url, "kesehatan")
    page.locator("#hasil-jenis").select_option("program")
    programs = answered(page, "kesehatan")
    page.locator("#hasil-topik").select_option("sehat")
    both = answered(page, "kesehatan")
    assert every > programs >= both > 0
    page.reload()
    assert answered(page, "kesehatan") == both
    expect(page.locator("#hasil-topik")).to_have_value("sehat")
    page.go_back()
    expect(page.locator(TOLD)).to_have_text(f"{programs} dari {every} hasil untuk “kesehatan”")
    expect(page.locator("#hasil-topik")).to_have_value("")
    page.go_back()
    expect(page.locator(TOLD)).to_have_text(f"{every} hasil untuk “kesehatan”")
    page.go_forward()
    expect(page.locator("#hasil-jenis")).to_have_value("program")
    expect(page.locator(TOLD)).to_have_text(f"{programs} dari {every} hasil untuk “kesehatan”")


def test_filters_are_taken_back_one_by_one_all_at_once_or_by_a_new_question(
    page: Page, example_url: str
) -> None:
    every = results(page, example_url, "kesehatan", "&jenis=program&topik=sehat")
    chosen = page.locator("[data-chosen] li button")
    expect(chosen).to_have_text(["Jenis: Program", "Topik: Kesehatan"])
    page.get_by_role("button", name="Hapus saringan Topik: Kesehatan").click()
    expect(chosen).to_have_text(["Jenis: Program"])
    expect(chosen).to_be_focused()
    assert asked_for(page) == "q=kesehatan&jenis=program"
    page.get_by_role("button", name="Hapus saringan", exact=True).click()
    expect(page.locator(TOLD)).to_have_text(re.compile(r"^\d+ hasil untuk “kesehatan”$"))
    assert answered(page, "kesehatan") > every
    expect(page.locator("[data-chosen]")).to_be_hidden()
    expect(page.locator("[data-narrow] summary")).to_be_focused()
    page.locator("#hasil-jenis").select_option("program")
    ask(page, "sungai")
    expect(page.locator("#hasil-jenis")).to_have_value("")
    assert asked_for(page) == "q=sungai"


def test_a_filter_that_offers_nothing_to_choose_is_not_shown(page: Page, example_url: str) -> None:
    results(page, example_url, "kesehatan", "&jenis=istilah")
    expect(page.locator("#hasil-topik")).to_be_hidden()
    expect(page.locator("#hasil-jenis")).to_be_visible()
    page.locator("#hasil-jenis").select_option("")
    expect(page.locator("#hasil-topik")).to_be_visible()
