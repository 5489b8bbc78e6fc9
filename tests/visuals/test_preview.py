"""The preview picture: small, the same every time, and not a word of it cut off."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from content_tools.visuals.preview import SIZE, Colours, plain, preview

COLOURS = Colours("#0b4a57", "#ffffff", "#cfe6ea", "#fff4dc", "#16272b")
GROUND, NOTE_GROUND = (11, 74, 87), (255, 244, 220)
NAME = "Kota Contoh Terbuka"
SUBTITLE = "Program kota cerdas: apa, di mana, siapa, sampai mana, kata siapa"
LONG = "Program kota cerdas yang dicatat satu per satu oleh warga dan pegawai " * 6


def picture(name: str = NAME, subtitle: str = SUBTITLE, note: str = "Bukan situs resmi") -> Image.Image:
    """The picture as a reader's program opens it."""
    return Image.open(BytesIO(preview(name, subtitle, note, COLOURS))).convert("RGB")


def colours_in(shown: Image.Image, box: tuple[int, int, int, int]) -> set[object]:
    """The colours inside a part of the picture (left, top, right, bottom)."""
    return {colour for _, colour in shown.crop(box).getcolors(box[2] * box[3]) or []}


def test_it_is_a_png_in_the_shape_that_messengers_show_whole() -> None:
    data = preview(NAME, SUBTITLE, "Bukan situs resmi", COLOURS)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert Image.open(BytesIO(data)).size == SIZE == (1200, 630)


@pytest.mark.parametrize("subtitle", [SUBTITLE, LONG])
def test_it_weighs_less_than_60_kilobytes(subtitle: str) -> None:
    assert len(preview(NAME, subtitle, "DATA CONTOH · Bukan situs resmi", COLOURS)) < 60_000


def test_the_same_words_give_the_same_bytes() -> None:
    first = preview(NAME, SUBTITLE, "Bukan situs resmi", COLOURS)
    preview.cache_clear()
    assert preview(NAME, SUBTITLE, "Bukan situs resmi", COLOURS) == first


@pytest.mark.parametrize(
    ("name", "subtitle"), [(NAME, SUBTITLE), ("Kota", LONG), ("M" * 60, SUBTITLE), (LONG[:150], "W" * 300)]
)
def test_no_letter_runs_into_the_margin(name: str, subtitle: str) -> None:
    shown = picture(name, subtitle)
    assert colours_in(shown, (0, 0, 60, 462)) == {GROUND}
    assert colours_in(shown, (1140, 0, 1200, 462)) == {GROUND}
    assert colours_in(shown, (0, 0, 1200, 40)) == {GROUND}
    assert colours_in(shown, (0, 422, 1200, 462)) == {GROUND}
    for box in ((0, 462, 60, 630), (1140, 462, 1200, 630), (0, 462, 1200, 482), (0, 610, 1200, 630)):
        assert colours_in(shown, box) == {NOTE_GROUND}


@pytest.mark.parametrize("number", range(len(SUBTITLE.split())))
def test_no_word_is_left_out(number: int) -> None:
    words = SUBTITLE.split()
    fewer = " ".join(words[:number] + words[number + 1 :])
    assert preview(NAME, SUBTITLE, "", COLOURS) != preview(NAME, fewer, "", COLOURS)


def test_no_letter_of_a_word_longer_than_a_line_is_left_out() -> None:
    assert preview("M" * 60, SUBTITLE, "", COLOURS) != preview("M" * 59, SUBTITLE, "", COLOURS)


def test_a_text_that_fits_in_no_size_is_refused() -> None:
    with pytest.raises(ValueError, match="teks terlalu panjang untuk gambar pratinjau: 12600 huruf"):
        preview(NAME, LONG * 30, "", COLOURS)


def test_without_a_note_there_is_no_band() -> None:
    assert NOTE_GROUND not in colours_in(picture(note=""), (0, 0, 1200, 630))
    assert NOTE_GROUND in colours_in(picture(), (0, 462, 1200, 630))


def test_the_note_stays_readable_in_a_small_preview() -> None:
    shown = picture()
    ink = [y for y in range(462, 630) if (22, 39, 43) in colours_in(shown, (60, y, 1140, y + 1))]
    # A quarter of this is what a preview 300 pixels wide shows.
    assert (max(ink) - min(ink)) / 4 > 14


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Kota–Baru", "Kota-Baru"),
        ("Café × Más", "Cafe x Mas"),
        ("a · b “c” … d", "a · b “c” ... d"),
        ("Kota ꦏꦸꦛ Baru", "Kota Baru"),
    ],
)
def test_letters_that_cannot_be_drawn_become_others_or_fall_away(text: str, drawn: str) -> None:
    assert plain(text) == drawn
