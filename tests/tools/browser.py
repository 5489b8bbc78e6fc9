"""Find a Chromium for the tests, or install one, and print its path. Standard library only.

In this order: $CHROMIUM; an installed Chromium or Chrome; one that Playwright fetched before;
Debian's package where the user may install; a fresh one from Playwright; else say what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = ("Google Chrome", "Chromium")
# Small and free; without any font every letter in a screenshot is a box.
PACKAGES = ("chromium", "fonts-liberation")

HELP = """\
Tes memerlukan browser Chromium atau Chrome, dan tidak ada yang dapat ditemukan atau dipasang.
Pilih salah satu, lalu ulangi perintah ini:
  Debian:  sudo apt-get update && sudo apt-get install -y chromium
  Ubuntu:  .venv/bin/python -m playwright install --with-deps chromium
  macOS:   brew install --cask google-chrome
  Lainnya: pasang Chrome, lalu jalankan  CHROMIUM=/path/ke/chrome make test"""

BROKEN = """\
CHROMIUM menunjuk ke {path}, tetapi berkas itu tidak dapat dijalankan sebagai Chromium atau Chrome.
Perbaiki path itu, atau kosongkan dengan  unset CHROMIUM  supaya browser dicari sendiri."""


def find() -> str | None:
    """The path of a browser that runs, or None. Installs nothing."""
    if given := os.environ.get("CHROMIUM"):
        return given if runs(given) else None
    return next((path for path in candidates() if runs(path)), None) or fetched_by_playwright()


def candidates() -> list[str]:
    on_path = [path for name in NAMES if (path := shutil.which(name)) and not is_snap(path)]
    roots = (Path("/Applications"), Path.home() / "Applications")
    apps = [str(root / f"{app}.app/Contents/MacOS/{app}") for root in roots for app in MAC_APPS]
    return on_path + [app for app in apps if Path(app).exists()]


def is_snap(path: str) -> bool:
    """A snap, or Ubuntu's stub for one: shut off from the folders that Playwright works in."""
    real = Path(path).resolve()
    if real == Path("/usr/bin/snap") or "snap" in real.parts[1:2]:
        return True
    return real.stat().st_size < 65_536 and b"/snap/bin" in real.read_bytes()


def runs(path: str) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "Chrom" in done.stdout


def fetched_by_playwright() -> str | None:
    ask = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True)
    path = done.stdout.strip()
    return path if path and Path(path).exists() and runs(path) else None


def install_with_apt() -> None:
    """Debian's package, as root or through a sudo that asks for no password."""
    if not shutil.which("apt-get"):
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and not (shutil.which("sudo") and run("sudo", "-n", "true")):
        return
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run(*apt, "update")
    run(*apt, "install", "-y", "--no-install-recommends", *PACKAGES)


def run(*command: str) -> bool:
    # Standard output is kept for the one line that the caller wants: the path.
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno()).returncode == 0


def main() -> int:
    path = find()
    if not path and (given := os.environ.get("CHROMIUM")):
        print(BROKEN.format(path=given), file=sys.stderr)
        return 1
    if not path:
        print("Browser untuk tes belum ada; sedang dipasang ...", file=sys.stderr)
        install_with_apt()
        path = find()
    if not path:
        run(sys.executable, "-m", "playwright", "install", "chromium")
        path = find()
    if not path:
        print(HELP, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
