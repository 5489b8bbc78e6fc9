"""Reads the structured data of a page and judges it by what structured_data.yml says of each type."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

Node = dict[str, Any]

KINDS = {
    "text": lambda value: isinstance(value, str) and value.strip() != "",
    "telling": lambda value: isinstance(value, str) and 50 <= len(value) <= 5000,
    "address": lambda value: isinstance(value, str) and re.match(r"https?://[^/\s]+/\S*$", value) is not None,
    "date": lambda value: isinstance(value, str) and re.match(r"\d{4}(-\d\d){0,2}$", value) is not None,
    "years": lambda value: isinstance(value, str) and re.match(r"\d{4}(/\d{4})?$", value) is not None,
    "number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "flag": lambda value: isinstance(value, bool),
}


@cache
def types() -> dict[str, dict[str, dict[str, str]]]:
    """Each type with the properties it must and may have."""
    found: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(
        Path(__file__).with_suffix(".yml").read_text("utf-8")
    )
    return found


def blocks(html: str) -> list[Node]:
    """Every block of structured data in a piece of HTML."""
    scripts = LexborHTMLParser(html).css('script[type="application/ld+json"]')
    return [json.loads(script.text()) for script in scripts]


def nodes(html: str) -> list[Node]:
    """The nodes that a page says at the top of its blocks."""
    return [node for block in blocks(html) for node in block["@graph"]]


def every(value: object) -> Iterator[Node]:
    """A node and every node inside it."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inside in value.values():
            yield from every(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from every(inside)


def _fits(value: object, kinds: str) -> bool:
    if isinstance(value, dict):
        return value.get("@type") in kinds.split()
    return any(KINDS[kind](value) for kind in kinds.split() if kind in KINDS)


def complaints(block: Node) -> list[str]:
    """What is wrong with a block: another vocabulary, unknown types and properties, what is missing, what does not fit."""
    found = [] if block.get("@context") == "https://schema.org" else [f"@context {block.get('@context')}"]
    found += [] if block.get("@graph") else ["no nodes"]
    for node in every(block):
        name = node["@type"]
        if name not in types():
            found.append(f"unknown type {name}")
            continue
        must, known = types()[name]["must"], types()[name]["must"] | types()[name].get("may", {})
        found += [f"{name} without {key}" for key in must if key not in node]
        for key, value in node.items():
            if key == "@type" or (key == "@id" and KINDS["address"](value)):
                continue
            values = value if isinstance(value, list) else [value]
            if key not in known:
                found.append(f"{name} with unknown {key}")
            elif not values or not all(_fits(each, known[key]) for each in values):
                found.append(f"{name}.{key}: {value}")
    return found
