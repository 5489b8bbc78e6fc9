"""A site that is online, or lies in a folder, beside its list of hashes: is it what was built?"""

from __future__ import annotations

import hashlib
import http.client
import ssl
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import quote, unquote, urlsplit

from content_tools.release.compress import ENDINGS, decoded
from content_tools.release.kinds import unit
from content_tools.release.manifest import SUMS, differences, digest, files_of, read_sums
from content_tools.release.place import LIVE, SITE

MOST_FILES = 50_000
MOST_BYTES = 64 * 1024 * 1024
"""Of one file from a server."""
AT_ONCE = 4
SECONDS = 30


@dataclass(frozen=True)
class Compared:
    """What was found. The lists are sorted names of files."""

    same: int
    missing: list[str]
    changed: list[str]
    extra: list[str]
    """In the folder, but in no list; a server cannot be asked for these."""
    carried: int
    """Files of earlier releases that stay for readers with an old page."""
    moved: list[str] = field(default_factory=list)
    """Old addresses that the server itself leads to a page of the same kind; counted among `same`."""

    @property
    def good(self) -> bool:
        """Whether everything is as it was built."""
        return not (self.missing or self.changed or self.extra)


def compare_folder(folder: Path, sums: dict[str, str] | None = None) -> Compared:
    """A folder with a site, or a folder of releases whose site online is meant. `sums` replaces the site's own list.

    A compressed copy must hold what the file holds that it stands beside.
    """
    site = folder / LIVE / SITE if (folder / LIVE / SITE).is_dir() else folder
    own = read_sums((site / SUMS).read_text("utf-8"))
    names = files_of(site.resolve())
    found = {name: digest(site / name) for name in names if name != SUMS and name not in _copies(names)}
    wanted = own if sums is None else sums
    compared = differences(wanted, found)
    changed = [copy for copy, name in _copies(names).items() if not _holds(site, copy, name)]
    carried = [name for name in compared.extra if unit(name)]
    return Compared(
        len(wanted) - len(compared.missing) - len(compared.changed), compared.missing,
        sorted([*compared.changed, *changed]), [name for name in compared.extra if not unit(name)], len(carried),
    )  # fmt: skip


def _copies(names: list[str]) -> dict[str, str]:
    """Each compressed copy, and the file it stands for."""
    there = set(names)
    return {name: name[:-3] for name in names if name.endswith(ENDINGS) and name[:-3] in there}


def _holds(site: Path, copy: str, name: str) -> bool:
    try:
        return decoded(copy[-3:], (site / copy).read_bytes()) == (site / name).read_bytes()
    except ValueError:
        return False


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows redirects of one host only."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        parts = urlsplit(newurl)
        if parts.netloc != self._host or parts.scheme not in ("http", "https"):
            raise urllib.error.URLError(f"alamat dialihkan ke server lain: {parts.netloc}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def compare_url(url: str, sums: dict[str, str] | None = None) -> Compared:
    """A site as its server sends it, file by file. `sums` replaces the list that the server sends.

    Raises ValueError for an address that is none, OSError when the server does not answer.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"“{url}” bukan alamat situs; tulis seperti https://situs.example/")
    base = url.rstrip("/") + "/"
    opener = urllib.request.build_opener(_SameHost(parts.netloc))
    if sums is None:
        sums = read_sums(_asked(opener, base + SUMS)[0].decode("utf-8"))
    if len(sums) > MOST_FILES:
        raise ValueError(f"{SUMS} memuat lebih dari {MOST_FILES} berkas")

    def found(name: str) -> tuple[str, str] | None:
        try:
            return _fetched(opener, base, name)
        except urllib.error.HTTPError:
            return None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        got = dict(zip(sums, pool.map(found, sums), strict=True))
    sent = {name: pair for name, pair in got.items() if pair is not None}
    moved = sorted(
        name for name, (from_, value) in sent.items()
        if from_ != name and sums.get(from_) == value and _near(name) == _near(from_)
    )  # fmt: skip
    compared = differences(
        sums, {name: sums[name] if name in moved else value for name, (_, value) in sent.items()}
    )
    return Compared(len(sent) - len(compared.changed), compared.missing, compared.changed, [], 0, moved)


def _near(name: str) -> str:
    """The folder whose pages may take each other's place: a record that was renamed stays among its kind."""
    return name.removesuffix("/index.html").rpartition("/")[0]


def _fetched(opener: urllib.request.OpenerDirector, base: str, name: str) -> tuple[str, str]:
    """The name of the file that a server sends when asked for this one, and its hash."""
    data, url = _asked(opener, base + quote(_address(name)))
    sent = unquote(url.removeprefix(base)) if url.startswith(base) else url
    return (f"{sent}index.html" if sent.endswith("/") or not sent else sent), hashlib.sha256(data).hexdigest()


def _address(name: str) -> str:
    """A page's address ends with its folder."""
    return name.removesuffix("index.html") if name.rpartition("/")[2] == "index.html" else name


def _asked(opener: urllib.request.OpenerDirector, url: str) -> tuple[bytes, str]:
    """What an address sends, and the address that sent it in the end."""
    request = urllib.request.Request(
        url, headers={"Accept-Encoding": "identity", "Cache-Control": "no-cache"}
    )
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data: bytes = answer.read(MOST_BYTES + 1)
            last: str = answer.geturl()
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            words = (
                "tidak dipercaya komputer ini; bila memang milik kota, sebut berkasnya dengan SSL_CERT_FILE="
            )
            raise ConnectionError(f"sertifikat {urlsplit(url).netloc} {words}") from None
        raise
    if len(data) > MOST_BYTES:
        raise ValueError(f"{url} lebih besar dari {MOST_BYTES} bita")
    return data, last
