"""The hostile city's site as text: no element carries anything that could run, every payload is only words."""

from __future__ import annotations

import hashlib
import json
import re
from threading import Thread

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from content_tools.model.choices import DataStatus
from content_tools.model.problem import ERROR, Problem
from content_tools.model.reference import Term
from content_tools.pages.assets import assets
from content_tools.pages.markdown_text import MarkdownText
from content_tools.pages.terms import Glossary
from content_tools.pages.trouble import trouble_html
from content_tools.pages.written import find
from content_tools.release.links import broken_links
from tests.attack.conftest import Built, Pages
from tests.attack.hostile import END, EVASIONS, payloads

ELEMENTS = frozenset(
    [
        "script",
        "iframe",
        "object",
        "embed",
        "base",
        "style",
        "template",
        "math",
        "video",
        "audio",
        "source",
        "track",
        "applet",
        "frame",
        "frameset",
        "portal",
        "marquee",
        "noscript",
        "xmp",
        "plaintext",
        "dialog",
        "slot",
        "canvas",
    ]
)
"""Elements that nothing an editor writes may bring into the body."""


def live(node: LexborNode) -> list[str]:
    """What an element carries that could run, fetch or restyle."""
    found = []
    for name, value in node.attributes.items():
        text = re.sub(r"[\x00-\x20]", "", value or "").lower()
        if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping", "background", "srcset"):
            found.append(f"{node.tag} {name}")
        elif (
            name in ("href", "src", "action", "xlink:href", "data", "poster")
            and re.match(r"(javascript|vbscript|blob|file):|data:(?!image/png)|[/\\]{2}", text)
        ) or (name in ("src", "action") and re.match(r"https?:", text)):
            found.append(f"{node.tag} {name}={value}")
    return found


def words(text: str) -> str:
    """Text with its blanks made alike."""
    return " ".join(text.split())


def heading(tree: LexborHTMLParser) -> str:
    """The words of a page's first heading."""
    found = tree.css_first("main h1")
    assert found is not None
    return words(found.text())


def test_what_passes_the_check_is_built_strictly(hostile: Built) -> None:
    assert hostile.result.returncode == 0, hostile.result.stderr[-3000:]


def test_every_link_of_the_hostile_site_leads_somewhere(hostile: Built) -> None:
    assert list(broken_links(hostile.site)) == []


def test_no_element_carries_anything_that_runs(pages: Pages) -> None:
    assert len(pages) > 150
    found = [(page, item) for page, tree in pages for node in tree.css("*") for item in live(node)]
    assert found == []


