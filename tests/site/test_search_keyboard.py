"""The names offered while typing: a combobox for keyboard, mouse and screen reader; and the key that leads to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.searching import answered, reading

pytestmark = pytest.mark.browser

HEAD, HOME, OWN = "#cari-kepala", "#cari-beranda", "#cari-isi"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab on a desk; nothing may go wrong in it from the first test to the last."""
    with reading(browser) as reader:
        yield reader.page
    assert reader.complaints == []


Typed = Callable[[str, str, str], Locator]


@pytest.fixture
def typed(page: Page, example_url: str) -> Typed:
    """Opens a page, types into one of its fields, and gives the names that are offered."""

    def offered(path: str, field: str, text: str) -> Locator:
        page.goto(example_url + path)
        options = page.locator(f"{field}-saran [role=option]")
        page.locator(field).press_sequentially(text[:-1])
        expect(options.first).to_be_visible()
        # What the last letter needs is there by now, so its answer does not come in between what follows.
        page.keyboard.type(text[-1])
        return options

    return offered


def state(page: Page, field: str) -> tuple[str | None, str | None, list[str | None]]:
    """Whether the list is said to be open, the name said to be active, which are said to be chosen."""
    chosen = page.locator(f"{field}-saran [role=option]").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-selected'))"
    )
    box = page.locator(field)
    return box.get_attribute("aria-expanded"), box.get_attribute("aria-activedescendant"), chosen


@pytest.mark.parametrize(("path", "field"), [("program/bus-kota-reka/", HEAD), ("", HOME), ("cari/", OWN)])
def test_each_field_offers_names_with_their_kind_under_the_roles_of_a_combobox(
    page: Page, typed: Typed, path: str, field: str
) -> None:
    options = typed(path, field, "izin usah")
    expect(options).to_have_text([re.compile("zin [Uu]saha.* (Program|Angka kota)$")] * 2)
    box, room = page.locator(field), page.locator(f"{field}-saran")
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    expect(box).to_have_attribute("aria-controls", str(room.get_attribute("id")))
    expect(room).to_have_attribute("role", "listbox")
    expect(room).to_have_attribute("aria-label", "Saran")
    assert state(page, field) == ("true", None, ["false", "false"])
    expect(box.locator("xpath=..").locator("> [role=status]")).to_have_text(
        "2 saran. Pilih dengan panah bawah."
    )


