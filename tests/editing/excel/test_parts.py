"""Money, steps, answers and refusals: placed where a record has room for them, else told to a person."""

from __future__ import annotations

import pytest

from tests.editing.excel.workshop import KNOWN, OTHER, add, book_of, changed, fill, taken, told, words

MONEY, STEPS, QUESTIONS, NOT_OURS = "Anggaran", "Langkah penting", "Pertanyaan", "Bukan program kami"
PROGRAM = "Antrean Daring Puskesmas dan Kelurahan"
FILE = "data/program/antrean-daring.yml"
CEILING = "antrean-daring / 2026 / pagu_apbd / apbd_kota"
ROW = {
    "program": PROGRAM,
    "tahun": "2027",
    "jenis_angka": "Pagu indikatif",
    "sumber_dana": "APBD Kota",
    "jumlah": "Rp310.500.000",
    "bukti": KNOWN,
}


def test_another_amount_rests_on_its_own_evidence() -> None:
    book = book_of()
    fill(book, MONEY, CEILING, {"jumlah": "1.290.000.000", "bukti": KNOWN})
    outcome, desk = taken(book)
    assert words(outcome) == ""
    gone, come = changed(desk)[FILE]
    assert gone == ["    jumlah: 290000000", '      - "apbd-2026"']
    assert come == [
        '  - "salinan-perwal-12-2024"',
        "    jumlah: 1290000000",
        '      - "salinan-perwal-12-2024"',
    ]
    assert outcome.after is not None
    money = outcome.after.programs["antrean-daring"].budgets[-1]
    assert (money.amount, money.sources) == (1_290_000_000, ("salinan-perwal-12-2024",))


def test_a_new_row_of_money_is_added_at_the_end() -> None:
    book = book_of()
    add(book, MONEY, ROW)
    outcome, desk = taken(book)
    assert words(outcome) == ""
    text = desk.texts[FILE]
    assert text is not None
    assert (
        "  - tahun: 2027\n"
        "    jumlah: 310500000\n"
        '    jenis_angka: "pagu_indikatif"\n'
        '    sumber_dana: "apbd_kota"\n'
        '    sumber:\n      - "salinan-perwal-12-2024"\n'
    ) in text


@pytest.mark.parametrize(
    ("cells", "kind", "cell"),
    [
        ({"program": "Rekam Kesehatan Satu Kota"}, "lembar-instansi", "B29"),
        ({"program": ""}, "lembar-wajib", "B29"),
        ({"jumlah": ""}, "lembar-wajib", "F29"),
        ({"jumlah": "-5"}, "rupiah-negatif", "F29"),
        ({"jumlah": "2,6 miliar"}, "bukan-rupiah", "F29"),
        ({"tahun": "26"}, "bukan-tahun", "C29"),
        ({"jenis_angka": "Pagu"}, "bukan-pilihan", "D29"),
        ({"bukti": ""}, "lembar-bukti", "G29"),
        ({"tahun": "2026", "jenis_angka": "Pagu APBD"}, "lembar-ganda", "B29"),
    ],
)
def test_a_new_row_of_money_that_cannot_be_says_why(cells: dict[str, str], kind: str, cell: str) -> None:
    book = book_of()
    add(book, MONEY, ROW | cells)
    outcome, desk = taken(book)
    assert told(outcome) == [(kind, MONEY, cell)]
    assert desk.texts == {}


def test_money_of_a_program_that_is_new_in_the_same_workbook() -> None:
    book = book_of()
    new = {
        "nama": "Loket Malam (contoh)",
        "status": "Direncanakan",
        "cakupan": "Seluruh kota",
        "bukti": KNOWN,
    }
    new |= {"dimensi": "Ekonomi", "topik": "Usaha dan kerja", "pemrakarsa": "Pemerintah"}
    add(book, "Program Anda", new)
    add(book, MONEY, ROW | {"program": "Loket Malam (contoh)"})
    outcome, _ = taken(book)
    assert words(outcome) == ""
    assert outcome.after is not None
    assert outcome.after.programs["loket-malam-contoh"].budgets[0].amount == 310_500_000


def test_an_emptied_row_of_money_stays() -> None:
    book = book_of()
    fill(book, MONEY, CEILING, {"jumlah": "", "bukti": KNOWN})
    outcome, _ = taken(book)
    assert told(outcome) == [("lembar-wajib", MONEY, "F6")]
    book = book_of()
    book.rows[MONEY] = book.rows[MONEY][1:]
    outcome, desk = taken(book)
    assert (outcome.problems, desk.texts) == ((), {})
    assert outcome.notes == ("Baris yang dihapus di lembar Anggaran tetap tercatat: 1.",)


def test_a_row_that_others_took_out_meanwhile_is_told_only_when_it_was_changed() -> None:
    book = book_of()
    key = "antrean-daring / 2023 / realisasi / apbd_kota"
    assert book.base is not None
    base = {"baris": key, "program": PROGRAM, "tahun": "2023", "jumlah": "1"}
    book.base[MONEY, key] = base
    add(book, MONEY, base)
    assert taken(book)[0].problems == ()
    fill(book, MONEY, key, {"jumlah": "2"})
    assert told(taken(book)[0]) == [("lembar-berubah", MONEY, "F29")]


