"""What pages say to machines, read from a built folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tools.release.heads import heads
from tests.release.sites import EDITOR, POLICY, make_site


def test_a_site_tells_its_pages_policies_and_old_addresses(tmp_path: Path) -> None:
    said = heads(make_site(tmp_path / "site", pages=5))
    assert said.pages == 6
    assert (said.policy, said.others) == (POLICY, {"sunting": EDITOR})
    assert said.redirects == {"/program/lama/": "/program/p0/"}
    assert said.noindex is False


def test_the_home_page_says_whether_the_site_may_be_indexed(tmp_path: Path) -> None:
    assert heads(make_site(tmp_path / "site", noindex=True)).noindex is True


def test_a_printed_sheet_that_is_not_indexed_says_nothing_about_the_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    page = site / "program" / "p0" / "index.html"
    page.write_text(page.read_text().replace("<head>", '<head><meta name="robots" content="noindex">'))
    assert heads(site).noindex is False


def changed(site: Path, page: str, old: str, new: str) -> Path:
    """The site, with one page changed."""
    text = (site / page).read_text()
    assert old in text
    (site / page).write_text(text.replace(old, new))
    return site


@pytest.mark.parametrize(
    ("page", "old", "new", "words"),
    [
        ("index.html", "Content-Security-Policy", "x", "dengan aturan keamanan"),
        ("program/p0/index.html", "base-uri 'none'", "base-uri 'self'", "satu folder"),
        ("404.html", "base-uri 'none'", "base-uri 'self'", "satu folder"),
        ("sunting/index.html", "forge.example", "forge.example$host", "tidak dapat ditulis"),
        ("sunting/index.html", "forge.example", "a.example&quot;; x &quot;", "tidak dapat ditulis"),
        ("program/lama/index.html", "url=../p0/", "url=https://lain.example/", "tidak dapat dibaca"),
        ("program/lama/index.html", "url=../p0/", "url=//lain.example/", "tidak dapat dibaca"),
        ("program/lama/index.html", "url=../p0/", "url=../p0/; return 200", "tidak dapat dibaca"),
    ],
)
def test_what_cannot_stand_in_settings_is_refused(
    tmp_path: Path, page: str, old: str, new: str, words: str
) -> None:
    site = make_site(tmp_path / "site", pages=4)
    with pytest.raises(ValueError, match=words):
        heads(changed(site, page, old, new))


def test_both_built_sites_can_be_read(any_site: Path) -> None:
    said = heads(any_site)
    assert said.pages > 100
    assert said.policy.startswith("default-src 'none'; script-src 'self'")
    assert all((any_site / target.strip("/") / "index.html").is_file() for target in said.redirects.values())
