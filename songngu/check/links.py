"""link.*: every link inside the publication has something at its other end, in its language."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from songngu.check.subject import Subject
from songngu.confusables import disguised
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Article, Pair
from songngu.source.anchors import anchors
from songngu.source.articles import resolve
from songngu.source.links import OUTSIDE, SAFE, Reference

LETTERS = re.compile(r"[^\W\d_]+")


def check(subject: Subject) -> Iterator[Diagnostic]:
    known = {article.path: article for _, article in subject.articles()}
    targets = {path: frozenset(anchors(article).values()) for path, article in known.items()}
    owed = frozenset(map(_other_side, filter(_is_owed, subject.issue.pairs)))
    for pair, article in subject.articles():
        for found in subject.references(article):
            if found.kind == "link" and _target(article, found) not in owed:
                yield from _judge(subject, pair, article, found, targets)


def _is_owed(pair: Pair) -> bool:
    """Whether parity.missing stops everything until the pair's other side is there."""
    return not (pair.complete or pair.draft)


def _other_side(pair: Pair) -> str:
    other = "en" if pair.lead.lang == "vi" else "vi"
    return pair.lead.path.replace(f"content/{pair.lead.lang}/", f"content/{other}/", 1)


def _target(article: Article, found: Reference) -> str:
    return resolve(article.path, found.target.partition("#")[0])


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
        if detail := _unsafe(found.target):
            yield _broken(article, pair, found, detail, target=found.target)
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
        yield _broken(article, pair, found, detail, target=found.target, path=path, anchor=anchor)


def _unsafe(target: str) -> str:
    """What is wrong with an address elsewhere: it would not open a page, or it looks like the
    address of somebody else."""
    if not SAFE.match(target):
        return "scheme"
    host = target.partition("//")[2].partition("/")[0]
    return "lookalike" if any(map(disguised, LETTERS.findall(host))) else ""


def _broken(
    article: Article, pair: Pair, found: Reference, detail: str, **values: object
) -> Diagnostic:
    return diagnose(
        "link.broken",
        article.path,
        found.line,
        detail,
        lang=article.lang,
        pair=pair.id,
        block=found.block,
        **values,
    )
