"""Who runs the site, and how a reader reaches them."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import WARNING, Kind, Problem
from content_tools.rules.rule import rule

_FILE = "data/situs.yml"


@rule(
    Kind(
        "MP362",
        "pengelola",
        "Pengelola belum ditetapkan",
        "Pembaca selalu tahu siapa yang menjawab atas situs ini.",
        "Isi pengelola bila sudah ada. Sampai saat itu situs tetap dapat terbit, tanpa mesin pencari.",
        wrong="""\
pengelola:
  jenis: belum_ditetapkan
""",
        right="""\
pengelola:
  nama: Pemerintah Kota Contoh
  jenis: pemerintah
""",
        where="data/situs.yml",
    ),
    severity=WARNING,
)
def unsettled(plan: Plan) -> Iterator[Problem]:
    """Told at every build while nobody runs the site."""
    if plan.site.undecided:
        yield Problem(
            _FILE,
            "pengelola situs belum ditetapkan; mesin pencari diminta tidak mengindeks",
            "Isi pengelola bila sudah ada.",
            ("pengelola", "jenis"),
        )


@rule(
    Kind(
        "MP363",
        "kanal-koreksi",
        "Belum ada kanal koreksi",
        "Pembaca dapat memberi tahu bila ada yang keliru.",
        "Isi kanal_koreksi bila sudah ada: surel, WhatsApp kantor, atau formulir.",
        wrong="""\
kanal_koreksi: []
""",
        right="""\
kanal_koreksi:
  - jenis: surel
    alamat: koreksi@contoh.example
""",
        where="data/situs.yml",
    ),
    severity=WARNING,
)
def unreachable(plan: Plan) -> Iterator[Problem]:
    """Told at every build while nobody can be reached."""
    if not plan.site.channels:
        yield Problem(
            _FILE,
            "belum ada kanal koreksi; tombol “Beri tahu” tidak tampil",
            "Isi kanal_koreksi bila sudah ada.",
            ("nama",),
        )


@rule(
    Kind(
        "MP361",
        "pengelola-bernama",
        "Pengelola belum bernama",
        "Pengelola yang disebut punya nama.",
        "Tambahkan nama di bawah pengelola.",
        wrong="""\
pengelola:
  jenis: lembaga
""",
        right="""\
pengelola:
  nama: Lembaga Contoh
  jenis: lembaga
""",
        where="data/situs.yml",
    ),
)
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
