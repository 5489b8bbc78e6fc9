"""What commands that work on a project share: its folder, and the refusal of one that is none."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = object


def in_project(command: argparse.ArgumentParser) -> None:
    """The option that names the project's folder."""
    command.add_argument("--project", default=".", help="folder proyek (bawaan: folder ini)")


def is_project(root: Path) -> bool:
    """Whether a folder holds a project; says so when it does not."""
    if (root / "data").is_dir() and (root / "docs").is_dir():
        return True
    print(f"Tidak ada folder data dan docs di {root}. Jalankan dari folder proyek.", file=sys.stderr)
    return False
