"""What a check is given, and what it gives back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from songngu.diagnostics import Diagnostic
from songngu.model import LANGS, Article, Issue, Pair, Publication


@dataclass(frozen=True)
class Subject:
    """An issue to be judged. `exists` tells whether a path relative to the root is a file."""

    publication: Publication
    issue: Issue
    exists: Callable[[str], bool]

    def articles(self) -> Iterator[tuple[Pair, Article]]:
        for pair in self.issue.pairs:
            for lang in LANGS:
                article = pair[lang]
                if article is not None:
                    yield pair, article


Check = Callable[[Subject], Iterable[Diagnostic]]
