"""One request to somebody else's server, of whose answer only the head is read: its status, and where it leads."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from urllib.parse import SplitResult, quote, urlsplit

AGENT = "masterplan-terbuka/upkeep (asks once a week whether cited sources still answer)"


class Fault(Exception):
    """An address that cannot be asked to the end. Its words are our own, except for the name of a host."""

    def __init__(self, why: str, gone: bool = False, again: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.gone = gone
        """Whether there is no such host."""
        self.again = again
        """Whether a second attempt may end better."""


def sendable(address: str) -> SplitResult:
    """The address in ASCII without user, password and fragment. Raises Fault for one that is no http(s) address."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError:
        raise Fault("alamatnya tidak terbaca") from None
    if parts.scheme not in ("http", "https") or not host:
        raise Fault("alamatnya bukan http atau https")
    place = f"[{host}]" if ":" in host else host
    safe = "%/:?#[]@!$&'()*+,;=~"
    return SplitResult(
        parts.scheme, f"{place}:{port}" if port else place, quote(parts.path, safe) or "/", quote(parts.query, safe), ""
    )  # fmt: skip


def asked(
    method: str, here: SplitResult, seconds: float, context: ssl.SSLContext, private: bool
) -> tuple[int, str | None]:
    """Status and `Location`; `here` is what `sendable` made. Raises Fault when no server answers."""
    host, secure = here.hostname or "", here.scheme == "https"
    port = here.port or (443 if secure else 80)
    connection = _Connection(host, port, seconds, context if secure else None, private)
    target = f"{here.path}?{here.query}" if here.query else here.path
    try:
        connection.request(method, target, headers={"User-Agent": AGENT, "Accept": "*/*"})
        answer = connection.getresponse()
        if connection.late:
            raise TimeoutError
        return answer.status, _text(answer.getheader("Location"))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _fault(error, host, connection.late) from None
    finally:
        connection.close()


def _text(header: str | None) -> str | None:
    """A header as its bytes were meant."""
    return None if header is None else header.encode("latin-1", "replace").decode("utf-8", "replace")


def _fault(error: Exception, host: str, late: bool) -> Fault:
    if late or isinstance(error, TimeoutError):
        return Fault("tidak menjawab dalam batas waktu", again=True)
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_NONAME:
            return Fault(f"nama situs {host} tidak ada", gone=True, again=True)
        return Fault("nama situsnya tidak dapat dicari sekarang", again=True)
    if isinstance(error, ssl.SSLError):
        return Fault("sambungan https-nya tidak dapat dipercaya")
    if isinstance(error, OSError):
        return Fault("servernya tidak dapat dihubungi", again=True)
    return Fault("jawabannya tidak terbaca")


class _Connection(http.client.HTTPConnection):
    """A connection to a place on the open net, cut off when its answer takes too long, however steadily it drips."""

    def __init__(
        self, host: str, port: int, seconds: float, context: ssl.SSLContext | None, private: bool
    ) -> None:
        super().__init__(host, port, timeout=seconds)
        self.default_port = 443 if context else 80
        self._seconds, self._context, self._private = seconds, context, private
        self._watch = threading.Timer(seconds, self._cut)
        self.late = False

    def connect(self) -> None:
        self.sock = _reached(self.host, self.port, self._seconds, self._private)
        self._watch.daemon = True
        self._watch.start()
        if self._context:
            wrapped = self._context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)  # fmt: skip
            self.sock = wrapped
            wrapped.do_handshake()

    def _cut(self) -> None:
        self.late = True
        with suppress(OSError, AttributeError):
            # The socket's own way: TLS would first forget its keys, under the hands of the one who reads.
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def close(self) -> None:
        self._watch.cancel()
        super().close()


def _reached(host: str, port: int, seconds: float, private: bool) -> socket.socket:
    """A socket to a number of the host: its first one, else its last. What was looked at is what is called."""
    found = sorted(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM), key=lambda one: one[0])
    numbers = list(dict.fromkeys(str(place[0]) for *_, place in found))
    if not private and not all(ipaddress.ip_address(number.split("%")[0]).is_global for number in numbers):
        raise Fault("alamatnya di jaringan sendiri")
    try:
        joined = socket.create_connection((numbers[0], port), seconds / 2)
    except OSError:
        if len(numbers) == 1:
            raise
        joined = socket.create_connection((numbers[-1], port), seconds / 2)
    joined.settimeout(seconds)
    return joined
