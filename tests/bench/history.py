"""What the history of a large city costs: a repository of hundreds of commits, told from nothing and told again.

python tests/bench/history.py [--programs 300] [--commits 500]
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from content_tools.changes.history import read_history  # noqa: E402
from tests.bench.generate import generate  # noqa: E402

FIRST = 1_735_689_600
"""1 January 2025, in seconds; then a commit every twelve hours."""
STEP = 43_200


def _edited(chance: random.Random, text: str, number: int) -> str:
    """A program with one thing changed."""
    choice = chance.random()
    if choice < 0.5:
        return re.sub(
            r"(?m)^status: .*$", f'status: "{chance.choice(("berjalan", "uji_coba", "direncanakan"))}"', text
        )
    if choice < 0.8:
        return re.sub(r"(?m)^ringkasan: .*$", f'ringkasan: "Ringkasan ke-{number} dari program ini."', text)
    return re.sub(r"jumlah: \d+", f"jumlah: {chance.randint(1, 900) * 1_000_000}", text, count=1)


def _stream(data: Path, commits: int, seed: int) -> Iterator[bytes]:
    """What `git fast-import` reads: all files first, then small changes, two of five also to the shared sources."""
    chance = random.Random(seed)
    files = {
        path.relative_to(data.parent).as_posix(): path.read_text("utf-8")
        for path in sorted(data.rglob("*.yml"))
    }
    programs = [path for path in files if path.startswith("data/program/")]
    changed = dict(files)
    for number in range(commits):
        message = f"Perbarui catatan ke-{number}".encode()
        yield f"commit refs/heads/main\ncommitter Pengukur <x@contoh.example> {FIRST + number * STEP} +0000\n".encode()
        yield b"data %d\n%s\n" % (len(message), message)
        for path, text in changed.items():
            content = text.encode()
            yield f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n"
        changed = {}
        for path in chance.sample(programs, chance.randint(1, 3)):
            changed[path] = files[path] = _edited(chance, files[path], number)
        if chance.random() < 0.4:
            path = "data/sumber.yml"
            first = re.search(r"(?m)^  - id: \"(.*)\"$", files[path])
            entry = files[path][first.start() :].split("\n  - id:")[0] if first else ""
            added = entry.replace(f'"{first[1]}"' if first else "", f'"sumber-tambahan-{number}"', 1).rstrip()
            changed[path] = files[path] = f"{files[path].rstrip()}\n{added}\n"


def repository(folder: Path, programs: int, commits: int, seed: int = 1) -> Path:
    """A project with this many programs, and a history of this many commits, in a new folder."""
    config = generate(folder, programs, seed)
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    stream = b"".join(_stream(folder / "data", commits, seed))
    subprocess.run([*git, "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run([*git, "checkout", "-q", "-f", "main"], check=True)
    return config.parent


def cpu() -> float:
    """Seconds of user and system so far, of this process and of those it has waited for."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def seconds(root: Path) -> float:
    """CPU seconds of reading the history once in a process of its own, git included, starting Python left out."""
    asked = subprocess.run(
        [sys.executable, __file__, "--once", str(root)], capture_output=True, text=True, check=True
    )
    return float(asked.stdout)


def _once(root: Path) -> None:
    begun = cpu()
    read_history(root)
    print(cpu() - begun)


def main() -> None:
    """Make the repository, read its history twice; the second time what was told lies in `.cache/`."""
    parser = argparse.ArgumentParser(description="Ukur pembacaan riwayat dari git.")
    parser.add_argument("--programs", type=int, default=300, help="banyaknya program (bawaan: 300)")
    parser.add_argument("--commits", type=int, default=500, help="banyaknya commit (bawaan: 500)")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.once:
        _once(chosen.once)
        return
    with tempfile.TemporaryDirectory() as folder:
        root = repository(Path(folder) / "kota", chosen.programs, chosen.commits)
        print(f"commit: {chosen.commits}\nprogram: {chosen.programs}")
        for words in ("dibaca dari git", "dipakai ulang"):
            print(f"{words}: {seconds(root):.2f} detik CPU".replace(".", ","))


if __name__ == "__main__":
    main()
