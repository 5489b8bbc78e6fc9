"""The form in a real browser: what it saves, what it cannot touch, whom it asks, how it looks on a phone.

Every record of both cities is opened in the form, changed in one word and saved.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page

from content_tools.editing.form.config import form_config
from content_tools.editing.form.host import Host, github, gitlab
from content_tools.editing.form.pages import form_files
from content_tools.editing.formatting import canonical, data_files
from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR
from content_tools.pages.checking import check_project
from content_tools.reading.layout import FOLDERS, LISTS
from content_tools.reading.plan import read_plan
from content_tools.reading.project import Project
from tests.conftest import EXAMPLE, ROOT, Scratch, serving
from tests.tools.form_editor import FakeGitHub, Form, modules

pytestmark = [pytest.mark.slow, pytest.mark.browser]

CITIES = {"metro": ROOT, "contoh": EXAMPLE}
TRYING = Host({"name": "test-repo"})
"""The editor's own host for trying: the browser's file system."""


def plan_of(city: str) -> Plan:
    """A city's plan."""
    plan, _ = read_plan(CITIES[city] / "data")
    assert plan is not None
    return plan


def data_of(city: str) -> dict[str, str]:
    """Every file of a city's data, as text."""
    return {file: path.read_text("utf-8") for file, path in data_files(CITIES[city] / "data")}


def written(folder: Path, city: str, host: Host) -> Path:
    """A folder with the form of a city below `sunting/`."""
    for name, content in form_files(plan_of(city), host, modules()).items():
        path = folder / "sunting" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, with + and -."""
    lines = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in lines if not line.startswith("@@")]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page tall enough that the form draws every field at once."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 9000}, reduced_motion="reduce", service_workers="block"
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


@pytest.fixture
def form(page: Page, tmp_path: Path) -> Iterator[Form]:
    """The invented city's form, its data in the browser."""
    with serving(written(tmp_path, "contoh", TRYING), policy=None) as url:
        opened = Form(page, f"{url}sunting/")
        opened.start(data_of("contoh"))
        yield opened


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize(
    "host",
    [
        github("kota/data", "main", None),
        github("kota/data", "main", "https://masuk.kota.example"),
        gitlab("kota/data", "main", "abc", "https://git.kota.example"),
    ],
    ids=["github", "github-masuk", "gitlab"],
)
def test_the_configuration_fits_the_editors_own_schema(city: str, host: Host) -> None:
    schema = json.loads((modules() / "@sveltia" / "cms" / "schema" / "sveltia-cms.json").read_text("utf-8"))
    made = form_config(plan_of(city), host)
    assert [error.json_path for error in Draft7Validator(schema).iter_errors(made)] == []


@pytest.mark.parametrize("city", CITIES)
def test_every_record_changed_in_one_word_differs_in_that_line_only(
    city: str, page: Page, tmp_path: Path
) -> None:
    files = data_of(city)
    page.set_viewport_size({"width": 1280, "height": 2000})  # more fields take longer to draw
    with serving(written(tmp_path, city, TRYING), policy=None) as url:
        form = Form(page, f"{url}sunting/")
        form.start(files)
        wrong = {}
        for file, before in files.items():
            form.open(_place(file))
            box = form.box(_first_text(form, file))
            box.fill(f"{box.input_value()} x")
            form.save()
            lines = changed_lines(before, form.read(file))
            if [line[0] for line in lines] != ["-", "+"] or not lines[1].endswith(' x"'):
                wrong[file] = lines
    assert wrong == {}


def _place(file: str) -> str:
    """Where the form opens a file: `program/entries/mpp`, `daftar/entries/sumber`."""
    parts = file.removesuffix(".yml").split("/")[1:]
    if parts[0] in FOLDERS:
        return f"{parts[0]}/entries/{parts[1]}"
    return f"{'daftar' if parts[0] in LISTS else 'pengaturan'}/entries/{parts[0]}"


def _first_text(form: Form, file: str) -> str:
    """The key of a text that may be changed; in a list, one of its first item, which is opened."""
    name = file.removesuffix(".yml").split("/")[1]
    if name in LISTS or name == "sinonim":
        form.page.locator(f'[data-key-path="{name}"] .item button').first.click()
        form.page.locator(f'[data-key-path^="{name}.0."]').first.wait_for()
        fields = form.page.locator(f'[data-key-path^="{name}.0."]')
    else:
        fields = form.page.locator("[data-key-path]")
    shown = fields.evaluate_all("all => all.map(one => [one.dataset.keyPath, one.dataset.fieldType])")
    wanted = ("nama", "judul", "label", "pertanyaan", "uraian", "tentang", "kata.0")
    for key, kind in shown:
        if kind in ("string", "text") and key.removeprefix(f"{name}.0.") in wanted:
            return str(key)
    raise AssertionError(f"{file}: no text among {shown}")


@pytest.mark.parametrize("file", ["data/program/air-hilang.yml", "data/istilah.yml", "data/kota.yml"])
def test_a_record_changed_back_is_the_same_byte_for_byte(form: Form, file: str) -> None:
    before = data_of("contoh")[file]
    for ending in (" x", ""):
        form.open(_place(file))
        box = form.box(_first_text(form, file))
        box.fill(box.input_value().removesuffix(" x") + ending)
        form.save()
    assert form.read(file) == before


