"""How to cite a page: its title, the site and what it is not, the day of its data, its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from content_tools.model.choices import DataStatus
from content_tools.model.writing import day
from content_tools.visuals.html import tag

if TYPE_CHECKING:
    from content_tools.pages.press import Press


def citation(press: Press, title: str, path: str) -> Markup:
    """The suggested citation of the page at `path` (`program/mpp/`), folded away.

    Says that an invented city is invented. The address stands only when the site's own is known.
    """
    status = press.plan.city.data_status
    parts = [f"{press.window_title(title)}."]
    if status is DataStatus.EXAMPLE:
        parts.append(f"{status.label}.")
    if press.facts.data_day:
        parts.append(f"Data per {day(press.facts.data_day)}.")
    if press.site_url is not None:
        parts.append(f"{press.site_url}{path}")
    return tag("details", tag("summary", "Kutip halaman ini"), tag("p", " ".join(parts)), class_="cite-box")
