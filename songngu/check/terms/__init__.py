"""term.*: both languages call things by the names that were agreed on, and the country's own."""

from collections.abc import Iterator

from songngu.check.passages import Level
from songngu.check.subject import Subject
from songngu.check.terms.comparing import differences
from songngu.check.terms.findings import told
from songngu.check.terms.lexicon import Lexicon, Role, lexicon, roles
from songngu.check.terms.people import People, persons
from songngu.check.terms.register import names
from songngu.check.terms.sovereignty import sovereignty
from songngu.diagnostics import Diagnostic

# After a save one pair is judged: most of the time would go into looking for what it cannot hold.
FEW = 10


def check(subject: Subject) -> Iterator[Diagnostic]:
    publication, issue = subject.publication, subject.issue
    known = lexicon(publication.terms, publication.names, issue.date)
    people = persons(publication.names, issue.date)
    said = [(pair.id, subject.levels(pair)) for pair in issue.pairs]
    said += [("", (level,)) for level in subject.said]
    if len(said) <= FEW:
        known = known.within([level for _, levels in said for level in levels])
    for pair, levels in said:
        yield from judged(levels, known, people, pair or None)


def judged(
    rows: tuple[Level, ...], known: Lexicon, people: People | None, pair: str | None
) -> Iterator[Diagnostic]:
    """What is wrong with the terms of an article, given level by level."""
    scanned = known.scan(rows)
    found = roles(scanned)
    yield from (told(one, pair) for one in differences(scanned))
    if Role.SPELT in found or Role.OUTDATED in found:
        yield from names(scanned, pair)
    if Role.RULED in found:
        yield from sovereignty(scanned, pair)
    if people:
        yield from people.judged(scanned, pair)


__all__ = ["Lexicon", "People", "check", "judged", "lexicon", "persons"]
