"""Records: frozen, strict about keys, found by id, and aware of what they point at."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from content_tools.model.base import Absence, Part
from content_tools.model.plan import COLLECTIONS
from content_tools.model.problem import ERROR, Problem, Severity
from content_tools.model.program import Program
from content_tools.model.references import references, texts
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE

PROGRAM = {
    "id": "contoh",
    "status_data": "contoh",
    "nama": "Program contoh",
    "dalam_masterplan": "tidak",
    "pengelompokan": "penyusun",
    "dimensi": "ekonomi",
    "topik": ["usaha-kerja"],
    "cakupan": "seluruh_kota",
    "pemrakarsa": ["warga"],
    "status": "berjalan",
}


def test_a_record_cannot_be_changed() -> None:
    program = Program.model_validate(PROGRAM)
    with pytest.raises(ValidationError, match="frozen"):
        program.name = "Lain"  # type: ignore[misc]


def test_a_record_says_where_it_stands_when_it_has_a_problem() -> None:
    problem = Program.model_validate(PROGRAM).problem(("anggaran", 1, "jumlah"), "terlalu besar", "Periksa.")
    assert (problem.key, problem.severity, problem.place) == ("anggaran[2].jumlah", ERROR, "")


def test_a_problem_is_told_as_editors_open_it() -> None:
    problem = Problem("data/kota.yml", "salah", "Perbaiki.")
    assert problem.place == "data/kota.yml"
    assert problem.at(3, 7).place == "data/kota.yml:3:7"
    assert Severity.WARNING.value == "peringatan"


def test_problems_are_told_file_by_file_from_the_top() -> None:
    problems = [
        Problem("b", "x").at(1, 1),
        Problem("a", "y").at(9, 1),
        Problem("a", "x").at(2, 5),
        Problem("a", "x"),
    ]
    assert [problem.place for problem in sorted(problems, key=lambda problem: problem.order)] == [
        "a", "a:2:5", "a:9:1", "b:1:1",
    ]  # fmt: skip


def test_a_record_names_every_record_it_points_at() -> None:
    program = Program.model_validate(
        PROGRAM
        | {
            "sumber": ["satu"],
            "penanggung_jawab": "dinas",
            "tonggak": [{"nama": "Langkah", "waktu": "2024", "sumber": ["dua"]}],
            "belum_ada": [{"hal": "jadwal", "alasan": "dikecualikan", "dasar": "uu-1"}],
        }
    )
    assert set(references(program)) == {
        (("sumber", 0), "sumber", "satu"),
        (("belum_ada", 0, "dasar"), "regulasi", "uu-1"),
        (("dimensi",), "dimensi", "ekonomi"),
        (("topik", 0), "topik", "usaha-kerja"),
        (("penanggung_jawab",), "instansi", "dinas"),
        (("tonggak", 0, "sumber", 0), "sumber", "dua"),
    }


def test_every_text_of_a_record_is_found_with_its_place() -> None:
    found = dict(texts(Program.model_validate(PROGRAM | {"mitra": ["Bank A", "Bank B"]})))
    assert found["nama",] == "Program contoh"
    assert found["mitra", 1] == "Bank B"


def test_a_record_explains_what_it_does_not_have() -> None:
    program = Program.model_validate(
        PROGRAM | {"belum_ada": [{"hal": "lokasi", "alasan": "belum_ditemukan"}]}
    )
    absence = program.absence("lokasi")
    assert isinstance(absence, Absence)
    assert absence.reason.label == "Belum ditemukan"
    assert program.absence("anggaran") is None


def _models() -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    waiting: list[type[BaseModel]] = [Part]
    while waiting:
        model = waiting.pop()
        found.append(model)
        waiting += model.__subclasses__()
    return found


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_field_is_declared_once_with_key_and_label(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert field.alias, f"{model.__name__}.{name} has no Indonesian key"
        assert field.title, f"{model.__name__}.{name} has no label"
        assert field.alias == field.alias.lower()


def test_every_place_where_records_are_written_is_a_collection_of_the_plan() -> None:
    assert {*FOLDERS, *LISTS} == set(COLLECTIONS)
    assert not {*SINGLE, *OPTIONAL} & set(COLLECTIONS)
