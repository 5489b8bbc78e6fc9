"""A server on loopback that answers as other people's servers do: well, badly, slowly, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Play = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Plays what the test wrote for a path; any other path is a page."""

    server: Elsewhere

    def do_GET(self) -> None:
        with self.server.counting:
            self.server.seen.append(f"{self.command} {self.path}")
            self.server.headers.append(dict(self.headers.items()))
            self.server.inside += 1
            self.server.most = max(self.server.most, self.server.inside)
        try:
            self.server.plays.get(self.path, answering(200))(self)
        except OSError:
            # Who asked has heard enough.
            pass
        finally:
            with self.server.counting:
                self.server.inside -= 1

    do_HEAD = do_GET

    def log_message(self, *arguments: object) -> None:
        pass


class Elsewhere(ThreadingHTTPServer):
    """The server: what it plays, and what it was asked."""

    daemon_threads = True

    def __init__(self, plays: Mapping[str, Play]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.plays = plays
        self.seen: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.counting = threading.Lock()
        self.inside = self.most = 0
        self.ended = threading.Event()

    @property
    def url(self) -> str:
        """Its address, without a last slash."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *arguments: object) -> None:
        pass


@contextmanager
def elsewhere(plays: Mapping[str, Play] | None = None) -> Iterator[Elsewhere]:
    """The server while it runs; what still waits in it is let go at the end."""
    with Elsewhere(plays or {}) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.ended.set()
        server.shutdown()


def answering(status: int, location: bytes = b"", head: int | None = None) -> Play:
    """A status and where it leads; `head` is what it answers to HEAD instead."""

    def play(handler: Handler) -> None:
        code = head if head is not None and handler.command == "HEAD" else status
        lines = [b"HTTP/1.0 %d Sebab" % code, *([b"Location: " + location] if location else []), b"", b""]
        handler.wfile.write(b"\r\n".join(lines))

    return play


def sending(start: bytes, again: bytes = b"") -> Play:
    """Some bytes; then others as long as somebody listens."""

    def play(handler: Handler) -> None:
        handler.wfile.write(start)
        while again:
            handler.wfile.write(again)

    return play


def dripping(handler: Handler) -> None:
    """An answer that comes letter by letter and never ends."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    while not handler.server.ended.wait(0.02):
        handler.wfile.write(b"x")


def waiting(handler: Handler) -> None:
    """No answer."""
    handler.server.ended.wait(10)


def hanging_up(*commands: str) -> Play:
    """Ends the connection on these commands; a page for the others."""

    def play(handler: Handler) -> None:
        if handler.command not in commands:
            answering(200)(handler)

    return play
