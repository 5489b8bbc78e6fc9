"""Looks at every page of both built sites: which exist, what their heads say, what program pages hold."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from pathlib import Path

import pytest

from content_tools.changes.history import read_history
from content_tools.pages.catalogue import KINDS
from tests.conftest import EXAMPLE as EXAMPLE_CITY
from tests.conftest import ROOT
from tests.site.built_page import BuiltPage, cited, folded, in_words, page_at, pages_of, records

EXAMPLE = {
    "program": 60, "topik": 8, "status": 9, "pemrakarsa": 7, "tahun": 4, "cari": 1, "kecamatan": 3, "kelurahan": 10, "desa": 2, "lembar": 12, "peta-jalan": 6,
    "indikator": 12, "dimensi": 6, "dokumen": 5, "instansi": 13, "dasar-hukum": 1, "sumber": 1, "istilah": 1,
    "belum-ditemukan": 1, "data": 1, "indeks": 7, "tulisan": 10, "pesan-daftar": 1, "pesan": len(KINDS), "404": 1,
}  # fmt: skip

LISTS = ("topik", "status", "pemrakarsa", "tahun")
"""Kinds of pages that list the programs with one value."""

SECTIONS = [
    "sekilas", "uraian", "perjalanan", "angka", "catatan", "belum-ditemukan", "masterplan", "dasar-hukum",
    "terkait", "angka-kota", "sumber", "riwayat",
]  # fmt: skip
"""The sections of a program page, in the order of a citizen's questions."""

ALWAYS = {"sekilas", "belum-ditemukan", "masterplan", "sumber"}
"""The thinnest page still has these."""

GLANCE = [
    "Di mana?", "Siapa penanggung jawab?", "Siapa pelaksananya?", "Digagas oleh", "Bersama siapa?",
    "Direncanakan mulai", "Mulai disebut", "Sejak kapan?", "Sampai mana?", "Berapa biayanya?", "Untuk siapa?", "Kata siapa?",
]  # fmt: skip

IDENTITY = {
    "metro": "Bukan situs resmi. Isinya dihimpun dari sumber publik; naskah masterplan belum kami temukan. Apa artinya?",
    "contoh": "Dikelola Pemerintah Kota Rekamaya (contoh). Masterplan ditetapkan dengan "
    "Peraturan Wali Kota Rekamaya Nomor 12 Tahun 2024, berlaku 2024–2033.",
}


def counted(site: Path) -> dict[str, int]:
    """How many pages of each kind the files in data/ and docs/ call for. The lists of programs are told by the filters
    of the whole list, which other tests hold against its rows."""
    city = ROOT if site.name == "metro" else EXAMPLE_CITY
    masterplan = records(site, "masterplan")[0]
    frames = {frame["id"]: frame["butir"] for frame in records(site, "kerangka")}
    dimensions = [item for item in frames[masterplan["kerangka_dimensi"]] if "induk" not in item]
    places = Counter(place["jenis"] for place in records(site, "wilayah"))
    written = [page for page in (city / "docs").rglob("*.md") if page.parent.name != "dimensi"]
    agencies = [body for body in records(site, "instansi") if body.get("keberadaan") != "direncanakan"]
    lists = {facet: len(page_at(site, "program/").tree.css(f'#saring-{facet} option:not([value=""])')) for facet in LISTS}  # fmt: skip
    return places | lists | {
        "program": len(records(site, "program")), "indikator": len(records(site, "indikator")), "instansi": len(agencies),
        "dokumen": len(records(site, "dokumen")), "dimensi": len(dimensions), "peta-jalan": len(dimensions),
        "lembar": places.total() - places["kecamatan"], "tulisan": len(written), "pesan": len(KINDS), "indeks": 7,
    } | dict.fromkeys(("cari", "dasar-hukum", "sumber", "istilah", "belum-ditemukan", "data", "pesan-daftar", "404"), 1)  # fmt: skip


def changes(site: Path) -> dict[str, int]:
    """How many pages tell what changed: one, and one for each month that this copy's git knows of."""
    months = len(read_history(ROOT if site.name == "metro" else EXAMPLE_CITY).months)
    return {"perubahan": 1} | ({"perubahan-bulan": months} if months else {})


def programs(site: Path) -> list[BuiltPage]:
    return [page for page in pages_of(site) if page.kind == "program"]


def record_of(page: BuiltPage) -> dict[str, object]:
    name = page.path.split("/")[1]
    return next(record for record in records(page.site, "program") if record["id"] == name)


