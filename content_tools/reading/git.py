"""Git, asked without the settings of whoever runs it: the same answer everywhere, and nothing fetched or changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

_ENVIRONMENT = {
    "PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat",
}  # fmt: skip


def command(root: Path, *words: str) -> list[str]:
    """A call of git in this folder."""
    return [shutil.which("git") or "git", "-C", str(root), *words]


def environment() -> dict[str, str]:
    """Nothing of ours but the home folder, where people say which working copies they trust."""
    return {"HOME": os.path.expanduser("~"), **_ENVIRONMENT}


def answer(root: Path, *words: str) -> bytes | None:
    """What git says; None when there is no git, no repository, or git refuses."""
    try:
        done = subprocess.run(
            command(root, *words), stdin=subprocess.DEVNULL, capture_output=True, env=environment(), timeout=120, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
