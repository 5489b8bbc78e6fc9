"""Prints the sheet of every kelurahan: one page, legible, with a code that a camera reads."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EXAMPLE, Scratch, build, serving
from tests.site.built_page import page_at, pages_of, records

SITE_URL = "https://contoh.example/kota/"


def sheets(site: Path) -> list[str]:
    return [page.path for page in pages_of(site) if page.kind == "lembar"]


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_every_kelurahan_leads_to_its_sheet_and_back(any_site: Path) -> None:
    villages = [page for page in pages_of(any_site) if page.kind in ("kelurahan", "desa")]
    assert sorted(sheets(any_site)) == sorted(f"{page.path}lembar/" for page in villages)
    for page in villages:
        assert page.one("a.print-link").attributes["href"] == f"../../{page.path}lembar/"
        back = page_at(any_site, f"{page.path}lembar/").tree.css("nav.crumbs a")[-1]
        assert back.attributes["href"] == f"../../../{page.path}"
        assert back.text().split(",")[0] == page.words("h1")[0]


TEXTS = """() => [...document.querySelectorAll(".sheet *")]
  .filter(one => one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize) * 72 / 96)"""
"""The size of every text of a sheet, in points."""

ROOM = """() => {
  const sheet = document.querySelector(".sheet").getBoundingClientRect();
  const notes = document.querySelector(".sheet__notes").getBoundingClientRect();
  const whole = line => line.getBoundingClientRect();
  return {
    over: [...document.querySelectorAll(".sheet > *")].filter(part => whole(part).bottom > sheet.bottom + 1).length,
    lines: [...document.querySelectorAll(".sheet__line")]
      .filter(line => whole(line).right <= sheet.right + 1 && whole(line).bottom <= notes.bottom + 1).length,
  };
}"""
"""How many parts of a sheet lie beyond its edge, and how many lines for notes are seen."""


def printed(page: Page, url: str) -> tuple[int, dict[str, int], list[float]]:
    """Pages on paper, the room on the sheet, and the sizes of its letters."""
    page.emulate_media(media="null")  # type: ignore[arg-type]
    page.goto(url)
    data = page.pdf(format="A4", prefer_css_page_size=True)
    (count,) = re.findall(rb"/Type /Pages\s*/Count (\d+)|/Count (\d+)", data)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1032})
    room: dict[str, int] = page.evaluate(ROOM)
    sizes: list[float] = page.evaluate(TEXTS)
    page.set_viewport_size({"width": 1280, "height": 900})
    return int(count[0] or count[1]), room, sizes


@pytest.mark.browser
@pytest.mark.parametrize("city", ["metro", "example"])
def test_every_sheet_is_one_page_of_legible_letters_with_room_for_notes(
    city: str, reader: Page, request: pytest.FixtureRequest
) -> None:
    site, url = request.getfixturevalue(f"{city}_site"), request.getfixturevalue(f"{city}_url")
    assert len(sheets(site)) == len([r for r in records(site, "wilayah") if r["jenis"] != "kecamatan"])
    for path in sheets(site):
        pages, room, sizes = printed(reader, url + path)
        assert pages == 1, path
        assert room["over"] == 0, path
        assert room["lines"] >= 3, path
        assert min(sizes) >= 10, path


@pytest.mark.browser
def test_a_sheet_on_paper_is_black_on_white_without_the_frame_of_the_site(
    metro_url: str, reader: Page
) -> None:
    reader.emulate_media(media="print", color_scheme="dark")
    reader.goto(metro_url + "kelurahan/yosodadi/lembar/")
    for part in (".site-head", ".identity-bar", ".site-foot", ".crumbs", ".record-foot", ".sheet-hint"):
        expect(reader.locator(part)).to_be_hidden()
    expect(reader.locator(".sheet h1")).to_have_css("color", "rgb(0, 0, 0)")
    expect(reader.locator(".sheet")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(reader.locator(".sheet__foot")).to_contain_text("Bukan situs resmi.")
    expect(reader.locator(".sheet__foot a", has_text="Apa artinya?")).to_be_hidden()
    expect(reader.locator(".sheet__address")).to_have_text(
        "Alamat situs belum ditetapkan, jadi lembar ini belum berkode QR."
    )


@pytest.fixture(scope="module")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city, told where it will stand."""
    site = tmp_path_factory.mktemp("beralamat") / "situs"
    result = build(EXAMPLE / "mkdocs.yml", site, SITE_URL=SITE_URL)
    assert result.returncode == 0, result.stderr
    return site


@pytest.mark.browser
def test_the_code_on_every_sheet_is_read_as_the_address_of_its_kelurahan(
    addressed_site: Path, reader: Page
) -> None:
    reader.emulate_media(media="print")
    with serving(addressed_site) as url:
        for path in sheets(addressed_site):
            reader.goto(url + path)
            seen = Image.open(io.BytesIO(reader.locator("svg.qr").screenshot())).convert("L")
            wanted = SITE_URL + path.removesuffix("lembar/")
            assert [code.text for code in zxingcpp.read_barcodes(seen)] == [wanted]
            expect(reader.locator(".sheet__address")).to_have_text(f"Halaman daring: {wanted}")


@pytest.mark.browser
def test_a_sheet_stays_one_page_whatever_people_write(scratch: Scratch, tmp_path: Path, reader: Page) -> None:
    long = (
        "Penyederhanaan persyaratan, penyatuan formulir, dan penghapusan fotokopi berulang pada layanan warga"
    )
    model = (EXAMPLE / "data" / "program" / "bank-sampah-kelurahan.yml").read_text("utf-8")
    for scope, place in (
        ("lokasi_tertentu", "pasarandai"), ("setiap_kelurahan", ""), ("lokasi_tertentu", "tengah-reka"), ("seluruh_kota", ""),
    ):  # fmt: skip
        for number in range(12):
            name = f"uji-{place or scope.split('_')[0]}-{number}"
            text = model.replace('"bank-sampah-kelurahan"', f'"{name}"').replace(
                '"sampah-ditabung"', f'"{name}-angka"'
            )
            text = text.replace('nama: "Bank Sampah Kelurahan"', f'nama: "{long} {place or scope} {number}"')
            scoped = f'cakupan: "{scope}"' + (f'\nwilayah:\n  - "{place}"' if place else "")
            text = text.replace('cakupan: "setiap_kelurahan"', scoped)
            (scratch.root / "data" / "program" / f"{name}.yml").write_text(text, "utf-8")
    site = tmp_path / "situs"
    result = build(scratch.root / "mkdocs.yml", site, SITE_URL=SITE_URL)
    assert result.returncode == 0, result.stderr
    with serving(site) as url:
        pages, room, sizes = printed(reader, f"{url}kelurahan/pasarandai/lembar/")
        told = reader.locator(".sheet").inner_text()
    assert (pages, room["over"]) == (1, 0)
    assert room["lines"] >= 1
    assert min(sizes) >= 10
    left_out = re.findall(r"(\d+) (?:lainnya|program, tertulis) di halaman daring", told)
    rows = reader.locator(".sheet__table tbody th[scope=row]").count()
    # 12 and 5 in the place itself, 12 and 10 in every one, 12 in its kecamatan
    assert rows + sum(int(number) for number in left_out) == 12 + 5 + 12 + 10 + 12
    assert "Untuk seluruh kota: 26 program" in told
