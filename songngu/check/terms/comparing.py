"""Terms row by row: what is called by a name that is forbidden, and what is not named at all.

Nothing is reported that a translator may rightly do: put a term into the row before or after, say
"the Committee" or "it" once the whole name was said, use any of the registered forms, in singular
or plural. A term that is a part of a longer one that was found is judged with the longer one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from songngu.check.terms.finder import Hit, longest
from songngu.check.terms.forms import language
from songngu.check.terms.lexicon import Mark, Owner, Role, Scanned, Side
from songngu.check.terms.tokens import any_of
from songngu.model import Lang, Term


@dataclass(frozen=True, eq=False)
class Finding:
    """A term and the words where it goes wrong: what it is not called, or, when it is `missing`,
    the Vietnamese whose English is nowhere. `across` are the term's words on the other side."""

    term: Term
    level: Scanned
    lang: Lang
    start: int
    end: int
    missing: bool = False
    across: tuple[int, int] | None = None


Tally = Mapping[Owner, int]


@dataclass(frozen=True, eq=False)
class Counted:
    """How often each term stands on a level, by side: with those inside longer ones, and without
    (of the English, without those whose longer term the Vietnamese has too)."""

    vi_all: Tally
    vi: Tally
    en_all: Tally
    en: Tally
    vi_hits: Sequence[Hit[Mark]]


def differences(levels: Sequence[Scanned]) -> Iterator[Finding]:
    """What is wrong with the terms of an article."""
    counted = [_counted(one) for one in levels]
    said = _said_before(levels)
    for at, level in enumerate(levels):
        if not level.found:
            continue
        told: list[Hit[Mark]] = []
        for finding, about in _forbidden(level, counted[at]):
            told += about
            yield finding
        if level.vi is None or level.en is None:
            continue
        for hit in counted[at].vi_hits:
            term = hit.what.owner
            if (
                isinstance(term, Term)
                and term.required
                and not any(hit.inside(one) or one.inside(hit) or one is hit for one in told)
                and not _named(levels, counted, at, term, said)
                and not (_shares(hit, counted[at].vi_hits) and term in counted[at].en_all)
            ):
                told.append(hit)
                yield Finding(term, level, "vi", hit.start, hit.end, missing=True)


def _shares(hit: Hit[Mark], hits: Sequence[Hit[Mark]]) -> bool:
    """Whether words of the term belong to another one too: one English form may serve both."""
    return any(
        one.what.owner is not hit.what.owner and one.start < hit.end and hit.start < one.end
        for one in hits
    )


def _counted(level: Scanned) -> Counted:
    if not level.found:
        return _NOTHING
    vi, en = _right(level.vi), _right(level.en)
    whole = longest(vi)
    here, all_en = _tally(whole), _tally(en)
    free = _free(en, here)
    return Counted(
        vi_all=here if len(whole) == len(vi) else _tally(vi),
        vi=here,
        en_all=all_en,
        en=all_en if len(free) == len(en) else _tally(free),
        vi_hits=whole,
    )


def _free(hits: Sequence[Hit[Mark]], here: Tally) -> Sequence[Hit[Mark]]:
    """What is found in English, without those whose longer term stands here too."""
    whole = longest(hits)
    if len(whole) == len(hits):
        return hits
    outer = [hit for hit in whole if hit.what.owner in here]
    if not outer:
        return hits
    return [hit for hit in hits if not any(hit.inside(one) for one in outer)]


def _right(side: Side | None) -> Sequence[Hit[Mark]]:
    """The terms of a side, but not what is only the better half of a forbidden form."""
    if side is None:
        return []
    wrong = side.of(Role.WRONG)
    if not wrong:
        return side.of(Role.RIGHT)
    return [
        hit
        for hit in side.of(Role.RIGHT)
        if not any(hit.inside(one) and one.what.owner is hit.what.owner for one in wrong)
    ]


_NOTHING = Counted({}, {}, {}, {}, ())


