"""The pages that lead to articles: the cover, an issue's own page, sections, the imprint."""

import math

from songngu.figures.numbers import day, number
from songngu.model import Article, Fact, Issue, Lang, Pair, PictureUse, Section
from songngu.site.downloads import downloads
from songngu.site.edition import pair_path, pairs_in, section_path, sections_in
from songngu.site.frame import (
    Stand,
    frame,
    imprint,
    issue_links,
    picture,
    section_link,
)
from songngu.site.offer import kit_link
from songngu.site.views import (
    AboutView,
    CoverView,
    FigureView,
    LostView,
    PictureView,
    SectionPage,
    SectionView,
    Teaser,
)
from songngu.site.words import pace
from songngu.source.links import references

FIGURES = 4


def cover(stand: Stand) -> CoverView:
    """The cover of the stand's issue: at the language's home it is the newest one."""
    issue, lang = stand.issue, stand.lang
    lead = next(iter(pairs_in(issue, lang)), None)
    return CoverView(
        frame=frame(
            stand,
            title=issue.title[lang] if stand.path else "",
            description=issue.foreword[lang] or stand.edition.publication.tagline[lang],
        ),
        title=issue.title[lang],
        picture=scene(stand, issue.picture),
        foreword=issue.foreword[lang],
        lead=teaser(stand, lead) if lead else None,
        sections=tuple(
            section_view(stand, section, leave=None if stand.path else lead)
            for section in sections_in(issue, lang)
        ),
        figures=figures(stand),
        downloads=downloads(stand),
        issues=issue_links(stand),
    )


def section_page(stand: Stand, section: Section) -> SectionPage:
    links = [section_link(stand, one) for one in sections_in(stand.issue, stand.lang)]
    at = next(i for i, one in enumerate(links) if one.number == _number(stand.issue, section))
    return SectionPage(
        frame=frame(stand, section.title[stand.lang], section.standfirst[stand.lang], section.id),
        section=section_view(stand, section),
        before=links[at - 1] if at else None,
        after=links[at + 1] if at + 1 < len(links) else None,
    )


def about(stand: Stand) -> AboutView:
    title = stand.word("about")
    return AboutView(
        frame=frame(stand, title, stand.edition.publication.tagline[stand.lang]),
        title=title,
        foreword=stand.issue.foreword[stand.lang],
        imprint=imprint(stand.issue, stand.lang),
        kit=kit_link(stand),
    )


def lost(stand: Stand) -> LostView:
    return LostView(frame(stand, stand.word("lost"), stand.word("lost_more")))


def section_view(stand: Stand, section: Section, leave: Pair | None = None) -> SectionView:
    """A section with its articles; `leave` out the one that the page shows elsewhere."""
    lang = stand.lang
    pairs = [pair for pair in stand.issue.pairs_of(section) if pair[lang]]
    return SectionView(
        number=_number(stand.issue, section),
        title=section.title[lang],
        href=stand.page(section_path(stand.issue, section)),
        standfirst=section.standfirst[lang],
        accent=section.accent,
        count=stand.word("articles", count=len(pairs)),
        picture=scene(stand, section.picture),
        teasers=tuple(teaser(stand, pair) for pair in pairs if pair is not leave),
    )


def teaser(stand: Stand, pair: Pair) -> Teaser:
    article = pair[stand.lang]
    assert article is not None
    section = next(one for one in stand.issue.sections if one.id == pair.lead.section)
    return Teaser(
        kind=article.type,
        label=stand.word(article.type),
        title=article.title,
        href=stand.page(pair_path(stand.issue, pair)),
        standfirst=article.standfirst,
        minutes=minutes(article, stand),
        section=section.title[stand.lang],
        accent=section.accent,
        picture=picture(stand, article.picture) if article.picture else None,
    )


def figures(stand: Stand) -> tuple[FigureView, ...]:
    """The facts that the issue names for its cover; else the first that its articles print."""
    places = _first_uses(stand.issue, stand.lang)
    wanted = stand.issue.figures or tuple(places)[:FIGURES]
    facts = stand.edition.publication.facts
    return tuple(_figure(stand, facts[name], places.get(name)) for name in wanted if name in facts)


def minutes(article: Article, stand: Stand) -> str:
    return stand.word("minutes", count=max(1, math.ceil(article.words / pace(stand.lang))))


def scene(stand: Stand, path: str) -> PictureView | None:
    """An opener: it sets a mood and says nothing that the title does not say."""
    return picture(stand, PictureUse(path=path, alt="")) if path else None


def _first_uses(issue: Issue, lang: Lang) -> dict[str, Pair]:
    places: dict[str, Pair] = {}
    for pair in pairs_in(issue, lang):
        article = pair[lang]
        assert article is not None
        for found in references(article):
            if found.kind == "fact":
                places.setdefault(found.target, pair)
    return places


def _figure(stand: Stand, fact: Fact, pair: Pair | None) -> FigureView:
    lang, unit = stand.lang, fact.unit[stand.lang]
    before, _, after = unit.partition("{}") if "{}" in unit else ("", "", unit)
    source = stand.edition.publication.sources.get(fact.source)
    return FigureView(
        id=fact.id,
        before=before.strip(),
        number=number(fact.value, lang),
        after=after.strip(),
        label=fact.label[lang],
        source=source.title[lang] if source else "",
        as_of=day(fact.as_of, lang),
        href=stand.page(pair_path(stand.issue, pair)) if pair else "",
    )


def _number(issue: Issue, section: Section) -> int:
    return issue.sections.index(section) + 1
