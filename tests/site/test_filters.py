"""Narrows the list of programs in a real browser, and sorts it. The invented city's, whose records nobody corrects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built_page import records

pytestmark = pytest.mark.browser

SHOWN = "#daftar tbody tr:not([hidden])"
STATUS = "form.filters [role=status]"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile, on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def choose(page: Page, name: str, value: str) -> None:
    """Open the filter when it is closed, and choose."""
    if not page.locator(f"#saring-{name}").is_visible():
        page.locator("form.filters summary").click()
    page.locator(f"#saring-{name}").select_option(value)


def query(page: Page) -> str:
    return urlsplit(page.url).query


def names(site: Path, **wanted: str) -> set[str]:
    """Programs whose record has every value."""
    return {
        r["nama"]
        for r in records(site, "program")
        if "dipensiunkan" not in r and all(v in r.get(k, ()) for k, v in wanted.items())
    }


@pytest.mark.parametrize("width", [360, 1280])
def test_filters_combine(example_site: Path, example_url: str, reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(example_url + "program/")
    expect(reader.locator(STATUS)).to_have_text("59 program")
    choose(reader, "topik", "aman-siaga")
    shown = reader.locator(f"{SHOWN} th a")
    assert set(shown.all_text_contents()) == names(example_site, topik="aman-siaga")
    expect(reader.locator(STATUS)).to_have_text("8 dari 59 program")
    choose(reader, "dimensi", "tata-kelola")
    assert set(shown.all_text_contents()) == names(example_site, topik="aman-siaga", dimensi="tata-kelola")
    expect(reader.locator(STATUS)).to_have_text("3 dari 59 program")
    expect(shown.first).to_be_visible()
    expect(reader.locator("#daftar tbody tr[hidden]").first).to_be_hidden()
    assert query(reader) == "topik=aman-siaga&dimensi=tata-kelola"


@pytest.mark.parametrize("start", ["", "?dimensi=tata-kelola", "?pemrakarsa=warga&kata=warga"])
def test_every_choice_says_how_many_programs_it_would_leave(
    example_url: str, reader: Page, start: str
) -> None:
    reader.goto(example_url + "program/" + start)
    tried = 0
    for select in reader.locator("form.filters select").all():
        before = select.input_value()
        for option in select.locator("option:not([value='']):not(:disabled)").all()[:4]:
            select.select_option(option.get_attribute("value"))
            assert (option.text_content() or "").endswith(f" ({reader.locator(SHOWN).count()})")
            tried += 1
        select.select_option(before)
    assert tried > 10


def test_a_choice_that_would_leave_nothing_stays_and_cannot_be_chosen(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/?dimensi=lingkungan")
    health = reader.locator("#saring-topik option[value=sehat]")
    expect(health).to_have_text("Kesehatan (0)")
    expect(health).to_be_disabled()
    expect(reader.locator("#saring-topik option[value=alam-sampah]")).to_have_text(
        "Sungai, sampah, dan alam (4)"
    )
    choose(reader, "dimensi", "")
    expect(health).to_have_text("Kesehatan (3)")
    expect(health).to_be_enabled()


def test_back_undoes_a_choice_and_forward_makes_it_again(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/")
    choose(reader, "topik", "aman-siaga")
    choose(reader, "dimensi", "tata-kelola")
    reader.go_back()
    expect(reader.locator(STATUS)).to_have_text("8 dari 59 program")
    expect(reader.locator("#saring-dimensi")).to_have_value("")
    reader.go_back()
    expect(reader.locator(STATUS)).to_have_text("59 program")
    reader.go_forward()
    expect(reader.locator("#saring-topik")).to_have_value("aman-siaga")
    expect(reader.locator(STATUS)).to_have_text("8 dari 59 program")


def test_back_from_a_program_finds_the_list_as_it_was_left(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/?topik=aman-siaga&kata=sungai")
    expect(reader.locator(STATUS)).to_have_text("2 dari 59 program")
    reader.locator(f"{SHOWN} th a").first.click()
    reader.go_back()
    expect(reader.locator("#saring-kata")).to_have_value("sungai")
    expect(reader.locator(STATUS)).to_have_text("2 dari 59 program")


def test_typing_narrows_live_without_a_step_to_go_back_through(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/")
    steps = reader.evaluate("history.length")
    reader.locator("#saring-kata").press_sequentially("SENSOR sungai")
    assert reader.locator(f"{SHOWN} th a").all_text_contents() == ["Sensor Tinggi Air Sungai Reka"]
    assert query(reader) == "kata=SENSOR+sungai"
    assert reader.evaluate("history.length") == steps


def test_the_old_address_of_the_search_still_narrows(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/?q=sungai")
    expect(reader.locator("#saring-kata")).to_have_value("sungai")
    expect(reader.locator(STATUS)).to_have_text("2 dari 59 program")


def test_what_is_chosen_stands_in_words_and_can_be_taken_back(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/?topik=aman-siaga&dimensi=tata-kelola&kata=sensor")
    chosen = reader.locator("[data-chosen] li button")
    expect(chosen).to_have_text(["Kata: sensor", "Topik: Aman dan siaga", "Dimensi: Tata kelola birokrasi"])
    reader.get_by_role("button", name="Hapus saringan Topik: Aman dan siaga").click()
    assert query(reader) == "kata=sensor&dimensi=tata-kelola"
    expect(chosen.first).to_be_focused()
    reader.get_by_role("button", name="Hapus saringan", exact=True).click()
    expect(reader.locator(STATUS)).to_have_text("59 program")
    expect(reader.locator("[data-chosen]")).to_be_hidden()
    expect(reader.locator("form.filters summary")).to_be_focused()
    assert reader.url == example_url + "program/"


def test_an_empty_result_says_what_to_do(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/?kata=tidakadasamasekali")
    expect(reader.locator(STATUS)).to_have_text(
        "Tidak ada program yang cocok. Hapus satu saringan, atau pakai kata lain."
    )
    expect(reader.locator("#daftar")).to_be_hidden()
    reader.locator("#saring-kata").fill("")
    expect(reader.locator("#daftar")).to_be_visible()


def test_a_choice_that_does_not_exist_shows_everything(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/?topik=tidak-ada&aneh=%3Cimg%20src%3Dx%3E")
    assert reader.locator(SHOWN).count() == 59
    expect(reader.locator("[data-chosen]")).to_be_hidden()


def test_fields_and_buttons_are_large_enough_for_a_thumb(example_url: str, reader: Page) -> None:
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.goto(example_url + "program/?topik=aman-siaga")
    reader.locator("form.filters summary").click()
    heights = reader.locator(
        "form.filters :is(input, select, button, summary), #daftar thead button"
    ).evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)")
    assert len(heights) > 10
    assert min(heights) >= 44


def test_filters_work_from_a_folder(example_site: Path, reader: Page) -> None:
    faults: list[str] = []
    reader.on("pageerror", lambda error: faults.append(str(error)))
    reader.goto((example_site / "program" / "index.html").as_uri())
    choose(reader, "topik", "aman-siaga")
    reader.locator("#saring-kata").fill("sungai")
    expect(reader.locator(STATUS)).to_have_text("2 dari 59 program")
    assert faults == []


def test_filters_work_where_the_address_may_not_be_changed(example_url: str, reader: Page) -> None:
    faults: list[str] = []
    reader.on("pageerror", lambda error: faults.append(str(error)))
    reader.add_init_script("history.pushState = history.replaceState = () => { throw new Error('no'); }")
    reader.goto(example_url + "program/")
    choose(reader, "topik", "aman-siaga")
    expect(reader.locator(STATUS)).to_have_text("8 dari 59 program")
    assert faults == []


def column(page: Page, number: int) -> list[str]:
    """How the shown rows are ordered: each cell's sorting word, else its text."""
    cells = f"{SHOWN} > :nth-child({number})"
    return page.locator(cells).evaluate_all("cells => cells.map(c => c.dataset.sort || c.textContent.trim())")


