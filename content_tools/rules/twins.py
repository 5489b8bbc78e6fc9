"""No program and no indicator stands in the plan twice under two ids."""

from collections.abc import Iterator, Mapping

from content_tools.model.base import Named
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP304",
        "catatan-ganda",
        "Dua catatan dengan nama yang sama",
        "Satu program tidak tampil dan terhitung dua kali.",
        "Hapus salah satu berkas. Bila keduanya memang berbeda, bedakan namanya.",
        wrong="""\
# nama ini ada di contoh-lain.yml
nama: Program contoh lain
""",
        right="""\
nama: Program contoh
""",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 2: names of programs and of indicators differ by more than capitals and blanks; a successor may keep one."""
    collections: tuple[Mapping[str, Named], ...] = (plan.programs, plan.indicators)
    for records in collections:
        seen: dict[str, Named] = {}
        for record in records.values():
            if record.retired is not None:
                continue
            name = " ".join(record.name.casefold().split())
            if name in seen:
                yield record.problem(
                    "nama",
                    f"nama ini sudah dipakai {seen[name].origin.file}",
                    "Hapus salah satu berkas, atau bedakan namanya.",
                    record.name,
                )
            seen.setdefault(name, record)
