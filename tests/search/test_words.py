"""Text to words and words to roots: one table each for the program that builds and the script that asks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from content_tools.search.stemmer import Stemmer, candidates, listed_roots
from content_tools.search.words import listed, stopwords, tells, words
from tests.search.conftest import pairs

STEMS = pairs("stems.tsv")


@pytest.mark.parametrize(("text", "expected"), pairs("words.tsv"))
def test_a_text_becomes_words(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@pytest.mark.browser
def test_the_browser_makes_the_same_words(asked: Page) -> None:
    table = pairs("words.tsv")
    found = asked.evaluate("texts => texts.map(masterplanSearch.words)", [text for text, _ in table])
    assert found == [expected.split() for _, expected in table]


@pytest.mark.browser
def test_the_browser_takes_the_same_words_for_telling(asked: Page) -> None:
    sample = [*sorted(stopwords()), "a", "7", "xy", "mpp", "2025"]
    found = asked.evaluate("all => all.map(masterplanSearch.tells)", sample)
    assert found == [tells(word) for word in sample]


def test_the_table_of_roots_is_large_and_names_no_word_twice() -> None:
    assert len(STEMS) >= 600
    assert len({word for word, _ in STEMS}) == len(STEMS)


def test_every_word_of_the_table_has_its_root() -> None:
    stemmer = Stemmer()
    assert [(word, stemmer.stem(word)) for word, _ in STEMS] == STEMS


@pytest.mark.browser
def test_the_browser_finds_the_same_roots(asked: Page) -> None:
    """In the browser the site's own words count as roots too; none of them may change a case of the table."""
    found = asked.evaluate("all => all.map(masterplanSearch.stem)", [word for word, _ in STEMS])
    assert list(zip((word for word, _ in STEMS), found, strict=True)) == STEMS


@pytest.mark.browser
def test_both_agree_on_every_word_of_the_site(asked: Page, metro_index: object, metro_press: object) -> None:
    from content_tools.pages.all import all_pages
    from content_tools.search.entries import search_entries
    from content_tools.search.ranking import FIELDS, field_text
    from content_tools.search.synonyms import texts

    entries = search_entries(metro_press, all_pages(metro_press))  # type: ignore[arg-type]
    vocabulary = {word for entry in entries for name in FIELDS for word in words(field_text(entry, name))}
    vocabulary |= {word for text in texts(metro_press.plan) for word in words(text)}  # type: ignore[attr-defined]
    stemmer, every = Stemmer(vocabulary), sorted(vocabulary)
    found = asked.evaluate("all => all.map(masterplanSearch.stem)", every)
    assert len(every) > 2_000
    assert dict(zip(every, found, strict=True)) == {word: stemmer.stem(word) for word in every}


def test_a_site_lends_the_roots_that_its_own_words_are_made_of() -> None:
    stemmer = Stemmer(["gawir", "penggawiran", "menggawir", "biru"])
    assert stemmer.stem("penggawiran") == stemmer.stem("gawir") == "gawir"
    assert stemmer.stem("digawirkan") == "gawir"
    assert stemmer.own_roots == {"gawir"}


def test_a_pair_of_affixes_that_does_not_exist_is_not_stripped() -> None:
    assert "zona" not in candidates("dizonaan")
    assert "zona" in candidates("dizonai")
    assert "dizona" in candidates("dizonaan")


@pytest.mark.parametrize("word", ["", "a", "ke", "bulan", "tps3r", "2025", "x" * 40])
def test_what_cannot_be_stripped_stays(word: str) -> None:
    assert Stemmer().stem(word) == word


@pytest.mark.parametrize("name", ["roots.txt", "stopwords.txt"])
def test_the_lists_are_sorted_plain_words(name: str) -> None:
    lines = listed(name)
    assert list(lines) == sorted(set(lines))
    assert all(line.isascii() and line.isalpha() and line == line.lower() for line in lines)


def test_no_root_of_the_list_is_a_number_of_letters_that_nothing_could_be_stripped_to() -> None:
    assert all(len(root) >= 3 for root in listed_roots())
    assert len(listed_roots()) > 2_000
