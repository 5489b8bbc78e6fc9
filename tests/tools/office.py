"""Find LibreOffice for `make audit`, or install Debian's package, and convert workbooks with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("soffice", "libreoffice")
MAC_APP = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
PACKAGES = ("libreoffice-calc", "fonts-liberation")

HELP = """\
Tes ini memerlukan LibreOffice, dan tidak ada yang dapat ditemukan atau dipasang.
  Debian/Ubuntu: sudo apt-get update && sudo apt-get install -y libreoffice-calc
  macOS:         brew install --cask libreoffice"""


def find() -> str | None:
    """The path of LibreOffice, or None. Installs nothing."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(MAC_APP) if MAC_APP.exists() else None)


def soffice() -> str:
    """The path of LibreOffice; installs it where the user may. Raises RuntimeError with what to do."""
    path = find()
    if not path and shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        _run(*apt, "update")
        _run(*apt, "install", "-y", "--no-install-recommends", *PACKAGES)
        path = find()
    if not path:
        raise RuntimeError(HELP)
    return path


def _run(*command: str) -> None:
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno(), check=False)
    except OSError as error:
        print(error, file=sys.stderr)


def converted(files: Sequence[Path], kind: str, folder: Path) -> None:
    """Open files in LibreOffice and save them anew in a folder, as `xlsx` or `pdf`.

    Raises subprocess.CalledProcessError when it fails.
    """
    profile = f"-env:UserInstallation={(folder / 'profil').resolve().as_uri()}"
    command = [
        soffice(), "--headless", profile, "--convert-to", kind, "--outdir", str(folder), *map(str, files)
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
