"""Walks through a page with the Tab key and says of every stop where it is and what a reader would miss there.

What is looked at is what the browser did after each key, not what the page's code says: where the focused element lies
on the screen, what lies over it, and which colour its ring has against what is painted around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page

LOOK = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body || !document.hasFocus()) return null;
  const faults = [], screen = [0, 0, innerWidth, innerHeight];
  const cut = (box, frame) => [Math.max(box[0], frame[0]), Math.max(box[1], frame[1]), Math.min(box[2], frame[2]), Math.min(box[3], frame[3])];
  const size = box => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
  const boxes = [...stop.getClientRects()].map(r => [r.left, r.top, r.right, r.bottom]);
  const seen = boxes.map(box => cut(box, screen));
  const best = seen.map(size).reduce((at, area, i, all) => (area > all[at] ? i : at), 0);
  const box = boxes[best] || [0, 0, 0, 0], part = seen[best] || box;
  const middle = [(part[0] + part[2]) / 2, (part[1] + part[3]) / 2];

  if (box[2] - box[0] < 8 || box[3] - box[1] < 8) faults.push("is too small to see");
  else if (size(part) < 0.5 * Math.min(size(box), innerWidth * innerHeight)) faults.push("is off the screen");
  else {
    const top = document.elementFromPoint(...middle);
    if (!top || !stop.contains(top)) faults.push("is covered by " + (top ? top.localName + "." + top.className : "nothing"));
  }
  let opacity = 1;
  for (let e = stop; e; e = e.parentElement) opacity *= parseFloat(getComputedStyle(e).opacity);
  if (opacity < 0.5) faults.push("is transparent");
  if (getComputedStyle(stop).visibility !== "visible") faults.push("is hidden");
  if (stop.closest("[aria-hidden=true], [inert]")) faults.push("is hidden from screen readers");

  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const painted = layers => {
    brush.clearRect(0, 0, 1, 1);
    for (const layer of layers) { brush.fillStyle = layer; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = colour => {
    const [r, g, b] = colour.map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
  const style = getComputedStyle(stop), width = parseFloat(style.outlineWidth), gap = parseFloat(style.outlineOffset) + width / 2;
  if (style.outlineStyle === "none" || width < 2) faults.push("has no ring");
  else {
    const frames = [];
    for (let e = stop.parentElement; e && e !== document.body; e = e.parentElement) {
      if (getComputedStyle(e).overflowX === "visible" && getComputedStyle(e).overflowY === "visible") continue;
      const r = e.getBoundingClientRect();
      frames.push([r.left, r.top, r.right, r.bottom]);
    }
    const sides = { left: [box[0] - gap, middle[1]], top: [middle[0], box[1] - gap], right: [box[2] + gap, middle[1]], bottom: [middle[0], box[3] + gap] };
    const inside = ([x, y], f) => x >= f[0] && y >= f[1] && x <= f[2] && y <= f[3];
    const lost = [];
    for (const [side, at] of Object.entries(sides)) {
      const larger = side === "left" || side === "right" ? box[2] - box[0] > innerWidth : box[3] - box[1] > innerHeight;
      if (larger && !inside(at, screen)) continue;
      if (![screen, ...frames].every(frame => inside(at, frame))) { lost.push(side + ": cut off"); continue; }
      const ground = ["Canvas", ...document.elementsFromPoint(...at).reverse().map(e => getComputedStyle(e).backgroundColor)];
      const ratio = contrast(painted([...ground, style.outlineColor]), painted(ground));
      if (ratio < 3) lost.push(`${side}: ${ratio.toFixed(1)} : 1`);
    }
    if (lost.length > 1) faults.push("has a ring that is lost at two sides or more (" + lost.join(", ") + ")");
  }
  const first = boxes[0] || box;
  let branch = stop;
  while (branch.parentElement && branch.parentElement !== document.body) branch = branch.parentElement;
  return {
    name: stop.localName + (stop.className ? "." + stop.className.trim().replace(/\\s+/g, ".") : ""),
    words: (stop.getAttribute("aria-label") || stop.textContent || "").trim().replace(/\\s+/g, " ").slice(0, 40),
    region: [...document.body.children].indexOf(branch),
    box: [first[0] + scrollX, first[1] + scrollY, first[2] + scrollX, first[3] + scrollY],
    faults,
  };
}"""
"""Looks at the element that has the focus; null when focus has left the document."""

OPERABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
  e => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.checkVisibility({ visibilityProperty: true })).length"""
"""Counts what can be operated and is shown."""


@dataclass(frozen=True)
class Stop:
    """One element that the Tab key came to."""

    name: str
    words: str
    region: int
    """Which child of `body` it stands in, counted from the top."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom of its first line, in pixels of the document."""
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} “{self.words}”"

    def is_below_or_beside(self, other: Stop) -> bool:
        """Whether reading on from the other one leads here: further down, or in another column of the same part."""
        if self.region != other.region:
            return self.region > other.region
        overlap = min(self.box[2], other.box[2]) - max(self.box[0], other.box[0])
        return self.box[1] >= other.box[1] - 4 or overlap <= 0


def operable(page: Page) -> int:
    """How many elements can be operated and are shown."""
    return int(page.evaluate(OPERABLE))


def look(page: Page) -> Stop | None:
    """What has the focus; None when nothing in the document has it."""
    found = page.evaluate(LOOK)
    return found and Stop(**{**found, "box": tuple(found["box"]), "faults": tuple(found["faults"])})


def walk(page: Page, key: str = "Tab") -> Iterator[Stop]:
    """Press the key until the focus leaves the document; every element it comes to.

    The page's tab must be fresh: a browser remembers where the focus left the one before.
    Raises AssertionError when the focus is still inside after more stops than the page has.
    """
    for _ in range(operable(page) + 2):
        page.keyboard.press(key)
        stop = look(page)
        if stop is None:
            return
        yield stop
    raise AssertionError(f"{page.url}: the focus does not leave the page by {key}")


def faults_of(stops: list[Stop]) -> list[str]:
    """What is wrong at the stops of one walk: what each hides, and where the order jumps back."""
    hidden = [f"{stop} {fault}" for stop in stops for fault in stop.faults]
    jumps = [
        f"{stop} comes after {before}, which stands below it"
        for before, stop in pairwise(stops)
        if not stop.is_below_or_beside(before)
    ]
    return hidden + jumps
