"""Items of a frame: known parents, unique codes, counterparts that exist."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.reading.words import did_you_mean
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP342",
        "kerangka-kode",
        "Kode butir dipakai dua kali",
        "Setiap butir kerangka punya kode sendiri.",
        "Beri salah satu butir kode lain.",
        wrong="""\
butir:
  - kode: air
    nama: Air bersih
  - kode: air
    nama: Air limbah
""",
        right="""\
butir:
  - kode: air-bersih
    nama: Air bersih
  - kode: air-limbah
    nama: Air limbah
""",
        where="data/kerangka/contoh.yml",
    ),
)
def codes(plan: Plan) -> Iterator[Problem]:
    """Codes of items are unique in their frame."""
    for frame in plan.frames.values():
        seen: set[str] = set()
        for index, item in enumerate(frame.items):
            if item.code in seen:
                yield frame.problem(
                    ("butir", index, "kode"),
                    f"kode “{item.code}” dipakai dua kali",
                    "Beri kode lain.",
                    item.code,
                )
            seen.add(item.code)


@rule(
    Kind(
        "MP343",
        "kerangka-acuan",
        "Induk atau padanan butir tidak ada",
        "Setiap butir kerangka dapat ditemukan dari butir lain yang menyebutnya.",
        "Tulis kode butir yang ada, bukan kodenya sendiri, atau hapus barisnya.",
        wrong="""\
butir:
  - kode: air
    nama: Air
  - kode: air-bersih
    nama: Air bersih
    induk: aair
""",
        right="""\
butir:
  - kode: air
    nama: Air
  - kode: air-bersih
    nama: Air bersih
    induk: air
""",
        where="data/kerangka/contoh.yml",
    ),
)
def links(plan: Plan) -> Iterator[Problem]:
    """Parents and counterparts exist; nothing is its own parent."""
    for frame in plan.frames.values():
        codes = [item.code for item in frame.items]
        for index, item in enumerate(frame.items):
            place = ("butir", index)
            if item.parent == item.code:
                yield frame.problem(
                    (*place, "induk"),
                    "butir menjadi induk dirinya sendiri",
                    "Ganti induk dengan kode lain, atau hapus barisnya.",
                    item.code,
                )
            elif item.parent is not None and item.parent not in codes:
                yield frame.problem(
                    (*place, "induk"),
                    f"induk “{item.parent}” tidak ada",
                    did_you_mean(item.parent, codes),
                    item.parent,
                )
            for position, twin in enumerate(item.counterparts):
                other = plan.frames.get(twin.frame)
                if other is not None and other.item(twin.code) is None:
                    hint = did_you_mean(twin.code, [item.code for item in other.items])
                    yield frame.problem(
                        (*place, "padanan", position, "kode"),
                        f"kode “{twin.code}” tidak ada di {twin.frame}",
                        hint,
                        twin.code,
                    )
