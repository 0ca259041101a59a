"""An article as HTML that belongs to no page yet: written once, placed many times.

Wherever web and print would answer differently (a link, a picture, the way to a fact's source, a
chart, a table, the prefix of an id) the HTML is cut, and `asks` says what is asked there. `place`
puts the answers of one medium in. What is written is plain data, so that it can be kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal, Protocol

from songngu.figures.languages import by_script
from songngu.model import Article, Fact, Lang, PictureUse, Series

Kind = Literal["picture", "link", "fact", "chart", "table"]
# HTML cut where a medium is asked: every other piece, from the second on, names what stands there:
# `3` and `/3` the begin and the end of what the third ask becomes, PREFIX the prefix of an id.
Cut = tuple[str, ...]
PREFIX = "p"


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
    """An article's blocks by index and its footnotes, cut where a medium is asked."""

    blocks: Mapping[int, Cut]
    notes: Cut
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


# --- the marks: where they stand, HTML is cut -----------------------------------------------------
# `mark` is a word that the article's text cannot hold, and no writer of HTML knows.


def prefix_mark(mark: str) -> str:
    """Where the prefix of an id stands."""
    return f"{mark}-{PREFIX}-"


def element_mark(mark: str, number: int) -> str:
    """The name of an element that becomes a link or loses its target."""
    return f"{mark}-{number}-"


def block_mark(mark: str, number: int) -> str:
    """In place of a whole block: a figure, so that the engine gives it no paragraph around it."""
    return f"<figure {mark}-{number}-></figure>"


def cut(html: str, mark: str) -> Cut:
    """HTML without its marks, cut where they stood."""
    before, *marked = html.split(f"{mark}-")
    pieces = [before]
    for text in marked:
        name, _, after = text.partition("-")
        if name != PREFIX:
            tag = pieces[-1].rpartition("<")[2]
            pieces[-1] = pieces[-1][: -len(tag) - 1]
            if tag == "/":
                name = f"/{name}"
            elif tag:
                after = after.removeprefix("></figure>")
        pieces += (name, after)
    return tuple(pieces)


def place(
    written: Written, article: Article, medium: Medium, figures: Figures, prefix: str = ""
) -> Rendered:
    """The article as one medium wants it. `prefix` goes before every id, so that both languages can
    stand in one document."""
    answers = {PREFIX: prefix}
    for number, ask in enumerate(written.asks):
        answer = _answer(ask, article, medium, figures)
        if ask.kind in ("link", "fact"):
            answers[f"{number}"], answers[f"/{number}"] = _tags(ask.kind, answer)
        else:
            answers[f"{number}"] = answer or ""
    return Rendered(
        {index: _joined(pieces, answers) for index, pieces in written.blocks.items()},
        _joined(written.notes, answers),
        {index: prefix + name for index, name in written.anchors.items()},
    )


def _joined(pieces: Cut, answers: Mapping[str, str]) -> str:
    if len(pieces) == 1:
        return pieces[0]
    whole = list(pieces)
    whole[1::2] = [answers[name] for name in pieces[1::2]]
    return "".join(whole)


def _tags(kind: Kind, href: str | None) -> tuple[str, str]:
    """The beginnings of two tags: a link's, or those of plain words where nothing is at its other
    end."""
    told = ' class="fact"' if kind == "fact" else ""
    if href is None:
        return f"<span{told}", "</span"
    return f'<a{told} href="{escape(href)}"', "</a"


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
