"""A missing value that says more than “not found” says on what ground."""

from collections.abc import Iterator

from content_tools.model.choices import Missing
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.model.program import Schedule
from content_tools.reading.words import did_you_mean
from content_tools.rules.rule import rule

_NOT_A_KEY = ("target",)
"""What a record may say is missing though it stands in other records."""


def _filled(value: object) -> bool:
    """Whether nothing is missing; a schedule without an end still misses it."""
    return bool(value) and not (isinstance(value, Schedule) and value.end is None)


@rule(
    Kind(
        "MP325",
        "alasan-kosong",
        "Alasan kosong tanpa dasar",
        "Yang kosong tidak pernah menjadi tuduhan tanpa dasar.",
        "Tambahkan sumber, dasar hukum, atau kedua nilainya. Bila tidak ada, tulis belum_ditemukan.",
        wrong="""\
belum_ada:
  - hal: lokasi
    alasan: dikecualikan
""",
        right="""\
belum_ada:
  - hal: lokasi
    alasan: belum_ditemukan
""",
    ),
)
def grounds(plan: Plan) -> Iterator[Problem]:
    """Reasons that need a source, a legal basis or both values have them."""
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


@rule(
    Kind(
        "MP326",
        "hal-kosong",
        "Hal yang disebut belum ada keliru",
        "Yang disebut belum ada memang ada kuncinya dan memang kosong.",
        "Tulis nama kunci yang kosong. Bila kuncinya sudah terisi, hapus baris hal itu.",
        wrong="""\
belum_ada:
  - hal: loksi
    alasan: belum_ditemukan
""",
        right="""\
belum_ada:
  - hal: lokasi
    alasan: belum_ditemukan
""",
    ),
)
def keys(plan: Plan) -> Iterator[Problem]:
    """What is said to be missing is a key of the record and has no value."""
    for record in plan.records():
        fields = {field.alias: name for name, field in type(record).model_fields.items()}
        for index, absence in enumerate(record.absences):
            place = ("belum_ada", index, "hal")
            if absence.about in _NOT_A_KEY:
                continue
            if absence.about not in fields:
                hint = did_you_mean(absence.about, [alias for alias in fields if alias])
                yield record.problem(place, f"tidak ada kunci “{absence.about}”", hint, absence.about)
            elif _filled(getattr(record, fields[absence.about])):
                message = f"“{absence.about}” disebut belum ada, tetapi terisi"
                yield record.problem(place, message, "Hapus salah satu.", absence.about)
