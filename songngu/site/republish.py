"""The page that hands an article over: its HTML, its text, its credit line, and for each picture
what may be done with it. It stands beside the article and is no page of the reading."""

from dataclasses import dataclass, replace
from html import escape

from songngu.model import LANGS, Pair
from songngu.site.edition import pair_path
from songngu.site.frame import Stand, frame
from songngu.site.offer import republish_path
from songngu.site.reprint import Reprint
from songngu.site.syndication import TEXT, text_right
from songngu.site.views import Frame, Tongue
from songngu.site.words import words


@dataclass(frozen=True)
class PictureRight:
    """A picture of an article and what others may do with it; no `href` where nothing."""

    name: str
    credit: str
    licence: str
    licence_url: str
    terms: str
    href: str
    size: str


@dataclass(frozen=True)
class RepublishView:
    """The page that hands an article over: `html` and `text` are what to copy, shown as text."""

    frame: Frame
    title: str
    article: str
    terms: str
    licence: str
    licence_url: str
    credit: str
    html: str
    text: str
    file: str
    pictures: tuple[PictureRight, ...]


def handed_over(stand: Stand, pair: Pair, one: Reprint) -> RepublishView:
    """The page's view for a stand at its path."""
    article, right = one.article, text_right(stand.edition.publication, stand.lang)
    assert right is not None
    title = stand.word("republish_title", title=article.title)
    around = frame(stand, title, stand.word("republish_note"))
    return RepublishView(
        frame=replace(around, canonical=one.url, alternates=(), tongues=_tongues(stand, pair)),
        title=article.title,
        article=stand.page(pair_path(stand.issue, pair)),
        terms=right.terms[stand.lang],
        licence=right.name,
        licence_url=right.url,
        credit=one.credit,
        html=page_html(one),
        text=page_text(one),
        file=stand.page(republish_path(stand.issue, pair) + TEXT),
        pictures=_pictures(stand, one),
    )


def page_html(one: Reprint) -> str:
    """One element to paste, with its language and its source."""
    article = one.article
    return (
        f'<article lang="{article.lang}">\n<h1>{escape(article.title, quote=False)}</h1>\n'
        f"{one.html}\n<p>{escape(one.credit, quote=False)}</p>\n"
    )


def page_text(one: Reprint) -> str:
    return f"{one.article.title}\n\n{one.text}\n\n{one.credit}\n"


def _tongues(stand: Stand, pair: Pair) -> tuple[Tongue, ...]:
    """The same page of the other side, or that language's home."""
    path = republish_path(stand.issue, pair)
    return tuple(
        Tongue(
            lang=lang,
            code=lang.upper(),
            name=words(lang)["language_name"],
            href=stand.page(path if pair[lang] is not None else "", lang),
            current=lang == stand.lang,
        )
        for lang in LANGS
        if lang in stand.edition.paths
    )


def _pictures(stand: Stand, one: Reprint) -> tuple[PictureRight, ...]:
    credits = stand.edition.publication.credits
    return (
        *(
            PictureRight(
                name=use.caption or use.alt or use.path.rpartition("/")[2],
                credit=credits[use.path].credit[stand.lang],
                licence=reuse.right.name,
                licence_url=reuse.right.url,
                terms=reuse.right.terms[stand.lang],
                href=stand.assets + reuse.name,
                size=f"{reuse.width} × {reuse.height}",
            )
            for use, reuse in one.pictures
        ),
        *(
            PictureRight(
                name=use.caption or use.alt or use.path.rpartition("/")[2],
                credit=credits[use.path].credit[stand.lang] if use.path in credits else "",
                licence=credits[use.path].licence if use.path in credits else "",
                licence_url="",
                terms=stand.word("no_right"),
                href="",
                size="",
            )
            for use in one.kept_back
        ),
    )
