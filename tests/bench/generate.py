"""A large invented city for measuring: the records of `tests/kota-contoh`, grown to as many programs as asked.

Deterministic from a seed. Every program has about 2 kB of steps, figures, money and sources; sources,
agencies, places and indicators grow with the programs as they would in a larger city.

    python tests/bench/generate.py FOLDER PROGRAMS [--seed N]
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CITY = ROOT / "tests" / "kota-contoh"
BYTES = 2000
"""A program is filled until its file is this large."""

DEEDS = (
    "Pendataan", "Perbaikan", "Pemetaan", "Pelatihan", "Penjadwalan", "Pemantauan", "Perawatan", "Pembukaan",
    "Penataan", "Pengukuran", "Penyambungan", "Pendampingan", "Pengujian", "Pemilahan", "Pencatatan",
)  # fmt: skip
THINGS = (
    "Pasar Pagi", "Perahu Warga", "Kebun Sekolah", "Lampu Gang", "Halte Sungai", "Saluran Air", "Taman Baca",
    "Loket Surat", "Kapal Sampah", "Sumur Resapan", "Balai Latihan", "Papan Nama Jalan", "Tempat Parkir",
    "Ruang Menyusui", "Bengkel Sepeda", "Dapur Bersama", "Jembatan Kayu", "Gardu Pandang", "Tanggul Hijau",
)  # fmt: skip
WHOM = (
    "Nelayan",
    "Pelajar",
    "Lansia",
    "Pedagang",
    "Pemuda",
    "Perajin",
    "Petani",
    "Pekerja",
    "Penyandang Disabilitas",
)
FIRST = (
    "Karang",
    "Muara",
    "Tanjung",
    "Sumber",
    "Bukit",
    "Pasir",
    "Rawa",
    "Telaga",
    "Lembah",
    "Padang",
    "Ujung",
)
SECOND = (
    "andai",
    "reka",
    "maya",
    "sore",
    "payung",
    "wulan",
    "bayu",
    "jingga",
    "angin",
    "lestari",
    "embun",
    "senja",
)
UNITS = ("unit", "titik", "kunjungan", "berkas", "kilometer", "meter persegi", "pelatihan", "ton")

Tree = dict[str, Any]


def written(value: Any, indent: int = 0) -> Iterator[str]:
    """The lines of nested dicts and lists in the project's own way of writing: quoted text, block lists."""
    pad = " " * indent
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            yield f"{pad}{key}:"
            yield from written(inner, indent + 2)
        elif isinstance(inner, list):
            yield f"{pad}{key}:"
            for item in inner:
                if isinstance(item, Mapping):
                    first, *rest = written(item, indent + 4)
                    yield f"{pad}  - {first.lstrip()}"
                    yield from rest
                else:
                    yield f"{pad}  - {json.dumps(item, ensure_ascii=False)}"
        else:
            yield f"{pad}{key}: {json.dumps(inner, ensure_ascii=False)}"


def text_of(record: Tree) -> str:
    """A record as the text of its file."""
    return "\n".join(written(record)) + "\n"


def read(path: Path) -> Tree:
    """One file of the invented city."""
    tree: Tree = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tree


def source(chance: random.Random, number: int) -> Tree:
    """A news item, a report or a document; every twentieth has no date."""
    kind, publisher, trust = chance.choice((
        ("berita", "Suara Muara (contoh)", "media"), ("berita", "Kabar Payung (contoh)", "media"),
        ("laporan", "Pemerintah Kota Rekamaya (contoh)", "resmi"), ("dokumen", "Balai Kota Rekamaya (contoh)", "resmi"),
        ("kajian", "Universitas Reka (contoh)", "akademik"),
    ))  # fmt: skip
    record: Tree = {
        "id": f"sumber-{number}", "status_data": "contoh", "jenis": kind,
        "judul": f"{chance.choice(DEEDS)} {chance.choice(THINGS)} di {chance.choice(FIRST)}{chance.choice(SECOND)}: catatan ke-{number}",
        "penerbit": publisher,
    }  # fmt: skip
    if number % 20:
        record["tanggal"] = (
            f"{chance.choice((2024, 2025, 2026))}-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"
        )
    record |= {
        "url": f"https://contoh.example/sumber/sumber-{number}", "diakses": "2026-11-24",
        "bagian_dibaca": chance.choice(("judul", "awal", "seluruhnya")), "keandalan": trust,
    }  # fmt: skip
    return record


