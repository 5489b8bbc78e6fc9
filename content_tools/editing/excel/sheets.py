"""The sheets of an agency's workbook: their names, their columns, what each column is for."""

from __future__ import annotations

from dataclasses import dataclass

from content_tools.editing.excel.fields import Field, field_of
from content_tools.model.base import Part
from content_tools.model.program import Budget, Milestone, Program
from content_tools.model.reference import Source

EVIDENCE = "bukti"
"""The key of the column that holds evidence."""


@dataclass(frozen=True)
class Column:
    """One column: its key, its heading, the note on the heading, and who may write there."""

    key: str
    title: str
    note: str
    width: int
    """In letters."""
    field: Field | None = None
    """The key of the record it stands for; None for one that is only asked in the workbook."""
    proven: bool = False
    """Whether a change here needs evidence."""
    locked: bool = False
    only_new: bool = False
    """Whether only new rows may fill it."""
    hidden: bool = False
    allowed: tuple[str, ...] = ()
    """What may be chosen, when no field says it."""


@dataclass(frozen=True)
class Sheet:
    """One sheet. The first column holds the key of each row."""

    name: str
    columns: tuple[Column, ...]
    spare: int = 0
    """Empty rows for what is new."""
    model: type[Part] | None = None
    """What a row of it is a part of a program of."""
    part: str = ""
    """The key of the program's list that its rows stand in."""

    @property
    def key(self) -> str:
        """The key of the column that names a row."""
        return self.columns[0].key

    def column(self, key: str) -> Column:
        """The column with this key. Raises StopIteration for one that is not there."""
        return next(column for column in self.columns if column.key == key)


def _column(
    model: type[Part], path: str, width: int, note: str = "", proven: bool = False, only_new: bool = False
) -> Column:
    field = field_of(model, path)
    several = "Beberapa isi dipisah dengan |." if field.many else ""
    meanings = [f"{choice.label}: {choice.meaning}" for choice in field.choices if choice.meaning]
    proof = "Bila diubah, isi juga kolom Bukti." if proven else ""
    when = "Tahun, bulan, atau tanggal, mis. 28 Maret 2024." if field.moment else ""
    words = [note or when or field.help, several, *meanings, proof]
    text = "\n".join(word for word in words if word)
    return Column(".".join(field.path), field.title, text, width, field, proven, only_new=only_new)


_EVIDENCE = Column(
    EVIDENCE, "Bukti (tautan/nomor dokumen)",
    "Wajib bila status, tanggal, atau angka diubah. Tulis tautan sumber yang sudah tercatat, atau kode dari lembar "
    "Sumber baru, mis. B1. Beberapa bukti dipisah dengan |.",
    34,
)  # fmt: skip

_NEW = "Hanya diisi untuk program baru."

PROGRAMS = Sheet(
    "Program Anda",
    (
        Column("id", "Id", "Jangan diubah. Kosongkan untuk program baru.", 18, locked=True),
        _column(Program, "name", 32),
        _column(Program, "summary", 44),
        _column(Program, "status", 18, proven=True),
        _column(Program, "status_reason", 30, proven=True),
        _column(
            Program, "last_news", 17, "Waktu sumber terbaru yang menyebut program ini, mis. 28 Maret 2024.", proven=True
        ),
        _column(Program, "schedule.start", 17, proven=True),
        _column(Program, "schedule.end", 17, proven=True),
        _column(Program, "scope", 19),
        _column(Program, "location", 26),
        _column(Program, "places", 26, "Nama kecamatan atau kelurahan."),
        _column(Program, "executors", 30, "Nama instansi.", proven=True),
        _column(Program, "beneficiaries", 24),
        _column(Program, "purpose", 44, "Tujuan seperti tertulis dalam dokumennya.", proven=True),
        _EVIDENCE,
        _column(Program, "dimension", 22, _NEW, only_new=True),
        _column(Program, "topics", 22, _NEW, only_new=True),
        _column(Program, "initiators", 18, _NEW, only_new=True),
    ),
    spare=10,
)  # fmt: skip

_ROW = Column("baris", "Baris", "", 12, locked=True, hidden=True)
_PROGRAM = Column("program", "Program", "Pilih salah satu program di lembar Program Anda.", 40, only_new=True)

MONEY = Sheet(
    "Anggaran",
    (
        _ROW,
        _PROGRAM,
        _column(Budget, "year", 9, "Tahun anggaran, empat angka.", proven=True),
        _column(Budget, "kind", 30, proven=True),
        _column(Budget, "funding", 26, proven=True),
        _column(Budget, "amount", 22, proven=True),
        _EVIDENCE,
    ),
    spare=25,
    model=Budget,
    part="anggaran",
)

STEPS = Sheet(
    "Langkah penting",
    (
        _ROW,
        _PROGRAM,
        _column(Milestone, "name", 44, proven=True),
        _column(Milestone, "on", 18, proven=True),
        _column(Milestone, "start", 18, "Bila langkahnya berlangsung lama: sejak kapan.", proven=True),
        _column(Milestone, "end", 18, "Bila langkahnya berlangsung lama: sampai kapan.", proven=True),
        _column(Milestone, "status", 14, proven=True),
        _column(Milestone, "output", 36, "Hasil langkah ini.", proven=True),
        _EVIDENCE,
    ),
    spare=10,
    model=Milestone,
    part="tonggak",
)

QUESTIONS = Sheet(
    "Pertanyaan",
    (
        _ROW,
        Column("program", "Program", "", 36, locked=True),
        Column("hal", "Hal", "", 22, locked=True),
        Column("pertanyaan", "Pertanyaan", "", 52, locked=True),
        Column("jawaban", "Jawaban", "Kosongkan bila Anda tidak tahu.", 52),
        _EVIDENCE,
    ),
)

NOT_OURS = Sheet(
    "Bukan program kami",
    (
        Column("id", "Id", "", 18, locked=True),
        Column("nama", "Nama", "", 44, locked=True),
        Column("bukan", "Bukan program kami", "Pilih ya bila program ini bukan program instansi Anda.", 14, allowed=("ya",)),
        Column("alasan", "Alasan", "Mis. sejak 2025 pindah ke instansi lain; sebutkan yang mana.", 60),
    ),
)  # fmt: skip

NEW_SOURCES = Sheet(
    "Sumber baru",
    (
        Column("kode", "Kode", "Tulis kode ini di kolom Bukti.", 8, locked=True),
        _column(Source, "title", 52, "Judul, dengan nomornya bila ada."),
        _column(Source, "publisher", 32, "Siapa yang menerbitkan."),
        _column(Source, "on", 18, "Tanggal terbit, mis. 28 Maret 2024."),
        _column(Source, "kind", 18),
        _column(Source, "url", 48, "Mulai dengan https://. Kosongkan bila tidak ada di internet."),
    ),
    spare=20,
)

SHEETS = (PROGRAMS, MONEY, STEPS, QUESTIONS, NOT_OURS, NEW_SOURCES)
"""In the order of the workbook, after the first sheet, which is only read."""

PARTS = (MONEY, STEPS)
"""Sheets whose rows are parts of programs."""
