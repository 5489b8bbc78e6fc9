"""What scripts, labels and the skip link look for in the hostile site: only the theme and our own pieces have it."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from content_tools.pages.assets import THEME, assets
from content_tools.pages.sanitise import sanitise
from content_tools.search.index import SCRIPTS
from tests.attack.conftest import Built, Pages

ONCE = {
    "[id=isi]": "body > main[id=isi]",
    "[id=cari-kepala]": "header form > input[id=cari-kepala]",
    "[data-menu], .menu": "header > div > details.menu[data-menu]",
    "[data-scheme], .scheme": "header > div > button.scheme[data-scheme]",
    ".skip": "body > a.skip[href='#isi']",
}
"""What the skip link, a label or a script finds by name on every page, and where that is."""

OURS = {
    ".toc": "article .toc-room > details.toc",
    "[data-print]": "article > .record-foot > .actions > [data-print], article > .sheet-hint > button[data-print]",
    "[data-js]": "[data-print], article form.search[data-js], article form.filters[data-js]",
    "[data-finder], .finder": "article > div.finder[data-finder]",
    "[data-found], [data-meant], [data-results], [data-nothing], [data-unsearched], .results, .suggestions, .marked": ".finder > *",
    "[data-narrow], [data-list], [data-more], [data-clear]": ".finder > .results *, form.filters [data-clear]",
    "[data-search]": "head > script[src][data-search]",
    "[data-filter-table], .filters": "article > section > form.filters[data-filter-table], .finder > .results > form.filters[data-narrow]",
    "[data-sortable]": "table.records[data-sortable]",
    "form": "header form.head-search, article form.search, article form.filters",
    "input, select, textarea": "form.head-search > input, form.search input[name=q], form.filters [id^=saring-]",
    "button": "header button, form button, .results > button[data-more], article > .record-foot button, article > .sheet-hint > button",
}
"""What a script wakes up, or a reader writes into, on some pages, and where that is."""


def places(tree: LexborHTMLParser, selector: str) -> set[int]:
    """The elements that fit, each once."""
    return {node.mem_id for node in tree.css(selector)}


@pytest.mark.parametrize("look_for", ONCE)
def test_what_the_frame_looks_for_stands_once_where_the_theme_put_it(pages: Pages, look_for: str) -> None:
    for page, tree in pages:
        found = places(tree, look_for)
        assert len(found) == 1, page
        assert found == places(tree, ONCE[look_for]), page


@pytest.mark.parametrize("look_for", OURS)
def test_what_scripts_look_for_stands_only_in_our_own_pieces(pages: Pages, look_for: str) -> None:
    stray = [page for page, tree in pages if not places(tree, look_for) <= places(tree, OURS[look_for])]
    assert stray == []
    assert [page for page, tree in pages if tree.css(look_for)] != []


def test_no_page_has_two_tables_of_contents_and_raw_markup_hooks_nothing(
    pages: Pages,
) -> None:
    assert [page for page, tree in pages if len(tree.css(".toc")) > 1] == []
    hooks = {
        (page, name)
        for page, tree in pages
        if page.startswith("serangan/")
        for node in tree.css("article *")
        for name in node.attributes
        if name.startswith("data-") or name in ("hidden", "name", "for", "type")
    }
    assert hooks == set()


def test_ids_and_hooks_of_the_base_theme_stand_nowhere(pages: Pages) -> None:
    hooks = "[id^=__], [data-md-component], [data-md-toggle], [class*=md-], [name]:not(select, input)"
    for page, tree in pages:
        assert tree.css_first("article") is not None, page
        assert [node.html for node in tree.css("article *") if node.css_matches(hooks)] == [], page


def test_no_attribute_or_class_that_our_scripts_look_for_can_be_written() -> None:
    paths = [*(THEME / "scripts").glob("*.js"), *SCRIPTS.glob("*.js")]
    scripts = "".join(path.read_text("utf-8") for path in paths)
    names = set(re.findall(r"\bdata-[a-z-]+", scripts))
    assert {
        "data-menu",
        "data-print",
        "data-scheme",
        "data-finder",
        "data-filter-table",
        "data-sortable",
        "data-hit",
        "data-results",
        "data-search",
    } <= names
    written = " ".join(f'{name}="x"' for name in (*sorted(names), "data-js", "hidden"))
    assert sanitise(f"<table {written}><tr><td {written}>a</td></tr></table>") == (
        "<table><tbody><tr><td>a</td></tr></tbody></table>"
    )
    assert sanitise(
        '<details class="toc menu finder filters results suggestions marked skip lead">a</details>'
    ) == ('<details class="lead">a</details>')


def test_no_id_that_a_label_a_fill_or_the_skip_link_points_to_can_be_written(
    hostile: Built, pages: Pages
) -> None:
    styles = (hostile.site / assets().styles).read_text("utf-8")
    beside_staff_text = [tree for _, tree in pages if not tree.css("[data-finder], [data-filter-table]")]
    names = {
        *re.findall(r"url\(#([\w-]+)\)", styles),
        *(label.attributes["for"] for tree in beside_staff_text for label in tree.css("label[for]")),
        *(
            node.attributes["id"]
            for tree in beside_staff_text
            for node in tree.css("body > [id], header [id]")
        ),
    }
    assert {"isi", "cari-kepala", "cari-beranda", "isian-dots"} <= names
    assert [name for name in sorted(names) if "id=" in sanitise(f'<p id="{name}">x</p>')] == []
