"""Other people's addresses: which answer, which are gone, which nobody can judge from here. And whom we never ask."""

from __future__ import annotations

import itertools
import socket
import threading
import time
from typing import Any

import pytest

from content_tools.release.outside import Answer, Outside, Verdict, ask, same_page
from content_tools.release.request import AGENT
from tests.release.outside_server import (
    Elsewhere,
    Handler,
    Play,
    answering,
    dripping,
    elsewhere,
    hanging_up,
    sending,
    waiting,
)
from tests.tools.ports import free_port

ANSWERS = Answer(Verdict.ANSWERS)


def unjudged(why: str) -> Answer:
    return Answer(Verdict.UNJUDGED, why)


def asked(*addresses: str, seconds: float = 5) -> Outside:
    """The addresses asked without pauses, on loopback too."""
    return ask(addresses, time.monotonic, seconds=seconds, pause=0, private=True)


def asked_with(play: Play, seconds: float = 5) -> tuple[Answer, Elsewhere]:
    """What becomes of one address whose server plays this."""
    with elsewhere({"/x": play}) as server:
        return asked(f"{server.url}/x", seconds=seconds).answers[f"{server.url}/x"], server


# What an answer means


def test_a_page_that_is_there_answers() -> None:
    answer, server = asked_with(answering(200))
    assert answer == ANSWERS
    assert server.seen == ["HEAD /x"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, Answer(Verdict.GONE, "halamannya tidak ada (404)")),
        (410, Answer(Verdict.GONE, "halamannya sudah dihapus (410)")),
        (401, unjudged("server menolak permintaan dari sini (401)")),
        (403, unjudged("server menolak permintaan dari sini (403)")),
        (429, unjudged("server membatasi banyaknya permintaan (429)")),
        (500, unjudged("server sedang terganggu (500)")),
        (503, unjudged("server sedang terganggu (503)")),
        (418, unjudged("server menjawab 418")),
        (302, unjudged("server menjawab 302")),
    ],
)
def test_only_two_answers_mean_that_a_page_is_gone(status: int, expected: Answer) -> None:
    assert asked_with(answering(status))[0] == expected


@pytest.mark.parametrize("head", [400, 403, 404, 405, 501])
def test_a_server_that_refuses_to_tell_only_the_head_is_asked_for_the_page(head: int) -> None:
    answer, server = asked_with(answering(200, head=head))
    assert answer == ANSWERS
    assert server.seen == ["HEAD /x", "GET /x"]


def test_nothing_of_an_endless_page_is_waited_for() -> None:
    play = sending(b"HTTP/1.0 200 OK\r\n\r\n", b"x" * 65536)
    assert asked_with(play)[0] == ANSWERS


def test_a_page_is_asked_once_however_often_it_is_cited() -> None:
    with elsewhere() as server:
        asked(f"{server.url}/a", f"{server.url}/a")
        assert server.seen == ["HEAD /a"]


def test_we_say_who_we_are_and_nothing_else() -> None:
    with elsewhere() as server:
        address = server.url.replace("//", "//nama:sandi@") + "/a#bagian"
        assert asked(address).answers == {address: ANSWERS}
        assert server.seen == ["HEAD /a"]
        assert server.headers == [
            {"Host": server.url.removeprefix("http://"), "Accept-Encoding": "identity", "User-Agent": AGENT, "Accept": "*/*"}
        ]  # fmt: skip
    assert "@" not in AGENT


# What no answer means


def test_a_server_that_hangs_up_is_asked_a_second_time() -> None:
    answer, server = asked_with(hanging_up("HEAD"))
    assert answer == ANSWERS
    assert server.seen == ["HEAD /x", "GET /x"]


def test_a_server_that_is_silent_twice_is_left_alone() -> None:
    with elsewhere({"/a": hanging_up("HEAD", "GET")}) as server:
        outside = asked(f"{server.url}/a", f"{server.url}/b")
        assert server.seen == ["HEAD /a", "GET /a"]
    assert list(outside.answers.values()) == [unjudged("servernya tidak dapat dihubungi")] * 2


@pytest.mark.parametrize(
    ("play", "why"),
    [
        (waiting, "tidak menjawab dalam batas waktu"),
        (dripping, "tidak menjawab dalam batas waktu"),
        (sending(b"SSH-2.0-lain\r\n"), "jawabannya tidak terbaca"),
        (sending(b"HTTP/1.0 200 OK\r\n", b"X: y\r\n"), "jawabannya tidak terbaca"),
        (sending(b"HTTP/1.0 200 " + b"x" * 70000), "jawabannya tidak terbaca"),
        (sending(b"HTTP/1.0 2\x1b[2J OK\r\n\r\n"), "jawabannya tidak terbaca"),
    ],
)
def test_a_strange_server_is_not_judged(play: Play, why: str) -> None:
    begun = time.monotonic()
    assert asked_with(play, seconds=0.3)[0] == unjudged(why)
    assert time.monotonic() - begun < 5


