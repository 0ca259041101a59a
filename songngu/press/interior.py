"""The interior: parts set apart, paged, dressed with folios and running heads, joined."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from songngu import __version__
from songngu.figures.drawings_ import Draw, drawing
from songngu.figures.fonts_ import print_fonts
from songngu.figures.palette import read_palette
from songngu.figures.texts_ import writing
from songngu.geometry import Sheet, points
from songngu.model import (
    LANGS,
    Bilingual,
    Lang,
    Layout,
    Pair,
    Section,
)
from songngu.press import book, pdf_, templates_
from songngu.press.book import Part
from songngu.press.codes_ import encoding
from songngu.press.copyfit_note import Copyfit, copyfit
from songngu.press.copyfitting import at_step, tails
from songngu.press.cross_references import WIDEST, SetAll, true_pages, unknown
from songngu.press.grid import Grid, Shape
from songngu.press.paging import BookPage, first_pages, openings, paginate
from songngu.press.paper import PaperMedium, Said, turned
from songngu.press.parts_ import Crew, Setter
from songngu.press.pdf_writer_ import PictureFile
from songngu.press.weasyprint_ import SetPart
from songngu.press.workshop import Workshop, templates
from songngu.workers_ import elsewhere

# Pages whose furniture is one part: when folios move, those before are kept.
STACK = 48


@dataclass(frozen=True)
class Interior:
    """What was set: its pages, and how the two sides of its rows fit each other."""

    pages: int
    copyfit: Copyfit


def set_interior(shop: Workshop, crew: Crew, target: Path) -> Interior:
    """Write interior.pdf."""
    crew.wake()
    pictures = shop.press_pictures()
    colours = templates_.cmyk(read_palette(shop.root))
    jinja = templates(shop, pictures, colours)
    front = book.front(shop.publication, shop.issue)
    with elsewhere() as run:
        media = _media(shop, pictures, colours, drawing(shop.cache, run))
        body = book.body(shop.publication, shop.issue, media, _craft(shop))
    back = book.back(shop.publication, shop.issue)
    parts = (*front, *body, back)
    crew.progress("progress.press")
    room = Composing(shop, jinja, colours, crew)
    blank = _contents(jinja, body, {part.entry: dict.fromkeys(LANGS, 888) for part in body})
    ready = room.fitted((*parts, blank), unknown(room.turn, WIDEST))

    def places(done: Mapping[str, SetPart]) -> tuple[BookPage, ...]:
        lengths = {name: part.pages for name, part in done.items()}
        return paginate((*front, blank, *body, back), lengths, shop.profile.multiple)

    named = {part.name: part for part in parts}
    ready = true_pages(
        named, ready, lambda done: openings(places(done)), room.turn, room.again(ready)
    )
    pages = places(ready)
    crew.progress("progress.join")
    contents = room.begun(_contents(jinja, body, openings(pages)))
    furniture = room.furniture(pages, ready)
    ready[blank.name] = contents()
    _join(shop, pages, ready, furniture, room.setter.file, target)
    return Interior(len(pages), copyfit(shop.profile, pages, ready))


def set_proof(shop: Workshop, section: Section, pair: Pair, layout: Layout, target: Path) -> None:
    """One pair as it will stand in the book, its folios counted from 2."""
    pictures = shop.press_pictures()
    colours = templates_.cmyk(read_palette(shop.root))
    jinja = templates(shop, pictures, colours)
    medium = _media(shop, pictures, colours, drawing(shop.cache))(section, layout)
    own, craft = (shop.publication, shop.issue), _craft(shop)
    parts = book.article_parts(*own, section, pair, layout, medium, craft)
    room = Composing(shop, jinja, colours, Crew(1))
    ready = room.fitted(parts, unknown(room.turn, "…"))
    pages = paginate(parts, {name: done.pages for name, done in ready.items()}, 1)
    _join(shop, pages, ready, room.furniture(pages, ready), room.setter.file, target)


class Composing:
    """The composing room: sets the parts of a book, and the furniture of its pages."""

    def __init__(
        self, shop: Workshop, jinja: Environment, colours: Mapping[str, str], crew: Crew
    ) -> None:
        self.shop, self.jinja, self.colours, self.crew = shop, jinja, colours, crew
        self.setter = self._setter("interior.css")
        self.turn: Bilingual = jinja.globals["words"]["turn"]  # type: ignore[index]

    def _setter(self, style: str) -> Setter:
        shop = self.shop
        fonts = print_fonts(shop.cache)
        css = templates_.stylesheet(shop.root, style, fonts, self.colours, shop.profile)
        return Setter(css, shop.folders, shop.cache, self.crew)

    def _html(self, part: Part) -> str:
        return _html(self.jinja, part)

    def fitted(self, parts: Sequence[Part], said: Said) -> dict[str, SetPart]:
        """Every part by name, articles at the step of copyfitting that suits them."""
        texts = [turned(self._html(part), said) for part in parts]
        return dict(
            zip((part.name for part in parts), self.setter.all(texts, "fitted"), strict=True)
        )

    def again(self, before: Mapping[str, SetPart]) -> SetAll:
        """Sets parts with other pages to turn to, at the steps that they were set at before."""

        def set_all(parts: Sequence[Part], said: Said) -> list[SetPart]:
            steps = [before[part.name].step for part in parts]
            texts = [
                at_step(turned(self._html(part), said), step)
                for part, step in zip(parts, steps, strict=True)
            ]
            made = zip(self.setter.all(texts), steps, strict=True)
            return [replace(done, step=step) for done, step in made]

        return set_all

    def begun(self, part: Part) -> Callable[[], SetPart]:
        """Begins to set a part; what this returns waits for it."""
        ended = self.setter.begun((self._html(part),))
        return lambda: ended()[0]

    def furniture(
        self, pages: tuple[BookPage, ...], ready: Mapping[str, SetPart]
    ) -> tuple[SetPart, ...]:
        """Folios, running heads and tailpieces of all pages, so many pages a part."""
        template, low = self.jinja.get_template("furniture.html"), tails(pages, ready)
        stacks = [pages[at : at + STACK] for at in range(0, len(pages), STACK)]
        texts = [template.render(pages=stack, tails=low) for stack in stacks]
        return self._setter("furniture.css").all(texts)


def _media(
    shop: Workshop, pictures: Mapping[str, Path], colours: Mapping[str, str], draw: Draw
) -> book.MediumOf:
    """What renders the articles of a section in a layout."""
    grid, sources = Grid(shop.profile), shop.publication.sources

    def medium(section: Section, layout: Layout) -> PaperMedium:
        narrow = layout is Layout.COLUMNS
        room = points(grid.column if narrow else grid.measure) / 0.75
        return PaperMedium(pictures, colours, sources, section.accent, draw, room, narrow)

    return medium


def _craft(shop: Workshop) -> book.Craft:
    return book.Craft(writing(shop.cache), encoding(shop.cache))


def _html(jinja: Environment, part: Part) -> str:
    return jinja.get_template(part.template).render(part=part, **part.values)


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
    furniture: Sequence[SetPart],
    picture: PictureFile,
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
    pdf_.join(pages, ready, furniture, picture, sheet, intent, outline, target)


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
