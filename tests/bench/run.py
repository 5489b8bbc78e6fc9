"""`make bench`: what the build costs, beside plain MkDocs and Material printing the very same pages.

One table from one run: CPU (user and system) and peak memory of whole processes, the median of some
runs. It informs and always ends with 0, unless something could not run; budgets are held by tests.

    python tests/bench/run.py [--runs N] [--sizes 300,1000,3000] [--quick]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
DAY = "1795478400"
"""24 November 2026, as SOURCE_DATE_EPOCH."""
LARGE = 1000
"""From this many programs on a build is measured once unless --runs says otherwise."""
PATIENCE = 900
"""Seconds after which a process that does not end is stopped."""

PLAIN = """\
site_name: Halaman yang sama
docs_dir: {pages}
use_directory_urls: true
theme:
  name: material
  language: id
  font: false
  icon:
    logo: material/map-marker-radius-outline
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {{icon: material/weather-night, name: Gelap}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: Terang}}
  features: [navigation.tabs, navigation.indexes, toc.follow]
plugins: [search]
validation: {{nav: {{omitted_files: info}}}}
{nav}
"""
"""The peer: no hook, no theme of our own; the same theme, features, search and navigation."""


class CouldNotRun(Exception):
    """A process that had to succeed did not."""


@dataclass(frozen=True)
class Cost:
    """What one process took."""

    cpu: float
    wall: float
    peak: float
    """MB (10⁶ bytes)."""
    output: str
    status: int


@dataclass(frozen=True)
class Row:
    """One line of the table; a target is met when our figure, or the ratio, is at most this."""

    what: str
    ours: str
    peer: str = ""
    ratio: str = ""
    target: str = ""
    met: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of this line."""
        verdict = "" if self.met is None else "tercapai" if self.met else "TIDAK tercapai"
        return self.what, self.ours, self.peer, self.ratio, self.target, verdict


def decimal(value: float, digits: int = 2) -> str:
    """A number in Indonesian writing."""
    return f"{value:.{digits}f}".replace(".", ",")


def seconds(value: float) -> str:
    """`3,8 dtk`."""
    return f"{decimal(value)} dtk"


def megabytes(value: float) -> str:
    """`112 MB`."""
    return f"{value:.0f} MB"


def environment() -> dict[str, str]:
    """What every measured process is given."""
    return {**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}


