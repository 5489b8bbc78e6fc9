"""MkDocs events, translated to the rooms. The only file that imports mkdocs; it uses public events only.

`mkdocs` is imported through the host that calls us, so that ProperDocs, its fork, can run the same file.
"""

from __future__ import annotations

import logging
from html import escape, unescape
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup
from markupsafe import escape as markup_escape

from content_tools.changes.history import read_history
from content_tools.exports.data_files import data_files
from content_tools.exports.feed import feeds
from content_tools.insight.facts import Facts
from content_tools.insight.last_change import last_change
from content_tools.model.plan import Plan
from content_tools.model.problem import ERROR, Problem
from content_tools.pages.all import all_pages
from content_tools.pages.assets import THEME, assets
from content_tools.pages.catalogue import kind_of
from content_tools.pages.checking import check_project
from content_tools.pages.frame import nav_titles, surroundings, with_contents
from content_tools.pages.kept import CompiledTemplates, PrintedPages
from content_tools.pages.markdown_text import EXTENSIONS
from content_tools.pages.page import Page, is_english
from content_tools.pages.press import TEMPLATES, Press, edit_links
from content_tools.pages.redirects import redirects
from content_tools.pages.sanitise import sanitise
from content_tools.pages.share import head, preview_image
from content_tools.pages.trouble import trouble_html
from content_tools.pages.written import Written, expand
from content_tools.reading.dates import build_day, data_day
from content_tools.reading.project import Project
from content_tools.release.links import broken_links
from content_tools.release.manifest import write_sums
from content_tools.search.index import Memory, search_index
from content_tools.visuals.links import rooted

log = logging.getLogger("mkdocs.hooks.masterplan")
_state = SimpleNamespace(
    serving=False, press=None, pages={}, written={}, problems=[], printing=False, known_uris=set(),
    printed=PrintedPages(), frame=None, made_of=None, assets=None, preview="",
    memory=Memory(), engine="",
)  # fmt: skip
"""What one build hands from event to event; MkDocs loads hooks once and calls them in turn."""


def on_startup(command: str, dirty: bool) -> None:
    """Called once; while serving, problems are shown in the browser instead of stopping."""
    _state.serving = command == "serve"


def _project(config: Any) -> Project:
    root = Path(config.config_file_path).parent
    return Project(root, root / "data", Path(config.docs_dir), Path(config.config_file_path))


def _tell(problems: list[Problem]) -> None:
    """Our warnings stay below MkDocs' WARNING level: only errors stop `--strict`."""
    for problem in problems:
        level = logging.ERROR if problem.severity is ERROR else logging.INFO
        key = f"{problem.key}: " if problem.key else ""
        told = (problem.place, key, problem.message, kind_of(problem).code, problem.hint)
        log.log(level, "%s: %s%s [%s] %s", *told)


def _abort(config: Any, words: str) -> Any:
    """What ends a build of this host with one line."""
    return import_module(type(config).__module__.split(".")[0] + ".exceptions").Abort(words)


def on_config(config: Any) -> Any:
    """Before anything is written: read and check everything, then take the site's name from the data."""
    project = _project(config)
    plan, problems = check_project(project)
    _tell(problems)
    errors = [problem for problem in problems if problem.severity is ERROR]
    _state.problems, _state.press, _state.pages, _state.written, _state.printing = errors, None, {}, {}, False
    config.markdown_extensions[:] = [
        *EXTENSIONS,
        *(name for name in config.markdown_extensions if name not in EXTENSIONS),
    ]
    if errors or plan is None:
        if not _state.serving:
            words = f"{len(errors)} galat di data atau halaman; tidak ada yang ditulis. Lihat daftar di atas."
            raise _abort(config, words)
        return config
    _state.press = _press(plan, project, config)
    config.site_name = markup_escape(plan.site.name)
    config.site_description = markup_escape(plan.site.subtitle)
    config.extra["noindex"] = plan.site.undecided or bool(config.extra.get("preview"))
    if not config.repo_url:
        config.edit_uri = None
    return config


