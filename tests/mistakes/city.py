"""A copy of the invented city in which a mistake is made, told, and taken back."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from typing import Any

from PIL import Image

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.pages.catalogue import kind_of
from content_tools.pages.checking import check_project
from content_tools.reading.project import Project
from tests.conftest import EXAMPLE, ROOT

STANDING = ("data/program/air-hilang.yml", "realisasi-melebihi-pagu")
"""The one warning that the invented city shows on purpose."""

PROGRAM = """\
id: "{id}"
status_data: "contoh"
sumber:
  - "laporan-kinerja-2025"
nama: "Program {id}"
dalam_masterplan: "tidak"
pengelompokan: "penyusun"
dimensi: "tata-kelola"
topik:
  - "surat-izin"
cakupan: "seluruh_kota"
pemrakarsa:
  - "pemerintah"
status: "berjalan"
kabar_terakhir: "2026-03"
"""
"""A small program in which nothing is wrong."""

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="5,7.1S"/></x:xmpmeta>'


def with_keys(record: str, lines: str) -> str:
    """A record in which these lines take the place of the keys they hold."""
    keys = {line.split(":")[0].strip("\"“”' ") for line in lines.splitlines() if line[:1].strip(" -#<>=")}
    kept, keeping = [], True
    for line in record.splitlines(keepends=True):
        if not line.startswith(" "):
            keeping = line.split(":")[0] not in keys
        kept.append(line if keeping else "")
    return "".join(kept) + lines


def picture(wanted: dict[str, Any], suffix: str) -> bytes:
    """A small picture: `gps` and `xmp` tell where it was taken, `padded` makes it so many bytes long."""
    exif, data = Image.Exif(), io.BytesIO()
    if wanted.get("gps"):
        exif.get_ifd(0x8825)[1] = "S"
        exif.get_ifd(0x8825)[2] = (5.0, 7.0, 12.0)
    more: dict[str, Any] = {"xmp": XMP} if wanted.get("xmp") else {}
    Image.new("RGB", (8, 8), "teal").save(data, {".jpg": "JPEG", ".webp": "WEBP"}[suffix], exif=exif, **more)
    return data.getvalue().ljust(wanted.get("padded", 0), b"\0")


class City:
    """The copy. What is written into it is taken back by `restore`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changed: set[str] = set()
        shutil.copytree(EXAMPLE, root)
        config = root / "mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace("../../", f"{ROOT}/"), "utf-8")
        self.settings = config.read_bytes()

    def text(self, file: str) -> str:
        """A file as it lies there now."""
        return (self.root / file).read_text("utf-8")

    def write(self, file: str, data: str | bytes) -> None:
        """Put this into a file, new or not."""
        self.changed.add(file)
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def delete(self, file: str) -> None:
        """Take a file away."""
        self.changed.add(file)
        (self.root / file).unlink()

    def link(self, file: str, target: str) -> None:
        """Put a symbolic link."""
        self.changed.add(file)
        (self.root / file).symlink_to(target)

    def replace(self, file: str, before: str, after: str) -> None:
        """Change the first place where a file holds `before`."""
        text = self.text(file)
        assert before in text, f"{file} no longer holds {before!r}"
        self.write(file, text.replace(before, after, 1))

    def make(self, case: dict[str, Any]) -> None:
        """The mistake of a case, and the small programs that it needs beside it."""
        file = case["file"]
        for other, lines in case.get("beside", {}).items():
            self.write(other, with_keys(PROGRAM.format(id=Path(other).stem), lines))
        if "change" in case:
            self.replace(file, case["change"], case["to"])
        elif "record" in case:
            text = with_keys(PROGRAM.format(id=Path(file).stem), case["record"])
            text = text.replace("\n", "\r\n") if case.get("crlf") else text
            self.write(file, text.encode("utf-8-sig" if case.get("bom") else "utf-8"))
        elif "text" in case:
            self.write(file, case["text"])
        elif "hex" in case:
            self.write(file, bytes.fromhex(case["hex"]))
        elif "size" in case:
            self.write(file, "#".ljust(case["size"], "x"))
        elif "picture" in case:
            self.write(file, picture(case["picture"], Path(file).suffix))
        elif "link" in case:
            self.link(file, case["link"])
        else:
            assert case["delete"]
            self.delete(file)

    def check(self) -> tuple[Plan | None, list[Problem]]:
        """The plan, and every problem besides the one that stands."""
        plan, problems = check_project(Project.at(self.root))
        return plan, [problem for problem in problems if (problem.file, problem.rule) != STANDING]

    def codes(self) -> set[str]:
        """The codes of every problem besides the one that stands."""
        return {kind_of(problem).code for problem in self.check()[1]}

    def line(self, problem: Problem) -> str:
        """The line a problem points at; empty when it is the file as a whole."""
        if not problem.line:
            return ""
        lines = (self.root / problem.file).read_bytes().decode("utf-8", "replace")
        return re.split(r"\r\n|\r|\n", lines)[problem.line - 1]

    def restore(self) -> None:
        """Everything as it was."""
        for file in self.changed:
            path, original = self.root / file, EXAMPLE / file
            path.unlink(missing_ok=True)
            if file == "mkdocs.yml":
                path.write_bytes(self.settings)
            elif original.exists():
                shutil.copy(original, path)
            else:
                for folder in path.parents:
                    if (EXAMPLE / folder.relative_to(self.root)).exists():
                        break
                    folder.rmdir()
        self.changed.clear()
