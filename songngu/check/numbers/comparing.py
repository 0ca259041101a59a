"""Level against level: which figures of one language have no equal in the other.

First equals are taken away, then what a date or a fact stands for, then what moved to the level
before or after, then what the other side says in words or only repeats. What is left differs; the
nearest unequal figures are told as one difference.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise

from songngu.check.numbers.lexicon import units
from songngu.check.numbers.quantity import Key, Quantity
from songngu.check.numbers.reading import read
from songngu.check.numbers.said import answers, said
from songngu.check.numbers.separators import write
from songngu.check.passages import Level, Passage
from songngu.model import LANGS, Fact, Lang

# Converted and rounded figures may be one part in a hundred apart.
ROUNDING = Decimal("0.01")
# Where very many figures are open, only those about the same place are tried with each other.
WINDOW = 12
_FAMILIES = {
    "n": "number", "year": "number", "share": "number", "unread": "number", "section": "number",
    "date": "date", "day": "date", "month": "date", "quarter": "date", "slash": "date",
    "time": "time", "decade": "number",
}  # fmt: skip


@dataclass
class _Side:
    """One language of a level while it is compared: what it has, and what is still unanswered."""

    passage: Passage | None
    all: list[Quantity]
    left: list[Quantity]


@dataclass(frozen=True)
class Difference:
    """Figures of a level that do not agree; one of them may be missing, or at fault by itself."""

    level: Level
    vi: Quantity | None
    en: Quantity | None

    def __getitem__(self, lang: Lang) -> Quantity | None:
        return self.vi if lang == "vi" else self.en


def differences(levels: Sequence[Level], facts: Mapping[str, Fact]) -> list[Difference]:
    """Everything that differs between the two sides of these levels."""
    open_levels: list[tuple[int, Level, _Side, _Side]] = []
    for at, level in enumerate(levels):
        left, right = _figures(level.vi), _figures(level.en)
        if not (left or right) or _same(left, right):
            continue
        vi, en = _Side(level.vi, left, left), _Side(level.en, right, right)
        _settle(vi, en)
        if vi.left or en.left or any(one.fault for one in (*vi.all, *en.all)):
            _unfold(vi, en, facts)
            open_levels.append((at, level, vi, en))
    _moved(open_levels)
    found: list[Difference] = []
    for _, level, vi, en in open_levels:
        if vi.passage is None or en.passage is None:
            continue
        _in_words(vi, en)
        _repeated(vi, en)
        found += _paired(level, vi, en)
    return found


def fact_text(fact: Fact, lang: Lang) -> str:
    """A fact as it is printed (figures/numbers.py)."""
    text, unit = write(fact.value, lang), fact.unit[lang]
    if "{}" in unit:
        return unit.replace("{}", text)
    return text + unit if not unit or unit == "%" else f"{text} {unit}"


def _figures(passage: Passage | None) -> list[Quantity]:
    return read(passage.text, passage.lang, passage.is_list) if passage else []


def _same(vi: Sequence[Quantity], en: Sequence[Quantity]) -> bool:
    """The quick answer for most levels: the same values in the same order, none at fault."""
    return [one.key for one in vi] == [one.key for one in en] and not any(
        one.fault for one in (*vi, *en)
    )


def _settle(vi: _Side, en: _Side) -> None:
    """Take equals away: the same first key before what may also be meant."""
    vi.left, en.left = _without(vi.left, en.left, lambda one, other: one.key == other.key)
    vi.left, en.left = _without(vi.left, en.left, Quantity.equals)
    vi.left, en.left = _by_parts(vi.left, en.left)
    en.left, vi.left = _by_parts(en.left, vi.left)


def _without(
    left: Sequence[Quantity], right: Sequence[Quantity], equal: Callable[[Quantity, Quantity], bool]
) -> tuple[list[Quantity], list[Quantity]]:
    """Both sides without the pairs that are equal. A figure at fault is told, and stays."""
    kept: list[Quantity] = []
    rest = list(right)
    for one in left:
        at = next((i for i, other in enumerate(rest) if equal(one, other)), None)
        if at is None:
            kept.append(one)
            continue
        rest.pop(at)
    return kept, rest


def _by_parts(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """A date on the one side that the other says in two places: day and month, year."""
    kept: list[Quantity] = []
    rest = list(right)
    for one in left:
        spent = _parts_in(one, rest) if one.parts else []
        if spent:
            rest = [other for other in rest if not any(other is done for done in spent)]
        else:
            kept.append(one)
    return kept, rest


def _parts_in(one: Quantity, rest: Sequence[Quantity]) -> list[Quantity]:
    """The figures that are the parts of `one`; none when a part is missing."""
    spent: list[Quantity] = []
    for part in one.parts:
        found = next(
            (
                other
                for other in rest
                if (part == other.key or part in other.also)
                and not any(other is done for done in spent)
            ),
            None,
        )
        if found is None:
            return []
        spent.append(found)
    return spent


def _unfold(vi: _Side, en: _Side, facts: Mapping[str, Fact]) -> None:
    """A fact that stands on one side only is compared by its value. An unknown one is told by
    another check: it and what it stands for are passed over."""
    for one, other in ((vi, en), (en, vi)):
        for fact in _facts_in(one):
            if str(fact.key[1]) not in facts:
                stands_for = next(iter(_facts_in(other)), None)
                one.left = [each for each in one.left if each is not fact]
                other.left = [each for each in other.left if each is not stands_for]
    for one in (vi, en):
        for fact in _facts_in(one):
            assert one.passage is not None
            one.left = [each for each in one.left if each is not fact]
            one.left += _printed(fact, facts[str(fact.key[1])], one.passage.lang)
    _settle(vi, en)


def _facts_in(side: _Side) -> list[Quantity]:
    return [each for each in side.left if each.key[0] == "fact"]


def _printed(fact: Quantity, known: Fact, lang: Lang) -> list[Quantity]:
    """The figures of a fact, at the place where it is named."""
    text = fact_text(known, lang)
    return [
        one._replace(text=f"{fact.text} = {one.text}", start=fact.start, end=fact.end)
        for one in read(text, lang)
    ]


def _moved(found: Sequence[tuple[int, Level, _Side, _Side]]) -> None:
    """Take away what stands on the level before or after."""
    for (at, level, vi, en), (after, next_level, next_vi, next_en) in pairwise(found):
        if after == at + 1 and level.movable and next_level.movable:
            vi.left, next_en.left = _without(vi.left, next_en.left, Quantity.equals)
            next_vi.left, en.left = _without(next_vi.left, en.left, Quantity.equals)


def _in_words(vi: _Side, en: _Side) -> None:
    """Take away what the other side says in words. When figures of both sides are open, only a
    word that answers no word of its own counts."""
    assert vi.passage and en.passage
    if not (vi.left or en.left):
        return
    words = {"vi": said(vi.passage.text, "vi"), "en": said(en.passage.text, "en")}
    both = bool(vi.left and en.left)
    for one, lang, other in ((vi, "vi", "en"), (en, "en", "vi")):
        known = words[other] - words[lang] if both else words[other]
        against = {"vi": vi, "en": en}[other]
        for quantity in list(one.left):
            spent = None if quantity.fault else _is_said(quantity, known, against.left)
            if spent is not None:
                one.left = [each for each in one.left if each is not quantity]
                against.left = [
                    each for each in against.left if not any(each is done for done in spent)
                ]


def _is_said(
    quantity: Quantity, known: Mapping[Key, int], rest: Sequence[Quantity]
) -> list[Quantity] | None:
    """Whether words of the other side stand for the figure, or words and figures for its parts:
    "1/63", "first of 63". The figures that it spends; None when it is not said."""
    if any(known.get(key, 0) > 0 for key in answers(quantity)):
        return []
    if not quantity.parts:
        return None
    spent: list[Quantity] = []
    for part in quantity.parts:
        figure = next((one for one in rest if part == one.key or part in one.also), None)
        if figure is not None:
            spent.append(figure)
        elif known.get(part, 0) <= 0:
            return None
    return spent


def _repeated(vi: _Side, en: _Side) -> None:
    """A figure said twice on one side and once on the other is no difference."""
    if vi.left and not en.left:
        vi.left = [one for one in vi.left if one.fault or not any(map(one.equals, en.all))]
    elif en.left and not vi.left:
        en.left = [one for one in en.left if one.fault or not any(map(one.equals, vi.all))]


def _paired(level: Level, vi: _Side, en: _Side) -> list[Difference]:
    """The open figures, the nearest of both sides together; every figure at fault by itself."""
    found: list[Difference] = []
    left, right = list(vi.left), list(en.left)
    faults = {
        lang: [one for one in side.all if one.fault]
        for lang, side in zip(LANGS, (vi, en), strict=True)
    }
    many = len(left) * len(right) > WINDOW**3
    options = sorted(
        (
            (cost, i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if (not many or abs(i - j) <= WINDOW) and (cost := _distance(one, other)) is not None
        ),
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, i, j in options:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            if not (left[i].fault or right[j].fault):
                found.append(Difference(level, left[i], right[j]))
    found += [Difference(level, one, None) for one in faults["vi"]]
    found += [Difference(level, None, one) for one in faults["en"]]
    found += [
        Difference(level, one, None)
        for i, one in enumerate(left)
        if i not in taken_left and not one.fault
    ]
    found += [
        Difference(level, None, one)
        for j, one in enumerate(right)
        if j not in taken_right and not one.fault
    ]
    return found


def _distance(one: Quantity, other: Quantity) -> float | None:
    """How far apart two unequal figures are; None when they cannot be meant for each other."""
    families = [_FAMILIES.get(str(each.key[0]), str(each.key[0])) for each in (one, other)]
    likeness = SequenceMatcher(None, _digits(one), _digits(other), autojunk=False).ratio()
    if families[0] != families[1] and likeness < 0.5 and not (one.fault or other.fault):
        return None
    distance = 1 - likeness + (families[0] != families[1]) + 0.5 * (one.unit != other.unit)
    if converted(one, other) or (one.value is not None and one.value == other.value):
        distance -= 2
    return distance


def converted(one: Quantity, other: Quantity) -> bool:
    """The same measure in another unit."""
    if not (one.unit and other.unit) or one.unit == other.unit:
        return False
    if one.value is None or other.value is None:
        return False
    left, right = units()[one.unit], units()[other.unit]
    if left.dimension != right.dimension:
        return False
    a, b = one.value * left.factor, other.value * right.factor
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))


def _digits(quantity: Quantity) -> str:
    return "".join(char for char in quantity.text if char.isdigit())
