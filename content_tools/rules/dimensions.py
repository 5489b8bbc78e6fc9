"""A sub-dimension belongs to its dimension, and a dimension is no sub-dimension."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.reading.words import did_you_mean
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP341",
        "dimensi",
        "Dimensi dan subdimensi tidak cocok",
        "Program berada pada dimensi dan subdimensi yang cocok.",
        "Pilih subdimensi yang ada di bawah dimensi itu, atau hapus subdimensinya.",
        wrong="""\
dimensi: lingkungan
subdimensi: usaha-kecil
""",
        right="""\
dimensi: ekonomi
subdimensi: usaha-kecil
""",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 3."""
    frame = plan.dimension_frame
    for program in plan.programs.values():
        if frame.item(program.dimension) and program.dimension not in plan.dimensions:
            yield program.problem(
                "dimensi",
                f"“{program.dimension}” adalah subdimensi",
                did_you_mean("", list(plan.dimensions)),
                program.dimension,
            )
        item = frame.item(program.subdimension) if program.subdimension else None
        if item is not None and item.parent != program.dimension:
            inside = [item.code for item in frame.inside(program.dimension)]
            yield program.problem(
                "subdimensi",
                f"subdimensi “{item.code}” bukan bagian dari dimensi “{program.dimension}”",
                did_you_mean("", inside) if inside else "Hapus subdimensi, atau ganti dimensi.",
                item.code,
            )
