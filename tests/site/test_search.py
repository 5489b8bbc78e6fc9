"""Searches as citizens do: from any page to results, and on to narrower ones, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.searching import RESULTS, TOLD, answered, ask, reading, results, titles

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab on a desk; nothing may go wrong in it from the first test to the last."""
    with reading(browser) as reader:
        yield reader.page
    assert reader.complaints == []


@pytest.fixture
def url(city: str, request: pytest.FixtureRequest) -> str:
    """Where the city is served."""
    address: str = request.getfixturevalue(f"{city}_url")
    return address


@pytest.mark.parametrize(
    ("city", "start", "query", "name", "path", "belongs", "marked"),
    [
        (
            "example", "kelurahan/pasarandai/", "sensor sungai", "Sensor Tinggi Air Sungai Reka",
            "program/sensor-sungai/", "Program · Sungai, sampah, dan alam · Aman dan siaga · Dispras · ", {"Sensor", "Sungai"},
        ),
    ],
)  # fmt: skip
def test_the_field_in_the_head_leads_to_results_that_say_what_they_are(
    page: Page, url: str, start: str, query: str, name: str, path: str, belongs: str, marked: set[str]
) -> None:
    page.goto(url + start)
    page.locator("#cari-kepala").fill(query)
    page.locator("#cari-kepala").press("Enter")
    page.wait_for_url(re.compile(rf"^{url}cari/\?q={query.replace(' ', '(%20|[+])')}$"))
    assert answered(page, query) > 0
    expect(page.locator("#cari-isi")).to_have_value(query)
    expect(page).to_have_title(re.compile(f"^Cari “{query}” · "))
    expect(page.locator(f"main [role=status]{TOLD}")).to_have_text(
        re.compile(rf"^\d+ hasil untuk “{query}”$")
    )
    result = page.locator(RESULTS).filter(has=page.get_by_role("link", name=name, exact=True))
    expect(result).to_have_count(1)
    assert result.get_by_role("link").evaluate("a => a.href.split('?')[0]") == url + path
    assert (result.locator(".result__kind").text_content() or "").startswith(belongs)
    assert len(result.locator(".result__text").text_content() or "") > 20
    assert marked <= set(result.locator("h2 mark").all_text_contents())


@pytest.mark.parametrize("city", ["example"])
def test_more_results_come_by_tens_until_all_are_there_and_the_focus_goes_to_the_first_new_one(
    page: Page, url: str
) -> None:
    every = results(page, url, "pelayanan publik")
    assert every > 20
    more = page.locator("[data-more]")
    for shown in range(10, every, 10):
        expect(more).to_have_text(f"Tampilkan {min(10, every - shown)} hasil lagi")
        more.click()
        expect(page.locator(RESULTS)).to_have_count(min(shown + 10, every))
        expect(page.locator(RESULTS).nth(shown).get_by_role("link")).to_be_focused()
    expect(more).to_be_hidden()
    links = page.locator(f"{RESULTS} a").evaluate_all("all => all.map(a => a.href)")
    assert len(set(links)) == every


@pytest.mark.parametrize("city", ["example"])
def test_two_clicks_at_once_bring_no_result_twice(page: Page, url: str) -> None:
    results(page, url, "pelayanan publik")
    page.locator("[data-more]").evaluate("button => { button.click(); button.click(); }")
    expect(page.locator(RESULTS)).to_have_count(20)
    page.wait_for_timeout(200)
    links = page.locator(f"{RESULTS} a").evaluate_all("all => all.map(a => a.href)")
    assert len(links) == len(set(links)) == 20


@pytest.mark.parametrize(
    ("city", "typed", "meant"), [("metro", "kesahatan", "kesehatan"), ("example", "sungia", "sungai")]
)
def test_a_typing_error_is_repaired_and_said(page: Page, url: str, typed: str, meant: str) -> None:
    assert results(page, url, typed) > 0
    said = page.locator("[data-meant][role=status]")
    expect(said).to_have_text(f"Maksud Anda “{meant}”? Kata “{typed}” tidak ada di situs ini.")
    expect(page.locator(f"{RESULTS} mark").first).to_have_text(re.compile(meant, re.IGNORECASE))
    link = page.locator(f"{RESULTS} a").first
    assert f"?sorot={meant}" in (link.get_attribute("href") or "")
    ask(page, meant)
    expect(said).to_be_hidden()


