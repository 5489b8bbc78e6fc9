"""A site online or in a folder beside its list: what is the same, what is not, and whom we never ask."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from content_tools.release.compare import Compared, compare_folder, compare_url
from content_tools.release.manifest import sealed
from tests.conftest import serving
from tests.release.sites import NOON, make_site, published


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sealed site of nine files."""
    return make_site(tmp_path / "site")


def test_a_folder_as_it_was_built_is_the_same(site: Path) -> None:
    assert compare_folder(site) == Compared(9, [], [], [], 0)
    assert compare_folder(site).good


def test_a_folder_of_releases_means_the_site_online(site: Path, tmp_path: Path) -> None:
    published(site, tmp_path / "srv")
    published(make_site(site, "dua"), tmp_path / "srv", NOON + 60)
    found = compare_folder(tmp_path / "srv")
    assert found.good
    assert (found.same, found.carried) == (9, 2)


def test_every_difference_is_named(site: Path, tmp_path: Path) -> None:
    published(site, tmp_path / "srv")
    folder = tmp_path / "srv" / "kini" / "situs"
    (folder / "kecil.txt").unlink()
    (folder / "404.html").write_text("lain")
    (folder / "titipan.txt").write_text("x")
    (folder / "index.html.gz").write_bytes((folder / "404.html.gz").read_bytes())
    (folder / "SHA256SUMS.br").write_bytes(b"rusak")
    found = compare_folder(folder)
    assert found == Compared(
        7, ["kecil.txt"], ["404.html", "404.html.br", "404.html.gz", "SHA256SUMS.br", "index.html.gz"],
        ["titipan.txt"], 0,
    )  # fmt: skip
    assert not found.good


def test_a_server_that_sends_what_was_built(site: Path) -> None:
    with serving(site, None) as url:
        assert compare_url(url) == Compared(9, [], [], [], 0)


def test_a_server_that_sends_something_else(site: Path) -> None:
    with serving(site, None) as url:
        (site / "kecil.txt").unlink()
        (site / "program" / "p0" / "index.html").write_text("lain")
        assert compare_url(url) == Compared(7, ["kecil.txt"], ["program/p0/index.html"], [], 0)


def test_what_one_built_oneself_beside_what_a_server_sends(site: Path, tmp_path: Path) -> None:
    mine = sealed(make_site(tmp_path / "mine", pages=4))
    with serving(site, None) as url:
        assert compare_url(url, mine).missing == ["program/p1/index.html"]
    assert compare_folder(site, mine).missing == ["program/p1/index.html"]


@pytest.mark.parametrize(
    "url", ["ftp://situs.example/", "file:///etc/", "https://", "situs.example", "https://situs.example/?q=1"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="bukan alamat situs"):
        compare_url(url)


@contextmanager
def leading(site: Path, elsewhere: dict[str, str]) -> Iterator[str]:
    """A server of a folder that leads some addresses elsewhere."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path not in elsewhere:
                super().do_GET()
                return
            self.send_response(301)
            self.send_header("Location", elsewhere[self.path])
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_only_the_host_that_was_named_is_asked(site: Path) -> None:
    with (
        serving(site, None) as other,
        leading(site, {"/SHA256SUMS": f"{other}SHA256SUMS"}) as url,
        pytest.raises(OSError, match="dialihkan ke server lain"),
    ):
        compare_url(url)


def test_a_site_without_a_list_is_told(site: Path) -> None:
    (site / "SHA256SUMS").unlink()
    with serving(site, None) as url, pytest.raises(OSError, match="404"):
        compare_url(url)
    with pytest.raises(FileNotFoundError):
        compare_folder(site)


def test_an_old_address_that_the_server_leads_on_itself_is_the_same(site: Path) -> None:
    with leading(site, {"/program/lama/": "/program/p0/"}) as url:
        assert compare_url(url) == Compared(9, [], [], [], 0, ["program/lama/index.html"])


def test_a_server_that_leads_everybody_home_is_told(site: Path) -> None:
    with leading(site, {"/program/lama/": "/", "/program/p0/": "/", "/data/program.csv": "/"}) as url:
        found = compare_url(url)
    assert (found.changed, found.moved) == (
        ["data/program.csv", "program/lama/index.html", "program/p0/index.html"], [],
    )  # fmt: skip
