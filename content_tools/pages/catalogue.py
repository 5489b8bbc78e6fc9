"""Every kind of problem there is, from the rooms that find them: one code, one meaning, one page in the guide.

A kind is declared where its problem arises; what lies to the right of this room (the import from spreadsheets, MP5xx)
declares its kinds in `pages/spreadsheet_kinds.py` and uses their ids.
"""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType

from content_tools.model.problem import Kind, Problem
from content_tools.pages import kinds, spreadsheet_kinds
from content_tools.reading.kinds import KINDS as READING
from content_tools.rules import RULES

GUIDE = "panduan/pesan/"
"""The address of the list of all kinds; each has its page below."""

GROUPS = {
    "MP1": "Cara berkas ditulis",
    "MP2": "Isi satu catatan",
    "MP3": "Aturan isi dan hubungan antarcatatan",
    "MP4": "Halaman tulisan",
    "MP5": "Impor dari Excel",
}
"""What codes with the same beginning are about."""

KINDS: tuple[Kind, ...] = tuple(
    sorted(
        (*READING, *(rule.kind for rule in RULES), *kinds.KINDS, *spreadsheet_kinds.KINDS),
        key=lambda kind: kind.code,
    )
)
"""Every kind, in the order of its code."""

_BY_ID = MappingProxyType({kind.id: kind for kind in KINDS})


def kind_of(problem: Problem) -> Kind:
    """The kind of a problem. Raises KeyError for one that no room declared."""
    return _BY_ID[problem.rule]


def grouped() -> list[tuple[str, tuple[Kind, ...]]]:
    """Every kind under what its code's beginning is about, in the order of the codes."""
    return [(GROUPS[start], tuple(some)) for start, some in groupby(KINDS, key=lambda kind: kind.code[:3])]


def guide_path(kind: Kind) -> str:
    """The address of the page that teaches a kind."""
    return f"{GUIDE}{kind.code.lower()}/"
