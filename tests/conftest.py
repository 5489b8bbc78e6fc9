"""What tests share: both cities built once a run, a server with the strict policy, a real browser."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.tools.browser import find

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "kota-contoh"
DAY = "1795478400"
"""24 November 2026, as SOURCE_DATE_EPOCH: what tests expect does not change with the calendar."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The policy the whole site is made for."""


def without_network() -> dict[str, str]:
    """This environment, in which a Python that asks for a network is ended."""
    guard = str(ROOT / "tests" / "tools" / "offline")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (guard, os.environ.get("PYTHONPATH"))))}


def build(config: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """One strict build in a process of its own, which has no network."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site)]
    variables = {**without_network(), "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        command, capture_output=True, text=True, env=variables, cwd=config.parent, timeout=300
    )


def _built_once(
    name: str, config: Path, tmp_path_factory: pytest.TempPathFactory, built: str | None = None
) -> Path:
    """The site, built by the first worker that asks; the others wait for it. One that is there is taken as it is."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    site, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            if built:
                site.symlink_to(Path(built).absolute())
            else:
                result = build(config, site)
                assert result.returncode == 0, result.stdout + result.stderr
            done.touch()
    return site


@pytest.fixture(scope="session")
def metro_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kota Metro's site: the one that `SITE` names, as it will go online, else built from this checkout."""
    return _built_once("metro", ROOT / "mkdocs.yml", tmp_path_factory, os.environ.get("SITE"))


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city's site."""
    return _built_once("contoh", EXAMPLE / "mkdocs.yml", tmp_path_factory)


@pytest.fixture(scope="session", params=["metro", "contoh"])
def any_site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites in turn."""
    site: Path = request.getfixturevalue("metro_site" if request.param == "metro" else "example_site")
    return site


def taking_turns(looks: Sequence[object]) -> list[Any]:
    """Each of the two cities with each look. In the daily run the cities share the looks; `make audit` asks them all."""
    return [
        pytest.param(
            city, look, marks=[pytest.mark.slow] if (number + offset) % 2 else [], id=f"{city}-{number}"
        )
        for offset, city in enumerate(("metro", "example"))
        for number, look in enumerate(looks)
    ]


@contextmanager
def serving(site: Path, policy: str | None = POLICY) -> Iterator[str]:
    """Serve a folder on loopback, with the policy as a header unless it is None; yields the address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.fixture(scope="session")
def metro_url(metro_site: Path) -> Iterator[str]:
    """Kota Metro's site, served under the strict policy."""
    with serving(metro_site) as url:
        yield url


@pytest.fixture(scope="session")
def example_url(example_site: Path) -> Iterator[str]:
    """The invented city's site, served under the strict policy."""
    with serving(example_site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser. One that is missing is a failure, not a skip."""
    path = find()
    assert path, "tidak ada peramban; jalankan `make test`, yang memasangnya"
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-gpu",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(path), args=arguments)
        yield running
        running.close()


@dataclass
class Scratch:
    """A copy of a project that a test may break."""

    root: Path

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        """Change one file's text."""
        path = self.root / file
        path.write_text(change(path.read_text("utf-8")), "utf-8")


def copied(root: Path) -> Scratch:
    """A copy of the invented city in a new folder (records, pages, settings with paths to this checkout's code)."""
    shutil.copytree(EXAMPLE, root)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../", f"{ROOT}/"), "utf-8")
    return Scratch(root)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """A private copy of the invented city."""
    return copied(tmp_path / "kota")
