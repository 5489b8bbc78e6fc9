"""What a page tells search engines and messengers: true, escaped once, and never official when it is not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from markupsafe import Markup
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from content_tools.exports.data_files import data_files
from content_tools.insight.facts import Facts
from content_tools.model.choices import DataStatus, ManagerKind
from content_tools.model.plan import Plan
from content_tools.pages.all import all_pages
from content_tools.pages.page import Page
from content_tools.pages.press import Press
from content_tools.pages.share import head, preview_image, preview_note
from content_tools.reading.front_matter import split_page
from tests.conftest import EXAMPLE, ROOT
from tests.insight.cities import by_id, example, metro, nobodys, plan_of, program
from tests.pages.test_colours import contrast
from tests.site.structured_data import Node, blocks, complaints, every, nodes

TODAY = date(2026, 11, 24)
ROOT_ADDRESS = "https://contoh.example/kota/"
IMAGE = "assets/pratinjau.0000.png"
ATTACK = """</script><script>alert(1)</script><!-- "' & <b>\u2028&amp;"""


@cache
def press(city: str) -> Press:
    """One of the two cities, with an address; the real one as long as nobody runs its site."""
    plan, folder = (nobodys(metro()), ROOT) if city == "metro" else (example(), EXAMPLE)
    return Press(Facts(plan, TODAY, TODAY), folder / "docs", site_url=ROOT_ADDRESS)


@cache
def heads(city: str) -> dict[str, str]:
    """The head elements of every generated page of a city, and of its home page, by address."""
    found = {"": home(press(city))}
    return found | {page.path: of_page(press(city), page) for page in all_pages(press(city))}


def of_page(press: Press, page: Page) -> str:
    return head(
        press, title=page.title, description=page.description, path=page.path, kind=page.kind, image=IMAGE,
        crumbs=page.crumbs, record=page.record,
    )  # fmt: skip


def home(press: Press, description: str = "Tentang kota.") -> str:
    return head(press, title="Beranda", description=description, path="", kind="beranda", image=IMAGE)


def seen_by(plan: Plan, **site: Any) -> Press:
    """A plan with other words about its site."""
    changed = replace(plan, site=plan.site.model_copy(update=site))
    return Press(Facts(changed, TODAY, TODAY), site_url=ROOT_ADDRESS)


def managed(kind: ManagerKind, name: str | None) -> Press:
    """The invented city run by someone else."""
    return seen_by(example(), manager=example().site.manager.model_copy(update={"kind": kind, "name": name}))


def real(plan: Plan) -> Plan:
    """A city that is not invented."""
    return replace(plan, city=plan.city.model_copy(update={"data_status": DataStatus.PUBLIC}))


def unofficial(path: str) -> str:
    """The head elements of a page of a real city whose site nobody runs."""
    shown = Press(Facts(nobodys(real(example())), TODAY, TODAY), site_url=ROOT_ADDRESS)
    return next(of_page(shown, page) for page in all_pages(shown) if page.path == path)


def meta(html: str, name: str) -> str | None:
    """What a meta element says; None when there is none."""
    found = LexborHTMLParser(html).css(f'meta[property="{name}"], meta[name="{name}"]')
    assert len(found) < 2
    return found[0].attributes["content"] if found else None


def node(html: str, kind: str) -> Node:
    """The only node of a type at the top of a page."""
    found = [each for each in nodes(html) if each["@type"] == kind]
    assert len(found) == 1
    return found[0]


CITIES = pytest.mark.parametrize("city", ["metro", "contoh"])


# Addresses


def test_a_page_names_its_own_address() -> None:
    html = heads("contoh")["program/bus-kota-reka/"]
    links = LexborHTMLParser(html).css('link[rel="canonical"]')
    assert [link.attributes["href"] for link in links] == [f"{ROOT_ADDRESS}program/bus-kota-reka/"]
    assert meta(html, "og:url") == f"{ROOT_ADDRESS}program/bus-kota-reka/"


def test_the_picture_has_an_absolute_address_its_size_and_words() -> None:
    html = unofficial("program/bus-kota-reka/")
    assert meta(html, "og:image") == f"{ROOT_ADDRESS}{IMAGE}"
    assert (meta(html, "og:image:width"), meta(html, "og:image:height")) == ("1200", "630")
    assert meta(html, "og:image:alt") == "Rekamaya Terbuka. Bukan situs resmi"
    assert meta(html, "twitter:card") == "summary_large_image"


