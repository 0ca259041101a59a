"""Who signed off which text: rows as a reader receives them, signings, and where a pair stands."""

import datetime
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from songngu.model.article import Pair
from songngu.model.words import LANGS, Lang

Role = Literal["translator", "reviewer", "approver"]
ROLES: tuple[Role, ...] = ("translator", "reviewer", "approver")
State = Literal["draft", "translated", "stale", "cleared"]
How = Literal["changed", "added", "removed", "moved"]


@dataclass(frozen=True)
class Side:
    """One language of a row as a reader receives it, normalised.

    `shape` is the block's kind with what its structure counts ("heading-2", "table-4x2"), or the
    name of a key of the front matter ("title"). Lines of lists and tables stay lines. `line` is the
    file's line where it begins; it is no part of what is signed.
    """

    shape: str
    text: str
    line: int = field(default=1, compare=False)

    @property
    def mark(self) -> str:
        """The hash that a record keeps: 16 hexadecimal digits of SHA-256."""
        return hashlib.sha256(f"{self.shape}\n{self.text}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Received:
    """A row of a pair as readers receive it. One side may be missing, never both."""

    vi: Side | None
    en: Side | None

    def __getitem__(self, lang: Lang) -> Side | None:
        return self.vi if lang == "vi" else self.en

    @property
    def kind(self) -> str:
        side = self.vi or self.en
        assert side is not None
        return side.shape.partition("-")[0]


@dataclass(frozen=True)
class Signing:
    """One signature under a text. `id` is a hash of the whole record; `after` the ids of the
    signings in the same role that it takes the place of; `printed` the code of the submission
    sheet that was signed on paper; `author` who git says wrote the record."""

    issue: str
    pair: str
    role: Role
    signer: str
    date: datetime.date
    rows: tuple[Received, ...]
    after: tuple[str, ...] = ()
    author: str = ""
    printed: str = ""
    path: str = ""
    id: str = ""


@dataclass(frozen=True)
class Change:
    """A row that is not as it was signed. `number` counts from 1: the row's place now, or, for one
    that was taken out, the place where it stood when it was signed."""

    how: How
    number: int
    old: Received | None
    new: Received | None

    @cached_property
    def sides(self) -> tuple[Lang, ...]:
        """The languages that differ."""
        if self.how == "moved":
            return LANGS
        return tuple(lang for lang in LANGS if _of(self.old, lang) != _of(self.new, lang))

    def __getitem__(self, lang: Lang) -> tuple[Side | None, Side | None]:
        """What stood there when it was signed, and what stands there now."""
        return _of(self.old, lang), _of(self.new, lang)

    @property
    def kind(self) -> str:
        row = self.new or self.old
        assert row is not None
        return row.kind


def _of(row: Received | None, lang: Lang) -> Side | None:
    return row[lang] if row is not None else None


@dataclass(frozen=True)
class RoleStanding:
    """Where a pair stands with one role: its last signing, and what changed since."""

    role: Role
    required: bool
    signing: Signing | None = None
    changes: tuple[Change, ...] = ()

    @property
    def cleared(self) -> bool:
        return self.signing is not None and not self.changes

    @property
    def stale(self) -> bool:
        return self.signing is not None and bool(self.changes)


@dataclass(frozen=True)
class Standing:
    """Where a pair stands: its rows as readers receive them, and every role."""

    pair: Pair
    rows: tuple[Received, ...]
    roles: tuple[RoleStanding, ...]

    def role(self, role: Role) -> RoleStanding:
        return next(one for one in self.roles if one.role == role)

    @property
    def draft(self) -> bool:
        return self.pair.draft

    @property
    def missing(self) -> tuple[Role, ...]:
        """The required roles that never signed."""
        return tuple(one.role for one in self.roles if one.required and one.signing is None)

    @property
    def again(self) -> tuple[RoleStanding, ...]:
        """The roles that must look again."""
        return tuple(one for one in self.roles if one.stale)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed since any role's last signing, each once, in the order of the rows."""
        found = {(c.how, c.number, c.old): c for role in self.roles for c in role.changes}
        return tuple(sorted(found.values(), key=lambda one: (one.number, one.how)))

    @property
    def held(self) -> bool:
        """Whether an official issue leaves the pair out: not every required role ever signed."""
        return bool(self.missing)

    @property
    def state(self) -> State:
        if self.draft or not self.pair.complete:
            return "draft"
        if self.again:
            return "stale"
        return "translated" if self.missing else "cleared"
