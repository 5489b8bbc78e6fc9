"""A new record is asked for piece by piece; a wrong answer is told and asked again."""

from __future__ import annotations

from content_tools.editing.creating import Question, ask, slug
from content_tools.editing.desk import Desk
from content_tools.reading.project import Project
from tests.conftest import Scratch


def answering(answers: dict[str, list[str]]) -> tuple[object, list[tuple[str, str]]]:
    """Someone who gives these answers in turn for each key, and what they were told was wrong."""
    told: list[tuple[str, str]] = []

    def answer(question: Question, wrong: str) -> str:
        if wrong:
            told.append((question.key, wrong))
        assert len(told) < 10, told
        return answers.get(question.key, [""]).pop(0) if answers.get(question.key) else ""

    return answer, told


def test_a_new_program_is_valid_and_asks_again_where_it_must(scratch: Scratch) -> None:
    desk = Desk(Project.at(scratch.root))
    source = next(iter(desk.plan.sources))
    answer, told = answering({
        "nama": ["", "Kebun Balai"], "id": ["cafe-data", ""], "sumber": [f"{source}x", source], "dalam_masterplan": ["ya"],
        "pengelompokan": ["penyusun"], "dimensi": ["lingkungan"], "topik": [next(iter(desk.plan.topics))],
        "cakupan": ["kota", "seluruh_kota"], "pemrakarsa": ["warga, komunitas"], "status": ["usulan"],
    })  # fmt: skip
    record = ask(desk.plan, "program", answer)  # type: ignore[arg-type]
    assert [key for key, _ in told] == ["nama", "id", "sumber", "cakupan"]
    assert told[0][1] == "wajib diisi"
    assert told[1][1] == "id “cafe-data” sudah dipakai"
    assert "seluruh_kota" in told[3][1]
    assert record["id"] == "kebun-balai"
    assert record["status_data"] == "contoh"
    assert record["pemrakarsa"] == ["warga", "komunitas"]
    desk.put("program", record)
    assert desk.new_problems() == []
    desk.save()
    text = (scratch.root / "data/program/kebun-balai.yml").read_text("utf-8")
    assert text.startswith('id: "kebun-balai"\nstatus_data: "contoh"\nsumber:\n')


def test_a_new_record_of_a_list_stands_at_its_end(scratch: Scratch) -> None:
    desk = Desk(Project.at(scratch.root))
    answer, told = answering({
        "jenis": ["berita"], "judul": ["Kebun di atap balai"], "penerbit": ["Kabar Reka"], "diakses": ["kemarin", "24/11/2026"],
        "bagian_dibaca": ["awal"], "keandalan": ["media"],
    })  # fmt: skip
    record = ask(desk.plan, "sumber", answer)  # type: ignore[arg-type]
    assert [key for key, _ in told] == ["diakses"]
    assert (record["id"], record["diakses"]) == ("kebun-di-atap-balai", "2026-11-24")
    desk.put("sumber", record)
    assert (desk.text("data/sumber.yml") or "").endswith(
        '    bagian_dibaca: "awal"\n    keandalan: "media"\n'
    )


def test_the_parts_a_record_cannot_do_without_are_asked_too(scratch: Scratch) -> None:
    desk = Desk(Project.at(scratch.root))
    source = next(iter(desk.plan.sources))
    answer, _ = answering({
        "nama": ["Luas kebun"], "jenis": ["hasil"], "id": ["luas-kebun", "luas-kebun-2026"],
        "jenis_nilai": ["realisasi"], "sumber": [source, source],
    })  # fmt: skip
    record = ask(desk.plan, "indikator", answer)  # type: ignore[arg-type]
    assert record["nilai"] == [{"id": "luas-kebun-2026", "jenis_nilai": "realisasi", "sumber": [source]}]


def test_an_id_is_made_of_a_name() -> None:
    assert slug("Bank Sampah (Induk) – Sesi 2") == "bank-sampah-induk-sesi-2"
    assert slug("Café Data") == "cafe-data"
