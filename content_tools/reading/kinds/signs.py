"""Kinds of problems with quotes, and with signs that YAML takes for its own."""

from content_tools.model.problem import Kind

KINDS = (
    Kind(
        "MP130",
        "yaml-kutip",
        "Tanda kutip tidak ditutup",
        "Baris-baris sesudahnya tidak ikut menjadi teks.",
        "Tambahkan tanda kutip penutup di akhir teks itu.",
        wrong="""\
lokasi: "Balai Warga
mitra:
  - "Bank Contoh"
""",
        right="""\
lokasi: "Balai Warga"
mitra:
  - "Bank Contoh"
""",
    ),
    Kind(
        "MP131",
        "yaml-kutip-miring",
        "Tanda kutip miring dari Word",
        "Tanda kutip pengapit tidak ikut tampil sebagai isi.",
        "Ganti “ dan ” dengan tanda kutip tegak. Bila “ ” bagian dari teks, apit seluruh teks dengan tanda kutip tegak.",
        wrong="""\
lokasi: “Balai Warga”
""",
        right="""\
lokasi: "Balai Warga"
""",
    ),
    Kind(
        "MP132",
        "yaml-sesudah-kutip",
        "Teks berlanjut sesudah tanda kutip",
        "Seluruh teks terbaca, bukan hanya yang diapit.",
        'Apit seluruh teks dengan satu pasang tanda kutip. Kutip di dalam teks ditulis \\".',
        wrong="""\
lokasi: "Balai Warga" lantai dua
""",
        right="""\
lokasi: "Balai Warga lantai dua"
""",
    ),
    Kind(
        "MP133",
        "yaml-garis-miring",
        "Garis miring terbalik di dalam kutip",
        "Garis miring terbalik tidak mengubah huruf sesudahnya.",
        "Tulis dua garis miring terbalik untuk satu, atau pakai garis miring biasa.",
        wrong="""\
lokasi: "Balai\\Warga"
""",
        right="""\
lokasi: "Balai/Warga"
""",
    ),
    Kind(
        "MP134",
        "yaml-awal-teks",
        "Teks mulai dengan tanda baca",
        "Tanda di awal teks tidak terbaca sebagai perintah.",
        "Apit teksnya dengan tanda kutip.",
        wrong="""\
lokasi: @balaiwarga
""",
        right="""\
lokasi: "@balaiwarga"
""",
    ),
    Kind(
        "MP135",
        "yaml-penanda",
        "Teks mulai dengan *, &, atau !",
        "Tanda itu menyalin isi lain, bukan tampil sebagai teks.",
        "Apit teksnya dengan tanda kutip.",
        wrong="""\
lokasi: *Balai Warga
""",
        right="""\
lokasi: "*Balai Warga"
""",
    ),
    Kind(
        "MP136",
        "yaml-pagar",
        "Teks sesudah # hilang",
        "Isi tidak hilang tanpa diketahui; # memulai komentar.",
        "Apit seluruh teks dengan tanda kutip. Bila memang komentar, beri spasi sesudah #.",
        wrong="""\
lokasi: Loket #3
""",
        right="""\
lokasi: "Loket #3"
""",
    ),
    Kind(
        "MP137",
        "yaml-strip",
        "Teks mulai dengan tanda -",
        "Tanda - memulai isi daftar, bukan teks.",
        "Apit teksnya dengan tanda kutip, atau pindahkan tanda - ke baris berikutnya.",
        wrong="""\
mitra: - Bank Contoh
""",
        right="""\
mitra:
  - Bank Contoh
""",
    ),
    Kind(
        "MP138",
        "yaml-kurung",
        "Kurung tidak ditutup",
        "Tanda [ dan { memulai daftar, bukan teks.",
        "Tutup kurungnya, atau apit teksnya dengan tanda kutip.",
        wrong="""\
lokasi: [Balai Warga
""",
        right="""\
lokasi: "[Balai Warga"
""",
    ),
)