def _tally(hits: Sequence[Hit[Mark]]) -> Tally:
    """How often each term is found; two forms of a term on one place are one."""
    counted: dict[Owner, int] = {}
    last: dict[Owner, int] = {}
    for hit in hits:
        owner = hit.what.owner
        if last.get(owner) != hit.start:
            counted[owner] = counted.get(owner, 0) + 1
            last[owner] = hit.start
    return counted


def _said_before(levels: Sequence[Scanned]) -> dict[Owner, int]:
    """The level on which each term is first said in English, in full: also by a name that is
    forbidden, or in what is not translated yet, which is told by itself."""
    first: dict[Owner, int] = {}
    for at, level in enumerate(levels):
        if level.en:
            for hit in (*level.en.of(Role.RIGHT), *level.en.of(Role.WRONG)):
                first.setdefault(hit.what.owner, at)
        elif level.vi:
            for hit in level.vi.of(Role.RIGHT):
                first.setdefault(hit.what.owner, at)
    return first


def _named(
    levels: Sequence[Scanned],
    counted: Sequence[Counted],
    at: int,
    term: Term,
    said: dict[Owner, int],
) -> bool:
    """Whether the English has the term: here, next door, or by what stands for it."""
    if counted[at].en.get(term):
        return True
    doors = [near for near in (at - 1, at + 1) if _next_door(levels, at, near)]
    if any(counted[near].en.get(term, 0) > counted[near].vi.get(term, 0) for near in doors):
        return True
    side = levels[at].en
    assert side is not None
    if said.get(term, at + 1) <= at and _stands_for(side, term):
        return True
    before = levels[at - 1].en if at - 1 in doors else None
    return (
        before is not None
        and (_right_of(before, term) or _stands_for(before, term))
        and _PRONOUN.search(side.text.lower) is not None
    )


def _right_of(side: Side, term: Term) -> bool:
    return any(hit.what.owner is term for hit in side.of(Role.RIGHT))


def _stands_for(side: Side, term: Term) -> bool:
    """Whether the short name is there, and no longer one ("the Department", not "of Finance")."""
    return any(
        hit.what.owner is term
        and not any(one.start < hit.end < one.end for one in side.of(Role.RIGHT))
        for hit in side.of(Role.SHORT)
    )


_PRONOUN = any_of(tuple(language()["pronouns"]))


def _next_door(levels: Sequence[Scanned], at: int, near: int) -> bool:
    return (
        0 <= near < len(levels)
        and levels[at].level.movable
        and levels[near].level.movable
        and levels[near].en is not None
    )


def _forbidden(level: Scanned, count: Counted) -> Iterator[tuple[Finding, list[Hit[Mark]]]]:
    """What the term is not called, with the hits of the other side that it stands for."""
    for side in level.sides:
        lang = side.passage.lang
        for hit in longest(side.of(Role.WRONG)):
            if not _excused(side, lang, hit, count):
                yield _judged(level, lang, hit)


def _judged(level: Scanned, lang: Lang, hit: Hit[Mark]) -> tuple[Finding, list[Hit[Mark]]]:
    term = hit.what.owner
    assert isinstance(term, Term)
    across = level["en" if lang == "vi" else "vi"]
    about = [one for one in across.of(Role.RIGHT) if one.what.owner is term] if across else []
    place = (about[0].start, about[0].end) if about else None
    return Finding(term, level, lang, hit.start, hit.end, across=place), about


def _excused(side: Side, lang: Lang, hit: Hit[Mark], count: Counted) -> bool:
    """Whether the words are right there after all: the other side has the term no more often than
    it is named here, or has another term that is called so."""
    term = hit.what.owner
    assert isinstance(term, Term)
    whole = [one for one in side.of(Role.RIGHT) if hit.inside(one)]
    if term.everywhere:
        return bool(whole)
    here, there = (count.vi_all, count.en_all) if lang == "vi" else (count.en_all, count.vi_all)
    others = count.en if lang == "vi" else count.vi
    alike = [one for one in side.of(Role.RIGHT) if (one.start, one.end) == (hit.start, hit.end)]
    return there.get(term, 0) <= here.get(term, 0) or any(
        one.what.owner in others for one in (*whole, *alike)
    )
