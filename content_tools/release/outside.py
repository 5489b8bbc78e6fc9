"""Addresses of other people, asked politely whether they still answer.

Told apart: it answers, it is gone, it cannot be judged from here. A server that answers no robot, or no foreign
network, is not a dead link. Nothing that a server sends is kept, except the new address it leads to for good.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from content_tools.release.request import Fault, asked, sendable

HOSTS_AT_ONCE = 8
MOST_LEADS = 8
"""Redirects that are followed."""
LEADS = frozenset((301, 302, 303, 307, 308))
FOR_GOOD = frozenset((301, 308))
GONE = {404: "halamannya tidak ada (404)", 410: "halamannya sudah dihapus (410)"}


class Verdict(Enum):
    """What may be said of an address."""

    ANSWERS = "menjawab"
    GONE = "tidak ada lagi"
    UNJUDGED = "belum dapat dinilai"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one address."""

    verdict: Verdict
    why: str = ""
    """Words for a reason; empty when it answers. Our own, except for the name of a host."""
    moved: str | None = None
    """The address it leads to for good, in ASCII; None when it stayed, or when the new one does not answer."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What became of every address."""

    answers: Mapping[str, Answer]
    heard: bool
    """Whether any server answered at all; else this computer seems to have no network and nothing is judged."""


def ask(
    addresses: Iterable[str],
    now: Callable[[], float],
    *,
    seconds: float = 20,
    total: float = 900,
    pause: float = 1,
    private: bool = False,
) -> Outside:
    """Ask every http(s) address once: HEAD, then GET where that is refused or fails. One request at a time per host.

    `now` is a clock in seconds that never goes back. A request waits at most `seconds` for its connection and as long
    for its answer; no address is asked after `total` seconds. `pause` (seconds) lies between two addresses of a host,
    and before a second attempt. Places on this computer's own network are not asked unless `private`.
    """
    wanted = list(dict.fromkeys(addresses))
    hosts: dict[str, list[str]] = {}
    for address in wanted:
        hosts.setdefault(_host(address), []).append(address)
    asking = _Asking(now, now() + total, seconds, pause, private)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        rounds = pool.map(asking.of_host, sorted(hosts.values(), key=len, reverse=True))
        found = {address: answer for some in rounds for address, answer in some}
    if not asking.heard:
        # Without a network no name is known: that says nothing about the names.
        found = {address: replace(answer, verdict=Verdict.UNJUDGED) for address, answer in found.items()}
    return Outside({address: found[address] for address in wanted}, asking.heard)


def _host(address: str) -> str:
    """The host an address names, in small letters; empty when it names none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def same_page(old: str, new: str) -> bool:
    """Whether two addresses differ at most in https, `www.`, the last slash, and what stands behind `#`."""

    def core(address: str) -> tuple[str, str, str]:
        parts = sendable(address)
        return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query

    return core(old) == core(new)


class _Asking:
    """One round: whose turn it is at each host, which hosts were silent, whether anybody answered."""

    def __init__(
        self, now: Callable[[], float], until: float, seconds: float, pause: float, private: bool
    ) -> None:
        self._now, self._until = now, until
        self._seconds, self._pause, self._private = seconds, pause, private
        self._turns: dict[str, threading.Lock] = {}
        self._visited: set[str] = set()
        self._silent: dict[tuple[str, str], Fault] = {}
        self._context = ssl.create_default_context()
        self.heard = False

    def of_host(self, addresses: list[str]) -> list[tuple[str, Answer]]:
        """Each of some addresses with its answer, one after another."""
        return [(address, self._answer(address)) for address in addresses]

    def _rest(self) -> None:
        if self._now() < self._until:
            time.sleep(self._pause)

    def _answer(self, address: str) -> Answer:
        try:
            return self._followed(sendable(address))
        except Fault as fault:
            return Answer(Verdict.GONE if fault.gone else Verdict.UNJUDGED, fault.why)
        except Exception:
            # Whatever one strange server does, the others are still told.
            return Answer(Verdict.UNJUDGED, "jawabannya tidak terbaca")

    def _followed(self, start: SplitResult) -> Answer:
        """The verdict at the end of all redirects."""
        here, passed = start, [start]
        moved: SplitResult | None = None
        for_good = True
        while True:
            status, leads_to = self._status(here)
            if status not in LEADS or leads_to is None:
                break
            here = _led(here, leads_to)
            for_good = for_good and status in FOR_GOOD
            moved = here if for_good else moved
            if here in passed or len(passed) > MOST_LEADS:
                raise Fault("pengalihannya tidak berujung")
            passed.append(here)
        if 200 <= status < 300:
            return Answer(Verdict.ANSWERS, moved=urlunsplit(moved) if moved else None)
        if status in GONE:
            return Answer(Verdict.GONE, GONE[status])
        return Answer(Verdict.UNJUDGED, _words(status))

    def _status(self, here: SplitResult) -> tuple[int, str | None]:
        """Status and `Location` of one address; a server that stayed silent once is left alone."""
        host, door = here.hostname or "", (here.scheme, here.netloc)
        with self._turns.setdefault(host, threading.Lock()):
            if door in self._silent:
                raise Fault(self._silent[door].why, self._silent[door].gone)
            if host in self._visited:
                self._rest()
            if self._now() > self._until:
                raise Fault("waktunya habis sebelum ditanya")
            self._visited.add(host)
            try:
                return self._twice(here)
            except Fault as fault:
                self._silent[door] = fault
                raise

    def _twice(self, here: SplitResult) -> tuple[int, str | None]:
        """HEAD; then GET where HEAD is refused, as many servers do, or failed."""
        try:
            status, leads_to = self._asked("HEAD", here)
        except Fault as fault:
            if not fault.again:
                raise
            self._rest()
        else:
            if status < 400:
                return status, leads_to
        return self._asked("GET", here)

    def _asked(self, method: str, here: SplitResult) -> tuple[int, str | None]:
        answer = asked(method, here, self._seconds, self._context, self._private)
        self.heard = True
        return answer


def _led(here: SplitResult, leads_to: str) -> SplitResult:
    """The address that a redirect means. Raises Fault for one that cannot be followed."""
    try:
        return sendable(urljoin(urlunsplit(here), leads_to))
    except Fault as fault:
        raise Fault(f"dialihkan, tetapi {fault.why}") from None


def _words(status: int) -> str:
    if status == 429:
        return "server membatasi banyaknya permintaan (429)"
    if status in (401, 403, 406, 451):
        return f"server menolak permintaan dari sini ({status})"
    return f"server sedang terganggu ({status})" if status >= 500 else f"server menjawab {status}"
