"""Counts so small that the people behind them can be recognised."""

import re
from collections.abc import Iterator

from content_tools.model.choices import PlaceKind
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule

_PERSONS = re.compile(
    r"\b(jiwa|orang|anak|balita|warga|kasus|penduduk|siswa|pasien|lansia|keluarga|kk)\b", re.IGNORECASE
)


@rule(
    Kind(
        "MP352",
        "jumlah-kecil",
        "Jumlah orang terlalu kecil",
        "Orang yang jumlahnya sedikit di satu kelurahan tidak dapat dikenali.",
        "Gabungkan dengan wilayah lain, atau hapus nilainya.",
        wrong="""\
satuan: orang
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 3
    jenis_nilai: realisasi
    wilayah: kelurahan-contoh
    sumber:
      - laporan-2025
""",
        right="""\
satuan: orang
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 12
    jenis_nilai: realisasi
    wilayah: kelurahan-contoh
    sumber:
      - laporan-2025
""",
        where="data/indikator/contoh.yml",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 11: counts of people below 5 in one kelurahan."""
    for indicator in plan.indicators.values():
        for index, value in enumerate(indicator.values):
            place = plan.places.get(value.place or "")
            small = value.number is not None and 0 < value.number < 5
            if (
                small
                and place is not None
                and place.kind is not PlaceKind.DISTRICT
                and _PERSONS.search(indicator.unit or "")
            ):
                yield indicator.problem(
                    ("nilai", index, "angka"),
                    "jumlah orang di bawah 5 di satu kelurahan dapat mengenali orangnya",
                    "Gabungkan dengan wilayah lain, atau hapus nilainya.",
                    "di bawah 5",
                )
