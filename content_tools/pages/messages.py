"""The guide to the messages of the check: a list of all kinds of problems, and a page that teaches each one.

Everything on these pages comes from the kinds themselves, so that the guide never tells of another check than ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from content_tools.model.problem import Kind
from content_tools.pages.catalogue import GUIDE, KINDS, grouped, guide_path
from content_tools.pages.page import Crumb, Page
from content_tools.pages.press import Press

_UNSEEN: dict[str, str | int | None] = {
    "\t": "‹tab›",
    "\u00a0": "‹spasi khusus›",
    "\u200b": "‹huruf tersembunyi›",
}
"""What nobody would see in an example, and what stands there instead."""


def visible(example: str) -> str:
    """An example as it is shown: what cannot be seen is named between ‹ and ›."""
    return example.rstrip("\n").translate(str.maketrans(_UNSEEN))


def _list(press: Press) -> Markup:
    return press.render("pesan-daftar.html", groups=grouped(), path_of=guide_path)


def _message(press: Press, kind: Kind) -> Markup:
    marked = any(letter in kind.wrong for letter in _UNSEEN)
    return press.render(
        "pesan.html", kind=kind, wrong=visible(kind.wrong), right=visible(kind.right), marked=marked
    )


def _page(press: Press, kind: Kind, crumbs: tuple[Crumb, ...]) -> Page:
    return Page(
        uri=f"{guide_path(kind).rstrip('/')}.md", kind="pesan", title=f"{kind.code}: {kind.title}", crumbs=crumbs,
        description=f"{kind.title}: mengapa ditolak, contoh yang keliru dan yang benar, dan cara memperbaikinya.",
        body=lambda page: _message(press, kind),
    )  # fmt: skip


def message_pages(press: Press) -> Iterator[Page]:
    """`/panduan/pesan/` and the page of each code below it."""
    guide: tuple[Crumb, ...] = (("Panduan pegawai", "panduan/"),) if press.writes("panduan/") else ()
    yield Page(
        uri=f"{GUIDE}index.md", kind="pesan-daftar", title="Pesan pemeriksaan", crumbs=guide,
        description="Setiap pesan pemeriksaan data dengan kodenya: apa artinya dan cara memperbaikinya.",
        body=lambda page: _list(press),
    )  # fmt: skip
    for kind in KINDS:
        yield _page(press, kind, (*guide, ("Pesan pemeriksaan", GUIDE)))
