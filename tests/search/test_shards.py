"""Numbers and weights as characters, lines cut into files: what is written is what the browser reads."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from content_tools.search import shards

NUMBERS = [0, 1, 45, 46, 47, 91, 92, 2_115, 2_116, 97_335, 97_336, 1_000_000]


def test_the_letters_need_no_escape_in_a_script() -> None:
    assert len(shards.LETTERS) == len(set(shards.LETTERS)) == 92
    assert json.dumps(shards.LETTERS) == f'"{shards.LETTERS}"'
    assert "<" not in shards.LETTERS


@pytest.mark.parametrize(
    ("value", "text"), [(0, " "), (1, "!"), (45, "O"), (46, "P!"), (92, 'P"'.replace('"', "#"))]
)
def test_a_number_has_a_form(value: int, text: str) -> None:
    assert shards.number(value) == text


@pytest.mark.browser
def test_the_browser_reads_what_is_written(asked: Page) -> None:
    assert asked.evaluate("text => masterplanSearch.rising(text)", shards.rising(NUMBERS[1:])) == NUMBERS[1:]
    weights = {0: 1, 3: 90, 400: 17, 90_000: 5}
    read = asked.evaluate("text => Array.from(masterplanSearch.postings(text))", shards.postings(weights))
    assert dict(read) == weights
    places = {2: [1, 2, 50], 7: [3_000]}
    read = asked.evaluate(
        "text => Array.from(masterplanSearch.places(text)).map(([entry, at]) => [entry, Array.from(at)])",
        shards.places(places),
    )
    assert dict(read) == places


@given(st.lists(st.tuples(st.text("abc", min_size=1, max_size=3), st.text("xyz", max_size=30)), max_size=60))
def test_cutting_loses_nothing_and_parts_no_key(lines: list[tuple[str, str]]) -> None:
    lines.sort()
    runs = list(shards.cut(lines, size=40))
    assert "\n".join(text for _, text in runs) == "\n".join(line for _, line in lines)
    first = [key for key, _ in runs]
    assert first == sorted(set(first))


def test_a_file_is_one_call_that_holds_its_content() -> None:
    text = shards.script("p3", 'a\t"</script>\n').decode()
    call = re.fullmatch(r'masterplanSearch\.take\("p3",(.*)\)\n', text)
    assert call is not None
    assert json.loads(call[1]) == 'a\t"</script>\n'
