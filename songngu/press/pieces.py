"""Issue -> the pieces of a screen edition, in order: what is set by itself, before any setting.

A piece knows no page number: folios and the contents come when all pieces are set.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment

from songngu.figures.drawings_ import drawing
from songngu.figures.languages import by_script
from songngu.figures.texts_ import writing
from songngu.figures.written import Figures, place
from songngu.model import Article, Bilingual, Lang, Section, Source
from songngu.press.book import sources_of
from songngu.press.medium import PLACE, ScreenMedium, address
from songngu.press.workshop import Workshop, templates

# Where the contents stand among the pieces.
CONTENTS = 2
# A page that is not known yet, as wide as most.
UNKNOWN = 888


@dataclass(frozen=True)
class ScreenArticle:
    """One side of a pair as a screen edition prints it."""

    id: str
    article: Article
    body: str
    notes: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ScreenSection:
    section: Section
    articles: tuple[ScreenArticle, ...]


@dataclass(frozen=True)
class Piece:
    """A piece of an edition that is set by itself: its name as links call it ('' for what none
    leads to), its HTML, what stands at the foot of its pages (nothing where they are `bare`), the
    number of its section (0 for none)."""

    name: str
    html: str
    foot: str
    section: int = 0
    bare: bool = False


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of a page."""

    foot: str
    number: int


@dataclass(frozen=True)
class Edition:
    """A language's edition before it is set."""

    lang: Lang
    sections: tuple[ScreenSection, ...]
    jinja: Environment

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces in order; the contents know no page yet."""
        bodies = [
            one for at, part in enumerate(self.sections, 1) for one in self._section(part, at)
        ]
        unknown = self.contents({one.name: UNKNOWN for one in bodies})
        front = (self._front("cover", bare=True), self._front("foreword"), unknown)
        return (*front, *bodies, self._front("imprint"))

    def contents(self, opens: Mapping[str, int]) -> Piece:
        """The contents, with the pages on which sections and articles begin, as far as known."""
        return self._front("contents", sections=self.sections, opens=opens, to=PLACE)

    def feet(self, feet: Sequence[Foot]) -> str:
        """The HTML of what is laid over so many pages."""
        return self._html("folios", pages=feet)

    def _section(self, part: ScreenSection, number: int) -> Iterator[Piece]:
        """A section's opener and its articles."""
        section, title = part.section, part.section.title[self.lang]
        yield Piece(section.id, self._html("opener", section=section), title, number, bare=True)
        for one in part.articles:
            yield Piece(one.id, self._html("article", section=section, item=one), title, number)

    def _front(self, name: str, bare: bool = False, **values: object) -> Piece:
        """A piece that belongs to no section; what it is called stands at its foot."""
        words: Mapping[str, Bilingual] = self.jinja.globals["words"]  # type: ignore[assignment]
        foot = "" if bare else words[name][self.lang]
        return Piece("", self._html(name, **values), foot, bare=bare)

    def _html(self, template: str, **values: object) -> str:
        page = self.jinja.get_template(f"screen-{template}.html").render(lang=self.lang, **values)
        return by_script(page, self.lang)


def edition_of(
    shop: Workshop, lang: Lang, pictures: Mapping[str, Path], colours: Mapping[str, str]
) -> Edition:
    """A language's edition, ready to be set."""
    sections = tuple(
        ScreenSection(section, found)
        for section in shop.issue.sections
        if (found := _articles(shop, section, lang, pictures, colours))
    )
    return Edition(lang, sections, templates(shop, pictures, colours))


def _articles(
    shop: Workshop,
    section: Section,
    lang: Lang,
    pictures: Mapping[str, Path],
    colours: Mapping[str, str],
) -> tuple[ScreenArticle, ...]:
    publication = shop.publication
    figures = Figures(publication.facts, publication.series)
    medium = ScreenMedium(
        pictures,
        colours,
        publication.sources,
        section.accent,
        drawing(shop.cache),
        articles=frozenset(one.path for pair in shop.issue.pairs if (one := pair[lang])),
    )
    found, write = [], writing(shop.cache)
    for pair in shop.issue.pairs_of(section):
        if article := pair[lang]:
            name = address(article.path.removeprefix(f"content/{lang}/"))
            rendered = place(write(article, figures), article, medium, figures, f"{name}-")
            found.append(
                ScreenArticle(
                    name, article, rendered.body, rendered.notes, sources_of(publication, article)
                )
            )
    return tuple(found)
