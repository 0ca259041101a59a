"""The page of an article: the rendered body and everything that a reader wants beside it."""

import re

from songngu.figures.markdown_ import Figures, Rendered, render
from songngu.figures.numbers import day
from songngu.model import Article, BlockKind, Pair, Publication
from songngu.site.cover import minutes, teaser
from songngu.site.edition import pairs_in
from songngu.site.frame import Stand, frame, picture, section_link
from songngu.site.medium import Draw, WebMedium
from songngu.site.views import ArticleView, SourceView, Teaser
from songngu.source.links import references

_FACT = re.compile(r'<a class="fact" href="#source-([\w-]+)">')


def reading(stand: Stand, pair: Pair, draw: Draw) -> ArticleView:
    """The view of the pair's article in the stand's language, which must exist."""
    article = pair[stand.lang]
    assert article is not None
    publication = stand.edition.publication
    numbers = {name: at for at, name in enumerate(source_ids(article, publication), 1)}
    figures = Figures(publication.facts, publication.series)
    rendered = render(article, WebMedium(stand, numbers, draw), figures)
    section = next(one for one in stand.issue.sections if one.id == pair.lead.section)
    when = article.date or stand.issue.date
    previous, following = _neighbours(stand, pair)
    return ArticleView(
        frame=frame(stand, article.title, article.standfirst, section.id),
        kind=article.type,
        label=stand.word(article.type),
        title=article.title,
        standfirst=article.standfirst,
        byline=article.byline,
        date=day(when, stand.lang),
        datetime=when.isoformat(),
        minutes=minutes(article, stand),
        composed=stand.word("composed") if article.composed else "",
        section=section_link(stand, section, current=True),
        picture=picture(stand, article.picture) if article.picture else None,
        body_html=_numbered(_body(article, rendered), numbers),
        notes_html=rendered.notes,
        sources=_sources(stand, tuple(numbers)),
        previous=previous,
        next=following,
    )


def source_ids(article: Article, publication: Publication) -> tuple[str, ...]:
    """What the article rests on: the sources it names, then those of its figures, each once."""
    found = list(article.sources)
    for one in references(article):
        if one.kind == "fact" and one.target in publication.facts:
            found.append(publication.facts[one.target].source)
        if one.kind == "series" and one.target in publication.series:
            found.append(publication.series[one.target].source)
    return tuple(name for name in dict.fromkeys(found) if name in publication.sources)


def _sources(stand: Stand, names: tuple[str, ...]) -> tuple[SourceView, ...]:
    sources = stand.edition.publication.sources
    return tuple(
        SourceView(
            id=f"source-{name}",
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
    at = line.index(pair)
    before = teaser(stand, line[at - 1]) if at else None
    after = teaser(stand, line[at + 1]) if at + 1 < len(line) else None
    return before, after


def _body(article: Article, rendered: Rendered) -> str:
    """The blocks in order; a table may scroll by itself on a narrow screen."""
    parts = []
    for block in article.blocks:
        html = rendered.blocks.get(block.index, "")
        if block.kind is BlockKind.TABLE:
            html = f'<div class="scroll">{html}</div>'
        parts.append(html)
    return "\n".join(part for part in parts if part)


def _numbered(html: str, numbers: dict[str, int]) -> str:
    """Every figure carries the number of its source, which the style sets beside it."""

    def mark(found: re.Match[str]) -> str:
        return f'{found[0][:-1]} data-source="{numbers[found[1]]}">'

    return _FACT.sub(mark, html)
