"""Ten thousand random and hostile questions in a real browser: each is answered soon, none breaks or reaches the page."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.attack.hostile import payloads
from tests.site.searching import Reader, reading

pytestmark = pytest.mark.browser

SEED = 20_261_124
MANY = 10_000
SHOWN_EVERY = 50
"""Of the questions, which go through the field of the real page."""

STOP = "yang di ke dari dan atau untuk dengan apa siapa bagaimana kapan mana itu ini ada cara"
KNOWN = (
    "kesehatan layanan sampah bank kelurahan kota jalan lampu pajak izin anak sekolah sungai bus kartu keluarga mpp "
    "dinkes melayani pelayanan perizinan kesahatan smart city masterplan lapor posyandu stunting air banjir wisata"
)
TRAPS = (
    "__proto__ constructor prototype hasOwnProperty toString valueOf __defineGetter__ null undefined NaN true length "
    "watch then get set size has p0 m0 saring mesin take"
)
SIGNS = "\"'`“”‘’.,;:!?()[]{}<>/\\|^$*+-=~#%&@_\t\n\r\0\u200b\u202e\ufeff\u00ad"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHERS = "éèüñçßİıſﬁǅ①½²٣४漢字かなמمرحباที่นี่😀👩‍👩‍👧🇮🇩\ud800\udfff\u0301\u0301"

ODD = (
    "", " ", "\0", '"', '""', '" "', "“", '"a', 'a"b"c"', '"yang di"', "=", "=mpp", "=malpelayananpublik", ".", "1", "0", "-1",
    "1e999", "2025", "1.500.000", "45,5", "a" * 10_240, "a " * 5_120, "ab" * 5_120, "kesehatan " * 1_024, '"' * 10_240,
    '"bank sampah" ' * 200, "9" * 10_240, "<b>" * 3_000, "me" * 20, "mempermainkannyalah", "ber" * 30 + "kan", "an" * 40, "i" * 40,
    "\ud800", "\udfff" * 50, "a\ud800b", "😀" * 2_000, "\u0301" * 5_000, "ﷺ" * 500, "İ" * 100, "ſmart city", "(?=a)+", "(a+)+$", "[", "\\",
    "$&", "$`", "$'", "%", "%00", "%E0%A4%A", "../../etc/passwd", "?q=a&q=b", "#", "javascript:alert(1)", STOP, TRAPS, KNOWN, STOP * 50,
)  # fmt: skip
"""Questions that are odd in one way each."""


def questions() -> list[str]:
    """All questions, the same in every run: the odd ones, payloads, and mixtures."""
    dice = random.Random(SEED)
    words = [*STOP.split(), *KNOWN.split() * 3, *TRAPS.split()]
    hostile = list(payloads().values()) + list(payloads("markup.txt").values())
    found = [*ODD, *TRAPS.split(), *hostile]

    def garbled(word: str) -> str:
        at = dice.randrange(len(word) + 1)
        return word[:at] + dice.choice([*LETTERS, *SIGNS, *OTHERS, ""]) + word[at + dice.randrange(2) :]

    def part() -> str:
        kind = dice.randrange(10)
        if kind < 4:
            return dice.choice(words)
        if kind < 7:
            return garbled(dice.choice(words))
        if kind == 7:
            return "".join(dice.choice(LETTERS) for _ in range(dice.randrange(1, 14)))
        if kind == 8:
            return "".join(
                dice.choice(LETTERS + SIGNS + OTHERS + "0123456789") for _ in range(dice.randrange(1, 30))
            )
        return f'"{dice.choice(words)} {dice.choice(words)}"' if dice.randrange(4) else dice.choice(hostile)

    while len(found) < MANY:
        found.append(dice.choice([" ", " ", "", "-", "\n"]).join(part() for _ in range(dice.randrange(1, 7))))
    return found


ASK = """async (queries) => {
  const wrong = [], late = [];
  let found = 0;
  for (const query of queries) {
    const begin = performance.now();
    try {
      const answer = await masterplanSearch.ask(query);
      if (!Array.isArray(answer.hits) || answer.hits.some(hit => !(hit.score >= 0 && hit.score < 1e6 && hit.entry >= 0 && hit.entry < masterplanSearch.known.entries)))
        wrong.push([query.slice(0, 80), "hits"]);
      if (new Set(answer.hits.map(hit => hit.entry)).size !== answer.hits.length) wrong.push([query.slice(0, 80), "twice"]);
      found += answer.hits.length > 0;
      const names = await masterplanSearch.suggest(query);
      if (names.length > 7 || names.some(name => !name.label || typeof name.path !== "string")) wrong.push([query.slice(0, 80), "names"]);
    } catch (error) { wrong.push([query.slice(0, 80), String(error)]); }
    const took = performance.now() - begin;
    if (took > 1000) late.push([query.slice(0, 80), took]);
  }
  return [wrong, late, found];
}"""
"""Asks the search for answers and names; what threw or gave nonsense, what took more than a second, how many had hits."""

SHOW = """async (queries) => {
  const finder = document.querySelector("[data-finder]"), field = finder.querySelector("#cari-isi"), told = finder.querySelector("[data-found]");
  const list = finder.querySelector("ol.results__list"), wrong = [], late = [];
  const allowed = "li.result, h2.result__title, a[href], p.result__kind, p.result__text, mark";
  let answers = 0, address = "";
  /* A browser takes only so many new addresses in a while: here they are only looked at. */
  history.pushState = history.replaceState = (state, title, url) => { address = new URL(url, location); };
  for (const query of queries) {
    const begin = performance.now();
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    list.textContent = "";
    field.form.requestSubmit();
    const asked = field.value.trim();
    const settled = () => !asked ? told.textContent === "" : /^Tidak ada hasil/.test(told.textContent) || list.firstChild || /tidak dapat dimuat/.test(told.textContent);
    while (!settled() && performance.now() - begin < 3000) await new Promise(next => setTimeout(next));
    if (performance.now() - begin > 1000) late.push([query.slice(0, 80), performance.now() - begin]);
    if (asked && !told.textContent.includes(`“${asked}”`)) wrong.push([query.slice(0, 80), told.textContent.slice(0, 80)]);
    for (const part of finder.querySelectorAll("[data-list] > ol *")) if (!part.matches(allowed)) wrong.push([query.slice(0, 80), part.outerHTML]);
    for (const line of finder.querySelectorAll("[data-found], [data-meant]")) if (line.children.length) wrong.push([query.slice(0, 80), line.innerHTML]);
    for (const link of finder.querySelectorAll("[data-list] a")) if (new URL(link.href).origin !== location.origin) wrong.push([query.slice(0, 80), link.href]);
    if (!asked) continue;
    if (address.searchParams.get("q") !== asked.toWellFormed()) wrong.push([query.slice(0, 80), address.search.slice(0, 80)]);
    answers += list.children.length;
  }
  return [wrong, late, answers];
}"""
"""Sends each question through the field and looks for anything in the answer that a question could have made."""


@pytest.fixture(scope="module")
def reader(browser: Browser, metro_url: str) -> Iterator[Reader]:
    """A reader on the page of results."""
    with reading(browser) as one:
        one.page.goto(metro_url + "cari/")
        one.page.locator("#cari-isi").focus()
        one.page.locator("#cari-isi-saran").wait_for(state="attached")
        yield one


def in_parts(page: Page, script: str, queries: list[str]) -> list[list[object]]:
    """The results of a script over all questions, a few hundred at a time."""
    parts = [page.evaluate(script, queries[at : at + 500]) for at in range(0, len(queries), 500)]
    return [list(column) for column in zip(*parts, strict=True)]


def test_ten_thousand_questions_are_answered_without_a_fault(reader: Reader) -> None:
    queries = questions()
    assert len(queries) == MANY
    wrong, late, found = in_parts(reader.page, ASK, queries)
    assert [fault for part in wrong for fault in part] == []  # type: ignore[attr-defined]
    assert [slow for part in late for slow in part] == []  # type: ignore[attr-defined]
    assert MANY / 3 < sum(found) < MANY  # type: ignore[arg-type]
    assert (reader.complaints, reader.page.evaluate("[window.violations, window.__ran ?? null]")) == (
        [],
        [[], None],
    )


def test_no_question_becomes_more_than_words_on_the_page(reader: Reader, metro_site: Path) -> None:
    shown = [*ODD, *questions()[::SHOWN_EVERY]]
    wrong, late, answers = in_parts(reader.page, SHOW, shown)
    assert [fault for part in wrong for fault in part] == []  # type: ignore[attr-defined]
    assert [slow for part in late for slow in part] == []  # type: ignore[attr-defined]
    assert sum(answers) > 200  # type: ignore[arg-type]
    assert reader.page.evaluate("Object.keys(Object.prototype)") == []
    assert (reader.complaints, reader.page.evaluate("[window.violations, window.__ran ?? null]")) == (
        [],
        [[], None],
    )
