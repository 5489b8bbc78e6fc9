"""Invented records never mix with real ones."""

from collections.abc import Iterator

from content_tools.model.choices import DataStatus
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP353",
        "contoh-terpisah",
        "Catatan contoh bercampur dengan catatan nyata",
        "Data karangan tidak pernah tampil sebagai data nyata.",
        "Ganti status_data dengan asal isinya, atau pindahkan catatannya ke kota contoh.",
        wrong="Catatan di kota nyata ber-status_data: contoh.",
        right="Catatan di kota nyata ber-status_data: sumber_publik, dengan sumbernya.",
        where="",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Either the whole city is an example, or nothing in it is."""
    example = plan.city.data_status is DataStatus.EXAMPLE
    for record in plan.records():
        if (record.data_status is DataStatus.EXAMPLE) != example:
            message = "catatan nyata di kota contoh" if example else "catatan contoh di kota nyata"
            yield record.problem(
                "status_data",
                message,
                "Ganti status_data, atau pindahkan catatannya.",
                record.data_status.value,
            )