def in_order(found: list[str], order: list[str]) -> bool:
    return found == [name for name in order if name in found]


def test_a_city_has_exactly_the_pages_its_records_call_for(any_site: Path) -> None:
    assert Counter(page.kind for page in pages_of(any_site)) == counted(any_site) | changes(any_site)


def test_the_invented_city_has_the_pages_that_were_counted_by_hand(example_site: Path) -> None:
    assert Counter(page.kind for page in pages_of(example_site)) == EXAMPLE | changes(example_site)
    assert len(pages_of(example_site)) == 182 + len(KINDS) + sum(changes(example_site).values())


def test_every_page_has_one_first_heading(any_site: Path) -> None:
    assert [page.path for page in pages_of(any_site) if len(page.tree.css("h1")) != 1] == []


def test_every_page_is_in_indonesian_but_the_one_for_guests(any_site: Path) -> None:
    other = [page.path for page in pages_of(any_site) if page.one("html").attributes.get("lang") != "id"]
    assert other == ["en/"]


def test_no_two_pages_have_the_same_window_title(any_site: Path) -> None:
    titles = Counter(title for page in pages_of(any_site) for title in page.words("head title"))
    assert len(titles) == len(pages_of(any_site))
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_window_title_says_that_the_site_is_not_official_until_the_government_runs_it(
    metro_site: Path,
) -> None:
    site = records(metro_site, "situs")[0]
    end = "" if site["pengelola"]["jenis"] == "pemerintah" else " (bukan situs resmi)"
    titles = [title for page in pages_of(metro_site) for title in page.words("head title")]
    assert [title for title in titles if not title.endswith(f" · {site['nama']}{end}")] == []


def test_a_site_run_by_its_government_does_not_call_itself_unofficial(example_site: Path) -> None:
    titles = [title for page in pages_of(example_site) for title in page.words("head title")]
    assert [title for title in titles if not title.endswith(" · Rekamaya Terbuka")] == []


def test_every_page_describes_itself_in_its_own_words(any_site: Path) -> None:
    pages = [page for page in pages_of(any_site) if page.kind != "404"]
    said = Counter(
        folded(page.one('meta[name="description"]').attributes.get("content") or "") for page in pages
    )
    assert "" not in said
    assert [words for words, count in said.items() if count > 1] == []


def test_every_page_says_who_speaks_here(any_site: Path) -> None:
    ((told,),) = {tuple(page.words("p.identity")) for page in pages_of(any_site)}
    manager, masterplan = records(any_site, "situs")[0]["pengelola"], records(any_site, "masterplan")[0]
    handed_over = (manager["jenis"], masterplan["status"]) == ("belum_ditetapkan", "belum_diketahui")
    assert told == IDENTITY[any_site.name] or (any_site.name == "metro" and not handed_over)
    assert told.startswith("Bukan situs resmi") == (manager["jenis"] != "pemerintah")
    assert manager.get("nama", "") in told


def test_search_engines_are_asked_to_leave_out_a_site_nobody_runs_yet(
    metro_site: Path, example_site: Path
) -> None:
    robots = 'meta[name="robots"][content="noindex"]'
    if records(metro_site, "situs")[0]["pengelola"]["jenis"] == "belum_ditetapkan":
        assert [page.path for page in pages_of(metro_site) if not page.tree.css(robots)] == []
    kept_out = {page.kind for page in pages_of(example_site) if page.tree.css('meta[name="robots"]')}
    assert kept_out == {"lembar"}


def test_every_generated_page_says_how_new_its_data_is(any_site: Path) -> None:
    news = [r["kabar_terakhir"] for r in records(any_site, "program") if "kabar_terakhir" in r]
    newest = in_words(max(news, key=lambda day: (day + "-12-31")[: max(len(day), 10)]))
    assert any_site.name == "metro" or newest == "21 Oktober 2026"
    line = re.compile(rf"(Data per \d{{1,2}} \w+ \d{{4}} · )?kabar terbaru yang kami temukan {newest}")
    generated = [page for page in pages_of(any_site) if page.generated]
    wrong = {page.path: page.words("p.dateline") for page in generated}
    assert {
        path: words for path, words in wrong.items() if len(words) != 1 or not line.fullmatch(words[0])
    } == {}


