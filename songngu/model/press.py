"""What a printing house asks for, and what is asked of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from songngu.model.words import UNSAID, Bilingual


class Layout(StrEnum):
    """How an article's two languages stand in the book: Vietnamese on the verso and English on the
    recto, rows level; both on one page, rows level; or the whole in one, then in the other."""

    FACING = "facing"
    COLUMNS = "columns"
    SEQUENCE = "sequence"


@dataclass(frozen=True)
class Stock:
    """A paper: `grammage` in g/m², `caliper` the thickness of one leaf in millimetres."""

    name: Bilingual
    grammage: float
    caliper: float


UNSTATED = Stock(UNSAID, 0, 0)


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
    finishing: Bilingual = UNSAID


@dataclass(frozen=True)
class PressOrder:
    """What is asked beside the book: the round's number, the package (a path) of an earlier round
    to compare with, the manuscript copy that is filed before a licence exists, a layout in place
    of the issue's own (sections and articles that name theirs keep it)."""

    round: int = 1
    since: str = ""
    for_licence: bool = False
    layout: Layout | None = None
