"""What an agency writes in its rows: only that is written, each problem is told at its cell, nothing is lost unseen."""

from __future__ import annotations

import pytest

from content_tools.editing.excel.evidence import reliability
from content_tools.model.choices import Reliability
from tests.conftest import EXAMPLE
from tests.editing.excel.workshop import (
    AGENCY,
    KNOWN,
    OTHER,
    add,
    book_of,
    changed,
    desk_of,
    fill,
    taken,
    told,
    words,
)

PROGRAMS = "Program Anda"
FILE = "data/program/antrean-daring.yml"
NEW_SOURCE = {
    "judul": "Berita Acara Nomor 7 Tahun 2026 (contoh)",
    "penerbit": "Dinas Kependudukan (contoh)",
    "tanggal": "20 November 2026",
    "jenis": "Laporan",
}
NEW_PROGRAM = {
    "nama": "Loket Malam (contoh)",
    "status": "Direncanakan",
    "cakupan": "Seluruh kota",
    "bukti": KNOWN,
    "dimensi": "Ekonomi",
    "topik": "Usaha dan kerja",
    "pemrakarsa": "Pemerintah",
}


def test_one_changed_cell_changes_only_its_line() -> None:
    book = book_of()
    fill(book, PROGRAMS, "antrean-daring", {"ringkasan": "Nomor antrean dipesan dari rumah."})
    outcome, desk = taken(book)
    assert outcome.problems == ()
    assert changed(desk) == {
        FILE: (
            ['ringkasan: "Nomor antrean dipesan dari rumah lewat telepon, pesan singkat, atau laman."'],
            ['ringkasan: "Nomor antrean dipesan dari rumah."'],
        )
    }


def test_a_changed_status_takes_its_evidence_along() -> None:
    book = book_of()
    fill(book, "Sumber baru", "B1", NEW_SOURCE)
    cells = {"status": "Ditunda", "alasan_status": "Peladen diganti.", "bukti": "B1"}
    fill(book, PROGRAMS, "antrean-daring", cells)
    outcome, desk = taken(book)
    assert outcome.problems == ()
    assert changed(desk) == {
        FILE: (
            ['status: "berjalan"', 'kabar_terakhir: "2026-10-21"'],
            [
                '  - "dinas-kependudukan-contoh-berita-acara-nomor-7"',
                'status: "ditunda"',
                'kabar_terakhir: "2026-11-20"',
                'alasan_status: "Peladen diganti."',
            ],
        ),
        "data/sumber.yml": (
            [],
            [
                '  - id: "dinas-kependudukan-contoh-berita-acara-nomor-7"',
                '    judul: "Berita Acara Nomor 7 Tahun 2026 (contoh)"',
                '    penerbit: "Dinas Kependudukan (contoh)"',
                '    tanggal: "2026-11-20"',
            ],
        ),
    }
    assert desk.texts["data/sumber.yml"] == (EXAMPLE / "data/sumber.yml").read_text("utf-8") + (
        '  - id: "dinas-kependudukan-contoh-berita-acara-nomor-7"\n'
        '    status_data: "contoh"\n'
        '    jenis: "laporan"\n'
        '    judul: "Berita Acara Nomor 7 Tahun 2026 (contoh)"\n'
        '    penerbit: "Dinas Kependudukan (contoh)"\n'
        '    tanggal: "2026-11-20"\n'
        '    diakses: "2026-11-24"\n'
        '    bagian_dibaca: "judul"\n'
        '    keandalan: "lain"\n'
    )


@pytest.mark.parametrize("column", ["status", "kabar_terakhir", "jadwal.mulai", "jadwal.selesai", "tujuan"])
def test_what_sources_must_carry_is_not_changed_without_evidence(column: str) -> None:
    book = book_of()
    text = {"status": "Uji coba", "tujuan": "Antrean lebih pendek."}.get(column, "2026")
    fill(book, PROGRAMS, "antrean-daring", {column: text})
    outcome, desk = taken(book)
    assert told(outcome) == [("lembar-bukti", PROGRAMS, "O3")]
    assert "diubah tanpa bukti" in words(outcome)
    assert desk.texts == {}


