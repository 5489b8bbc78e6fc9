"""The judge of structured data is no rubber stamp: it names each kind of fault."""

from __future__ import annotations

import pytest

from tests.site.structured_data import Node, blocks, complaints, every

SITE = {
    "@type": "WebSite",
    "@id": "https://contoh.example/#situs",
    "name": "Situs",
    "url": "https://contoh.example/",
}


def block(node: Node) -> Node:
    return {"@context": "https://schema.org", "@graph": [node]}


def test_a_good_block_has_no_fault() -> None:
    assert complaints(block(SITE)) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"@context": "http://contoh.example", "@graph": [SITE]}, "@context http://contoh.example"),
        ({"@context": "https://schema.org", "@graph": []}, "no nodes"),
        (block({"@type": "Recipe"}), "unknown type Recipe"),
        (block({key: SITE[key] for key in ("@type", "@id", "url")}), "WebSite without name"),
        (block(SITE | {"headline": "x"}), "WebSite with unknown headline"),
        (block(SITE | {"url": "/program/"}), "WebSite.url: /program/"),
        (block(SITE | {"name": ""}), "WebSite.name: "),
        (block(SITE | {"description": "pendek"}), "WebSite.description: pendek"),
        (block({"@type": "BreadcrumbList", "itemListElement": []}), "BreadcrumbList.itemListElement: []"),
        (block(SITE | {"publisher": {"@type": "City", "name": "x"}}), "WebSite.publisher: {'@type': 'City', 'name': 'x'}"),
    ],
)  # fmt: skip
def test_every_kind_of_fault_is_named(wrong: Node, fault: str) -> None:
    assert complaints(wrong) == [fault]


def test_nodes_inside_nodes_are_looked_at() -> None:
    inside = {"@type": "Thing", "name": "x"}
    assert list(every([{"a": {"@type": "Person", "name": "y", "b": [inside]}}]))[1] == inside


def test_blocks_are_read_from_a_page() -> None:
    assert blocks('<script type="application/ld+json">{"a":1}</script><script>1</script>') == [{"a": 1}]