def test_a_step_keeps_its_sources_and_gets_one_more() -> None:
    book = book_of()
    fill(book, STEPS, "antrean-daring / Dua desa tersambung", {"status": "Batal", "bukti": KNOWN})
    outcome, desk = taken(book)
    assert words(outcome) == ""
    assert changed(desk)[FILE][1] == [
        '  - "salinan-perwal-12-2024"', '    status: "batal"', '      - "salinan-perwal-12-2024"'
    ]  # fmt: skip
    step = outcome.after.programs["antrean-daring"].milestones[-1] if outcome.after else None
    assert step is not None and step.sources[-1] == "salinan-perwal-12-2024" and len(step.sources) > 1


def test_a_new_step_has_a_day() -> None:
    book = book_of()
    cells = {"program": PROGRAM, "nama": "Semua puskesmas", "bukti": KNOWN}
    add(book, STEPS, cells)
    assert told(taken(book)[0]) == [("lembar-wajib", STEPS, "D15")]
    book = book_of()
    add(book, STEPS, cells | {"waktu": "November 2026"})
    outcome, _ = taken(book)
    assert words(outcome) == ""


# Answers


def test_an_answer_is_written_and_no_longer_missing() -> None:
    book = book_of(OTHER)
    fill(book, QUESTIONS, "anak-aman-daring / tujuan", {"jawaban": "Anak aman.", "bukti": KNOWN})
    fill(book, QUESTIONS, "anak-aman-daring / jadwal", {"jawaban": "Desember 2027", "bukti": KNOWN})
    outcome, desk = taken(book)
    assert words(outcome) == ""
    assert outcome.follow_up == ()
    assert changed(desk) == {
        "data/program/anak-aman-daring.yml": (
            ['  - hal: "jadwal"'],
            [
                '  - "salinan-perwal-12-2024"', 'tujuan: "Anak aman."', "jadwal:", '  selesai: "2027-12"',
            ],
        )
    }  # fmt: skip


def test_an_answer_without_evidence_is_not_written() -> None:
    book = book_of(OTHER)
    fill(book, QUESTIONS, "anak-aman-daring / tujuan", {"jawaban": "Anak aman."})
    outcome, desk = taken(book)
    assert [kind for kind, _, _ in told(outcome)] == ["lembar-bukti"]
    assert desk.texts == {}


def test_what_no_key_holds_is_left_for_a_person_and_not_lost() -> None:
    book = book_of(OTHER)
    fill(
        book,
        QUESTIONS,
        "anak-aman-daring / target",
        {"jawaban": "20 sekolah pada 2027", "bukti": "RKPD 2027"},
    )
    fill(book, QUESTIONS, "anak-aman-daring / jadwal", {"jawaban": "kalau dananya ada"})
    fill(book, QUESTIONS, "anak-aman-daring / anggaran", {"jawaban": "Rp40 juta"})
    outcome, desk = taken(book)
    assert words(outcome) == ""
    assert desk.texts == {}
    name = "Anak Aman di Dunia Daring"
    assert outcome.follow_up == (
        f"{name}, Jadwal selesai: “kalau dananya ada”. (“kalau dananya ada” bukan tanggal)",
        f"{name}, Target resmi: “20 sekolah pada 2027”. Bukti: RKPD 2027. (belum ada tempatnya dalam catatan)",
        f"{name}, Anggaran resmi: “Rp40 juta”. (angkanya diisi di lembar Anggaran)",
    )


def test_two_answers_to_one_thing_must_agree() -> None:
    book = book_of(OTHER)
    fill(book, "Program Anda", "anak-aman-daring", {"tujuan": "Anak aman.", "bukti": KNOWN})
    fill(book, QUESTIONS, "anak-aman-daring / tujuan", {"jawaban": "Anak pintar.", "bukti": KNOWN})
    outcome, _ = taken(book)
    assert [kind for kind, _, _ in told(outcome)] == ["lembar-dua-jawaban"]
    assert "berbeda dari isian di lembar Program Anda, sel N2" in words(outcome)
    fill(book, QUESTIONS, "anak-aman-daring / tujuan", {"jawaban": "Anak aman."})
    assert taken(book)[0].problems == ()


def test_an_answer_to_what_is_no_longer_open_is_left_for_a_person() -> None:
    book = book_of(OTHER)
    assert book.base is not None
    key = "rekam-kesehatan / jadwal"
    book.base[QUESTIONS, key] = {"baris": key}
    add(
        book,
        QUESTIONS,
        {"baris": key, "program": "Rekam", "hal": "Jadwal", "jawaban": "2030", "bukti": KNOWN},
    )
    outcome, desk = taken(book)
    assert desk.texts == {}
    assert outcome.follow_up == (
        f"Rekam, Jadwal: “2030”. Bukti: {KNOWN}. (pertanyaannya sudah tidak terbuka)",
    )


# Not ours


def test_a_program_that_is_not_theirs_is_told_and_stays() -> None:
    book = book_of()
    fill(book, NOT_OURS, "antrean-daring", {"bukan": "✓", "alasan": "Sejak 2026 di dinas lain."})
    outcome, desk = taken(book)
    assert (outcome.problems, desk.texts) == ((), {})
    assert outcome.follow_up == (f"{PROGRAM}, bukan program instansi ini: Sejak 2026 di dinas lain.",)


@pytest.mark.parametrize(
    ("cells", "kind", "cell"),
    [({"bukan": "ya"}, "lembar-wajib", "D3"), ({"bukan": "mungkin", "alasan": "?"}, "bukan-ya-tidak", "C3")],
)
def test_a_tick_needs_its_reason(cells: dict[str, str], kind: str, cell: str) -> None:
    book = book_of()
    fill(book, NOT_OURS, "antrean-daring", cells)
    assert told(taken(book)[0]) == [(kind, NOT_OURS, cell)]
