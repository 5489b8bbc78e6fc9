"""Personal data is refused anywhere."""

import re
from collections.abc import Iterator

from content_tools.model.base import Part
from content_tools.model.plan import Plan
from content_tools.model.problem import Kind, Problem
from content_tools.model.references import texts
from content_tools.rules.rule import rule

_NIK = re.compile(r"(?<![\d.,])(?:\d{16}|\d{4}(?:[ .-]\d{4}){3}|\d{6}[ .-]\d{6}[ .-]\d{4})(?![\d.,]?\d)")
_PHONE = re.compile(r"(?<!\d)(?:\+?62[\s.-]?|0)8[1-9]\d(?:[\s.-]?\d){6,10}(?!\d)")
_MAIL = re.compile(
    r"[\w.+-]+@(?:gmail|yahoo|ymail|rocketmail|hotmail|outlook|live|icloud)\.\w+", re.IGNORECASE
)
_PATTERNS = (
    (_NIK, "ada nomor 16 angka yang mungkin NIK", "Hapus nomornya; NIK tidak pernah diterbitkan."),
    (_PHONE, "ada nomor telepon genggam", "Hapus nomornya; hanya telepon kantor di instansi.yml yang boleh."),
    (_MAIL, "ada surel pribadi", "Hapus, atau pakai surel kantor."),
)
_QUICK = (re.compile(r"[0-9]{10}"), re.compile(r"[0-9]{2}[\s.-][0-9][0-9\s.-]{6,}[0-9]"))
"""A quick look: a text without “@” and without any of these holds none of the patterns."""
_LINKS = ("url", "arsip", "tautan", "situs")
_OFFICE_PHONES = ("telepon", "alamat")
"""Where an office may give a mobile number: an agency's phone, a channel for corrections."""


def _may_hold(text: str) -> bool:
    return "@" in text or any(quick.search(text) for quick in _QUICK)


def personal_data(text: str) -> Iterator[tuple[str, str, str, int]]:
    """Personal data in a text: what it is, how to repair it, its first letters, and where it stands."""
    if not _may_hold(text):
        return
    for pattern, message, hint in _PATTERNS:
        for match in pattern.finditer(text):
            yield message, hint, match.group()[:4] + "…", match.start()


def _found(part: Part) -> Iterator[tuple[tuple[str | int, ...], str, str, str]]:
    if not _may_hold(part.model_dump_json(exclude={"budgets"})):
        return
    for path, text in texts(part):
        if path[-1] in _LINKS:
            continue
        for message, hint, found, _ in personal_data(text):
            office_phone = "telepon genggam" in message and path[-1] in _OFFICE_PHONES
            if not office_phone:
                yield path, message, hint, found


@rule(
    Kind(
        "MP351",
        "data-pribadi",
        "Data pribadi",
        "Tidak ada data pribadi yang terbit.",
        "Hapus NIK, nomor telepon genggam, dan surel pribadi. Telepon kantor ditulis di data/instansi.yml.",
        wrong="""\
lokasi: Balai Warga, 0812-0000-0000
""",
        right="""\
lokasi: Balai Warga
""",
    ),
)
def check(plan: Plan) -> Iterator[Problem]:
    """Rule 11: NIK, private phones and mail addresses."""
    for record in plan.records():
        for path, message, hint, found in _found(record):
            yield record.problem(path, message, hint, found)
    for path, message, hint, found in _found(plan.site):
        yield Problem("data/situs.yml", message, hint, path, found)
