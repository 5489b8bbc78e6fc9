"""What the hosts run: linted offline, allowed to read only, pinned, without secrets; and the lint really finds faults."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((ROOT / ".forgejo" / "workflows").glob("*.yml"))
PROPOSALS = [path for path in (*GITHUB, *FORGEJO) if path.name == "usulan.yml"]
ONLINE = {
    "github": ROOT / ".github" / "workflows" / "site.yml",
    "forgejo": ROOT / ".forgejo" / "workflows" / "situs.yml",
}
WEEKLY = "23 19 * * 0"
WORKFLOWS = [*GITHUB, *FORGEJO]
GITLAB = ROOT / ".gitlab-ci.yml"
SCRIPTS = [
    ROOT / ".ci" / name for name in ("run", "need", "proposal", "code", "weekly", "send", "post-receive")
]

SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "gitlab-ci": [GITLAB],
    "github-issue-config": [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"],
    "github-issue-forms": [path for path in ROOT.glob(".github/*/*.yml") if "kesalahan" in path.name or "usulkan" in path.name],
}  # fmt: skip
"""Forgejo reads the same language as GitHub."""

PINNED = re.compile(r"uses: (?:https://data\.forgejo\.org/)?[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")
OURS = re.compile(r"uses: \$/\.github/workflows/\w+\.yml$")


def name(path: Path) -> str:
    """A file as people point at it."""
    return path.relative_to(ROOT).as_posix()


def tool(command: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A tool of the environment that runs these tests."""
    program = Path(sys.executable).parent / command
    return subprocess.run(
        [str(program), *map(str, arguments)], capture_output=True, text=True, cwd=ROOT, timeout=60
    )


def lint(*files: Path) -> subprocess.CompletedProcess[str]:
    """Looks for what a workflow must not do, as strictly as the tool can."""
    return tool(
        "zizmor", "--offline", "--no-progress", "--no-config", "--quiet", "--persona", "auditor", *files
    )


def fits(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """Compares files with the schema of their host, as it comes with the tool."""
    return tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)


def read(path: Path) -> dict[Any, Any]:
    """A workflow; YAML reads its key `on` as True."""
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in read(path)["jobs"].values() for step in job.get("steps", ())]


def broken(tmp_path: Path, old: str, new: str) -> Path:
    """A copy of the workflow for proposals with one thing changed."""
    copy = tmp_path / ".github" / "workflows" / "usulan.yml"
    copy.parent.mkdir(parents=True)
    text = (ROOT / ".github" / "workflows" / "usulan.yml").read_text("utf-8")
    assert text.count(old) >= 1
    copy.write_text(text.replace(old, new, 1), "utf-8")
    return copy


def test_every_host_has_its_workflows() -> None:
    assert [name(path) for path in WORKFLOWS] == [
        ".github/workflows/kode.yml",
        ".github/workflows/site.yml",
        ".github/workflows/usulan.yml",
        ".forgejo/workflows/situs.yml",
        ".forgejo/workflows/usulan.yml",
    ]


def test_the_lint_finds_nothing() -> None:
    found = lint(*WORKFLOWS)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_file_fits_the_schema_of_its_host(schema: str) -> None:
    assert SCHEMAS[schema]
    found = fits(schema, *SCHEMAS[schema])
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  pull_request:", "  pull_request_target:", "dangerous-triggers"),
        ("  contents: read", "  contents: write", "excessive-permissions"),
        ("persist-credentials: false", "persist-credentials: true", "artipacked"),
        ("3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "v7", "unpinned-uses"),
        ("make content", 'echo "${{ github.event.pull_request.title }}"', "template-injection"),
    ],
)
def test_the_lint_finds_a_fault(tmp_path: Path, old: str, new: str, fault: str) -> None:
    found = lint(broken(tmp_path, old, new))
    assert found.returncode != 0
    assert f"[{fault}]" in found.stdout


def test_the_schema_refuses_a_key_that_the_host_does_not_know(tmp_path: Path) -> None:
    assert fits("github-workflows", broken(tmp_path, "    steps:", "    langkah:")).returncode == 1


@pytest.mark.parametrize("path", PROPOSALS, ids=name)
def test_proposals_run_only_on_an_event_that_brings_no_rights(path: Path) -> None:
    assert read(path)[True] == {"pull_request": None}


@pytest.mark.parametrize("host", ONLINE)
def test_what_goes_online_comes_from_the_main_branch_at_once_and_weekly(host: str) -> None:
    # A schedule runs on the default branch.
    assert read(ONLINE[host])[True] == {"push": {"branches": ["main"]}, "schedule": [{"cron": WEEKLY}]}


