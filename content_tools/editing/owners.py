"""Who must agree to a change of which file: the teams of the agencies that answer for the programs, never persons."""

from __future__ import annotations

import re

from content_tools.model.plan import Plan

STEWARDS = "pengelola"
"""The team that answers for everything no agency answers for."""

_ORGANISATION = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")

_HEAD = """\
# Siapa yang menyetujui perubahan berkas mana. Dibuat dari data/, jangan diubah dengan tangan:
#   masterplan owners --org {organisation} > .github/CODEOWNERS     (di GitLab: .gitlab/CODEOWNERS)
# Yang ditulis adalah tim, bukan orang. Baris terakhir yang cocok yang berlaku.
# Tim yang harus ada di {organisation}: {teams}.
"""


def owners(plan: Plan, organisation: str) -> str:
    """The file CODEOWNERS: one line for each program with an agency that answers for it, in the order of their ids.

    A team bears the id of its agency. Raises ValueError for an organisation that is no name of one.
    """
    if not _ORGANISATION.fullmatch(organisation):
        raise ValueError(f"“{organisation}” bukan nama organisasi; pakai huruf, angka, dan tanda hubung")
    led = {program.id: program.lead for program in plan.programs.values() if program.lead}
    files = [f"/data/program/{name}.yml @{organisation}/{led[name]}" for name in sorted(led)]
    teams = ", ".join([STEWARDS, *sorted(set(led.values()) - {STEWARDS})])
    head = _HEAD.format(organisation=organisation, teams=teams)
    return "\n".join([head, f"* @{organisation}/{STEWARDS}", "", *files, ""])