def test_evidence_alone_is_news_of_the_program() -> None:
    book = book_of()
    fill(book, "Sumber baru", "B1", NEW_SOURCE)
    fill(book, PROGRAMS, "antrean-daring", {"bukti": f"b1 | {KNOWN}"})
    outcome, desk = taken(book)
    assert outcome.problems == ()
    gone, come = changed(desk)[FILE]
    assert gone == ['kabar_terakhir: "2026-10-21"']
    assert come == [
        '  - "dinas-kependudukan-contoh-berita-acara-nomor-7"',
        '  - "salinan-perwal-12-2024"',
        'kabar_terakhir: "2026-11-20"',
    ]


def test_older_evidence_leaves_the_newest_news_alone() -> None:
    book = book_of()
    fill(book, PROGRAMS, "antrean-daring", {"bukti": KNOWN})
    _, desk = taken(book)
    assert changed(desk)[FILE] == ([], ['  - "salinan-perwal-12-2024"'])


def test_a_status_is_not_given_without_a_day() -> None:
    book = book_of()
    fill(book, PROGRAMS, "antrean-daring", {"status": "Uji coba", "bukti": "daftar-jdih"})
    outcome, _ = taken(book)
    assert told(outcome) == [("lembar-bukti", PROGRAMS, "F3")]
    fill(book, PROGRAMS, "antrean-daring", {"kabar_terakhir": "24/11/2026"})
    outcome, desk = taken(book)
    assert outcome.problems == ()
    assert 'kabar_terakhir: "2026-11-24"' in changed(desk)[FILE][1]


@pytest.mark.parametrize(
    ("column", "typed", "written"),
    [
        ("status", "uji_coba", 'status: "uji_coba"'),
        ("status", " uji  COBA ", 'status: "uji_coba"'),
        ("kabar_terakhir", "22 Oktober 2026", 'kabar_terakhir: "2026-10-22"'),
        ("kabar_terakhir", "2026-11", 'kabar_terakhir: "2026-11"'),
        ("jadwal.selesai", "2027", '  selesai: "2027"'),
        ("cakupan", "Seluruh kota", 'cakupan: "seluruh_kota"'),
        ("wilayah", "Alunpayung", '  - "alunpayung"'),
        ("wilayah", "alunpayung, Kelurahan Jembatanmaya", '  - "jembatanmaya"'),
        ("pelaksana", "Dinas Kependudukan dan Pelayanan Terpadu\nInspektorat Kota", '  - "inspektorat-kota"'),
        ("penerima_manfaat", "ibu hamil, menyusui | lansia", '  - "ibu hamil, menyusui"'),
    ],
)
def test_values_are_read_as_people_type_them(column: str, typed: str, written: str) -> None:
    book = book_of()
    fill(book, PROGRAMS, "antrean-daring", {column: typed, "bukti": KNOWN})
    outcome, desk = taken(book)
    assert words(outcome) == ""
    assert written in changed(desk)[FILE][1]


def test_every_problem_is_told_in_one_run_at_its_cell_with_a_repair() -> None:
    book = book_of()
    fill(
        book,
        PROGRAMS,
        "antrean-daring",
        {
            "nama": "",
            "ringkasan": "a" * 281,
            "status": "berjalann",
            "kabar_terakhir": "31/02/2026",
            "wilayah": "Atlantis",
            "dimensi": "Ekonomi",
            "bukti": "sesuai rapat",
        },
    )
    outcome, desk = taken(book)
    assert told(outcome) == [
        ("lembar-wajib", PROGRAMS, "B3"),
        ("teks-panjang", PROGRAMS, "C3"),
        ("bukan-pilihan", PROGRAMS, "D3"),
        ("tanggal-tidak-ada", PROGRAMS, "F3"),
        ("acuan", PROGRAMS, "K3"),
        ("lembar-sumber", PROGRAMS, "O3"),
        ("lembar-terkunci", PROGRAMS, "P3"),
    ]
    assert "dinas-pelayanan.xlsx, lembar “Program Anda”, sel D3: “berjalann” bukan pilihan yang ada. Maksud Anda “Berjalan”?" in words(outcome)  # fmt: skip
    assert "Isi judul, penerbit, tanggal, dan jenisnya di lembar Sumber baru" in words(outcome)
    assert desk.texts == {}


