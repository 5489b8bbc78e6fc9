"""Where the figures of a chart stand, so that none hides another or a point."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from content_tools.visuals.html import tag

LETTER = 8.5
"""Room for one figure, in pixels, generously."""

NARROW, WIDE = 250, 560
"""Pixels across a chart on the narrowest phones, and where there is room."""

Box = tuple[float, float, float, float]
"""Left and right in percent, top and bottom in pixels."""


def _free(box: Box, taken: list[Box]) -> bool:
    left, right, top, bottom = box
    return not any(
        left < other[1] and other[0] < right and top < other[3] and other[2] < bottom for other in taken
    )


class Labels:
    """Figures at their points: above, below or beside them, where nothing else stands; at the edges they lean inwards.

    Nothing stands below `floor`, in pixels.
    """

    def __init__(self, points: Iterable[tuple[float, float]], floor: float) -> None:
        places = list(points)
        self._taken: dict[int, list[Box]] = {
            across: [(x - 600 / across, x + 600 / across, y - 7, y + 7) for x, y in places]
            for across in (NARROW, WIDE)
        }
        for taken in self._taken.values():
            taken.append((0, 100, floor, floor + 99))

    def at(self, x: float, y: float, words: str, look: str) -> Markup | None:
        """A label for a point at `x` percent and `y` pixels.

        One that only finds room on a wide screen says so by its class; None when it finds none there either.
        """
        for across in (NARROW, WIDE):
            for anchor, shift, base in _places(x, words, across):
                box = _box(x, y, words, across, anchor, shift, base)
                if _free(box, self._taken[across]):
                    # Room that is taken on a phone is taken on a wide screen too.
                    for screen in (across, WIDE):
                        self._taken[screen].append(_box(x, y, words, screen, anchor, shift, base))
                    return tag(
                        "text", words, x=f"{x:.1f}%", y=f"{y + base:.1f}", dx=shift or None, text_anchor=anchor,
                        class_=look if across == NARROW else f"{look} value--wide",
                    )  # fmt: skip
        return None


def _places(x: float, words: str, across: int) -> Iterable[tuple[str, int, int]]:
    """Where a label may stand, best first: how it is anchored, how far aside and how far down, in pixels."""
    half = len(words) * LETTER / across * 50
    middle = "start" if x < half else "end" if x > 100 - half else "middle"
    yield middle, 0, -10
    yield middle, 0, 21
    if x < 100 - 2 * half - 4:
        yield "start", 10, 5
    if x > 2 * half + 4:
        yield "end", -10, 5
    yield middle, 0, -26


def _box(x: float, y: float, words: str, across: int, anchor: str, shift: int, base: int) -> Box:
    """The room a label takes."""
    wide = len(words) * LETTER / across * 100
    left = x + shift / across * 100 - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return left, left + wide, y + base - 11, y + base + 2
