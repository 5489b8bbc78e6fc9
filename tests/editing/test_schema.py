"""The schemas let editors explain keys, accept every file there is, and refuse what a keyboard slips."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from content_tools.editing.formatting import data_files, formatted
from content_tools.editing.schema import editor_settings, schemas
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE
from tests.conftest import EXAMPLE, ROOT


def test_the_schemas_in_the_repository_are_those_of_the_models() -> None:
    made = schemas()
    assert set(made) == {f"{name}.json" for name in (*SINGLE, *OPTIONAL, *FOLDERS, *LISTS)}
    for name, schema in made.items():
        Draft7Validator.check_schema(schema)
        assert json.loads((ROOT / "schema" / name).read_text("utf-8")) == schema, "run: masterplan schema"
    assert json.loads((ROOT / ".vscode/settings.json").read_text("utf-8")) == editor_settings()


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["metro", "contoh"])
def test_every_file_of_both_cities_fits_its_schema_in_its_canonical_form(root: Any) -> None:
    validators = {name: Draft7Validator(schema) for name, schema in schemas().items()}
    for file, path in data_files(root / "data"):
        name = file.split("/")[1].removesuffix(".yml")
        content = yaml.load(formatted(path, file), Loader=yaml.CSafeLoader)
        assert [error.message for error in validators[f"{name}.json"].iter_errors(content)] == [], file


@pytest.mark.parametrize(
    "slip",
    [{"statsu": "berjalan"}, {"status": "jalan"}, {"topik": "kesehatan"}, {"id": "A B"}, {"layanan": {}}],
)
def test_a_slip_of_the_keyboard_does_not_fit(slip: dict[str, Any]) -> None:
    file = next(path for name, path in data_files(EXAMPLE / "data") if name.startswith("data/program/"))
    content = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    assert list(Draft7Validator(schemas()["program.json"]).iter_errors(content | slip)) != []


def test_every_key_says_what_it_is_called() -> None:
    properties = schemas()["program.json"]["properties"]
    assert properties["alasan_status"]["title"] == "Alasan status"
    assert properties["alasan_status"]["description"] == "Wajib bila ditunda atau dihentikan."
    assert "berjalan: Berjalan" in properties["status"]["description"]
