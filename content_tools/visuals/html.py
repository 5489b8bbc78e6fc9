"""The one way HTML is put together: escaped text, safe strings, elements."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

VOID = frozenset(("br", "hr", "img", "input", "meta"))
SHAPES = frozenset(("line", "rect", "circle", "path", "use"))


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """An element. Text is escaped; `class_` and `aria_label` become `class` and `aria-label`.

    Attributes that are None or False are left out; True stands as an empty attribute.
    """
    words = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        text = "" if value is True else str(escape(value))
        words.append(f' {key.rstrip("_").replace("_", "-")}="{text}"')
    start = f"<{name}{''.join(words)}>"
    if name in VOID:
        return Markup(start)
    if name in SHAPES:
        return Markup(f"{start[:-1]}/>")
    return Markup(f"{start}{join(children)}</{name}>")


def join(parts: Iterable[object], between: str = "") -> Markup:
    """Parts after each other, escaped where they are not safe yet; None is nothing."""
    return Markup(between).join(escape(part) for part in parts if part is not None)