def test_a_record_without_a_change_cannot_be_saved(form: Form) -> None:
    form.open("program/entries/air-hilang")
    assert form.page.get_by_role("button", name="Simpan", exact=True).is_disabled()
    form.box("nama").fill("Nama lain")
    assert form.page.get_by_role("button", name="Simpan", exact=True).is_enabled()


def test_ids_of_existing_records_are_locked(form: Form) -> None:
    form.open("program/entries/air-hilang")
    assert not form.box("id").is_editable()
    assert form.box("nama").is_editable()
    form.open("daftar/entries/istilah")
    _first_text(form, "data/istilah.yml")
    assert not form.box("istilah.0.id").is_editable()


def test_a_new_record_gets_its_id_as_file_name_and_passes_the_check(form: Form, scratch: Scratch) -> None:
    form.open("program/new")
    assert form.box("id").is_editable()
    form.box("id").fill("taman-baca")
    form.box("nama").fill("Taman baca kelurahan")
    for key, word in (
        ("status_data", "CONTOH, bukan data nyata"),
        ("dalam_masterplan", "Belum diketahui"),
        ("pengelompokan", "Penyusun situs"),
        ("cakupan", "Seluruh kota"),
    ):
        form.page.locator(f'[data-key-path="{key}"]').get_by_role("radio", name=word).click()
    for key in ("dimensi", "topik", "pemrakarsa", "sumber"):
        form.page.locator(f'[data-key-path="{key}"]').get_by_role("combobox").click()
        form.page.get_by_role("option").first.click()
    form.page.locator('[data-key-path="status"]').get_by_role("combobox").click()
    form.page.get_by_role("option", name="Diusulkan").click()
    form.save()
    text = form.read("data/program/taman-baca.yml")
    assert text.startswith('id: "taman-baca"\nstatus_data: "contoh"\n')
    assert canonical(text, "data/program/taman-baca.yml") == text
    (scratch.root / "data/program/taman-baca.yml").write_text(text, "utf-8")
    assert _errors(scratch.root) == []


def _errors(root: Path) -> list[str]:
    _, problems = check_project(Project.at(root))
    return [problem.message for problem in problems if problem.severity is ERROR]


def test_a_changed_status_and_date_become_a_pull_request_of_those_lines(
    page: Page, tmp_path: Path, scratch: Scratch
) -> None:
    file = "data/program/air-hilang.yml"
    before = data_of("contoh")[file]
    host = FakeGitHub(data_of("contoh"))
    page.context.route("https://api.github.com/**", host.answer)
    place = github("kota/data", "main", None)
    with serving(written(tmp_path / "situs", "contoh", place), policy=None) as url:
        form = Form(page, f"{url}sunting/")
        page.goto(form.url)
        page.get_by_role("button", name="Masuk dengan token").click()
        page.locator("input").first.fill("token-contoh")
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url("**/#/collections**")
        form.open("program/entries/air-hilang")
        page.locator('[data-key-path="status"]').get_by_role("combobox").click()
        page.get_by_role("option", name="Uji coba").click()
        form.box("kabar_terakhir").fill("2026-10-05")
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_role("button", name="Kirim untuk diperiksa").click()
        for _ in range(200):
            if host.pulls[0]["labels"] == ["sveltia-cms/pending_review"] and not host.pulls[0]["draft"]:
                break
            page.wait_for_timeout(50)
    saved = host.branches["cms/program/air-hilang"]
    assert list(saved) == [file]
    assert [line for line in changed_lines(before, saved[file]) if line[0] == "+"] == [
        '+status: "uji_coba"',
        '+kabar_terakhir: "2026-10-05"',
    ]
    assert len(changed_lines(before, saved[file])) == 4
    assert list(host.branches) == ["cms/program/air-hilang"]
    assert [(pull["title"], pull["head"], pull["base"], pull["draft"], pull["labels"]) for pull in host.pulls] == [
        ("Ubah Program air-hilang lewat formulir", "cms/program/air-hilang", "main", False, ["sveltia-cms/pending_review"])
    ]  # fmt: skip
    assert host.unknown == []
    scratch.edit(file, lambda _: saved[file])
    assert _errors(scratch.root) == []


def test_the_form_speaks_indonesian_and_asks_nobody_else(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en-US", service_workers="block"
    )
    page = context.new_page()
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda told: refused.append(told.text) if told.type == "error" else None)
    with serving(written(tmp_path, "contoh", TRYING), policy=None) as url:
        form = Form(page, f"{url}sunting/")
        form.start(data_of("contoh"))
        form.open("program/entries/air-hilang")
        assert page.evaluate("document.documentElement.lang") == "id"
        assert page.get_by_role("button", name="Simpan", exact=True).is_visible()
        assert form.box("id").bounding_box()["width"] > 300
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert {address for address in asked if not address.startswith((url, "data:", "blob:"))} == set()
        assert [told for told in refused if "Content Security Policy" in told] == []
    context.close()


def test_a_site_with_the_form_still_serves_the_page_without_javascript(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with serving(written(tmp_path, "contoh", TRYING), policy=None) as url:
        page.goto(f"{url}sunting/")
        assert "Formulir ini memerlukan JavaScript." in page.inner_text("body")
    context.close()
