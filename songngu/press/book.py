"""Issue -> the parts of its book, in order: what stands on which kind of page, before any setting.

A part is set by itself and knows no page number: folios, running heads and the contents come
after all parts are set, when their places are known.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from songngu.figures.markdown_ import write
from songngu.figures.sources import source_ids
from songngu.figures.texts_ import Write
from songngu.figures.written import Figures, Medium, Rendered, place
from songngu.model import (
    LANGS,
    UNSAID,
    Article,
    Bilingual,
    BlockKind,
    Issue,
    Lang,
    Layout,
    Pair,
    PictureUse,
    Publication,
    Row,
    Section,
    Source,
)
from songngu.press.grid import Shape
from songngu.press.medium import BELOW
from songngu.press.notes import Encode, End, end_of, finder, marked
from songngu.press.paper import Marks
from songngu.press.qr import code
from songngu.source.articles import resolve
from songngu.source.links import references

SHAPES = {
    Layout.FACING: Shape.SPREAD,
    Layout.COLUMNS: Shape.TEXT,
    Layout.SEQUENCE: Shape.MEASURE,
}
# Kinds of rows whose HTML has a lower half, printed as a row of its own.
HALVED = (BlockKind.CHART, BlockKind.FIGURE)
MediumOf = Callable[[Section, Layout], Medium]


@dataclass(frozen=True)
class Craft:
    """What writes articles as HTML and addresses as codes; who builds a book keeps both."""

    write: Write
    encode: Encode


PLAIN = Craft(write, code)


@dataclass(frozen=True)
class RowView:
    """A row as the template prints it: the HTML of both sides ('' for an empty one), and on which
    line of its file each begins (0 for an empty one). `shared` tells of a picture that both sides
    show: it is printed once."""

    kind: str
    level: int
    vi: str
    en: str
    lines: tuple[int, int] = (0, 0)
    shared: bool = False


@dataclass(frozen=True)
class PairView:
    """An article in both languages, ready to print."""

    id: str
    type: str
    composed: bool
    vi: Article
    en: Article
    rows: tuple[RowView, ...]
    notes: RowView | None
    end: End


@dataclass(frozen=True)
class Part:
    """A piece of the book that is set by itself, for readers of `langs`. `entry` is its line in the
    contents, which an article in sequence has in common with its other half."""

    name: str
    shape: Shape
    template: str
    values: Mapping[str, object]
    accent: str = "river"
    title: Bilingual | None = None
    head: Bilingual | None = None
    bare: bool = False
    entry: str = ""
    langs: tuple[Lang, ...] = LANGS


@dataclass(frozen=True)
class Entry:
    """A line of the contents: a section or an article."""

    name: str
    title: Bilingual
    byline: Bilingual
    section: Section | None
    kind: str
    accent: str


def front(publication: Publication, issue: Issue) -> tuple[Part, ...]:
    """Title page (1), imprint (2), foreword (3): single pages before the contents' spread."""
    return (
        Part("title", Shape.SINGLE, "title.html", {}, bare=True),
        Part("imprint", Shape.SINGLE, "imprint.html", {}, bare=True),
        Part("foreword", Shape.SINGLE, "foreword.html", {}, bare=True),
    )


def body(
    publication: Publication, issue: Issue, medium_of: MediumOf, craft: Craft = PLAIN
) -> tuple[Part, ...]:
    """Each section's opener and its articles, in order."""
    parts: list[Part] = []
    for number, section in enumerate(issue.sections, 1):
        pairs = [pair for pair in issue.pairs_of(section) if pair.complete]
        if not pairs:
            continue
        parts.append(_opener(section, number))
        for pair in pairs:
            layout = issue.layout_of(section, pair)
            medium = medium_of(section, layout)
            parts += article_parts(publication, issue, section, pair, layout, medium, craft)
    return tuple(parts)


def back(publication: Publication, issue: Issue) -> Part:
    """The last printed page: pictures and their makers, sources, how the book was made."""
    used = {p.path for pair in issue.pairs for lang in LANGS if (p := _picture(pair, lang))}
    used |= {section.picture for section in issue.sections if section.picture} | {issue.picture}
    credits = sorted(
        {
            (c.credit.vi, c.credit.en, c.licence)
            for path in used
            if (c := publication.credits.get(path))
        }
    )
    return Part("colophon", Shape.SINGLE, "colophon.html", {"credits": credits}, bare=True)


