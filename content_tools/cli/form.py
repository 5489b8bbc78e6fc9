"""`masterplan form`: the form in the browser, put beside a built site."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from content_tools.cli.project import Commands, in_project, is_project, sound_plan
from content_tools.editing.form.host import github, gitlab
from content_tools.editing.form.pages import form_files
from content_tools.reading.project import Project
from content_tools.release.manifest import write_sums

FOLDER = "sunting"
"""Where below the site the form lies."""


def add(commands: Commands) -> None:
    """Register the command."""
    form = commands.add_parser(
        "form", help=f"tulis formulir untuk pegawai ke SITUS/{FOLDER}/; simpan menjadi pull request"
    )
    form.add_argument("site", metavar="SITUS", help="folder situs yang sudah dibangun, biasanya site")
    form.add_argument("--backend", required=True, choices=("github", "gitlab"), help="tempat data disimpan")
    form.add_argument("--repo", required=True, metavar="PEMILIK/NAMA", help="repositori data")
    form.add_argument("--branch", default="main", metavar="CABANG", help="cabang utama (bawaan: main)")
    form.add_argument(
        "--sign-in",
        metavar="CARA",
        help="github: alamat server masuk (https://…); gitlab: ID aplikasi. Tanpa ini pegawai memakai token",
    )
    form.add_argument(
        "--server", metavar="ALAMAT", help="alamat GitLab milik kota, mis. https://git.kota.go.id"
    )
    form.add_argument(
        "--modules",
        default=".venv/cms/node_modules",
        metavar="FOLDER",
        help="folder node_modules dari requirements/cms (bawaan: yang dipasang make cms)",
    )
    in_project(form)
    form.set_defaults(run=_form)


def _form(arguments: argparse.Namespace) -> int:
    project, site = Project.at(Path(arguments.project)), Path(arguments.site)
    if not is_project(project.root):
        return 2
    if not (site / "index.html").is_file():
        raise ValueError(f"belum ada situs di {site}; jalankan make site dulu")
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", arguments.repo):
        raise ValueError(f"repo “{arguments.repo}” tidak berbentuk PEMILIK/NAMA")
    for address in (arguments.server, arguments.sign_in if arguments.backend == "github" else None):
        if address and not re.fullmatch(r"https://[\w.-]+(:\d+)?", address):
            raise ValueError(f"“{address}” bukan alamat server; tulis seperti https://git.kota.go.id")
    if arguments.server and arguments.backend == "github":
        raise ValueError("--server hanya untuk gitlab")
    if not (Path(arguments.modules) / "@sveltia" / "cms").is_dir():
        raise ValueError("penyunting belum dipasang; jalankan make cms")
    plan = sound_plan(project, "formulir tidak ditulis")
    if plan is None:
        return 1
    where = (arguments.repo, arguments.branch, arguments.sign_in)
    if arguments.backend == "github":
        host = github(*where)
    else:
        host = gitlab(*where, *([arguments.server] if arguments.server else []))
    files = form_files(plan, host, Path(arguments.modules))
    for name, content in files.items():
        path = site / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    write_sums(site)
    print(f"{len(files)} berkas ditulis ke {site / FOLDER}. Yang disimpan di formulir menjadi pull request.")
    return 0
