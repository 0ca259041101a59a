"""What a check is given, and what it gives back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from songngu.diagnostics import Diagnostic
from songngu.model import (
    LANGS,
    Article,
    Issue,
    Pair,
    PressProfile,
    Publication,
    RoleStanding,
    Standing,
)

UNSIGNED = RoleStanding("approver", required=True)


@dataclass(frozen=True)
class Subject:
    """An issue to be judged. `exists` and `is_picture` tell of a path relative to the root
    whether it is a file, and one whose pixels can be read;
    `profile` is how it will be printed, None when press.yml cannot stand. `standing` tells where a
    pair stands with those who sign; `published` are the addresses that readers know."""

    publication: Publication
    issue: Issue
    exists: Callable[[str], bool]
    profile: PressProfile | None = None
    is_picture: Callable[[str], bool] = lambda path: True
    standing: Callable[[Pair], Standing] = lambda pair: Standing(pair, (), (UNSIGNED,))
    published: frozenset[str] = frozenset()

    def articles(self) -> Iterator[tuple[Pair, Article]]:
        for pair in self.issue.pairs:
            for lang in LANGS:
                article = pair[lang]
                if article is not None:
                    yield pair, article


Check = Callable[[Subject], Iterable[Diagnostic]]
