"""What a page shows while something in the data is broken: the list of what to repair."""

from __future__ import annotations

from content_tools.model.problem import Problem
from content_tools.pages.catalogue import kind_of
from content_tools.visuals.html import tag


def trouble_html(problems: list[Problem]) -> str:
    """The problems as a page, for `serve`; the site comes back when they are repaired."""
    items = []
    for problem in problems:
        found = tag("p", "Tertulis: ", tag("code", problem.found)) if problem.found else None
        hint = tag("p", tag("strong", "Perbaikan: "), problem.hint) if problem.hint else None
        where = tag("p", tag("code", problem.place), f" {problem.key}" if problem.key else "")
        items.append(
            tag(
                "li",
                where,
                tag("p", tag("strong", problem.message), f" [{kind_of(problem).code}]"),
                found,
                hint,
            )
        )
    lead = tag(
        "p",
        f"{len(problems)} hal perlu diperbaiki. Halaman ini kembali sendiri sesudah berkasnya disimpan dengan benar.",
    )
    return str(tag("div", tag("h1", "Perlu diperbaiki"), lead, tag("ol", *items, class_="problems")))