def test_breadcrumbs_lead_to_pages_that_exist(any_site: Path) -> None:
    known = {page.path for page in pages_of(any_site)}
    targets = {
        (page.path, posixpath.normpath(posixpath.join(page.path, link.attributes["href"] or "")) + "/")
        for page in pages_of(any_site)
        for link in page.tree.css("nav.crumbs a")
    }
    assert len({path for path, _ in targets}) > 100
    assert [pair for pair in targets if pair[1] not in known] == []


def test_every_record_page_stands_below_something(any_site: Path) -> None:
    tops = ("indeks", "cari", "sumber", "istilah", "belum-ditemukan")
    lost = [
        p.path
        for p in pages_of(any_site)
        if p.generated and p.kind not in tops and not p.tree.css("nav.crumbs a")
    ]
    assert lost == []


def test_previous_and_next_point_at_each_other(any_site: Path) -> None:
    step: dict[str, dict[str, str]] = {"prev": {}, "next": {}}
    for page in pages_of(any_site):
        for way, found in step.items():
            for link in page.tree.css(f'nav.neighbours a[rel="{way}"]'):
                target = posixpath.normpath(posixpath.join(page.path, link.attributes["href"] or "")) + "/"
                assert page.path not in found, f"{page.path} has two {way}"
                found[page.path] = target
    assert len(step["next"]) > 90
    assert {after: page for page, after in step["next"].items()} == step["prev"]


def test_program_pages_keep_the_order_of_a_citizens_questions(any_site: Path) -> None:
    for page in programs(any_site):
        sections = [str(heading.attributes.get("id")) for heading in page.article.css("h2")]
        assert in_order(sections, SECTIONS), f"{page.path}: {sections}"
        assert set(sections) >= ALWAYS, f"{page.path}: {sections}"


def test_program_pages_begin_with_name_summary_status_and_a_glance(any_site: Path) -> None:
    for page in programs(any_site):
        marks = (
            "h1",
            "p.dateline",
            "p.lead",
            "div.chips",
            "dl.glance",
            "div.service",
            "#masterplan",
            "#sumber",
            "footer.record-foot",
        )
        places = {mark: page.html.find(found.html[:60]) for mark in marks for found in page.article.css(mark)}
        assert in_order(sorted(places, key=lambda mark: places[mark]), list(marks)), f"{page.path}: {places}"
        assert {"h1", "div.chips", "dl.glance", "footer.record-foot"} <= set(places), page.path


def test_the_glance_asks_in_a_fixed_order_and_leaves_out_what_is_not_known(any_site: Path) -> None:
    for page in programs(any_site):
        asked = page.words("dl.glance dt")
        assert in_order(asked, GLANCE), f"{page.path}: {asked}"
        assert {"Di mana?", "Digagas oleh", "Sampai mana?", "Kata siapa?"} <= set(asked), (
            f"{page.path}: {asked}"
        )
        assert all(page.words("dl.glance dd")), page.path


def test_a_heading_is_never_left_without_content(any_site: Path) -> None:
    empty = re.compile(r"</h2>\s*(<h2|<footer class=\"record-foot\">)")
    assert [page.path for page in pages_of(any_site) if empty.search(page.html)] == []


def test_a_list_is_never_left_without_entries(any_site: Path) -> None:
    found = [
        (page.path, match[0])
        for page in pages_of(any_site)
        for match in re.finditer(r"<([uod]l)\b[^>]*>\s*</\1>", page.article.html or "")
    ]
    assert found == []


def test_nothing_is_ever_printed_for_a_value_that_is_not_there(any_site: Path) -> None:
    blank = re.compile(r"(?<!<code)>\s*(-|–|—|N/A|n/a|None|Undefined|undefined|nan|NaN)\s*<")
    word = re.compile(r"\b(N/A|None|Undefined|NaN)\b")
    for page in pages_of(any_site):
        html = page.article.html or ""
        assert not blank.search(html), f"{page.path}: {blank.search(html)}"
        assert not word.search(page.article.text()), f"{page.path}: {word.search(page.article.text())}"


def test_nothing_is_escaped_twice_and_no_private_sign_is_left(any_site: Path) -> None:
    twice = re.compile(r"&amp;(amp|lt|gt|quot|#\d+);")
    assert [page.path for page in pages_of(any_site) if twice.search(page.html)] == []
    assert [page.path for page in pages_of(any_site) if re.search("[\ue000-\ue00f]", page.html)] == []


def test_no_template_sign_or_unfilled_block_reaches_a_page_but_as_an_example(any_site: Path) -> None:
    left = re.compile(r"\{\{|\{%|\[\[|```")
    looked_at = [page for page in pages_of(any_site) if page.kind != "pesan"]
    assert [page.path for page in looked_at if left.search(page.article.text())] == []


