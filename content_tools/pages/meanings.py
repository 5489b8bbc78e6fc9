"""The fixed words of the site and what each one means, for the page that explains how to read it."""

from __future__ import annotations

from markupsafe import Markup

from content_tools.model.choices import (
    BudgetKind,
    DataStatus,
    Missing,
    Pattern,
    PlanStatus,
    ProgramStatus,
    Strength,
    ValueKind,
)
from content_tools.visuals.html import join, tag

MEANINGS = ("status", "pola", "kekuatan", "asal", "belum_ada", "anggaran", "angka", "masterplan")
"""Lists of words that can be explained."""


def meanings(name: str, news_months: int) -> Markup:
    """One of the lists of `MEANINGS`, each word with its sentence."""
    groups: dict[str, list[tuple[str, str]]] = {
        "status": [(status.label, status.meaning) for status in ProgramStatus]
        + [("Belum ada kabar sejak …", f"Kabar terakhir lebih dari {news_months} bulan lalu; status saat itu ditulis.")],
        "pola": [(pattern.label, meaning) for pattern, meaning in zip(Pattern, (
            "Berjalan tanpa batas waktu yang disebut.", "Diadakan setiap tahun; yang terakhir disebut.", "Diadakan satu kali.",
        ), strict=True)],
        "kekuatan": [(strength.label, strength.meaning) for strength in Strength],
        "asal": [(status.label, {
            "ditetapkan": "Isinya dari dokumen yang sudah berlaku.", "rancangan": "Isinya dari rancangan yang dapat berubah.",
            "sumber_publik": "Isinya kami himpun dari laman, berita, dan dokumen publik.", "usulan": "Isinya baru usulan.",
            "contoh": "Isinya karangan untuk memperlihatkan bentuk situs.",
        }[status.value]) for status in DataStatus],
        "belum_ada": [(missing.label, _MISSING[missing]) for missing in Missing],
        "anggaran": [(kind.label, _MONEY[kind]) for kind in BudgetKind],
        "angka": [(kind.label, _VALUES[kind]) for kind in ValueKind],
        "masterplan": [(status.label, "") for status in PlanStatus],
    }  # fmt: skip
    pairs = groups[name]
    if not any(meaning for _, meaning in pairs):
        return tag("ul", *(tag("li", label) for label, _ in pairs))
    return tag(
        "dl", *(join((tag("dt", label), tag("dd", meaning))) for label, meaning in pairs), class_="meanings"
    )


_MISSING = {
    Missing.NOT_FOUND: "Kami mencari sampai tanggal yang disebut dan tidak menemukannya. Bisa saja ada.",
    Missing.NOT_PUBLISHED: "Ada sumber yang menyebut bahwa hal ini belum diumumkan.",
    Missing.NOT_DUE: "Belum waktunya dilaporkan.",
    Missing.NOT_MEASURED: "Belum ada pengukuran.",
    Missing.NOT_APPLICABLE: "Hal ini memang tidak ada pada program tersebut.",
    Missing.NOT_DETAILED: "Sumber menyebutnya tanpa rincian.",
    Missing.EXEMPT: "Menurut peraturan yang disebut, informasi ini tidak dibuka.",
    Missing.NOT_RATED: "Belum ada penilaian.",
    Missing.DISPUTED: "Dua sumber menyebut nilai yang berbeda; keduanya ditulis.",
}
_MONEY = {
    BudgetKind.ESTIMATE: "Perkiraan uang yang diperlukan.",
    BudgetKind.INDICATIVE: "Perkiraan batas belanja saat perencanaan.",
    BudgetKind.CEILING: "Batas belanja yang ditetapkan dalam APBD.",
    BudgetKind.REVISED: "Batas belanja sesudah APBD diubah di tengah tahun.",
    BudgetKind.CONTRACT: "Nilai dalam kontrak dengan penyedia.",
    BudgetKind.SPENT: "Uang yang benar-benar dibelanjakan.",
    BudgetKind.UNSTATED: "Media menyebut jumlahnya tanpa menyebut jenisnya.",
}
_VALUES = {
    ValueKind.ACHIEVED: "Nilai yang sudah tercapai atau terukur.",
    ValueKind.TARGET: "Nilai yang ingin dicapai.",
    ValueKind.PLAN: "Nilai dalam rencana yang berlaku.",
    ValueKind.DRAFT: "Nilai dalam rancangan; dapat berubah.",
}