def test_a_heading_sorts_its_column_the_newest_first_and_says_so(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/")
    heading = reader.locator("#daftar thead th").nth(4)
    expect(heading).to_have_text("Kabar terakhir")
    assert heading.get_attribute("aria-sort") is None
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert column(reader, 5) == sorted(column(reader, 5), reverse=True)
    assert column(reader, 5)[0] == "2026-10-21"
    expect(reader.locator("#daftar [role=status]")).to_have_text("Diurutkan menurut Kabar terakhir, turun.")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert column(reader, 5) == sorted(column(reader, 5))
    expect(reader.locator("#daftar [role=status]")).to_have_text("Diurutkan menurut Kabar terakhir, naik.")


def test_only_the_sorted_column_says_that_it_is_sorted(example_url: str, reader: Page) -> None:
    reader.goto(example_url + "program/")
    for number in (0, 3):
        reader.locator("#daftar thead th").nth(number).get_by_role("button").click()
    assert reader.locator("#daftar thead th[aria-sort]").all_text_contents() == ["Status"]


def test_sorting_works_by_keyboard_on_a_phone_and_keeps_the_filter(example_url: str, reader: Page) -> None:
    reader.set_viewport_size({"width": 360, "height": 740})
    reader.goto(example_url + "program/?topik=aman-siaga")
    before = sorted(column(reader, 1))
    reader.locator("#daftar thead").get_by_role("button", name="Program").focus()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Enter")
    assert sorted(column(reader, 1)) == before
    shown = reader.locator(f"{SHOWN} th a").all_text_contents()
    assert shown == sorted(shown, key=str.lower, reverse=True)