def test_every_program_page_lists_all_sources_of_its_record(any_site: Path) -> None:
    titles = {source["id"]: folded(source["judul"]) for source in records(any_site, "sumber")}
    for page in programs(any_site):
        listed = Counter(
            folded(entry.text(deep=True)).split(" Dibaca ")[0] for entry in page.tree.css("ol.sources > li")
        )
        wanted = {titles[name] for name in cited(record_of(page))}
        missing = [title for title in wanted if not any(words.startswith(title) for words in listed)]
        assert missing == [], page.path
        assert sum(listed.values()) == len(cited(record_of(page))), page.path


def test_an_agency_that_does_not_exist_yet_has_no_page_and_no_link(any_site: Path) -> None:
    planned = [body for body in records(any_site, "instansi") if body.get("keberadaan") == "direncanakan"]
    assert planned or any_site.name == "metro"
    told = page_at(any_site, "instansi/").words("#direncanakan + ul li")
    assert len(told) == len(planned)
    for body in planned:
        assert not (any_site / "instansi" / body["id"]).exists()
        assert [page.path for page in pages_of(any_site) if f'instansi/{body["id"]}/"' in page.html] == []
        assert [words for words in told if words.startswith(f"{body['nama']} ({body['singkatan']})")]


def test_a_withdrawn_program_keeps_its_page_and_says_why(example_site: Path) -> None:
    page = page_at(example_site, "program/taman-berjaringan/")
    assert page.words("p.notice")[0] == (
        "Catatan ini ditarik pada 20 Mei 2026 karena Catatan ini sama dengan bagian dari Jaringan Serat Antarkantor. "
        "Isinya dapat dilihat di riwayat perubahan."
    )


def test_a_withdrawn_program_stands_in_no_list(example_site: Path) -> None:
    linked = [
        page.path
        for page in pages_of(example_site)
        if page.kind in {"indeks", *LISTS, "dimensi", "peta-jalan", "kelurahan"}
        and 'program/taman-berjaringan/"' in page.html
    ]
    assert linked == []


CITING = ("program", "indikator", "instansi", "wilayah", "dokumen", "regulasi")
"""Records with a place of their own on the site."""


def name_of(site: Path, collection: str, record: dict[str, str]) -> str:
    if collection == "regulasi":
        return page_at(site, "dasar-hukum/").words(f'[id="{record["id"]}"] > dt')[0]
    if collection == "wilayah":
        return f"{record['jenis'].capitalize()} {record['nama']}"
    return folded(record["nama"])


def test_the_sources_page_names_every_record_that_cites_a_source(any_site: Path) -> None:
    page = page_at(any_site, "sumber/")
    entries = {str(entry.attributes.get("id")): entry for entry in page.tree.css("dl.entries > div")}
    assert set(entries) == {source["id"] for source in records(any_site, "sumber")}
    wanted: dict[str, set[str]] = {name: set() for name in entries}
    for collection in CITING:
        for record in records(any_site, collection):
            for name in cited(record) if record.get("keberadaan") != "direncanakan" else ():
                wanted[name].add(name_of(any_site, collection, record))
    for name, entry in entries.items():
        users = {folded(link.text()) for link in entry.css("p.small a")}
        assert wanted[name] <= users, f"{name}: {wanted[name] - users}"


def test_a_source_that_a_program_cites_links_to_that_program(example_site: Path) -> None:
    entry = page_at(example_site, "sumber/").one("#kabar-reka-bus")
    assert folded(entry.css("dd p.small")[-1].text()).startswith("Dipakai di: ")


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("peta-jalan/", "Peta jalan"),
        ("kelurahan/alunpayung/", "Kelurahan Alunpayung"),
        ("dimensi/tata-kelola/", "Tata kelola birokrasi"),
        ("program/bus-kota-reka/", "Bus Kota Reka (BKR)"),
    ],
)
def test_pages_are_called_what_the_design_calls_them(example_site: Path, path: str, heading: str) -> None:
    assert page_at(example_site, path).words("h1") == [heading]


def test_the_roadmap_without_an_official_plan_is_called_by_the_years_it_shows(metro_site: Path) -> None:
    (heading,) = page_at(metro_site, "peta-jalan/").words("h1")
    planned = "tahapan" in records(metro_site, "masterplan")[0]
    assert re.fullmatch("Peta jalan" if planned else r"Perjalanan program, 20\d\d–20\d\d", heading)
