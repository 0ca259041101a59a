"""Makes what stands in one language, piece by piece, in whatever process it runs: the views are
ours, the theme's templates print them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinja2 import TemplateError

from songngu.cache_ import Cache
from songngu.figures.texts_ import hands
from songngu.model import Lang
from songngu.site import cover
from songngu.site.edition import Edition, Page
from songngu.site.folder_ import Folder
from songngu.site.frame import Stand
from songngu.site.keys_ import Keeper, digests
from songngu.site.pages_ import EngineFailed, engine, republished
from songngu.site.reprint import below
from songngu.site.showing import SEARCHED, framed, searched, template_of, view_of

LOST = "404.html"


@dataclass(frozen=True)
class Piece:
    """What is made at once: a page, what an article is for other sites, the 404 of a language.
    `path` is that of the page, `key` tells all that it is made of, `about` the pair whose text it
    shows; `told` says whether anything of it is needed again elsewhere."""

    kind: Literal["page", "reprint", "lost"]
    lang: Lang
    path: str
    key: str
    about: str = ""
    told: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind} {self.path}"


@dataclass(frozen=True)
class Came:
    """What came of a piece: the names of its files, and what is needed elsewhere: what the search
    reads of a page, an article's HTML and text."""

    piece: Piece
    names: tuple[str, ...]
    told: object = None


def pieces(edition: Edition, lang: Lang, keeper: Keeper) -> Iterator[Piece]:
    """Everything that one language has."""
    yield Piece("lost", lang, "", keeper.key("lost", lang))
    for page in edition.every(lang):
        about = f"{page.issue.id}/{page.pair.id}" if page.pair else ""
        marks = digests(edition, page.issue, page.pair, None if page.kind == "double" else lang)
        key = keeper.key("page", lang, page.kind, f"/{page.path}", *marks)
        yield Piece("page", lang, page.path, key, about, page.kind in SEARCHED)
        if page.kind == "article" and edition.syndication is not None:
            key = keeper.key("reprint", lang, f"/{page.path}", *marks)
            yield Piece("reprint", lang, page.path, key, about, True)


class Maker:
    """Makes pieces of an edition into the folder `out`. Raises EngineFailed for a template that
    cannot be used."""

    def __init__(self, root: Path, edition: Edition, cache: Cache, out: Path) -> None:
        self.edition, self.theme, self.hands = edition, engine(root, cache), hands(cache)
        self.folder = Folder(out, cache)
        self.pages = {
            (lang, page.path): page for lang in edition.pages for page in edition.every(lang)
        }

    def __call__(self, piece: Piece) -> Came:
        try:
            if piece.kind == "lost":
                return self._lost(piece)
            page = self.pages[piece.lang, piece.path]
            return (
                self._reprint(piece, page) if piece.kind == "reprint" else self._page(piece, page)
            )
        except TemplateError as error:
            raise EngineFailed(f"{_where(error)}: {error}") from error

    def _page(self, piece: Piece, page: Page) -> Came:
        stand = Stand(self.edition, piece.lang, page.issue, page.path)
        view = view_of(stand, page, self.hands)
        frame = framed(self.edition, stand, page, view)
        html = self.theme.get_template(template_of(page)).render(view=view, frame=frame)
        here = self.edition.addresses.page(piece.lang, page.path)
        return Came(piece, self.folder.write({f"{here}index.html": html}), searched(page, view))

    def _reprint(self, piece: Piece, page: Page) -> Came:
        assert page.pair is not None
        at = self.edition, piece.lang, page.issue, page.pair
        two = below(*at, self.hands.write)
        names = self.folder.write(republished(self.theme, *at, two))
        return Came(piece, names, two)

    def _lost(self, piece: Piece) -> Came:
        newest = self.edition.publication.newest
        view = cover.lost(Stand(self.edition, piece.lang, newest, "", lost=True))
        html = self.theme.get_template(LOST).render(view=view, frame=view.frame)
        here = self.edition.addresses.page(piece.lang, LOST)
        return Came(piece, self.folder.write({here: html}))


def _where(error: TemplateError) -> str:
    """The template and its line, as far as they are known."""
    name, line = getattr(error, "name", None), getattr(error, "lineno", None)
    return ":".join(str(one) for one in (name or "theme", line) if one)
