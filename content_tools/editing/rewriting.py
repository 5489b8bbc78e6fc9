"""One record of a file written anew: only the keys that changed, every other line as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from content_tools.editing.canonical import item_lines, yaml_lines, yaml_text
from content_tools.editing.comments import comment_lines, notes_of
from content_tools.reading.nodes import Items, Keys, parse


def _tree(text: str) -> Any:
    tree, problems = parse(text, "")
    if problems:
        raise ValueError(problems[0].message)
    return tree


def place_in_list(text: str, collection: str, name: str) -> int | None:
    """Where in the list of a shared file the record with this id stands, from 0; None when it is not there."""
    items = _tree(text)[collection]
    return next(
        (at for at, item in enumerate(items) if isinstance(item, Keys) and item.get("id") == name), None
    )


def with_record(text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    """The text of a file that holds one record, with the keys whose values differ written anew.

    `old` and `new` are plain forms of the record (`canonical.plain`), keys of `new` in the order they should have.
    """
    tree = _tree(text)
    lines = text.rstrip("\n").split("\n")
    return "\n".join(_record(lines, text, tree, (), 1, len(lines) + 1, old, new)) + "\n"


def with_item(text: str, collection: str, at: int, old: dict[str, Any], new: dict[str, Any]) -> str:
    """The text of a shared file with one record of its list written anew, where it differs."""
    lines, tree, begin, end = _of_item(text, collection, at)
    written = _record(lines, text, tree, (collection, at), begin, end, old, new)
    return "\n".join([*lines[: begin - 1], *written, *lines[end - 1 :]]) + "\n"


def without_item(text: str, collection: str, at: int) -> str:
    """The text of a shared file without one record of its list."""
    lines, tree, begin, end = _of_item(text, collection, at)
    if len(tree[collection]) == 1:
        return f"{collection}: []\n"
    return "\n".join([*lines[: begin - 1], *lines[end - 1 :]]) + "\n"


def with_new_item(text: str, collection: str, new: dict[str, Any]) -> str:
    """The text of a shared file with one more record at the end of its list."""
    items = _tree(text).get(collection) if text.strip() else None
    if not items:
        return yaml_text({collection: [new]})
    mark = items.marks[0].start_mark
    first = text.split("\n")[mark.line]
    indent = first[: first.index("-")] if first.lstrip().startswith("-") else "  "
    return text.rstrip("\n") + "\n" + "\n".join(item_lines(new, indent)) + "\n"


def _of_item(text: str, collection: str, at: int) -> tuple[list[str], Any, int, int]:
    """The lines of a shared file, its tree, the first line of an item and the line after its last, from 1."""
    tree = _tree(text)
    lines = text.rstrip("\n").split("\n")
    items: Items = tree[collection]
    starts = [mark.start_mark.line + 1 for mark in items.marks]
    end = starts[at + 1] if at + 1 < len(starts) else len(lines) + 1
    return lines, tree, starts[at], _without_trailing(lines, text, starts[at], end)


def _without_trailing(lines: Sequence[str], text: str, begin: int, end: int) -> int:
    """The line after the last own one from `begin` on: blanks and comments at the end belong to what follows."""
    notes = comment_lines(text)
    while end - 1 > begin:
        line = lines[end - 2].strip()
        if line and not (end - 1 in notes and line.startswith("#")):
            break
        end -= 1
    return end


def _record(
    lines: Sequence[str],
    text: str,
    tree: Any,
    prefix: tuple[str | int, ...],
    begin: int,
    end: int,
    old: dict[str, Any],
    new: dict[str, Any],
) -> list[str]:
    """The lines of one record; those from `begin` to before `end` are what it has now."""
    node = tree
    for step in prefix:
        node = node[step]
    starts = {key: mark.start_mark.line + 1 for key, (mark, _) in node.marks.items()}
    column = node.mark.start_mark.column
    indent = " " * column
    if len(set(starts.values())) < len(starts) or node.mark.flow_style:
        notes, _ = notes_of(text, tree, range(begin, end))
        return list(item_lines(new, indent[:-2], notes, prefix) if prefix else yaml_lines(new, "", notes))
    keys = sorted(starts, key=lambda key: starts[key])
    blocks: dict[str, list[str]] = {}
    for key, after in zip(keys, [*(starts[key] for key in keys[1:]), end], strict=True):
        own = _without_trailing(lines, text, starts[key], after)
        tail = lines[own - 1 : after - 1]
        if key in new and key in old and old[key] == new[key]:
            block = list(lines[starts[key] - 1 : own - 1])
            if prefix and key == keys[0]:
                block[0] = indent + block[0][column:]
        else:
            notes, _ = notes_of(text, tree, range(starts[key], own))
            notes[(*prefix, key)] = [*notes.get(prefix, ()), *notes.get((*prefix, key), ())]
            block = list(yaml_lines({key: new[key]}, indent, notes, prefix)) if key in new else []
        blocks[key] = [*block, *tail]
    order = [key for key in keys if key in new or blocks[key]]
    wanted = list(new)
    for key in wanted:
        if key not in order:
            blocks[key] = list(yaml_lines({key: new[key]}, indent))
            earlier = [other for other in wanted[: wanted.index(key)] if other in order]
            order.insert(order.index(earlier[-1]) + 1 if earlier else 0, key)
    written = [line for key in order for line in blocks[key]]
    if prefix:
        at = next(number for number, line in enumerate(written) if not line.lstrip().startswith("#"))
        written[at] = f"{indent[:-2]}- {written[at][column:]}"
        return written
    return [*lines[: min(starts.values()) - 1], *written]
