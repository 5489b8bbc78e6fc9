"""Places lie in districts, districts in nothing."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.rules.rule import rule


@rule("wilayah-bertingkat", protects="Setiap kelurahan berada di satu kecamatan.")
def check(plan: Plan) -> Iterator[Problem]:
    """A kelurahan or village names a kecamatan as its parent; a kecamatan names none."""
    for place in plan.places.values():
        parent = plan.places.get(place.parent or "")
        if place.is_district and place.parent is not None:
            yield place.problem("induk", "kecamatan tidak punya induk", "Hapus baris induk.", place.parent)
        elif parent is not None and not parent.is_district:
            yield place.problem(
                "induk", f"induk “{parent.id}” bukan kecamatan", "Pakai id kecamatan.", parent.id
            )
