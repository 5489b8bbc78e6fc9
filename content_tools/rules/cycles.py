"""Dependencies never run in a circle."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP345",
        "ketergantungan-melingkar",
        "Program saling menunggu",
        "Urutan pengerjaan selalu dapat dimulai.",
        "Hapus salah satu ketergantungan; program yang hanya berhubungan ditulis di terkait.",
        wrong="""\
ketergantungan:
  # ia juga menunggu program ini
  - contoh-lain
""",
        right="""\
terkait:
  - contoh-lain
""",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 10. One problem per circle, at the program where it was entered."""
    state: dict[str, int] = {}
    for start in plan.programs:
        if start in state or not plan.programs[start].depends_on:
            continue
        trail = [start]
        pending = [iter(plan.programs[start].depends_on)]
        state[start] = 1
        while pending:
            name = next(pending[-1], None)
            if name is None:
                pending.pop()
                state[trail.pop()] = 2
            elif name in plan.programs and name not in state:
                state[name] = 1
                trail.append(name)
                pending.append(iter(plan.programs[name].depends_on))
            elif state.get(name) == 1:
                circle = [*trail[trail.index(name) :], name]
                program = plan.programs[trail[-1]]
                place = ("ketergantungan", program.depends_on.index(name))
                yield program.problem(
                    place,
                    f"ketergantungan melingkar: {' → '.join(circle)}",
                    "Hapus salah satu ketergantungan.",
                    name,
                )
