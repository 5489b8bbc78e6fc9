"""Where the form saves: the host of the code, how people sign in there, and what the page may talk to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

COMMITS = {
    "create": "Tambah {{collection}} {{slug}} lewat formulir",
    "update": "Ubah {{collection}} {{slug}} lewat formulir",
    "delete": "Hapus {{collection}} {{slug}} lewat formulir",
    "uploadMedia": "Unggah {{path}} lewat formulir",
    "deleteMedia": "Hapus {{path}} lewat formulir",
}


@dataclass(frozen=True, slots=True)
class Host:
    """A place that keeps the data: the form's `backend`, and the addresses the page may talk to."""

    backend: dict[str, Any]
    addresses: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    """Where the picture of the account that signed in comes from."""


def github(repo: str, branch: str, sign_in: str | None) -> Host:
    """GitHub. `sign_in` is the address of a server that signs people in; without one they paste a token."""
    way = {"base_url": sign_in} if sign_in else {"auth_methods": ["token"]}
    return Host(
        _backend("github", repo, branch) | way,
        ("https://api.github.com",),
        ("https://avatars.githubusercontent.com",),
    )


def gitlab(repo: str, branch: str, sign_in: str | None, server: str = "https://gitlab.com") -> Host:
    """GitLab, the city's own too. `sign_in` is the id of an application there; without one people paste a token."""
    way = {"auth_type": "pkce", "app_id": sign_in} if sign_in else {"auth_methods": ["token"]}
    own = {"base_url": server, "api_root": f"{server}/api/v4"}
    return Host(_backend("gitlab", repo, branch) | own | way, (server,), (server,))


def _backend(name: str, repo: str, branch: str) -> dict[str, Any]:
    return {"name": name, "repo": repo, "branch": branch, "commit_messages": COMMITS}
