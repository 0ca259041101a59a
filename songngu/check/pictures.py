"""image.*: the pictures that articles, sections and issues name are there."""

from collections.abc import Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.articles import resolve
from songngu.source.links import OUTSIDE, references
from songngu.source.publication import CONFIG


def check(subject: Subject) -> Iterator[Diagnostic]:
    for path in _configured(subject):
        if not subject.exists(path):
            yield diagnose("image.missing", CONFIG, subject.issue.line, path=path)
    for pair, article in subject.articles():
        used: list[tuple[str, int, int | None]] = []
        if article.picture:
            used.append((article.picture.path, article.picture.line, None))
        for found in references(article):
            if found.kind == "picture":
                used.append((resolve(article.path, found.target), found.line, found.block))
        for path, line, block in used:
            if OUTSIDE.match(path) or path.startswith("../") or not subject.exists(path):
                yield diagnose(
                    "image.missing",
                    article.path,
                    line,
                    lang=article.lang,
                    pair=pair.id,
                    block=block,
                    path=path,
                )


def _configured(subject: Subject) -> list[str]:
    issue = subject.issue
    return [path for path in (issue.picture, *(s.picture for s in issue.sections)) if path]
