"""What is told of long work while it goes on."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from songngu.model import Lang

T = TypeVar("T")


class Progress:
    """Nobody is told. Who shows progress derives from it."""

    def __call__(self, key: str, about: Lang | None = None) -> None:
        """A step begins; `key` is that of its name in messages/."""

    def piece(self, done: int, whole: int) -> None:
        """So many pieces of the step are done."""

    def counted(self, pieces: Iterable[T], whole: int) -> Iterator[T]:
        """The pieces as they come, each of them told."""
        for done, piece in enumerate(pieces, 1):
            self.piece(done, whole)
            yield piece


SILENT = Progress()
