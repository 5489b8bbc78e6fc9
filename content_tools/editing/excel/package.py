"""Whether a file may be opened as a workbook at all. Looked at before anything in it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from content_tools.editing.excel.book import MAX_FILE_BYTES
from content_tools.editing.excel.fields import Refused

MAX_UNPACKED_BYTES = 15 * 1024 * 1024
MAX_PARTS = 400

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Office programs begin, and protected ones of new programs."""
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_SAVE = "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx (Excel Workbook)."
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check(data: bytes) -> None:
    """Refuse what is no workbook, or one that could do harm. Raises Refused."""
    if len(data) > MAX_FILE_BYTES:
        raise Refused(
            "lembar-besar",
            "berkas ini lebih dari 5 MiB",
            "Hapus gambar dan lembar tambahan, lalu simpan ulang.",
        )
    if data.startswith(_OLD):
        if _PROTECTED in data:
            hint = "Hapus kata sandi berkasnya di Excel (Info, Lindungi Buku Kerja), lalu simpan ulang."
            raise Refused("lembar-jenis", "berkas ini dikunci dengan kata sandi", hint)
        raise Refused("lembar-jenis", "ini berkas Excel lama (.xls)", _SAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise Refused("lembar-jenis", "berkas ini bukan buku kerja Excel, atau rusak", _SAVE) from None


def _parts(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise Refused(
            "lembar-besar",
            "isi berkas ini terlalu besar saat dibuka",
            "Salin isian Anda ke lembar asli, lalu kirim lembar itu.",
        )
    names = {part.filename for part in parts}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Refused("lembar-jenis", "berkas ini berisi makro", _SAVE)
    if "xl/workbook.xml" not in names:
        raise Refused("lembar-jenis", "berkas ini bukan buku kerja Excel (.xlsx)", _SAVE)
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            text = package.read(part)
            if b"\x00" in text[:200] or _DECLARED.search(text):
                raise Refused("lembar-jenis", "berkas ini tidak disimpan oleh Excel atau LibreOffice", _SAVE)
