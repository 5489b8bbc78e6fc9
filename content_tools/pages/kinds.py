"""Kinds of problems with written pages: references, data blocks, addresses."""

from content_tools.model.problem import Kind

KINDS = (
    Kind(
        "MP411",
        "acuan-jenis",
        "Acuan dalam kalimat tidak dikenal",
        "Tautan dengan [[…]] selalu sampai.",
        "Tulis jenis, garis miring, lalu id, mis. [[program/contoh]].",
        wrong="""\
# Halaman contoh

Lihat [[progam/contoh-lain]].
""",
        right="""\
# Halaman contoh

Lihat [[program/contoh-lain]].
""",
        where="docs/tentang/contoh.md",
    ),
    Kind(
        "MP412",
        "acuan-halaman",
        "Acuan dalam kalimat tidak ada",
        "Pembaca tidak pernah sampai ke catatan yang tidak ada.",
        "Tulis id yang ada. Bila catatannya dihapus, hapus acuannya.",
        wrong="""\
# Halaman contoh

Lihat [[program/contoh-lama]].
""",
        right="""\
# Halaman contoh

Lihat [[program/contoh-lain]].
""",
        where="docs/tentang/contoh.md",
    ),
    Kind(
        "MP421",
        "blok",
        "Blok data tidak dikenal",
        "Tabel dan kartu tampil, bukan hilang.",
        "Pakai nama blok yang disebut; ejaannya persis sama.",
        wrong="""\
# Halaman contoh

```tabel-progam
batas: 5
```
""",
        right="""\
# Halaman contoh

```tabel-program
batas: 5
```
""",
        where="docs/tentang/contoh.md",
    ),
    Kind(
        "MP422",
        "blok-pilihan",
        "Pilihan blok tidak dikenal",
        "Saringan yang ditulis benar-benar dipakai.",
        "Pakai pilihan yang disebut, atau hapus barisnya.",
        wrong="""\
# Halaman contoh

```tabel-program
stats: berjalan
```
""",
        right="""\
# Halaman contoh

```tabel-program
status: berjalan
```
""",
        where="docs/tentang/contoh.md",
    ),
    Kind(
        "MP423",
        "blok-isi",
        "Isi pilihan blok keliru",
        "Tabel menampilkan yang dimaksud.",
        "Tulis salah satu isi yang disebut; bilangan tanpa kata.",
        wrong="""\
# Halaman contoh

```tabel-program
batas: lima
```
""",
        right="""\
# Halaman contoh

```tabel-program
batas: 5
```
""",
        where="docs/tentang/contoh.md",
    ),
    Kind(
        "MP424",
        "blok-kurang",
        "Blok memerlukan pilihan",
        "Blok tahu apa yang harus ditampilkan.",
        "Tambahkan baris yang disebut.",
        wrong="""\
# Halaman contoh

```indikator
tampilan: tabel
```
""",
        right="""\
# Halaman contoh

```indikator
id: contoh
tampilan: tabel
```
""",
        where="docs/tentang/contoh.md",
    ),
    Kind(
        "MP431",
        "alamat-dipakai",
        "Alamat halaman sudah dipakai",
        "Halaman yang ditulis benar-benar tampil.",
        "Pindahkan ke folder lain, mis. docs/tentang/.",
        wrong="Halaman docs/program.md; alamat program/ dipakai daftar program.",
        right="Halaman docs/tentang/program.md.",
        where="",
    ),
    Kind(
        "MP432",
        "cerita-tanpa-dimensi",
        "Cerita tanpa dimensi",
        "Cerita dimensi tampil di halaman dimensinya.",
        "Beri nama berkas sama dengan kode dimensinya.",
        wrong="Cerita docs/dimensi/ekonmi.md, sedangkan dimensinya ekonomi.",
        right="Cerita docs/dimensi/ekonomi.md.",
        where="",
    ),
    Kind(
        "MP433",
        "cerita-berjudul",
        "Cerita dimensi berjudul sendiri",
        "Halaman punya satu judul.",
        "Pakai ### untuk anak judul, atau hapus judulnya.",
        wrong="""\
# Kota yang mudah dijalani

Bus kota kini sampai ke pasar.
""",
        right="""\
### Kota yang mudah dijalani

Bus kota kini sampai ke pasar.
""",
        where="docs/dimensi/mobilitas.md",
    ),
)
