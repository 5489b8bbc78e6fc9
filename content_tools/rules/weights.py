"""Weights of one axis add to 100."""

from collections.abc import Iterator
from itertools import groupby

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP336",
        "bobot",
        "Bobot tidak berjumlah 100",
        "Bobot satu sumbu selalu genap 100.",
        "Sesuaikan bobot butir yang setingkat sampai jumlahnya 100.",
        wrong="""\
butir:
  - kode: air
    nama: Air
    bobot: 60
  - kode: udara
    nama: Udara
    bobot: 30
""",
        right="""\
butir:
  - kode: air
    nama: Air
    bobot: 60
  - kode: udara
    nama: Udara
    bobot: 40
""",
        where="data/kerangka/contoh.yml",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 12: siblings that carry weights add to 100."""
    for frame in plan.frames.values():
        for parent, group in groupby(
            sorted(frame.items, key=lambda item: item.parent or ""), key=lambda item: item.parent
        ):
            weights = [item.weight for item in group if item.weight is not None]
            if weights and sum(weights) != 100:
                where = f"di bawah “{parent}”" if parent else "di tingkat atas"
                total = f"{sum(weights):f}".replace(".", ",")
                yield frame.problem(
                    "butir", f"bobot {where} berjumlah {total}, bukan 100", "Sesuaikan bobotnya.", total
                )