def _press(plan: Plan, project: Project, config: Any) -> Press:
    facts = Facts(plan, build_day(project.root, serving=_state.serving), data_day(project.root))
    site_url = config.site_url.rstrip("/") + "/" if config.site_url else None
    history = read_history(project.root)
    return Press(
        facts,
        project.docs,
        edit_links(config.repo_url, config.edit_uri),
        site_url,
        config.repo_url or None,
        history,
    )


def on_files(files: Any, config: Any) -> Any:
    """Assets and generated pages are added; the stories of dimensions stand on generated pages, not on their own."""
    module = import_module(type(files).__module__)
    for file in list(files):
        # Material's own assets stay out: pages load what `pages/assets.py` joins.
        if file.src_uri.startswith("dimensi/") or file.src_dir != config.docs_dir:
            files.remove(file)
    _state.assets = assets()
    for uri, data in _state.assets.files.items():
        files.append(module.File.generated(config, uri, content=data))
    if _state.press is None:
        uris = _state.known_uris | {file.src_uri for file in files.documentation_pages()} | {"index.md"}
        for file in list(files.documentation_pages()):
            files.remove(file)
        for uri in sorted(uris):
            files.append(module.File.generated(config, uri, content=""))
        return files
    _state.preview, picture = preview_image(_state.press)
    page_class = _page_class(import_module(type(files).__module__.replace(".files", ".pages")))
    titles = dict(nav_titles(config.nav or []))
    pages = all_pages(_state.press)
    index = search_index(_state.press, pages, _state.memory if _state.serving else None)
    _state.engine = index.engine
    for page in pages:
        file = module.File.generated(config, page.uri, content="")
        if page.data_file:
            file.edit_uri = f"../{page.data_file}"
        files.append(file)
        _state.pages[page.uri] = page
        page_class(titles.get(page.uri), file, config)
    made = [*redirects(_state.press.plan), *data_files(_state.press), *feeds(_state.press), *index.files.items()]  # fmt: skip
    for uri, content in (*made, (_state.preview, picture)):
        files.append(module.File.generated(config, uri, content=content))
    _state.known_uris = {file.src_uri for file in files.documentation_pages()}
    return files


def _page_class(module: Any) -> Any:
    """A MkDocs page whose HTML is ready made, and is made only while it is printed.

    No Markdown is parsed for it, which halves a build, and no more than one of thousands lies in memory.
    """

    class ReadyPage(module.Page):  # type: ignore[misc,name-defined]
        _html: str | None = None

        def read_source(self, config: Any) -> None:
            page: Page = _state.pages[self.file.src_uri]
            self.markdown = ""
            self.meta = {
                "title": escape(page.title),
                "description": escape(page.description),
                "noindex": page.kind == "lembar",
            }

        def render(self, config: Any, files: Any) -> None:
            self.present_anchor_ids = self.links_to_anchors = None

        @property
        def content(self) -> str:
            if not self._html and _state.printing:
                self._html = with_contents(_state.press.page_html(_state.pages[self.file.src_uri]))
            return self._html or ""

        @content.setter
        def content(self, html: str | None) -> None:
            self._html = html

    return ReadyPage


def on_env(env: Any, config: Any, files: Any) -> Any:
    """All pages are known, printing begins. While serving, what did not change is not printed again."""
    _state.printing = True
    if _state.press is not None:
        for file in files.documentation_pages():
            generated = _state.pages.get(file.src_uri)
            changed = last_change(_state.press.facts, generated.record if generated else None)
            file.page.update_date = changed.isoformat()
    if _state.serving and _state.press is not None:
        env.bytecode_cache = CompiledTemplates()
        theme = sorted((str(path), path.stat().st_mtime_ns) for path in THEME.rglob("*") if path.is_file())
        press: Press = _state.press
        _state.frame = (
            config.nav,
            config.site_name,
            press.identity,
            press.site_foot,
            press.site_url,
            press.dateline,
            _state.preview,
            repr(dict(config.theme)),
            theme,
        )
        for file in files.documentation_pages():
            page = file.page
            if (
                file.src_uri in _state.pages
                and _state.printed.output(file.src_uri, _made_of(page)) is not None
            ):
                page.meta["template"] = "siap.html"
    return env


