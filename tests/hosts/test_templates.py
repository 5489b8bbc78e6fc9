"""What a host shows to who reports or proposes: Indonesian, one warning about personal data, no promise before its time."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from content_tools.changes.reasons import reason_of
from content_tools.model.choices import ManagerKind
from content_tools.reading.commits import Commit
from content_tools.reading.plan import read_plan
from tests.conftest import ROOT

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
WAITING = "saat-serah-terima"
"""Beside the folders that hosts read: what waits until the city runs the site."""

SHOWN = sorted(
    path
    for pattern in (
        ".github/ISSUE_TEMPLATE/*.yml",
        f".github/{WAITING}/*.yml",
        ".gitlab/*/*.md",
        ".github/*.md",
    )
    for path in ROOT.glob(pattern)
    if path.name != "config.yml"
)


def name(path: Path) -> str:
    """A file as people point at it."""
    return path.relative_to(ROOT).as_posix()


def links() -> list[dict[str, str]]:
    """Where the host sends who wants something else."""
    loaded: dict[str, Any] = yaml.safe_load((FORMS / "config.yml").read_text("utf-8"))
    found: list[dict[str, str]] = loaded["contact_links"]
    return found


def merged(description: str) -> Commit:
    """What a host writes when it merges a proposal with its title and description."""
    return Commit(
        "1" * 40, date(2026, 11, 24), "Pagu 2026 dibetulkan (#12)", description, (), elsewhere=False
    )


@cache
def run_by_the_city() -> bool:
    """Whether the records say that the government runs the site."""
    plan, _ = read_plan(ROOT / "data")
    assert plan is not None
    return plan.site.manager.kind is ManagerKind.GOVERNMENT


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_everyone_is_told_not_to_write_personal_data(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "dapat dibaca siapa saja, selamanya" in text
    assert re.search(r"Jangan tulis NIK, nomor HP", text)


def test_a_report_names_its_page_its_fault_and_its_source() -> None:
    form = yaml.safe_load((FORMS / "laporkan-kesalahan.yml").read_text("utf-8"))
    asked = {
        field["id"]: field.get("validations", {}).get("required", False)
        for field in form["body"]
        if "id" in field
    }
    assert form["name"] == "Laporkan kesalahan data"
    assert asked == {"halaman": True, "keliru": True, "benar": False, "sumber": True, "aman": False}
    (agreed,) = form["body"][-1]["attributes"]["options"]
    assert agreed["required"] is True


@pytest.mark.parametrize(
    ("shown", "waiting"),
    [
        (".github/ISSUE_TEMPLATE/usulkan-program.yml", f".github/{WAITING}/usulkan-program.yml"),
        (".gitlab/issue_templates/Usulkan-program.md", f".gitlab/{WAITING}/Usulkan-program.md"),
    ],
)
def test_programs_are_proposed_here_exactly_when_the_city_runs_the_site(shown: str, waiting: str) -> None:
    assert (ROOT / shown).is_file() == run_by_the_city()
    assert (ROOT / waiting).is_file() != run_by_the_city()


def test_until_then_proposals_are_sent_where_they_are_decided() -> None:
    proposals = [link for link in links() if "usul" in link["name"].casefold()]
    assert len(proposals) == (0 if run_by_the_city() else 1)
    for link in proposals:
        assert link["url"] == "https://www.lapor.go.id"
        assert "Musrenbang" in link["about"]
        assert "SP4N-LAPOR" in link["about"]


def test_nobody_starts_with_an_empty_page() -> None:
    assert yaml.safe_load((FORMS / "config.yml").read_text("utf-8"))["blank_issues_enabled"] is False


def test_every_host_asks_the_same_of_who_proposes_a_change() -> None:
    text = (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert (ROOT / ".gitlab" / "merge_request_templates" / "Default.md").read_text("utf-8") == text
    assert re.findall(r"^## (.*)", text, re.MULTILINE) == [
        "Apa yang berubah",
        "Sumbernya",
        "Mengapa",
        "Sebelum diperiksa orang lain",
    ]
    assert "`make check`" in text


def test_the_reason_is_read_from_the_line_that_the_template_holds_ready() -> None:
    text = (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert re.findall(r"^Alasan:$", text, re.MULTILINE) == ["Alasan:"]
    assert reason_of(merged(text)) == "Pagu 2026 dibetulkan"
    filled = text.replace("\nAlasan:\n", "\nAlasan: APBD 2026 ditetapkan.\n")
    assert reason_of(merged(filled)) == "APBD 2026 ditetapkan."
