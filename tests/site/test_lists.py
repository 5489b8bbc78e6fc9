"""Looks at the built lists: everything from A to Z, and a page for each way to narrow the programs."""

from __future__ import annotations

import gzip
import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborNode

from tests.site.built_page import BuiltPage, folded, page_at, records

FACETS = ("topik", "dimensi", "status", "instansi", "wilayah", "pemrakarsa", "tahun")
OWN_PAGES = ("topik", "status", "pemrakarsa", "tahun")
"""Facets whose values have a list of their own; the others are told on a record's page."""


def target(page: BuiltPage, link: LexborNode) -> str:
    """Where a link leads, below the site's root."""
    path, _, anchor = (link.attributes["href"] or "").partition("#")
    full = posixpath.normpath(posixpath.join(page.path, path)) + "/"
    return full.removeprefix("./") + (f"#{anchor}" if anchor else "")


def lines(page: BuiltPage, alias: bool = False) -> list[LexborNode]:
    """What stands under the letters: under the names, or the lines that lead from an abbreviation to its name."""
    found = page.tree.css("ul.az > li")
    return [
        line for line in found if folded(line.text()).startswith(folded(line.css("a")[0].text())) is not alias
    ]


def expected(site: Path) -> dict[str, str]:
    """Address to name, of every record and every item of a frame that the list must hold."""
    found = {f"program/{r['id']}/": r["nama"] for r in records(site, "program")}
    found |= {f"indikator/{r['id']}/": r["nama"] for r in records(site, "indikator")}
    found |= {f"dokumen/{r['id']}/": r["nama"] for r in records(site, "dokumen")}
    found |= {f"istilah/#{r['id']}": r["nama"] for r in records(site, "istilah")}
    found |= {f"{r['jenis']}/{r['id']}/": r["nama"] for r in records(site, "wilayah")}
    found |= {
        f"instansi/{r['id']}/": r["nama"]
        for r in records(site, "instansi")
        if r.get("keberadaan") != "direncanakan"
    }
    for frame, folder in (("dimensi", "dimensi"), ("topik", "program/topik")):
        for kind in records(site, "kerangka"):
            if kind["jenis"] == frame and (site / folder / kind["butir"][0]["kode"]).is_dir():
                found |= {f"{folder}/{i['kode']}/": i["nama"] for i in kind["butir"] if "induk" not in i}
    return found


def test_everything_stands_once_under_its_name(any_site: Path) -> None:
    page = page_at(any_site, "cari/")
    listed = Counter(
        (target(page, line.css("a")[0]), folded(line.css("a")[0].text())) for line in lines(page)
    )
    wanted = expected(any_site)
    assert len(wanted) > 120
    assert {
        (path, name): listed[path, folded(name)]
        for path, name in wanted.items()
        if listed[path, folded(name)] != 1
    } == {}
    assert [pair for pair, count in listed.items() if count > 1] == []


def test_every_regulation_and_every_page_of_the_menu_is_listed(any_site: Path) -> None:
    page = page_at(any_site, "cari/")
    listed = {target(page, line.css("a")[0]) for line in lines(page)}
    assert {f"dasar-hukum/#{record['id']}" for record in records(any_site, "regulasi")} <= listed
    menu = {target(page, link) for link in page.tree.css("nav.site-nav a, nav.menu__panel a")}
    assert len(menu) > 6
    assert menu <= listed | {"./", ""}


@pytest.mark.parametrize(
    ("short", "name", "kind"),
    [
        ("BKR", "Bus Kota Reka", "program"),
        ("Dispras", "Dinas Prasarana, Perhubungan, dan Lingkungan", "instansi"),
        ("APBD", "Anggaran Pendapatan dan Belanja Daerah", "istilah"),
    ],
)
def test_an_abbreviation_leads_to_the_name(example_site: Path, short: str, name: str, kind: str) -> None:
    page = page_at(example_site, "cari/")
    assert f"{short}, lihat {name} {kind}" in [folded(line.text()) for line in lines(page, alias=True)]
    assert f"{name} ({short}) {kind}" in [folded(line.text()) for line in lines(page)]


def test_letters_lead_to_what_begins_with_them(any_site: Path) -> None:
    page = page_at(any_site, "cari/")
    links = page.tree.css("ul.letters a")
    sections = page.tree.css("section.letter")
    assert [link.text() for link in links] == [section.css("h2")[0].text() for section in sections]
    assert [target(page, link) for link in links] == [
        f"cari/#{section.attributes['id']}" for section in sections
    ]
    assert len(links) > 15
    for section in sections:
        letter = section.css("h2")[0].text()
        starts = {folded(line.text()).lstrip("“(")[0].upper() for line in section.css("li")}
        assert starts == {letter} or letter == "0–9", letter