@pytest.mark.parametrize(
    ("cells", "kind", "spot"),
    [
        ({"jadwal.selesai": "2024", "bukti": KNOWN}, "waktu", "H4"),
        ({"lokasi": "hubungi 0812-0000-0000"}, "data-pribadi", "J4"),
        ({"status": "Ditunda", "bukti": KNOWN}, "alasan-status", "D4"),
    ],
)
def test_rules_between_records_are_told_at_the_cell_too(cells: dict[str, str], kind: str, spot: str) -> None:
    book = book_of()
    fill(book, PROGRAMS, "galeri-usaha", cells)
    outcome, _ = taken(book)
    assert told(outcome) == [(kind, PROGRAMS, spot)]


def test_a_cell_that_others_changed_meanwhile_is_not_overwritten() -> None:
    book = book_of()
    assert book.base is not None
    book.base[PROGRAMS, "antrean-daring"] |= {"nama": "Antrean", "lokasi": "Puskesmas", "ringkasan": "Dulu."}
    fill(
        book,
        PROGRAMS,
        "antrean-daring",
        {"nama": "Antrean Cepat", "lokasi": "Puskesmas", "ringkasan": "Dulu."},
    )
    outcome, desk = taken(book)
    assert told(outcome) == [("lembar-berubah", PROGRAMS, "B3")]
    assert (
        "saat lembar dibuat “Antrean”, sekarang “Antrean Daring Puskesmas dan Kelurahan”, isian Anda “Antrean Cepat”"
        in words(outcome)
    )
    fill(book, PROGRAMS, "antrean-daring", {"nama": "Antrean Daring Puskesmas dan Kelurahan"})
    outcome, desk = taken(book)
    assert (outcome.problems, desk.texts) == ((), {})


def test_ids_stay_what_they_are() -> None:
    book = book_of()
    fill(book, PROGRAMS, "antrean-daring", {"id": "antrean-baru"})
    fill(book, PROGRAMS, "galeri-usaha", {"id": "rekam-kesehatan"})
    fill(book, PROGRAMS, "surat-kelurahan", {"id": "jemput-berkas"})
    fill(book, PROGRAMS, "mobil-layanan-desa", {"id": ""})
    outcome, desk = taken(book)
    assert told(outcome) == [
        ("lembar-id", PROGRAMS, "A3"),
        ("lembar-instansi", PROGRAMS, "A4"),
        ("lembar-id", PROGRAMS, "A9"),
        ("lembar-ganda", PROGRAMS, "A10"),
    ]
    assert desk.texts == {}


def test_a_deleted_row_deletes_no_program() -> None:
    book = book_of()
    book.rows[PROGRAMS] = [row for row in book.rows[PROGRAMS] if row.text("id") != "galeri-usaha"]
    outcome, desk = taken(book)
    assert (outcome.problems, desk.texts) == ((), {})
    assert outcome.notes == ("Barisnya dihapus dari lembar, programnya tetap: Galeri Usaha Kecil Daring.",)


def test_an_agency_does_not_take_itself_out() -> None:
    book = book_of(OTHER)
    fill(book, PROGRAMS, "antrean-daring", {"pelaksana": "Inspektorat Kota", "bukti": KNOWN})
    outcome, _ = taken(book)
    assert [kind for kind, _, _ in told(outcome)] == ["lembar-terkunci"]


def test_a_workbook_of_another_city_is_refused() -> None:
    book = book_of()
    book.city = "18.72"
    outcome, _ = taken(book)
    assert told(outcome) == [("lembar-lain", "", "")]
    book = book_of()
    book.agency = "dinas-mimpi"
    outcome, _ = taken(book)
    assert told(outcome) == [("lembar-instansi", "", "")]


# New programs


def test_a_row_without_an_id_becomes_a_new_file() -> None:
    book = book_of()
    add(book, PROGRAMS, NEW_PROGRAM)
    outcome, desk = taken(book)
    assert words(outcome) == ""
    assert desk.texts == {
        "data/program/loket-malam-contoh.yml": (
            'id: "loket-malam-contoh"\n'
            'status_data: "contoh"\n'
            'sumber:\n  - "salinan-perwal-12-2024"\n'
            'nama: "Loket Malam (contoh)"\n'
            'dalam_masterplan: "belum_diketahui"\n'
            'pengelompokan: "penyusun"\n'
            'dimensi: "ekonomi"\n'
            'topik:\n  - "usaha-kerja"\n'
            'cakupan: "seluruh_kota"\n'
            f'penanggung_jawab: "{AGENCY}"\n'
            'pemrakarsa:\n  - "pemerintah"\n'
            'status: "direncanakan"\n'
            'kabar_terakhir: "2024-03-18"\n'
        )
    }
    assert outcome.after is not None
    assert outcome.after.programs["loket-malam-contoh"].lead == AGENCY


