"""Spending above its ceiling is told, not hidden."""

from collections import defaultdict
from collections.abc import Iterator

from content_tools.model.choices import BudgetKind
from content_tools.model.plan import Plan
from content_tools.model.problem import WARNING, Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP331",
        "realisasi-melebihi-pagu",
        "Realisasi melebihi pagu",
        "Belanja tidak melampaui batas yang ditetapkan tanpa penjelasan.",
        "Periksa kedua angkanya, atau jelaskan di catatan. Situs tetap dapat terbit.",
        wrong="""\
anggaran:
  - tahun: 2025
    jumlah: Rp500.000.000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
  - tahun: 2025
    jumlah: Rp620.000.000
    jenis_angka: realisasi
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
        right="""\
anggaran:
  - tahun: 2025
    jumlah: Rp500.000.000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
  - tahun: 2025
    jumlah: Rp480.000.000
    jenis_angka: realisasi
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
    ),
    severity=WARNING,
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 6: per year and funding source, spending against the newest ceiling."""
    for program in plan.programs.values():
        spent: dict[tuple[int, str], int] = defaultdict(int)
        ceilings: dict[tuple[int, str], dict[BudgetKind, int]] = defaultdict(dict)
        places: dict[tuple[int, str], int] = {}
        for index, money in enumerate(program.budgets):
            group = (money.year, money.funding.value)
            if money.kind is BudgetKind.SPENT:
                spent[group] += money.amount
                places[group] = index
            elif money.kind in (BudgetKind.CEILING, BudgetKind.REVISED):
                ceilings[group][money.kind] = ceilings[group].get(money.kind, 0) + money.amount
        for group, amount in spent.items():
            ceiling = ceilings[group].get(BudgetKind.REVISED, ceilings[group].get(BudgetKind.CEILING))
            if ceiling is not None and amount > ceiling:
                yield program.problem(
                    ("anggaran", places[group], "jumlah"),
                    f"realisasi {group[0]} Rp{amount:,} melebihi pagu Rp{ceiling:,}".replace(",", "."),
                    "Periksa angkanya, atau jelaskan di catatan.",
                    str(amount),
                )
