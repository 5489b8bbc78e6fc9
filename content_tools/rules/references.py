"""Every reference names a record that exists."""

from collections.abc import Iterable, Iterator

from content_tools.model.base import Part, Record
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
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


def _repair(plan: Plan, collection: str, name: str, known: list[str]) -> str:
    """What to write instead: the new id of a renamed record, the nearest id, or where to look."""
    renamed = next((id for id, record in _records(plan, collection) if name in record.former_ids), None)
    if renamed is not None:
        return f"Catatan ini berganti id; tulis “{renamed}”."
    nearest = did_you_mean(name, known)
    if nearest.startswith("Maksud"):
        return nearest
    gone = f"Bila catatannya dihapus atau berganti id, hapus acuan ini. Bila belum ada, tambahkan di data/{collection}."
    return f"{gone} {nearest}".strip()


def _records(plan: Plan, collection: str) -> Iterable[tuple[str, Record]]:
    return () if collection in ("dimensi", "topik") else plan.collection(collection).items()


@rule(
    Kind(
        "MP301",
        "acuan",
        "Acuan ke catatan yang tidak ada",
        "Pembaca tidak pernah sampai ke catatan yang tidak ada.",
        "Tulis id yang ada. Bila catatannya dihapus atau berganti id, hapus acuannya atau tulis id barunya.",
        wrong="""\
penanggung_jawab: dinas-conto
""",
        right="""\
penanggung_jawab: dinas-contoh
""",
    ),
)
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
            hint = _repair(plan, collection, name, sorted(known[collection]))
            if record is not None:
                yield record.problem(path, message, hint, name)
            else:
                yield Problem("data/situs.yml", message, hint, path, name)
