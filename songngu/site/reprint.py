"""An article as other sites may take it: clean HTML and plain text, with every label it carries at
home (specimen, composed, corrections, sources), without a picture that others may not use."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from songngu.figures.numbers import day
from songngu.figures.sources import source_ids
from songngu.figures.tables import series_table
from songngu.figures.texts_ import Write
from songngu.figures.written import Figures, place
from songngu.model import Article, Fact, Issue, Lang, Pair, PictureUse, Series
from songngu.site.edition import Edition, asset, pair_path
from songngu.site.plain_html import Clean, clean
from songngu.site.syndication import Reuse
from songngu.site.words import words
from songngu.source.articles import resolve
from songngu.source.links import references


@dataclass(frozen=True)
class Reprint:
    """`html` and `text` are the article below its title; `credit` is the line to set beneath it
    elsewhere, `pictures` what may be taken with it, `kept_back` what may not."""

    url: str
    article: Article
    section: str
    html: str
    text: str
    credit: str
    pictures: tuple[tuple[PictureUse, Reuse], ...]
    kept_back: tuple[PictureUse, ...]


# An article below its title, as HTML and as text.
Two = tuple[str, str]


def address(edition: Edition, lang: Lang, issue: Issue, pair: Pair) -> str:
    return edition.addresses.absolute(edition.addresses.page(lang, pair_path(issue, pair)))


def reprint(edition: Edition, lang: Lang, issue: Issue, pair: Pair, two: Two) -> Reprint:
    """The pair's article in that language, which must exist; `two` is what `below` made of it."""
    article = edition.text(issue, pair, lang)[lang]
    assert article is not None
    url = address(edition, lang, issue, pair)
    pictures, kept_back = _pictures(edition, article)
    section = next(one for one in issue.sections if one.id == pair.lead.section)
    return Reprint(
        url=url,
        article=article,
        section=section.title[lang],
        html=two[0],
        text=two[1],
        credit=credit(edition, issue, article, url),
        pictures=pictures,
        kept_back=kept_back,
    )


def below(edition: Edition, lang: Lang, issue: Issue, pair: Pair, write: Write) -> Two:
    """The article below its title."""
    article = edition.text(issue, pair, lang)[lang]
    assert article is not None
    publication, medium = edition.publication, _Medium(edition)
    url = address(edition, lang, issue, pair)
    figures = Figures(publication.facts, publication.series)
    rendered = place(write(article, figures), article, medium, figures)
    opening = medium.picture(article.picture, lang) if article.picture else ""
    blocks = [rendered.blocks.get(block.index, "") for block in article.blocks]
    body = "\n".join([opening, *blocks, *_notes(rendered.notes, lang)])
    parts = (
        clean("\n".join(_before(issue, article)), url),
        clean(body, url),
        clean("\n".join(_after(edition, issue, article)), url),
    )
    return "\n".join(part.html for part in parts if part.html), _joined(*parts)


def _joined(*parts: Clean) -> str:
    return "\n\n".join(part.text for part in parts if part.text)


def credit(edition: Edition, issue: Issue, article: Article, url: str) -> str:
    """Who wrote it, where and when it stood, where it stands, what may be done with it."""
    publication, lang = edition.publication, article.lang
    when = day(article.date or issue.date, lang)
    return words(lang)["credit_line"].format(
        by=article.byline or publication.publisher[lang],
        title=article.title,
        name=publication.name[lang],
        issue=words(lang)["issue"].format(id=issue.id),
        date=when,
        url=url,
        licence=publication.licence[lang],
    )


def _before(issue: Issue, article: Article) -> Iterator[str]:
    said = words(article.lang)
    if issue.status == "specimen":
        yield f"<p><strong>{escape(said['specimen'])}.</strong></p>"
    if article.composed:
        yield f"<p><strong>{escape(said['composed'])}</strong></p>"
    if article.standfirst:
        yield f"<p><em>{escape(article.standfirst)}</em></p>"


def _after(edition: Edition, issue: Issue, article: Article) -> Iterator[str]:
    lang = article.lang
    said, known = words(lang), edition.publication.sources
    names = source_ids(article, edition.publication)
    if names:
        lines = "".join(
            f"<li>{_linked(known[name].title[lang], known[name].url)}"
            f" ({day(known[name].date, lang)})</li>"
            for name in names
        )
        yield f"<h2>{said['sources']}</h2><ul>{lines}</ul>"
    if article.corrections:
        lines = "".join(
            f"<li>{day(one.date, lang)}: {escape(one.text)}</li>" for one in article.corrections
        )
        yield f"<h2>{said['corrections']}</h2><ul>{lines}</ul>"
    if issue.notice:
        label = said["notice"].format(date=day(issue.notice.date, lang))
        yield f"<p><strong>{label}.</strong> {escape(issue.notice.text[lang])}</p>"


def _linked(text: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)


def _notes(notes: str, lang: Lang) -> Iterator[str]:
    if notes:
        yield f"<h2>{words(lang)['notes']}</h2>{notes}"


def _pictures(
    edition: Edition, article: Article
) -> tuple[tuple[tuple[PictureUse, Reuse], ...], tuple[PictureUse, ...]]:
    """What the article shows, each once: what others may take and what they may not."""
    reuse = edition.syndication.reuse if edition.syndication else {}
    uses = {article.picture.path: article.picture} if article.picture else {}
    for found in references(article):
        if found.kind == "picture":
            path = resolve(article.path, found.target)
            uses.setdefault(path, PictureUse(path, ""))
    there = [use for use in uses.values() if use.path in edition.pictures]
    return (
        tuple((use, reuse[use.path]) for use in there if use.path in reuse),
        tuple(use for use in there if use.path not in reuse),
    )


@dataclass(frozen=True)
class _Medium:
    """What the renderer gets for other sites: absolute addresses, tables for charts."""

    edition: Edition

    def picture(self, use: PictureUse, lang: Lang) -> str:
        one = self.edition.syndication.reuse.get(use.path) if self.edition.syndication else None
        if one is None:
            return ""
        credit = self.edition.publication.credits[use.path].credit[lang]
        url = self.edition.addresses.absolute(asset(one.name))
        under = f"{use.caption} ({credit}, {one.right.name})".strip()
        return (
            f'<figure><img src="{url}" width="{one.width}" height="{one.height}" '
            f'alt="{escape(use.alt)}"><figcaption>{escape(under)}</figcaption></figure>'
        )

    def link(self, article: Article, path: str, anchor: str) -> str | None:
        found = self.edition.articles.get(path)
        if found is None:
            return None
        lang, issue, pair = found
        address = self.edition.addresses.page(lang, pair_path(issue, pair))
        return self.edition.addresses.absolute(address) + (f"#{anchor}" if anchor else "")

    def fact(self, fact: Fact, lang: Lang) -> str | None:
        return None

    def chart(self, series: Series, lang: Lang) -> str:
        return self.table(series, lang)

    def table(self, series: Series, lang: Lang) -> str:
        return series_table(series, lang, self.edition.publication.sources.get(series.source))
