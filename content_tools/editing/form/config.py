"""The whole configuration of the form: which files it opens, where it saves, how it writes."""

from __future__ import annotations

from typing import Any

from content_tools.editing.form.fields import Codes, Field, fields, items, naming
from content_tools.editing.form.host import Host
from content_tools.model.plan import Plan
from content_tools.model.reference import Frame
from content_tools.reading.layout import FOLDERS, LISTS, OPTIONAL, SINGLE

LABELS = {
    "situs": "Situs",
    "kota": "Kota",
    "masterplan": "Masterplan",
    "sinonim": "Kata yang sama dalam pencarian",
    "program": "Program",
    "indikator": "Angka kota",
    "kerangka": "Kerangka",
    "instansi": "Instansi",
    "wilayah": "Wilayah",
    "regulasi": "Dasar hukum",
    "dokumen": "Dokumen rencana",
    "riwayat": "Riwayat penyusunan",
    "sumber": "Sumber",
    "istilah": "Istilah",
    "belum_ditemukan": "Yang belum ditemukan",
    "ditahan": "Angka yang ditahan",
}
"""What staff call each kind of record."""


def form_config(plan: Plan, host: Host) -> dict[str, Any]:
    """What the form reads at its start (`config.yml`), made from the models and the frames of a plan."""
    codes = {"dimensi": _codes(plan.dimension_frame), "topik": _codes(plan.topic_frame)}
    return {
        "backend": host.backend,
        "publish_mode": "editorial_workflow",
        "app_title": title(plan),
        "logo": {"src": "logo.svg"},
        # No pictures: they would be saved past the pull request.
        "media_libraries": {"default": False, "cloudinary": False},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"quote": "double", "indent_size": 2, "indent_sequences": True},
        },
        "collections": [
            *(_folder(name, codes) for name in FOLDERS),
            _files("daftar", "Daftar", {name: [_whole_list(name, codes)] for name in LISTS}),
            _files(
                "pengaturan",
                "Situs, kota, masterplan",
                {name: fields(model, codes) for name, model in {**SINGLE, **OPTIONAL}.items()},
            ),
        ],
    }


def title(plan: Plan) -> str:
    """The name of the form's page."""
    return f"Sunting data (pegawai) · {plan.site.name}"


def _codes(frame: Frame) -> list[dict[str, Any]]:
    """What may be chosen from a frame; an item below another is named after it."""
    listed = []
    for top in frame.tops:
        listed.append({"label": top.name, "value": top.code})
        listed += [
            {"label": f"{top.name}: {item.name}", "value": item.code} for item in frame.inside(top.code)
        ]
    return listed


def _folder(name: str, codes: Codes) -> dict[str, Any]:
    model = FOLDERS[name]
    return {
        "name": name,
        "label": LABELS[name],
        "folder": f"data/{name}",
        "extension": "yml",
        "format": "yml",
        "create": True,
        "delete": False,
        "duplicate": False,
        "publish": False,
        "identifier_field": naming(model)[0],
        "summary": " ".join(f"{{{{{key}}}}}" for key in naming(model)),
        "slug": {"template": "{{id}}", "editable": False},
        "fields": fields(model, codes),
    }


def _files(name: str, label: str, files: dict[str, list[Field]]) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "format": "yml",
        "publish": False,
        "files": [
            {"name": file, "label": LABELS[file], "file": f"data/{file}.yml", "fields": inside}
            for file, inside in files.items()
        ],
    }


def _whole_list(name: str, codes: Codes) -> Field:
    return {"name": name, "label": LABELS[name], **dict(items(LISTS[name], codes))}
