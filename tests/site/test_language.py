"""Listens to pages as a screen reader tells them: languages, landmarks, headings, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborNode

from tests.conftest import taking_turns
from tests.site.built_page import BuiltPage, folded, one_of_each_kind, page_at, pages_of, records

ENGLISH_PAGE = "en/"

FOREIGN_WORDS = {
    "metro": {
        "In English",
        "Smart Governance", "Smart Branding", "Smart Economy", "Smart Living", "Smart People", "Smart Environment",
    },
    "contoh": {"In English"},
}  # fmt: skip
"""What is told in English, besides what the list of words gives in English."""

INDONESIAN = re.compile(
    r"\b(yang|dan|ini|itu|dari|untuk|dengan|ada|bukan|halaman|unduh|beri tahu|keliru|surel|formulir|kantor|isi)\b",
    re.IGNORECASE,
)
"""Words that stand in nearly every Indonesian text and in no English one."""

VAGUE = {
    "klik di sini", "di sini", "sini", "selengkapnya", "baca selengkapnya", "baca", "baca lagi", "lihat", "lihat semua",
    "lanjut", "lagi", "rincian", "detail", "info", "tautan", "sumber ini", "arsip", "unduh", "here", "more", "read more",
}  # fmt: skip
"""Names of links that say nothing where links are listed without what stands around them."""

NAMES = """parts => parts.map(part => part.getAttribute("aria-label")
  || (document.getElementById(part.getAttribute("aria-labelledby")) || {}).textContent || "")"""


def language(node: LexborNode | None) -> str | None:
    """The language in which a screen reader speaks what stands in an element."""
    while node is not None:
        if node.tag != "-text" and node.attributes.get("lang"):
            return node.attributes["lang"]
        node = node.parent
    return None


def texts(page: BuiltPage, spoken: str) -> Iterator[str]:
    """Every piece of text that is spoken in a language."""
    for node in page.one("body").traverse(include_text=True):
        if node.tag == "-text" and folded(node.text_content or "") and language(node.parent) == spoken:
            yield folded(node.text_content or "")


def test_every_page_is_spoken_in_the_language_it_is_written_in(any_site: Path) -> None:
    spoken = {page.path: page.one("html").attributes.get("lang") for page in pages_of(any_site)}
    assert {path for path, language in spoken.items() if language != "id"} == {ENGLISH_PAGE}
    assert spoken[ENGLISH_PAGE] == "en"


def test_english_names_and_nothing_else_are_spoken_in_english(any_site: Path) -> None:
    pages = [page for page in pages_of(any_site) if page.path != ENGLISH_PAGE]
    spoken = {text for page in pages for text in page.words('[lang="en"]')}
    words = {word["padanan_inggris"] for word in records(any_site, "istilah") if "padanan_inggris" in word}
    assert len(words) >= 3
    assert spoken == FOREIGN_WORDS[any_site.name] | words


def test_an_english_dimension_is_named_in_english_wherever_a_link_leads_to_it(metro_site: Path) -> None:
    names = {name for name in FOREIGN_WORDS["metro"] if name.startswith("Smart ")}
    wrong = Counter(
        page.kind
        for page in pages_of(metro_site)
        for link in page.tree.css("a")
        for node in link.traverse(include_text=True)
        if node.tag == "-text" and folded(node.text_content or "") in names and language(node.parent) != "en"
    )
    assert wrong == Counter()
    heading = page_at(metro_site, "dimensi/governance/").one("h1")
    assert [language(node.parent) for node in heading.traverse(include_text=True) if node.tag == "-text"] == [
        "en"
    ]


def test_what_is_indonesian_on_the_english_page_is_spoken_in_indonesian(any_site: Path) -> None:
    page = page_at(any_site, ENGLISH_PAGE)
    english = list(texts(page, "en"))
    assert len(english) > 8
    assert [text for text in english if INDONESIAN.search(text)] == []
    assert [text for text in texts(page, "id") if INDONESIAN.search(text)] != []


def test_no_level_of_heading_is_skipped(any_site: Path) -> None:
    skipped = {}
    for page in pages_of(any_site):
        levels = [int(str(heading.tag)[1]) for heading in page.tree.css("h1, h2, h3, h4, h5, h6")]
        deeper = [after for before, after in zip([0, *levels], levels, strict=False) if after > before + 1]
        if deeper:
            skipped[page.path] = levels
    assert skipped == {}


def name_of(link: LexborNode) -> str:
    """What a screen reader calls a link."""
    return folded(link.attributes.get("aria-label") or link.text())


def test_every_link_says_where_it_leads(any_site: Path) -> None:
    vague = Counter(
        (page.kind, name_of(link))
        for page in pages_of(any_site)
        for link in page.tree.css("a[href]")
        if name_of(link).casefold().strip(" .…:›→") in VAGUE | {""}
    )
    assert vague == Counter()


def test_a_link_is_called_by_the_words_it_shows(any_site: Path) -> None:
    other = {
        (page.kind, folded(part.text()), label)
        for page in pages_of(any_site)
        for part in page.tree.css("a[aria-label], button[aria-label], summary[aria-label]")
        for label in (str(part.attributes["aria-label"]),)
        if folded(part.text()).casefold() not in label.casefold()
    }
    assert other == set()


def test_every_list_of_pages_says_at_most_once_where_the_reader_is(any_site: Path) -> None:
    wrong = []
    for page in pages_of(any_site):
        for listed in page.tree.css("nav"):
            here = listed.css('[aria-current="page"]')
            leads = {urljoin(f"/{page.path}", link.attributes.get("href") or "") for link in here}
            if len(here) > 1 or leads - {f"/{page.path}"}:
                wrong.append((page.path, listed.attributes.get("aria-label"), leads))
    assert wrong == []
    menu = page_at(any_site, "kelurahan/").tree.css("header nav")
    assert [len(listed.css('[aria-current="page"]')) for listed in menu] == [1, 1]


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile."""
    page = browser.new_page()
    yield page
    page.close()


def landmarks(page: Page, role: str) -> list[str]:
    """The names of everything shown that has a role."""
    names: list[str] = page.get_by_role(role).evaluate_all(NAMES)  # type: ignore[arg-type]
    return names


@pytest.mark.browser
@pytest.mark.parametrize(("city", "width"), taking_turns([360, 1280]))
def test_every_kind_of_page_has_one_of_each_landmark_and_tells_its_lists_apart(
    city: str, width: int, reader: Page, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{city}_site")
    url: str = request.getfixturevalue(f"{city}_url")
    reader.set_viewport_size({"width": width, "height": 800})
    wrong = {}
    for path in one_of_each_kind(site):
        reader.goto(url + path)
        for role in ("main", "banner", "contentinfo"):
            if len(landmarks(reader, role)) != 1:
                wrong[path, role] = landmarks(reader, role)
        for role in ("navigation", "complementary", "region", "search"):
            names = landmarks(reader, role)
            if "" in names or len(set(names)) != len(names):
                wrong[path, role] = names
        assert len(landmarks(reader, "navigation")) >= (1 if width == 360 else 2), path
    assert wrong == {}
