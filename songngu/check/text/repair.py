"""What the text rules are given, a stretch of prose, and what they give back, repairs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from songngu.model import Lang, Orthography

# Stands in a stretch for what is no prose (an address, code, a fact): as long as that, and opaque.
HIDDEN = "\0"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Prose of one language: `text` begins at the character `start` of its file, and keeps its
    length whatever was hidden. `cells` says that bars part it into cells of a table."""

    text: str
    start: int
    lang: Lang
    cells: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """One fault: the characters from `start` to `end` of its stretch. `right` stands there after
    `check --fix`; None where only the editor can know."""

    code: str
    detail: str
    start: int
    end: int
    found: str
    right: str | None


Rule = Callable[[Stretch, Orthography], Iterator[Repair]]
