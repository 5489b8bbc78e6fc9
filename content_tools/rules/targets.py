"""Targets go the way the indicator says is better."""

from collections.abc import Iterator

from content_tools.model.choices import Direction, ValueKind
from content_tools.model.indicator import Indicator, Value
from content_tools.model.plan import Plan
from content_tools.model.problem import WARNING, Kind, Problem
from content_tools.rules.rule import rule


def _newest_before(indicator: Indicator, target: Value) -> Value | None:
    """The newest achievement before the target, of the same series and place."""
    reached = [
        (value.on, value)
        for value in indicator.values
        if value.kind is ValueKind.ACHIEVED
        and value.number is not None
        and value.on is not None
        and target.on is not None
        and value.on < target.on
        and (value.series, value.place) == (target.series, target.place)
    ]
    return max(reached, key=lambda pair: pair[0])[1] if reached else None


@rule(
    Kind(
        "MP332",
        "arah-target",
        "Target lebih buruk daripada capaian",
        "Target yang mundur terlihat dan dijelaskan.",
        "Periksa angkanya dan arah indikator, atau jelaskan di catatan. Situs tetap dapat terbit.",
        wrong="""\
arah: naik
nilai:
  - id: contoh-2024
    waktu: 2024
    angka: 80
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
  - id: contoh-2026
    waktu: 2026
    angka: 70
    jenis_nilai: target
    sumber:
      - laporan-2025
""",
        right="""\
arah: naik
nilai:
  - id: contoh-2024
    waktu: 2024
    angka: 80
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
  - id: contoh-2026
    waktu: 2026
    angka: 90
    jenis_nilai: target
    sumber:
      - laporan-2025
""",
        where="data/indikator/contoh.yml",
    ),
    severity=WARNING,
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 7: a target worse than the newest achievement of the same series."""
    for indicator in plan.indicators.values():
        for index, target in enumerate(indicator.values):
            if target.kind is not ValueKind.TARGET or target.number is None:
                continue
            newest = _newest_before(indicator, target)
            if newest is None or newest.number is None:
                continue
            gain = target.number - newest.number
            if (indicator.direction is Direction.UP and gain < 0) or (
                indicator.direction is Direction.DOWN and gain > 0
            ):
                yield indicator.problem(
                    ("nilai", index),
                    "target ini lebih buruk daripada capaian yang sudah ada",
                    "Periksa angkanya dan arah indikator, atau jelaskan di catatan.",
                    f"{target.number:f}".replace(".", ","),
                )
