"""The interior: parts set apart, paged, dressed with folios and running heads, joined."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from songngu import __version__
from songngu.cache_ import Cache
from songngu.figures.drawings_ import drawing
from songngu.figures.fonts_ import FACES, print_fonts
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import press_picture
from songngu.geometry import Sheet, points
from songngu.model import (
    LANGS,
    Bilingual,
    Issue,
    Lang,
    Layout,
    Pair,
    PressProfile,
    Publication,
    Section,
)
from songngu.press import book, pdf_, templates_
from songngu.press.book import Part
from songngu.press.copyfit import Copyfit, copyfit
from songngu.press.fitting import fitted, tails
from songngu.press.grid import Grid, Shape
from songngu.press.paging import BookPage, first_pages, openings, paginate
from songngu.press.paper import PaperMedium, Said, turned
from songngu.press.parts_ import Setter
from songngu.press.turning import WIDEST, true_pages, unknown
from songngu.press.weasyprint_ import SetPart
from songngu.source.articles import resolve
from songngu.source.links import references

Report = Callable[[str], None]


@dataclass(frozen=True)
class Workshop:
    """What every part is made with: where things lie, how they look, how many hands."""

    root: Path
    cache: Cache
    publication: Publication
    issue: Issue
    profile: PressProfile
    workers: int = 1

    @property
    def icc(self) -> Path:
        return self.root / self.profile.icc

    def press_pictures(self) -> dict[str, Path]:
        """Every picture of the issue as CMYK, by its path; a missing one was told by the check."""
        return {
            path: press_picture(self.root / path, self.icc, self.cache)
            for path in sorted(pictures_of(self.issue))
            if (self.root / path).is_file()
        }

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the typesetter may read files."""
        return (self.cache.folder, self.root / "assets", self.root / "print", *_font_folders())


def _font_folders() -> tuple[Path, ...]:
    from importlib import resources

    return tuple({Path(str(resources.files(face.package))) for face in FACES})


def pictures_of(issue: Issue) -> frozenset[str]:
    """The paths of all pictures that an issue prints."""
    found = {issue.picture, *(section.picture for section in issue.sections)}
    for pair in issue.pairs:
        for lang in LANGS:
            if article := pair[lang]:
                found |= {article.picture.path} if article.picture else set()
                found |= {
                    resolve(article.path, one.target)
                    for one in references(article)
                    if one.kind == "picture"
                }
    return frozenset(found - {""})


@dataclass(frozen=True)
class Interior:
    """What was set: its pages, and how the two sides of its rows fit each other."""

    pages: int
    copyfit: Copyfit


def set_interior(shop: Workshop, target: Path, report: Report) -> Interior:
    """Write interior.pdf."""
    pictures = shop.press_pictures()
    palette = read_palette(shop.root)
    colours = templates_.cmyk(palette)
    css = templates_.stylesheet(
        shop.root, "interior.css", print_fonts(shop.cache), colours, shop.profile
    )
    jinja = _environment(shop, pictures, colours)
    front = book.front(shop.publication, shop.issue)
    body = book.body(shop.publication, shop.issue, _media(shop, pictures, colours))
    back = book.back(shop.publication, shop.issue)
    parts = (*front, *body, back)
    report("progress.press")

    setter = Setter(css, shop.folders, shop.cache, shop.workers)
    word: Bilingual = jinja.globals["words"]["turn"]  # type: ignore[index]

    def set_all(some: Sequence[Part], said: Said) -> Sequence[SetPart]:
        return setter.all([turned(_html(jinja, part), said) for part in some])

    chosen, ready = fitted(parts, lambda some: set_all(some, unknown(word, WIDEST)))
    contents = _contents(jinja, body, {part.entry: dict.fromkeys(LANGS, 888) for part in body})
    ready[contents.name] = setter.one(_html(jinja, contents))

    def places(done: Mapping[str, SetPart]) -> tuple[BookPage, ...]:
        lengths = {name: part.pages for name, part in done.items()}
        return paginate((*front, contents, *body, back), lengths, shop.profile.multiple)

    ready = true_pages(chosen, ready, lambda done: openings(places(done)), word, set_all)
    contents = _contents(jinja, body, openings(places(ready)))
    ready[contents.name] = setter.one(_html(jinja, contents))
    pages = places(ready)
    report("progress.join")
    furniture = setter.one(_furniture(jinja, pages, ready))
    _join(shop, pages, ready, furniture, target)
    return Interior(len(pages), copyfit(shop.profile, pages, ready))


