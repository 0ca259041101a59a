"""term.*: both languages call things by the names that were agreed on, and the country's own."""

from collections.abc import Iterator

from songngu.check.passages import Level, level_of, levels, lone
from songngu.check.subject import Subject
from songngu.check.terms.comparing import differences
from songngu.check.terms.findings import told
from songngu.check.terms.lexicon import Lexicon, lexicon
from songngu.check.terms.people import People, persons
from songngu.check.terms.register import names
from songngu.check.terms.sovereignty import sovereignty
from songngu.diagnostics import Diagnostic
from songngu.model import Pair


def check(subject: Subject) -> Iterator[Diagnostic]:
    publication, issue = subject.publication, subject.issue
    known = lexicon(publication.terms, publication.names, issue.date)
    people = persons(publication.names, issue.date)
    for pair in issue.pairs:
        yield from judged(tuple(of_pair(pair)), known, people, pair.id)
    for saying in subject.sayings():
        yield from judged((level_of(saying),), known, people, None)


def of_pair(pair: Pair) -> Iterator[Level]:
    """Everything of a pair that is read; of a lone side, that side."""
    if pair.complete:
        yield from levels(pair)
    else:
        yield from lone(pair.lead)


def judged(
    rows: tuple[Level, ...], known: Lexicon, people: People | None, pair: str | None
) -> Iterator[Diagnostic]:
    """What is wrong with the terms of an article, given level by level."""
    scanned = known.scan(rows)
    yield from (told(one, pair) for one in differences(scanned))
    yield from names(scanned, pair)
    yield from sovereignty(scanned, pair)
    if people:
        yield from people.judged(scanned, pair)


__all__ = ["Lexicon", "People", "check", "judged", "lexicon", "of_pair", "persons"]
