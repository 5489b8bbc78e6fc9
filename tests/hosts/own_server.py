"""A city's own server as the guide sets it up: a bare repository with our hook, people who push, a folder of releases."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT
from tests.release.servers import ask

WHO = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.example", "-c", "commit.gpgsign=false")
ADDRESS = "https://situs.kota.example/"
NOBODY = 65534


def as_somebody() -> tuple[str, ...]:
    """What stands before a command that must not run as root: nothing, unless we are root.

    In a namespace of its own the user is another one who may still read our checkout; where that is not allowed, the
    command runs as `nobody`.
    """
    if os.geteuid() != 0:
        return ()
    other = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
    if subprocess.run([*other, "true"], capture_output=True).returncode == 0:
        return other
    return ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")


class OwnServer:
    """The server's folder and the copy of somebody who pushes. Everything runs as an ordinary user."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.user = folder, as_somebody()
        self.bare, self.copy, self.target = folder / "plan.git", folder / "salinan", folder / "srv"

    def begin_with_this_project(self) -> None:
        """The newest commit of this checkout, with its history."""
        for folder, bare in ((self.bare, ("--bare",)), (self.copy, ())):
            self.run(
                "git", "-c", "safe.directory=*", "clone", "--quiet", "--no-hardlinks", *bare, ROOT, folder
            )
        self.begin()

    def begin(self, settings: str = "") -> None:
        """The repository gets our hook, and everything the user who works here."""
        self.hook = self.bare / "hooks" / "post-receive"
        shutil.copyfile(ROOT / ".ci" / "post-receive", self.hook)
        self.hook.chmod(0o755)
        usual = f"# Server uji\n\nTARGET={self.target}\nSITE_URL={ADDRESS}\n"
        (self.bare / "masterplan.conf").write_text(settings or usual, "utf-8")
        if self.user and self.user[0] == "setpriv":
            subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(self.folder)], check=True)

    def command(self, *words: str | Path) -> list[str]:
        """As the ordinary user."""
        return [*self.user, *map(str, words)]

    @property
    def environment(self) -> dict[str, str]:
        """A home of its own; nothing of the test run's."""
        kept = (
            "PATH",
            "LANG",
            "TMPDIR",
            "PIP_CONFIG_FILE",
            "PIP_INDEX_URL",
            "SSL_CERT_FILE",
            "NO_MKDOCS_2_WARNING",
        )
        found = {name: os.environ[name] for name in kept if name in os.environ}
        return {**found, "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1"}

    def run(
        self, *words: str | Path, cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """One command of the ordinary user; what it says on both lines together is its output."""
        return subprocess.run(
            self.command(*words), cwd=cwd or self.folder, env={**self.environment, **variables}, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
        )  # fmt: skip

    def git(self, *words: str | Path) -> str:
        """In the copy of who pushes."""
        done = self.run("git", *WHO, *words, cwd=self.copy)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def commit(self, subject: str = "Perubahan") -> str:
        """Everything that changed in the copy."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject)
        return self.git("rev-parse", "HEAD")

    def renamed(self, mark: str, status: str = "") -> str:
        """One program gets a mark in its name, and another `status`, in a new commit; returns the address of its page."""
        record = min((self.copy / "data" / "program").glob("*.yml"))
        lines = record.read_text("utf-8").splitlines(keepends=True)
        for number, line in enumerate(lines):
            if line.startswith("nama:"):
                name = line.removeprefix("nama:").strip().strip("\"'").partition(" · ")[0]
                lines[number] = f'nama: "{name} · {mark}"\n'
            if line.startswith("status:") and status:
                lines[number] = f'status: "{status}"\n'
        record.write_text("".join(lines), "utf-8")
        self.commit(mark)
        return f"/program/{record.stem}/"

    def push(self, *refs: str) -> str:
        """What who pushes sees."""
        done = self.run("git", "push", "--quiet", self.bare, *(refs or ("HEAD:main",)), cwd=self.copy)
        assert done.returncode == 0, done.stdout
        # git fills the lines of the other side with spaces.
        return "\n".join(line.removeprefix("remote: ").rstrip() for line in done.stdout.splitlines())

    def pushing(self, *refs: str) -> subprocess.Popen[bytes]:
        """A push that goes on; the process leads a group of its own."""
        return subprocess.Popen(
            self.command("git", "push", "--quiet", self.bare, *(refs or ("HEAD:main",))), cwd=self.copy,
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip

    def logs(self) -> list[str]:
        """What the server wrote down of each attempt, in their order."""
        folder = self.bare / "masterplan" / "catatan"
        return [path.read_text("utf-8") for path in sorted(folder.glob("*.log"))]


@contextmanager
def server_folder(prefix: str) -> Iterator[Path]:
    """A folder that other users may look into."""
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def visible(url: str, address: str, mark: str) -> bool:
    """Whether a reader sees the mark."""
    return mark in ask(url, address).body.decode()


def seconds_of(log: str, steps: Sequence[str]) -> list[float]:
    """How long each of these steps took, as a log tells. Raises StopIteration where one is not told."""
    ended = [line.rpartition(": ") for line in log.splitlines() if line.endswith(" detik")]
    return [
        next(
            float(took.removesuffix(" detik").replace(",", ".")) for step, _, took in ended if step == wanted
        )
        for wanted in steps
    ]