def test_what_is_typed_before_the_search_is_there_is_answered_too(page: Page, example_url: str) -> None:
    page.route("**/mesin.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto(example_url + "program/bus-kota-reka/")
    page.locator(HEAD).fill("alunp")
    expect(page.locator(f"{HEAD}-saran [role=option]").first).to_be_visible()
    page.unroute("**/mesin.js")


def test_a_field_that_only_gets_the_focus_offers_nothing(page: Page, example_url: str) -> None:
    page.goto(example_url + "cari/?q=kesehatan")
    answered(page, "kesehatan")
    page.locator(OWN).focus()
    expect(page.locator(OWN)).to_have_attribute("aria-expanded", "false")
    page.wait_for_timeout(150)
    expect(page.locator(f"{OWN}-saran")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{OWN}-saran [role=option]").first).to_be_visible()


def test_arrows_go_round_through_the_names_and_the_field(page: Page, typed: Typed) -> None:
    typed("", HOME, "izin usah")
    first, second = (f"{HOME[1:]}-saran-{number}" for number in (0, 1))
    for key, active, chosen in (
        ("ArrowDown", first, ["true", "false"]),
        ("ArrowDown", second, ["false", "true"]),
        ("ArrowDown", None, ["false", "false"]),
        ("ArrowDown", first, ["true", "false"]),
        ("ArrowUp", None, ["false", "false"]),
        ("ArrowUp", second, ["false", "true"]),
        ("ArrowUp", first, ["true", "false"]),
    ):
        page.keyboard.press(key)
        assert state(page, HOME) == ("true", active, chosen)
        expect(page.locator(HOME)).to_be_focused()
        expect(page.locator(HOME)).to_have_value("izin usah")


@pytest.mark.parametrize(
    ("field", "text", "path"),
    [(HEAD, "lapor re", "program/lapor-reka/"), (HEAD, "tambakw", "kelurahan/tambakwulan/")],
)
def test_enter_on_a_name_goes_to_its_page(
    page: Page, typed: Typed, example_url: str, field: str, text: str, path: str
) -> None:
    typed("kelurahan/pasarandai/", field, text)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(example_url + path)


def test_enter_without_a_choice_searches_and_closes(page: Page, typed: Typed, example_url: str) -> None:
    typed("cari/", OWN, "alunpayung")
    page.keyboard.press("Enter")
    assert answered(page, "alunpayung") > 1
    assert state(page, OWN)[0] == "false"
    page.wait_for_timeout(150)
    expect(page.locator(f"{OWN}-saran")).to_be_hidden()
    assert page.url == example_url + "cari/?q=alunpayung"


def test_escape_closes_keeps_the_text_and_the_focus_and_typing_on_opens_again(
    page: Page, typed: Typed
) -> None:
    options = typed("", HOME, "izin usah")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(f"{HOME}-saran")).to_be_hidden()
    assert state(page, HOME)[:2] == ("false", None)
    expect(page.locator(HOME)).to_have_value("izin usah")
    expect(page.locator(HOME)).to_be_focused()
    expect(page.locator(HOME).locator("xpath=..").locator("> [role=status]")).to_have_text("")
    page.keyboard.type("a")
    expect(options.first).to_be_visible()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_leaves_and_closes(page: Page, typed: Typed, key: str) -> None:
    typed("program/bus-kota-reka/", HEAD, "izin usah")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    expect(page.locator(f"{HEAD}-saran")).to_be_hidden()
    expect(page.locator(HEAD)).not_to_be_focused()
    expect(page.locator(HEAD)).to_have_value("izin usah")
    if key == "Tab":
        expect(page.locator("header [role=search] button")).to_be_focused()


def test_the_mouse_chooses_and_a_press_beside_the_list_closes_it(
    page: Page, typed: Typed, example_url: str
) -> None:
    options = typed("", HOME, "izin usah")
    page.locator("h1").click()
    expect(page.locator(f"{HOME}-saran")).to_be_hidden()
    options = typed("", HOME, "lapor re")
    expect(options).to_have_count(1)
    options.first.click()
    page.wait_for_url(example_url + "program/lapor-reka/")
    page.go_back()
    expect(page.locator(f"{HOME}-saran")).to_be_hidden()


def test_a_name_on_the_same_page_is_gone_to_and_the_list_closes(
    page: Page, typed: Typed, example_url: str
) -> None:
    options = typed("istilah/", HEAD, "musrenb")
    options.filter(has_text="Istilah").first.click()
    page.wait_for_url(re.compile(rf"^{example_url}istilah/#[\w-]+$"))
    expect(page.locator(f"{HEAD}-saran")).to_be_hidden()


def test_names_that_no_longer_fit_are_withdrawn(page: Page, typed: Typed) -> None:
    typed("", HOME, "izin usah")
    page.keyboard.type("xyzq")
    expect(page.locator(f"{HOME}-saran")).to_be_hidden()
    assert state(page, HOME) == ("false", None, [])
    page.locator(HOME).fill("")
    page.wait_for_timeout(100)
    expect(page.locator(f"{HOME}-saran")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "field"), [("program/bus-kota-reka/", HEAD), ("", HOME), ("cari/", OWN), ("program/", HEAD)]
)
def test_a_slash_leads_to_the_field_of_the_page_or_of_the_head(
    page: Page, example_url: str, path: str, field: str
) -> None:
    page.goto(example_url + path)
    expect(page.locator(field)).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator(field)).to_be_focused()
    expect(page.locator(field)).to_have_value("")
    page.keyboard.type("a/b")
    expect(page.locator(field)).to_have_value("a/b")


def test_a_slash_stays_a_letter_in_fields_and_a_chord_stays_the_browsers(
    page: Page, example_url: str
) -> None:
    page.goto(example_url + "program/")
    page.locator("#saring-kata").press_sequentially("1/2")
    expect(page.locator("#saring-kata")).to_have_value("1/2")
    page.locator("#saring-topik").focus()
    page.keyboard.press("/")
    expect(page.locator("#saring-topik")).to_be_focused()
    page.locator("main").focus()
    page.keyboard.press("Control+/")
    expect(page.locator(HEAD)).not_to_be_focused()


def test_on_a_phone_a_slash_finds_no_field_that_cannot_be_seen(page: Page, example_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(example_url + "program/bus-kota-reka/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement === document.body")
    page.set_viewport_size({"width": 1280, "height": 800})
