"""Everything that is looked for in an issue's text, ready to be found in one walk per language."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from songngu.check.passages import Level, Passage
from songngu.check.terms.finder import Finder, Hit
from songngu.check.terms.forms import looks
from songngu.check.terms.sovereignty_rules import Rule, rules
from songngu.check.terms.tokens import Text, Words, even, markup, split, text_of
from songngu.model import LANGS, Lang, Names, Spelling, Term


class Role(StrEnum):
    """What a form is to its owner."""

    RIGHT = auto()  # a Term: the term itself, as the language calls it
    SHORT = auto()  # a Term: what may stand for it once it was said
    WRONG = auto()  # a Term: what it is not called
    SPELT = auto()  # a Spelling: not the spelling
    OUTDATED = auto()  # an Outdated agency: a name that it does not have on the day
    KEPT = auto()  # anything: a longer phrase in which what is found is right
    RULED = auto()  # a Ruled phrase of a sovereignty rule


@dataclass(frozen=True, eq=False)
class Outdated:
    """A name of an agency that the issue's day does not have, and the one that it has, if any."""

    name: Term
    now: Term | None


@dataclass(frozen=True, eq=False)
class Ruled:
    """A phrase of a sovereignty rule: `part` names the rule's list that it stands in."""

    rule: Rule
    part: str


Owner = Term | Spelling | Outdated | Ruled


@dataclass(frozen=True, eq=False)
class Mark:
    """What a form that was found stands for. Owners are told apart by being the same object."""

    role: Role
    owner: Owner


@dataclass(frozen=True, eq=False)
class Side:
    """A passage with everything that was found on it, in order."""

    passage: Passage
    by_role: Mapping[Role, Sequence[Hit[Mark]]]

    def of(self, role: Role) -> Sequence[Hit[Mark]]:
        return self.by_role.get(role, ())

    @functools.cached_property
    def text(self) -> Text:
        return text_of(self.passage)


@dataclass(frozen=True, eq=False)
class Scanned:
    """A level with both of its sides walked through."""

    level: Level
    vi: Side | None
    en: Side | None

    def __getitem__(self, lang: Lang) -> Side | None:
        return self.vi if lang == "vi" else self.en

    @property
    def found(self) -> bool:
        """Whether anything was found on it: most levels name nothing."""
        return bool((self.vi and self.vi.by_role) or (self.en and self.en.by_role))

    @property
    def sides(self) -> Sequence[Side]:
        """The sides that are there."""
        return [one for one in (self.vi, self.en) if one]


def roles(levels: Iterable[Scanned]) -> frozenset[Role]:
    """The roles of all that was found on the levels."""
    return frozenset().union(*(side.by_role for one in levels for side in one.sides))


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is looked for on one day, by language."""

    vi: Finder[Mark]
    en: Finder[Mark]

    def within(self, levels: Sequence[Level]) -> "Lexicon":
        """What of it these levels can hold."""
        words = {
            lang: frozenset(word for one in levels if (side := one[lang]) for word in _words(side))
            for lang in LANGS
        }
        return Lexicon(self.vi.within(words["vi"]), self.en.within(words["en"]))

    def scan(self, levels: Sequence[Level]) -> tuple[Scanned, ...]:
        """The levels of an article: one walk over all of each language."""
        vi = _sides([level.vi for level in levels], self.vi)
        en = _sides([level.en for level in levels], self.en)
        return tuple(map(Scanned, levels, vi, en))


def _words(passage: Passage) -> Words:
    return split(even(passage.text).lower())


# What stands between two passages: no form goes across it.
_BREAK = "\n\n"
_EMPTY: Mapping[Role, Sequence[Hit[Mark]]] = {}


def _sides(passages: Sequence[Passage | None], finder: Finder[Mark]) -> Iterator[Side | None]:
    whole = even(_BREAK.join(one.text if one else "" for one in passages))
    places = iter(finder.find(whole))
    place = next(places, None)
    begin = 0
    for passage in passages:
        if passage is None:
            yield None
            begin += len(_BREAK)
            continue
        by_role: dict[Role, list[Hit[Mark]]] = {}
        end = begin + len(passage.text)
        if place is None or place[0] >= end:
            yield Side(passage, _EMPTY)
            begin = end + len(_BREAK)
            continue
        marked = markup(passage.text)
        while place and place[0] < end:
            start = place[0] - begin
            if not (marked and any(first <= start < last for first, last in marked)):
                for hit in place[1]:
                    by_role.setdefault(hit.what.role, []).append(hit.moved(start))
            place = next(places, None)
        yield Side(passage, by_role)
        begin = end + len(_BREAK)


def lexicon(terms: Iterable[Term], names: Names, day: date) -> Lexicon:
    """What holds on that day."""
    marks = [
        *_terms(term for term in terms if term.period.holds(day)),
        *_agencies(names, day),
        *_spellings(one for one in names.spellings if one.period.holds(day)),
        *_ruled(),
    ]
    finders = {
        lang: Finder(
            (form, mark) for of, said, mark in marks if of == lang for form in looks(said, lang)
        )
        for lang in LANGS
    }
    return Lexicon(finders["vi"], finders["en"])


Said = tuple[Lang, str, Mark]


def _terms(terms: Iterable[Term]) -> Iterator[Said]:
    for term in terms:
        right, wrong, short = (Mark(role, term) for role in (Role.RIGHT, Role.WRONG, Role.SHORT))
        for lang in LANGS:
            yield from ((lang, form, right) for form in term[lang])
            yield from ((lang, form, wrong) for form in term.forbidden[lang])
        yield from (("en", form, short) for form in term.short)


def _agencies(names: Names, day: date) -> Iterator[Said]:
    """The name of the day is a term; the others are outdated, where they are other names."""
    for agency in names.agencies:
        now = next((one for one in agency.names if one.period.holds(day)), None)
        if now:
            yield from _terms([now])
        for one in agency.names:
            if one is now:
                continue
            mark = Mark(Role.OUTDATED, Outdated(one, now))
            for lang in LANGS:
                current = {form.lower() for form in now[lang]} if now else set()
                yield from ((lang, form, mark) for form in one[lang] if form.lower() not in current)


def _spellings(spellings: Iterable[Spelling]) -> Iterator[Said]:
    for one in spellings:
        spelt, kept = Mark(Role.SPELT, one), Mark(Role.KEPT, one)
        yield from ((one.lang, form, spelt) for form in one.instead)
        yield from ((one.lang, form, kept) for form in one.keep)


def _ruled() -> Iterator[Said]:
    for rule in rules():
        for part in ("of", "full", "except"):
            by_lang = rule.lists.get(part, {})
            mark = Mark(Role.KEPT if part == "except" else Role.RULED, Ruled(rule, part))
            yield from ((lang, form, mark) for lang, many in by_lang.items() for form in many)
