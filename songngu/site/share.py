"""What a page gives to those who share it: title, card, graph, feeds, all by absolute addresses."""

from songngu.model import LANGS, Lang
from songngu.site.edition import Edition, Page, asset, issue_path, pair_path, section_path
from songngu.site.linked import graph
from songngu.site.syndication import CARD, FEEDS
from songngu.site.views import FeedLink, Frame, ShareView
from songngu.site.words import words


def share(edition: Edition, lang: Lang, page: Page, frame: Frame) -> ShareView:
    """What the page with that frame says in its head for other sites."""
    article = page.pair[lang] if page.pair is not None and page.kind == "article" else None
    updated = article.updated if article else None
    others = (one for one in LANGS if one != lang and page.path in edition.paths.get(one, ()))
    return ShareView(
        kind="article" if article else "website",
        title=frame.title or frame.name,
        url=frame.canonical,
        locale=words(lang)["locale"],
        locales=tuple(words(one)["locale"] for one in others),
        image=card(edition, lang, page),
        width=CARD[0],
        height=CARD[1],
        published=(article.date or page.issue.date).isoformat() if article else "",
        modified=updated.isoformat() if updated else "",
        section=page.section.title[lang] if article and page.section else "",
        graph=graph(edition, lang, page, frame.title or frame.name),
        feeds=feeds(edition, lang),
    )


def card(edition: Edition, lang: Lang, page: Page) -> str:
    """The page's card, else that of its section, its issue; nothing where none are made."""
    if edition.syndication is None:
        return ""
    paths = [page.path]
    if page.pair is not None:
        paths.append(pair_path(page.issue, page.pair))
    if page.section is not None:
        paths.append(section_path(page.issue, page.section))
    for path in (*paths, issue_path(page.issue)):
        if name := edition.syndication.cards.get((lang, path)):
            return edition.addresses.absolute(asset(name))
    return ""


def feeds(edition: Edition, lang: Lang) -> tuple[FeedLink, ...]:
    if edition.syndication is None:
        return ()
    addresses = edition.addresses
    return tuple(
        FeedLink(kind, addresses.absolute(addresses.page(lang, name))) for name, kind in FEEDS
    )
