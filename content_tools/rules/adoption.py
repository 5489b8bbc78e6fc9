"""What is called adopted or official names the document it rests on."""

from collections.abc import Iterator

from content_tools.model.choices import DataStatus, SourceKind
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule

_BASES = (SourceKind.REGULATION, SourceKind.DOCUMENT, SourceKind.REPORT)


@rule(
    Kind(
        "MP324",
        "dasar-penetapan",
        "Disebut resmi tanpa dokumennya",
        "Yang disebut resmi atau ditetapkan selalu menunjuk dokumennya.",
        "Sebut peraturan atau sumber dokumennya, atau ganti statusnya.",
        wrong="""\
quick_win:
  resmi: ya
""",
        right="""\
quick_win:
  resmi: ya
  dasar: laporan-2025
""",
    ),
    needs=("sumber",),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 13: the masterplan's status, official quick wins and `status_data: ditetapkan`."""
    masterplan = plan.masterplan
    if masterplan.status.rests_on_law and masterplan.adopted_by is None:
        yield masterplan.problem(
            "status",
            f"status {masterplan.status.value} tanpa peraturan penetapan",
            "Tambahkan baris: penetapan: (id dari data/regulasi.yml).",
            masterplan.status.value,
        )
    for program in plan.programs.values():
        if program.quick_win is not None and program.quick_win.official and program.quick_win.basis is None:
            yield program.problem(
                ("quick_win", "resmi"),
                "quick win resmi tanpa dasar",
                "Tambahkan dasar: (id sumber yang memuat daftarnya).",
                "true",
            )
    for record in plan.records():
        if record.data_status is DataStatus.ADOPTED and not any(
            plan.sources[name].kind in _BASES for name in record.sources if name in plan.sources
        ):
            yield record.problem(
                "status_data",
                "disebut dari dokumen yang ditetapkan, tetapi dokumennya tidak dikutip",
                "Tambahkan sumber berjenis regulasi, dokumen, atau laporan, atau ganti status_data.",
                record.data_status.value,
            )
