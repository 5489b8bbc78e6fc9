"""Changes told together: losses first, program by program, with their sources; other people's text stays text."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import ClassVar

import markdown
import pytest

from content_tools.changes.change import Change
from content_tools.changes.compare import compare
from content_tools.changes.escape import markdown_link, markdown_text
from content_tools.changes.told import as_json, as_markdown, as_text, known_sources
from content_tools.changes.whole import Removed
from tests.attack.hostile import ADDRESSES, payloads
from tests.changes.mutations import with_record
from tests.insight.cities import example

PLAN = example()
SOURCES = known_sources(PLAN, None)


@dataclass(frozen=True)
class Said(Change):
    """A change that says what a test wants."""

    words: str = "Status: Berjalan → Ditunda"
    kind: ClassVar[str] = "diubah"

    def sentence(self) -> str:
        return self.words


def said(words: str, collection: str = "program", id: str = "a", name: str = "Nama", sources: tuple[str, ...] = ()) -> Said:  # fmt: skip
    return Said(collection, id, name, sources, words)


def test_the_summary_counts_programs_and_other_records() -> None:
    changes = [said("A"), said("B"), said("C", id="b"), said("D", "sumber"), said("E", "situs", "situs")]
    assert as_text(changes, {}).splitlines()[0] == "5 perubahan pada 2 program dan 2 catatan lain."
    assert as_text(changes[3:], {}).splitlines()[0] == "2 perubahan pada 2 catatan."
    assert as_text(changes[:2], {}).splitlines()[0] == "2 perubahan pada 1 program."
    assert as_text([], {}) == "Tidak ada perubahan isi."


def test_losses_stand_first_and_sources_with_title_publisher_and_address() -> None:
    sources = ("apbd-2026", "tidak-ada", "masterplan-buku-2")
    changes = [
        said("Pagu naik", sources=sources),
        said("Nama berganti", sources=sources[2:]),
        Removed("sumber", "lama", "Judul lama", (), None),
    ]
    assert as_text(changes, SOURCES).splitlines() == [
        "3 perubahan pada 1 program dan 1 catatan lain.",
        "PERHATIAN! Sumber: Judul lama: sumber dihapus.",
        "",
        "Program: Nama",
        "  - Pagu naik [1, 3]",
        "  - Nama berganti [3]",
        "    [1] Penjabaran APBD Kota Rekamaya 2026, Badan Keuangan Kota Rekamaya (contoh), https://contoh.example/sumber/apbd-2026",
        "    [3] Masterplan Kota Cerdas Rekamaya 2024–2033, Buku II: Program dan Peta Jalan, Badan Perencanaan Kota Rekamaya (contoh), https://contoh.example/sumber/masterplan-buku-2",
        "",
        "Sumber: Judul lama",
        "  - PERHATIAN: sumber dihapus",
    ]


def test_programs_read_the_same_keys_always() -> None:
    told = as_json([said("Pagu naik", sources=("apbd-2026",))], SOURCES)
    assert json.loads(json.dumps(told)) == {
        "ringkasan": "1 perubahan pada 1 program.",
        "perubahan": [
            {
                "jenis": "diubah",
                "kumpulan": "program",
                "id": "a",
                "nama": "Nama",
                "kalimat": "Pagu naik",
                "perhatian": False,
                "sumber": [
                    {
                        "id": "apbd-2026",
                        "judul": "Penjabaran APBD Kota Rekamaya 2026",
                        "penerbit": "Badan Keuangan Kota Rekamaya (contoh)",
                        "alamat": "https://contoh.example/sumber/apbd-2026",
                    }
                ],
            }
        ],
    }


def test_a_summary_that_is_too_long_says_how_many_are_left() -> None:
    changes = [said("Status: Berjalan → Ditunda" * 20, id=str(number)) for number in range(3000)]
    told = as_markdown(changes, {}, room=50_000)
    shown = told.count("\n- ")
    assert len(told.encode()) < 50_200
    assert told.endswith(f"… dan {3000 - shown} perubahan lagi; lihat dengan `masterplan diff`.")
    assert 0 < shown < 3000


TRICKS = {
    "mention": "@dinas-kominfo dan @pemkot/unit",
    "issue": "#12, GH-12, pemkot/data#12",
    "merge": "!12 ~label %tonggak $potongan &epik",
    "commit": "d6cd1e2bd19e03a81132a23b2025920577f84e37 dan 0a1b2c3",
    "address": "https://jahat.example www.jahat.example surat@jahat.example",
    "link": "[klik](javascript:alert(1)) ![x](https://jahat.example/x.png) <https://jahat.example>",
    "html": "<img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt;",
    "table": "a | b | c",
    "block": "# Judul",
    "list": "- satu",
    "number": "1. satu",
    "plus": "+ satu",
    "quote": "> kutipan",
    "fence": "```sh",
    "line": "=====",
    "emphasis": "*tebal* _miring_ ~~coret~~ `kode` ==tanda== ^atas^",
    "smile": ":tada: :+1:",
    "math": "$x$ dan $$y$$",
    "note": "[^1] [x]: https://jahat.example",
    "lines": "satu\n\n## dua\u2028tiga\r- empat",
}
ALERTED = re.compile(r"(?<![\w.])[#@!~%$&]\w|GH-\d|://|www\.|\b[0-9a-f]{7,40}\b|:[\w+-]+:")
"""What a host would act on in plain text."""


def shown(text: str) -> str:
    """What a reader sees of one line of Markdown, tags and all."""
    return markdown.markdown(f"- {markdown_text(text)}", extensions=["tables", "attr_list", "footnotes"])


@pytest.mark.parametrize("text", [*TRICKS.values(), *payloads().values(), *ADDRESSES], ids=lambda text: None)
def test_text_of_others_stays_text_in_a_summary(text: str) -> None:
    made = shown(text)
    tags = set(re.findall(r"<[^>]*>", made))
    assert tags <= {"<ul>", "</ul>", "<li>", "</li>"}
    seen = html.unescape(re.sub(r"<[^>]*>", "", made)).strip()
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    assert seen.replace("\u200b", "").split() == plain.replace("\u200b", "").split()
    assert not ALERTED.search(seen)


@pytest.mark.parametrize("text", [*payloads().values(), *TRICKS.values()], ids=lambda text: None)
def test_a_summary_line_stays_one_line_wherever_text_stands(text: str) -> None:
    told = as_markdown([said(text, name=text)], {})
    assert [line for line in told.splitlines() if line.startswith(("#", "-", "|", ">", "`"))] == [
        "## Perubahan isi",
        f"### {markdown_text(f'Program: {text}')}",
        f"- {markdown_text(text)}",
    ]
    assert all(line.isprintable() for line in as_text([said(text, name=text)], {}).splitlines()[3:])


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_others_cannot_leave_its_link(address: str) -> None:
    made = markdown.markdown(markdown_link(address, address))
    found = re.fullmatch(r'<p><a href="([^"]*)">[^<]*</a></p>', made)
    assert found is not None
    assert html.unescape(found[1]).startswith("https://contoh.example/")
    assert not re.search(r"[<>`\"\s]", html.unescape(found[1]))


def test_a_change_of_a_hostile_record_is_told_as_text() -> None:
    before = PLAN.programs["cafe-data"]
    after = before.model_copy(update={"name": "<b>@semua</b> #1 | x", "location": "[x](y)\n# z"})
    plan = with_record(PLAN, "program", before, after)
    told = re.sub(r"&#\d+;", "", as_markdown(compare(PLAN, plan), known_sources(PLAN, plan)))
    assert not re.search(r"<b>|@semua|#1|\| x|\[x\]\(y\)|\n# z", told)