def set_proof(shop: Workshop, section: Section, pair: Pair, layout: Layout, target: Path) -> None:
    """One pair as it will stand in the book, its folios counted from 2."""
    pictures = shop.press_pictures()
    colours = templates_.cmyk(read_palette(shop.root))
    css = templates_.stylesheet(
        shop.root, "interior.css", print_fonts(shop.cache), colours, shop.profile
    )
    jinja = _environment(shop, pictures, colours)
    medium = _media(shop, pictures, colours)(section, layout)
    parts = book.article_parts(shop.publication, shop.issue, section, pair, layout, medium)
    setter = Setter(css, shop.folders, shop.cache)
    said = unknown(jinja.globals["words"]["turn"], "…")  # type: ignore[index]
    _, ready = fitted(
        parts, lambda some: setter.all([turned(_html(jinja, one), said) for one in some])
    )
    pages = paginate(parts, {name: done.pages for name, done in ready.items()}, 1)
    furniture = setter.one(_furniture(jinja, pages, ready))
    _join(shop, pages, ready, furniture, target)


def _environment(
    shop: Workshop, pictures: Mapping[str, Path], colours: Mapping[str, str]
) -> Environment:
    return templates_.environment(
        shop.root,
        colour=colours,
        publication=shop.publication,
        issue=shop.issue,
        profile=shop.profile,
        langs=LANGS,
        version=__version__,
        picture={path: file.as_uri() for path, file in pictures.items()},
    )


def _media(
    shop: Workshop, pictures: Mapping[str, Path], colours: Mapping[str, str]
) -> book.MediumOf:
    """What renders the articles of a section in a layout."""
    grid, sources, draw = Grid(shop.profile), shop.publication.sources, drawing(shop.cache)

    def medium(section: Section, layout: Layout) -> PaperMedium:
        narrow = layout is Layout.COLUMNS
        room = points(grid.column if narrow else grid.measure) / 0.75
        return PaperMedium(pictures, colours, sources, section.accent, draw, room, narrow)

    return medium


def _html(jinja: Environment, part: Part) -> str:
    return jinja.get_template(part.template).render(part=part, **part.values)


def _furniture(
    jinja: Environment, pages: tuple[BookPage, ...], ready: Mapping[str, SetPart]
) -> str:
    """Folios, running heads and tailpieces of all pages."""
    return jinja.get_template("furniture.html").render(pages=pages, tails=tails(pages, ready))


def _contents(
    jinja: Environment, body: tuple[Part, ...], opens: Mapping[str, Mapping[Lang, int]]
) -> Part:
    """The contents, with the page on which everything begins in each language."""
    said: Bilingual = jinja.globals["words"]["contents"]  # type: ignore[index]
    values = {"entries": book.entries(body), "opens": opens}
    return Part("contents", Shape.SPREAD, "contents.html", values, head=said)


def _join(
    shop: Workshop,
    pages: tuple[BookPage, ...],
    ready: Mapping[str, SetPart],
    furniture: SetPart,
    target: Path,
) -> None:
    width, height = shop.profile.trim
    sheet = Sheet(width, height, shop.profile.bleed, shop.profile.slug)
    name, issue = shop.publication.name, shop.issue
    intent = pdf_.Intent(
        title=f"{name.vi} / {name.en} – {issue.title.vi} / {issue.title.en}",
        language="vi",
        stamp=datetime.datetime.combine(issue.date, datetime.time(0, 0)),
        icc=shop.icc,
        profile=shop.profile,
        producer=f"Songngu {__version__}",
    )
    outline = _outline(pages)
    pdf_.join(pages, ready, furniture, sheet, intent, outline, target)


def _outline(pages: tuple[BookPage, ...]) -> list[tuple[str, int, bool]]:
    """A bookmark for every part with a title, in the languages that it is printed in."""
    first = first_pages(pages)
    found: dict[str, tuple[str, int, bool]] = {}
    for page in pages:
        part = page.part
        if part and isinstance(part.title, Bilingual):
            said = " / ".join(part.title[lang] for lang in part.langs)
            found.setdefault(part.name, (said, first[part.name], part.template == "opener.html"))
    return list(found.values())
