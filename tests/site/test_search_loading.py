"""What the search fetches, when, and from where: not before it is wanted, not from elsewhere, and again when it failed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from content_tools.release.bundle import write_bundle
from tests.conftest import serving
from tests.site.searching import RESULTS, TOLD, Reader, answered, reading, results
from tests.site.test_keyboard import NOTHING, STORED

pytestmark = pytest.mark.browser

FAILED = "Pencarian tidak dapat dimuat. Periksa sambungan internet, lalu cari lagi."


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """A reader who was never here before, on a desk."""
    with reading(browser) as one:
        yield one


def journey(page: Page, start: str) -> None:
    """From a page by its head to results, to narrower ones, and to the first of them with its hits marked."""
    page.goto(start)
    page.locator("#cari-kepala").press_sequentially("sensor")
    expect(page.locator("#cari-kepala-saran")).to_be_visible()
    page.locator("#cari-kepala").press("Enter")
    every = answered(page, "sensor")
    page.locator("#hasil-jenis").select_option("program")
    assert 0 < answered(page, "sensor") < every
    page.get_by_role("link", name="Sensor Tinggi Air Sungai Reka").click()
    expect(page.locator("h1")).to_have_text("Sensor Tinggi Air Sungai Reka")
    expect(page.locator("h1 mark")).to_have_text("Sensor")


def test_a_whole_search_stays_on_the_site_keeps_the_policy_and_leaves_nothing_behind(
    example_url: str, reader: Reader
) -> None:
    journey(reader.page, example_url + "program/bus-kota-reka/")
    assert reader.page.evaluate("window.violations") == []
    assert reader.complaints == []
    assert [address for address in reader.asked if not address.startswith((example_url, "data:"))] == []
    assert (reader.page.evaluate(STORED), reader.page.context.cookies()) == (NOTHING, [])


@pytest.mark.parametrize("path", ["", "program/bus-kota-reka/", "program/", "kelurahan/pasarandai/"])
def test_nothing_of_the_search_is_fetched_before_a_reader_turns_to_a_field(
    example_url: str, reader: Reader, path: str
) -> None:
    page = reader.page
    page.goto(example_url + path, wait_until="networkidle")
    page.mouse.wheel(0, 3000)
    page.locator("main summary:visible").first.click()
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    assert reader.search_files == []
    with page.expect_request_finished(lambda one: "/assets/cari." in one.url):
        page.locator("#cari-kepala").focus()
    expect(page.locator("#cari-kepala")).to_have_attribute("role", "combobox")
    assert reader.search_files == ["mesin.js"]


def test_the_first_question_fetches_few_files_and_the_same_again_none(
    example_url: str, reader: Reader
) -> None:
    results(reader.page, example_url, "bank sampah")
    first = list(reader.search_files)
    assert first.count("mesin.js") == first.count("saring.js") == 1
    assert len(first) == len(set(first)) <= 16
    reader.page.locator("#cari-isi").press("Enter")
    answered(reader.page, "bank sampah")
    assert reader.search_files == first


def test_it_works_from_a_folder(example_site: Path, tmp_path: Path, reader: Reader) -> None:
    folder = tmp_path / "salinan situs"
    write_bundle(example_site, folder)
    journey(reader.page, (folder / "program" / "bus-kota-reka" / "index.html").as_uri())
    assert reader.page.url.startswith(folder.as_uri())
    assert reader.page.url.endswith("/index.html")
    assert reader.complaints == []


def test_it_works_below_a_path(example_site: Path, tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "y").symlink_to(example_site, target_is_directory=True)
    with serving(tmp_path) as url:
        journey(reader.page, f"{url}x/y/program/bus-kota-reka/")
        assert reader.page.url == f"{url}x/y/program/sensor-sungai/"
        assert [address for address in reader.asked if not address.startswith(f"{url}x/y/")] == []
    assert reader.complaints == []


@pytest.mark.parametrize("part", ["p*", "saring", "m[0-9]*"])
def test_a_part_that_cannot_be_fetched_is_said_and_the_next_try_works(
    example_url: str, reader: Reader, part: str
) -> None:
    page = reader.page
    address = re.compile(rf"/assets/cari\.\w+/{part.replace('*', '[^/]*')}\.js$")
    broken: list[str] = []

    def refuse(route: Route) -> None:
        broken.append(route.request.url)
        route.abort()

    page.route(address, refuse)
    page.goto(example_url + "cari/?q=sensor")
    expect(page.locator(TOLD)).to_have_text(FAILED)
    expect(page.locator("ul.letters")).to_be_visible()
    assert broken != []
    page.unroute(address)
    page.locator("#cari-isi").press("Enter")
    assert answered(page, "sensor") > 0
    expect(page.locator(RESULTS).first).to_be_visible()
    assert [said for said in reader.complaints if "error" in said.split()[:1]] == []


def test_more_results_that_cannot_be_fetched_are_said_and_come_the_second_time(
    example_url: str, reader: Reader
) -> None:
    page = reader.page
    every = results(page, example_url, "pelayanan publik")
    address = re.compile(r"/assets/cari\.\w+/m\d+\.js$")
    page.route(address, lambda route: route.abort())
    page.locator("[data-more]").click()
    expect(page.locator(TOLD)).to_have_text(FAILED)
    expect(page.locator(RESULTS)).to_have_count(10)
    page.unroute(address)
    page.locator("[data-more]").click()
    expect(page.locator(RESULTS)).to_have_count(20)
    expect(page.locator(TOLD)).to_have_text(f"{every} hasil untuk “pelayanan publik”")


def test_a_search_that_does_not_come_at_all_leaves_the_list_of_everything_and_the_fields(
    example_url: str, reader: Reader
) -> None:
    page = reader.page
    page.route("**/mesin.js", lambda route: route.abort())
    page.goto(example_url + "program/bus-kota-reka/")
    page.locator("#cari-kepala").press_sequentially("bkr")
    page.locator("#cari-kepala").press("Enter")
    page.wait_for_url(example_url + "cari/?q=bkr")
    expect(page.locator(TOLD)).to_have_text(
        "Pencarian tidak dapat dimuat. Muat ulang halaman ini, atau pilih dari daftar di bawah."
    )
    expect(page.locator("ul.letters")).to_be_visible()
    page.goto(example_url + "program/bus-kota-reka/?sorot=bkr")
    expect(page.locator("h1")).to_be_visible()
    assert [said for said in reader.complaints if said.startswith("error")] == []


def test_it_works_where_the_address_may_not_be_changed(example_url: str, reader: Reader) -> None:
    page = reader.page
    page.add_init_script("history.pushState = history.replaceState = () => { throw new Error('no'); }")
    every = results(page, example_url, "kesehatan")
    page.locator("#hasil-jenis").select_option("program")
    assert 0 < answered(page, "kesehatan") < every
    page.locator(f"{RESULTS} a").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    assert reader.complaints == []


def test_without_javascript_the_field_in_the_head_leads_to_the_list_with_a_page_for_each_choice(
    example_url: str, browser: Browser
) -> None:
    with reading(browser, java_script_enabled=False) as plain:
        plain.page.goto(example_url + "program/bus-kota-reka/")
        plain.page.locator("#cari-kepala").fill("bkr")
        plain.page.locator("#cari-kepala").press("Enter")
        plain.page.wait_for_url(example_url + "cari/?q=bkr")
        expect(plain.page.locator("p.without-script")).to_be_visible()
        expect(plain.page.get_by_role("link", name="Bus Kota Reka", exact=True).first).to_be_visible()
        hidden = "#cari-isi, [data-results], [data-nothing], [data-narrow]"
        assert (
            plain.page.locator(hidden).evaluate_all("all => all.map(e => e.checkVisibility())") == [False] * 4
        )
        plain.page.locator("#menurut-topik summary").click()
        plain.page.locator("#menurut-topik a").first.click()
        assert re.match(rf"^{example_url}program/topik/[\w-]+/$", plain.page.url)
        assert set(plain.search_files) <= {"mesin.js"}
