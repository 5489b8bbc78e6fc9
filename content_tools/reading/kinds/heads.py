"""Kinds of problems with the top of a written page."""

from content_tools.model.problem import Kind

KINDS = (
    Kind(
        "MP401",
        "kepala-halaman",
        "Kepala halaman keliru",
        "Judul dan keterangan halaman terbaca, dan tidak ada baris yang hilang.",
        "Tulis kepala di antara dua baris ---, tiap baris “kunci: isi”.",
        wrong="""\
---
title: Halaman contoh

# Halaman contoh
""",
        right="""\
---
title: Halaman contoh
description: Contoh kepala halaman.
---

# Halaman contoh
""",
        where="docs/tentang/contoh.md",
    ),
    Kind(
        "MP402",
        "kunci-kepala",
        "Kunci kepala halaman keliru",
        "Judul halaman tidak hilang karena salah eja.",
        "Pakai title dan description, masing-masing satu baris teks.",
        wrong="""\
---
titel: Halaman contoh
---

# Halaman contoh
""",
        right="""\
---
title: Halaman contoh
---

# Halaman contoh
""",
        where="docs/tentang/contoh.md",
    ),
)
