"""Python loads this before anything else where its folder is on PYTHONPATH: whoever asks for a network is ended at once.

The builds of the tests run with it, so each of them shows that a build needs no network. An end cannot be
swallowed, as an exception could.
"""

import os
import sys

ASKING = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto", "socket.sendmsg")  # fmt: skip


def _end(event: str, arguments: tuple[object, ...]) -> None:
    """Python tells every hook what is about to be done."""
    if event in ASKING:
        sys.stderr.write(f"Tanpa jaringan: {event} {arguments[1:]} tidak boleh dipanggil.\n")
        sys.stderr.flush()
        os._exit(1)


sys.addaudithook(_end)
