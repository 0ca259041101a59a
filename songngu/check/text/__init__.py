"""text.*: letters, tone marks and punctuation as each language sets them, file by file.

What a rule finds is a Repair; the check tells it, and `check --fix` (desk/fix.py) carries it out:
both see the same stretches of prose, so nothing is told that is not there, and nothing is mended
that was not told.
"""

from collections.abc import Iterator

from songngu.check.subject import Subject
from songngu.check.text.findings import found_in
from songngu.diagnostics import Diagnostic
from songngu.model import Lang
from songngu.source.publication import CONFIG
from songngu.source.records import CREDITS, FACTS, SERIES


def check(subject: Subject) -> Iterator[Diagnostic]:
    for path, lang, pair in files(subject):
        text = subject.text(path)
        if text is not None:
            yield from found_in(path, text, lang, pair, subject.issue.orthography)


def files(subject: Subject) -> Iterator[tuple[str, Lang | None, str | None]]:
    """The files that hold prose: path, language and pair of an article; of YAML files only the
    path, for they speak both."""
    for pair, article in subject.articles():
        yield article.path, article.lang, pair.id
    yield CONFIG, None, None
    for path in (FACTS, CREDITS, *(f"{SERIES}/{id}.yml" for id in subject.publication.series)):
        if path not in subject.publication.unread and subject.exists(path):
            yield path, None, None
