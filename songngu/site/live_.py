"""The site a page at a time, without the engine: what the editors' preview shows.

The same views and templates as in the build, but nothing is written, and nothing made that nobody
asked for. What is for other sites alone (cards, feeds, kits, republish pages) is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from jinja2 import Environment

from songngu.cache_ import Cache
from songngu.figures.pictures_ import web_file
from songngu.figures.texts_ import Hands, hands
from songngu.model import LANGS, Lang, Publication
from songngu.site import cover
from songngu.site.addresses import ASSETS
from songngu.site.assets_ import furnish
from songngu.site.edition import Edition, Furniture, Page
from songngu.site.frame import Stand
from songngu.site.gate import gate_pages
from songngu.site.pages_ import engine, lasting_pages
from songngu.site.planning_ import make_edition
from songngu.site.search_index import FOLDER, index_files
from songngu.site.showing import SEARCHED, framed, searched, template_of, view_of
from songngu.site.statistics import csv_files

HTML = "text/html; charset=utf-8"
# Not as the machine would have it: many a registry of Windows calls a script plain text, and no
# browser begins such a worker.
KINDS = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".csv": "text/csv",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class Answer:
    """What is sent for an address. `pair` is the pair that the page shows, if it shows one."""

    body: bytes
    kind: str
    found: bool = True
    pair: str = ""


@dataclass(frozen=True)
class Live:
    """The site of one state of the publication. `pages` has also those of earlier states whose
    files are still there but cannot be read now: an editor keeps sight of what is being mended."""

    root: Path
    cache: Cache
    edition: Edition
    files: Mapping[str, bytes]
    pages: Mapping[str, tuple[Edition, Lang, Page]]
    theme: Environment
    hands: Hands
    _indexes: dict[Lang, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The address at which each article's file is seen."""
        return {
            article.path: address
            for address, (_, lang, page) in self.pages.items()
            if page.kind == "article" and page.pair and (article := page.pair[lang])
        }

    def answer(self, address: str) -> Answer:
        """What stands at an address below the site's root. Raises what a template raises."""
        base = urlsplit(self.edition.addresses.base).path.strip("/")
        if base and address.startswith(f"{base}/"):
            address = address.removeprefix(f"{base}/")
        address = address.removesuffix("index.html")
        if address.startswith(ASSETS):
            return self._asset(address.removeprefix(ASSETS))
        for lang in self.edition.pages:
            begins = self.edition.addresses.page(lang, "")
            if address.startswith(begins + FOLDER):
                return self._part(lang, address.removeprefix(begins))
        if address in self.pages:
            edition, lang, page = self.pages[address]
            return Answer(self._page(edition, lang, page).encode(), HTML, pair=_pair(page))
        if address == "":
            return Answer(gate_pages(self.root, self.edition)["index.html"].encode(), HTML)
        kept = lasting_pages(self.root, self.edition).get(f"{address}index.html")
        return Answer(kept.encode(), HTML) if kept else self._lost(address)

    def _page(self, edition: Edition, lang: Lang, page: Page) -> str:
        stand = Stand(edition, lang, page.issue, page.path)
        view = view_of(stand, page, self.hands)
        frame = framed(edition, stand, page, view)
        return self.theme.get_template(template_of(page)).render(view=view, frame=frame)

    def _lost(self, address: str) -> Answer:
        newest = self.edition.publication.newest
        spoken = [lang for lang in self.edition.pages if address.startswith(f"{lang}/")]
        lang = next(iter(spoken or self.edition.pages))
        view = cover.lost(Stand(self.edition, lang, newest, "", lost=True))
        text = self.theme.get_template("404.html").render(view=view, frame=view.frame)
        return Answer(text.encode(), HTML, found=False)

    def _asset(self, name: str) -> Answer:
        kind = KINDS.get(PurePosixPath(name).suffix, "application/octet-stream")
        if name in self.files:
            return Answer(self.files[name], kind)
        for path, plan in self.edition.pictures.items():
            names = [one for files in plan.kinds for _, one in files.files]
            if name in names:
                file = web_file(self.root / path, self.cache, names.index(name))
                return Answer(file.read_bytes(), kind)
        return Answer(b"", "text/plain", found=False)

    def _part(self, lang: Lang, name: str) -> Answer:
        """A file of the search index: made when the search is opened, from every page's text as it
        is now."""
        if lang not in self._indexes:
            stands = (
                (page, Stand(self.edition, lang, page.issue, page.path))
                for page in self.edition.pages[lang]
                if page.kind in SEARCHED
            )
            found = (searched(page, view_of(stand, page, self.hands)) for page, stand in stands)
            self._indexes[lang] = index_files(filter(None, found))
        text = self._indexes[lang].get(name)
        return Answer((text or "").encode(), "application/json", found=text is not None)


def _pair(page: Page) -> str:
    return page.pair.id if page.pair else ""


def furnished(root: Path, cache: Cache) -> tuple[Furniture, Mapping[str, bytes]]:
    """Style, scripts, fonts and search of the theme as it stands."""
    return furnish(root, cache)


def live(
    root: Path,
    cache: Cache,
    publication: Publication,
    furniture: tuple[Furniture, Mapping[str, bytes]],
    only: Lang | None = None,
    before: Live | None = None,
) -> Live:
    """The site as it is after a save."""
    folders: dict[Lang, str] = {lang: f"{lang}/" for lang in LANGS if only in (None, lang)}
    named, files = furniture
    edition = make_edition(root, publication, folders, named)
    pages = {
        edition.addresses.page(lang, page.path): (edition, lang, page)
        for found in (edition.pages, edition.doubles)
        for lang, own in found.items()
        for page in own
    }
    older = {
        address: (replace(kept, furniture=named), lang, page)
        for address, (kept, lang, page) in (before.pages if before else {}).items()
        if address not in pages and _unreadable(root, lang, page, edition)
    }
    return Live(
        root, cache, edition, {**files, **csv_files(edition.publication)}, {**older, **pages},
        engine(root, cache), before.hands if before else hands(cache),
    )  # fmt: skip


def _unreadable(root: Path, lang: Lang, page: Page, edition: Edition) -> bool:
    """Whether the page's text is still there in its file, and was not withdrawn."""
    article = page.pair[lang] if page.pair else None
    gone = {one.path for one in edition.gone.get(lang, ())}
    return article is not None and (root / article.path).is_file() and page.path not in gone
