"""Items of a frame: known parents, unique codes, counterparts that exist."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.reading.words import did_you_mean
from content_tools.rules.rule import rule


@rule("kerangka", protects="Setiap butir kerangka dapat ditemukan dari butir lain yang menyebutnya.")
def check(plan: Plan) -> Iterator[Problem]:
    """Codes are unique; parents and counterparts exist."""
    for frame in plan.frames.values():
        codes = [item.code for item in frame.items]
        for index, item in enumerate(frame.items):
            place = ("butir", index)
            if item.code in codes[:index]:
                yield frame.problem(
                    (*place, "kode"), f"kode “{item.code}” dipakai dua kali", "Beri kode lain.", item.code
                )
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