def test_a_door_that_never_opens_is_not_judged() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        door = f"127.0.0.1:{silent.getsockname()[1]}"
        outside = asked(f"http://{door}/", f"https://{door}/", seconds=0.2)
    assert list(outside.answers.values()) == [unjudged("tidak menjawab dalam batas waktu")] * 2


def test_a_closed_door_and_a_wrong_lock_are_not_judged() -> None:
    closed = f"http://127.0.0.1:{free_port()}/"
    with elsewhere() as server:
        locked = f"https{server.url.removeprefix('http')}/"
        outside = asked(closed, locked, f"{server.url}/")
    assert list(outside.answers.values()) == [
        unjudged("servernya tidak dapat dihubungi"),
        unjudged("sambungan https-nya tidak dapat dipercaya"),
        ANSWERS,
    ]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names that no network is asked for: `.invalid` does not exist, `.test` cannot be looked up; the asked ones."""
    real, looked_up = socket.getaddrinfo, []

    def known(host: str, *arguments: Any, **options: Any) -> Any:
        if host.endswith((".invalid", ".test")):
            looked_up.append(host)
            error = socket.EAI_NONAME if host.endswith(".invalid") else socket.EAI_AGAIN
            raise socket.gaierror(error, "palsu\x1b[2J")
        return real(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", known)
    return looked_up


def test_a_name_that_does_not_exist_is_gone_after_a_second_look(names: list[str]) -> None:
    with elsewhere() as server:
        outside = asked(f"{server.url}/", "https://hilang.invalid/a", "https://hilang.invalid/b")
    assert list(outside.answers.values())[1:] == [
        Answer(Verdict.GONE, "nama situs hilang.invalid tidak ada")
    ] * 2  # fmt: skip
    assert names == ["hilang.invalid"] * 2


def test_a_name_that_cannot_be_looked_up_is_not_judged(names: list[str]) -> None:
    with elsewhere() as server:
        outside = asked(f"{server.url}/", "https://entah.test/")
    assert outside.answers["https://entah.test/"] == unjudged("nama situsnya tidak dapat dicari sekarang")


def test_without_a_network_nothing_is_judged(names: list[str]) -> None:
    outside = asked("https://hilang.invalid/", "https://juga.invalid/")
    assert not outside.heard
    assert {answer.verdict for answer in outside.answers.values()} == {Verdict.UNJUDGED}


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://contoh.invalid/", "alamatnya bukan http atau https"),
        ("file:///etc/hostname", "alamatnya bukan http atau https"),
        ("https:///jalan", "alamatnya bukan http atau https"),
        ("http://[::1", "alamatnya tidak terbaca"),
        ("http://contoh.invalid:99999/", "alamatnya tidak terbaca"),
        (f"http://{'a' * 70}.invalid/", "alamatnya tidak terbaca"),
    ],
)
def test_what_is_no_address_of_the_web_is_not_asked(address: str, why: str, names: list[str]) -> None:
    assert asked(address).answers == {address: unjudged(why)}
    assert names == []


def test_nothing_asks_for_no_answer() -> None:
    assert asked() == Outside({}, False)


# Where an address leads


def chain(*steps: tuple[int, str]) -> dict[str, Play]:
    """From /0 step by step: each with its status to the place that it names."""
    return {f"/{number}": answering(status, to.encode()) for number, (status, to) in enumerate(steps)}


@pytest.mark.parametrize(
    ("plays", "moved"),
    [
        (chain((301, "/1")), "/1"),
        (chain((308, "/1")), "/1"),
        (chain((301, "/1"), (301, "/2")), "/2"),
        (chain((301, "/1"), (302, "/2")), "/1"),
        (chain((302, "/1"), (301, "/2")), None),
        (chain((303, "/1")), None),
        (chain((307, "/1")), None),
    ],
)
def test_only_what_leads_elsewhere_for_good_has_moved(plays: dict[str, Play], moved: str | None) -> None:
    with elsewhere(plays) as server:
        answer = asked(f"{server.url}/0").answers[f"{server.url}/0"]
        assert answer == Answer(Verdict.ANSWERS, moved=f"{server.url}{moved}" if moved else None)


def test_a_page_that_leads_to_a_missing_one_is_gone() -> None:
    with elsewhere({**chain((301, "/1")), "/1": answering(404)}) as server:
        answer = asked(f"{server.url}/0").answers[f"{server.url}/0"]
    assert answer == Answer(Verdict.GONE, "halamannya tidak ada (404)")


def test_a_page_that_leads_round_in_a_circle_is_not_judged() -> None:
    with elsewhere(chain((301, "/1"), (302, "/0"))) as server:
        answer = asked(f"{server.url}/0").answers[f"{server.url}/0"]
        assert server.seen == ["HEAD /0", "HEAD /1"]
    assert answer == unjudged("pengalihannya tidak berujung")


def test_a_page_that_leads_on_and_on_is_followed_eight_times() -> None:
    with elsewhere(chain(*((301, f"/{number}") for number in range(1, 30)))) as server:
        answer = asked(f"{server.url}/0").answers[f"{server.url}/0"]
        assert server.seen == [f"HEAD /{number}" for number in range(9)]
    assert answer == unjudged("pengalihannya tidak berujung")


@pytest.mark.parametrize(
    ("location", "why"),
    [
        (b"file:///etc/passwd", "alamatnya bukan http atau https"),
        (b"ftp://contoh.invalid/x", "alamatnya bukan http atau https"),
        (b"javascript:alert(1)", "alamatnya bukan http atau https"),
        (b"http://contoh.invalid:x/", "alamatnya tidak terbaca"),
    ],
)
def test_nobody_leads_us_off_the_web(location: bytes, why: str) -> None:
    assert asked_with(answering(301, location))[0] == unjudged(f"dialihkan, tetapi {why}")


def test_a_new_address_holds_nothing_but_letters_of_an_address() -> None:
    location = "/baru\x1b[2J\x07 é<b>`|".encode()
    answer, server = asked_with(answering(301, location))
    assert answer == Answer(Verdict.ANSWERS, moved=f"{server.url}/baru%1B[2J%07%20%C3%A9%3Cb%3E%60%7C")


@pytest.mark.parametrize(
    ("new", "same"),
    [
        ("https://contoh.example/a/b", True),
        ("https://www.contoh.example/a/b/", True),
        ("http://contoh.example/a/b#c", True),
        ("https://contoh.example/a/c", False),
        ("https://contoh.example/a/b?id=2", False),
        ("https://lain.example/a/b", False),
    ],
)
def test_an_address_that_differs_only_in_dress_is_the_same_page(new: str, same: bool) -> None:
    assert same_page("http://contoh.example/a/b", new) is same


# Whom we do not ask, and how much at once


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "2130706433", "0.0.0.0", "10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]"])  # fmt: skip
def test_our_own_network_is_not_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []
    monkeypatch.setattr(socket, "create_connection", lambda *arguments: called.append(arguments))
    address = f"http://{host}/"
    assert ask([address], time.monotonic, pause=0).answers == {
        address: unjudged("alamatnya di jaringan sendiri")
    }
    assert called == []


def test_nobody_leads_us_into_our_own_network(monkeypatch: pytest.MonkeyPatch) -> None:
    real_names, real_connection = socket.getaddrinfo, socket.create_connection
    public = "93.184.215.14"

    def name(host: str, *more: Any, **options: Any) -> Any:
        if host == "campur.example":
            return real_names(public, *more, **options) + real_names("10.0.0.1", *more, **options)
        return real_names(public if host == "umum.example" else host, *more, **options)

    with elsewhere() as server:
        inner = f"{server.url}/rahasia"
        server.plays = {"/a": answering(302, inner.encode())}
        monkeypatch.setattr(socket, "getaddrinfo", name)

        def call(place: tuple[str, int], *more: Any) -> socket.socket:
            assert place[0] == public
            return real_connection(("127.0.0.1", server.server_port), *more)

        monkeypatch.setattr(socket, "create_connection", call)
        addresses = ["http://umum.example/a", "http://umum.example/b", "http://campur.example/"]
        outside = ask(addresses, time.monotonic, pause=0)
        assert server.seen == ["HEAD /a", "HEAD /b"]
    own = unjudged("alamatnya di jaringan sendiri")
    assert list(outside.answers.values()) == [own, ANSWERS, own]


def test_a_host_gets_one_request_at_a_time() -> None:
    def slowly(handler: Handler) -> None:
        handler.server.ended.wait(0.01)
        answering(200)(handler)

    plays = {f"/{number}": slowly for number in range(8)}
    with elsewhere(plays) as server:
        asked(*(f"{server.url}/{number}" for number in range(8)))
        assert (len(server.seen), server.most) == (8, 1)


def test_several_hosts_are_asked_at_once() -> None:
    both = threading.Barrier(2, timeout=5)

    def together(handler: Handler) -> None:
        both.wait()
        answering(200)(handler)

    with elsewhere({"/a": together}) as server:
        outside = asked(f"{server.url}/a", f"http://localhost:{server.server_port}/a")
    assert list(outside.answers.values()) == [ANSWERS, ANSWERS]


def test_what_there_is_no_time_for_is_not_judged() -> None:
    clock = itertools.count(0, 500)
    with elsewhere() as server:
        addresses = [f"{server.url}/a", f"{server.url}/b"]
        outside = ask(addresses, lambda: next(clock), total=900, pause=0, private=True)
        assert server.seen == ["HEAD /a"]
    assert list(outside.answers.values()) == [ANSWERS, unjudged("waktunya habis sebelum ditanya")]
