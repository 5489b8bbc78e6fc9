"""Old addresses lead to the new ones for ever: a small page for each former id of a record with a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from content_tools.insight.addresses import path_of
from content_tools.model.plan import Plan
from content_tools.visuals.html import tag
from content_tools.visuals.links import name_of


def redirects(plan: Plan) -> Iterator[tuple[str, str]]:
    """File below the site's root (`program/lama/index.html`) and its HTML, which works without a script."""
    for _, records in plan.collections():
        for record in records.values():
            path = path_of(record)
            if path is None or "#" in path:
                continue
            for name in record.former_ids:
                target = f"../{record.id}/"
                head = tag(
                    "head", tag("meta", charset="utf-8"), tag("meta", name="robots", content="noindex"),
                    tag("meta", http_equiv="refresh", content=f"0; url={target}"), tag("title", f"Pindah: {name_of(record)}"),
                )  # fmt: skip
                body = tag(
                    "body", tag("p", "Halaman ini pindah ke ", tag("a", name_of(record), href=target), ".")
                )
                folder = path.split("/")[0]
                yield (
                    f"{folder}/{name}/index.html",
                    f"<!doctype html>\n{tag('html', head, body, lang='id')}\n",
                )
