"""What others wrote and we use: under which licence it comes, and whether anybody knows of a vulnerability.

    python tests/tools/dependencies.py [FILE]

Writes Markdown to FILE, else to the standard output. Licences are read from what is installed, without a network,
and only of what reaches readers and servers; vulnerabilities are asked for over the network, of tests and tools too.
Exit status 1: a licence is not allowed, or a vulnerability is known. Not being able to ask is told, and is no failure.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "requirements"
FORM = LOCKS / "cms"
SITE = "situs"
TOOLS = ("test", "audit", "bench", "report", "update")
"""Locks of what stays with whoever works on the code."""

ALLOWED = {
    # Ask only for their notice to be kept; each also under the name that older packages give it.
    "MIT", "MIT License", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "BSD License", "0BSD", "ISC", "BlueOak-1.0.0",
    "Apache-2.0", "Apache Software License", "PSF-2.0", "CC0-1.0",
    # Fonts.
    "OFL-1.1",
    # Asks that changed files stay open; we change none.
    "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)",
}  # fmt: skip
"""Anything else (LGPL too: the form's scripts are joined into one file) waits until a person has read it."""


class Part(NamedTuple):
    """Something of others, with the licence it names for itself; None where it names none."""

    name: str
    version: str
    licence: str | None


class Answer(NamedTuple):
    """What was said about the vulnerabilities of one list of packages."""

    about: str
    asked: int
    found: tuple[str, ...]
    unasked: str
    """Why some were not asked, or none; empty when all were."""


def allowed(licence: str | None) -> bool:
    """Whether one of the licences offered is allowed. What is put together in other ways waits for a person."""
    words = licence or ""
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    if " OR " in words:
        return any(way in ALLOWED for way in words.split(" OR "))
    return all(part in ALLOWED for part in re.split(r" AND |; ", words))


def locked(lock: Path) -> dict[str, str]:
    """Name to version of every package in a lock."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock.read_text("utf-8"), re.MULTILINE)
    return dict(found)


def tool(module: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command of this environment."""
    command = [sys.executable, "-m", module, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=900)


def installed(lock: Path) -> list[Part]:
    """The packages that a lock names and this environment holds, as they describe themselves."""
    words = ("--from=mixed", "--with-system", "--format=json", "--packages", *locked(lock))
    rows = json.loads(tool("piplicenses", *words).stdout)
    return [
        Part(row["Name"], row["Version"], None if row["License"] == "UNKNOWN" else row["License"])
        for row in rows
    ]


def of_the_theme(icons: Path) -> Iterator[Part]:
    """What stands in every page and style sheet: Material's icons, which have licences of their own."""
    for folder in sorted({name.split("/")[0] for name in used_icons()}):
        text = "".join(path.read_text("utf-8") for path in sorted((icons / folder).glob("LICENSE*")))
        known = re.search(r"Apache 2\.0|MIT License|CC0 1\.0", text)
        names = {"Apache 2.0": "Apache-2.0", "MIT License": "MIT", "CC0 1.0": "CC0-1.0"}
        yield Part(f"ikon {folder}", "", names[known[0]] if known else None)


def used_icons() -> set[str]:
    """Icons that templates draw and that the city's frames choose."""
    places = [*(ROOT / "content_tools").rglob("*.html"), *(ROOT / "data").rglob("*.yml")]
    pattern = re.compile(r"""(?:icon\(|ikon:\s*)["']([a-z0-9-]+/[a-z0-9/-]+)["']""")
    return {name for path in places for name in pattern.findall(path.read_text("utf-8"))}


def of_npm(folder: Path) -> list[Part]:
    """The packages of an npm lock, with the licences that it keeps."""
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    return [
        Part(path.rpartition("node_modules/")[2], package["version"], package.get("license"))
        for path, package in packages.items()
        if path
    ]


def told_by_pip(lock: Path) -> Answer:
    """What the Python Package Index knows of the versions in a lock."""
    words = ("--requirement", lock, "--require-hashes", "--disable-pip", "--progress-spinner", "off")
    done = tool("pip_audit", *words, "--format", "json", "--timeout", "10")
    return read_pip(lock.name, done.stdout, done.stderr)


def read_pip(about: str, said: str, error: str) -> Answer:
    """An answer of pip-audit. A package that was skipped was not asked, whatever its last line says."""
    try:
        packages = json.loads(said)["dependencies"]
    except (ValueError, KeyError):
        return Answer(about, 0, (), last_line(error))
    skipped = [package for package in packages if "skip_reason" in package]
    found = tuple(
        f"{package['name']} {package['version']}: {hole['id']}; dibetulkan pada {', '.join(hole['fix_versions']) or 'belum ada versi'}"
        for package in packages
        for hole in package.get("vulns", ())
    )
    asked = len(packages) - len(skipped)
    names = ", ".join(package["name"] for package in skipped)
    reason = (
        f"tanpa jawaban: {names}" if asked and names else names and "indeks tidak mengenal satu paket pun"
    )
    return Answer(about, asked, found, reason)


def told_by_npm(folder: Path, about: str) -> Answer:
    """What the npm registry knows of the versions in a lock."""
    if not (npm := shutil.which("npm")):
        return Answer(about, 0, (), "npm belum terpasang")
    command = [npm, "audit", "--json", "--package-lock-only"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=300)
    return read_npm(about, len(of_npm(folder)), done.stdout)


def read_npm(about: str, count: int, said: str) -> Answer:
    """An answer of `npm audit`."""
    try:
        holes = json.loads(said)["vulnerabilities"]
    except (ValueError, KeyError):
        return Answer(about, 0, (), "daftar npm tidak menjawab")
    return Answer(about, count, tuple(f"{name}: {hole['severity']}" for name, hole in holes.items()), "")


def last_line(text: str) -> str:
    """The last thing a tool said, without the address that it asked."""
    lines = [line for line in text.splitlines() if line.strip()]
    return re.sub(r"https?://\S+", "…", lines[-1])[:200] if lines else "tidak ada jawaban"


def table(parts: list[Part]) -> Iterator[str]:
    """Parts as a table, those that are not allowed marked."""
    yield "| paket | versi | lisensi |"
    yield "|---|---|---|"
    for part in parts:
        told = part.licence or "tidak disebut"
        yield f"| {part.name} | {part.version} | {told if allowed(part.licence) else f'**TIDAK DIIZINKAN: {told}**'} |"


def sentence(answer: Answer) -> Iterator[str]:
    """An answer in words: what was not asked is never told as safe."""
    if not answer.asked:
        yield f"- {answer.about}: **celah tidak dapat ditanyakan hari ini** ({answer.unasked})"
        return
    none = "tidak ada celah yang diketahui" if not answer.found else f"**{len(answer.found)} celah**"
    rest = f"; {answer.unasked}" if answer.unasked else ""
    yield f"- {answer.about}: {answer.asked} paket ditanyakan, {none}{rest}"
    yield from (f"  - {hole}" for hole in answer.found)


def absent(lock: Path, parts: list[Part]) -> str:
    """The packages of a lock that are not installed here, in a sentence; empty when all are."""
    here = {re.sub(r"[-_.]+", "-", part.name).lower() for part in parts}
    names = ", ".join(name for name in locked(lock) if re.sub(r"[-_.]+", "-", name).lower() not in here)
    return names and f"Tidak terpasang di komputer ini, jadi lisensinya tidak diperiksa: {names}."


def report(licences: dict[str, list[Part]], answers: list[Answer], day: date) -> str:
    """The whole report as Markdown."""
    lines = ["# Paket buatan orang lain", "", f"Dibuat {day.isoformat()} dari paket yang terpasang."]
    for title, parts in licences.items():
        lines += ["", f"## Lisensi: {title}", "", *table(parts)]
        if title == SITE and (told := absent(LOCKS / "site.txt", parts)):
            lines += ["", told]
    lines += ["", "## Celah keamanan", "", *(line for answer in answers for line in sentence(answer))]
    return "\n".join(lines) + "\n"


def licences_of_what_is_given_away() -> dict[str, list[Part]]:
    """Every part that reaches readers and servers, by the way it takes."""
    icons = Path(str(metadata.distribution("mkdocs-material").locate_file("material/templates/.icons")))
    return {
        SITE: installed(LOCKS / "site.txt"),
        "ikon di halaman": list(of_the_theme(icons)),
        "formulir sunting": of_npm(FORM),
    }


def answers_about_vulnerabilities() -> list[Answer]:
    """What is known of everything that is pinned, given away or not."""
    return [
        *(told_by_pip(LOCKS / f"{name}.txt") for name in ("site", *TOOLS)),
        told_by_npm(FORM, "formulir sunting"),
        told_by_npm(ROOT / "tests" / "tools" / "node", "alat audit"),
    ]


def main(file: str | None) -> int:
    licences = licences_of_what_is_given_away()
    answers = answers_about_vulnerabilities()
    text = report(licences, answers, date.today())
    if file:
        Path(file).write_text(text, "utf-8")
    else:
        print(text, end="")
    refused = [part.name for parts in licences.values() for part in parts if not allowed(part.licence)]
    if refused:
        print(f"Lisensi yang tidak diizinkan: {', '.join(refused)}", file=sys.stderr)
    return int(bool(refused or any(answer.found for answer in answers)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
