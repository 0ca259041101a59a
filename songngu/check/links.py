"""link.*: every link inside the publication has something at its other end, in its language."""

import posixpath
from collections.abc import Iterator, Mapping

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Article, Pair
from songngu.source.anchors import anchors
from songngu.source.articles import resolve
from songngu.source.links import OUTSIDE, Reference


def check(subject: Subject) -> Iterator[Diagnostic]:
    known = {article.path: article for _, article in subject.articles()}
    targets = {path: frozenset(anchors(article).values()) for path, article in known.items()}
    for pair, article in subject.articles():
        for found in subject.references(article):
            if found.kind == "link":
                yield from _judge(subject, pair, article, found, targets)


def _other_language(subject: Subject, article: Article, target: str) -> str:
    """The path of the other language's content that a link leads to: a file of it, or a page of
    the website by its address. Empty when it stays in its language."""
    other = "en" if article.lang == "vi" else "vi"
    page = target.removeprefix(subject.publication.url.rstrip("/"))
    if page.startswith(f"/{other}/"):
        return page
    path = target if OUTSIDE.match(target) else resolve(article.path, target)
    return path if path.startswith(f"content/{other}/") else ""


def _crossing(article: Article, pair: Pair, found: Reference, path: str) -> Diagnostic:
    other = "en" if article.lang == "vi" else "vi"
    own = path.replace(f"content/{other}/", f"content/{article.lang}/")
    meant = posixpath.relpath(own, posixpath.dirname(article.path))
    return diagnose(
        "link.cross-language",
        article.path,
        found.line,
        "" if path.startswith("content/") else "address",
        lang=article.lang,
        pair=pair.id,
        block=found.block,
        target=found.target,
        meant=meant,
    )


def _judge(
    subject: Subject,
    pair: Pair,
    article: Article,
    found: Reference,
    targets: Mapping[str, frozenset[str]],
) -> Iterator[Diagnostic]:
    if other := _other_language(subject, article, found.target):
        yield _crossing(article, pair, found, other)
        return
    if OUTSIDE.match(found.target):
        return
    file, _, anchor = found.target.partition("#")
    path = resolve(article.path, file) if file else article.path
    detail = ""
    if path not in targets and not (path.startswith("content/") and subject.exists(path)):
        detail = "file"
    elif not path.endswith(".md"):
        detail = "not-published"
    elif anchor and path in targets and anchor not in targets[path]:
        detail = "anchor"
    if detail:
        yield diagnose(
            "link.broken",
            article.path,
            found.line,
            detail,
            lang=article.lang,
            pair=pair.id,
            block=found.block,
            target=found.target,
            path=path,
            anchor=anchor,
        )
