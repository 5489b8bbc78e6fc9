"""Places lie in districts, districts in nothing."""

from collections.abc import Iterator

from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.rules.rule import rule


@rule(
    Kind(
        "MP344",
        "wilayah-bertingkat",
        "Induk wilayah bukan kecamatan",
        "Setiap kelurahan berada di satu kecamatan.",
        "Kelurahan dan desa memakai id kecamatan sebagai induk. Kecamatan tidak punya induk.",
        wrong="""\
  - id: kelurahan-baru
    status_data: sumber_publik
    sumber:
      - laporan-2025
    nama: Baru
    kode: "99.99.03"
    jenis: kelurahan
    induk: kelurahan-contoh
""",
        right="""\
  - id: kelurahan-baru
    status_data: sumber_publik
    sumber:
      - laporan-2025
    nama: Baru
    kode: "99.99.03"
    jenis: kelurahan
    induk: kecamatan-contoh
""",
        where="data/wilayah.yml",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """A kelurahan or village names a kecamatan as its parent; a kecamatan names none."""
    for place in plan.places.values():
        parent = plan.places.get(place.parent or "")
        if place.is_district and place.parent is not None:
            yield place.problem("induk", "kecamatan tidak punya induk", "Hapus baris induk.", place.parent)
        elif parent is not None and not parent.is_district:
            yield place.problem(
                "induk", f"induk “{parent.id}” bukan kecamatan", "Pakai id kecamatan.", parent.id
            )
