"""The form editor for the tests: installed as `make cms` installs it, and driven in a browser without a network."""

from __future__ import annotations

import base64
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, Route

from tests.tools.audit import modules as audit_modules
from tests.tools.audit import node

ROOT = Path(__file__).parents[2]
RECIPE = ROOT / "requirements" / "cms"
INSTALLED = Path(sys.prefix) / "cms"
FILES = ("package.json", "package-lock.json", ".npmrc")


def modules() -> Path:
    """The folder `node_modules` with the form editor; installs it when it is missing or out of date.

    Raises subprocess.CalledProcessError, with the words of npm on standard error.
    """
    audit_modules()
    INSTALLED.mkdir(exist_ok=True)
    done = INSTALLED / "node_modules" / ".package-lock.json"
    with (INSTALLED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        same = all(
            (INSTALLED / file).is_file() and (INSTALLED / file).read_bytes() == (RECIPE / file).read_bytes()
            for file in FILES
        )
        if not (same and done.exists()):
            for file in FILES:
                shutil.copy(RECIPE / file, INSTALLED)
            npm = Path(node()).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
            subprocess.run(
                [node(), str(npm), "ci", "--ignore-scripts", "--silent"],
                cwd=INSTALLED, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno(),
                env={**os.environ, "PATH": f"{Path(node()).parent}{os.pathsep}{os.environ['PATH']}"},
            )  # fmt: skip
    return INSTALLED / "node_modules"


@dataclass
class Form:
    """The form open in a page, its files in the browser's own file system."""

    page: Page
    url: str

    def start(self, files: dict[str, str]) -> None:
        """Give the form a copy of the data (path to text) and sign in to it."""
        self.page.goto(f"{self.url}sveltia-cms.txt")
        self.page.evaluate(_FILL, files)
        self.page.goto(self.url)
        self.page.get_by_role("button", name="Coba tanpa menyimpan").click()
        self.page.wait_for_url("**/#/collections**")

    def open(self, path: str) -> None:
        """Open `program/entries/mpp` or `program/new`; the list of the collection first, as people do."""
        self.go(path.split("/")[0])
        self.page.locator("[data-key-path]").first.wait_for(state="detached")
        self.go(path)
        self.page.locator("[data-key-path]").first.wait_for()

    def go(self, path: str) -> None:
        """Go to a place within the form."""
        self.page.evaluate("path => { location.hash = `#/collections/${path}` }", path)

    def box(self, key: str) -> Any:
        """The text field of a key (`nama`, `sumber.0.judul`)."""
        return self.page.locator(f'[data-key-path="{key}"]').locator("input, textarea").first

    def save(self) -> None:
        """Save, and wait until the form has closed the record."""
        collection = re.match(r".*#/collections/([a-z_]+)", self.page.url)
        assert collection
        self.page.get_by_role("button", name="Simpan", exact=True).click()
        self.page.wait_for_url(f"{self.url}#/collections/{collection[1]}")
        self.page.locator("[data-key-path]").first.wait_for(state="detached")

    def read(self, file: str) -> str:
        """The text of a file as the form has left it."""
        for _ in range(50):
            try:
                text: str = self.page.evaluate(_READ, file)
                return text
            except Error:  # being written just now
                self.page.wait_for_timeout(20)
        raise AssertionError(f"{file} cannot be read")


_FILL = """async files => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const folders = path.split("/"), name = folders.pop();
    let folder = root;
    for (const part of folders) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
_READ = """async path => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
  const folders = path.split("/"), name = folders.pop();
  for (const part of folders) folder = await folder.getDirectoryHandle(part);
  return await (await (await folder.getFileHandle(name)).getFile()).text();
}"""


@dataclass
class FakeGitHub:
    """What the form needs of GitHub's programming interface, with one branch of data and nobody behind it."""

    files: dict[str, str]
    branches: dict[str, dict[str, str]] = field(default_factory=dict)
    """Branch to the files that were saved on it."""
    pulls: list[dict[str, Any]] = field(default_factory=list)
    """Pull requests as they were asked for, with `labels`."""
    unknown: list[str] = field(default_factory=list)
    """Changes nobody has taught this host."""

    def answer(self, route: Route) -> None:
        """Answer one request."""
        request = route.request
        path = request.url.removeprefix("https://api.github.com")
        allowed = {"access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*"}  # fmt: skip
        if request.method == "OPTIONS" or "/collaborators/" in path:
            route.fulfill(status=204, headers=allowed)
            return
        given = request.post_data_json if request.post_data else {}
        told = self._graph(given["query"], given.get("variables", {})) if path == "/graphql" else self._rest(request.method, path, given)  # fmt: skip
        route.fulfill(
            status=200 if told is not None else 404, headers=allowed, json=told if told is not None else {}
        )

    def _rest(self, method: str, path: str, given: Any) -> Any:
        if path == "/user":
            return {"id": 1, "login": "unit-data", "name": "Unit Data", "email": "unit@kota.example"}
        if "/git/trees/" in path:
            return {
                "tree": [
                    {"type": "blob", "path": file, "sha": _sha(text), "size": len(text.encode())}
                    for file, text in self.files.items()
                ]
            }
        if method == "POST" and path.endswith("/pulls"):
            self.pulls.append({**given, "labels": []})
            now = "2026-11-24T00:00:00Z"
            return {"number": len(self.pulls), "node_id": "PR", "title": given["title"], "html_url": "https://github.com/x",
                    "head": {"sha": "c" * 40}, "created_at": now, "updated_at": now}  # fmt: skip
        number = re.search(r"/issues/(\d+)", path)
        if number and method in ("POST", "PATCH"):
            self.pulls[int(number[1]) - 1]["labels"] = given["labels"]
            return {}
        if number:
            return {"labels": [{"name": name} for name in self.pulls[int(number[1]) - 1]["labels"]]}
        if method != "GET":
            self.unknown.append(f"{method} {path}")
        return None

    def _graph(self, query: str, variables: dict[str, Any]) -> Any:
        given = variables.get("input", {})
        head = {"oid": "a" * 40, "message": "data"}
        if "createCommitOnBranch" in query:
            branch = self.branches.setdefault(given["branch"]["branchName"], {})
            for file in given["fileChanges"]["additions"]:
                branch[file["path"]] = base64.b64decode(file["contents"]).decode()
            commit = {"oid": "c" * 40, "committedDate": "2026-11-24T00:00:00Z", "file_0": {"oid": "f" * 40}}
            return {"data": {"createCommitOnBranch": {"commit": commit}}}
        if "createRef" in query:
            return {"data": {"createRef": {"ref": {"name": given["name"]}}}}
        if "markPullRequestReadyForReview" in query:
            self.pulls[-1]["draft"] = False
            return {"data": {"markPullRequestReadyForReview": {"pullRequest": {"isDraft": False}}}}
        if "mutation" in query:
            self.unknown.append(query)
        if "fork: repository" in query:
            return {"data": {"fork": {"id": "R"}, "base": {"ref": {"target": {"oid": head["oid"]}}}}}
        if "pullRequests(" in query:
            return {"data": {"repository": {"pullRequests": {"nodes": [], "totalCount": 0}}}}
        texts = {_sha(text): text for text in self.files.values()}
        found: dict[str, Any] = {
            alias: {"text": texts[sha], "isTruncated": False}
            for alias, sha in re.findall(r'(\w+): object\(oid: "(\w+)"\)', query)
        }
        author = {"author": {"name": "Unit Data", "email": "unit@kota.example", "user": None}, "committedDate": "2026-11-24T00:00:00Z"}  # fmt: skip
        found |= {
            alias: {"target": {"history": {"nodes": [author]}}}
            for alias in re.findall(r"(\w+): ref\(", query)
        }
        if not found:
            found["ref"] = {"target": {"oid": head["oid"], "history": {"nodes": [head]}}}
        return {"data": {"repository": found}}


def _sha(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


if __name__ == "__main__":
    print(modules())
