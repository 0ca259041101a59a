"""What editors have agreed to call things: the termbase, and the register of names."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from songngu.model.words import Bilingual, Lang


@dataclass(frozen=True)
class Period:
    """From one day to another, both included; None is open."""

    start: datetime.date | None = None
    end: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def meets(self, other: "Period") -> bool:
        """Whether there is a day that both hold."""
        starts = [one.start for one in (self, other) if one.start]
        ends = [one.end for one in (self, other) if one.end]
        return not starts or not ends or max(starts) <= min(ends)


ALWAYS = Period()


@dataclass(frozen=True, eq=False)
class Term:
    """A Vietnamese term (its spellings) and the English ones that are right for it, best first.

    `short` may stand for the English once the whole has been said. What is `forbidden` counts
    where the term itself stands, or `everywhere`. A term that is not `required` may be put in other
    words. `path` and `line` tell where it is registered.
    """

    vi: tuple[str, ...]
    en: tuple[str, ...]
    short: tuple[str, ...] = ()
    forbidden: Mapping[Lang, tuple[str, ...]] = field(default_factory=lambda: {"vi": (), "en": ()})
    everywhere: bool = False
    required: bool = True
    period: Period = ALWAYS
    path: str = ""
    line: int = 1

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True)
class Agency:
    """An agency by the names that it had, each with its period."""

    id: str
    names: tuple[Term, ...]


@dataclass(frozen=True)
class Post:
    """A title that a person held."""

    title: Term
    period: Period


@dataclass(frozen=True)
class Person:
    """A person as both languages write the name; `wrong` lists spellings that occur."""

    id: str
    name: Bilingual
    wrong: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, eq=False)
class Spelling:
    """One spelling for an issue: `use` it, not `instead`; what contains it in `keep` stays."""

    lang: Lang
    use: str
    instead: tuple[str, ...]
    keep: tuple[str, ...] = ()
    period: Period = ALWAYS
    path: str = ""
    line: int = 1


@dataclass(frozen=True)
class Names:
    """The register of names."""

    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()
    spellings: tuple[Spelling, ...] = ()


NO_NAMES = Names()
