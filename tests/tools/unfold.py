"""Opens what a reader can open on a page, without asking how the page is made."""

from __future__ import annotations

from playwright.sync_api import Page

OVER = """(one) => [...one.children].some(
  child => child.localName !== "summary" && /absolute|fixed/.test(getComputedStyle(child).position))"""
"""Whether a folded part opens over the page instead of within it, as menus do."""

UNFOLD = f"""() => {{
  const over = {OVER};
  const folded = () => [...document.querySelectorAll("details:not([open])")]
    .filter(one => one.checkVisibility() && !over(one));
  let opened = 0;
  while (folded().length) for (const one of folded()) {{ one.open = true; opened += 1; }}
  return opened;
}}"""

OPEN_NEXT = f"""(number) => {{
  const over = {OVER};
  const all = [...document.querySelectorAll("details")].filter(one => one.checkVisibility() && over(one));
  all.forEach((one, index) => {{ one.open = index === number; one.toggleAttribute("data-over", one.open); }});
  return number < all.length;
}}"""

OPEN_OVER = "details[data-over]"
"""The part that `open_over` opened."""


def unfold(page: Page) -> int:
    """Open everything folded that opens within the page, also what is folded twice; how much that was."""
    return int(page.evaluate(UNFOLD))


def open_over(page: Page, number: int) -> bool:
    """Open the n-th part that lies over the page (a menu) and close the others; whether there is one."""
    return bool(page.evaluate(OPEN_NEXT, number))
