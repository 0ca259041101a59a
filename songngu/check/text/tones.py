"""text.tone: where a Vietnamese syllable carries its tone mark (syllables.py)."""

import functools
import re
from collections.abc import Iterable, Iterator

from songngu.check.syllables import placed
from songngu.check.text.repair import Repair, Stretch
from songngu.model import Orthography

WORD = re.compile(r"[^\W\d_]+")


def tones(stretch: Stretch, orthography: Orthography) -> Iterator[Repair]:
    """Every word of a Vietnamese stretch whose tone stands on another letter than the style's."""
    if stretch.lang != "vi":
        return
    kept = _kept(stretch.text, orthography.kept)
    for found in WORD.finditer(stretch.text):
        word = found[0]
        if word.isascii() or any(start <= found.start() < end for start, end in kept):
            continue
        right = placed(word, orthography.tone)
        if right != word:
            yield Repair("text.tone", "", found.start(), found.end(), word, right)


def misplaced(words: Iterable[str], style: str) -> bool:
    """Whether any of the words between spaces carries its tone on another letter."""
    known = _well_placed(style)
    for piece in frozenset(words) - known:
        if any(placed(word, style) != word for word in WORD.findall(piece)):
            return True
        known.add(piece)
    return False


@functools.cache
def _well_placed(style: str) -> set[str]:
    """The words that were judged and found right: a few thousand make up a year's texts."""
    return set()


def _kept(text: str, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where names stand that keep their own spelling."""
    patterns = (rf"\b{re.escape(phrase)}\b" for phrase in phrases)
    return [found.span() for one in patterns for found in re.finditer(one, text)]
