"""What a page says of itself to machines: one schema.org graph (JSON-LD) per page.

An article is an Article: it tells from documents, it does not report news. The vocabulary has no
type for an interview, so that stands as its genre. A part of a page that is only data may stand
inline under the strictest policy: the browser never runs it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from songngu.figures.sources import source_ids
from songngu.model import LANGS, Article, Issue, Lang, Pair, Series
from songngu.site.edition import Edition, Page, asset, issue_path, pair_path, section_path
from songngu.site.rights import right_in
from songngu.site.statistics import csv_address
from songngu.site.words import words
from songngu.source.links import references

Node = dict[str, Any]
KINDS = {"section": "CollectionPage", "gallery": "ImageGallery", "about": "AboutPage"}


def graph(edition: Edition, lang: Lang, page: Page, title: str) -> str:
    """The graph of the page with that title, as text that may stand inside a script element."""
    issue = _issue(edition, lang, page.issue)
    if page.kind in ("cover", "issue"):
        issue["description"] = page.issue.foreword[lang]
    said = [_publisher(edition, lang), _periodical(edition, lang), issue]
    if page.kind == "article" and page.pair is not None:
        said.append(_article(edition, lang, page, page.pair))
        said += _datasets(edition, lang, page, page.pair)
    elif page.kind != "cover":
        said.append(_web_page(edition, lang, page, title))
    trail = list(_trail(edition, lang, page, title))
    if len(trail) > 1:
        said.append({"@type": "BreadcrumbList", "itemListElement": trail})
    return as_data([_lean(node) for node in said])


def as_data(nodes: Iterable[Node]) -> str:
    text = json.dumps({"@context": "https://schema.org", "@graph": list(nodes)}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def _lean(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in ("", None, [])}


def _absolute(edition: Edition, lang: Lang, path: str) -> str:
    return edition.addresses.absolute(edition.addresses.page(lang, path))


def _id(edition: Edition, name: str) -> str:
    return f"{edition.addresses.base}#{name}"


def _publisher(edition: Edition, lang: Lang) -> Node:
    return {
        "@type": "Organization",
        "@id": _id(edition, "publisher"),
        "name": edition.publication.publisher[lang],
        "url": edition.addresses.base,
    }


def _periodical(edition: Edition, lang: Lang) -> Node:
    publication = edition.publication
    return {
        "@type": "Periodical",
        "@id": _id(edition, "periodical"),
        "name": publication.name[lang],
        "alternateName": [publication.name[other] for other in LANGS if other != lang],
        "description": publication.tagline[lang],
        "inLanguage": list(edition.pages),
        "url": _absolute(edition, lang, ""),
        "publisher": {"@id": _id(edition, "publisher")},
        "license": as_licence(edition, lang),
    }


def _issue(edition: Edition, lang: Lang, issue: Issue) -> Node:
    return {
        "@type": "PublicationIssue",
        "@id": _id(edition, f"issue-{issue.id}"),
        "name": issue.title[lang],
        "issueNumber": issue.id,
        "datePublished": issue.date.isoformat(),
        "inLanguage": lang,
        "url": _absolute(edition, lang, issue_path(issue)),
        "image": _card(edition, lang, issue_path(issue)),
        "isPartOf": {"@id": _id(edition, "periodical")},
        "publisher": {"@id": _id(edition, "publisher")},
        "license": as_licence(edition, lang),
        "creativeWorkStatus": _status(issue, lang),
    }


def _article(edition: Edition, lang: Lang, page: Page, pair: Pair) -> Node:
    article = pair[lang]
    assert article is not None and page.section is not None
    publication, url = edition.publication, _absolute(edition, lang, page.path)
    return {
        "@type": "Article",
        "@id": f"{url}#article",
        "headline": article.title,
        "description": article.standfirst,
        "inLanguage": lang,
        "datePublished": (article.date or page.issue.date).isoformat(),
        "dateModified": article.updated.isoformat() if article.updated else "",
        "author": {"@type": "Organization", "name": article.byline or publication.publisher[lang]},
        "publisher": {"@id": _id(edition, "publisher")},
        "image": _images(edition, lang, page, article),
        "isPartOf": {"@id": _id(edition, f"issue-{page.issue.id}")},
        "articleSection": page.section.title[lang],
        "genre": words(lang)[article.type] if article.type != "article" else "",
        "backstory": words(lang)["composed"] if article.composed else "",
        "wordCount": article.words,
        "url": url,
        "mainEntityOfPage": url,
        "license": as_licence(edition, lang),
        "isAccessibleForFree": True,
        "creativeWorkStatus": _status(page.issue, lang),
        "citation": [_source(edition, lang, one) for one in source_ids(article, publication)],
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": one.date.isoformat(),
                "text": one.text,
                "inLanguage": lang,
            }
            for one in article.corrections
        ],
        **_translation(edition, lang, page),
    }


def _translation(edition: Edition, lang: Lang, page: Page) -> Node:
    """The first language is the original, the other its translation."""
    other = next(one for one in LANGS if one != lang)
    if page.path not in edition.paths.get(other, ()):
        return {}
    target = {"@id": f"{_absolute(edition, other, page.path)}#article", "inLanguage": other}
    return {"workTranslation" if lang == LANGS[0] else "translationOfWork": target}


def _source(edition: Edition, lang: Lang, name: str) -> Node:
    source = edition.publication.sources[name]
    return _lean(
        {
            "@type": "CreativeWork",
            "name": source.title[lang],
            "datePublished": source.date.isoformat(),
            "url": source.url,
        }
    )


def _datasets(edition: Edition, lang: Lang, page: Page, pair: Pair) -> Iterator[Node]:
    article = pair[lang]
    assert article is not None
    known = edition.publication.series
    names = [one.target for one in references(article) if one.kind == "series"]
    for name in dict.fromkeys(names):
        if name in known:
            yield _dataset(edition, lang, page, known[name])


def _dataset(edition: Edition, lang: Lang, page: Page, series: Series) -> Node:
    publication, url = edition.publication, _absolute(edition, lang, page.path)
    return {
        "@type": "Dataset",
        "@id": f"{url}#series-{series.id}",
        "name": series.title[lang],
        "description": _described(edition, lang, series),
        "inLanguage": lang,
        "url": f"{url}#series-{series.id}",
        "creator": {"@type": "Organization", "name": publication.publisher[lang]},
        "license": as_licence(edition, lang),
        "isAccessibleForFree": True,
        "isPartOf": {"@id": f"{url}#article"},
        "temporalCoverage": f"../{series.as_of.isoformat()}",
        "dateModified": series.as_of.isoformat(),
        "variableMeasured": [column[lang] for column in series.columns],
        "isBasedOn": _source(edition, lang, series.source)
        if series.source in publication.sources
        else None,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": edition.addresses.absolute(csv_address(series)),
        },
    }


def _described(edition: Edition, lang: Lang, series: Series) -> str:
    """What the table shows, in whose figures; the vocabulary's readers want a whole sentence."""
    source = edition.publication.sources.get(series.source)
    columns = ", ".join(column[lang] for column in series.columns)
    parts = [f"{series.title[lang]} ({series.key[lang]}: {columns}).", series.note[lang]]
    if source:
        parts.append(f"{words(lang)['sources']}: {source.title[lang]}.")
    return " ".join(part for part in parts if part)


