"""A reference stands once in a list."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.model.references import Reference, references
from content_tools.rules.rule import rule


def _repeated(found: Iterator[Reference]) -> Iterator[Reference]:
    """The references of one record that stand in a list before."""
    seen: set[tuple[object, ...]] = set()
    for reference in found:
        if isinstance(reference.path[-1], int):
            item = (reference.path[:-1], reference.id)
            if item in seen:
                yield reference
            seen.add(item)


@rule(
    Kind(
        "MP302",
        "acuan-ganda",
        "Acuan yang sama ditulis dua kali",
        "Satu hal tidak terhitung atau tampil dua kali.",
        "Hapus salah satu baris.",
        wrong="""\
sumber:
  - laporan-2025
  - laporan-2025
""",
        right="""\
sumber:
  - laporan-2025
""",
        repaired=True,
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """No list of ids holds one twice."""
    for record in plan.records():
        for path, _, name in _repeated(references(record)):
            yield record.problem(path, f"“{name}” sudah ada di daftar ini", "Hapus salah satu baris.", name)
    for path, _, name in _repeated(references(plan.site)):
        yield Problem(
            "data/situs.yml", f"“{name}” sudah ada di daftar ini", "Hapus salah satu baris.", path, name
        )