def test_a_new_program_says_what_it_lacks() -> None:
    book = book_of()
    add(book, PROGRAMS, {"nama": "Loket Malam (contoh)"})
    outcome, _ = taken(book)
    assert told(outcome) == [
        ("lembar-wajib", PROGRAMS, "D11"),
        ("lembar-wajib", PROGRAMS, "I11"),
        ("lembar-bukti", PROGRAMS, "O11"),
        ("lembar-wajib", PROGRAMS, "P11"),
        ("lembar-wajib", PROGRAMS, "Q11"),
        ("lembar-wajib", PROGRAMS, "R11"),
    ]


@pytest.mark.parametrize("name", ["Rekam Kesehatan", "Antrean-Daring!"])
def test_a_name_that_is_taken_makes_no_second_file(name: str) -> None:
    book = book_of()
    add(book, PROGRAMS, NEW_PROGRAM | {"nama": name})
    outcome, desk = taken(book)
    assert told(outcome) == [("lembar-ganda", PROGRAMS, "B11")]
    assert desk.texts == {}


# Evidence


@pytest.mark.parametrize(
    ("kind", "address", "expected"),
    [
        ("dokumen", None, Reliability.OTHER),
        ("berita", "https://kabar.example/a", Reliability.MEDIA),
        ("kajian", None, Reliability.ACADEMIC),
        ("berita", "https://info.kota.go.id/a", Reliability.OFFICIAL),
        ("laporan", "https://go.id.example/a", Reliability.OTHER),
        ("laporan", "https://mego.id/a", Reliability.OTHER),
    ],
)
def test_a_new_source_is_official_only_at_a_government_address(
    kind: str, address: str | None, expected: Reliability
) -> None:
    assert reliability(kind, address) is expected


def test_a_new_source_must_be_found_again_by_readers() -> None:
    book = book_of()
    fill(book, "Sumber baru", "B1", {"judul": "Notulen", "url": "notulen.pdf"})
    fill(book, PROGRAMS, "antrean-daring", {"bukti": "B1"})
    outcome, _ = taken(book)
    assert told(outcome) == [
        ("lembar-sumber", "Sumber baru", "C2"),
        ("lembar-sumber", "Sumber baru", "D2"),
        ("lembar-sumber", "Sumber baru", "E2"),
        ("bukan-alamat-web", "Sumber baru", "F2"),
    ]


def test_a_source_that_is_known_is_not_recorded_twice() -> None:
    book = book_of()
    address = KNOWN.replace("https://", "http://www.") + "/"
    fill(book, "Sumber baru", "B1", {"url": address, **NEW_SOURCE})
    fill(book, PROGRAMS, "antrean-daring", {"bukti": "B1"})
    _, desk = taken(book)
    assert changed(desk) == {FILE: ([], ['  - "salinan-perwal-12-2024"'])}


def test_the_same_title_of_the_same_publisher_is_the_same_source() -> None:
    book = book_of()
    source = desk_of().plan.sources["salinan-perwal-12-2024"]
    row = NEW_SOURCE | {"judul": source.title.upper(), "penerbit": source.publisher}
    fill(book, "Sumber baru", "B1", row)
    fill(book, PROGRAMS, "antrean-daring", {"bukti": "B1"})
    _, desk = taken(book)
    assert changed(desk) == {FILE: ([], ['  - "salinan-perwal-12-2024"'])}


def test_a_source_that_no_cell_names_is_told_and_not_recorded() -> None:
    book = book_of()
    fill(book, "Sumber baru", "B1", NEW_SOURCE)
    outcome, desk = taken(book)
    assert desk.texts == {}
    assert outcome.notes == ("Sumber baru yang tidak disebut di kolom Bukti, tidak dicatat: B1.",)
