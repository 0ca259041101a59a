"""Both languages side by side, row by row: the same rows that the book's facing pages are set from.

Each side is an article of its own in the document, one after the other, so that a keyboard or a
screen reader meets one language from its title to its sources, then the other. Both have the same
number of cells: the style lays them level in one grid. On a narrow screen every paragraph of the
page's own language has its twin beneath it, behind a switch.
"""

from dataclasses import replace

from songngu.figures.numbers import day
from songngu.figures.texts_ import Hands
from songngu.model import LANGS, Bilingual, Block, Lang, Pair, Row, Section
from songngu.site.cover import minutes
from songngu.site.edition import double_path, issue_path, pair_path
from songngu.site.frame import Stand, frame, picture, section_link
from songngu.site.reading import Told, section_of, tell
from songngu.site.views import (
    Cell,
    DoubleSection,
    DoublesView,
    DoubleTitle,
    DoubleView,
    Said,
    Side,
)


def side_by_side(stand: Stand, pair: Pair, hands: Hands) -> DoubleView:
    """The view of a complete pair; the language of the stand comes first."""
    own = pair[stand.lang]
    assert own is not None
    section = section_of(stand.issue, pair)
    return DoubleView(
        frame=frame(
            stand,
            f"{own.title} ({stand.word('side_by_side')})",
            own.standfirst,
            section.id,
            shows=pair_path(stand.issue, pair),
        ),
        kind=own.type,
        section=section_link(stand, section, current=True),
        picture=picture(stand, own.picture) if own.picture else None,
        sides=tuple(_side(stand, lang, pair, hands) for lang in (stand.lang, _other(stand.lang))),
        show_all=stand.word("show_all"),
    )


def contents(stand: Stand) -> DoublesView:
    """What the issue has side by side, section by section."""
    issue = stand.issue
    there = stand.edition.double_paths[stand.lang]
    sections = [
        (section, tuple(p for p in issue.pairs_of(section) if double_path(issue, p) in there))
        for section in issue.sections
    ]
    title = f"{issue.title[stand.lang]} ({stand.word('side_by_side')})"
    return DoublesView(
        frame=frame(stand, title, issue.foreword[stand.lang], shows=issue_path(issue)),
        titles=_said(stand.lang, issue.title),
        sections=tuple(_section(stand, one, pairs) for one, pairs in sections if pairs),
    )


def _section(stand: Stand, section: Section, pairs: tuple[Pair, ...]) -> DoubleSection:
    return DoubleSection(
        number=stand.issue.sections.index(section) + 1,
        accent=section.accent,
        titles=_said(stand.lang, section.title),
        pairs=tuple(
            DoubleTitle(stand.page(double_path(stand.issue, pair)), _titles(stand.lang, pair))
            for pair in pairs
        ),
    )


def _titles(lang: Lang, pair: Pair) -> tuple[Said, ...]:
    assert pair.vi is not None and pair.en is not None
    return _said(lang, Bilingual(pair.vi.title, pair.en.title))


def _said(lang: Lang, text: Bilingual) -> tuple[Said, ...]:
    return tuple(Said(one, text[one]) for one in (lang, _other(lang)))


def _other(lang: Lang) -> Lang:
    return LANGS[1 - LANGS.index(lang)]


def _side(page: Stand, lang: Lang, pair: Pair, hands: Hands) -> Side:
    """One language, spoken on the page of another or of its own."""
    stand = replace(page, lang=lang, folder=page.lang)
    article = pair[lang]
    assert article is not None
    told = tell(stand, article, hands, prefix=f"{lang}-")
    first = lang == page.lang
    return Side(
        lang=lang,
        code=lang.upper(),
        name=stand.word("language_name"),
        first=first,
        label=stand.word(article.type) if article.type != "article" else "",
        title=article.title,
        standfirst=article.standfirst,
        byline=article.byline,
        date=day(told.when, lang),
        datetime=told.when.isoformat(),
        minutes=minutes(article, stand),
        composed=stand.word("composed") if article.composed else "",
        href=stand.page(pair_path(stand.issue, pair), lang),
        read=stand.word("read_alone"),
        cells=_cells(stand, pair.rows, told, first),
        notes=stand.word("notes"),
        notes_html=told.notes,
        sources_title=stand.word("sources"),
        source_link=stand.word("source_link"),
        sources=told.sources,
    )


def _cells(stand: Stand, rows: tuple[Row, ...], told: Told, first: bool) -> tuple[Cell, ...]:
    """A cell for every row, also where this language has nothing."""
    cells = []
    for number, row in enumerate(rows, 1):
        own: Block | None = row[stand.lang]
        twin = row[_other(stand.lang)]
        hidden = own is not None and twin is not None and not first
        cells.append(
            Cell(
                kind=row.kind.value,
                html=told.blocks.get(own.index, "") if own else "",
                toggle=stand.word("passage", number=number) if hidden else "",
                switch=f"{stand.lang}-show-{number}" if hidden else "",
            )
        )
    return tuple(cells)
