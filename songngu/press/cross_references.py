"""Cross-references: an article that names another says on which page of the book it begins.

The number is known only when all parts are set and have their places, and its digits may move a
line; so what names pages is set again until every number is true.
"""

from collections.abc import Callable, Mapping, Sequence

from songngu.model import Bilingual, Lang
from songngu.press.book import PairView, Part
from songngu.press.paper import Said, turns
from songngu.press.weasyprint_ import SetPart

# As wide as a number of the book can be, for the first setting.
WIDEST = "888"
# The second round can only differ by a digit; more than a few would never end.
ROUNDS = 4
Opens = Mapping[str, Mapping[Lang, int]]
SetAll = Callable[[Sequence[Part], Said], Sequence[SetPart]]


def unknown(word: Bilingual, number: str) -> Said:
    """Before the pages are known, and in a proof, which has one article only."""
    return lambda part, lang: f"{word[lang]} {number}"


def known(word: Bilingual, opens: Opens) -> Said:
    """The page on which an article begins in that language."""

    def said(part: str, lang: Lang) -> str:
        return f"{word[lang]} {opens[part][lang]}"

    return said


def true_pages(
    parts: Mapping[str, Part],
    ready: Mapping[str, SetPart],
    places: Callable[[Mapping[str, SetPart]], Opens],
    word: Bilingual,
    set_all: SetAll,
) -> dict[str, SetPart]:
    """All parts, those that name pages set again with true ones. `places` tells where
    everything begins. Numbers that never come to rest are left out: the title is in the text."""
    done = dict(ready)
    names = [name for name, part in parts.items() if sends(part)]
    for _ in range(ROUNDS):
        before = {name: done[name].pages for name in names}
        some = [parts[name] for name in names]
        done |= zip(names, set_all(some, known(word, places(done))), strict=True)
        if before == {name: done[name].pages for name in names}:
            return done
    return done | dict(zip(names, set_all(some, lambda part, lang: ""), strict=True))


def sends(part: Part) -> bool:
    """Whether an article sends its readers to other pages."""
    pair = part.values.get("pair")
    if not isinstance(pair, PairView):
        return False
    rows = (*pair.rows, *((pair.notes,) if pair.notes else ()))
    return any(turns(row.vi) or turns(row.en) for row in rows)
