"""Shares out the lines of a sheet of paper: what fits, and what is told to be left out."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from content_tools.insight.facts import Facts
from content_tools.model.program import Program
from content_tools.pages.page import Page
from content_tools.pages.place import place_pages
from content_tools.pages.press import Press
from content_tools.pages.sheet import how_many, sheet_path
from tests.insight.cities import example, plan_of, program

TODAY = date(2026, 11, 24)
LONG = "Penyederhanaan syarat, penyatuan formulir, dan penghapusan fotokopi berulang pada semua layanan kelurahan"


def sheet(place: str, *programs: Program, site_url: str | None = None) -> LexborHTMLParser:
    """The sheet of a place in a city with only these programs."""
    plan = plan_of(*programs)
    press = Press(Facts(plan, TODAY), site_url=site_url)
    path = sheet_path(plan.places[place])
    page: Page = next(page for page in place_pages(press) if page.path == path)
    return LexborHTMLParser(str(page.body(page)))


def rows(page: LexborHTMLParser) -> list[str]:
    return [" ".join(row.text(separator=" ").split()) for row in page.css("table tbody tr")]


@pytest.mark.parametrize(
    ("lines", "room", "count"),
    [
        ([], 3, 0),
        ([1.0, 1.0, 1.0], 3, 3),
        ([1.0, 1.0, 1.0, 1.0], 3, 1),
        ([1.0, 1.0, 1.0, 1.0], 3.25, 2),
        ([4.0], 3, 0),
        ([1.0], -2, 0),
    ],
)
def test_as_many_fit_as_leave_room_to_tell_of_the_others(lines: list[float], room: float, count: int) -> None:
    assert how_many(lines, room) == count


def test_own_programs_come_first_with_status_month_and_who() -> None:
    page = sheet(
        "bukitangin",
        program("setiap", cakupan="setiap_kelurahan", kabar_terakhir="2026-02"),
        program(
            "sini", cakupan="lokasi_tertentu", wilayah=["bukitangin"], kabar_terakhir="2026-03",
            penanggung_jawab="dinas-kominfo",
        ),
        program("sebelah", cakupan="lokasi_tertentu", wilayah=["hulu-reka"], status="usulan", kabar_terakhir="2026-01"),
    )  # fmt: skip
    short = example().agencies["dinas-kominfo"].abbreviation
    assert rows(page) == [
        "Khusus di kelurahan ini", f"Program sini Berjalan · Mar 2026 {short}",
        "Di setiap kelurahan dan desa", "Program setiap Berjalan · Feb 2026 Digagas pemerintah",
        "Di kecamatan ini", "Program sebelah Diusulkan · Jan 2026 Digagas pemerintah",
    ]  # fmt: skip


def test_a_place_without_programs_of_its_own_is_told_kindly() -> None:
    assert rows(sheet("lerengsari", program())) == [
        "Khusus di desa ini", "Kami belum menemukan program khusus untuk desa ini. Bukan berarti tidak ada.",
    ]  # fmt: skip


def test_what_does_not_fit_is_counted() -> None:
    many = [program(f"p{n}", cakupan="lokasi_tertentu", wilayah=["bukitangin"]) for n in range(30)]
    told = rows(sheet("bukitangin", *many))
    assert told[0] == "Khusus di kelurahan ini"
    assert told[-1] == "dan 20 lainnya di halaman daring"
    assert len(told) == 1 + 10 + 1


def test_programs_with_news_are_not_pushed_out_by_those_without() -> None:
    silent = [program(f"diam{n}", cakupan="lokasi_tertentu", wilayah=["bukitangin"]) for n in range(30)]
    heard = program("kabar", cakupan="lokasi_tertentu", wilayah=["bukitangin"], kabar_terakhir="2026-10")
    assert rows(sheet("bukitangin", *silent, heard))[1].startswith("Program kabar Berjalan · Okt 2026")


def test_long_names_take_the_lines_they_need() -> None:
    many = [
        program(f"p{n}", nama=f"{LONG} {n}", cakupan="lokasi_tertentu", wilayah=["bukitangin"])
        for n in range(9)
    ]
    told = rows(sheet("bukitangin", *many))
    # Three lines and a quarter each, of fourteen; the row that counts the others takes one and a quarter.
    assert told[-1] == "dan 6 lainnya di halaman daring"


def test_city_wide_programs_stand_under_their_first_topic_with_how_many_more() -> None:
    many = [program(f"p{n}", topik=["surat-izin", "kesehatan"]) for n in range(5)]
    page = sheet("bukitangin", *many)
    topics = {name.text(): name.parent for name in page.css(".sheet__city li strong")}
    topic = example().topics["surat-izin"].name
    assert list(topics) == [f"{topic}:"]
    assert topics[f"{topic}:"].text() == f"{topic}: Program p0; Program p1; Program p2; dan 2 lainnya"  # type: ignore[union-attr]
    assert page.css(".sheet__city h2")[0].text() == "Untuk seluruh kota: 5 program"


def test_topics_that_do_not_fit_are_counted_too() -> None:
    every = [
        program(f"{topic}{n}", nama=f"{LONG} {n}", topik=[topic])
        for topic in example().topics
        for n in range(9)
    ]
    own = [
        program(f"p{n}", nama=f"{LONG} {n}", cakupan="lokasi_tertentu", wilayah=["bukitangin"])
        for n in range(9)
    ]
    items = [
        " ".join(item.text().split()) for item in sheet("bukitangin", *every, *own).css(".sheet__city li")
    ]
    assert 0 < len(items) < len(example().topics)
    assert items[-1] == f"dan {len(example().topics) - len(items) + 1} topik lainnya di halaman daring"


def test_figures_stand_with_their_year_and_source() -> None:
    page = sheet("pasarandai", program())
    told = [p.text() for p in page.css("section p")]
    assert (
        "Pengaduan yang selesai: 95,2 persen (2025; Dinas Komunikasi dan Statistik Kota Rekamaya (contoh), 1 Oktober 2026)"
        in told
    )


def test_without_an_address_there_is_no_code_and_the_sheet_says_why() -> None:
    page = sheet("bukitangin", program())
    assert page.css("svg.qr") == []
    words = "Alamat situs belum ditetapkan, jadi lembar ini belum berkode QR."
    assert [p.text() for p in page.css(".sheet__address")] == [words]


def test_with_an_address_it_stands_as_code_and_as_text() -> None:
    page = sheet("lerengsari", program(), site_url="https://contoh.example/kota/")
    address = "https://contoh.example/kota/desa/lerengsari/"
    assert [svg.attributes["aria-label"] for svg in page.css("svg.qr")] == [f"Kode QR ke {address}"]
    assert [p.text() for p in page.css(".sheet__address")] == [f"Halaman daring: {address}"]


def test_who_speaks_here_is_told_on_the_paper_itself() -> None:
    foot = sheet("bukitangin", program()).css(".sheet__foot")[0].text()
    assert foot.startswith("Dikelola Pemerintah Kota Rekamaya (contoh).")


def test_a_kecamatan_has_no_sheet() -> None:
    press = Press(Facts(example(), TODAY))
    kinds = [(page.kind, page.path.split("/")[0]) for page in place_pages(press) if page.kind == "lembar"]
    assert sorted(set(kinds)) == [("lembar", "desa"), ("lembar", "kelurahan")]
    assert len(kinds) == 12
