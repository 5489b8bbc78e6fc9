"""Kinds of problems with how YAML is written: lines, blanks, keys."""

from content_tools.model.problem import Kind

KINDS = (
    Kind(
        "MP121",
        "yaml-dua-dokumen",
        "Dua dokumen dalam satu berkas",
        "Satu berkas satu catatan; isi kedua tidak hilang diam-diam.",
        "Pindahkan isi sesudah --- ke berkas lain, atau hapus baris ---.",
        wrong="""\
lokasi: Balai Warga
---
mitra:
  - Bank Contoh
""",
        right="""\
lokasi: Balai Warga
mitra:
  - Bank Contoh
""",
    ),
    Kind(
        "MP122",
        "yaml-bentrok",
        "Tanda bentrok dari penggabungan",
        "Dua perubahan pada baris yang sama dipilih oleh orang, bukan dibiarkan.",
        "Pilih salah satu isi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>.",
        wrong="""\
<<<<<<< HEAD
lokasi: Balai Warga
=======
lokasi: Taman Kota
>>>>>>> usulan
""",
        right="""\
lokasi: Taman Kota
""",
    ),
    Kind(
        "MP123",
        "yaml-tab",
        "Tab di awal baris",
        "Jorokan baris sama bagi semua pembaca.",
        "Ganti tab dengan dua spasi.",
        wrong="mitra:\n\t- Bank Contoh\n",
        right="""\
mitra:
  - Bank Contoh
""",
    ),
    Kind(
        "MP124",
        "yaml-tab-jarak",
        "Tab sesudah titik dua",
        "Isi terbaca sama di semua penyunting.",
        "Ganti tab dengan satu spasi.",
        wrong="lokasi:\tBalai Warga\n",
        right="""\
lokasi: Balai Warga
""",
        repaired=True,
    ),
    Kind(
        "MP125",
        "yaml-spasi",
        "Spasi khusus dari Word",
        "Kunci terbaca; spasi khusus tampak sama tetapi bukan spasi.",
        "Hapus spasi itu, lalu ketik ulang dengan spasi biasa.",
        wrong="jadwal:\n\u00a0 mulai: 2026\n",
        right="""\
jadwal:
  mulai: 2026
""",
        repaired=True,
    ),
    Kind(
        "MP126",
        "yaml-jorokan",
        "Jorokan baris tidak sejajar",
        "Setiap baris menjadi bagian dari kunci yang benar.",
        "Sejajarkan awal baris dengan baris di atasnya: dua spasi tiap tingkat.",
        wrong="""\
jadwal:
  mulai: 2025
 selesai: 2026
""",
        right="""\
jadwal:
  mulai: 2025
  selesai: 2026
""",
    ),
    Kind(
        "MP127",
        "yaml-baris",
        "Baris bukan “kunci: isi”",
        "Tidak ada baris yang hilang.",
        "Tulis kunci, titik dua, satu spasi, lalu isinya. Teks panjang diapit tanda kutip.",
        wrong="""\
lokasi: Balai Warga
Jalan Contoh
""",
        right="""\
lokasi: "Balai Warga, Jalan Contoh"
""",
    ),
    Kind(
        "MP128",
        "yaml-titik-dua",
        "Titik dua di dalam teks",
        "Teks tidak terbaca sebagai kunci baru.",
        "Apit teksnya dengan tanda kutip.",
        wrong="""\
lokasi: Balai Warga: lantai dua
""",
        right="""\
lokasi: "Balai Warga: lantai dua"
""",
    ),
    Kind(
        "MP129",
        "yaml-spasi-titik-dua",
        "Tidak ada spasi sesudah titik dua",
        "Kunci dan isinya terpisah.",
        "Beri satu spasi sesudah titik dua.",
        wrong="""\
lokasi:Balai Warga
""",
        right="""\
lokasi: Balai Warga
""",
    ),
    Kind(
        "MP139",
        "yaml-kunci",
        "Kunci lebih dari satu kata",
        "Setiap isi punya satu kunci yang dikenal.",
        "Tulis satu kata sebagai kunci. Teks yang mulai dengan [ atau { diapit tanda kutip.",
        wrong="""\
[lokasi, mitra]: Balai Warga
""",
        right="""\
lokasi: Balai Warga
""",
    ),
    Kind(
        "MP140",
        "yaml-kunci-ganda",
        "Kunci ditulis dua kali",
        "Isi yang pertama tidak hilang diam-diam.",
        "Hapus salah satu; bila keduanya perlu, gabungkan menjadi satu.",
        wrong="""\
lokasi: Balai Warga
lokasi: Taman Kota
""",
        right="""\
lokasi: Balai Warga dan Taman Kota
""",
    ),
    Kind(
        "MP141",
        "yaml-dalam",
        "Isian terlalu bertingkat",
        "Berkas dapat dibaca orang.",
        "Periksa tanda [ atau { atau - yang berulang.",
        wrong="""\
catatan: [[[[[[[[[[[[[[[[[[[[[
""",
        right="""\
catatan: Satu kalimat.
""",
    ),
    Kind(
        "MP142",
        "huruf-tersembunyi",
        "Huruf tersembunyi",
        "Yang tampak sama dengan yang tersimpan.",
        "Hapus bagian itu, lalu ketik ulang; jangan salin dari Word atau PDF.",
        wrong="lokasi: RW 3\u200b\n",
        right="""\
lokasi: RW 3
""",
    ),
)