@CITIES
def test_without_an_address_of_the_site_nothing_needs_one(city: str) -> None:
    known = press(city)
    nowhere = Press(known.facts, known.docs)
    pages = all_pages(nowhere)
    assert len(pages) > 100
    for page in pages:
        html = of_page(nowhere, page)
        assert meta(html, "og:title") is not None
        assert [meta(html, name) for name in ("og:url", "og:image", "twitter:card")] == [None, None, None]
        assert LexborHTMLParser(html).css("link:not([rel=alternate]), script") == []


# Titles and descriptions


def test_a_page_is_called_what_it_is_called() -> None:
    html = unofficial("program/bus-kota-reka/")
    assert meta(html, "og:title") == "Bus Kota Reka (bukan situs resmi)"
    assert (meta(html, "og:type"), meta(html, "og:locale")) == ("article", "id_ID")
    assert meta(html, "og:site_name") == "Rekamaya Terbuka (bukan situs resmi)"


def test_the_home_page_is_called_as_the_site() -> None:
    html = heads("contoh")[""]
    assert meta(html, "og:title") == "Rekamaya Terbuka (data contoh)"
    assert meta(html, "og:type") == "website"


def test_a_page_in_english_says_so() -> None:
    html = head(
        press("metro"),
        title="In English",
        description="What this is",
        path="en/",
        kind="tulisan",
        image=IMAGE,
    )
    city = press("metro").plan.city.name
    assert meta(html, "og:locale") == "en_US"
    assert meta(html, "og:title") == "In English (not an official website)"
    assert meta(html, "og:description") == f"What this is. Not an official website of {city}."


@pytest.mark.parametrize("place", ["og:title", "og:description", "og:site_name", "og:image:alt"])
def test_words_are_escaped_exactly_once(place: str) -> None:
    html = head(
        seen_by(real(example()), name=ATTACK), title=ATTACK, description=f"{ATTACK}.", path="x/", kind="tulisan",
        image=IMAGE,
    )  # fmt: skip
    assert LexborHTMLParser(html).css("script, b") == []
    assert (meta(html, place) or "").rstrip(". ") == ATTACK


@CITIES
def test_no_two_pages_have_the_same_description(city: str) -> None:
    found = {path: meta(html, "og:description") for path, html in heads(city).items() if path}
    docs = (ROOT if city == "metro" else EXAMPLE) / "docs"
    for file in docs.rglob("*.md"):
        if "dimensi" not in file.parts:
            found[str(file)] = split_page(file.read_text("utf-8"))[0].get("description")
    assert None not in found.values()
    twins = {words: [path for path in found if found[path] == words] for words in found.values()}
    assert [paths for paths in twins.values() if len(paths) > 1] == []


# Structured data


@CITIES
def test_all_structured_data_is_as_schema_org_and_search_engines_want_it(city: str) -> None:
    found = {
        path: [fault for block in blocks(html) for fault in complaints(block)]
        for path, html in heads(city).items()
    }
    assert {path: faults for path, faults in found.items() if faults} == {}
    assert {each["@type"] for html in heads(city).values() for each in nodes(html)} == {
        "WebSite", "BreadcrumbList", "CreativeWork", "Dataset",
    }  # fmt: skip


def test_a_page_that_says_nothing_to_machines_has_no_block() -> None:
    assert (
        blocks(head(press("metro"), title="A", description="B", path="a/", kind="tulisan", image=IMAGE)) == []
    )


def test_nothing_in_the_data_ends_the_script() -> None:
    # The check refuses such words; here they come past it.
    item = program(sumber=["daftar-jdih"]).model_copy(update={"name": ATTACK, "summary": ATTACK})
    plan = example()
    attacked = plan.sources["daftar-jdih"].model_copy(update={"title": ATTACK})
    plan = plan_of(item, sources=by_id(attacked))
    html = head(
        seen_by(plan), title=ATTACK, description=ATTACK, path="program/contoh/", kind="program", image=IMAGE,
        crumbs=((ATTACK, "program/"),), record=item,
    )  # fmt: skip
    scripts = LexborHTMLParser(html).css("script")
    assert len(scripts) == 1
    assert [letter for letter in "<>&\u2028" if letter in scripts[0].text()] == []
    said = json.loads(scripts[0].text())["@graph"]
    assert said[0]["itemListElement"][0]["name"] == ATTACK
    assert said[1]["about"]["name"] == said[1]["citation"][0]["name"] == ATTACK