def test_the_only_scripts_are_the_themes_and_are_what_their_names_say(hostile: Built, pages: Pages) -> None:
    theme = assets()
    for page, tree in pages:
        root = "/" if page == "404.html" else "../" * page.count("/") or "./"
        files = [script for script in tree.css("script") if "src" in script.attributes]
        assert [script.attributes["src"] for script in files] == [root + theme.early, root + theme.script], (
            page
        )
        data = [script for script in tree.css("script") if "src" not in script.attributes]
        assert len(data) == len(tree.css('head > script[type="application/ld+json"]')) <= 1, page
        assert [link.attributes["href"] for link in tree.css("link[rel=stylesheet]")] == [
            root + theme.styles
        ], page
    for path, content in theme.files.items():
        assert (hostile.site / path).read_bytes() == content
        assert hashlib.sha256(content).hexdigest()[:8] == path.split(".")[1]
    scripts = {path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*.js")}
    search = {path for path in scripts if path.startswith("assets/cari.")}
    assert scripts - search == {theme.early, theme.script}
    for path in search:
        text = (hostile.site / path).read_text("utf-8")
        name = path.rpartition("/")[2].removesuffix(".js")
        if name != "mesin":
            call = text.removeprefix(f'masterplanSearch.take("{name}",').removesuffix(")\n")
            assert (
                text
                == f'masterplanSearch.take("{name}",{json.dumps(json.loads(call), ensure_ascii=False, separators=(",", ":"))})\n'
            )


def test_no_foreign_element_reaches_the_body(pages: Pages) -> None:
    found = [
        (page, node.tag)
        for page, tree in pages
        for node in tree.css("main *, footer *")
        if node.tag in ELEMENTS
    ]
    assert found == []


def test_titles_of_pages_are_words_in_every_menu(pages: Pages) -> None:
    expected = {
        "</title><script>window.__ran='judul-mentah'</script>",
        "Judul </a><script>window.__ran='judul-h1'</script> & \"kutip\" tebal",
    }
    for page, tree in pages:
        assert expected <= {words(link.text()) for link in tree.css("header .menu a")}, page
    here = dict(pages)["tentang/susunan/index.html"]
    assert expected <= {words(link.text()) for link in here.css(".section-nav a")}


def test_a_program_is_headed_by_its_name_as_text(hostile: Built, pages: Pages) -> None:
    found = dict(pages)
    for path in (hostile.root / "data/program").glob("*.yml"):
        record = yaml.safe_load(path.read_text("utf-8"))
        expected = record["nama"] + (f" ({record['singkatan']})" if record.get("singkatan") else "")
        assert heading(found[f"program/{path.stem}/index.html"]) == words(expected), path.stem


def test_titles_and_descriptions_of_written_pages_are_text(pages: Pages) -> None:
    tree = dict(pages)["tentang/mentah/index.html"]
    assert (
        tree.css_first("title").text().startswith("</title><script>window.__ran='judul-mentah'</script> · ")
    )
    description = tree.css_first("meta[name=description]").attributes["content"]
    assert description == "\"><script>window.__ran='uraian-mentah'</script><meta x=\""


def test_aligned_cells_keep_their_rows_and_get_classes(pages: Pages) -> None:
    table = next(
        table for table in dict(pages)["tentang/susunan/index.html"].css("table") if "Tengah" in table.text()
    )
    assert len(table.css("tbody tr")) == 2
    assert [cell.attributes.get("class") for cell in table.css("thead th")] == [
        "align-left",
        "align-center",
        "align-right",
    ]


def test_template_syntax_is_printed_as_it_was_written(pages: Pages) -> None:
    assert "{{ 7*7 }} {% raw %} {{ config.site_name }}" in dict(pages)["tentang/mentah/index.html"].text()


def test_every_payload_is_somewhere_as_words(pages: Pages) -> None:
    seen = " ".join(words(tree.css_first("article").text()) for _, tree in pages)
    assert [name for name, text in payloads().items() if words(text) not in seen] == []


def test_what_stands_before_raw_markup_stays(pages: Pages) -> None:
    written = [(page, tree) for page, tree in pages if page.startswith("serangan/")]
    assert len(written) == len(payloads("markup.txt"))
    for page, tree in written:
        assert heading(tree) == f"Serangan {page.split('/')[1]}"
        assert END in tree.css_first("article").text(), page


@pytest.mark.parametrize("name", payloads("markup.txt"))
def test_raw_markup_in_a_field_is_harmless(name: str) -> None:
    tree = LexborHTMLParser(MarkdownText().html(payloads("markup.txt")[name]))
    assert [item for node in tree.css("*") for item in live(node)] == []
    assert [node.tag for node in tree.css("*") if node.tag in ELEMENTS] == []


def test_problems_are_told_as_text_while_serving() -> None:
    attack = '"><script>window.__ran=1</script>'
    tree = LexborHTMLParser(
        trouble_html([Problem(f"docs/{attack}", attack, attack, (attack,), attack, "acuan", ERROR)])
    )
    assert tree.css("script") == []
    assert tree.text().count(attack) == 5


@pytest.mark.parametrize("evasion", sorted(page.stem for page in EVASIONS.glob("*.md")))
def test_an_evasion_is_refused_or_harmless(evasions: Built, evasion: str) -> None:
    page = evasions.site / "tentang" / evasion / "index.html"
    if not (evasions.root / "docs/tentang" / f"{evasion}.md").exists():
        assert not page.exists()
        return
    tree = LexborHTMLParser(page.read_text("utf-8"))
    article = tree.css_first("article")
    assert article is not None, "halaman kehilangan rangkanya"
    assert [item for node in tree.css("*") for item in live(node)] == []
    assert [
        node.html for node in tree.css("article script, small > img, article [class*=md-], .mermaid")
    ] == []
    assert "__ran" not in "".join(node.html or "" for node in tree.css("head, nav, aside"))
    assert '">' not in article.text()


def test_the_evasions_that_pass_the_check_pass_the_strict_build(evasions: Built) -> None:
    assert evasions.result.returncode == 0, evasions.result.stderr[-3000:]


def test_a_glossary_word_is_not_linked_inside_a_character_reference() -> None:
    term = Term(id="lt", nama="lt", definisi="Singkatan dari lantai.", status_data=DataStatus.EXAMPLE)
    linked = Glossary({"lt": term}).link("<p>1 &lt; 2</p>")
    assert linked.startswith("<p>1 &lt; 2</p>")


def test_many_backticks_on_one_line_are_read_in_one_pass() -> None:
    reading = Thread(target=lambda: list(find("a " + "`" * 3000 + "x")), daemon=True)
    reading.start()
    reading.join(10)
    assert not reading.is_alive()