def test_the_list_of_everything_is_light(any_site: Path) -> None:
    assert len(gzip.compress(page_at(any_site, "cari/").html.encode(), 9)) < 30_000


def options(page: BuiltPage, facet: str) -> dict[str, int]:
    """Value of each choice of a filter to the count it names."""
    found = {}
    for option in page.tree.css(f"#saring-{facet} option"):
        if value := option.attributes["value"]:
            found[value] = int(option.text().rpartition("(")[2].rstrip(")"))
    return found


def having(page: BuiltPage, facet: str, value: str) -> list[str]:
    """The names of the programs whose rows carry a value."""
    return [
        folded(row.css("th a")[0].text())
        for row in page.tree.css("#daftar tbody tr")
        if value in (row.attributes[f"data-{facet}"] or "").split(" ")
    ]


@pytest.mark.parametrize("facet", FACETS)
def test_every_choice_counts_the_rows_it_leaves(any_site: Path, facet: str) -> None:
    page = page_at(any_site, "program/")
    counts = options(page, facet)
    assert len(counts) > 1
    assert counts == {value: len(having(page, facet, value)) for value in counts}
    values = {
        v
        for row in page.tree.css("#daftar tbody tr")
        for v in (row.attributes[f"data-{facet}"] or "").split()
    }
    assert set(counts) == values


@pytest.mark.parametrize("facet", OWN_PAGES)
def test_every_choice_has_a_page_with_exactly_its_programs(any_site: Path, facet: str) -> None:
    page = page_at(any_site, "program/")
    for value, count in options(page, facet).items():
        own = page_at(any_site, f"program/{facet}/{value.replace('_', '-')}/")
        listed = own.words("#daftar tbody th a")
        assert sorted(listed) == sorted(having(page, facet, value)), own.path
        assert f"{count} program dan inisiatif." in own.words("p.lead")[0], own.path


@pytest.mark.parametrize("facet", ["dimensi", "instansi", "wilayah"])
def test_a_choice_told_on_a_records_page_is_linked_there(any_site: Path, facet: str) -> None:
    page = page_at(any_site, "program/")
    links = {target(page, link): link for link in page.tree.css(f"#menurut-{facet} a")}
    ends = {path.rstrip("/").split("/")[-1]: path for path in links}
    assert set(ends) == set(options(page, facet))
    for value, path in ends.items():
        shown = page_at(any_site, path).words("main a")
        assert [name for name in having(page, facet, value) if name not in shown] == [], path


@pytest.mark.parametrize("facet", FACETS)
def test_links_and_filters_count_alike(any_site: Path, facet: str) -> None:
    page = page_at(any_site, "program/")
    counted = [
        int(item.css(".facets__count")[0].text().split()[0]) for item in page.tree.css(f"#menurut-{facet} li")
    ]
    assert counted == list(options(page, facet).values())


def test_a_list_of_one_value_leads_to_the_other_values(any_site: Path) -> None:
    own = page_at(any_site, "program/pemrakarsa/warga/")
    others = {target(own, link) for link in own.tree.css("#yang-lain a")}
    assert "program/pemrakarsa/komunitas/" in others
    assert "program/pemrakarsa/warga/" not in others
    assert own.words("#yang-lain h2") == ["Penggagas lain"]


@pytest.fixture
def plain_reader(browser: Browser) -> Iterator[Page]:
    """A phone that runs no JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_without_javascript_the_search_page_is_the_list_and_says_so(
    metro_url: str, plain_reader: Page
) -> None:
    plain_reader.goto(metro_url + "cari/?q=mpp")
    expect(plain_reader.locator("p.without-script")).to_have_text(
        "Pencarian memerlukan JavaScript. Tanpa itu, pilih dari daftar di bawah."
    )
    expect(plain_reader.locator("#cari-isi")).to_be_hidden()
    expect(plain_reader.get_by_role("link", name="Yosodadi", exact=True)).to_be_visible()
    assert plain_reader.locator("[data-unsearched]").count() == 2
    assert plain_reader.locator("[data-unsearched][hidden], [data-unsearched] [hidden]").count() == 0


@pytest.mark.browser
def test_without_javascript_a_choice_is_three_taps_away(example_url: str, plain_reader: Page) -> None:
    plain_reader.goto(example_url + "program/")
    expect(plain_reader.locator("form.filters")).to_be_hidden()
    assert plain_reader.locator("#daftar thead button").count() == 0
    plain_reader.get_by_role("link", name="Pilih menurut dimensi, status").click()
    plain_reader.locator("#menurut-pemrakarsa summary").click()
    plain_reader.locator("#menurut-pemrakarsa").get_by_role("link", name="Komunitas").click()
    expect(plain_reader.locator("h1")).to_have_text("Digagas oleh: Komunitas")
    assert plain_reader.locator("#daftar tbody tr").count() == 4
