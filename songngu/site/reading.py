"""The page of an article: the rendered body and everything that a reader wants beside it."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, islice

from songngu.figures.numbers import day
from songngu.figures.sources import source_ids
from songngu.figures.texts_ import Hands
from songngu.figures.titles import balanced
from songngu.figures.written import Figures, place
from songngu.model import Article, Block, BlockKind, Issue, Lang, Pair, Section
from songngu.site.cover import minutes, teaser
from songngu.site.edition import pair_path, pairs_in
from songngu.site.frame import Stand, citation, frame, picture, section_link
from songngu.site.medium import WebMedium
from songngu.site.offer import offered, republish_path
from songngu.site.views import ArticleView, Correction, Day, Said, SourceView, Teaser

FURTHER = 3
# As many letters of a title as a line has room for on a wide screen.
TITLE = 24
_FACT = re.compile(r'<a class="fact" href="#(vi-|en-|)source-([\w-]+)\?([\w-]+)">')


@dataclass(frozen=True)
class Told:
    """What one side of a pair says: the HTML of each block by its index, and of its notes."""

    blocks: Mapping[int, str]
    notes: str
    sources: tuple[SourceView, ...]
    when: datetime.date


def tell(stand: Stand, article: Article, hands: Hands, prefix: str = "") -> Told:
    """Render an article for a page on which every id begins with `prefix`."""
    publication = stand.edition.publication
    numbers = {name: at for at, name in enumerate(source_ids(article, publication), 1)}
    seen: set[str] = set()
    figures = Figures(publication.facts, publication.series)
    medium = WebMedium(stand, numbers, hands.draw, prefix)
    rendered = place(hands.write(article, figures), article, medium, figures, prefix)
    return Told(
        blocks={
            block.index: _numbered(_scrolling(block, html), numbers, seen)
            for block in article.blocks
            if (html := rendered.blocks.get(block.index, ""))
        },
        notes=_numbered(rendered.notes, numbers, seen),
        sources=_sources(stand, tuple(numbers), prefix),
        when=article.date or stand.issue.date,
    )


def reading(stand: Stand, pair: Pair, hands: Hands) -> ArticleView:
    """The view of the pair's article in the stand's language, which must exist."""
    article = pair[stand.lang]
    assert article is not None
    told = tell(stand, article, hands)
    section = section_of(stand.issue, pair)
    previous, following = _neighbours(stand, pair)
    return ArticleView(
        frame=frame(stand, article.title, article.standfirst, section.id),
        kind=article.type,
        label=stand.word(article.type),
        title=article.title,
        lines=balanced(article.title, TITLE),
        standfirst=article.standfirst,
        byline=article.byline,
        date=day(told.when, stand.lang),
        datetime=told.when.isoformat(),
        minutes=minutes(article, stand),
        composed=stand.word("composed") if article.composed else "",
        section=section_link(stand, section, current=True),
        picture=picture(stand, article.picture) if article.picture else None,
        body_html="\n".join(told.blocks.values()),
        notes_html=told.notes,
        sources=told.sources,
        citations=citations(stand, pair),
        previous=previous,
        next=following,
        further=further(stand, pair),
        corrections=_corrections(article),
        updated=_day(article.updated, stand.lang) if article.updated else None,
        republish=stand.page(republish_path(stand.issue, pair)) if offered(stand, pair) else "",
    )


def citations(stand: Stand, pair: Pair) -> tuple[Said, ...]:
    """A plain reference in every language that the pair has here."""
    path = pair_path(stand.issue, pair)
    return tuple(
        citation(stand, lang, stand.word("quoted", text=article.title), article.byline, path)
        for lang in stand.edition.pages
        if (article := pair[lang])
    )


def _sources(stand: Stand, names: tuple[str, ...], prefix: str) -> tuple[SourceView, ...]:
    sources = stand.edition.publication.sources
    return tuple(
        SourceView(
            id=f"{prefix}source-{name}",
            number=at,
            title=sources[name].title[stand.lang],
            date=day(sources[name].date, stand.lang),
            url=sources[name].url,
        )
        for at, name in enumerate(names, 1)
    )


def _neighbours(stand: Stand, pair: Pair) -> tuple[Teaser | None, Teaser | None]:
    """The articles before and after it in the issue, in this language."""
    line = pairs_in(stand.issue, stand.lang)
    at = next(at for at, one in enumerate(line) if one.id == pair.id)
    before = teaser(stand, line[at - 1]) if at else None
    after = teaser(stand, line[at + 1]) if at + 1 < len(line) else None
    return before, after


def further(stand: Stand, pair: Pair) -> tuple[Teaser, ...]:
    """What else there is to read: of its own section first, then on through the issue. Its
    neighbours are shown anyway."""
    line = pairs_in(stand.issue, stand.lang)
    at = next(at for at, one in enumerate(line) if one.id == pair.id)
    others = (*line[at + 2 :], *line[: max(at - 1, 0)])
    own = pair.lead.section
    near = (one for one in others if one.lead.section == own)
    far = (one for one in others if one.lead.section != own)
    return tuple(teaser(stand, one) for one in islice(chain(near, far), FURTHER))


def section_of(issue: Issue, pair: Pair) -> Section:
    return next(one for one in issue.sections if one.id == pair.lead.section)


def _scrolling(block: Block, html: str) -> str:
    """A table may scroll by itself on a narrow screen."""
    return f'<div class="scroll">{html}</div>' if block.kind is BlockKind.TABLE else html


def _numbered(html: str, numbers: dict[str, int], seen: set[str]) -> str:
    """Every figure carries the number of its source, which the style sets beside it, and where it
    stands first the address by which it is cited. `seen` is kept from block to block."""

    if '<a class="fact"' not in html:
        return html

    def mark(found: re.Match[str]) -> str:
        prefix, source, fact = found.groups()
        anchor = "" if fact in seen else f' id="{prefix}fact-{fact}"'
        seen.add(fact)
        return (
            f'<a class="fact"{anchor} href="#{prefix}source-{source}"'
            f' data-source="{numbers[source]}">'
        )

    return _FACT.sub(mark, html)


def _corrections(article: Article) -> tuple[Correction, ...]:
    """The newest first."""
    return tuple(
        Correction(day(one.date, article.lang), one.date.isoformat(), one.text)
        for one in article.corrections
    )


def _day(when: datetime.date, lang: Lang) -> Day:
    return Day(day(when, lang), when.isoformat())
