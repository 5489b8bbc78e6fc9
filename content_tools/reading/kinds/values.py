"""Kinds of problems with dates, texts and choices."""

from content_tools.model.problem import Kind

KINDS = (
    Kind(
        "MP211",
        "bukan-tanggal",
        "Isi ini bukan tanggal",
        "Urutan waktu dapat disusun.",
        "Tulis tahun, bulan, atau tanggal: 2026, 2026-03, 28 Maret 2026.",
        wrong="""\
kabar_terakhir: minggu lalu
""",
        right="""\
kabar_terakhir: 28 Maret 2026
""",
    ),
    Kind(
        "MP212",
        "tanggal-tidak-ada",
        "Tanggal tidak ada di kalender",
        "Waktu yang salah ketik terlihat.",
        "Periksa hari dan bulannya.",
        wrong="""\
kabar_terakhir: 30 Februari 2026
""",
        right="""\
kabar_terakhir: 28 Februari 2026
""",
    ),
    Kind(
        "MP213",
        "hari-bulan-tertukar",
        "Hari dan bulan tertukar",
        "Tanggal Indonesia menulis hari dahulu.",
        "Tulis hari/bulan/tahun, atau tahun-bulan-hari.",
        wrong="""\
kabar_terakhir: 03/28/2026
""",
        right="""\
kabar_terakhir: 28/03/2026
""",
    ),
    Kind(
        "MP214",
        "tanggal-belum-lengkap",
        "Tanggal belum lengkap",
        "Tanggal membaca dan mencari diketahui sampai harinya.",
        "Tulis tanggal lengkap: 2026-03-28 atau 28 Maret 2026.",
        wrong="""\
dicari_sampai: 2026-03
""",
        right="""\
dicari_sampai: 2026-03-28
""",
        where="data/situs.yml",
    ),
    Kind(
        "MP221",
        "isi-kosong",
        "Isi kosong",
        "Yang tidak ada tidak tampil sebagai isi.",
        "Isi nilainya, atau hapus kuncinya bila memang tidak ada.",
        wrong="""\
lokasi: ""
""",
        right="""\
lokasi: Balai Warga
""",
    ),
    Kind(
        "MP222",
        "bukan-pilihan",
        "Bukan pilihan yang ada",
        "Saringan, hitungan, dan warna memakai kata yang sama.",
        "Pakai salah satu pilihan yang disebut; ejaannya persis sama.",
        wrong="""\
status: berjalann
""",
        right="""\
status: berjalan
""",
    ),
    Kind(
        "MP223",
        "bukan-ya-tidak",
        "Bukan ya atau tidak",
        "Jawaban ya dan tidak tidak ditebak.",
        "Tulis ya atau tidak.",
        wrong="""\
quick_win:
  resmi: mungkin
  dasar: laporan-2025
""",
        right="""\
quick_win:
  resmi: ya
  dasar: laporan-2025
""",
    ),
    Kind(
        "MP224",
        "bukan-alamat-web",
        "Bukan alamat web",
        "Tautan sampai ke tujuannya.",
        "Tulis alamat lengkap yang mulai dengan https://",
        wrong="""\
layanan:
  jenis: perizinan
  tautan: contoh.example
""",
        right="""\
layanan:
  jenis: perizinan
  tautan: https://contoh.example/
""",
    ),
    Kind(
        "MP230",
        "teks-panjang",
        "Teks terlalu panjang",
        "Ringkasan dapat dibaca dalam satu tarikan.",
        "Pendekkan; rincian masuk ke uraian.",
        wrong="""\
ringkasan: "Ringkasan ini
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  terlalu panjang untuk dibaca,
  lalu ditambah lagi."
""",
        right="""\
ringkasan: Loket keliling warga.
""",
    ),
    Kind(
        "MP233",
        "teks-html",
        "Tanda HTML di dalam teks",
        "Tanda HTML tidak tampil di depan warga.",
        "Hapus tandanya. Huruf tebal di uraian ditulis **tebal**; & cukup ditulis &.",
        wrong="""\
lokasi: Balai Warga<br>lantai dua
""",
        right="""\
lokasi: Balai Warga, lantai dua
""",
    ),
)
