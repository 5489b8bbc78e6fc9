"""Reads pages in a real browser: widths, tables with and without JavaScript, filter, sorting, colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built_page import one_of_each_kind, page_at, records

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 1280)

SHOWN = "#daftar tbody tr:not([hidden])"

OVERFLOW = """async () => {
  const wide = () => {
    window.scrollTo(9999, 0);
    return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, window.scrollX);
  };
  if (wide() > 0) await Promise.all(document.getAnimations().map(moving => moving.finished.catch(() => null)));
  return wide();
}"""
"""How far the document can be scrolled sideways, once nothing moves any more."""


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile, on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_reader(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no JavaScript."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("city", ["metro", "example"])
def test_no_page_scrolls_sideways_on_any_width(
    city: str, reader: Page, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    wide = []
    for path in one_of_each_kind(site):
        reader.goto(url + path)
        for width in WIDTHS:
            reader.set_viewport_size({"width": width, "height": 800})
            overflow = reader.evaluate(OVERFLOW)
            if overflow > 0:
                wide.append((path, width, overflow))
    assert wide == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_identity_line_stays_within_two_lines_on_a_phone(
    metro_url: str, reader: Page, width: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 740})
    reader.goto(metro_url)
    line = reader.locator("p.identity")
    expect(line).to_be_visible()
    lines = line.evaluate(
        "e => Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight))"
    )
    assert lines <= {320: 3, 360: 2, 1280: 1}[width]


@pytest.mark.parametrize(("city", "programs"), [("metro", 74), ("example", 59)])
def test_the_full_list_is_as_long_without_javascript(
    city: str, programs: int, reader: Page, plain_reader: Page, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue(f"{city}_url") + "program/"
    for page in (reader, plain_reader):
        page.goto(url)
        assert page.locator(SHOWN).count() == programs
        expect(page.locator(SHOWN).last).to_be_visible()


def test_without_javascript_there_is_no_form_that_would_do_nothing(
    metro_url: str, plain_reader: Page
) -> None:
    plain_reader.goto(metro_url + "program/")
    expect(plain_reader.locator("form.filters")).to_be_hidden()
    assert plain_reader.locator("#daftar thead button").count() == 0
    expect(plain_reader.locator("#menurut-topik + ul a").first).to_be_visible()


def test_without_javascript_places_still_open(metro_url: str, plain_reader: Page) -> None:
    plain_reader.goto(metro_url)
    group = plain_reader.locator("details.places__group").first
    expect(group.locator("li").first).to_be_hidden()
    group.locator("summary").click()
    expect(group.locator("li").first).to_be_visible()


def choose(page: Page, name: str, value: str) -> None:
    """Open the filter when it is closed, and choose."""
    if not page.locator(f"#saring-{name}").is_visible():
        page.locator("form.filters summary").click()
    page.locator(f"#saring-{name}").select_option(value)


@pytest.mark.parametrize("width", [360, 1280])
def test_choosing_a_topic_leaves_exactly_its_programs(
    metro_site: Path, metro_url: str, reader: Page, width: int
) -> None:
    wanted = {record["nama"] for record in records(metro_site, "program") if "kesehatan" in record["topik"]}
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(metro_url + "program/")
    choose(reader, "topik", "kesehatan")
    shown = reader.locator(f"{SHOWN} th a")
    assert 1 < len(wanted) < 74
    assert set(shown.all_text_contents()) == wanted
    expect(shown.first).to_be_visible()
    expect(reader.locator("#daftar tbody tr[hidden]").first).to_be_hidden()
    expect(reader.locator("form.filters [role=status]")).to_have_text(f"{len(wanted)} dari 74 program")
    assert reader.url == metro_url + "program/?topik=kesehatan"


def test_an_address_with_a_choice_restores_it(metro_site: Path, metro_url: str, reader: Page) -> None:
    wanted = [
        r for r in records(metro_site, "program") if "kesehatan" in r["topik"] and r["dimensi"] == "living"
    ]
    reader.goto(metro_url + "program/?topik=kesehatan&dimensi=living")
    assert 0 < len(wanted) < 74
    assert reader.locator(SHOWN).count() == len(wanted)
    expect(reader.locator("#saring-topik")).to_have_value("kesehatan")
    expect(reader.locator("#saring-topik")).to_be_visible()
    expect(reader.locator("form.filters [role=status]")).to_have_text(f"{len(wanted)} dari 74 program")


def test_taking_a_choice_back_shows_everything_again(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "program/?topik=kesehatan")
    choose(reader, "topik", "")
    assert reader.locator(SHOWN).count() == 74
    expect(reader.locator("form.filters [role=status]")).to_have_text("74 program")
    assert reader.url == metro_url + "program/"


def test_a_choice_that_does_not_exist_shows_everything(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "program/?topik=tidak-ada&aneh=%3Cimg%20src%3Dx%3E")
    assert reader.locator(SHOWN).count() == 74


def test_every_choice_says_how_many_programs_it_will_leave(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "program/")
    for select in reader.locator("form.filters select").all():
        name = str(select.get_attribute("name"))
        for option in select.locator("option:not([value=''])").all()[:4]:
            choose(reader, name, str(option.get_attribute("value")))
            assert (option.text_content() or "").endswith(f"({reader.locator(SHOWN).count()})"), name
        choose(reader, name, "")


def test_the_search_field_on_home_finds_what_it_was_asked_for(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url)
    reader.locator("#cari-beranda").fill("ambulans")
    reader.locator("#cari-beranda").press("Enter")
    expect(reader.locator(".md-search-result__item").first).to_contain_text("Ambulans")
    expect(reader.locator(".md-search-result__item").first).to_be_visible()


def column(page: Page, number: int) -> list[str]:
    """How the shown rows are ordered: each cell's sorting word, else its text."""
    cells = f"{SHOWN} > :nth-child({number})"
    return page.locator(cells).evaluate_all("cells => cells.map(c => c.dataset.sort || c.textContent.trim())")


