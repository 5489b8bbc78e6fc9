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
    """Whether a record points at the old id; its plain form then points at the new one."""
    changed = False
    for path, where, name in references(part):
        if (where, name) != (collection, old):
            continue
        node: Any = written
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = new
        changed = True
    return changed


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


def rename(desk: Desk, name: str, new: str) -> None:
    """Give a record another id, on the desk. Raises ValueError when that cannot be."""
    plan = desk.plan
    collection, record = find_record(plan, name)
    records = plan.collection(collection)
    if not re.match(SLUG_PATTERN, new):
        raise ValueError(f"“{new}” bukan id: hanya huruf kecil, angka, dan tanda hubung, mis. bank-sampah")
    if new in records:
        raise ValueError(f"id “{new}” sudah dipakai {collection} “{new}”")
    holder = next((other for other in records.values() if new in other.former_ids), None)
    if holder is not None and holder is not record:
        raise ValueError(
            f"id “{new}” pernah dipakai {collection} “{holder.id}”; alamat lama tidak dipakai ulang"
        )
    if new in record.former_ids:
        raise ValueError(f"“{new}” adalah id lama catatan ini; alamat lama tidak dipakai ulang")
    for where, others in plan.collections():
        for other in others.values():
            written = plain(other)
            pointing = _pointing(other, written, collection, record.id, new)
            if other is record:
                written["id"] = new
                written["id_lama"] = [*written.get("id_lama", []), record.id]
                written = in_order(type(other), written)
            if pointing or other is record:
                desk.put(where, written, other)
    for single in (plan.city, plan.masterplan):
        written = plain(single)
        if _pointing(single, written, collection, record.id, new):
            desk.put("", written, single)
    site = plain(plan.site)
    if _pointing(plan.site, site, collection, record.id, new):
        desk.put_site(site)
    for path in sorted(desk.project.docs.rglob("*.md")):
        file = f"docs/{path.relative_to(desk.project.docs).as_posix()}"
        text = desk.text(file)
        if text is not None:
            desk.write_text(file, _page_text(text, collection, record.id, new))
