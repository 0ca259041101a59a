"""image.*: the pictures that articles, sections and issues name are there."""

from collections.abc import Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Issue
from songngu.source.articles import resolve
from songngu.source.links import OUTSIDE, references
from songngu.source.publication import CONFIG


def check(subject: Subject) -> Iterator[Diagnostic]:
    for path, place in _configured(subject.issue):
        for detail in _faults(subject, path):
            yield diagnose("image.missing", CONFIG, subject.issue.line_of(place), detail, path=path)
    for pair, article in subject.articles():
        used: list[tuple[str, int, int | None]] = []
        if article.picture:
            used.append((article.picture.path, article.picture.line, None))
        for found in references(article):
            if found.kind == "picture":
                used.append((resolve(article.path, found.target), found.line, found.block))
        for path, line, block in used:
            for detail in _faults(subject, path):
                yield diagnose(
                    "image.missing",
                    article.path,
                    line,
                    detail,
                    lang=article.lang,
                    pair=pair.id,
                    block=block,
                    path=path,
                )


def _faults(subject: Subject, path: str) -> Iterator[str]:
    """The detail of what is wrong with a picture, if anything is."""
    if not _there(subject, path):
        yield ""
    elif not subject.is_picture(path):
        yield "unreadable"


def _there(subject: Subject, path: str) -> bool:
    """A file of the publication. What lies outside its root is never read, let alone published."""
    outside = OUTSIDE.match(path) or "\\" in path or path.startswith("/") or ".." in path.split("/")
    return not outside and subject.exists(path)


def _configured(issue: Issue) -> Iterator[tuple[str, str]]:
    """The pictures that publication.yml names, each with its place there."""
    if issue.picture:
        yield issue.picture, "picture"
    for at, section in enumerate(issue.sections):
        if section.picture:
            yield section.picture, f"sections.{at}.picture"
