"""number.*: figures agree by value, row by row, whatever each language writes them like."""

from collections.abc import Iterator

from songngu.check.numbers.comparing import differences
from songngu.check.numbers.findings import finding
from songngu.check.subject import Subject, lenient
from songngu.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    facts = subject.publication.facts
    for pair in subject.issue.pairs:
        if pair.complete:
            for difference in differences(subject.levels(pair), facts):
                yield lenient(pair, finding(difference, pair.id))
    for level in subject.said:
        for difference in differences((level,), facts):
            yield finding(difference, None)
