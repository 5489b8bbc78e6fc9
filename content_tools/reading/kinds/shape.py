"""Kinds of problems with the keys of a record, and with lists, values and ids in their places."""

from content_tools.model.problem import Kind

KINDS = (
    Kind(
        "MP201",
        "kunci-asing",
        "Kunci tidak dikenal",
        "Isi tidak hilang karena salah eja.",
        "Pakai kunci yang disebut; ejaannya persis sama.",
        wrong="""\
lokasii: Balai Warga
""",
        right="""\
lokasi: Balai Warga
""",
    ),
    Kind(
        "MP202",
        "kunci-wajib",
        "Kunci wajib tidak ada",
        "Setiap halaman punya isi yang dicari warga.",
        "Tambahkan kuncinya dengan isi dari sumber.",
        wrong="""\
cakupan:
""",
        right="""\
cakupan: seluruh_kota
""",
    ),
    Kind(
        "MP225",
        "satu-nilai",
        "Daftar di tempat satu nilai",
        "Setiap kunci tampil dengan bentuk yang benar.",
        "Tulis satu nilai di baris kuncinya.",
        wrong="""\
lokasi:
  - Balai Warga
""",
        right="""\
lokasi: Balai Warga
""",
    ),
    Kind(
        "MP226",
        "perlu-daftar",
        "Satu nilai di tempat daftar",
        "Setiap isi daftar terbaca sendiri-sendiri.",
        "Tulis satu baris satu isi, masing-masing dengan tanda -.",
        wrong="""\
mitra: Bank Contoh, Koperasi Contoh
""",
        right="""\
mitra:
  - Bank Contoh
  - Koperasi Contoh
""",
    ),
    Kind(
        "MP227",
        "perlu-kunci",
        "Satu nilai di tempat beberapa kunci",
        "Setiap bagian isi punya arti yang jelas.",
        "Tulis kunci-kuncinya di bawahnya, dua spasi lebih dalam.",
        wrong="""\
jadwal: 2025 sampai 2026
""",
        right="""\
jadwal:
  mulai: 2025
  selesai: 2026
""",
    ),
    Kind(
        "MP228",
        "daftar-pendek",
        "Daftar kurang isi",
        "Yang wajib disebut tidak kosong.",
        "Isi daftarnya paling sedikit sebanyak yang disebut.",
        wrong="""\
topik: []
""",
        right="""\
topik:
  - belajar
""",
    ),
    Kind(
        "MP229",
        "daftar-panjang",
        "Daftar terlalu banyak isi",
        "Program berada di satu atau dua topik, bukan di semua.",
        "Pilih yang paling penting.",
        wrong="""\
topik:
  - surat-izin
  - belajar
  - sehat
""",
        right="""\
topik:
  - surat-izin
  - belajar
""",
    ),
    Kind(
        "MP231",
        "bukan-id",
        "Isi ini bukan id",
        "Alamat halaman dan acuan memakai bentuk yang sama.",
        "Pakai huruf kecil, angka, dan tanda hubung; tanpa spasi.",
        wrong="""\
terkait:
  - Contoh Lain
""",
        right="""\
terkait:
  - contoh-lain
""",
    ),
    Kind(
        "MP232",
        "id-nama-berkas",
        "Id tidak sama dengan nama berkas",
        "Berkas mudah ditemukan dari alamat halamannya.",
        "Samakan nama berkas dengan id. Id yang sudah terbit tidak diganti begitu saja.",
        wrong="""\
id: contoh-baru
""",
        right="""\
id: contoh
""",
    ),
    Kind(
        "MP234",
        "kunci-daftar",
        "Berkas daftar tanpa kuncinya",
        "Semua isi daftar terbaca.",
        "Mulai berkas dengan nama daftarnya dan titik dua, mis. istilah:.",
        wrong="Berkas data/istilah.yml mulai dengan - id: pagu.",
        right="Berkas data/istilah.yml mulai dengan istilah:, lalu - id: pagu di bawahnya.",
        where="",
    ),
    Kind(
        "MP303",
        "id-ganda",
        "Id sudah dipakai catatan lain",
        "Satu alamat satu catatan.",
        "Beri id lain yang belum dipakai, atau hapus catatan yang berulang.",
        wrong="""\
  - id: anjungan
    status_data: sumber_publik
    nama: Anjungan
    definisi: Mesin untuk surat.
  - id: anjungan
    status_data: sumber_publik
    nama: Anjungan keliling
    definisi: Mesin keliling.
""",
        right="""\
  - id: anjungan
    status_data: sumber_publik
    nama: Anjungan
    definisi: Mesin untuk surat.
  - id: anjungan-keliling
    status_data: sumber_publik
    nama: Anjungan keliling
    definisi: Mesin keliling.
""",
        where="data/istilah.yml",
    ),
)