def entries(parts: tuple[Part, ...]) -> tuple[Entry, ...]:
    """The contents: everything that has a title."""
    named = {part.entry: part for part in reversed(parts) if part.title}
    return tuple(
        Entry(
            name=part.entry,
            title=part.title,
            byline=_byline(part),
            section=part.values["section"] if part.template == "opener.html" else None,  # type: ignore[arg-type]
            kind=_kind(part),
            accent=part.accent,
        )
        for part in reversed(named.values())
        if part.title
    )


def pair_view(
    publication: Publication, issue: Issue, pair: Pair, medium: Medium, craft: Craft = PLAIN
) -> PairView:
    """A complete pair with both sides rendered into rows."""
    vi, en = pair.vi, pair.en
    assert vi is not None and en is not None
    figures, marks = Figures(publication.facts, publication.series), Marks()
    sides: dict[Lang, Rendered] = {
        article.lang: marked(
            place(craft.write(article, figures), article, medium, figures, f"{article.lang}-"),
            article.lang,
            marks,
            finder(publication, issue, article.lang),
        )
        for article in (vi, en)
    }
    pictures = {article.lang: _pictures(article) for article in (vi, en)}
    rows = tuple(view for row in pair.rows for view in _views(row, sides, pictures))
    notes = RowView("notes", 0, sides["vi"].notes, sides["en"].notes)
    return PairView(
        pair.id,
        vi.type,
        vi.composed,
        vi,
        en,
        rows,
        notes if notes.vi or notes.en else None,
        end_of(publication, issue, pair, marks, craft.encode),
    )


def _pictures(article: Article) -> dict[int, str]:
    """The path of the picture that a block shows, by the block's index."""
    return {
        one.block: resolve(article.path, one.target)
        for one in references(article)
        if one.kind == "picture"
    }


def _views(
    row: Row, sides: Mapping[Lang, Rendered], pictures: Mapping[Lang, Mapping[int, str]]
) -> Iterator[RowView]:
    """A row as it is printed; a chart's table and a picture's caption are rows of their own."""
    vi = sides["vi"].blocks[row.vi.index] if row.vi else ""
    en = sides["en"].blocks[row.en.index] if row.en else ""
    level = (row.vi or row.en).extent if row.kind is BlockKind.HEADING else 0  # type: ignore[union-attr]
    lines = (row.vi.line if row.vi else 0, row.en.line if row.en else 0)
    if row.kind not in HALVED:
        yield RowView(row.kind.value, level, vi, en, lines)
        return
    upper_vi, _, lower_vi = vi.partition(BELOW)
    upper_en, _, lower_en = en.partition(BELOW)
    shown = {pictures[lang].get(block.index) for lang in LANGS if (block := row[lang])}
    shared = row.kind is BlockKind.FIGURE and bool(row.vi and row.en) and len(shown) == 1
    yield RowView(row.kind.value, 0, upper_vi, upper_en, lines, shared)
    if lower_vi or lower_en:
        below = "caption" if row.kind is BlockKind.FIGURE else f"{BlockKind.SERIES.value} below"
        yield RowView(below, 0, lower_vi, lower_en, lines)


def sources_of(publication: Publication, article: Article) -> tuple[Source, ...]:
    """The documents that an article rests on."""
    return tuple(publication.sources[name] for name in source_ids(article, publication))


def _opener(section: Section, number: int) -> Part:
    name = f"section:{section.id}"
    return Part(
        name,
        Shape.SPREAD,
        "opener.html",
        {"section": section, "number": number},
        section.accent,
        section.title,
        bare=True,
        entry=name,
    )


def article_parts(
    publication: Publication,
    issue: Issue,
    section: Section,
    pair: Pair,
    layout: Layout,
    medium: Medium,
    craft: Craft = PLAIN,
) -> tuple[Part, ...]:
    """A pair in its layout: one part, or in sequence one for each language."""
    view = pair_view(publication, issue, pair, medium, craft)
    part = Part(
        pair.id,
        SHAPES[layout],
        "article.html",
        {"section": section, "pair": view, "layout": layout.value},
        section.accent,
        Bilingual(view.vi.title, view.en.title),
        head=section.title,
        entry=pair.id,
    )
    if layout is not Layout.SEQUENCE:
        return (part,)
    return tuple(replace(part, name=f"{pair.id}/{lang}", langs=(lang,)) for lang in LANGS)


def _byline(part: Part) -> Bilingual:
    pair = part.values.get("pair")
    if isinstance(pair, PairView):
        return Bilingual(pair.vi.byline, pair.en.byline)
    return UNSAID


def _kind(part: Part) -> str:
    pair = part.values.get("pair")
    return pair.type if isinstance(pair, PairView) else ""


def _picture(pair: Pair, lang: Lang) -> PictureUse | None:
    article = pair[lang]
    return article.picture if article else None
