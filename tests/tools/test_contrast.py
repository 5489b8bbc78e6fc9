"""The contrast judge against small pages whose right answer was reckoned by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.tools.contrast import Judgement, judge

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """An empty page, light, on a desk."""
    context = browser.new_context(viewport={"width": 800, "height": 600}, color_scheme="light")
    yield context.new_page()
    context.close()


def judged(sheet: Page, body: str, aids: str = "") -> Judgement:
    """The judgement on a page with this body; it has white ground and black 16 px text."""
    sheet.set_content(f"<!doctype html><title>t</title><body>{body}")
    return judge(sheet, aids)


def ratios(sheet: Page, body: str, aids: str = "") -> list[float]:
    """The ratios of what is too faint, cut to two decimals as people write them."""
    return [int(weak.ratio * 100) / 100 for weak in judged(sheet, body, aids).weak]


def test_black_on_white_passes_and_was_looked_at(sheet: Page) -> None:
    assert judged(sheet, "<p>hitam") == Judgement(1, ())


@pytest.mark.parametrize(
    ("ink", "weak"),
    [("#777", [4.47]), ("#767676", []), ("#949494", [3.03]), ("#ffffff", [1.0]), ("transparent", [1.0])],
)
def test_a_text_needs_four_and_a_half_to_one(sheet: Page, ink: str, weak: list[float]) -> None:
    assert ratios(sheet, f'<p style="color: {ink}">kata') == weak


@pytest.mark.parametrize(
    ("look", "weak"),
    [
        ("font-size: 24px", []),
        ("font-size: 23px", [3.03]),
        ("font-size: 19px; font-weight: 700", []),
        ("font-size: 19px; font-weight: 600", [3.03]),
        ("font-size: 18px; font-weight: 700", [3.03]),
    ],
)
def test_large_text_needs_three_to_one(sheet: Page, look: str, weak: list[float]) -> None:
    assert ratios(sheet, f'<p style="color: #949494; {look}">kata') == weak


def test_a_half_transparent_ground_is_blended_with_what_lies_below(sheet: Page) -> None:
    # Half black on white is #808080 (127,5), luminance 0,214: 1,05 / 0,264.
    body = '<div style="background: rgba(0, 0, 0, 0.5)"><p style="color: #fff">putih</p></div>'
    (weak,) = judged(sheet, body).weak
    assert (weak.ink, weak.ground, int(weak.ratio * 100)) == ("#ffffff", "#808080", 397)


def test_a_half_transparent_ink_is_blended_with_its_ground(sheet: Page) -> None:
    (weak,) = judged(sheet, '<p style="color: rgba(0, 0, 0, 0.5)">kata').weak
    assert (weak.ink, weak.ground, int(weak.ratio * 100)) == ("#808080", "#ffffff", 397)


def test_opacity_of_all_groups_around_a_text_counts(sheet: Page) -> None:
    # A quarter of black is left: 191,25, luminance 0,5225: 1,05 / 0,5725.
    body = '<div style="opacity: 0.5"><p style="opacity: 0.5">kata</p></div>'
    (weak,) = judged(sheet, body).weak
    assert (weak.ink, int(weak.ratio * 100)) == ("#bfbfbf", 183)


def test_opacity_fades_a_group_with_its_ground(sheet: Page) -> None:
    body = '<div style="opacity: 0.5; background: #000"><p style="color: #fff">putih</p></div>'
    (weak,) = judged(sheet, body).weak
    assert (weak.ink, weak.ground) == ("#ffffff", "#808080")


def test_the_nearest_full_ground_hides_all_others(sheet: Page) -> None:
    body = '<div style="background: #000"><p style="background: #fff">hitam di atas putih</p></div>'
    assert ratios(sheet, body) == []


def test_of_a_gradient_the_worst_place_counts(sheet: Page) -> None:
    assert ratios(sheet, '<p style="background: linear-gradient(#fff, #000)">kata') == [1.0]


def test_a_text_on_a_tiled_picture_cannot_pass(sheet: Page) -> None:
    picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    (weak,) = judged(sheet, f'<p style="background: url({picture})">kata').weak
    assert (weak.ground, weak.ratio) == ("gambar", 0)
    assert ratios(sheet, f'<p style="background: url({picture})"><b style="background: #fff">kata</b>') == []


@pytest.mark.parametrize(
    "look",
    [
        "display: none",
        "visibility: hidden",
        "opacity: 0",
        "position: absolute; width: 1px; height: 1px; overflow: hidden",
        "position: absolute; clip-path: inset(50%)",
    ],
)
def test_what_nobody_sees_is_not_judged(sheet: Page, look: str) -> None:
    assert judged(sheet, f'<div style="{look}"><p style="color: #eee">kata</p></div>') == Judgement(0, ())


def test_what_lies_folded_is_judged_once_it_is_open(sheet: Page) -> None:
    body = '<details {}><summary>buka</summary><p style="color: #ddd">isi</p></details>'
    assert ratios(sheet, body.format("")) == []
    assert ratios(sheet, body.format("open")) == [1.35]


def test_words_that_styles_write_are_judged(sheet: Page) -> None:
    body = "<style>p::after { content: 'ditulis'; color: #ccc }</style><p>kata"
    assert [weak.kind for weak in judged(sheet, body).weak] == ["teks ::after"]


def test_the_same_fault_is_told_once_with_its_number(sheet: Page) -> None:
    (weak,) = judged(sheet, '<ul id="daftar">' + '<li class="redup" style="color: #ccc">kata</li>' * 3).weak
    assert (weak.selector, weak.count) == ("#daftar > li.redup", 3)


BAR = '<svg width="200" height="40"><rect width="100" height="40" fill="{bar}" {more}/>{text}</svg>'


def text(x: int, ink: str) -> str:
    """Eight letters of some 60 px."""
    return f'<text x="{x}" y="25" font-size="16" fill="{ink}">mulai 24</text>'


def test_a_text_on_a_bar_is_judged_against_the_bar(sheet: Page) -> None:
    assert ratios(sheet, BAR.format(bar="#000", more="", text=text(20, "#fff"))) == []
    (weak,) = judged(sheet, BAR.format(bar="#444", more="", text=text(20, "#000"))).weak
    assert (weak.kind, weak.ink, weak.ground) == ("teks gambar", "#000000", "#444444")


def test_a_text_beside_a_bar_is_judged_against_the_ground(sheet: Page) -> None:
    assert ratios(sheet, BAR.format(bar="#000", more="", text=text(120, "#000"))) == []
    assert ratios(sheet, BAR.format(bar="#000", more="", text=text(120, "#fff"))) == [1.0]


def test_a_text_half_on_a_bar_has_to_be_read_on_both(sheet: Page) -> None:
    assert ratios(sheet, BAR.format(bar="#000", more="", text=text(70, "#fff"))) == [1.0]


def test_a_faded_bar_is_blended_with_the_ground(sheet: Page) -> None:
    (weak,) = judged(sheet, BAR.format(bar="#000", more='opacity="0.5"', text=text(20, "#fff"))).weak
    assert (weak.ground, int(weak.ratio * 100)) == ("#808080", 397)


def test_a_bar_drawn_after_the_text_is_not_its_ground(sheet: Page) -> None:
    body = f'<svg width="200" height="40">{text(20, "#000")}<g><rect width="9" height="9"/></g></svg>'
    assert ratios(sheet, body) == []


def test_the_ground_of_a_drawing_is_the_ground_around_it(sheet: Page) -> None:
    body = f'<div style="background: #000"><svg width="200" height="40">{text(20, "#000")}</svg></div>'
    assert ratios(sheet, body) == [1.0]


def test_the_size_of_a_text_in_a_drawing_is_the_size_it_is_shown_at(sheet: Page) -> None:
    drawing = '<svg width="{0}" viewBox="0 0 200 40">' + text(20, "#949494") + "</svg>"
    assert ratios(sheet, drawing.format(400)) == []
    assert ratios(sheet, drawing.format(200)) == [3.03]


def test_a_shape_needs_three_to_one_by_fill_or_by_outline(sheet: Page) -> None:
    shape = '<svg width="40" height="40"><rect width="30" height="30" {}/></svg>'
    assert ratios(sheet, shape.format('fill="#949494"')) == []
    assert ratios(sheet, shape.format('fill="#959595"')) == [2.99]
    assert ratios(sheet, shape.format('fill="#fff" stroke="#949494"')) == []
    assert ratios(sheet, shape.format('fill="none" stroke="#ccc"')) == [1.6]
    assert ratios(sheet, shape.format('fill="none"')) == []


def test_a_shape_filled_with_a_pattern_is_told_by_the_colours_of_the_pattern(sheet: Page) -> None:
    pattern = '<svg width="40" height="40"><pattern id="p" width="4" height="4"><path d="M0 0h2v2z" fill="{}"/></pattern><rect width="30" height="30" fill="url(#p)"/></svg>'
    assert ratios(sheet, pattern.format("#000")) == []
    assert ratios(sheet, pattern.format("#ccc")) == [1.6]


def test_lines_that_only_help_to_read_may_be_faint(sheet: Page) -> None:
    body = '<svg width="40" height="40"><path class="grid" d="M0 9h30" stroke="#eee"/></svg>'
    assert ratios(sheet, body) == [1.16]
    assert ratios(sheet, body, aids=".grid") == []


@pytest.mark.parametrize(
    ("look", "weak"),
    [
        ("border: 1px solid #ccc; background: #fff", [1.6]),
        ("border: 1px solid #767676; background: #fff", []),
        ("border: 0; background: #fff", [1.0]),
        ("border: 0; border-bottom: 2px solid #000; background: #fff", []),
        ("border: 0; background: #555; color: #fff", []),
    ],
)
def test_a_field_needs_an_edge_or_a_ground_that_is_seen(sheet: Page, look: str, weak: list[float]) -> None:
    assert ratios(sheet, f'<input name="q" style="{look}">') == weak


def test_the_hint_in_a_field_is_text_too(sheet: Page) -> None:
    body = '<style>::placeholder {{ color: {} }}</style><input placeholder="cari">'
    assert ratios(sheet, body.format("#999")) == [2.84]
    assert ratios(sheet, body.format("#666")) == []


def test_a_field_out_of_use_is_not_judged(sheet: Page) -> None:
    assert ratios(sheet, '<input disabled style="border: 1px solid #eee; color: #eee">') == []


def test_in_the_dark_a_page_without_a_ground_is_dark(browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    assert ratios(page, "<style>:root { color-scheme: dark }</style><p style='color: #000'>hitam") == [1.12]
    context.close()
