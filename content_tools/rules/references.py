"""Every reference names a record that exists."""

from collections.abc import Iterable, Iterator

from content_tools.model.base import Part, Record
from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.model.references import references
from content_tools.reading.words import did_you_mean
from content_tools.rules.rule import rule

_PEOPLE_SAY = {"dimensi": "dimensi", "topik": "topik", "wilayah": "wilayah", "belum_ditemukan": "catatan"}


def _known(plan: Plan, collection: str) -> Iterable[str]:
    if collection == "dimensi":
        return [item.code for item in plan.dimension_frame.items]
    if collection == "topik":
        return plan.topics
    return plan.collection(collection)


@rule("acuan", protects="Pembaca tidak pernah sampai ke catatan yang tidak ada.")
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 1: ids in references exist in their collection."""
    known = {
        name: frozenset(_known(plan, name))
        for name in [*(n for n, _ in plan.collections()), "dimensi", "topik"]
    }
    holders: list[tuple[Part, Record | None]] = [(record, record) for record in plan.records()]
    holders.append((plan.site, None))
    for part, record in holders:
        for path, collection, name in references(part):
            if name in known[collection] or plan.may_hold(collection, name):
                continue
            what = _PEOPLE_SAY.get(collection, collection)
            message = f"{what} “{name}” tidak ada"
            hint = (
                did_you_mean(name, sorted(known[collection]))
                or f"Pakai id yang ada di data/{collection}, atau tambahkan dulu catatannya."
            )
            if record is not None:
                yield record.problem(path, message, hint, name)
            else:
                yield Problem("data/situs.yml", message, hint, path, name)
