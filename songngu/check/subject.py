"""What a check is given, and what it gives back."""

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from songngu.check.passages import Level, level_of, of_pair
from songngu.diagnostics import Diagnostic, Severity
from songngu.model import (
    LANGS,
    Article,
    Issue,
    Pair,
    PressProfile,
    Publication,
    RoleStanding,
    Saying,
    Standing,
)
from songngu.source.links import Reference, references

UNSIGNED = RoleStanding("approver", required=True)


@dataclass(frozen=True)
class Subject:
    """An issue to be judged. Paths are relative to the root: `exists` tells whether one is a file,
    `pixels` the width and height of a picture (None for one that cannot be read), `text` what a
    file holds, as it is stored but for line ends (None when it cannot be read), `alike` the path of
    a file that is called so but for capitals or the way its letters are stored ("" for none).
    `profile` is how it will be printed, None when press.yml cannot stand. `standing` tells
    where a pair stands with those who sign; `published` are the addresses that readers know.
    `beside` says whether what stands beside the articles is judged too, or only the pairs."""

    publication: Publication
    issue: Issue
    exists: Callable[[str], bool]
    profile: PressProfile | None = None
    pixels: Callable[[str], tuple[int, int] | None] = lambda path: (1, 1)
    text: Callable[[str], str | None] = lambda path: None
    standing: Callable[[Pair], Standing] = lambda pair: Standing(pair, (), (UNSIGNED,))
    published: frozenset[str] = frozenset()
    beside: bool = True
    alike: Callable[[str], str] = lambda path: ""

    def articles(self) -> Iterator[tuple[Pair, Article]]:
        for pair in self.issue.pairs:
            for lang in LANGS:
                article = pair[lang]
                if article is not None:
                    yield pair, article

    def levels(self, pair: Pair) -> tuple[Level, ...]:
        """Everything of a pair that is compared, made once for all checks."""
        if pair.id not in self._levels:
            self._levels[pair.id] = tuple(of_pair(pair))
        return self._levels[pair.id]

    def references(self, article: Article) -> tuple[Reference, ...]:
        """Everything that the body of an article points at, found once for all checks."""
        if article.path not in self._references:
            self._references[article.path] = tuple(references(article))
        return self._references[article.path]

    @functools.cached_property
    def _references(self) -> dict[str, tuple[Reference, ...]]:
        return {}

    @functools.cached_property
    def _levels(self) -> dict[str, tuple[Level, ...]]:
        return {}

    @functools.cached_property
    def said(self) -> tuple[Level, ...]:
        """What the files beside the articles say, each saying a level of its own."""
        return tuple(level_of(one) for one in self.sayings())

    def sayings(self) -> Iterator[Saying]:
        """What the files beside the articles say in both languages, but not of other issues. The
        imprint has a check of its own."""
        for one in self.publication.sayings if self.beside else ():
            elsewhere = one.place[:1] == ("issues",) and not self._of_this_issue(one.place)
            if not elsewhere and "imprint" not in one.place:
                yield one

    def _of_this_issue(self, place: tuple[str | int, ...]) -> bool:
        issues = self.publication.issues
        at = place[1] if len(place) > 1 else -1
        return isinstance(at, int) and 0 <= at < len(issues) and issues[at].id == self.issue.id


def lenient(pair: Pair, found: Diagnostic) -> Diagnostic:
    """A draft is being written and translated: what one side still owes the other is told, and
    stops nothing."""
    return replace(found, severity=Severity.WARNING) if pair.draft else found


Check = Callable[[Subject], Iterable[Diagnostic]]