def test_crumbs_lead_from_the_first_to_the_page_itself() -> None:
    assert node(heads("contoh")["program/bus-kota-reka/"], "BreadcrumbList")["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Program", "item": f"{ROOT_ADDRESS}program/"},
        {
            "@type": "ListItem", "position": 2, "name": "Jalan, lampu, dan angkutan",
            "item": f"{ROOT_ADDRESS}program/topik/jalan-angkutan/",
        },
        {
            "@type": "ListItem", "position": 3, "name": "Bus Kota Reka",
            "item": f"{ROOT_ADDRESS}program/bus-kota-reka/",
        },
    ]  # fmt: skip


def test_the_home_page_tells_how_to_search() -> None:
    said = node(heads("metro")[""], "WebSite")
    assert said["url"] == ROOT_ADDRESS
    assert said["inLanguage"] == "id"
    assert said["potentialAction"]["target"]["urlTemplate"] == f"{ROOT_ADDRESS}cari/?q={{search_term_string}}"
    assert said["potentialAction"]["query-input"] == "required name=search_term_string"


def test_a_record_is_a_text_about_a_program_and_cites_its_sources() -> None:
    said = node(heads("contoh")["program/bus-kota-reka/"], "CreativeWork")
    assert said["name"] == "Catatan program: Bus Kota Reka (contoh)"
    assert said["about"] == {"@type": "Thing", "name": "Bus Kota Reka"}
    assert said["keywords"] == ["Jalan, lampu, dan angkutan"]
    assert said["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert said["dateModified"] == "2026-11-24"
    sources = example().sources
    cited = [
        "masterplan-buku-2", "kabar-reka-bus", "siaran-kominfo-2026", "evaluasi-masterplan-2025",
        "laporan-kinerja-2025", "apbd-2025", "apbd-perubahan-2025", "realisasi-apbd-2025", "apbd-2026",
        "naskah-rkpd-2026", "kua-ppas-2027",
    ]  # fmt: skip
    assert [each["name"] for each in said["citation"]] == [sources[name].title for name in cited]
    assert said["citation"][1]["datePublished"] == "2026-10-14"


def test_an_indicator_is_a_dataset_of_the_years_that_were_measured() -> None:
    said = node(heads("contoh")["indikator/penumpang-bus/"], "Dataset")
    assert said["variableMeasured"] == {
        "@type": "PropertyValue",
        "name": "Penumpang bus kota sehari",
        "unitText": "orang",
    }
    assert said["temporalCoverage"] == "2025/2026"
    assert said["spatialCoverage"]["@type"] == "City"


def test_every_file_for_download_is_a_distribution() -> None:
    said = node(heads("contoh")["data/"], "Dataset")
    files = [name for name, _ in data_files(press("contoh")) if not name.startswith("data/program/")]
    assert sorted(each["contentUrl"] for each in said["distribution"]) == sorted(
        ROOT_ADDRESS + name for name in files
    )
    assert {each["encodingFormat"] for each in said["distribution"]} == {"text/csv", "application/json"}
    assert said["dateModified"] == "2026-11-24"


def test_a_licence_that_is_not_well_known_is_told_in_words() -> None:
    html = of_data(seen_by(example(), license="Bebas dipakai dengan menyebut sumber"))
    assert node(html, "Dataset")["license"] == {
        "@type": "CreativeWork",
        "name": "Bebas dipakai dengan menyebut sumber",
    }


def of_data(press: Press) -> str:
    return next(of_page(press, page) for page in all_pages(press) if page.path == "data/")


# Who speaks


@pytest.mark.parametrize(
    ("kind", "name", "publisher"),
    [
        (ManagerKind.GOVERNMENT, "Dinas", {"@type": "GovernmentOrganization", "name": "Dinas"}),
        (ManagerKind.INSTITUTION, "Yayasan", {"@type": "Organization", "name": "Yayasan"}),
        (ManagerKind.PERSON, "Warga", {"@type": "Person", "name": "Warga"}),
        (ManagerKind.UNDECIDED, None, None),
    ],
)
def test_the_publisher_is_who_runs_the_site(
    kind: ManagerKind, name: str | None, publisher: dict[str, str] | None
) -> None:
    assert node(home(managed(kind, name)), "WebSite").get("publisher") == publisher
    assert node(of_data(managed(kind, name)), "Dataset").get("creator") == publisher


@pytest.mark.parametrize("kind", [ManagerKind.INSTITUTION, ManagerKind.PERSON, ManagerKind.UNDECIDED])
def test_the_city_does_not_speak_where_it_does_not_run_the_site(kind: ManagerKind) -> None:
    unofficial = managed(kind, "Warga")
    words = f"Bukan situs resmi Pemerintah {example().city.name}"
    said = node(home(unofficial), "WebSite")
    assert said["disambiguatingDescription"] == words
    assert words in said["description"]
    for page in all_pages(unofficial):
        html = of_page(unofficial, page)
        assert "bukan situs resmi)" in (meta(html, "og:title") or "")
        assert words in (meta(html, "og:description") or "")
        assert "Government" not in html


def test_the_city_is_not_said_to_be_absent_where_it_runs_the_site() -> None:
    html = home(Press(Facts(real(example()), TODAY), site_url=ROOT_ADDRESS))
    assert "ukan situs resmi" not in html
    assert "disambiguatingDescription" not in node(html, "WebSite")


def test_an_invented_city_says_everywhere_that_it_is_invented() -> None:
    for html in heads("contoh").values():
        assert "data contoh" in (meta(html, "og:title") or "")
        assert "contoh" in (meta(html, "og:description") or "").lower()
        said = [
            each for each in every(nodes(html)) if "description" in each and each["@type"] != "DataDownload"
        ]
        assert [each for each in said if "contoh" not in each["description"].lower()] == []


def test_an_invented_record_of_a_real_city_says_so() -> None:
    item = program(status_data="contoh")
    html = head(
        seen_by(real(plan_of(item))), title=item.name, description="Ringkas.", path="program/contoh/", kind="program",
        image=IMAGE, record=item,
    )  # fmt: skip
    assert meta(html, "og:description") == "Ringkas. CONTOH, bukan data nyata."
    assert node(html, "CreativeWork")["name"].endswith("(contoh)")


def test_a_real_city_is_not_said_to_be_invented() -> None:
    assert [path for path, html in heads("metro").items() if "contoh)" in html or "CONTOH" in html] == []


# The picture


@pytest.mark.parametrize(
    ("shown", "note"),
    [
        (press("metro"), "Bukan situs resmi"),
        (press("contoh"), "DATA CONTOH"),
        (managed(ManagerKind.UNDECIDED, None), "DATA CONTOH · Bukan situs resmi"),
        (Press(Facts(real(example()), TODAY)), ""),
    ],
    ids=["metro", "contoh", "tanpa-pengelola", "resmi"],
)  # fmt: skip
def test_the_picture_warns_of_what_it_must(shown: Press, note: str) -> None:
    assert preview_note(shown) == note


def test_the_picture_is_named_by_its_content() -> None:
    path, data = preview_image(press("metro"))
    other, _ = preview_image(press("contoh"))
    assert path.startswith("assets/pratinjau.") and path.endswith(".png")
    assert (path, data) == preview_image(press("metro"))
    assert path != other


def test_every_word_on_the_picture_stands_out() -> None:
    shown = Image.open(BytesIO(preview_image(press("metro"))[1])).convert("RGB")
    for top, bottom, inks in ((0, 462, 2), (462, 630, 1)):
        counted = shown.crop((0, top, 1200, bottom)).getcolors(100_000) or []
        ground, *letters = [f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in sorted(counted, reverse=True)]  # type: ignore[misc]
        assert [ink for ink in letters[:inks] if contrast(ink, ground) < 4.5] == []


def test_the_elements_are_safe_to_print() -> None:
    assert isinstance(home(press("metro")), Markup)
