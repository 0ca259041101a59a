"""One year's book: its sections, imprint and pairs."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from songngu.model.article import Pair
from songngu.model.press import Layout
from songngu.model.words import LANGS, UNSAID, Bilingual, Lang


@dataclass(frozen=True)
class Section:
    """A part of an issue. `accent` names a colour of the palette, `picture` a file of the root.
    Without a `layout` of its own it is printed as the issue is."""

    id: str
    title: Bilingual
    accent: str = "river"
    picture: str = ""
    standfirst: Bilingual = UNSAID
    layout: Layout | None = None


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
class Orthography:
    """The house style of Vietnamese spelling: `tone` says where hòa (old) or hoà (new) carries its
    mark; `kept` are names that keep their own spelling."""

    tone: Literal["old", "new"] = "old"
    kept: tuple[str, ...] = ()


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
    foreword: Bilingual = UNSAID
    picture: str = ""
    layout: Layout = Layout.FACING
    notice: Notice | None = None
    figures: tuple[str, ...] = ()
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)
    orthography: Orthography = Orthography()

    def line_of(self, place: str) -> int:
        return self.lines.get(place, self.line)

    def pairs_of(self, section: Section) -> tuple[Pair, ...]:
        """The pairs of a section in the order in which they are printed."""
        return self._by_section.get(section.id, ())

    def layout_of(self, section: Section, pair: Pair) -> Layout:
        """How a pair is printed: its own word, else its section's, else the issue's."""
        return pair.lead.layout or section.layout or self.layout

    @cached_property
    def in_order(self) -> tuple[Pair, ...]:
        return tuple(pair for section in self.sections for pair in self.pairs_of(section))

    def pairs_in(self, lang: Lang) -> tuple[Pair, ...]:
        """The pairs that have this language, in the order of reading."""
        return self._by_language[lang]

    # Every page asks for these, and a publication has a page for every pair.

    @cached_property
    def _by_section(self) -> Mapping[str, tuple[Pair, ...]]:
        found: dict[str, list[Pair]] = {}
        for pair in sorted(self.pairs, key=lambda pair: (pair.lead.order, pair.id)):
            found.setdefault(pair.lead.section, []).append(pair)
        return {section: tuple(pairs) for section, pairs in found.items()}

    @cached_property
    def _by_language(self) -> Mapping[Lang, tuple[Pair, ...]]:
        return {
            lang: tuple(pair for pair in self.in_order if pair[lang] is not None) for lang in LANGS
        }
