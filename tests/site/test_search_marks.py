"""The page that a result leads to: the words are marked where they stand, and everything can be as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.searching import answered, reading, results

pytestmark = pytest.mark.browser

MARKS = "article mark[data-hit]"

ARTICLE = "document.querySelector('article').textContent"

SPLIT = """() => [...document.querySelectorAll("article *")].reduce((count, one) => count + [...one.childNodes].filter(
  node => node.nodeType === 3 && node.nextSibling && node.nextSibling.nodeType === 3).length, 0)"""
"""How many texts are in two pieces that were one."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab on a desk; nothing may go wrong in it from the first test to the last."""
    with reading(browser) as reader:
        yield reader.page
    assert reader.complaints == []


def roots(page: Page) -> set[str]:
    """The marked words in lower case, each once."""
    return {text.lower() for text in page.locator(MARKS).all_text_contents()}


@pytest.mark.parametrize(
    ("path", "query", "least", "most"),
    [
        ("program/bahasa-isyarat-loket/", "melayani", {"pelayanan", "layanan"}, {"pelayanan", "layanan", "melayani", "dilayani"}),
        ("kelurahan/sumberbayu/", "sumber bayu", {"sumberbayu"}, {"sumberbayu", "sumber bayu", "sumber", "bayu"}),
        ("program/sensor-sungai/", "sensornya", {"sensor"}, {"sensor", "sensornya"}),
        ("kelurahan/pasarandai/", "pasar andai", {"pasarandai"}, {"pasarandai", "pasar", "andai", "anda"}),
    ],
)  # fmt: skip
def test_words_are_marked_by_their_root_in_one_word_or_two(
    page: Page, path: str, query: str, least: set[str], most: set[str], example_url: str
) -> None:
    page.goto(f"{example_url}{path}?sorot={query}")
    expect(page.locator(MARKS).first).to_be_visible()
    assert least <= roots(page) <= most


def test_a_line_says_what_is_marked_and_takes_it_away_again_letter_for_letter(
    page: Page, example_url: str
) -> None:
    page.goto(example_url + "program/loket-satu-pintu/")
    before, elements = page.evaluate(ARTICLE), page.locator("article *").count()
    page.goto(example_url + "program/loket-satu-pintu/?sorot=melayani%20publik")
    bar = page.locator("article > .marked").first
    expect(bar.get_by_role("status")).to_have_text(
        re.compile("^[0-9]+ kata dari pencarian “melayani publik” disorot di halaman ini.$")
    )
    count = int((bar.get_by_role("status").text_content() or "").split()[0])
    assert page.locator(MARKS).count() == count > 5
    assert page.evaluate(ARTICLE).replace(bar.text_content() or "", "") == before
    assert page.url == example_url + "program/loket-satu-pintu/"
    bar.get_by_role("button", name="Hapus sorotan").click()
    assert (page.evaluate(ARTICLE), page.locator("article *").count()) == (before, elements)
    assert page.evaluate(SPLIT) == 0
    expect(page.locator("main")).to_be_focused()
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("mark").count() == 0


def test_the_first_hit_is_scrolled_to_and_what_folds_it_away_is_opened(page: Page, example_url: str) -> None:
    page.goto(example_url + "program/loket-satu-pintu/")
    folded = page.locator("details.terms")
    expect(folded).not_to_have_attribute("open", "")
    page.goto(example_url + "program/loket-satu-pintu/?sorot=loket%20bidang")
    expect(page.locator(MARKS).first).to_be_in_viewport()
    page.goto(example_url + "program/loket-satu-pintu/?sorot=bidang")
    expect(folded).to_have_attribute("open", "")
    expect(page.locator(MARKS).first).to_have_text("bidang")
    expect(page.locator(MARKS).first).to_be_in_viewport()
    assert page.evaluate("scrollY") > 300


def test_a_hit_that_can_be_seen_from_the_start_moves_nothing(page: Page, example_url: str) -> None:
    page.goto(example_url + "program/loket-satu-pintu/?sorot=loket")
    expect(page.locator("h1 mark")).to_have_text("Loket")
    assert page.evaluate("scrollY") == 0


def test_a_result_within_a_page_is_still_reached(page: Page, example_url: str) -> None:
    results(page, example_url, "musyawarah perencanaan pembangunan", "&jenis=istilah")
    page.get_by_role("link", name=re.compile("^Musyawarah Perencanaan Pembangunan")).click()
    page.wait_for_url(re.compile(rf"^{example_url}istilah/#[\w-]+$"))
    target = page.locator(":target")
    expect(target.locator("mark").first).to_be_in_viewport()
    expect(target).to_be_in_viewport()
    page.go_back()
    assert answered(page, "musyawarah perencanaan pembangunan") > 0
    expect(page.locator("#hasil-jenis")).to_have_value("istilah")


@pytest.mark.parametrize("anchor", ["#sumber", "#tidak-ada", "#%", "#%E0%A4%A", "#isi"])
def test_any_anchor_is_kept_and_none_breaks_the_page(page: Page, example_url: str, anchor: str) -> None:
    page.goto(f"{example_url}program/loket-satu-pintu/?a=1&sorot=layanan{anchor}")
    expect(page.locator("article > .marked")).to_be_attached()
    assert page.url == f"{example_url}program/loket-satu-pintu/?a=1{anchor}"
    if anchor == "#sumber":
        expect(page.locator("#sumber")).to_be_in_viewport()


@pytest.mark.parametrize("query", ["xyzzyq", "yang dan di", "%3Cb%3Exyzzyq%3C/b%3E", "%00", "-"])
def test_a_question_that_is_nowhere_on_the_page_leaves_it_as_it_is(
    page: Page, example_url: str, query: str
) -> None:
    page.goto(example_url + "program/loket-satu-pintu/")
    before = page.evaluate(ARTICLE)
    page.goto(f"{example_url}program/loket-satu-pintu/?sorot={query}", wait_until="networkidle")
    assert page.url == example_url + "program/loket-satu-pintu/"
    assert (page.evaluate(ARTICLE), page.locator("mark, .marked").count()) == (before, 0)


def test_drawings_buttons_and_hidden_words_are_not_touched(page: Page, example_url: str) -> None:
    page.goto(example_url + "peta-jalan/tata-kelola/?sorot=program%20cetak%20berjalan")
    expect(page.locator(MARKS).first).to_be_attached()
    assert (
        page.locator(
            "svg mark, button mark, form mark, nav mark, [hidden] mark, .visually-hidden mark"
        ).count()
        == 0
    )
