"""Reads the drawn QR code as a camera would: from its light and dark squares alone."""

from __future__ import annotations

import re

import pytest
import segno
import zxingcpp
from markupsafe import Markup
from PIL import Image, ImageDraw
from selectolax.lexbor import LexborHTMLParser

from content_tools.visuals.qr import qr_code

SHORT = "https://contoh.example/kelurahan/pasarandai/"
LONG = "https://masterplan.contoh.example/kota-cerdas/kelurahan/karangreka-muara-reka/"


def squares(code: Markup) -> list[tuple[int, int, int]]:
    """Where dark runs begin and how long they are: x, y, length."""
    path = re.search(r'<path d="([^"]+)"', code)
    assert path is not None
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path[1])
    assert "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs) == path[1]
    return [(int(x), int(y), int(length)) for x, y, length in runs]


def side(code: Markup) -> int:
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', code)
    assert box is not None and box[1] == box[2]
    return int(box[1])


def painted(code: Markup, module: int) -> Image.Image:
    """The drawing as dots, `module` of them to a square."""
    picture = Image.new("L", (side(code) * module, side(code) * module), 255)
    pen = ImageDraw.Draw(picture)
    for x, y, length in squares(code):
        pen.rectangle((x * module, y * module, (x + length) * module - 1, (y + 1) * module - 1), fill=0)
    return picture


@pytest.mark.parametrize("address", [SHORT, LONG])
def test_a_reader_finds_the_address_and_nothing_else(address: str) -> None:
    found = zxingcpp.read_barcodes(painted(qr_code(address), 6))
    assert [(code.text, code.format.name) for code in found] == [(address, "QRCode")]


@pytest.mark.parametrize("address", [SHORT, LONG])
def test_the_squares_are_those_of_the_code(address: str) -> None:
    wanted = segno.make_qr(address, error="m").matrix
    dark = {(x + step, y) for x, y, length in squares(qr_code(address)) for step in range(length)}
    assert dark == {(x + 4, y + 4) for y, row in enumerate(wanted) for x, bit in enumerate(row) if bit}


def test_four_empty_squares_stand_around_the_code() -> None:
    code = qr_code(SHORT)
    assert side(code) == len(segno.make_qr(SHORT, error="m").matrix) + 8
    assert min(x for x, _, _ in squares(code)) == min(y for _, y, _ in squares(code)) == 4
    assert max(x + length for x, _, length in squares(code)) == side(code) - 4


def test_a_soiled_code_is_still_read() -> None:
    code = qr_code(SHORT)
    picture = painted(code, 6)
    middle = side(code) * 3
    ImageDraw.Draw(picture).rectangle((middle, middle, middle + 30, middle + 30), fill=0)
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [SHORT]


def test_those_who_do_not_see_it_are_told_where_it_leads() -> None:
    node = LexborHTMLParser(qr_code(SHORT)).css_first("svg")
    assert node is not None
    assert (node.attributes["role"], node.attributes["aria-label"]) == ("img", f"Kode QR ke {SHORT}")


def test_it_is_dark_on_light_whatever_the_colours_of_the_page() -> None:
    page = LexborHTMLParser(qr_code(SHORT))
    assert [node.attributes.get("fill") for node in page.css("rect, path")] == ["#ffffff", "#000000"]
    assert page.css("[style]") == []


def test_an_address_is_text_and_never_markup() -> None:
    code = qr_code("https://contoh.example/?a=1&b=\"'><script>")
    assert LexborHTMLParser(code).css("script") == []
    assert 'ke https://contoh.example/?a=1&amp;b=&#34;&#39;&gt;&lt;script&gt;"' in code
