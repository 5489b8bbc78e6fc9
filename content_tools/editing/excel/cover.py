"""The words of the first sheet: for whom it is, what to do, where it goes, what never to write."""

from __future__ import annotations

from datetime import date

from content_tools.model.choices import DataStatus
from content_tools.model.plan import Plan
from content_tools.model.writing import day, listed

NAME = "Baca dulu"

NEVER = "Jangan isi NIK, nomor HP pribadi, informasi yang dikecualikan."

EXAMPLE = "DATA CONTOH. Kota, program, dan angka di lembar ini dikarang untuk memperlihatkan bentuknya."


def sentences(plan: Plan, agency: str, count: int) -> tuple[str, ...]:
    """What this is and what is asked, in five sentences."""
    name = plan.agencies[agency].name
    return (
        f"Lembar ini memuat {count} program {name} yang tercatat di {plan.site.name}.",
        "Betulkan yang keliru, dan isi sel kuning bila Anda tahu isinya.",
        "Status, tanggal, dan angka yang diubah memerlukan bukti: tautan atau dokumen yang dapat dibaca siapa pun.",
        "Kosongkan yang tidak Anda ketahui; sel kosong bukan kesalahan instansi Anda.",
        f"{_back(plan)} Tidak ada isian yang langsung terbit.",
    )


def _back(plan: Plan) -> str:
    site = plan.site
    ways = [f"{channel.kind.label} {channel.address}" for channel in site.channels]
    if not ways and site.manager.contact:
        ways = [site.manager.contact]
    where = listed(ways, "atau")
    if site.manager.name:
        return f"Simpan sebagai .xlsx, lalu kirim ke {site.manager.name}{f': {where}' if where else ''}."
    if where:
        return f"Simpan sebagai .xlsx, lalu kirim lewat {where}."
    return "Simpan sebagai .xlsx, lalu kirim kembali kepada pengirimnya."


def standing(plan: Plan) -> str:
    """What the site is: never official before the city runs it."""
    if plan.site.official:
        return f"{plan.site.name} dikelola {plan.site.manager.name or 'pemerintah'}."
    return f"{plan.site.name} bukan situs resmi pemerintah; isinya dihimpun dari sumber publik."


def example(plan: Plan) -> bool:
    """Whether the city is invented."""
    return plan.city.data_status is DataStatus.EXAMPLE


def details(plan: Plan, agency: str, on: date, version: str) -> tuple[tuple[str, str], ...]:
    """For which agency, of which city, on which day, from which state of the data."""
    return (
        ("Instansi", f"{plan.agencies[agency].name} ({agency})"),
        ("Daerah", plan.city.name),
        ("Dibuat", day(on)),
        ("Versi data", version),
    )


SHEET_WORDS = (
    ("Program Anda", "Satu baris satu program. Program baru ditulis di baris kosong di bawah."),
    ("Anggaran", "Satu baris satu angka: program, tahun, jenis, sumber dana. Baris baru boleh ditambah."),
    ("Langkah penting", "Peristiwa bertanggal: peluncuran, uji coba, peresmian."),
    ("Pertanyaan", "Yang belum kami temukan, satu baris satu hal."),
    ("Bukan program kami", "Pilih ya bila suatu program bukan milik instansi Anda, dan sebutkan alasannya."),
    ("Sumber baru", "Bukti yang belum tercatat di situs. Kodenya ditulis di kolom Bukti."),
)
"""Each sheet and what it is for."""
