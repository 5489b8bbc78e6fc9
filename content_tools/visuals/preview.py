"""The picture that messengers show beside a shared link: whose site it is, and what it is not."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
"""Width and height in pixels, the shape that messengers show whole."""

_MARGIN = 72
_GAP = 30
_NOTE_HEIGHT = 168
_LINE = 1.22
"""Height of a line, in sizes of its letters."""

_NAME = (116, 9)
_SUBTITLE = (54, 9)
_NOTE = (84, 9)
"""Size of letters in pixels: the largest, and where it stops being tried."""

_PLAIN = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "×": "x", "•": "·", "→": "-", "\u00a0": " "})
"""What the letters at hand do not have, and what says the same."""


@dataclass(frozen=True)
class Colours:
    """Colours as `#rrggbb`: the ground, the name on it, the subtitle on it; the band of the note and its words."""

    ground: str
    name: str
    subtitle: str
    note_ground: str
    note: str


@dataclass(frozen=True)
class _Block:
    """Words broken into lines, in letters that fit their place."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    stroke: int
    """Thickens the letters on every side; there is only one weight."""

    @property
    def height(self) -> float:
        return len(self.lines) * self.font.size * _LINE


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The letters that come with Pillow, set the same way on every machine."""
    font = ImageFont.load_default(size=size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow dipasang tanpa FreeType; jalankan: make site")
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)


@cache
def _drawable(letter: str) -> bool:
    """Whether there is a shape for the letter, and not only a box that stands for any other."""
    font = _font(64)
    shape, other = font.getmask(letter), font.getmask("\uffff")
    return letter == " " or (shape.size, bytes(shape)) != (other.size, bytes(other))


def plain(text: str) -> str:
    """The text in letters that can be drawn: accents fall away, and so does what has no shape at all."""
    flat = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return " ".join("".join(letter if _drawable(letter) else "" for letter in flat).split())


def _lines(text: str, font: ImageFont.FreeTypeFont, width: float) -> tuple[str, ...]:
    """The text broken between words; inside a word only where it is longer than a line."""
    lines, used = [""], 0.0
    for word in text.split():
        needed = font.getlength(f" {word}" if lines[-1] else word)
        if used + needed <= width:
            lines[-1], used = f"{lines[-1]} {word}".strip(), used + needed
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
        used = font.getlength(lines[-1])
    return tuple(lines)


def _even(text: str, font: ImageFont.FreeTypeFont, width: float) -> tuple[str, ...]:
    """As few lines as the width allows, but none much shorter than the others."""
    fewest = _lines(text, font, width)
    for percent in range(50, 100, 5):
        narrow = _lines(text, font, width * percent / 100)
        if len(narrow) == len(fewest):
            return narrow
    return fewest


def _fitted(text: str, sizes: tuple[int, int], width: float, height: float, bold: bool) -> _Block:
    """The text as large as its place allows.

    Raises ValueError when even the smallest letters do not fit.
    """
    words = plain(text)
    for size in range(*sizes, -3):
        font, stroke = _font(size), max(1, size // 42) if bold else 0
        if len(_lines(words, font, width - 2 * stroke)) * size * _LINE <= height:
            return _Block(_even(words, font, width - 2 * stroke), font, stroke)
    raise ValueError(f"teks terlalu panjang untuk gambar pratinjau: {len(text)} huruf")


def _draw(canvas: ImageDraw.ImageDraw, block: _Block, top: float, colour: str) -> float:
    """Draws the lines below each other; gives where they end."""
    for line in block.lines:
        canvas.text(
            (_MARGIN + block.stroke, top), line, fill=colour, font=block.font,
            stroke_width=block.stroke, stroke_fill=colour,
        )  # fmt: skip
        top += block.font.size * _LINE
    return top


@cache
def preview(name: str, subtitle: str, note: str, colours: Colours) -> bytes:
    """A PNG of `SIZE`: the site's name, its subtitle and, on a band of its own, the note ("" for none).

    All words are shown whole, in smaller letters when they are many. The same words give the same bytes.
    Raises ValueError when a text does not fit in any size.
    """
    width, height = SIZE
    floor = height - (_NOTE_HEIGHT if note else 0)
    inside = width - 2 * _MARGIN
    picture = Image.new("RGB", SIZE, colours.ground)
    canvas = ImageDraw.Draw(picture)
    room = floor - 2 * _MARGIN - _GAP
    title = _fitted(name, _NAME, inside, room * 0.6, bold=True)
    below = _fitted(subtitle, _SUBTITLE, inside, room - title.height, bold=False)
    top = (floor - title.height - below.height - _GAP) / 2
    _draw(canvas, below, _draw(canvas, title, top, colours.name) + _GAP, colours.subtitle)
    if note:
        canvas.rectangle((0, floor, width, height), fill=colours.note_ground)
        words = _fitted(note, _NOTE, inside, _NOTE_HEIGHT - 2 * _GAP, bold=True)
        _draw(canvas, words, floor + (_NOTE_HEIGHT - words.height) / 2, colours.note)
    file = BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
