"""fact.*, series.*: what an article prints by id is known."""

import difflib
from collections.abc import Iterable, Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Article, BlockKind, Pair, Publication
from songngu.source.links import SERIES
from songngu.source.publication import CONFIG
from songngu.source.records import FACTS
from songngu.source.records import SERIES as SERIES_FOLDER


def check(subject: Subject) -> Iterator[Diagnostic]:
    publication = subject.publication
    facts_read = FACTS not in publication.unread
    if facts_read and subject.beside:
        yield from _on_the_cover(subject)
    for pair, article in subject.articles():
        if facts_read:
            yield from _sources(publication, pair, article)
            yield from _facts(subject, pair, article)
        yield from _series(publication, pair, article)


def _on_the_cover(subject: Subject) -> Iterator[Diagnostic]:
    known = subject.publication.facts
    for at, id in enumerate(subject.issue.figures):
        if id not in known:
            line = subject.issue.line_of(f"figures.{at}")
            yield diagnose("fact.unknown", CONFIG, line, id=id, meant=_meant(id, known))


def _sources(publication: Publication, pair: Pair, article: Article) -> Iterator[Diagnostic]:
    for source in article.sources:
        if source not in publication.sources:
            yield diagnose(
                "fact.unknown",
                article.path,
                article.line_of("sources"),
                "source",
                id=source,
                meant=_meant(source, publication.sources),
                lang=article.lang,
                pair=pair.id,
            )


def _facts(subject: Subject, pair: Pair, article: Article) -> Iterator[Diagnostic]:
    known = subject.publication.facts
    for found in subject.references(article):
        if found.kind == "fact" and found.target not in known:
            yield diagnose(
                "fact.unknown",
                article.path,
                found.line,
                block=found.block,
                id=found.target,
                meant=_meant(found.target, known),
                lang=article.lang,
                pair=pair.id,
            )


def _series(publication: Publication, pair: Pair, article: Article) -> Iterator[Diagnostic]:
    """Every chart and table names one series, and it is there."""
    for block in article.blocks:
        if block.kind not in (BlockKind.CHART, BlockKind.SERIES):
            continue
        found = SERIES.search(block.text)
        id = found[1] if found else ""
        if id in publication.series or f"{SERIES_FOLDER}/{id}.yml" in publication.unread:
            continue
        yield diagnose(
            "series.invalid",
            article.path,
            block.line + (block.text.count("\n", 0, found.start(1)) if found else 0),
            "unknown" if id else "unnamed",
            block=block.index,
            id=id,
            meant=_meant(id, publication.series),
            lang=article.lang,
            pair=pair.id,
        )


def _meant(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), 1, 0.5)
    return near[0] if near else "—"
