"""A missing value that says more than “not found” says on what ground."""

from collections.abc import Iterator

from content_tools.model.choices import Missing
from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.model.program import Schedule
from content_tools.reading.words import did_you_mean
from content_tools.rules.rule import rule

_NOT_A_KEY = ("target",)
"""What a record may say is missing though it stands in other records."""


def _filled(value: object) -> bool:
    """Whether nothing is missing; a schedule without an end still misses it."""
    return bool(value) and not (isinstance(value, Schedule) and value.end is None)


@rule("alasan-kosong", protects="Yang kosong tidak pernah menjadi tuduhan tanpa dasar.")
def check(plan: Plan) -> Iterator[Problem]:
    """Reasons that need a source, a legal basis or both values have them; the key exists and is absent."""
    for record in plan.records():
        for index, absence in enumerate(record.absences):
            place = ("belum_ada", index)
            if absence.reason is Missing.NOT_PUBLISHED and not absence.sources:
                yield record.problem(
                    (*place, "alasan"),
                    "belum_dipublikasikan memerlukan sumber yang menyebutnya",
                    "Tambahkan sumber, atau tulis belum_ditemukan.",
                    absence.reason.value,
                )
            if absence.reason is Missing.EXEMPT and absence.basis is None:
                yield record.problem(
                    (*place, "alasan"),
                    "dikecualikan memerlukan dasar hukum",
                    "Tambahkan dasar: (id regulasi).",
                    absence.reason.value,
                )
            if absence.reason is Missing.DISPUTED and len(absence.values) < 2:
                yield record.problem(
                    (*place, "alasan"),
                    "sumber_berbeda memerlukan kedua nilainya",
                    "Tambahkan nilai: dengan dua isi.",
                    absence.reason.value,
                )
            if absence.about in _NOT_A_KEY:
                continue
            fields = {field.alias: name for name, field in type(record).model_fields.items()}
            if absence.about not in fields:
                yield record.problem(
                    (*place, "hal"),
                    f"tidak ada kunci “{absence.about}”",
                    did_you_mean(absence.about, [a for a in fields if a]),
                    absence.about,
                )
            elif _filled(getattr(record, fields[absence.about])):
                yield record.problem(
                    (*place, "hal"),
                    f"“{absence.about}” disebut belum ada, tetapi terisi",
                    "Hapus salah satu.",
                    absence.about,
                )
