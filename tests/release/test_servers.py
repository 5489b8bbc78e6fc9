"""Real nginx and real Caddy with the settings beside a release: every header, every kind of address."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from content_tools.release.compare import compare_url
from content_tools.release.local import LocalPlace
from content_tools.release.manifest import write_sums
from content_tools.release.publishing import roll_back
from tests.release.servers import BOTH, Answer, ask, serving
from tests.release.sites import EDITOR, NOON, POLICY, make_site, published

LASTING = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Online:
    """A published site behind one real server."""

    site: Path
    target: Path
    url: str

    def get(self, path: str, **headers: str) -> Answer:
        return ask(self.url, path, **headers)

    def asset(self, ending: str) -> str:
        """The address of a hashed file."""
        (path,) = (self.site / "assets").rglob(f"*{ending}")
        return f"/{path.relative_to(self.site).as_posix()}"


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def online(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Online]:
    """The same site behind each server in turn."""
    folder = tmp_path_factory.mktemp(request.param)
    site = make_site(folder / "site", noindex=True)
    published(site, folder / "srv")
    with serving(request.param, folder / "srv") as url:
        yield Online(site, folder / "srv", url)


def test_a_page_comes_as_it_was_built(online: Online) -> None:
    answer = online.get("/")
    assert (answer.status, answer.body) == (200, (online.site / "index.html").read_bytes())
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert "content-encoding" not in answer.headers
    assert "server" not in answer.headers or "/" not in answer.headers["server"]


def test_a_reader_who_can_gets_the_compressed_copy(online: Online) -> None:
    page = (online.site / "program" / "p0" / "index.html").read_bytes()
    small = online.get("/program/p0/", Accept_Encoding="gzip, br")
    assert (small.headers["content-encoding"], brotli.decompress(small.body)) == ("br", page)
    middle = online.get("/program/p0/", Accept_Encoding="gzip")
    assert (middle.headers["content-encoding"], gzip.decompress(middle.body)) == ("gzip", page)
    assert small.headers["vary"] == middle.headers["vary"] == "Accept-Encoding"
    assert small.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert len({answer.headers["etag"] for answer in (small, middle, online.get("/program/p0/"))}) == 3


def test_every_answer_carries_the_headers_that_keep_readers_safe(online: Online) -> None:
    for path in (
        "/",
        "/program/p0/",
        online.asset(".css"),
        "/data/program.csv",
        "/tidak/ada",
        "/program/lama/",
        "/404.html",
    ):
        headers = online.get(path).headers
        assert headers["content-security-policy"] == f"{POLICY}; frame-ancestors 'none'", path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "same-origin", path
        assert "camera=()" in headers["permissions-policy"], path
        assert headers["x-robots-tag"] == "noindex", path
        assert "strict-transport-security" not in headers, path


def test_a_folder_with_a_policy_of_its_own_is_served_with_that(online: Online) -> None:
    for path in ("/sunting/", "/sunting/index.html"):
        assert online.get(path).headers["content-security-policy"] == f"{EDITOR}; frame-ancestors 'none'", (
            path
        )


def test_a_secure_line_is_asked_for_on_secure_lines_only(online: Online) -> None:
    headers = online.get("/", X_Forwarded_Proto="https").headers
    assert headers["strict-transport-security"] == "max-age=31536000"


def test_what_is_named_by_its_content_is_kept_and_the_rest_is_asked_for_again(online: Online) -> None:
    for path, kept in (
        (online.asset(".css"), LASTING), (online.asset("mesin.js"), LASTING), ("/", "no-cache"), ("/program/p0/", "no-cache"),
        ("/data/program.csv", "no-cache"), ("/SHA256SUMS", "no-cache"), ("/program/lama/", "no-cache"),
        ("/assets/hilang.0123abcd.css", "no-cache"), ("/tidak/ada/", "no-cache"),
    ):  # fmt: skip
        assert online.get(path).headers["cache-control"] == kept, path


def test_files_are_called_by_their_kind(online: Online) -> None:
    for path, kind in (
        (online.asset(".css"), "text/css; charset=utf-8"), (online.asset("mesin.js"), "text/javascript; charset=utf-8"),
        ("/data/program.csv", "text/csv; charset=utf-8"), ("/SHA256SUMS", "text/plain; charset=utf-8"),
        ("/kecil.txt", "text/plain; charset=utf-8"),
    ):  # fmt: skip
        for encoding in ("identity", "br"):
            assert online.get(path, Accept_Encoding=encoding).headers["content-type"].lower() == kind, path


def test_an_address_that_leads_nowhere_shows_the_page_for_that(online: Online) -> None:
    page = (online.site / "404.html").read_bytes()
    for path in (
        "/tidak/ada/",
        "/tidak.html",
        "/assets/",
        "/data/",
        "/program/tiada.csv",
        "/assets/hilang.0123abcd.css",
    ):
        answer = online.get(path)
        assert (answer.status, answer.body) == (404, page), path
        assert answer.headers["content-type"].lower() == "text/html; charset=utf-8", path


def test_an_old_address_leads_to_the_new_one(online: Online) -> None:
    answer = online.get("/program/lama/")
    assert (answer.status, answer.headers["location"]) == (301, "/program/p0/")


def test_a_folder_without_its_slash_leads_to_the_folder(online: Online) -> None:
    answer = online.get("/program/p0")
    assert answer.status in (301, 308)
    assert answer.headers["location"] in ("/program/p0/", "p0/")


def test_files_that_begin_with_a_dot_are_refused(online: Online) -> None:
    site = (online.target / "kini" / "situs").resolve()
    (site / ".git").mkdir(exist_ok=True)
    (site / ".git" / "config").write_text("rahasia")
    (site / ".env").write_text("rahasia")
    (site / ".well-known").mkdir(exist_ok=True)
    (site / ".well-known" / "security.txt").write_text("Contact: mailto:kantor@contoh.example")
    for path in ("/.env", "/.git/config", "/.git/", "/%2egit/config", "/program/../.env"):
        answer = online.get(path)
        assert answer.status in (400, 404), path
        assert b"rahasia" not in answer.body, path
    assert online.get("/.well-known/security.txt").status == 200


def test_what_lies_beside_the_site_is_not_served(online: Online) -> None:
    for path in ("/../nginx.conf", "/%2e%2e/rilis.json", "/..%2fnginx.conf", "/rilis.json", "/nginx.conf"):
        answer = online.get(path)
        assert answer.status in (400, 404), path
        assert b"halaman" not in answer.body


def test_nothing_can_be_written(online: Online) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert ask(online.url, "/", method).status in (403, 404, 405), method


@BOTH
def test_a_page_that_did_not_change_is_not_sent_twice_and_a_changed_one_is(
    server: str, tmp_path: Path
) -> None:
    """Two words of one length: the pages of both releases have the same size, and are compressed to the same one."""
    site, target = make_site(tmp_path / "site", "satu"), tmp_path / "srv"
    published(site, target)
    with ExitStack() as stack:
        url = stack.enter_context(serving(server, target))

        def held(encoding: str) -> dict[str, str]:
            headers = ask(url, "/", Accept_Encoding=encoding).headers
            return {"If_None_Match": headers["etag"], "If_Modified_Since": headers["last-modified"]}

        for encoding in ("identity", "gzip", "br"):
            first = held(encoding)
            assert ask(url, "/", Accept_Encoding=encoding, **first).status == 304
            published(make_site(site, "lima"), target)
            answer = ask(url, "/", Accept_Encoding=encoding, **first)
            assert answer.status == 200, "another page of the same size"
            second = held(encoding)
            roll_back(LocalPlace(target), NOON)
            for known in (second, {"If_Modified_Since": second["If_Modified_Since"]}, first):
                assert ask(url, "/", Accept_Encoding=encoding, **known).status == 200
            published(make_site(site, "satu"), target)


@BOTH
def test_a_site_that_may_be_indexed_says_nothing_of_it(server: str, tmp_path: Path) -> None:
    published(make_site(tmp_path / "site"), tmp_path / "srv")
    with serving(server, tmp_path / "srv") as url:
        assert "x-robots-tag" not in ask(url, "/").headers


@pytest.mark.slow
@BOTH
def test_the_whole_built_site_is_served_as_it_was_built(server: str, any_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(any_site, tmp_path / "site")
    write_sums(site)
    published(site, tmp_path / "srv")
    with serving(server, tmp_path / "srv") as url:
        assert compare_url(url).good
