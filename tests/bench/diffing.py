"""CPU seconds of `masterplan diff` on a large invented city: 300 programs, 50 changes of every kind.

Pairs: each comparison of the two sides is followed by one of a side with itself, on the same machine in the same
minute. What the second takes is starting, reading and checking; the difference is telling and making pages.

    python -m tests.bench.diffing [--programs N] [--changes N] [--runs N]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generate import ROOT, Tree, generate, read, text_of

DAY = "1795478400"
"""24 November 2026, as SOURCE_DATE_EPOCH."""

TARGET = 1.5
"""Seconds for 300 programs and 50 changes."""


def _money(chance: random.Random, record: Tree) -> None:
    record.setdefault("anggaran", [{"tahun": 2026, "jumlah": 1_000_000, "jenis_angka": "pagu_apbd", "sumber_dana": "apbd_kota", "sumber": record["sumber"][:1]}])  # fmt: skip
    chance.choice(record["anggaran"])["jumlah"] += chance.randrange(1, 900) * 1_000_000


def _status(chance: random.Random, record: Tree) -> None:
    record["status"] = "direncanakan" if record["status"] != "direncanakan" else "usulan"


def _news(chance: random.Random, record: Tree) -> None:
    record["kabar_terakhir"] = f"2026-{chance.randrange(1, 10):02}"


def _words(chance: random.Random, record: Tree) -> None:
    record["ringkasan"] = f"{record['nama']} kini dijelaskan dengan kalimat lain."


def _name(chance: random.Random, record: Tree) -> None:
    record["nama"] = f"{record['nama']} dan Sekitarnya"


def _step(chance: random.Random, record: Tree) -> None:
    schedule = record.get("jadwal", {})
    when = schedule.get("selesai") or schedule.get("mulai") or "2026-11-28"
    step = {"nama": "Serah terima kepada warga", "waktu": when, "sumber": record["sumber"][:1]}
    record["tonggak"] = [*record.get("tonggak", ()), step]


def _text(chance: random.Random, record: Tree) -> None:
    record["uraian"] = f"{record.get('uraian', 'Belum diuraikan.')} Bagian ini ditambahkan kemudian."


CHANGES: tuple[Callable[[random.Random, Tree], None], ...] = (
    _money,
    _news,
    _status,
    _step,
    _words,
    _text,
    _name,
)
"""What staff change: money, news and words most of all, now and then a name."""


def change(project: Path, changes: int, seed: int = 2) -> None:
    """Change that many programs, each in one way; deterministic from the seed."""
    chance = random.Random(seed)
    files = sorted((project / "data" / "program").glob("*.yml"))
    for number, path in enumerate(chance.sample(files, min(changes, len(files)))):
        record = read(path)
        CHANGES[number % len(CHANGES)](chance, record)
        path.write_text(text_of(record), "utf-8")


def cpu_of(base: Path, head: Path) -> tuple[float, str]:
    """CPU seconds of one `masterplan diff`, the start of Python included, and what it said."""
    command = [sys.executable, "-m", "content_tools", "diff", str(base), "--project", str(head)]
    before = os.times()
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
        check=False,
    )
    after = os.times()
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, done.stdout


@dataclass(frozen=True)
class Diffing:
    """Seconds of CPU, the middle of some pairs, and what was told."""

    whole: float
    """Two sides that differ."""
    same: float
    """A side and itself: starting, reading, checking."""
    summary: str
    pages: str


def measure(programs: int = 300, changes: int = 50, runs: int = 5) -> Diffing:
    """Compare a generated city with itself, changed."""
    with tempfile.TemporaryDirectory() as folder:
        base, head = Path(folder) / "dasar", Path(folder) / "usulan"
        generate(base, programs)
        shutil.copytree(base, head)
        change(head, changes)
        pairs = [(cpu_of(base, head), cpu_of(head, head)) for _ in range(runs)]
    lines = pairs[0][0][1].splitlines()
    return Diffing(
        statistics.median(whole for (whole, _), _ in pairs), statistics.median(same for _, (same, _) in pairs),
        lines[0], next(line for line in lines if line.startswith("Halaman yang isinya berubah")),
    )  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Ukur masterplan diff pada kota rekaan yang besar.")
    parser.add_argument("--programs", type=int, default=300, help="banyaknya program (bawaan: 300)")
    parser.add_argument("--changes", type=int, default=50, help="banyaknya perubahan (bawaan: 50)")
    parser.add_argument("--runs", type=int, default=5, help="banyaknya pasangan (bawaan: 5)")
    chosen = parser.parse_args()
    found = measure(chosen.programs, chosen.changes, chosen.runs)
    print(f"{found.summary} {found.pages}.")
    verdict = "tercapai" if found.whole <= TARGET else "TIDAK tercapai"
    print(f"masterplan diff: CPU {found.whole:.2f} dtk (sasaran {TARGET} dtk: {verdict}); sisi yang sama: {found.same:.2f} dtk")  # fmt: skip


if __name__ == "__main__":
    main()
