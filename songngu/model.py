"""The nouns of the house: frozen values that stages pass on, with no behaviour but looking up."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, Lang] = ("vi", "en")


@dataclass(frozen=True)
class Bilingual:
    """The same thing said in both languages."""

    vi: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.vi if lang == "vi" else self.en


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
    """One language's side of a pair. `lines` gives the line of each front-matter key."""

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
    date: datetime.date | None = None
    status: str = "final"
    aliases: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None
    corrections: tuple[Correction, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        return self.lines.get(key, 1)

    @property
    def updated(self) -> datetime.date | None:
        """The day of its last correction: nothing else counts as a change."""
        return max((one.date for one in self.corrections), default=None)


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
    def aliases(self) -> tuple[str, ...]:
        """The addresses inside the issue that the pair had before, from both sides, each once."""
        sides = (side.aliases for side in (self.vi, self.en) if side is not None)
        return tuple(dict.fromkeys(alias for side in sides for alias in side))


def published(pair: Pair) -> bool:
    """Whether readers may have the pair: one withdrawn side takes both out."""
    return not any(side is not None and side.withdrawn for side in (pair.vi, pair.en))


@dataclass(frozen=True)
class Section:
    """A part of an issue. `accent` names a colour of the palette, `picture` a file of the root."""

    id: str
    title: Bilingual
    accent: str = "river"
    picture: str = ""
    standfirst: Bilingual = Bilingual("", "")


@dataclass(frozen=True)
class ImprintLine:
    """One line of the imprint: its label and what stands behind it."""

    key: str
    label: Bilingual
    value: Bilingual


@dataclass(frozen=True)
class Imprint:
    """The imprint (colophon) of an issue, in the order in which it is set."""

    lines: tuple[ImprintLine, ...] = ()
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Notice:
    """A dated notice that stands on every page of an issue."""

    date: datetime.date
    text: Bilingual


@dataclass(frozen=True)
class Issue:
    """One year's book. Dates come from here, never from the clock.

    `figures` names the facts that its cover page shows; `lines` gives the line in publication.yml
    of each place in the issue, written with dots ("sections.0.picture").
    """

    id: str
    title: Bilingual
    date: datetime.date
    status: Literal["specimen", "official"]
    sections: tuple[Section, ...]
    pairs: tuple[Pair, ...] = ()
    imprint: Imprint = Imprint()
    foreword: Bilingual = Bilingual("", "")
    picture: str = ""
    layout: str = "facing"
    notice: Notice | None = None
    figures: tuple[str, ...] = ()
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, place: str) -> int:
        return self.lines.get(place, self.line)

    def pairs_of(self, section: Section) -> tuple[Pair, ...]:
        """The pairs of a section in the order in which they are printed."""
        own = (pair for pair in self.pairs if pair.lead.section == section.id)
        return tuple(sorted(own, key=lambda pair: (pair.lead.order, pair.id)))

    @property
    def in_order(self) -> tuple[Pair, ...]:
        return tuple(pair for section in self.sections for pair in self.pairs_of(section))


@dataclass(frozen=True)
class Source:
    """A document that figures rest on."""

    id: str
    title: Bilingual
    date: datetime.date
    url: str = ""


@dataclass(frozen=True)
class Fact:
    """A figure said once. `unit` may be a pattern with `{}` where the number stands."""

    id: str
    value: Decimal
    unit: Bilingual
    label: Bilingual
    as_of: datetime.date
    source: str


@dataclass(frozen=True)
class SeriesRow:
    label: Bilingual
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Series:
    """A table of values with bilingual labels: the data of a chart and of its table."""

    id: str
    title: Bilingual
    unit: Bilingual
    source: str
    as_of: datetime.date
    key: Bilingual
    columns: tuple[Bilingual, ...]
    rows: tuple[SeriesRow, ...]
    note: Bilingual = Bilingual("", "")


@dataclass(frozen=True)
class Credit:
    """Who made a picture, and what may be done with it."""

    credit: Bilingual
    licence: str
    map: bool = False


@dataclass(frozen=True)
class Publication:
    """Everything that editors wrote, read and ordered. `unread` names the files whose faults were
    told already: what they would have held is not missed a second time."""

    name: Bilingual
    publisher: Bilingual
    url: str
    issues: tuple[Issue, ...]
    tagline: Bilingual = Bilingual("", "")
    contact: Bilingual = Bilingual("", "")
    licence: Bilingual = Bilingual("", "")
    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    credits: Mapping[str, Credit] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    @property
    def newest(self) -> Issue:
        return max(self.issues, key=lambda issue: (issue.date, issue.id))

    def issue(self, identifier: str | None) -> Issue | None:
        """The issue of that id; the newest for None."""
        if identifier is None:
            return self.newest
        return next((issue for issue in self.issues if issue.id == identifier), None)


@dataclass(frozen=True)
class Stock:
    """A paper: `grammage` in g/m², `caliper` the thickness of one leaf in millimetres."""

    name: Bilingual
    grammage: float
    caliper: float


UNSTATED = Stock(Bilingual("", ""), 0, 0)


@dataclass(frozen=True)
class PressProfile:
    """What a printing house asks for. Lengths in millimetres, ink in percent.

    `multiple` is the signature that the inside pages must fill. `allowance` is what the shop adds
    to a perfect-bound spine, `spine_mm` its own word for the whole spine, `glue` the width of the
    strip beside the fold that stays free of ink. Colours are counted front/back ("4/0").
    """

    name: str
    trim: tuple[float, float]
    bleed: float
    slug: float
    inner: float
    outer: float
    head: float
    foot: float
    multiple: int
    icc: str
    identifier: str
    condition: str
    ink_limit: float
    binding: Literal["saddle", "perfect"] = "saddle"
    variant: str = "x-4"
    inside: Stock = UNSTATED
    cover: Stock = UNSTATED
    allowance: float = 0.0
    spine_mm: float | None = None
    glue: float = 6.0
    inside_colours: str = "4/4"
    cover_colours: str = "4/4"
    finishing: Bilingual = Bilingual("", "")


@dataclass(frozen=True)
class PressOrder:
    """What is asked beside the book: the round's number, the package (a path) of an earlier round
    to compare with, the manuscript copy that is filed before a licence exists."""

    round: int = 1
    since: str = ""
    for_licence: bool = False
