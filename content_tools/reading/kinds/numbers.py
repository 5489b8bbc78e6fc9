"""Kinds of problems with numbers, money and years."""

from content_tools.model.problem import Kind

KINDS = (
    Kind(
        "MP203",
        "bukan-angka",
        "Isi ini bukan angka",
        "Grafik dan jumlah hanya dihitung dari angka.",
        "Tulis angkanya saja. Titik untuk ribuan, satu koma untuk desimal; satuan punya kunci sendiri.",
        wrong="""\
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: sekitar 45
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        right="""\
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 45,5
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        where="data/indikator/contoh.yml",
    ),
    Kind(
        "MP204",
        "angka-dua-arti",
        "Angka dapat dibaca dua cara",
        "Seribu lima ratus tidak terbaca sebagai satu setengah.",
        "Tulis dengan koma bila desimal, tanpa titik bila ribuan.",
        wrong="""\
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 1.500
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        right="""\
nilai:
  - id: contoh-2025
    waktu: 2025
    angka: 1500
    jenis_nilai: realisasi
    sumber:
      - laporan-2025
""",
        where="data/indikator/contoh.yml",
    ),
    Kind(
        "MP205",
        "angka-panjang",
        "Angka terlalu panjang",
        "Angka nol yang kelebihan ketik terlihat.",
        "Periksa banyaknya angka nol dan satuannya.",
        wrong="""\
anggaran:
  - tahun: 2025
    jumlah: 5000000000000000000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
        right="""\
anggaran:
  - tahun: 2025
    jumlah: Rp5.000.000.000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
    ),
    Kind(
        "MP206",
        "bukan-rupiah",
        "Jumlah bukan rupiah penuh",
        "Uang dijumlahkan tanpa salah baca juta dan miliar.",
        "Tulis rupiah penuh tanpa kata: 2600000000 atau Rp2.600.000.000.",
        wrong="""\
anggaran:
  - tahun: 2025
    jumlah: 2,6 miliar
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
        right="""\
anggaran:
  - tahun: 2025
    jumlah: Rp2.600.000.000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
    ),
    Kind(
        "MP207",
        "rupiah-negatif",
        "Jumlah uang negatif",
        "Pagu dan belanja tidak pernah kurang dari nol.",
        "Tulis tanpa tanda minus; jelaskan selisihnya di catatan.",
        wrong="""\
anggaran:
  - tahun: 2025
    jumlah: -500000000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
        right="""\
anggaran:
  - tahun: 2025
    jumlah: 500000000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
    ),
    Kind(
        "MP208",
        "bukan-tahun",
        "Isi ini bukan tahun",
        "Angka berada pada tahun yang benar.",
        "Tulis empat angka, mis. 2026.",
        wrong="""\
anggaran:
  - tahun: TA 25
    jumlah: 500000000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
        right="""\
anggaran:
  - tahun: 2025
    jumlah: 500000000
    jenis_angka: pagu_apbd
    sumber_dana: apbd_kota
    sumber:
      - laporan-2025
""",
    ),
    Kind(
        "MP209",
        "bukan-bilangan-bulat",
        "Isi ini bukan bilangan bulat",
        "Hitungan hari dan bulan memakai bilangan bulat.",
        "Tulis bilangan bulat tanpa kata, mis. 24.",
        wrong="""\
batas_jawab_hari: tujuh hari
""",
        right="""\
batas_jawab_hari: 7
""",
        where="data/situs.yml",
    ),
)
