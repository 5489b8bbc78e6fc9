"""Which generated pages exist."""

from __future__ import annotations

from content_tools.pages.agency import agency_index, agency_pages
from content_tools.pages.changes import change_pages
from content_tools.pages.data import data_page
from content_tools.pages.dimension import dimension_index, dimension_pages
from content_tools.pages.document import document_index, document_pages
from content_tools.pages.everything import everything_page
from content_tools.pages.indicator import indicator_index, indicator_pages
from content_tools.pages.messages import message_pages
from content_tools.pages.page import Page
from content_tools.pages.place import place_index, place_pages
from content_tools.pages.press import Press
from content_tools.pages.program import program_pages
from content_tools.pages.program_lists import program_list_pages
from content_tools.pages.registers import register_pages
from content_tools.pages.roadmap import roadmap_pages

TAKEN = frozenset((
    "program", "kelurahan", "kecamatan", "desa", "peta-jalan", "indikator", "dokumen", "instansi", "dasar-hukum",
    "sumber", "istilah", "belum-ditemukan", "perubahan", "cari", "data", "assets", "search", "sunting", "sitemap", "404",
))  # fmt: skip
"""First parts of addresses that belong to generated pages and files."""


def all_pages(press: Press) -> list[Page]:
    """Every generated page, in the order of the site."""
    pages = [
        *program_list_pages(press),
        *program_pages(press),
        place_index(press),
        *place_pages(press),
        *roadmap_pages(press),
        indicator_index(press),
        *indicator_pages(press),
        dimension_index(press),
        *dimension_pages(press),
        document_index(press),
        *document_pages(press),
        agency_index(press),
        *agency_pages(press),
        *register_pages(press),
        data_page(press),
        *change_pages(press),
        *message_pages(press),
    ]
    return [*pages, everything_page(press, pages)]
