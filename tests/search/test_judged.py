"""What citizens ask and what must stand first: the judged queries, names, sizes of what is loaded for them."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterable
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from content_tools.insight.addresses import path_of
from content_tools.pages.press import Press
from content_tools.search.index import SearchIndex
from tests.search.conftest import HERE

pytestmark = pytest.mark.browser
QUERIES = yaml.safe_load((HERE / "queries.yml").read_text("utf-8"))

ASK = """async queries => {
  const found = [];
  for (const query of queries) {
    const answer = await masterplanSearch.ask(query);
    const shown = await masterplanSearch.shown(answer.hits.slice(0, 10).map(hit => hit.entry));
    found.push(shown.map(row => row.path));
  }
  return found;
}"""

JUDGED = 608
"""How many records the city had when the queries were judged."""

MOVED_ON = 0.1
"""What the shares may lose to records that people wrote since; `make bench` tells them exactly."""

Answers = list[tuple[dict[str, Any], list[str]]]
"""Queries as they were judged, each with what was found."""

SHARED_NAMES = "Kecamatan "
"""A kecamatan and its office have the same name; who asks for it is led to the place, where the office is named too.
One reason, as many cases as there are kecamatan; the office itself is found first by its abbreviation."""


@pytest.fixture(scope="module")
def known(metro_index: SearchIndex) -> str:
    """Every address that can be found, as the files of the search hold them."""
    files = metro_index.files.items()
    return "".join(content.decode() for name, content in files if "/m" in name and "mesin" not in name)


@pytest.fixture(scope="module")
def answers(asked: Page, known: str) -> Answers:
    """Each judged query with the addresses of its first ten results. Records that people took away since are no longer
    looked for, nor is a query whose first answer was one of them."""
    found: list[list[str]] = asked.evaluate(ASK, [query["cari"] for query in QUERIES])
    kept = [
        query | {key: [one for one in query[key] if f'["{one}",' in known] for key in ("pertama", "relevan")}
        for query in QUERIES
    ]
    return [(query, rows) for query, rows in zip(kept, found, strict=True) if query["pertama"]]


def share(rows: Iterable[bool]) -> float:
    return statistics.mean(rows)


def of(part: str, answers: Answers, kind: str = "") -> Answers:
    return [(q, found) for q, found in answers if q["bagian"] == part and kind in ("", q["jenis"])]


def test_the_judged_set_is_what_it_says() -> None:
    assert sum(query["bagian"] == "uji" for query in QUERIES) == 80
    assert len({query["cari"] for query in QUERIES}) == len(QUERIES) == 260
    for query in QUERIES:
        assert set(query["pertama"]) <= set(query["relevan"]), query["cari"]


def test_what_was_judged_can_be_found_but_for_the_few_records_that_people_took_away(known: str) -> None:
    gone = [query["cari"] for query in QUERIES if not all(f'["{one}",' in known for one in query["relevan"])]
    assert len(gone) <= len(QUERIES) / 10, gone


@pytest.mark.parametrize(
    ("part", "first", "recall", "misspelt"), [("uji", 0.80, 0.85, 0.85), ("setel", 0.85, 0.86, 0.90)]
)
def test_what_was_looked_for_stands_first(
    answers: Answers, metro_press: Press, part: str, first: float, recall: float, misspelt: float
) -> None:
    """No lower than what is reached: a change that makes the search worse is seen. The aim for the first is 0.90, not reached."""
    slack = 0 if len(list(metro_press.plan.records())) == JUDGED else MOVED_ON
    rows = of(part, answers)
    assert share(found[:1] != [] and found[0] in query["pertama"] for query, found in rows) >= first - slack
    assert (
        statistics.mean(
            len(set(found) & set(query["relevan"])) / len(query["relevan"]) for query, found in rows
        )
        >= recall - slack
    )
    rows = of(part, answers, "salah-ketik")
    assert (
        share(found[:1] != [] and found[0] in query["pertama"] for query, found in rows) >= misspelt - slack
    )


def test_programs_agencies_and_places_are_found_first_by_their_names(asked: Page, metro_press: Press) -> None:
    plan = metro_press.plan
    wanted: dict[str, set[str]] = {}
    for record in (
        *plan.living,
        *(body for body in plan.agencies.values() if body.has_page),
        *plan.places.values(),
    ):
        names = (record.name, getattr(record, "abbreviation", None), getattr(record, "full_name", None))
        for name in filter(None, names):
            wanted.setdefault(name, set()).add(str(path_of(record)))
    found = asked.evaluate(ASK, list(wanted))
    shared = {name for name, paths in wanted.items() if len(paths) > 1}
    assert len(wanted) > 200
    assert all(name.startswith(SHARED_NAMES) for name in shared)
    assert len(shared) == sum(place.is_district for place in plan.places.values())
    for (name, paths), rows in zip(wanted.items(), found, strict=True):
        assert rows[0] in paths, name
        assert len(paths) == 1 or set(rows[:2]) == paths, name


def size(index: SearchIndex, names: Iterable[str]) -> int:
    """Bytes on the wire of some files of the search."""
    folder = index.engine.rpartition("/")[0]
    return sum(len(gzip.compress(index.files[f"{folder}/{name}"], 9)) for name in names)


LOADED = """async query => {
  const before = new Set(Array.from(document.scripts, script => script.src));
  const answer = await masterplanSearch.ask(query);
  await masterplanSearch.shown(answer.hits.slice(0, 10).map(hit => hit.entry));
  return Array.from(document.scripts, script => script.src).filter(src => !before.has(src)).map(src => src.split("/").pop());
}"""


def test_a_first_query_costs_60_kb_and_the_next_30(asked: Page, metro_index: SearchIndex) -> None:
    """The engine and the filters, and what the query needs; every twentieth judged query, each in a fresh page and each
    followed by its neighbour in the set."""
    fixed = size(metro_index, ["mesin.js", "saring.js"])
    for number in range(0, len(QUERIES) - 1, 20):
        asked.reload()
        one, other = (asked.evaluate(LOADED, QUERIES[at]["cari"]) for at in (number, number + 1))
        assert fixed + size(metro_index, one) <= 60_000, QUERIES[number]["cari"]
        assert size(metro_index, other) <= 30_000, QUERIES[number + 1]["cari"]