def _web_page(edition: Edition, lang: Lang, page: Page, title: str) -> Node:
    return {
        "@type": KINDS.get(page.kind, "WebPage"),
        "@id": _absolute(edition, lang, page.path),
        "name": title,
        "description": page.section.standfirst[lang]
        if page.kind == "section" and page.section
        else "",
        "inLanguage": lang,
        "url": _absolute(edition, lang, page.path),
        "isPartOf": {"@id": _id(edition, f"issue-{page.issue.id}")},
    }


def _trail(edition: Edition, lang: Lang, page: Page, title: str) -> Iterator[Node]:
    """From the home to the page."""
    for at, (name, path) in enumerate(_steps(edition, lang, page, title), 1):
        url = _absolute(edition, lang, path)
        yield {"@type": "ListItem", "position": at, "name": name, "item": url}


def _steps(edition: Edition, lang: Lang, page: Page, title: str) -> Iterator[tuple[str, str]]:
    yield edition.publication.name[lang], ""
    if page.kind == "cover":
        return
    yield page.issue.title[lang], issue_path(page.issue)
    if page.section is not None:
        yield page.section.title[lang], section_path(page.issue, page.section)
    if page.pair is not None and (article := page.pair[lang]) is not None:
        yield article.title, pair_path(page.issue, page.pair)
    if page.kind not in ("issue", "section", "article"):
        yield title, page.path


def _images(edition: Edition, lang: Lang, page: Page, article: Article) -> list[str]:
    """The picture in its largest size, and the card."""
    found = [card] if (card := _card(edition, lang, page.path)) else []
    plan = edition.pictures.get(article.picture.path) if article.picture else None
    if plan is not None:
        found.insert(0, edition.addresses.absolute(asset(plan.largest)))
    return found


def _card(edition: Edition, lang: Lang, path: str) -> str:
    name = edition.syndication.cards.get((lang, path)) if edition.syndication else None
    return edition.addresses.absolute(asset(name)) if name else ""


def as_licence(edition: Edition, lang: Lang) -> str:
    """The licence's address, or what the publication says of it."""
    said = edition.publication.licence[lang]
    known = right_in(said)
    return known.url if known else said


def _status(issue: Issue, lang: Lang) -> str:
    return words(lang)["specimen"] if issue.status == "specimen" else ""