def test_on_gitlab_too() -> None:
    assert read(GITLAB)["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_the_weekly_run_builds_for_its_own_day_on_every_host() -> None:
    for host, path in ONLINE.items():
        (day,) = [step for step in steps(path) if "SOURCE_DATE_EPOCH" in step.get("run", "")]
        assert day["if"] == "${{ github.event_name == 'schedule' }}", host
        assert day["run"] == 'echo "SOURCE_DATE_EPOCH=$(date +%s)" >>"$GITHUB_ENV"', host
    (day,) = [line for line in read(GITLAB)["pages"]["script"] if "SOURCE_DATE_EPOCH" in line]
    assert '"$CI_PIPELINE_SOURCE" = schedule' in day


def test_what_the_weekly_run_finds_never_keeps_the_site_from_going_online() -> None:
    for host, path in ONLINE.items():
        jobs = read(path)["jobs"]
        assert jobs["perawatan"]["if"] == "${{ github.event_name == 'schedule' }}", host
        assert [job for job in jobs.values() if "perawatan" in job.get("needs", ())] == [], host
    assert read(GITLAB)["perawatan"]["allow_failure"] is True
    assert read(GITLAB)["perawatan"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    for path in (*ONLINE.values(), GITLAB):
        assert "make weekly DIR=build/perawatan" in path.read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_nothing_may_write_but_the_job_that_puts_the_site_online(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}
    asking = {
        job: wants["permissions"] for job, wants in read(path)["jobs"].items() if "permissions" in wants
    }
    online = {"deploy": {"pages": "write", "id-token": "write"}}
    assert asking == (online if path.name == "site.yml" else {})


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=name)
def test_no_workflow_knows_a_secret_but_the_one_that_sends_the_site(path: Path) -> None:
    text = path.read_text("utf-8").replace("knows no secret", "").replace("ignore[secrets-", "")
    found = re.findall(r"secrets?\b.*|github\.token|GITHUB_TOKEN|CI_JOB_TOKEN", text)
    assert found == (["secrets.PUBLISH_KEY }} # zizmor: outside-env]"] if path == ONLINE["forgejo"] else [])


def test_the_secret_is_seen_by_one_step_after_everything_else() -> None:
    jobs = read(ONLINE["forgejo"])["jobs"]
    holders = [
        (job, step) for job, wants in jobs.items() for step in wants["steps"] if "KEY" in step.get("env", {})
    ]
    assert [(job, step["run"]) for job, step in holders] == [("situs", "bash .ci/send")]
    assert jobs["situs"]["steps"][-1] == holders[0][1]


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_action_is_pinned_by_its_whole_commit_with_the_version_beside_it(path: Path) -> None:
    used = [
        line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line
    ]
    assert used
    assert [line for line in used if not (PINNED.fullmatch(line) or OURS.fullmatch(line))] == []


def test_one_action_has_one_version() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for step in steps(path):
            if "@" in step.get("uses", ""):
                action, commit = step["uses"].removeprefix("https://data.forgejo.org/").split("@")
                pins.setdefault(action, set()).add(commit)
    assert {action: commits for action, commits in pins.items() if len(commits) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_what_a_stranger_wrote_never_becomes_part_of_a_command(path: Path) -> None:
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_every_checkout_leaves_no_key_behind_and_every_job_ends(path: Path) -> None:
    fetched = [step["with"] for step in steps(path) if "actions/checkout" in step.get("uses", "")]
    assert [with_ for with_ in fetched if with_ != {"fetch-depth": 0, "persist-credentials": False}] == []
    jobs = [job for job in read(path)["jobs"].values() if "uses" not in job]
    assert [job["name"] for job in jobs if not 0 < job.get("timeout-minutes", 0) <= 90] == []


def test_every_host_asks_the_same_of_a_proposal() -> None:
    asked = {
        "github": [
            step["run"] for step in steps(ROOT / ".github" / "workflows" / "usulan.yml") if "run" in step
        ],
        "forgejo": [
            step["run"] for step in steps(ROOT / ".forgejo" / "workflows" / "usulan.yml") if "run" in step
        ],
        "gitlab": read(GITLAB)["usulan"]["script"],
    }
    for host, commands in asked.items():
        assert [command for command in commands if command.startswith("make proposal ")], host
        assert "make content" in commands, host
    assert "bash .ci/code" in asked["forgejo"]
    assert read(GITLAB)["kode"]["script"] == ["bash .ci/code"]
    assert "bash .ci/code" in [step.get("run") for step in steps(ROOT / ".github" / "workflows" / "kode.yml")]


def test_the_site_goes_online_only_when_the_code_and_the_site_passed() -> None:
    jobs = read(ONLINE["github"])["jobs"]
    assert jobs["deploy"]["needs"] == ["kode", "build"]
    assert jobs["kode"]["uses"] == "$/.github/workflows/kode.yml"
    built = [step["run"] for step in jobs["build"]["steps"] if step.get("run", "").startswith("make")]
    assert built == ["make site", "make ready"]
    sent = read(ONLINE["forgejo"])["jobs"]
    assert sent["situs"]["needs"] == ["kode"]
    commands = [step["run"] for step in sent["situs"]["steps"] if re.match("make|bash", step.get("run", ""))]
    assert commands == ["make site", "make ready", "bash .ci/send"]
    assert [line for line in read(GITLAB)["pages"]["script"] if line.startswith("m")] == [
        "make site", "make ready", "mv site public",
    ]  # fmt: skip


def test_the_scripts_that_hosts_call_are_sound(tmp_path: Path) -> None:
    for script in SCRIPTS:
        checked = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr
        assert "set -euo pipefail" in script.read_text("utf-8")
