"""What editors write: blocks of an article, rows of a pair."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from songngu.model.press import Layout
from songngu.model.words import Lang

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class BlockKind(StrEnum):
    """What a top-level block of an article is; only blocks of one kind can be a row."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    ANSWER = "answer"
    LIST = "list"
    TABLE = "table"
    FIGURE = "figure"
    QUOTE = "quote"
    PULL = "pull"
    CHART = "chart"
    SERIES = "series"
    CODE = "code"
    RULE = "rule"
    NOTE = "note"


@dataclass(frozen=True)
class Block:
    """A top-level block of an article.

    `line` is the 1-based line of the file where it begins; `extent` counts what can differ in
    structure: the level of a heading, the items of a list, the rows of a table; `width` the
    columns of a table.
    """

    index: int
    kind: BlockKind
    text: str
    line: int
    id: str | None = None
    extent: int = 0
    width: int = 0


@dataclass(frozen=True)
class Ignore:
    """An editor's word that findings of `code` are meant, and why. `block` is the index of the
    block that it covers, None for the front matter; `line` is where it stands."""

    code: str
    reason: str
    line: int
    block: int | None = None


@dataclass(frozen=True)
class Row:
    """What stands level in both languages. One side may be missing, never both."""

    vi: Block | None
    en: Block | None

    def __getitem__(self, lang: Lang) -> Block | None:
        return self.vi if lang == "vi" else self.en

    @property
    def kind(self) -> BlockKind:
        block = self.vi or self.en
        assert block is not None
        return block.kind


@dataclass(frozen=True)
class PictureUse:
    """A picture as an article uses it. `path` is relative to the root."""

    path: str
    alt: str
    caption: str = ""
    line: int = 1


@dataclass(frozen=True)
class Withdrawal:
    """When and why a published text was taken back."""

    date: datetime.date
    reason: str


@dataclass(frozen=True)
class Correction:
    """What was put right after publication, and when."""

    date: datetime.date
    text: str


@dataclass(frozen=True)
class Article:
    """One language's side of a pair. `lines` gives the line of each front-matter key; `counted` is
    the number of its words where its text is left out; `digest` is the hash of the file that it was
    read from, "" where nobody asked for it; `changed` is the day on which another text than the
    published one was approved (desk/dating.py). Without a `layout` of its own it is printed as its
    section is."""

    path: str
    lang: Lang
    type: str
    section: str
    title: str
    blocks: tuple[Block, ...]
    order: int = 0
    standfirst: str = ""
    byline: str = ""
    picture: PictureUse | None = None
    sources: tuple[str, ...] = ()
    composed: bool = False
    layout: Layout | None = None
    date: datetime.date | None = None
    status: str = "final"
    aliases: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None
    corrections: tuple[Correction, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    counted: int | None = None
    digest: str = field(default="", compare=False, repr=False)
    changed: datetime.date | None = None

    def line_of(self, key: str) -> int:
        return self.lines.get(key, 1)

    @cached_property
    def words(self) -> int:
        """The length of its text."""
        if self.counted is not None:
            return self.counted
        return sum(len(block.text.split()) for block in self.blocks)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that it says to readers, as it stands between spaces. What a word must have
        to be at fault is asked of these first, and not of each sentence."""
        return frozenset(self._said().split())

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every letter and sign that it says to readers and that is not ASCII."""
        return frozenset(_BEYOND_ASCII.findall(self._said()))

    def _said(self) -> str:
        said = [self.title, self.standfirst, self.byline, *(block.text for block in self.blocks)]
        said += [one.text for one in self.corrections]
        said += [self.withdrawn.reason] if self.withdrawn else []
        said += [self.picture.alt, self.picture.caption] if self.picture else []
        return "\n".join(said)

    @property
    def updated(self) -> datetime.date | None:
        """The day of its last correction, or on which its changed text was approved: nothing else
        counts as a change."""
        days = (*(one.date for one in self.corrections), *filter(None, (self.changed,)))
        return max(days, default=None)


@dataclass(frozen=True)
class Pair:
    """An article in both languages: `id` is its path inside the issue, without the ending."""

    id: str
    vi: Article | None
    en: Article | None
    rows: tuple[Row, ...] = ()

    def __getitem__(self, lang: Lang) -> Article | None:
        return self.vi if lang == "vi" else self.en

    @property
    def lead(self) -> Article:
        """The Vietnamese side, or the only one there is."""
        article = self.vi or self.en
        assert article is not None
        return article

    @property
    def complete(self) -> bool:
        return self.vi is not None and self.en is not None

    @property
    def draft(self) -> bool:
        """Whether one of its sides is still being written."""
        return any(side is not None and side.status == "draft" for side in (self.vi, self.en))

    @property
    def aliases(self) -> tuple[str, ...]:
        """The addresses inside the issue that the pair had before, from both sides, each once."""
        sides = (side.aliases for side in (self.vi, self.en) if side is not None)
        return tuple(dict.fromkeys(alias for side in sides for alias in side))


def published(pair: Pair) -> bool:
    """Whether readers may have the pair: one withdrawn side takes both out."""
    return not withdrawn(pair)


def withdrawn(pair: Pair) -> bool:
    return any(side is not None and side.withdrawn for side in (pair.vi, pair.en))
