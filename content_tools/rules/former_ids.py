"""An old address leads to one record, and never hides a living one."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP306",
        "id-lama",
        "Id lama masih dipakai",
        "Alamat lama selalu mengalihkan ke satu catatan.",
        "Hapus id lama itu dari salah satu catatan.",
        wrong="""\
id_lama:
  # program lain yang masih ada
  - contoh-lain
""",
        right="""\
id_lama:
  - contoh-dulu
""",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Former ids are unused and unique in their collection."""
    for _, records in plan.collections():
        taken: dict[str, str] = {}
        for record in records.values():
            for index, name in enumerate(record.former_ids):
                owner = name if name in records else taken.get(name)
                if owner is not None:
                    yield record.problem(
                        ("id_lama", index),
                        f"id lama “{name}” masih dipakai {owner}",
                        "Hapus dari salah satu catatan.",
                        name,
                    )
                taken[name] = record.id
