"""Weights of one axis add to 100."""

from collections.abc import Iterator
from itertools import groupby

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.rules.rule import rule


@rule("bobot", protects="Bobot satu sumbu selalu genap 100.")
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
