"""fact.*, series.*: what an article prints by id is known."""

import difflib
from collections.abc import Iterable, Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.links import references
from songngu.source.publication import CONFIG


def check(subject: Subject) -> Iterator[Diagnostic]:
    publication = subject.publication
    for figure in subject.issue.figures:
        if figure not in publication.facts:
            yield diagnose(
                "fact.unknown",
                CONFIG,
                subject.issue.line,
                id=figure,
                meant=_meant(figure, publication.facts),
            )
    for pair, article in subject.articles():
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
        for found in references(article):
            if found.kind == "fact" and found.target not in publication.facts:
                yield diagnose(
                    "fact.unknown",
                    article.path,
                    found.line,
                    block=found.block,
                    id=found.target,
                    meant=_meant(found.target, publication.facts),
                    lang=article.lang,
                    pair=pair.id,
                )
            if found.kind == "series" and found.target not in publication.series:
                yield diagnose(
                    "series.invalid",
                    article.path,
                    found.line,
                    "unknown",
                    block=found.block,
                    id=found.target,
                    meant=_meant(found.target, publication.series),
                    lang=article.lang,
                    pair=pair.id,
                )


def _meant(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), 1, 0.5)
    return near[0] if near else "—"
