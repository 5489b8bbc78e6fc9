"""A source that nothing cites is probably a forgotten one."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import WARNING, Kind, Problem
from content_tools.model.references import references
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP305",
        "sumber-tak-terpakai",
        "Sumber tidak dikutip catatan mana pun",
        "Daftar sumber hanya memuat yang benar-benar dipakai.",
        "Tulis id sumber itu di catatan yang memakainya, atau hapus sumbernya.",
        wrong="Sumber berita-2024 ada di data/sumber.yml, tetapi tidak ada catatan yang menyebutnya.",
        right="Program yang memakai berita-2024 menyebutnya di kunci sumber.",
        where="",
    ),
    severity=WARNING,
    needs=("sumber",),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 1: a source that no record cites."""
    cited = {
        name
        for record in plan.records()
        for _, collection, name in references(record)
        if collection == "sumber"
    }
    for source in plan.sources.values():
        if source.id not in cited and not any(plan.unreadable.values()):
            yield source.problem(
                "id",
                "sumber ini tidak dikutip catatan mana pun",
                "Kutip dari catatan yang memakainya, atau hapus.",
                source.id,
            )
