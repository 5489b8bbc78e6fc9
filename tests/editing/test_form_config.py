"""The form's configuration follows the models, and accepts every record there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from content_tools.editing.form.config import LABELS, form_config
from content_tools.editing.form.fields import NAMES, PROSE
from content_tools.editing.form.host import github, gitlab
from content_tools.editing.formatting import data_files
from content_tools.editing.hints import bare, keys
from content_tools.model.base import Part
from content_tools.model.program import Program
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE
from content_tools.reading.plan import read_plan
from tests.conftest import EXAMPLE, ROOT

CITIES = {"metro": ROOT, "contoh": EXAMPLE}
HOST = github("kota/data", "main", None)


def config(city: str = "contoh") -> dict[str, Any]:
    """The configuration made from a city's plan."""
    plan, _ = read_plan(CITIES[city] / "data")
    assert plan is not None
    return form_config(plan, HOST)


CONFIGS = {city: config(city) for city in CITIES}


def files(of: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """`program`, `sumber`, … to the fields of a file."""
    found = {}
    for collection in of["collections"]:
        if "folder" in collection:
            found[collection["name"]] = collection["fields"]
        else:
            found |= {file["name"]: file["fields"] for file in collection["files"]}
    return found


def field(path: str, of: dict[str, Any] | None = None) -> dict[str, Any]:
    """A field by its path (`program/anggaran/jumlah`), without its name."""
    kind, *names = path.split("/")
    inside = files(of or CONFIGS["contoh"])[kind]
    found: dict[str, Any] = {}
    for name in names:
        found = next(one for one in inside if one["name"] == name)
        inside = found.get("fields", [])
    return {key: value for key, value in found.items() if key != "name"}


def same_keys(fields: list[dict[str, Any]], model: type[Any], where: str) -> Iterator[str]:
    """Where the form and a model differ in keys, their order or what is mandatory."""
    wanted = [(key, declared.is_required()) for key, declared, _ in keys(model)]
    if [(one["name"], one.get("required", True)) for one in fields] != wanted:
        yield where
    for one, (key, _, hint) in zip(fields, keys(model), strict=True):
        kind = bare(hint)
        inside = bare(kind.__args__[0]) if getattr(kind, "__origin__", None) is tuple else kind
        if isinstance(inside, type) and issubclass(inside, Part):
            yield from same_keys(one["fields"], inside, f"{where}/{key}")


def test_the_form_knows_every_key_in_the_order_of_the_models() -> None:
    found = files(CONFIGS["contoh"])
    assert set(found) == {*FOLDERS, *LISTS, *SINGLE, *OPTIONAL} == set(LABELS)
    for name, model in {**FOLDERS, **SINGLE, **OPTIONAL}.items():
        assert list(same_keys(found[name], model, name)) == []
    for name, model in LISTS.items():
        assert [one["name"] for one in found[name]] == [name]
        assert list(same_keys(found[name][0]["fields"], model, name)) == []


def test_a_status_is_chosen_by_its_words_with_their_meaning() -> None:
    status = field("program/status")
    assert (status["widget"], status["label"]) == ("select", "Status")
    assert status["options"][4] == {"label": "Berjalan", "value": "berjalan"}
    assert "**Selesai**: Ada bukti bertanggal bahwa hasilnya sudah ada." in status["hint"]


def test_a_date_is_a_text_as_exact_as_its_source() -> None:
    news = field("program/kabar_terakhir")
    assert (news["widget"], news["required"]) == ("string", False)
    assert news["hint"] == "Waktu sumber terbaru yang menyebutnya."
    pattern, message = news["pattern"]
    assert [
        bool(re.search(pattern, text)) for text in ("2026", "2026-03", "2026-03-28", "28 Maret 2026")
    ] == [
        True,
        True,
        True,
        False,
    ]
    assert message == "Tulis tahun, bulan, atau tanggal: 2026, 2026-03, 2026-03-28."


def test_a_decimal_is_written_with_a_comma() -> None:
    pattern, message = field("indikator/nilai/angka")["pattern"]
    assert [bool(re.search(pattern, text)) for text in ("45,5", "-1,79", "1500", "45.5", "1.500")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert message.startswith("Tulis angka tanpa titik ribuan")


def test_money_and_years_are_whole_numbers_within_bounds() -> None:
    assert field("program/anggaran/jumlah") == {
        "label": "Jumlah (Rp)",
        "widget": "number",
        "hint": "Rupiah penuh, bilangan bulat, tidak negatif.",
        "value_type": "int",
        "min": 0,
    }
    year = field("program/anggaran/tahun")
    assert (year["min"], year["max"]) == (1900, 2100)


def test_references_are_chosen_by_name_and_kept_by_id() -> None:
    assert field("program/penanggung_jawab") == {
        "label": "Penanggung jawab",
        "widget": "relation",
        "required": False,
        "collection": "daftar",
        "file": "instansi",
        "value_field": "instansi.*.id",
        "display_fields": ["instansi.*.nama"],
        "search_fields": ["instansi.*.nama", "instansi.*.id"],
    }
    related = field("program/terkait")
    assert (related["collection"], related["value_field"], related["multiple"]) == ("program", "id", True)
    sources = field("program/anggaran/sumber")
    assert (sources["min"], sources.get("required")) == (1, None)
    assert field("program/regulasi")["display_fields"] == [
        "regulasi.*.jenis",
        "regulasi.*.nomor",
        "regulasi.*.tahun",
        "regulasi.*.tentang",
    ]


def test_dimensions_and_topics_come_from_the_frames_of_the_plan() -> None:
    first = field("program/dimensi")["options"][:2]
    assert first == [
        {"label": "Tata kelola birokrasi", "value": "tata-kelola"},
        {"label": "Tata kelola birokrasi: Layanan publik", "value": "layanan-publik"},
    ]
    topics = field("program/topik")
    assert (topics["min"], topics["max"], topics["multiple"]) == (1, 2, True)
    assert field("program/dimensi", CONFIGS["metro"])["options"] != field("program/dimensi")["options"]


def test_an_optional_yes_or_no_may_stay_unsaid() -> None:
    linked = field("istilah/istilah/tautkan")
    assert (linked["widget"], linked["required"]) == ("select", False)
    assert linked["options"] == [{"label": "Ya", "value": True}, {"label": "Tidak", "value": False}]
    assert field("program/quick_win/resmi")["widget"] == "boolean"


def test_text_that_may_be_markdown_is_a_plain_box() -> None:
    # A rich editor would rewrite what it did not change.
    assert field("program/uraian")["widget"] == "text"
    summary = field("program/ringkasan")
    assert (summary["widget"], summary["maxlength"]) == ("text", 280)
    assert field("program/nama")["widget"] == "string"


def test_lists_of_parts_are_closed_and_called_by_name() -> None:
    steps = field("program/tonggak")
    assert (steps["collapsed"], steps["summary"]) == (True, "{{fields.nama}}")
    assert field("sumber/sumber")["summary"] == "{{fields.judul}}"
    assert (field("sumber/sumber")["allow_duplicate"], steps.get("allow_duplicate")) == (False, None)
    assert field("program/angka")["summary"] == "{{fields.teks}}"
    assert field("program/mitra")["field"] == {"name": "isi", "label": "Isi", "widget": "string"}


def test_what_is_saved_becomes_a_pull_request_that_others_merge() -> None:
    made = CONFIGS["contoh"]
    assert made["publish_mode"] == "editorial_workflow"
    assert [collection["publish"] for collection in made["collections"]] == [False] * len(made["collections"])
    folders = [collection for collection in made["collections"] if "folder" in collection]
    assert [(one["name"], one["create"], one["delete"], one["slug"]) for one in folders] == [
        (name, True, False, {"template": "{{id}}", "editable": False}) for name in FOLDERS
    ]
    assert made["output"] == {
        "omit_empty_optional_fields": True,
        "yaml": {"quote": "double", "indent_size": 2, "indent_sequences": True},
    }


def test_pictures_cannot_be_put_in() -> None:
    assert "media_folder" not in CONFIGS["contoh"]
    assert CONFIGS["contoh"]["media_libraries"] == {"default": False, "cloudinary": False}


def test_no_word_of_the_form_outlives_its_key() -> None:
    models = {**FOLDERS, **LISTS, **SINGLE, **OPTIONAL}.values()

    def every(model: type[Any]) -> Iterator[str]:
        for key, _, hint in keys(model):
            yield key
            kind = bare(hint)
            inside = bare(kind.__args__[0]) if getattr(kind, "__origin__", None) is tuple else kind
            if isinstance(inside, type) and issubclass(inside, Part):
                yield from every(inside)

    assert {key for model in models for key in every(model)} >= PROSE
    for model, names in NAMES.items():
        assert set(names) <= {key for key, _, _ in keys(model)}
    assert issubclass(Program, Part)


def refused(value: Any, one: dict[str, Any], where: str) -> Iterator[str]:
    """What the form would not accept of a value that stands in a file."""
    many = one["widget"] == "list" or one.get("multiple", False)
    if many:
        if not isinstance(value, list) or not one.get("min", 0) <= len(value) <= one.get("max", 999):
            yield f"{where}: bukan daftar yang cocok"
            return
        single = {key: of for key, of in one.items() if key not in ("multiple", "min", "max")}
        inside = one.get("field", {**single, "widget": "object"} if "fields" in one else single)
        for index, item in enumerate(value):
            yield from refused(item, inside, f"{where}.{index}")
    elif "fields" in one:
        yield from refused_in(value, one["fields"], where)
    elif "options" in one:
        if value not in [option["value"] for option in one["options"]]:
            yield f"{where}: {value!r} bukan pilihan"
    elif one["widget"] == "number":
        if not isinstance(value, int) or not one["min"] <= value <= one.get("max", value):
            yield f"{where}: {value!r} bukan bilangan yang cocok"
    elif one["widget"] == "boolean":
        if not isinstance(value, bool):
            yield f"{where}: {value!r} bukan ya atau tidak"
    elif not isinstance(value, str) or len(value) > one.get("maxlength", 99_999):
        yield f"{where}: {value!r} bukan teks yang cocok"
    elif "pattern" in one and not re.search(one["pattern"][0], value):
        yield f"{where}: {value!r} tidak cocok dengan polanya"


def refused_in(value: dict[str, Any], fields: list[dict[str, Any]], where: str) -> Iterator[str]:
    """What the form would not accept of a part: keys it does not know, keys that are missing, values."""
    known = {one["name"]: one for one in fields}
    yield from (f"{where}: {key} tidak dikenal" for key in value.keys() - known.keys())
    for key, one in known.items():
        if key in value:
            yield from refused(value[key], one, f"{where}.{key}")
        elif one.get("required", True):
            yield f"{where}: {key} tidak ada"


@pytest.mark.parametrize("city", CITIES)
def test_every_record_of_both_cities_fits_the_form(city: str) -> None:
    known = files(CONFIGS[city])
    looked_at = 0
    for file, path in data_files(CITIES[city] / "data"):
        name = file.split("/")[1].removesuffix(".yml")
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        assert list(refused_in(content, known[name], file)) == []
        looked_at += 1
    assert looked_at > 80


@pytest.mark.parametrize(
    "slip",
    [
        {"statsu": "berjalan"},
        {"status": "jalan"},
        {"kabar_terakhir": "28 Maret 2026"},
        {"topik": []},
        {"anggaran": [{"tahun": 2025}]},
    ],
)
def test_a_slip_does_not_fit_the_form(slip: dict[str, Any]) -> None:
    file = next(path for name, path in data_files(EXAMPLE / "data") if name.startswith("data/program/"))
    content = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader) | slip
    assert list(refused_in(content, files(CONFIGS["contoh"])["program"], "x")) != []


def test_without_a_server_for_signing_in_people_paste_a_token() -> None:
    assert HOST.backend["auth_methods"] == ["token"]
    assert "base_url" not in HOST.backend
    assert (HOST.backend["name"], HOST.backend["repo"], HOST.backend["branch"]) == (
        "github",
        "kota/data",
        "main",
    )
    named = github("kota/data", "main", "https://masuk.kota.example")
    assert named.backend["base_url"] == "https://masuk.kota.example"
    assert "auth_methods" not in named.backend


def test_gitlab_may_be_the_citys_own() -> None:
    own = gitlab("grup/kota/data", "main", "abc123", "https://git.kota.example")
    assert own.addresses == ("https://git.kota.example",)
    assert {key: own.backend[key] for key in ("name", "api_root", "base_url", "auth_type", "app_id")} == {
        "name": "gitlab",
        "api_root": "https://git.kota.example/api/v4",
        "base_url": "https://git.kota.example",
        "auth_type": "pkce",
        "app_id": "abc123",
    }
    assert gitlab("a/b", "main", None).backend["auth_methods"] == ["token"]
