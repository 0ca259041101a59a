"""text.*: letters, tone marks and punctuation as each language sets them, file by file.

What a rule finds is a Repair; the check tells it, and `check --fix` (desk/fix.py) carries it out:
both see the same stretches of prose, so nothing is told that is not there, and nothing is mended
that was not told. What stands beside the articles follows the style of the newest issue.
"""

from collections.abc import Iterator
from dataclasses import replace

from songngu.check.subject import Subject
from songngu.check.text.findings import found_in
from songngu.check.text.repairing import suspicious
from songngu.check.text.tones import misplaced
from songngu.diagnostics import Diagnostic
from songngu.model import Article, Issue, Orthography, Publication
from songngu.source.publication import CONFIG
from songngu.source.records import CREDITS, FACTS, SERIES


def check(subject: Subject) -> Iterator[Diagnostic]:
    style = style_of(subject.publication, subject.issue)
    for pair, article in subject.articles():
        text = subject.text(article.path)
        # Only in Vietnamese are its words asked.
        words = article.vocabulary if article.lang == "vi" else ()
        if text is not None and suspicious(text, words, article.lang, style):
            for one in found_in(article.path, text, article.lang, style):
                block = _block_at(article, one.place.line)
                yield replace(one, lang=article.lang, pair=pair.id, block=block)
    if subject.issue.id != subject.publication.newest.id or not subject.beside:
        return
    for path in yaml_files(subject.publication):
        text = subject.text(path)
        if text is not None and suspicious(text, text.split(), None, style):
            yield from found_in(path, text, None, style)


def style_of(publication: Publication, issue: Issue) -> Orthography:
    """The issue's house style: people and agencies of the register keep the spelling that they
    have there."""
    style, names = issue.orthography, publication.names
    called = [one.name.vi for one in names.people]
    called += [form for agency in names.agencies for one in agency.names for form in one.vi]
    own = (name for name in dict.fromkeys(called) if misplaced(name.split(), style.tone))
    return replace(style, kept=(*style.kept, *own))


def _block_at(article: Article, line: int) -> int | None:
    """The block that stands on a line of the file; None above the text."""
    before = [block.index for block in article.blocks if block.line <= line]
    return before[-1] if before else None


def yaml_files(publication: Publication) -> tuple[str, ...]:
    """The files that speak both languages; what could not be read was told already."""
    known = (CONFIG, FACTS, CREDITS, *(f"{SERIES}/{id}.yml" for id in publication.series))
    return tuple(path for path in known if path not in publication.unread)
