"""Indicator values: one form each, ids used once, alike values not twice."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.rules.rule import rule


@rule("nilai-indikator", protects="Setiap angka punya satu arti dan satu alamat.")
def check(plan: Plan) -> Iterator[Problem]:
    """Exactly one of number, span, predicate; ids unique over all indicators; one value per time, kind, series and place."""
    seen: dict[str, str] = {}
    for indicator in plan.indicators.values():
        alike: set[tuple[object, ...]] = set()
        for index, value in enumerate(indicator.values):
            place = ("nilai", index)
            forms = sum(form is not None for form in (value.number, value.span, value.predicate))
            if forms != 1:
                yield indicator.problem(
                    place,
                    "isi tepat satu: angka, rentang, atau predikat",
                    "Hapus yang lain, atau isi salah satu.",
                    value.id,
                )
            if value.id in seen:
                yield indicator.problem(
                    (*place, "id"),
                    f"id “{value.id}” sudah dipakai di {seen[value.id]}",
                    "Beri id lain.",
                    value.id,
                )
            seen[value.id] = indicator.origin.file
            signature = (value.on, value.kind, value.series, value.place)
            if value.on is not None and signature in alike:
                yield indicator.problem(
                    (*place, "waktu"),
                    "ada dua nilai untuk waktu, jenis, seri, dan wilayah yang sama",
                    "Gabungkan sumbernya, beri seri berbeda, atau pindahkan salah satu ke data/ditahan.yml.",
                    value.on.iso,
                )
            alike.add(signature)
