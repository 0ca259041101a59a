"""The one file that knows MkDocs, which is only a shell: the theme's template engine and a nav of
sections. What stands on a page is made by our own views.

`mkdocs build` and `mkdocs serve` on the plain mkdocs.yml load theme/hooks.py, which names the hooks
below; the publication is then read from its files. Our own build prints the same views with the
same templates by itself, several times as quick.
"""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from songngu.cache_ import Cache
from songngu.figures.texts_ import Hands, hands
from songngu.model import LANGS, Lang
from songngu.progress import SILENT
from songngu.site import cover, statistics
from songngu.site.assets_ import furnish, write_assets
from songngu.site.edition import Edition, Page
from songngu.site.folder_ import Folder
from songngu.site.frame import Stand
from songngu.site.planning_ import make_edition
from songngu.site.search_index import index_files
from songngu.site.searching import Doc
from songngu.site.showing import framed, searched, template_of, view_of
from songngu.source.publication import read

log = logging.getLogger("mkdocs.plugins.songngu")
LOST = "404.html"


@dataclass(frozen=True)
class Desk:
    """What the hooks of one build share. `pages` are this language's, by their files."""

    edition: Edition
    lang: Lang
    hands: Hands
    cache: Cache
    pages: dict[str, Page]
    views: dict[str, Any]
    docs: dict[str, Doc | None]


# MkDocs calls plain functions one after the other and gives them no place of their own to keep
# anything; the one desk of the running build lies here.
_desk: list[Desk] = []


@event_priority(-200)
def on_config(config: Any) -> Any:
    """After static-i18n, which knows by now the language that is being built."""
    lang: Lang = config.plugins["i18n"].current_language
    edition, cache = _read(Path(config.config_file_path).parent, config)
    found = {page.path: page for page in edition.every(lang)}
    _desk[:] = [Desk(edition, lang, hands(cache), cache, found, {}, {})]
    config.theme["language"] = lang
    config.theme.static_templates = {LOST}
    return config


def _read(root: Path, config: Any) -> tuple[Edition, Cache]:
    """The edition of a plain mkdocs run: both languages, the default one at the root."""
    found = read(root)
    for one in found.diagnostics:
        log.warning("%s:%s: %s", one.place.path, one.place.line, one.key)
    if found.value is None:
        raise ConfigurationError("content/publication.yml cannot be read; run the check verb")
    default = config.plugins["i18n"].default_language
    built = config.plugins["i18n"].build_languages
    folders: dict[Lang, str] = {
        lang: "" if lang == default else f"{lang}/" for lang in LANGS if lang in built
    }
    cache = Cache(root)
    furniture, _ = furnish(root, cache)
    return make_edition(root, found.value, folders, furniture), cache


@event_priority(-200)
def on_files(files: Files, config: Any) -> Files:
    """Our pages instead of what lies in the folders: no file of the editors is published as it
    is, and none of the theme's but those that assets_.py writes."""
    desk = _desk[0]
    prefix = "" if config.plugins["i18n"].is_default_language_build else f"{desk.lang}/"
    made = []
    for path, page in desk.pages.items():
        shown = page.kind in ("cover", "section") and page.issue is desk.edition.publication.newest
        inclusion = InclusionLevel.INCLUDED if shown else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, f"{prefix}{path}index.md", content="", inclusion=inclusion)
        made.append(file)
    config.nav = [file.src_uri for file in made if file.inclusion is InclusionLevel.INCLUDED]
    return Files(made)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Nothing for MkDocs to render: the view is made here, its HTML follows."""
    desk, ours = _desk[0], _page(page)
    stand = Stand(desk.edition, desk.lang, ours.issue, ours.path)
    view = view_of(stand, ours, desk.hands)
    desk.views[ours.path] = view
    page.meta["title"] = view.frame.title or view.frame.name
    page.meta["template"] = template_of(ours)
    return ""


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    desk, ours = _desk[0], _page(page)
    view = desk.views.pop(ours.path)
    desk.docs[ours.path] = searched(ours, view)
    stand = Stand(desk.edition, desk.lang, ours.issue, ours.path)
    context["view"], context["frame"] = view, framed(desk.edition, stand, ours, view)
    return context


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """The language's 404 page, the only template that is no page."""
    if template_name == LOST:
        desk = _desk[0]
        view = cover.lost(Stand(desk.edition, desk.lang, desk.edition.publication.newest, "", True))
        context["view"], context["frame"] = view, view.frame
    return context


def on_env(env: Any, config: Any, files: Files) -> Any:
    """What editors wrote is text: the theme prints it escaped."""
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    env.undefined = StrictUndefined
    return env


def on_post_build(config: Any) -> None:
    """A plain run has no one else to write the search index and the shared files."""
    desk, root = _desk[0], Path(config.config_file_path).parent
    folder = Folder(Path(config.site_dir), desk.cache)
    here = desk.edition.addresses.page(desk.lang, "")
    found = index_files(filter(None, (desk.docs[path] for path in desk.pages)))
    folder.write({here + name: text for name, text in found.items()})
    _, files = furnish(root, desk.cache)
    files = {**files, **statistics.csv_files(desk.edition.publication)}
    write_assets(root, desk.edition.pictures, files, desk.cache, folder, SILENT)


def _page(page: Any) -> Page:
    """Our page of an engine's page, whose address has the language's folder before it or not."""
    desk = _desk[0]
    path = str(page.url).removeprefix("./")
    return desk.pages.get(path) or desk.pages[path.removeprefix(f"{desk.lang}/")]
