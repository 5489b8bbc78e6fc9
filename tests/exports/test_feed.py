"""The feeds: what RFC 4287 demands of them, what they hold, and what they never say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from content_tools.changes.entry import Entry, History, Line
from content_tools.changes.history import read_history
from content_tools.exports.feed import feeds
from content_tools.insight.facts import Facts
from content_tools.pages.all import all_pages
from content_tools.pages.press import Press
from content_tools.reading.plan import read_plan
from tests.changes.repository import MAIL, PERSON
from tests.changes.story import NIK, story
from tests.insight.cities import example, plan_of

TODAY = date(2026, 11, 24)
ADDRESS = "https://contoh.example/kota/"
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

REQUIRED = {
    "feed": {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, 1), "subtitle": (0, 1), "rights": (0, 1), "link": (2, 2)},
    "entry": {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "content": (1, 1), "link": (1, 1)},
}  # fmt: skip
"""How often each element of ours stands in a feed and in an entry: RFC 4287, 4.1.1 and 4.1.2."""


@cache
def press(site_url: str | None = ADDRESS) -> Press:
    """The invented city after its year of changes."""
    plan = read_plan(story().root / "data")[0]
    assert plan is not None
    return Press(Facts(plan, TODAY, TODAY), site_url=site_url, history=read_history(story().root))


@cache
def found(site_url: str | None = ADDRESS) -> dict[str, bytes]:
    return dict(feeds(press(site_url)))


def root(path: str = "perubahan/umpan.xml", site_url: str | None = ADDRESS) -> ElementTree.Element:
    return ElementTree.fromstring(found(site_url)[path])


def text(element: ElementTree.Element, name: str) -> str:
    child = element.find(f"{ATOM}{name}")
    assert child is not None
    assert child.text
    return child.text


def complaints(data: bytes) -> list[str]:
    """What is wrong with a feed by the standard; a list of nothing when it is valid."""
    feed = ElementTree.fromstring(data)
    wrong = [] if feed.tag == f"{ATOM}feed" else [f"akar {feed.tag}"]
    ids = [text(feed, "id")]
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        kind = element.tag.removeprefix(ATOM)
        for name, (least, most) in REQUIRED[kind].items():
            count = len(element.findall(f"{ATOM}{name}"))
            wrong += [] if least <= count <= most else [f"{count} × {name} di {kind}"]
        allowed = {f"{ATOM}{name}" for name in REQUIRED[kind]} | {f"{ATOM}entry"}
        wrong += [f"{child.tag} di {kind}" for child in element if child.tag not in allowed]
        try:
            assert MOMENT.fullmatch(text(element, "updated"))
            datetime.fromisoformat(text(element, "updated"))
        except (AssertionError, ValueError):
            wrong.append(f"waktu {text(element, 'updated')}")
        if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text(element, "id")):
            wrong.append(f"id {text(element, 'id')}")
        relations = sorted(link.get("rel", "alternate") for link in element.findall(f"{ATOM}link"))
        wrong += (
            [] if relations == (["alternate", "self"] if kind == "feed" else ["alternate"]) else relations
        )
        wrong += [
            f"tautan tanpa href di {kind}" for link in element.findall(f"{ATOM}link") if not link.get("href")
        ]
        if kind == "entry":
            ids.append(text(element, "id"))
            content = element.find(f"{ATOM}content")
            if content is None or content.get("type") != "html" or len(content):
                wrong.append("isi bukan teks html")
    author = feed.find(f"{ATOM}author")
    wrong += [] if author is not None and text(author, "name") else ["tanpa penulis"]
    newest = max([text(entry, "updated") for entry in feed.findall(f"{ATOM}entry")], default="")
    wrong += [] if text(feed, "updated") >= newest else ["umpan lebih tua dari isinya"]
    return wrong + ([] if len(set(ids)) == len(ids) else ["id ganda"])


def test_there_is_a_feed_of_everything_and_one_of_each_topic() -> None:
    topics = [f"perubahan/topik/{code}.xml" for code in press().plan.topics]
    assert list(found()) == ["perubahan/umpan.xml", *topics]


@pytest.mark.parametrize("site_url", [ADDRESS, None])
def test_every_feed_is_valid_atom(site_url: str | None) -> None:
    assert {path: wrong for path, data in found(site_url).items() if (wrong := complaints(data))} == {}
    assert all(
        data.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n') for data in found(site_url).values()
    )


def test_the_checks_of_this_test_find_what_is_wrong() -> None:
    data = found()["perubahan/umpan.xml"].decode()
    for old, new in (
        ("<author>", "<contributor>"), ("T00:00:00Z</updated>", "</updated>"), ('type="html"', 'type="xhtml"'),
        ("urn:uuid:", "uuid:"), ('rel="self"', 'rel="alternate"'),
    ):  # fmt: skip
        broken = data.replace(old, new, 1).replace(
            "</author>", "</contributor>" if old == "<author>" else "</author>"
        )
        assert broken != data
        assert complaints(broken.encode()) != [], old


def test_the_newest_change_stands_first_with_its_reason_and_its_words() -> None:
    entries = root().findall(f"{ATOM}entry")
    assert [text(entry, "title") for entry in entries][:2] == ["45 program berubah", "Rapat Tanpa Cetak: Diubah; isinya tidak dikutip karena memuat data pribadi"]  # fmt: skip
    merged = entries[-2]
    assert (
        text(merged, "title") == "Bus Kota Reka: Pagu APBD 2026 naik 20%: Rp6.300.000.000 → Rp7.560.000.000"
    )
    assert text(merged, "updated") == "2026-02-10T00:00:00Z"
    assert text(merged, "content") == (
        "<div><p>Alasan: Pagu bus mengikuti APBD 2026</p>"
        "<ul><li><b>Bus Kota Reka</b>: Pagu APBD 2026 naik 20%: Rp6.300.000.000 → Rp7.560.000.000</li></ul></div>"
    )
    assert text(entries[-1], "title").startswith("Catatan pertama: 60 program, 12 indikator")


def test_a_topic_holds_the_changes_of_its_programs_also_of_those_that_are_gone() -> None:
    gardens = root("perubahan/topik/alam-sampah.xml").findall(f"{ATOM}entry")
    titles = [text(entry, "title") for entry in gardens]
    assert "Kebun Atap Alunpayung: Program dihapus; alamat /program/kebun-atap/ tidak lagi ada" in titles
    assert "Program baru: Kebun Dinding Alunpayung" in titles
    assert not any("Bus Kota Reka" in title for title in titles)


def test_links_are_absolute_when_the_address_is_known_and_lead_to_the_entry() -> None:
    first = root().find(f"{ATOM}entry/{ATOM}link")
    assert first is not None
    anchor = f"c-{story().commits['banyak'][:12]}"
    assert first.get("href") == f"{ADDRESS}perubahan/2026-08/#{anchor}"
    month = next(page for page in all_pages(press()) if page.path == "perubahan/2026-08/")
    assert f'id="{anchor}"' in press().page_html(month)


def test_without_an_address_links_lead_from_the_feed_to_the_same_places() -> None:
    for path in ("perubahan/umpan.xml", "perubahan/topik/alam-sampah.xml"):
        absolute = [link.get("href") for link in root(path).iter(f"{ATOM}link")]
        relative = [link.get("href") or "" for link in root(path, None).iter(f"{ATOM}link")]
        assert not any(address.startswith("http") for address in relative)
        assert [urljoin(ADDRESS + path, address) for address in relative] == absolute


def test_an_entry_keeps_its_id_wherever_the_site_stands() -> None:
    assert [text(entry, "id") for entry in root().iter(f"{ATOM}entry")] == [
        text(entry, "id") for entry in root(site_url=None).iter(f"{ATOM}entry")
    ]


def test_no_person_is_named_and_no_personal_data_repeated() -> None:
    together = b"".join(found().values()).decode()
    assert PERSON not in together
    assert MAIL not in together
    assert NIK not in together
    assert text(root(), "title") == "Perubahan · Rekamaya Terbuka"
    author = root().find(f"{ATOM}author")
    assert author is not None
    assert text(author, "name") == "Rekamaya Terbuka"


def test_a_feed_says_that_the_data_is_invented() -> None:
    assert text(root(), "subtitle").startswith("DATA CONTOH. ")


def test_a_city_without_history_has_empty_feeds_of_its_own_day() -> None:
    made = dict(feeds(Press(Facts(plan_of(), TODAY))))
    assert [wrong for data in made.values() for wrong in complaints(data)] == []
    feed = ElementTree.fromstring(made["perubahan/umpan.xml"])
    assert text(feed, "updated") == "2026-11-24T00:00:00Z"
    assert feed.find(f"{ATOM}entry") is None


def many(count: int, words: str = "Ringkasan: a → b") -> History:
    """A history of this many entries, each a change of one program; all but one on the same day."""
    line = Line("program", "bus-kota-reka", "Bus", "diubah", False, words, (), ("jalan-angkutan",))
    entries = [Entry(f"{number:040x}", date(2026, 5, 1), None, False, (line,)) for number in range(count)]
    entries[-1] = replace(entries[-1], day=date(2026, 9, 9))
    return History(date(2026, 1, 1), True, tuple(entries))


def test_a_feed_ends_after_fifty_entries() -> None:
    made = dict(feeds(Press(Facts(example(), TODAY), history=many(60))))
    assert len(ElementTree.fromstring(made["perubahan/umpan.xml"]).findall(f"{ATOM}entry")) == 50


def test_a_clock_that_ran_wrong_does_not_make_the_feed_older_than_its_entries() -> None:
    made = dict(feeds(Press(Facts(example(), TODAY), history=many(3))))
    assert complaints(made["perubahan/umpan.xml"]) == []
    assert text(ElementTree.fromstring(made["perubahan/umpan.xml"]), "updated") == "2026-09-09T00:00:00Z"


def test_signs_of_markup_stay_signs() -> None:
    words = "</content></entry> ]]> <script>alert(1)</script> &amp; \x00\x0b\ufffe"
    made = dict(feeds(Press(Facts(example(), TODAY), history=many(1, words))))
    entry = ElementTree.fromstring(made["perubahan/umpan.xml"]).find(f"{ATOM}entry")
    assert entry is not None
    assert text(entry, "title") == "Bus: </content></entry> ]]> <script>alert(1)</script> &amp;"
    assert "&lt;script&gt;" in text(entry, "content")
    assert "<script>" not in text(entry, "content")
