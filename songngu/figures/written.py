"""An article as HTML that belongs to no page yet: written once, placed many times.

Wherever web and print would answer differently (a link, a picture, the way to a fact's source, a
chart, a table, the prefix of an id) stands a mark of this text's own, and `asks` says what is asked
there. `place` puts the answers of one medium in. What is written is plain data, so that it can be
kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal, Protocol

from songngu.figures.languages import by_script
from songngu.model import Article, Fact, Lang, PictureUse, Series

Kind = Literal["picture", "link", "fact", "chart", "table"]


class Medium(Protocol):
    """What web and print answer differently. Everything returned is HTML or an address."""

    def picture(self, use: PictureUse, lang: Lang) -> str: ...
    def link(self, article: Article, path: str, anchor: str) -> str | None: ...
    def fact(self, fact: Fact, lang: Lang) -> str | None: ...
    def chart(self, series: Series, lang: Lang) -> str: ...
    def table(self, series: Series, lang: Lang) -> str: ...


@dataclass(frozen=True)
class Figures:
    """The facts and series that an article may print."""

    facts: Mapping[str, Fact]
    series: Mapping[str, Series]


@dataclass(frozen=True)
class Ask:
    """What is asked of the medium. `target` is a path relative to the root or an id, `text` the
    anchor of a link or the words in a picture's place, `title` a picture's caption."""

    kind: Kind
    target: str
    text: str = ""
    title: str = ""


@dataclass(frozen=True)
class Written:
    """An article's blocks by index and its footnotes, with marks where a medium is asked. `mark` is
    a word that the article's text cannot hold: it is made of the hash of that text."""

    mark: str
    blocks: Mapping[int, str]
    notes: str
    anchors: Mapping[int, str]
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class Rendered:
    """The HTML of an article: one fragment per block index, the footnotes apart."""

    blocks: Mapping[int, str]
    notes: str
    anchors: Mapping[int, str]

    @property
    def body(self) -> str:
        return "\n".join(self.blocks[index] for index in sorted(self.blocks))


# --- the marks: elements whose names no writer of HTML knows ------------------------------------


def prefix_mark(mark: str) -> str:
    """Where the prefix of an id stands."""
    return f"{mark}-p-"


def element_mark(mark: str, number: int) -> str:
    """The name of an element that becomes a link or loses its target."""
    return f"{mark}-{number}-"


def block_mark(mark: str, number: int) -> str:
    """In place of a whole block: a figure, so that the engine gives it no paragraph around it."""
    return f"<figure {mark}-{number}-></figure>"


def place(
    written: Written, article: Article, medium: Medium, figures: Figures, prefix: str = ""
) -> Rendered:
    """The article as one medium wants it. `prefix` goes before every id, so that both languages can
    stand in one document."""
    answers = [_answer(one, article, medium, figures) for one in written.asks]
    asked = re.compile(
        rf"<figure {written.mark}-(\d+)-></figure>|<(/?){written.mark}-(\d+)-|{written.mark}-p-"
    )

    def answer(found: re.Match[str]) -> str:
        if found[1]:
            return answers[int(found[1])] or ""
        if found[3]:
            return _tag(written.asks[int(found[3])].kind, answers[int(found[3])], found[2])
        return prefix

    return Rendered(
        {index: asked.sub(answer, html) for index, html in written.blocks.items()},
        asked.sub(answer, written.notes),
        {index: prefix + name for index, name in written.anchors.items()},
    )


def _tag(kind: Kind, href: str | None, slash: str) -> str:
    """The beginning of a tag: a link, or plain words where nothing is at its other end."""
    if slash:
        return "</span" if href is None else "</a"
    told = ' class="fact"' if kind == "fact" else ""
    return f"<span{told}" if href is None else f'<a{told} href="{escape(href)}"'


def _answer(ask: Ask, article: Article, medium: Medium, figures: Figures) -> str | None:
    if ask.kind == "picture":
        use = PictureUse(ask.target, ask.text, ask.title)
        return by_script(medium.picture(use, article.lang), article.lang)
    if ask.kind == "link":
        return medium.link(article, ask.target, ask.text)
    if ask.kind == "fact":
        return medium.fact(figures.facts[ask.target], article.lang)
    drawn = medium.chart if ask.kind == "chart" else medium.table
    return drawn(figures.series[ask.target], article.lang)
