"""Computes the contrast of every pair of colours that meet, and looks at palettes as three colour-blind readers do."""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest

from content_tools.pages.assets import THEME

Colour = tuple[float, float, float]
CSS = (THEME / "styles" / "10-colours.css").read_text("utf-8")


def scheme(selector: str) -> dict[str, str]:
    """The colours declared in the first block of a selector."""
    block = re.search(rf"^{re.escape(selector)} \{{(.*?)^\}}", CSS, re.DOTALL | re.MULTILINE)
    assert block is not None
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


LIGHT = scheme(":root")
SCHEMES = {"terang": LIGHT, "gelap": LIGHT | scheme('[data-md-color-scheme="slate"]')}


def linear(text: str) -> Colour:
    """`#0a5668` as linear light, 0–1."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(int(text[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast, 1–21."""
    bright = sorted(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] for c in (linear(one), linear(other)))
    return (bright[1] + 0.05) / (bright[0] + 0.05)


TEXT = [
    ("ink", "ground"), ("ink", "ground-soft"), ("ink-soft", "ground"), ("ink-soft", "ground-soft"), ("link", "ground"),
    ("link", "ground-soft"), ("link", "warn-ground"), ("ink", "warn-ground"), ("head-ink", "head-ground"),
    ("field-ink", "field-ground"), ("field-hint", "field-ground"), ("news", "ground"),
    *(("ink", f"heat-{level}") for level in (1, 2, 3, 4)),
]  # fmt: skip
DRAWN = [
    ("edge", "ground"), ("bar", "ground"), ("bar-quiet", "ground"), ("news", "ground"), ("today", "ground"), ("warn-rule", "ground"),
    ("done", "ground"), ("plan", "ground"), ("focus", "ground"), ("focus", "ground-soft"), ("focus", "warn-ground"),
    ("focus-head", "head-ground"), ("head-soft", "head-ground"), *((f"series-{n}", "ground") for n in (1, 2, 3, 4)),
    *((f"dim-{n}", "ground") for n in range(1, 9)),
]  # fmt: skip


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("pair", TEXT, ids="-".join)
def test_text_stands_out_from_its_ground(name: str, pair: tuple[str, str]) -> None:
    assert contrast(*(SCHEMES[name][colour] for colour in pair)) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("pair", DRAWN, ids="-".join)
def test_what_is_drawn_stands_out_from_its_ground(name: str, pair: tuple[str, str]) -> None:
    assert contrast(*(SCHEMES[name][colour] for colour in pair)) >= 3


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


BLIND = {
    "biasa": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What arrives of red, green and blue light. Machado, Oliveira and Fernandes 2009, severity 1."""


def seen(text: str, matrix: tuple[tuple[float, float, float], ...]) -> Colour:
    """A colour as OKLab (Ottosson 2020) after what an eye leaves of it."""
    light = linear(text)
    red, green, blue = (min(1, max(0, sum(m * c for m, c in zip(row, light, strict=True)))) for row in matrix)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


FAMILIES = {
    "status": ("bar", "warn-rule", "plan", "bar-quiet"),
    "garis": ("series-1", "series-2", "series-3"),
    "dimensi": tuple(f"dim-{n}" for n in range(1, 7)),
}
APART = 0.045
"""Least distance in OKLab between two colours of a family; about twice what an eye just tells apart."""


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("eye", BLIND)
@pytest.mark.parametrize("family", FAMILIES)
def test_colours_of_a_family_stay_apart_for_every_eye(name: str, eye: str, family: str) -> None:
    colours = {colour: seen(SCHEMES[name][colour], BLIND[eye]) for colour in FAMILIES[family]}
    near = {pair: round(math.dist(*(colours[c] for c in pair)), 3) for pair in combinations(colours, 2)}
    assert {pair: distance for pair, distance in near.items() if distance < APART} == {}
