"""No status, figure or promise without a source."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP321",
        "sumber-wajib",
        "Catatan tanpa sumber",
        "Setiap status, tanggal, angka, dan janji punya sumber.",
        "Tambahkan kunci sumber dengan id dari data/sumber.yml.",
        wrong="""\
sumber: []
""",
        right="""\
sumber:
  - laporan-2025
""",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 5, for whole records; figures, money and steps demand theirs by their form."""
    stating = [
        *plan.programs.values(),
        *plan.agencies.values(),
        *plan.places.values(),
        *plan.regulations.values(),
        *plan.documents.values(),
        plan.city,
        plan.masterplan,
    ]
    for record in stating:
        if not record.sources:
            yield record.problem(
                "id",
                "catatan ini belum punya sumber",
                "Tambahkan kunci sumber dengan id dari data/sumber.yml.",
                record.id,
            )
    for event in plan.events.values():
        if event.on is not None and not event.sources:
            yield event.problem(
                "waktu", "peristiwa bertanggal tanpa sumber", "Tambahkan sumber.", event.on.iso
            )