@pytest.mark.parametrize("city", ["metro", "example"])
def test_nothing_found_offers_topics_what_is_not_known_and_the_list_of_everything(
    page: Page, url: str
) -> None:
    assert results(page, url, "<b>xyzzyq") == 0
    expect(page.locator(TOLD)).to_have_text("Tidak ada hasil untuk “<b>xyzzyq”.")
    room = page.locator("[data-nothing]")
    expect(page.locator("[data-results]")).to_be_hidden()
    assert room.locator("ul a:visible").count() >= 7
    assert re.search(r"program/topik/[\w-]+/$", room.locator("ul a").first.get_attribute("href") or "")
    room.get_by_role("link", name="daftar A sampai Z").click()
    expect(page.locator("#a-z")).to_be_in_viewport()
    expect(page.locator("ul.az").first).to_be_visible()
    expect(page.locator(TOLD)).to_have_text("Tidak ada hasil untuk “<b>xyzzyq”.")
    room.get_by_role("link", name=re.compile(r"^\d+ hal yang belum kami temukan$")).click()
    page.wait_for_url(url + "belum-ditemukan/")


@pytest.mark.parametrize("city", ["metro", "example"])
def test_an_empty_question_shows_everything_from_a_to_z(page: Page, url: str) -> None:
    page.goto(url + "cari/")
    expect(page.locator("ul.letters")).to_be_visible()
    expect(page.locator("#menurut-topik")).to_be_visible()
    assert page.locator(f"[data-results]:visible, [data-nothing]:visible, {RESULTS}").count() == 0
    assert ask(page, "kesehatan") > 0
    expect(page.locator("ul.letters")).to_be_hidden()
    expect(page.locator("#menurut-topik")).to_be_hidden()
    page.locator("#cari-isi").fill("  ")
    page.locator("#cari-isi").press("Enter")
    expect(page.locator("ul.letters")).to_be_visible()
    expect(page.locator(TOLD)).to_have_text("")
    expect(page.locator("[data-results]")).to_be_hidden()
    assert page.url == url + "cari/"
    page.go_back()
    assert answered(page, "kesehatan") > 0


@pytest.mark.parametrize("city", ["example"])
def test_quotation_marks_keep_only_where_the_words_stand_together(page: Page, url: str) -> None:
    either = results(page, url, "bank sampah")
    together = ask(page, '"bank sampah"')
    assert either > together > 0
    assert "Bank Sampah Kelurahan" in titles(page)
    assert ask(page, "“bank sampah”") == together
    assert ask(page, '"kelurahan sampah bank"') == 0


@pytest.mark.parametrize(
    ("city", "queries", "name"),
    [
        ("example", ["sumber bayu", "sumberbayu", "SUMBER-BAYU"], "Kelurahan Sumberbayu"),
        ("example", ["pasarandai", "pasar andai", "kelurahan pasarandai"], "Kelurahan Pasarandai"),
    ],
)
def test_a_name_is_found_in_one_word_and_in_two(page: Page, url: str, queries: list[str], name: str) -> None:
    page.goto(url + "cari/")
    for query in queries:
        ask(page, query)
        expect(page.locator(f"{RESULTS} h2").first, query).to_have_text(name)


@pytest.mark.parametrize(
    ("city", "place", "program"),
    [
        ("example", "pasarandai", "Peta Warga Pasarandai"),
    ],
)
def test_a_kelurahan_leads_with_its_own_page_and_then_names_programs_there(
    page: Page, url: str, place: str, program: str
) -> None:
    results(page, url, place)
    first = page.locator(RESULTS).first
    assert first.get_by_role("link").evaluate("a => a.href.split('?')[0]") == f"{url}kelurahan/{place}/"
    assert (first.locator(".result__kind").text_content() or "").startswith("Wilayah · Kecamatan ")
    assert program in titles(page)


@pytest.mark.parametrize("city", ["example"])
@pytest.mark.parametrize("asked", ["DISPRAS", "  dispras ", "disprás", "Dinas  PRASARANA"])
def test_capitals_spaces_and_accents_do_not_matter(page: Page, url: str, asked: str) -> None:
    results(page, url, asked)
    assert "Dinas Prasarana, Perhubungan, dan Lingkungan" in titles(page)[:3]
