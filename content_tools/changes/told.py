"""Changes told together: what is lost first, then program by program, then the other records, with their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from content_tools.changes.change import Change
from content_tools.changes.escape import markdown_link, markdown_text
from content_tools.changes.naming import LABELS
from content_tools.changes.text import one_line
from content_tools.model.plan import Plan
from content_tools.model.reference import Source
from content_tools.model.writing import listed

MARKDOWN_BYTES = 600_000
"""A job summary may hold 1 MiB; the list of pages needs its share."""

Sources = Mapping[str, Source]


def known_sources(before: Plan | None, after: Plan | None) -> Sources:
    """The sources of both plans, as the newer one tells them."""
    return {**(before.sources if before else {}), **(after.sources if after else {})}


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one record, in the order of its fields."""

    collection: str
    name: str
    changes: tuple[Change, ...]

    @property
    def title(self) -> str:
        """`Program: …`; the word alone where it is the name."""
        label = LABELS[self.collection]
        return self.name if self.name.startswith(label) else f"{label}: {self.name}"

    def numbers(self) -> dict[str, int]:
        """Every source of the group, counted from 1 in the order of the changes."""
        names = dict.fromkeys(name for change in self.changes for name in change.sources)
        return {name: number for number, name in enumerate(names, 1)}


def grouped(changes: Sequence[Change]) -> list[Group]:
    """The changes by record; programs first."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        found.setdefault((change.collection, change.id), []).append(change)
    groups = [Group(key[0], some[0].name, tuple(some)) for key, some in found.items()]
    return sorted(groups, key=lambda group: group.collection != "program")


def summary(changes: Sequence[Change]) -> str:
    """`12 perubahan pada 4 program dan 2 catatan lain.`"""
    if not changes:
        return "Tidak ada perubahan isi."
    records = {(change.collection, change.id) for change in changes}
    programs = sum(collection == "program" for collection, _ in records)
    others = len(records) - programs
    parts = [f"{programs} program"] if programs else []
    if others:
        parts.append(f"{others} catatan{' lain' if programs else ''}")
    return f"{len(changes)} perubahan pada {listed(parts)}."


def _loud(groups: Sequence[Group]) -> Iterator[tuple[Group, Change]]:
    for group in groups:
        for change in group.changes:
            if change.loud:
                yield group, change


def _warned(change: Change) -> str:
    """The sentence of a loud change; the warning at its head stands above all of them."""
    return change.sentence().removeprefix("PERHATIAN: ")


def _source_words(source: Source) -> str:
    return ", ".join(one_line(part) for part in (source.title, source.publisher, source.url) if part)


def as_text(changes: Sequence[Change], sources: Sources) -> str:
    """For a terminal."""
    groups = grouped(changes)
    lines = [summary(changes)]
    for group, change in _loud(groups):
        lines.append(one_line(f"PERHATIAN! {group.title}: {_warned(change)}."))
    for group in groups:
        numbers = {name: number for name, number in group.numbers().items() if name in sources}
        lines += ["", one_line(group.title)]
        for change in group.changes:
            marks = ", ".join(str(numbers[name]) for name in change.sources if name in numbers)
            lines.append(f"  - {one_line(change.sentence())}{f' [{marks}]' if marks else ''}")
        lines += [f"    [{number}] {_source_words(sources[name])}" for name, number in numbers.items()]
    return "\n".join(one_line(line) if not line.startswith(" ") else line for line in lines)


def _source_markdown(source: Source) -> str:
    words = ", ".join(markdown_text(part) for part in (source.title, source.publisher))
    return f"{words}, {markdown_link(source.url, source.url)}" if source.url else words


def _group_markdown(group: Group, sources: Sources) -> Iterator[tuple[str, int]]:
    """The blocks of one group, each with how many changes it tells."""
    numbers = {name: number for name, number in group.numbers().items() if name in sources}
    yield f"\n### {markdown_text(group.title)}\n", 0
    for change in group.changes:
        marks = ", ".join(str(numbers[name]) for name in change.sources if name in numbers)
        yield f"- {markdown_text(change.sentence())}{f' ({marks})' if marks else ''}", 1
    if numbers:
        listed_sources = "; ".join(
            f"({number}) {_source_markdown(sources[name])}" for name, number in numbers.items()
        )
        yield f"\nSumber: {listed_sources}\n", 0


def fitting(blocks: Iterator[tuple[str, int]], room: int, rest: Callable[[int], str], total: int) -> str:
    """Blocks of Markdown until the room (bytes) is full; then `rest` says how many of `total` are left out."""
    lines: list[str] = []
    told = used = 0
    for block, count in blocks:
        used += len(block.encode()) + 1
        if used > room:
            return "\n".join([*lines, f"\n{rest(total - told)}"])
        lines.append(block)
        told += count
    return "\n".join(lines)


def as_markdown(changes: Sequence[Change], sources: Sources, room: int = MARKDOWN_BYTES) -> str:
    """For the summary of a job on a code host; untrusted text stays text. At most `room` bytes and one line more."""
    groups = grouped(changes)
    warnings = [f"- **PERHATIAN!** {markdown_text(f'{group.title}: {_warned(change)}')}" for group, change in _loud(groups)]  # fmt: skip

    def blocks() -> Iterator[tuple[str, int]]:
        yield "## Perubahan isi\n", 0
        yield f"{markdown_text(summary(changes))}\n", 0
        for warning in warnings:
            yield warning, 0
        for group in groups:
            yield from _group_markdown(group, sources)

    return fitting(blocks(), room, lambda left: f"… dan {left} perubahan lagi; lihat dengan `masterplan diff`.", len(changes))  # fmt: skip


def as_json(changes: Sequence[Change], sources: Sources) -> dict[str, object]:
    """For programs: the summary and every change, under stable Indonesian keys."""
    return {
        "ringkasan": summary(changes),
        "perubahan": [
            {
                "jenis": change.kind,
                "kumpulan": change.collection,
                "id": change.id,
                "nama": change.name,
                "kalimat": change.sentence(),
                "perhatian": change.loud,
                "sumber": [
                    {
                        "id": name,
                        "judul": sources[name].title,
                        "penerbit": sources[name].publisher,
                        "alamat": sources[name].url,
                    }
                    for name in change.sources
                    if name in sources
                ],
            }
            for group in grouped(changes)
            for change in group.changes
        ],
    }
