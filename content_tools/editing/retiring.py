"""A record is withdrawn: its page stays, with the day and the reason."""

from __future__ import annotations

from datetime import date

from content_tools.editing.canonical import in_order, plain
from content_tools.editing.desk import Desk
from content_tools.editing.renaming import find_record
from content_tools.model.base import Retirement


def retire(desk: Desk, name: str, reason: str, on: date) -> None:
    """Withdraw a record, on the desk. Raises ValueError without a reason, or when it is withdrawn already."""
    collection, record = find_record(desk.plan, name)
    if not reason.strip():
        raise ValueError("alasan wajib diisi: pembaca melihatnya di halaman catatan ini")
    if record.retired is not None:
        raise ValueError(f"catatan ini sudah ditarik pada {record.retired.on.isoformat()}")
    written = plain(record) | {
        "dipensiunkan": plain(Retirement.model_validate({"tanggal": on, "alasan": reason}))
    }
    desk.put(collection, in_order(type(record), written), record)
