"""Indicator values: one form each, ids used once, alike values not twice."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP333",
        "nilai-indikator",
        "Nilai indikator punya dua bentuk atau tidak satu pun",
        "Setiap angka punya satu arti.",
        "Isi tepat satu: angka, rentang, atau predikat.",
        wrong="""\
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 82
    predikat: Baik
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        right="""\
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 82
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        where="data/indikator/contoh.yml",
    ),
)
def forms(plan: Plan) -> Iterator[Problem]:
    """A value is exactly one of number, span and predicate."""
    for indicator in plan.indicators.values():
        for index, value in enumerate(indicator.values):
            if sum(form is not None for form in (value.number, value.span, value.predicate)) != 1:
                message = "isi tepat satu: angka, rentang, atau predikat"
                hint = "Hapus yang lain, atau isi salah satu."
                yield indicator.problem(("nilai", index), message, hint, value.id)


@rule(
    Kind(
        "MP334",
        "id-nilai-ganda",
        "Id nilai sudah dipakai",
        "Setiap angka punya satu alamat.",
        "Beri id lain, mis. nama indikator dan tahunnya.",
        wrong="""\
nilai:
  - id: contoh-2025
    waktu: 2024
    angka: 80
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
  - id: contoh-2025
    waktu: 2025
    angka: 82
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        right="""\
nilai:
  - id: contoh-2024
    waktu: 2024
    angka: 80
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
  - id: contoh-2025
    waktu: 2025
    angka: 82
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        where="data/indikator/contoh.yml",
    ),
)
def ids(plan: Plan) -> Iterator[Problem]:
    """Ids of values are unique over all indicators."""
    seen: dict[str, str] = {}
    for indicator in plan.indicators.values():
        for index, value in enumerate(indicator.values):
            if value.id in seen:
                message = f"id “{value.id}” sudah dipakai di {seen[value.id]}"
                yield indicator.problem(("nilai", index, "id"), message, "Beri id lain.", value.id)
            seen[value.id] = indicator.origin.file


@rule(
    Kind(
        "MP335",
        "nilai-ganda",
        "Dua nilai untuk waktu yang sama",
        "Satu waktu punya satu angka dalam satu seri.",
        "Gabungkan sumbernya, beri seri berbeda, atau pindahkan salah satu ke data/ditahan.yml.",
        wrong="""\
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 80
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
  - id: contoh-2025-b
    waktu: 2025
    angka: 82
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        right="""\
nilai:
  - id: contoh-2024
    waktu: 2024
    angka: 80
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
  - id: contoh-2025
    waktu: 2025
    angka: 82
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        where="data/indikator/contoh.yml",
    ),
)
def alike(plan: Plan) -> Iterator[Problem]:
    """One value for a time, kind, series and place."""
    for indicator in plan.indicators.values():
        seen: set[tuple[object, ...]] = set()
        for index, value in enumerate(indicator.values):
            signature = (value.on, value.kind, value.series, value.place)
            if value.on is not None and signature in seen:
                yield indicator.problem(
                    ("nilai", index, "waktu"),
                    "ada dua nilai untuk waktu, jenis, seri, dan wilayah yang sama",
                    "Gabungkan sumbernya, beri seri berbeda, atau pindahkan salah satu ke data/ditahan.yml.",
                    value.on.iso,
                )
            seen.add(signature)
