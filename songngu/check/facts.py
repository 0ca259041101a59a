"""fact.*, series.*: what an article prints by id is known."""

import difflib
import re
from collections.abc import Iterable, Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS, Article, Block, BlockKind, Pair, Publication
from songngu.source.blocks import CODE_SPAN, FENCES
from songngu.source.links import FACT, SERIES
from songngu.source.publication import CONFIG
from songngu.source.records import FACTS
from songngu.source.records import SERIES as SERIES_FOLDER

# What was meant for a fact: double braces, or the word in single ones.
_MEANT = re.compile(r"\{\{[^{}\n]*\}\}?|\{\s*facts?\b[^{}\n]*\}\}?", re.I)
_FENCE = re.compile(r"[`~]{3,}[ \t]*([^\n]*)")


def check(subject: Subject) -> Iterator[Diagnostic]:
    publication = subject.publication
    facts_read = FACTS not in publication.unread
    if facts_read and subject.beside:
        yield from _on_the_cover(subject)
    yield from _outside(subject)
    for pair, article in subject.articles():
        if facts_read:
            yield from _sources(publication, pair, article)
            yield from _facts(subject, pair, article)
            yield from _misspelt(publication, pair, article)
        yield from _series(publication, pair, article)
        yield from _no_figures(pair, article)


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


def _misspelt(publication: Publication, pair: Pair, article: Article) -> Iterator[Diagnostic]:
    """What was meant for a fact and is none would be printed as it is written."""
    for block in article.blocks:
        if "{" not in block.text or block.kind is BlockKind.CODE:
            continue
        text = CODE_SPAN.sub(lambda span: " " * len(span[0]), block.text)
        for found in _MEANT.finditer(text):
            if not FACT.fullmatch(found[0]):
                id = re.sub(r"^[{\s]*(?:facts?\b)?[\s:]*|[}\s]+$", "", found[0], flags=re.I)
                yield diagnose(
                    "fact.unknown",
                    article.path,
                    block.line + block.text.count("\n", 0, found.start()),
                    "form",
                    block=block.index,
                    found=found[0],
                    meant=_meant(id, publication.facts).replace("—", "…"),
                    lang=article.lang,
                    pair=pair.id,
                )


def _outside(subject: Subject) -> Iterator[Diagnostic]:
    """Facts stand in the text of an article, and nowhere else."""
    for pair, article in subject.articles():
        said = {key: getattr(article, key) for key in ("title", "standfirst", "byline")}
        if article.picture:
            said["picture.alt"] = article.picture.alt
            said["picture.caption"] = article.picture.caption
        for key, text in said.items():
            if found := _MEANT.search(text):
                place = (article.path, article.line_of(key))
                yield diagnose(
                    "fact.unknown", *place, "outside", found=found[0],
                    lang=article.lang, pair=pair.id,
                )  # fmt: skip
    for one in subject.sayings():
        for lang, line in zip(LANGS, one.lines, strict=True):
            if found := _MEANT.search(one.text[lang]):
                yield diagnose("fact.unknown", one.path, line, "outside", found=found[0])


def _no_figures(pair: Pair, article: Article) -> Iterator[Diagnostic]:
    """A fence that was meant for a chart or a table and is neither would be printed as code."""
    for block in article.blocks:
        if (opened := _meant_figure(block)) is not None:
            yield diagnose(
                "series.invalid",
                article.path,
                block.line,
                "fence",
                block=block.index,
                found=opened,
                lang=article.lang,
                pair=pair.id,
            )


def _meant_figure(block: Block) -> str | None:
    """The opening line of a fence that names a series, or nearly says what a chart's would."""
    if block.kind not in (BlockKind.CODE, BlockKind.PARAGRAPH):
        return None
    opened = _FENCE.match(block.text)
    if opened is None:
        return None
    near = difflib.get_close_matches(opened[1].strip().lower(), FENCES, 1, 0.75)
    return opened[0] if near or SERIES.search(block.text) else None


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
