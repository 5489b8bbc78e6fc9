"""How a page asks to be cited: with what the site is not, with its day, with an address it really has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from content_tools.insight.facts import Facts
from content_tools.model.choices import DataStatus
from content_tools.model.plan import Plan
from content_tools.pages.citation import citation
from content_tools.pages.press import Press
from tests.insight.cities import example, metro, nobodys

TODAY = date(2026, 11, 24)
DATA_DAY = date(2026, 3, 7)


def cited(plan: Plan, data_day: date | None, site_url: str | None, title: str = "Bank sampah") -> str:
    press = Press(Facts(plan, TODAY, data_day), site_url=site_url)
    tree = LexborHTMLParser(str(citation(press, title, "program/bank-sampah/")))
    (words,) = tree.css("details.cite-box > summary + p")
    return words.text()


def test_a_page_is_cited_with_its_site_its_day_and_its_address() -> None:
    assert cited(nobodys(metro()), DATA_DAY, "https://kota.example/rencana/") == (
        f"Bank sampah · {metro().site.name} (bukan situs resmi). Data per 7 Maret 2026. "
        "https://kota.example/rencana/program/bank-sampah/"
    )


def test_what_nobody_knows_is_left_out() -> None:
    told = f"Bank sampah · {metro().site.name} (bukan situs resmi)."
    assert cited(nobodys(metro()), None, None) == told


def test_an_invented_city_is_cited_as_invented() -> None:
    assert (
        cited(example(), DATA_DAY, None)
        == "Bank sampah · Rekamaya Terbuka. CONTOH, bukan data nyata. Data per 7 Maret 2026."
    )


def test_a_site_that_the_government_runs_is_not_called_unofficial() -> None:
    real = example().city.model_copy(update={"data_status": DataStatus.ADOPTED})
    assert (
        cited(replace(example(), city=real), DATA_DAY, None)
        == "Bank sampah · Rekamaya Terbuka. Data per 7 Maret 2026."
    )


def test_it_is_folded_under_what_it_does() -> None:
    press = Press(Facts(example(), TODAY))
    tree = LexborHTMLParser(str(citation(press, "Judul", "program/")))
    assert [summary.text() for summary in tree.css("details > summary")] == ["Kutip halaman ini"]
    assert tree.css("details[open]") == []


def test_a_title_stays_text() -> None:
    assert cited(example(), None, None, title="<b>Sah</b> & benar").startswith("<b>Sah</b> & benar · ")