def measured(command: Sequence[str | Path], folder: Path, statuses: Sequence[int] = (0,)) -> Cost:
    """Run one process to its end. Its peak counts from our own size on, so this program stays small."""
    start = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([str(word) for word in command], cwd=folder, env=environment(), stdout=said, stderr=said)  # fmt: skip
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > PATIENCE:
                process.kill()
                os.wait4(process.pid, 0)
                raise CouldNotRun(f"{' '.join(map(str, command))}: lebih dari {PATIENCE} detik")
            time.sleep(0.02)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read()
    if process.returncode not in statuses:
        raise CouldNotRun(f"{' '.join(map(str, command))}: status {process.returncode}\n{output[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit / 1e6, output, process.returncode)


def middle(command: Sequence[str | Path], folder: Path, runs: int, statuses: Sequence[int] = (0,)) -> Cost:
    """The median of each figure over some runs."""
    costs = [measured(command, folder, statuses) for _ in range(runs)]
    return Cost(
        statistics.median(cost.cpu for cost in costs), statistics.median(cost.wall for cost in costs),
        statistics.median(cost.peak for cost in costs), costs[-1].output, costs[-1].status,
    )  # fmt: skip


def pages_of(site: Path) -> int:
    """How many pages a built site has; what only leads on to a new address is none."""
    return sum('http-equiv="refresh"' not in page.read_text("utf-8") for page in site.rglob("index.html"))


def build(config: Path, site: Path, runs: int) -> Cost:
    """A strict build of a project of ours, with all its checks."""
    return middle([sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", config, "-d", site], config.parent, runs)  # fmt: skip


def peer(project: Path, work: Path, runs: int) -> Cost:
    """Plain MkDocs and Material on the pages that `masterplan pages` writes for the same project."""
    pages = work / "pages"
    measured([sys.executable, "-m", "content_tools", "pages", pages, "--project", project], ROOT)
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = work / "plain.yml"
    config.write_text(PLAIN.format(pages=json.dumps(str(pages)), nav=text[text.index("\nnav:\n") :]), "utf-8")
    return middle([sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", work / "plain"], work, runs)  # fmt: skip


def metro(work: Path, runs: int) -> list[Row]:
    """This checkout's own city."""
    site = work / "metro"
    ours = build(ROOT / "mkdocs.yml", site, runs)
    other = peer(ROOT, work, runs)
    count = pages_of(site)
    print("Muatan halaman, tampilan pertama:", flush=True)
    weigh = [sys.executable, "-m", "tests.bench.weight", str(site), str(work / "plain")]
    if subprocess.run(weigh, cwd=ROOT).returncode:
        raise CouldNotRun("muatan halaman tidak dapat ditimbang; lihat pesan di atas")
    return [
        Row(f"Kota di data/, {count} halaman: CPU", seconds(ours.cpu), seconds(other.cpu), decimal(ours.cpu / other.cpu), "≤ 6 dtk", ours.cpu <= 6),
        Row("Kota di data/: waktu", seconds(ours.wall), seconds(other.wall), decimal(ours.wall / other.wall)),
        Row("Kota di data/: memori puncak", megabytes(ours.peak), megabytes(other.peak), decimal(ours.peak / other.peak)),
    ]  # fmt: skip


def generated(work: Path, sizes: Sequence[int], runs: int | None) -> list[Row]:
    """Invented plans of growing size."""
    rows, per_page = [], {}
    for size in sizes:
        folder = work / f"plan-{size}"
        folder.mkdir()
        project, times = folder / "kota", runs or (1 if size >= LARGE else 3)
        measured([sys.executable, HERE / "generate.py", project, str(size)], ROOT)
        ours = build(project / "mkdocs.yml", folder / "site", times)
        count = pages_of(folder / "site")
        shutil.rmtree(folder / "site")
        other = peer(project, folder, times)
        written = pages_of(folder / "plain")
        if count != written:
            raise CouldNotRun(f"{size} program: {count} halaman, tetapi {written} pada Material polos")
        shutil.rmtree(folder)
        per_page[size] = ours.cpu / count
        ratio, words = ours.cpu / other.cpu, f"{size} program, {count} halaman"
        rows += [
            Row(f"{words}: CPU", seconds(ours.cpu), seconds(other.cpu), decimal(ratio), *(("rasio ≤ 0,7", ratio <= 0.7) if size == 1000 else ())),
            Row(f"{words}: per halaman", f"{decimal(1000 * per_page[size], 1)} mdtk", f"{decimal(1000 * other.cpu / count, 1)} mdtk"),
            Row(f"{words}: memori puncak", megabytes(ours.peak), megabytes(other.peak), decimal(ours.peak / other.peak), *(("≤ 400 MB", ours.peak <= 400) if size == 3000 else ())),
        ]  # fmt: skip
    if len(per_page) > 1:
        first, last = min(per_page), max(per_page)
        growth = per_page[last] / per_page[first]
        asked = ("≤ 1,2", growth <= 1.2) if (first, last) == (300, 3000) else ()
        rows.append(
            Row(f"Biaya per halaman, {last} terhadap {first} program", decimal(growth), "", "", *asked)
        )
    return rows


def reading(work: Path, size: int, runs: int) -> list[Row]:
    """Reading and checking, without and with the start of the program."""
    project = work / "baca"
    measured([sys.executable, HERE / "generate.py", project, str(size)], ROOT)
    inside = statistics.median(
        float(measured([sys.executable, HERE / "reading.py", project], ROOT).output) for _ in range(runs)
    )
    whole = middle([sys.executable, "-m", "content_tools", "check", "--project", project], ROOT, runs)
    asked = ("≤ 0,5 dtk", inside <= 0.5) if size == 1000 else ()
    return [
        Row(f"Membaca dan memeriksa {size} berkas program 2 kB: CPU", seconds(inside), "", "", *asked),
        Row(f"masterplan check, {size} program: CPU", seconds(whole.cpu)),
        Row(f"masterplan check, {size} program: memori puncak", megabytes(whole.peak)),
    ]


HOSTILE = {
    "bom YAML": lambda: "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)),
    "berkas 5 MB": lambda: "catatan: |\n" + "  panjang sekali\n" * 330_000,
    "100.000 kurung": lambda: "catatan: " + "[" * 100_000,
}  # fmt: skip
"""Files that would like to take the machine's memory."""


def hostile(work: Path) -> list[Row]:
    """Each hostile file, in a small city, is refused with little memory."""
    rows = []
    for name, text in HOSTILE.items():
        project = work / name.replace(" ", "-")
        shutil.copytree(ROOT / "tests" / "kota-contoh", project)
        (project / "data" / "program" / "jahat.yml").write_text(text(), "utf-8")
        command = [sys.executable, "-m", "content_tools", "check", "--project", project]
        cost = measured(command, ROOT, statuses=(1,))
        rows.append(Row(f"{name}: memori puncak masterplan check", megabytes(cost.peak), "", "", "≤ 200 MB", cost.peak <= 200))  # fmt: skip
        rows.append(Row(f"{name}: CPU", seconds(cost.cpu)))
    return rows


def _page(url: str) -> str:
    with suppress(urllib.error.URLError, OSError), urllib.request.urlopen(url, timeout=30) as answer:
        return str(answer.read().decode("utf-8"))
    return ""


def _until(url: str, words: str, process: subprocess.Popen[bytes], most: float) -> float:
    """Seconds until a page shows these words."""
    start = time.monotonic()
    while words not in _page(url):
        if process.poll() is not None or time.monotonic() - start > most:
            raise CouldNotRun(f"{url} tidak menampilkan “{words}” dalam {most:.0f} detik")
        time.sleep(0.05)
    return time.monotonic() - start


def serving(work: Path, runs: int) -> list[Row]:
    """One edited file until its page has changed, in a copy of the project served on a free port."""
    copy = work / "layanan"
    for name in ("content_tools", "data", "docs"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
    record = min((copy / "data" / "program").glob("*.yml"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    url, times = f"http://{address}/program/{record.stem}/", []
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", address]
    variables = {**environment(), "PYTHONPATH": str(copy)}
    process = subprocess.Popen(command, cwd=copy, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        _until(url, "<h1", process, 120)
        time.sleep(2)
        for number in range(1, runs + 1):
            name = f"Nama yang Diubah {number}"
            text = re.sub(
                r'^nama: ".*"$', f'nama: "{name}"', record.read_text("utf-8"), count=1, flags=re.MULTILINE
            )
            record.write_text(text, "utf-8")
            times.append(_until(url, f"<h1>{name}", process, 120))
            time.sleep(1)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    wait = statistics.median(times)
    return [
        Row("make serve: berkas disimpan sampai halaman berubah", seconds(wait), "", "", "≤ 2 dtk", wait <= 2)
    ]


def searching(work: Path, programs: int) -> list[Row]:
    """Our search beside Material's and Pagefind's; prints a table of its own."""
    print("Pencarian:", flush=True)
    command = [
        sys.executable,
        "-m",
        "tests.bench.search",
        "--programs",
        str(programs),
        str(work / "metro"),
        str(work / "plain"),
    ]
    if subprocess.run(command, cwd=ROOT, env=environment()).returncode:
        raise CouldNotRun("pencarian tidak dapat diukur; lihat pesan di atas")
    return []


def machine() -> str:
    """What this was measured on."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "pydantic", "PyYAML", "Markdown"))  # fmt: skip
    return f"{os.cpu_count()} inti, {platform.system()} {platform.machine()}, Python {platform.python_version()}, {packages}"


def table(rows: Sequence[Row], peer: str = "Material polos") -> str:
    """All rows under one head; `peer` is what ours stands beside."""
    lines = [("Ukuran", "kita", peer, "rasio", "sasaran", "hasil"), *(row.cells for row in rows)]
    widths = [max(len(line[index]) for line in lines) for index in range(6)]

    def laid(line: Sequence[str]) -> str:
        first, *rest = (
            word.ljust(width) if index in (0, 5) else word.rjust(width)
            for index, (word, width) in enumerate(zip(line, widths, strict=True))
        )
        return "  ".join([first, *rest]).rstrip()

    return "\n".join([laid(lines[0]), "  ".join("-" * width for width in widths), *map(laid, lines[1:])])


def main() -> None:
    """Measure everything, print one table."""
    parser = argparse.ArgumentParser(description="Ukur CPU dan memori pembangunan situs.")
    parser.add_argument(
        "--runs", type=int, help=f"banyaknya ulangan (bawaan: 3, dan 1 mulai {LARGE} program)"
    )
    parser.add_argument("--sizes", default="300,1000,3000", help="banyaknya program, dipisah koma")
    parser.add_argument(
        "--quick", action="store_true", help="satu ulangan, 90 program, hanya untuk mencoba alat ini"
    )
    chosen = parser.parse_args()
    sizes = [90] if chosen.quick else [int(size) for size in chosen.sizes.split(",")]
    runs = 1 if chosen.quick else chosen.runs
    rows: list[Row] = []
    failed = []
    with tempfile.TemporaryDirectory(prefix="masterplan-bench-") as folder:
        work = Path(folder)
        for what, measure in (
            ("kota di data/", lambda: metro(work, runs or 3)),
            ("kota rekaan", lambda: generated(work, sizes, runs)),
            ("membaca", lambda: reading(work, 90 if chosen.quick else 1000, runs or 3)),
            ("make serve", lambda: serving(work, 5)),
            ("berkas jahat", lambda: hostile(work)),
            ("pencarian", lambda: searching(work, 90 if chosen.quick else 5000)),
        ):
            print(f"Mengukur {what} …", file=sys.stderr, flush=True)
            try:
                rows += measure()
            except CouldNotRun as error:
                failed.append(str(error))
    print(machine())
    print(table(rows))
    for words in failed:
        print(f"\nTidak dapat berjalan: {words}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