def test_a_heading_sorts_its_column_and_says_which_way(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "program/")
    heading = reader.locator("#daftar thead th").nth(4)
    expect(heading).to_have_text("Kabar terakhir")
    assert heading.get_attribute("aria-sort") is None
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert column(reader, 5) == sorted(column(reader, 5))
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert column(reader, 5) == sorted(column(reader, 5), reverse=True)
    assert column(reader, 5)[0] == "2026-02-20"


def test_only_the_sorted_column_says_that_it_is_sorted(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "program/")
    for number in (0, 3):
        reader.locator("#daftar thead th").nth(number).get_by_role("button").click()
    assert reader.locator("#daftar thead th[aria-sort]").all_text_contents() == ["Status"]


def test_sorting_works_by_keyboard_and_keeps_the_filter(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "program/?topik=kesehatan")
    before = sorted(column(reader, 1))
    button = reader.locator("#daftar thead th").first.get_by_role("button")
    button.focus()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Enter")
    assert sorted(column(reader, 1)) == before
    names = reader.locator(f"{SHOWN} th a").all_text_contents()
    assert names == sorted(names, key=str.lower, reverse=True)


def test_topics_of_a_kelurahan_open(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "kelurahan/yosodadi/")
    folded = reader.locator("#kota ~ details").first
    expect(folded.locator("li").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("li").first).to_be_visible()


@pytest.mark.parametrize(
    ("city", "path"),
    [
        ("metro", "peta-jalan/governance/"),
        ("example", "peta-jalan/tata-kelola/"),
        ("metro", "dimensi/living/"),
    ],
)
def test_every_bar_of_a_roadmap_has_a_name(
    city: str, path: str, reader: Page, request: pytest.FixtureRequest
) -> None:
    reader.goto(request.getfixturevalue(f"{city}_url") + path)
    bars = reader.locator("table.roadmap tbody svg[role=img]")
    rows = reader.locator("table.roadmap tbody tr").count()
    assert bars.count() == rows > 5
    for name in bars.evaluate_all("bars => bars.map(bar => bar.getAttribute('aria-label'))"):
        assert name.startswith(("mulai ", "rencana ", "disebut sebagai rencana ")) or " sampai " in name, name


def test_a_bar_says_in_words_what_it_draws(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "peta-jalan/governance/")
    row = reader.locator(
        "table.roadmap tbody tr", has=reader.get_by_role("link", name="Mal Pelayanan Publik", exact=True)
    )
    start, news = (
        row.locator('[data-label="Mulai"]').text_content(),
        row.locator('[data-label="Kabar terakhir"]'),
    )
    words = row.locator("svg[role=img]").get_attribute("aria-label") or ""
    assert words.startswith("mulai ")
    assert str(start)[-4:] in words
    assert str(news.text_content())[-4:] in words


def test_a_bar_lies_where_its_dates_say(metro_url: str, reader: Page) -> None:
    reader.goto(metro_url + "peta-jalan/governance/")
    boxes = reader.locator("table.roadmap tbody svg.bar-row").evaluate_all(
        "rows => rows.map(row => [row.getBoundingClientRect(), [...row.querySelectorAll('rect.bar')].map(b => b.getBoundingClientRect())])"
        ".map(([row, bars]) => bars.every(b => b.width > 0 && b.left >= row.left - 1 && b.right <= row.right + 2))"
    )
    assert len(boxes) > 5
    assert all(boxes)


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def test_the_colours_follow_the_choice_of_the_reader_and_are_remembered(metro_url: str, reader: Page) -> None:
    reader.emulate_media(color_scheme="light")
    reader.goto(metro_url)
    assert scheme(reader) == "default"
    light = reader.evaluate("getComputedStyle(document.body).backgroundColor")
    reader.locator('label[for="__palette_1"]').click()
    assert scheme(reader) == "slate"
    assert reader.evaluate("getComputedStyle(document.body).backgroundColor") != light
    reader.goto(metro_url + "program/mpp/")
    assert scheme(reader) == "slate"
    assert reader.context.cookies() == []


def test_the_remembered_colours_are_there_before_the_page_is_drawn(metro_url: str, reader: Page) -> None:
    reader.emulate_media(color_scheme="light")
    reader.goto(metro_url)
    reader.locator('label[for="__palette_1"]').click()
    reader.route("**/bundle.*.js", lambda route: route.abort())
    reader.goto(metro_url + "tentang/")
    assert scheme(reader) == "slate"


def test_the_colours_follow_the_device_of_a_reader_who_chose_nothing(metro_url: str, reader: Page) -> None:
    reader.emulate_media(color_scheme="dark")
    reader.goto(metro_url)
    expect(reader.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_written_word_is_the_same_with_and_without_javascript(
    metro_site: Path, metro_url: str, plain_reader: Page
) -> None:
    plain_reader.goto(metro_url + "program/mpp/")
    words = " ".join((plain_reader.locator("article").text_content() or "").split())
    assert words == " ".join(page_at(metro_site, "program/mpp/").article.text().split())


def test_a_page_opened_from_a_folder_works_too(metro_site: Path, reader: Page) -> None:
    faults: list[str] = []
    reader.on("pageerror", lambda error: faults.append(str(error)))
    reader.goto((metro_site / "program" / "index.html").as_uri())
    choose(reader, "topik", "kesehatan")
    assert reader.locator(SHOWN).count() < 74
    assert faults == []
