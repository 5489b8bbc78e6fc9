"""A record gets another id: its file, every reference in records and pages, and the old address that leads on."""

from __future__ import annotations

import re
from typing import Any

from content_tools.editing.canonical import in_order, plain
from content_tools.editing.desk import Desk
from content_tools.model.base import Part, Record
from content_tools.model.plan import Plan
from content_tools.model.references import references
from content_tools.model.values import SLUG_PATTERN
from content_tools.pages.written import find
from content_tools.reading.words import did_you_mean


def find_record(plan: Plan, name: str) -> tuple[str, Record]:
    """Collection and record for `mpp` or `program/mpp`. Raises ValueError when none or several have this id."""
    wanted, _, bare = name.rpartition("/")
    found = [
        (collection, records[bare])
        for collection, records in plan.collections()
        if bare in records and wanted in ("", collection)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{collection}/{bare}" for collection, _ in found)
        raise ValueError(f"“{name}” ada di beberapa tempat; tulis salah satu: {names}")
    known = [f"{collection}/{record}" for collection, records in plan.collections() for record in records]
    hint = did_you_mean(name, known if wanted else [one.rpartition("/")[2] for one in known])
    raise ValueError(f"catatan “{name}” tidak ada. {hint}".strip())


def _pointing(part: Part, written: dict[str, Any], collection: str, old: str, new: str) -> bool:
    """Whether a record points at the old id; its plain form then points at the new one, once in each list."""
    found = [path for path, where, name in references(part) if (where, name) == (collection, old)]
    for path in reversed(found):
        node: Any = written
        for step in path[:-1]:
            node = node[step]
        if isinstance(node, list) and new in node:
            del node[int(path[-1])]
        else:
            node[path[-1]] = new
    return bool(found)


def _page_text(text: str, collection: str, old: str, new: str) -> str:
    """A written page with its references and its blocks' options turned to the new id."""
    whole = re.compile(rf"(?<![\w/-]){re.escape(old)}(?![\w/-])")
    parts, last = [], 0
    for found in find(text):
        inside = text[found.start : found.end]
        if found.kind == "acuan" and found.name == f"{collection}/{old}":
            inside = inside.replace(f"/{old}", f"/{new}")
        elif found.kind == "blok":
            keys = ("id",) if found.name == collection else (collection,)
            if any(re.search(rf"(?m)^\s*{key}\s*:", found.body) for key in keys):
                inside = whole.sub(new, inside)
        parts += [text[last : found.start], inside]
        last = found.end
    return "".join([*parts, text[last:]])


def repoint(desk: Desk, collection: str, old: Record, new: str) -> None:
    """Everything that points at a record points at another id, on the desk: records, settings, written pages.

    The record itself, and the one that has the new id, are left to the caller.
    """
    plan = desk.plan
    singles = [("kota", plan.city), ("masterplan", plan.masterplan)]
    records = [(where, other) for where, some in plan.collections() for other in some.values()]
    for where, other in (*singles, *records):
        written = plain(other)
        own = where == collection and other.id in (old.id, new)
        if not own and _pointing(other, written, collection, old.id, new):
            desk.put(where, written, other)
    site = plain(plan.site)
    if _pointing(plan.site, site, collection, old.id, new):
        desk.put_site(site)
    for path in sorted(desk.project.docs.rglob("*.md")):
        file = f"docs/{path.relative_to(desk.project.docs).as_posix()}"
        text = desk.text(file)
        if text is not None:
            desk.write_text(file, _page_text(text, collection, old.id, new))


def rename(desk: Desk, name: str, new: str) -> None:
    """Give a record another id, on the desk. Raises ValueError when that cannot be."""
    collection, record = find_record(desk.plan, name)
    records = desk.plan.collection(collection)
    if not re.match(SLUG_PATTERN, new):
        raise ValueError(f"“{new}” bukan id: hanya huruf kecil, angka, dan tanda hubung, mis. bank-sampah")
    if new in records:
        raise ValueError(f"id “{new}” sudah dipakai {collection} “{new}”; untuk menggabung: masterplan merge")
    holder = next((other for other in records.values() if new in other.former_ids), None)
    if holder is not None:
        whose = "catatan ini sendiri" if holder is record else f"{collection} “{holder.id}”"
        raise ValueError(f"“{new}” adalah id lama {whose}; alamat lama tidak dipakai ulang")
    written = plain(record)
    _pointing(record, written, collection, record.id, new)
    written |= {"id": new, "id_lama": [*record.former_ids, record.id]}
    desk.put(collection, in_order(type(record), written), record)
    repoint(desk, collection, record, new)
