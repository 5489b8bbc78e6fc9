"""What MkDocs would let through: links, strange files and names, broken front matter, Python tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tools.model.problem import Problem
from content_tools.pages.checking import check_project
from content_tools.reading.folder import check_config, check_data_folder, check_docs_folder
from content_tools.reading.front_matter import check_front_matter
from content_tools.reading.project import Project
from tests.conftest import Scratch


def one(problems: list[Problem]) -> Problem:
    """The only problem."""
    assert len(problems) == 1, problems
    return problems[0]


# data/


@pytest.mark.parametrize(
    ("name", "rule", "message"),
    [
        ("program/foto.png", "berkas-jenis", "jenis berkas “.png” tidak diterima di sini"),
        ("program/contoh.yaml", "berkas-jenis", "jenis berkas “.yaml” tidak diterima di sini"),
        ("program/.contoh.yml.swp", "berkas-jenis", "jenis berkas “.swp” tidak diterima di sini"),
        (".DS_Store", "berkas-jenis", "jenis berkas “.DS_Store” tidak diterima di sini"),
        ("program/Contoh.yml", "berkas-nama", "nama berkas ini tidak diterima"),
        ("program/dua kata.yml", "berkas-nama", "nama berkas ini tidak diterima"),
        ("program/a'b.yml", "berkas-nama", "nama berkas ini tidak diterima"),
        ("program/-x.yml", "berkas-nama", "nama berkas ini tidak diterima"),
        ("program/x\n.yml", "berkas-nama", "nama berkas ini tidak diterima"),
        ("instnsi.yml", "berkas-asing", "berkas ini tidak dibaca"),
    ],
)
def test_a_file_that_nothing_would_read_is_told(tmp_path: Path, name: str, rule: str, message: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    problem = one(list(check_data_folder(tmp_path)))
    assert (problem.file, problem.rule, problem.message) == (f"data/{name}", rule, message)
    assert problem.hint


def test_a_misspelt_file_is_compared_with_those_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "instnsi.yml").touch()
    assert one(list(check_data_folder(tmp_path))).hint.startswith("Maksud Anda “instansi.yml”?")


def test_a_folder_that_nothing_would_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "program" / "lama").mkdir(parents=True)
    (tmp_path / "programs").mkdir()
    assert [(problem.file, problem.message) for problem in check_data_folder(tmp_path)] == [
        ("data/programs", "folder ini tidak dibaca"),
        ("data/program/lama", "folder ini tidak dibaca"),
    ]


def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "situs.yml").symlink_to("/etc/hostname")
    (tmp_path / "program" / "hilang.yml").symlink_to("tidak-ada")
    (tmp_path / "indikator").symlink_to(tmp_path / "program")
    problems = list(check_data_folder(tmp_path))
    assert [problem.file for problem in problems] == [
        "data/indikator",
        "data/situs.yml",
        "data/program/hilang.yml",
    ]
    assert {problem.message for problem in problems} == {"tautan simbolik tidak diterima"}
    assert "tautan dapat membawa berkas dari luar" in problems[0].hint


def test_the_usual_files_are_no_problem(tmp_path: Path) -> None:
    for name in ("situs.yml", "belum_ditemukan.yml", "program/bank-sampah.yml", "kerangka/spbe-2024.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list(check_data_folder(tmp_path)) == []


# docs/


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("skrip.js", "jenis berkas “.js” tidak diterima di sini"),
        ("gambar.svg", "jenis berkas “.svg” tidak diterima di sini"),
        ("halaman.html", "jenis berkas “.html” tidak diterima di sini"),
        (".htaccess", "jenis berkas “.htaccess” tidak diterima di sini"),
        ("Halaman.md", "nama berkas ini tidak diterima"),
        ("README.md", "nama berkas ini tidak diterima"),
        ("a.b.md", "nama berkas ini tidak diterima"),
        ("<b>.md", "nama berkas ini tidak diterima"),
        ("café.md", "nama berkas ini tidak diterima"),
    ],
)
def test_a_file_that_should_not_be_published_is_told(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / name).touch()
    problem = one(list(check_docs_folder(tmp_path)))
    assert (problem.file, problem.message) == (f"docs/{name}", message)


def test_pages_and_pictures_are_no_problem(tmp_path: Path) -> None:
    for name in ("index.md", "peta-2026.webp", "tentang/cara-membaca.md", "naskah.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list(check_docs_folder(tmp_path)) == []


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_folder_or_a_dead_link_named_like_a_page_is_told_and_not_read(scratch: Scratch, kind: str) -> None:
    path = scratch.root / "docs" / "aneh.md"
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("tidak-ada")
    _, problems = check_project(Project.at(scratch.root))
    assert "docs/aneh.md" in {problem.file for problem in problems}


# Front matter


@pytest.mark.parametrize("text", ["# Judul\n", "", '---\ntitle: "Judul"\ndescription: Isi\n---\n# Judul\n'])
def test_a_page_with_plain_front_matter_or_none_is_no_problem(text: str) -> None:
    assert check_front_matter(text, "docs/a.md") == []


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("---\ntitle: x\n# Judul\n", "1:1", "kepala halaman tidak ditutup", "Tutup dengan baris --- sendiri"),
        ("----\ntitle: x\n---\n", "1:1", "kepala halaman tidak ditutup", "hapus --- di baris pertama"),
        ("---\n- a\n---\n", "2:1", "kepala halaman bukan “kunci: isi”", "Tulis baris-baris “kunci: isi”."),
        (
            "---\ntitle: x\ntempate: y\n---\n",
            "3:1",
            "kunci kepala halaman “tempate” tidak dikenal",
            "Pilihan: title",
        ),
        ("---\ntitel: x\n---\n", "2:1", "kunci kepala halaman “titel” tidak dikenal", "Maksud Anda “title”?"),
        ("---\ntitle:\n---\n", "2:1", "“title” kosong", "Isi satu baris teks."),
        ("---\ntitle: [a]\n---\n", "2:1", "“title” kosong", "Isi satu baris teks."),
        ("---\ntitle: a: b\n---\n", "2:9", "titik dua di dalam teks", "tanda kutip"),
        ("---\ntitle: !!python/name:os.system\n---\n", "2:8", "tanda YAML", "Hapus tanda itu"),
        ("---\ntitle: x\ntitle: y\n---\n", "3:1", "kunci “title” ditulis dua kali", "Hapus salah satu"),
    ],
)
def test_broken_front_matter_is_told_by_its_line(text: str, place: str, message: str, hint: str) -> None:
    problem = one(check_front_matter(text, "docs/a.md"))
    assert problem.place == f"docs/a.md:{place}"
    assert message in problem.message
    assert hint in problem.hint


def test_front_matter_without_its_lines_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text(
        "Catatan: angka ini sementara.\ntemplate: lain.html\n\n# Judul\n", "utf-8"
    )
    assert [problem.place for problem in check_docs_folder(tmp_path)] == ["docs/index.md:1:1"]


def test_marks_of_a_merge_conflict_in_a_page_are_told(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Judul\n<<<<<<< HEAD\nsatu\n=======\ndua\n>>>>>>> cabang\n", "utf-8")
    assert [problem.place for problem in check_docs_folder(tmp_path)] == ["docs/index.md:2:1"]


def test_personal_data_in_a_page_is_refused(scratch: Scratch) -> None:
    scratch.edit("docs/tentang/koreksi.md", lambda text: text + "\nHubungi 0812-3456-7890.\n")
    _, problems = check_project(Project.at(scratch.root))
    assert "docs/tentang/koreksi.md" in {problem.file for problem in problems}


# mkdocs.yml


@pytest.mark.parametrize(
    "line",
    [
        "extra: !!python/name:os.system",
        "extra: !!python/object/apply:os.system [ls]",
        "extra: !<tag:yaml.org,2002:python/name:os.system>",
        "%TAG ! tag:yaml.org,2002:python/",
        "extra: !!PYTHON/name:x",
    ],
)
def test_a_python_tag_is_found_as_text_before_anything_loads_it(tmp_path: Path, line: str) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_name: x\n{line}\n", "utf-8")
    problem = one(list(check_config(config)))
    assert (problem.file, problem.line, problem.message) == (
        "mkdocs.yml",
        2,
        "tanda YAML ini dapat menjalankan kode",
    )
    assert problem.found == line
    assert "content_tools/hooks.py" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "extra: !!pyth%6Fn/name:os.system\n",
        "%TAG !p! tag:yaml.org,2002:py\n---\nextra: !p!thon/name:os.system\n",
    ],
)
def test_a_python_tag_in_disguise_is_found_too(tmp_path: Path, text: str) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, "utf-8")
    assert [problem.rule for problem in check_config(config)] == ["mkdocs-tanda"]


def test_a_python_tag_in_an_inherited_file_is_found_too(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: dasar.yml\n", "utf-8")
    (tmp_path / "dasar.yml").write_text("extra: !!python/name:os.system\n", "utf-8")
    assert [problem.rule for problem in check_config(tmp_path / "mkdocs.yml")] == ["mkdocs-tanda"]


def test_plain_settings_are_no_problem(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_url: !ENV [SITE_URL, 'http://localhost/']\nsite_name: Bahasa Python\n", "utf-8")
    assert list(check_config(config)) == []


def test_missing_settings_are_told(tmp_path: Path) -> None:
    assert one(list(check_config(tmp_path / "mkdocs.yml"))).message == "berkas wajib ini tidak ada"
