"""RSS 2.0 and JSON Feed 1.1 of one language: the newest issue in full, and what was put right or
changed in the issues before it."""

import datetime
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from typing import Any

from songngu.model import Issue, Lang, Pair
from songngu.site.edition import Edition, asset, newest_first, pairs_in
from songngu.site.linked import as_licence
from songngu.site.reprint import Reprint

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
for _prefix, _space in (("atom", ATOM), ("content", CONTENT), ("dc", DC), ("media", MEDIA)):
    ET.register_namespace(_prefix, _space)

Told = tuple[Issue, Reprint]


def in_feeds(edition: Edition, lang: Lang) -> Iterator[tuple[Issue, Pair]]:
    """What the feeds of a language hold: the newest issue, and what was put right before it."""
    newest = edition.publication.newest
    for issue in newest_first(edition.publication):
        for pair in pairs_in(issue, lang):
            article = pair[lang]
            if issue is newest or (article and article.updated):
                yield issue, pair


def rss(edition: Edition, lang: Lang, items: Iterable[Told]) -> str:
    publication, items = edition.publication, tuple(items)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _say(channel, "title", publication.name[lang])
    _say(channel, "link", _home(edition, lang))
    _say(channel, "description", publication.tagline[lang] or publication.name[lang])
    _say(channel, "language", lang)
    _say(channel, "copyright", publication.licence[lang])
    last = max((_changed(*one) for one in items), default=publication.newest.date)
    _say(channel, "lastBuildDate", _stamp(last))
    own = {"href": _feed(edition, lang, "feed.xml"), "rel": "self", "type": "application/rss+xml"}
    ET.SubElement(channel, f"{{{ATOM}}}link", own)
    for issue, one in items:
        _rss_item(ET.SubElement(channel, "item"), edition, issue, one)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _rss_item(item: ET.Element, edition: Edition, issue: Issue, one: Reprint) -> None:
    article = one.article
    _say(item, "title", article.title)
    _say(item, "link", one.url)
    ET.SubElement(item, "guid", isPermaLink="true").text = one.url
    _say(item, "pubDate", _stamp(article.date or issue.date))
    if article.updated:
        _say(item, f"{{{ATOM}}}updated", _moment(article.updated).isoformat())
    _say(item, f"{{{DC}}}creator", _author(edition, one))
    _say(item, "category", one.section)
    _say(item, "description", article.standfirst)
    _say(item, f"{{{CONTENT}}}encoded", _content(one))
    for use, reuse in one.pictures[:1]:
        url = edition.addresses.absolute(asset(reuse.name))
        size = {"width": str(reuse.width), "height": str(reuse.height)}
        given = {"url": url, "type": "image/jpeg", "medium": "image", **size}
        media = ET.SubElement(item, f"{{{MEDIA}}}content", given)
        credit = edition.publication.credits[use.path].credit[article.lang]
        _say(media, f"{{{MEDIA}}}credit", credit)
        licence = ET.SubElement(media, f"{{{MEDIA}}}license", href=reuse.right.url)
        licence.text = reuse.right.name


def json_feed(edition: Edition, lang: Lang, items: Iterable[Told]) -> str:
    publication = edition.publication
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": publication.name[lang],
        "description": publication.tagline[lang],
        "home_page_url": _home(edition, lang),
        "feed_url": _feed(edition, lang, "feed.json"),
        "language": lang,
        "authors": [{"name": publication.publisher[lang], "url": edition.addresses.base}],
        "items": [_json_item(edition, issue, one) for issue, one in items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(edition: Edition, issue: Issue, one: Reprint) -> dict[str, Any]:
    article = one.article
    item: dict[str, Any] = {
        "id": one.url,
        "url": one.url,
        "language": article.lang,
        "title": article.title,
        "summary": article.standfirst,
        "content_html": _content(one),
        "content_text": f"{one.text}\n\n{one.credit}",
        "date_published": _moment(article.date or issue.date).isoformat(),
        "authors": [{"name": _author(edition, one)}],
        "tags": [one.section],
        "_reuse": {"licence": as_licence(edition, article.lang), "credit": one.credit},
    }
    if article.updated:
        item["date_modified"] = _moment(article.updated).isoformat()
    for _, reuse in one.pictures[:1]:
        item["image"] = edition.addresses.absolute(asset(reuse.name))
    return item


def _content(one: Reprint) -> str:
    link = f'<a href="{one.url}">{one.url}</a>'
    return f"{one.html}\n<p>{_escaped(one.credit).replace(one.url, link)}</p>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _author(edition: Edition, one: Reprint) -> str:
    return one.article.byline or edition.publication.publisher[one.article.lang]


def _changed(issue: Issue, one: Reprint) -> datetime.date:
    return one.article.updated or one.article.date or issue.date


def _say(parent: ET.Element, tag: str, text: str) -> None:
    """An element with a text; none for nothing said."""
    if text:
        ET.SubElement(parent, tag).text = text


def _home(edition: Edition, lang: Lang) -> str:
    return edition.addresses.absolute(edition.addresses.page(lang, ""))


def _feed(edition: Edition, lang: Lang, name: str) -> str:
    return edition.addresses.absolute(edition.addresses.page(lang, name))


def _moment(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _stamp(day: datetime.date) -> str:
    """As RFC 822 writes a date."""
    return format_datetime(_moment(day))
