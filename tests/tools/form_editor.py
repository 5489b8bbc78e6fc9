"""The form editor for the tests: installed as `make cms` installs it, and driven in a browser without a network."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools.audit import modules as audit_modules
from tests.tools.audit import node

ROOT = Path(__file__).parents[2]
RECIPE = ROOT / "requirements" / "cms"
INSTALLED = Path(sys.prefix) / "cms"
FILES = ("package.json", "package-lock.json", ".npmrc")


def modules() -> Path:
    """The folder `node_modules` with the form editor; installs it when it is missing or out of date.

    Raises subprocess.CalledProcessError, with the words of npm on standard error.
    """
    audit_modules()
    INSTALLED.mkdir(exist_ok=True)
    done = INSTALLED / "node_modules" / ".package-lock.json"
    with (INSTALLED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        same = all(
            (INSTALLED / file).is_file() and (INSTALLED / file).read_bytes() == (RECIPE / file).read_bytes()
            for file in FILES
        )
        if not (same and done.exists()):
            for file in FILES:
                shutil.copy(RECIPE / file, INSTALLED)
            npm = Path(node()).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
            subprocess.run(
                [node(), str(npm), "ci", "--ignore-scripts", "--silent"],
                cwd=INSTALLED, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno(),
                env={**os.environ, "PATH": f"{Path(node()).parent}{os.pathsep}{os.environ['PATH']}"},
            )  # fmt: skip
    return INSTALLED / "node_modules"


if __name__ == "__main__":
    print(modules())
