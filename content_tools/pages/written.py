"""Pages people write: data blocks and `[[…]]` are found, checked, and filled in after sanitising.

While Markdown is converted, each filled piece is a private character with a number; staff text can
neither write such a character nor reach what stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from content_tools.insight.trend import with_unit
from content_tools.model.plan import Plan
from content_tools.model.problem import Problem
from content_tools.pages.blocks import BLOCKS
from content_tools.pages.press import Press
from content_tools.pages.tokens import Written, token_of, without_private
from content_tools.reading.nodes import Keys, parse, position
from content_tools.reading.words import did_you_mean
from content_tools.visuals import links, marks
from content_tools.visuals.html import join, tag

_FENCE = re.compile(r"^( {0,3})(`{3,}|~{3,})[ ]*([^\s`{]*)[^\n]*$")
_INLINE = re.compile(r"\[\[([^\[\]\n]{1,120})\]\]")
_CODE = re.compile(r"(?<!`)(`{1,8})(?!`)[^\n]*?(?<!`)\1(?!`)")
_LANGUAGES = frozenset(
    [
        "bash",
        "console",
        "css",
        "csv",
        "diff",
        "html",
        "ini",
        "javascript",
        "js",
        "json",
        "markdown",
        "md",
        "python",
        "sh",
        "shell",
        "sql",
        "text",
        "toml",
        "txt",
        "xml",
        "yaml",
        "yml",
    ]
)

COUNTS = {
    "program": lambda plan: len(plan.living),
    "sumber": lambda plan: len(plan.sources),
    "kelurahan": lambda plan: sum(not place.is_district for place in plan.places.values()),
    "kecamatan": lambda plan: sum(place.is_district for place in plan.places.values()),
    "instansi": lambda plan: len(plan.agencies),
    "indikator": lambda plan: len(plan.indicators),
    "ditahan": lambda plan: len(plan.withheld),
    "belum_ditemukan": lambda plan: len(plan.gaps),
}
"""`[[jumlah/…]]`: what can be counted."""

PAGES = {
    "program": ("Program dan inisiatif", "program/"),
    "kelurahan": ("Kelurahan", "kelurahan/"),
    "peta-jalan": ("Peta jalan", "peta-jalan/"),
    "indikator": ("Angka kota", "indikator/"),
    "dimensi": ("Dimensi kota cerdas", "dimensi/"),
    "dokumen": ("Dokumen rencana", "dokumen/"),
    "dasar-hukum": ("Dasar hukum", "dasar-hukum/"),
    "instansi": ("Instansi", "instansi/"),
    "sumber": ("Sumber", "sumber/"),
    "istilah": ("Istilah", "istilah/"),
    "belum-ditemukan": ("Yang belum ditemukan", "belum-ditemukan/"),
    "perubahan": ("Perubahan", "perubahan/"),
}
"""`[[halaman/…]]`: generated pages that stand for no single record."""

_RECORDS = ("program", "indikator", "instansi", "wilayah", "regulasi", "dokumen", "istilah")
KINDS = (*_RECORDS, "angka", "sumber", "dimensi", "jumlah", "halaman")


@dataclass(frozen=True)
class Found:
    """A block or an inline reference in a text: what it is, where it begins and ends."""

    kind: str
    name: str
    line: int
    column: int
    start: int
    end: int
    body: str = ""


def find(text: str) -> Iterator[Found]:
    """Every data block and inline reference, in the order of the text; code is left alone."""
    offset, fence, opened = 0, "", None
    for number, line in enumerate(text.split("\n"), 1):
        match = _FENCE.match(line)
        if fence:
            stripped = line.strip()
            if stripped and set(stripped) == {fence[0]} and len(stripped) >= len(fence):
                if opened is not None:
                    kind, name, at, column, start, body = opened
                    yield Found(kind, name, at, column, start, offset + len(line), text[body:offset])
                fence, opened = "", None
        elif match:
            fence, name = match[2], match[3].lower()
            if name and name not in _LANGUAGES:
                opened = ("blok", name, number, len(match[1]) + 1, offset, offset + len(line) + 1)
        elif not line.startswith(("    ", "\t")):
            masked = _CODE.sub(lambda code: "`" * len(code.group()), line)
            for inline in _INLINE.finditer(masked):
                yield Found(
                    "acuan",
                    inline[1].strip(),
                    number,
                    inline.start() + 1,
                    offset + inline.start(),
                    offset + inline.end(),
                )
        offset += len(line) + 1


def _options(plan: Plan, found: Found, file: str) -> tuple[dict[str, Any], list[Problem]]:
    """The options of a block as its kind wants them, and what is wrong with them."""
    block = BLOCKS[found.name]
    if not found.body.strip():
        tree: Any = Keys(None)
    else:
        tree, problems = parse(found.body, file)
        if problems:
            return {}, [problem.at(problem.line + found.line, problem.column) for problem in problems]
    if not isinstance(tree, Keys):
        hint = f"Tulis “kunci: isi”. Pilihan: {', '.join(block.options) or 'blok ini tanpa pilihan'}."
        return {}, [
            Problem(file, f"isi blok {found.name} bukan “kunci: isi”", hint, rule="blok-isi").at(
                found.line + 1, 1
            )
        ]
    options: dict[str, Any] = {}
    wrong: list[Problem] = []

    def refuse(
        path: tuple[str | int, ...], message: str, hint: str, value: str = "", kind: str = "blok-isi"
    ) -> None:
        line, column = position(tree, path)
        wrong.append(
            Problem(file, message, hint, (found.name, *path), value, kind).at(found.line + line, column)
        )

    for name, value in tree.items():
        option = block.options.get(name)
        if option is None:
            allowed = list(block.options)
            refuse(
                (name,),
                f"pilihan “{name}” tidak dikenal pada blok {found.name}",
                did_you_mean(name, allowed) if allowed else "Blok ini tanpa pilihan; hapus barisnya.",
                kind="blok-pilihan",
            )
            continue
        if option.is_number:
            if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{0,4}", value):
                options[name] = int(value)
            else:
                refuse(
                    (name,), f"“{value}” bukan bilangan bulat", "Tulis bilangan bulat, mis. 5.", str(value)
                )
            continue
        values = value if isinstance(value, list) else [value]
        allowed = option.allowed(plan) if option.allowed else []
        for index, item in enumerate(values):
            if not isinstance(item, str):
                refuse(
                    (name,),
                    "di sini diharapkan satu nilai atau daftar",
                    f"Tulis satu nilai, mis. {name}: {allowed[0] if allowed else chr(8230)}",
                )
            elif option.allowed and item not in allowed and (allowed or not plan.lost):
                refuse(
                    (name, index) if isinstance(value, list) else (name,),
                    f"“{item}” bukan pilihan yang ada",
                    did_you_mean(item, allowed),
                    item,
                )
        if not option.many and isinstance(value, list):
            refuse((name,), f"“{name}” hanya menerima satu nilai", "Tulis satu nilai saja.")
        options[name] = values if option.many else value
    for name in block.required:
        if name not in options and not any(problem.path[1:2] == (name,) for problem in wrong):
            wrong.append(
                Problem(
                    file,
                    f"blok {found.name} memerlukan “{name}”",
                    f"Tambahkan baris: {name}: …",
                    (found.name,),
                    rule="blok-kurang",
                ).at(found.line, found.column)
            )
    return options, wrong


def _reference_problem(plan: Plan, found: Found, file: str) -> Problem | None:
    kind, slash, name = found.name.partition("/")
    if not slash or kind not in KINDS:
        hint = did_you_mean(kind, list(KINDS)) + " Contoh: [[program/id-program]]."
        return Problem(
            file, f"acuan [[{found.name}]] tidak dikenal", hint, found=found.name, rule="acuan-jenis"
        ).at(found.line, found.column)
    known: list[str]
    if kind == "angka":
        known = [*plan.values, *(fact.id for fact in plan.city.facts)]
    elif kind == "dimensi":
        known = list(plan.dimensions)
    elif kind in ("jumlah", "halaman"):
        known = list(COUNTS if kind == "jumlah" else PAGES)
    else:
        known = list(plan.collection(kind))
    if name in known or plan.may_hold(kind, name) or (kind == "angka" and plan.unreadable.get("indikator")):
        return None
    hint = (
        did_you_mean(name, sorted(known)) or f"Pakai id yang ada di data/{kind}; mungkin catatannya dihapus."
    )
    return Problem(file, f"{kind} “{name}” tidak ada", hint, found=found.name, rule="acuan-halaman").at(
        found.line, found.column
    )


def check_written(plan: Plan, text: str, file: str) -> Iterator[Problem]:
    """Every wrong block, option and id of one Markdown file, with its line."""
    for found in find(text):
        if found.kind == "acuan":
            problem = _reference_problem(plan, found, file)
            if problem is not None:
                yield problem
        elif found.name in BLOCKS:
            yield from _options(plan, found, file)[1]
        else:
            hint = did_you_mean(found.name, list(BLOCKS))
            yield Problem(file, f"blok “{found.name}” tidak dikenal", hint, found=found.name, rule="blok").at(
                found.line, found.column
            )


def cited_in(text: str) -> set[str]:
    """Ids of the sources that a written page cites by `[[sumber/…]]`."""
    return {found.name.removeprefix("sumber/") for found in find(text) if found.name.startswith("sumber/")}


def _figure(press: Press, name: str) -> tuple[Markup, tuple[str, ...]]:
    if name in press.plan.values:
        indicator, value = press.plan.values[name]
        when = f" ({value.on.words})" if value.on else " (tahun tidak disebut)"
        label = (
            "" if value.kind.value == "realisasi" else f"{value.kind.label[0].lower()}{value.kind.label[1:]} "
        )
        words = tag(
            "a",
            label,
            with_unit(indicator, value),
            href=links.address(f"indikator/{indicator.id}/"),
            class_="figure-inline",
        )
        return join((words, when, " ", _cite(press, value.sources[:2]))), value.sources[:2]
    fact = next(fact for fact in press.plan.city.facts if fact.id == name)
    text = fact.text or press.render_number(fact.number, fact.unit)
    when = f" ({fact.on.words})" if fact.on else ""
    return join((text, when, " ", _cite(press, fact.sources[:2]))), fact.sources[:2]


def _cite(press: Press, names: tuple[str, ...]) -> Markup:
    return tag("span", "(", marks.source_marks(press.facts, names), ")", class_="cite")


def _inline(press: Press, found: Found) -> tuple[Markup, tuple[str, ...]]:
    kind, _, name = found.name.partition("/")
    if kind == "angka":
        return _figure(press, name)
    if kind == "sumber":
        return _cite(press, (name,)), (name,)
    if kind == "dimensi":
        return links.dimension_link(press.facts, name), ()
    if kind == "jumlah":
        return Markup(str(COUNTS[name](press.plan))), ()
    if kind == "halaman":
        title, path = PAGES[name]
        return tag("a", title, href=links.address(path)), ()
    return links.link(press.plan.collection(kind)[name]), ()


def expand(press: Press, text: str, file: str) -> Written:
    """A text with its blocks and references taken out and drawn. It must have passed `check_written`."""
    text = without_private(text)
    pieces: dict[int, Markup] = {}
    sources: dict[str, None] = {}
    parts, last = [], 0
    for number, found in enumerate(find(text)):
        if found.kind == "blok" and found.name not in BLOCKS:
            continue
        if found.kind == "blok":
            pieces[number] = BLOCKS[found.name].render(press, _options(press.plan, found, file)[0])
            token = f"\n{token_of(number)}\n"
        else:
            pieces[number], cited = _inline(press, found)
            sources |= dict.fromkeys(cited)
            token = token_of(number)
        parts += [text[last : found.start], token]
        last = found.end
    return Written("".join([*parts, text[last:]]), pieces, tuple(sources))
