"""Two records become one: what both tell is joined, the address that goes leads to the one that stays."""

from __future__ import annotations

import math
from typing import Any

from annotated_types import MaxLen
from pydantic.fields import FieldInfo

from content_tools.editing.canonical import in_order, plain, yaml_lines
from content_tools.editing.desk import Desk
from content_tools.editing.renaming import find_record, repoint

_OWN = ("id", "id_lama", "status_data")
"""Keys that stay as the remaining record has them, or are set here."""


def _limit(field: FieldInfo) -> float:
    """How many items a list may hold."""
    return next((mark.max_length for mark in field.metadata if isinstance(mark, MaxLen)), math.inf)


def _filled(written: dict[str, Any], key: str) -> bool:
    """Whether a key has its value; a schedule has it with its end."""
    value = written.get(key)
    return "selesai" in value if key == "jadwal" and value else bool(value)


def merge(desk: Desk, name: str, into: str) -> list[str]:
    """Join a record into another one of its collection, on the desk.

    Lists are joined, values that only the one that goes has move over. Returned are the lines of what differs and
    was not taken over, for a person to decide. Raises ValueError when the two cannot be joined.
    """
    collection, gone = find_record(desk.plan, name)
    target, stays = find_record(desk.plan, into if "/" in into else f"{collection}/{into}")
    if target != collection or gone is stays:
        raise ValueError(f"“{name}” dan “{into}” harus dua catatan yang berbeda dari jenis yang sama")
    left: dict[str, Any] = {}
    limits = {field.alias: _limit(field) for field in type(stays).model_fields.values()}
    written = plain(stays)
    for key, value in plain(gone).items():
        if key in _OWN:
            continue
        kept = written.get(key)
        if kept is None:
            written[key] = value
        elif (
            isinstance(kept, list)
            and len(both := [*kept, *(one for one in value if one not in kept)]) <= limits[key]
        ):
            written[key] = both
        elif kept != value:
            left[key] = value
    written["id_lama"] = [*stays.former_ids, *gone.former_ids, gone.id]
    written["belum_ada"] = [one for one in written.get("belum_ada", []) if not _filled(written, one["hal"])]
    for key in ("terkait", "ketergantungan"):
        written[key] = [other for other in written.get(key, []) if other not in (gone.id, stays.id)]
    desk.put(
        collection,
        in_order(type(stays), {key: value for key, value in written.items() if value != []}),
        stays,
    )
    desk.remove(collection, gone)
    repoint(desk, collection, gone, stays.id)
    return list(yaml_lines(left))
