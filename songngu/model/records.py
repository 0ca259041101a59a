"""What articles name by id: facts, series, the sources of both, the credits of pictures."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from songngu.model.words import UNSAID, Bilingual


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
    note: Bilingual = UNSAID


@dataclass(frozen=True)
class MapReview:
    """Who looked at a map before it is published, when, and the paper that says so."""

    by: str
    date: datetime.date
    document: str


@dataclass(frozen=True)
class Credit:
    """Who made a picture, and what may be done with it. `line` is its line in credits.yml."""

    credit: Bilingual
    licence: str
    map: bool = False
    review: MapReview | None = None
    line: int = 1


@dataclass(frozen=True)
class Saying:
    """What a YAML file says in both languages. `place` are its keys; `lines` are those of the
    Vietnamese and of the English."""

    path: str
    place: tuple[str | int, ...]
    text: Bilingual
    lines: tuple[int, int]
