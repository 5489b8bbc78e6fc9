"""The one way HTML is put together: escaped text, safe strings, elements."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

VOID = frozenset(("br", "hr", "img", "input", "meta"))
SHAPES = frozenset(("line", "rect", "circle", "path", "use"))


def _safe(part: object) -> str:
    return part if part.__class__ is Markup else escape(part)  # type: ignore[return-value]


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """An element. Text is escaped; `class_` and `aria_label` become `class` and `aria-label`.

    Attributes that are None or False are left out; True stands as an empty attribute. None is no child.
    """
    words = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        text = "" if value is True else escape(value)
        words.append(f' {key.rstrip("_").replace("_", "-")}="{text}"')
    if name in VOID:
        return Markup("".join([*words, ">"]))
    if name in SHAPES:
        return Markup("".join([*words, "/>"]))
    inside = [_safe(child) for child in children if child is not None]
    return Markup("".join([*words, ">", *inside, f"</{name}>"]))


def join(parts: Iterable[object], between: str = "") -> Markup:
    """Parts after each other, escaped where they are not safe yet; None is nothing. `between` is text of ours."""
    return Markup(between.join([_safe(part) for part in parts if part is not None]))
