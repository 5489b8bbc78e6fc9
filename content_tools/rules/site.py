"""Who runs the site, and how a reader reaches them."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import WARNING, Problem
from content_tools.rules.rule import rule

_FILE = "data/situs.yml"


@rule("pengelola", protects="Pembaca selalu tahu siapa yang menjawab atas situs ini.", severity=WARNING)
def unsettled(plan: Plan) -> Iterator[Problem]:
    """Told at every build while nobody runs the site or nobody can be reached."""
    if plan.site.undecided:
        yield Problem(
            _FILE,
            "pengelola situs belum ditetapkan; mesin pencari diminta tidak mengindeks",
            "Isi pengelola bila sudah ada.",
            ("pengelola", "jenis"),
        )
    if not plan.site.channels:
        yield Problem(
            _FILE,
            "belum ada kanal koreksi; tombol “Beri tahu” tidak tampil",
            "Isi kanal_koreksi bila sudah ada.",
            ("nama",),
        )


@rule("pengelola-bernama", protects="Pengelola yang disebut punya nama.")
def named(plan: Plan) -> Iterator[Problem]:
    """A manager of a known kind has a name."""
    if not plan.site.undecided and not plan.site.manager.name:
        yield Problem(
            _FILE,
            "pengelola belum bernama",
            "Tambahkan pengelola.nama.",
            ("pengelola", "jenis"),
            plan.site.manager.kind.value,
        )