def _made_of(page: Any) -> object:
    return (page.content, page.meta["title"], page.meta["description"], _state.frame)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """A written page: its titles are escaped, its data blocks taken out and drawn."""
    if _state.press is None or page.file.src_uri in _state.pages:
        return markdown
    page.meta = {
        name: escape(str(page.meta[name])) for name in ("title", "description") if page.meta.get(name)
    }
    written = expand(_state.press, markdown, f"docs/{page.file.src_uri}")
    _state.written[page.file.src_uri] = written
    return written.text


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """A written page again: sanitised first, then filled, then its sources and words listed."""
    if _state.press is None:
        page.meta["title"] = "Perlu diperbaiki"
        return trouble_html(_state.problems)
    if page.file.src_uri in _state.pages:
        return html
    press: Press = _state.press
    written: Written = _state.written[page.file.src_uri]
    path = page.url if page.url != "./" else ""
    title = unescape(str(page.meta.get("title") or page.title or ""))
    finished = rooted(press.written_html(written, Markup(sanitise(html)), title, path, page.edit_url), path)
    return with_contents(finished) if path and not is_english(path) else finished


def _around(config: Any, root: str, title: str) -> dict[str, object]:
    name, modes = config.site_name, {"serving": _state.serving, "preview": bool(config.extra.get("preview"))}
    around = surroundings(_state.press, _state.assets, root, title, name, **modes)
    return around | {"search": root + _state.engine if _state.press else ""}


def on_page_context(context: dict[str, Any], page: Any, config: Any, nav: Any) -> dict[str, Any]:
    """What the theme prints around every page."""
    if page.meta.get("template") == "siap.html":
        context["printed"] = _state.printed.output(page.file.src_uri, _made_of(page))
        return context
    if _state.serving and page.file.src_uri in _state.pages:
        _state.made_of = _made_of(page)
    generated = _state.pages.get(page.file.src_uri)
    url = "" if page.url in ("", "./") else page.url
    title = unescape(str(page.meta.get("title") or page.title or ""))
    root = "../" * url.count("/") or "./"
    context |= _around(config, root, title)
    context["address"], context["language"] = url, "en" if is_english(url) else "id"
    context["kind"] = generated.kind if generated else "beranda" if page.is_homepage else "tulisan"
    context["section"] = generated.crumbs[0][1] if generated and generated.crumbs else page.url
    if page.parent is not None:
        context["section"], context["sections"] = page.parent.children[0].url, page.parent.children
    if _state.press is not None:
        context["share"] = head(
            _state.press, title=title, description=unescape(str(page.meta.get("description") or "")), path=url,
            kind=context["kind"], image=_state.preview, crumbs=generated.crumbs if generated else (),
            record=generated.record if generated else None,
        )  # fmt: skip
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: Any) -> dict[str, Any]:
    """The page that is shown for an address that does not exist; it may be shown at any depth."""
    if template_name == "404.html":
        root = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
        context |= _around(config, root, "Halaman tidak ditemukan")
        context |= {"kind": "404", "language": "id"}
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """A page is printed: its HTML need not stay in memory."""
    if page.file.src_uri in _state.pages:
        page.content = None
        if _state.serving and page.meta.get("template") is None:
            _state.printed.keep(page.file.src_uri, _state.made_of, output)
    return output


def on_post_build(config: Any) -> None:
    """The finished site is read once more as a reader's browser would: one bad link fails the build. Then it is sealed."""
    if _state.press is None or _state.serving:
        return
    bad = list(broken_links(Path(config.site_dir)))
    for link in bad:
        log.error("%s: tautan ke %s tidak sampai: %s", link.page, link.target, link.reason)
    if bad:
        raise _abort(config, f"{len(bad)} tautan rusak di situs yang jadi.")
    write_sums(Path(config.site_dir))


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Data and templates are watched as well as pages."""
    for folder in (Path(config.config_file_path).parent / "data", TEMPLATES, THEME):
        server.watch(str(folder))
    return server
