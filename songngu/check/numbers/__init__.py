"""number.*: figures agree by value, row by row, whatever each language writes them like."""

from collections.abc import Iterator

from songngu.check.numbers.comparing import differences
from songngu.check.numbers.findings import finding
from songngu.check.passages import level_of, levels
from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    facts = subject.publication.facts
    for pair in subject.issue.pairs:
        if pair.complete:
            for difference in differences(tuple(levels(pair)), facts):
                yield finding(difference, pair.id)
    for saying in subject.sayings():
        for difference in differences((level_of(saying),), facts):
            yield finding(difference, None)