def agency(chance: random.Random, number: int) -> Tree:
    """An office."""
    return {
        "id": f"dinas-{number}", "status_data": "contoh", "sumber": ["naskah-rkpd-2026"],
        "nama": f"Dinas {chance.choice(THINGS)} dan {chance.choice(THINGS)} {number}", "singkatan": f"Dinas {number}",
        "jenis": "dinas", "situs": f"https://contoh.example/dinas-{number}", "telepon": "(0000) 000000",
    }  # fmt: skip


def places(chance: random.Random, count: int) -> list[Tree]:
    """Kecamatan of eight kelurahan each."""
    found: list[Tree] = []
    names = [first + second for first in FIRST for second in SECOND]
    chance.shuffle(names)
    for number in range(count):
        district = 10 + number // 9
        base: Tree = {"status_data": "contoh", "sumber": ["rekamaya-dalam-angka-2026"]}
        name = names[number % len(names)]
        if number % 9 == 0:
            found.append({"id": f"kecamatan-{district}", **base, "nama": f"{name} Kota", "kode": f"99.01.{district}", "jenis": "kecamatan"})  # fmt: skip
        else:
            found.append({
                "id": f"kelurahan-{number}", **base, "nama": name, "kode": f"99.01.{district}.{1000 + number % 9}",
                "jenis": "kelurahan", "induk": f"kecamatan-{district}",
            })  # fmt: skip
    return found


def indicator(chance: random.Random, number: int, template: Tree, programs: Sequence[str]) -> Tree:
    """A series of figures, with the values of a template under ids of its own."""
    record = copy.deepcopy(template)
    record["id"] = f"angka-{number}"
    record["nama"] = f"{chance.choice(DEEDS)} {chance.choice(THINGS)}, ukuran {number}"
    record["program"] = sorted(chance.sample(programs, 2))
    record.pop("belum_ada", None)
    for index, value in enumerate(record["nilai"]):
        value["id"] = f"angka-{number}-{index}"
    return record


class Programs:
    """Makes programs from those of the invented city."""

    def __init__(self, chance: random.Random, templates: list[Tree], names: Mapping[str, list[str]]) -> None:
        self.chance = chance
        self.templates = templates
        self.names = names
        self.sentences = {
            key: [record[key] for record in templates if key in record]
            for key in ("ringkasan", "uraian", "masalah", "tujuan")
        }
        self._unused = list(names["sumber"])
        chance.shuffle(self._unused)

    def _some(self, collection: str, most: int) -> list[str]:
        names = self.names[collection]
        return sorted(self.chance.sample(names, min(len(names), self.chance.randint(1, most))))

    def _cited(self) -> str:
        """A source; each one is used once before any is used again."""
        return self._unused.pop() if self._unused else self.chance.choice(self.names["sumber"])

    def another(self, number: int) -> Tree:
        """A program that is new in name, words, places, people and sources."""
        chance = self.chance
        record = copy.deepcopy(chance.choice(self.templates))
        for key in ("id_lama", "ketergantungan", "terkait", "dipensiunkan", "belum_ada", "singkatan"):
            record.pop(key, None)
        deed, thing, whom = chance.choice(DEEDS), chance.choice(THINGS), chance.choice(WHOM)
        record["id"] = f"{deed} {thing} {number}".lower().replace(" ", "-")
        record["nama"] = f"{deed} {thing} untuk {whom} {number}"
        for key, sentences in self.sentences.items():
            record[key] = chance.choice(sentences)
        record["sumber"] = list(
            dict.fromkeys([*record["sumber"], *(self._cited() for _ in range(chance.randint(1, 2)))])
        )
        if "penanggung_jawab" in record:
            record["penanggung_jawab"] = chance.choice(self.names["instansi"])
        if chance.random() < 0.3:
            record["pelaksana"] = self._some("instansi", 2)
        if record["cakupan"] == "lokasi_tertentu" or "wilayah" in record:
            record["wilayah"] = self._some("wilayah", 3)
        if chance.random() < 0.3:
            record["indikator"] = self._some("indikator", 2)
        for index, figure in enumerate(record.get("angka", ())):
            figure["id"] = f"angka-program-{number}-{index}"
        return record

    def filled(self, record: Tree) -> str:
        """The text of a program, with figures and money added until it is as large as programs here are."""
        record["belum_ada"] = [
            gap for gap in record.get("belum_ada", ()) if gap["hal"] not in ("angka", "anggaran")
        ]
        if not record["belum_ada"]:
            del record["belum_ada"]
        text, index = text_of(record), 0
        while len(text.encode()) < BYTES - 90:
            index += 1
            cited = self._cited()
            if index % 2:
                unit, amount = self.chance.choice(UNITS), self.chance.randint(5, 9000)
                record.setdefault("angka", []).append({
                    "teks": f"{amount} {unit} dilaporkan pada catatan ke-{index}", "nilai": str(amount), "satuan": unit,
                    "waktu": str(2024 + index % 3), "sumber": [cited],
                })  # fmt: skip
            else:
                record.setdefault("anggaran", []).append({
                    "tahun": 2024 + index % 9, "jumlah": self.chance.randint(10, 9000) * 1_000_000,
                    "jenis_angka": "pagu_indikatif", "sumber_dana": "apbd_kota", "sumber": [cited],
                })  # fmt: skip
            text = text_of(record)
        return text


def _named(folder: Path, templates: Mapping[str, Tree]) -> set[str]:
    """The programs that pages and indicators of the invented city name: these always stay."""
    text = "".join(path.read_text("utf-8") for path in sorted((folder / "docs").rglob("*.md")))
    named = set(re.findall(r"\[\[program/([a-z0-9-]+)", text))
    for path in sorted((folder / "data" / "indikator").glob("*.yml")):
        named.update(read(path).get("program", ()))
    pending = list(named)
    while pending:
        record = templates[pending.pop()]
        for name in (*record.get("terkait", ()), *record.get("ketergantungan", ())):
            if name not in named:
                named.add(name)
                pending.append(name)
    return named


def _append(path: Path, records: Sequence[Tree]) -> None:
    """Add records at the end of a list file."""
    lines: list[str] = []
    for record in records:
        first, *rest = written(record, 4)
        lines += [f"  - {first.lstrip()}", *rest]
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in lines))


def _other_than(text: str, gone: set[str]) -> Tree:
    """A program's record without references to programs that are not there."""
    record: Tree = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for key in ("terkait", "ketergantungan"):
        record[key] = [name for name in record.get(key, ()) if name not in gone]
        if not record[key]:
            del record[key]
    return record


def generate(folder: Path, programs: int, seed: int = 1) -> Path:
    """Write a project with exactly this many programs into a new folder; returns its `mkdocs.yml`.

    Raises ValueError when fewer programs are asked for than the invented city's own pages name.
    """
    chance = random.Random(f"{seed}/{programs}")
    shutil.copytree(CITY, folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../", f"{ROOT}/"), "utf-8")
    data = folder / "data"
    templates = {path.stem: read(path) for path in sorted((data / "program").glob("*.yml"))}
    named = _named(folder, templates)
    if programs < len(named):
        raise ValueError(f"sedikitnya {len(named)} program, karena halaman kota contoh menyebutnya")
    kept = sorted(templates, key=lambda name: (name not in named, name))[:programs]
    gone = set(templates) - set(kept)

    added = {
        "sumber": [source(chance, number) for number in range(1, programs // 3 + 1)],
        "instansi": [agency(chance, number) for number in range(1, min(100, programs // 25) + 1)],
        "wilayah": places(chance, min(150, programs // 20)),
    }
    for name, records in added.items():
        _append(data / f"{name}.yml", records)
    series = [read(path) for path in sorted((data / "indikator").glob("*.yml"))]
    for number in range(1, min(200, programs // 15) + 1):
        record = indicator(chance, number, chance.choice(series), kept)
        (data / "indikator" / f"{record['id']}.yml").write_text(text_of(record), "utf-8")

    names = {name: [record["id"] for record in records] for name, records in added.items()}
    for name in ("instansi", "wilayah"):
        known = read(CITY / "data" / f"{name}.yml")[name]
        names[name] += [record["id"] for record in known if record.get("keberadaan") is None]
    names["indikator"] = [path.stem for path in sorted((data / "indikator").glob("*.yml"))]
    maker = Programs(chance, [templates[name] for name in sorted(templates)], names)
    for name in sorted(templates):
        path = data / "program" / f"{name}.yml"
        if name in gone:
            path.unlink()
        else:
            path.write_text(maker.filled(_other_than(path.read_text("utf-8"), gone)), "utf-8")
    for number in range(1, programs - len(kept) + 1):
        record = maker.another(number)
        (data / "program" / f"{record['id']}.yml").write_text(maker.filled(record), "utf-8")
    return config


def main() -> None:
    """Arguments in, a project out."""
    parser = argparse.ArgumentParser(description="Tulis kota rekaan yang besar, untuk pengukuran.")
    parser.add_argument("folder", type=Path, help="folder baru")
    parser.add_argument("programs", type=int, help="banyaknya program")
    parser.add_argument("--seed", type=int, default=1, help="angka awal pengacak (bawaan: 1)")
    chosen = parser.parse_args()
    generate(chosen.folder, chosen.programs, chosen.seed)


if __name__ == "__main__":
    main()
