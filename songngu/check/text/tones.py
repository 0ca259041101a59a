"""text.tone: where a Vietnamese syllable carries its tone mark.

Old style (hòa, thúy) and new style (hoà, thuý) differ in three rhymes; in every other syllable one
place alone is right: on the letter that has a mark of its own (ê, ơ, â…), else on the last vowel
before a consonant, on the middle one of three, on the first of two.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import Any

from songngu.check.text.repair import Repair, Stretch
from songngu.model import Orthography
from songngu.tables import table

WORD = re.compile(r"[^\W\d_]+")
TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKED = frozenset("ăâêôơư")
_VOWELS = frozenset("aeiouy") | _MARKED


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


def misplaced(text: str, style: str) -> bool:
    """Whether any word of a text, prose or not, carries its tone on another letter."""
    return any(
        not word.isascii() and placed(word, style) != word for word in set(WORD.findall(text))
    )


def _kept(text: str, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where names stand that keep their own spelling."""
    patterns = (rf"\b{re.escape(phrase)}\b" for phrase in phrases)
    return [found.span() for one in patterns for found in re.finditer(one, text)]


@functools.lru_cache(maxsize=8192)
def placed(word: str, style: str) -> str:
    """The word with its tone mark in place; as it is when it is no Vietnamese syllable with one."""
    letters, tone, at = _taken_off(word)
    if not tone:
        return word
    right = _place("".join(letters).lower(), style)
    if right is None or right == at:
        return word
    letters[right] += tone
    return unicodedata.normalize("NFC", "".join(letters))


def _taken_off(word: str) -> tuple[list[str], str, int]:
    """The letters without the tone, the tone, and the letter that it stood on; no tone when there
    is none, or more than one."""
    letters, tone, at = [], "", -1
    for index, letter in enumerate(unicodedata.normalize("NFC", word)):
        decomposed = unicodedata.normalize("NFD", letter)
        marks = [mark for mark in decomposed if mark in TONES]
        if marks and tone:
            return [], "", -1
        if marks:
            tone, at = marks[0], index
        bare = "".join(mark for mark in decomposed if mark not in TONES)
        letters.append(unicodedata.normalize("NFC", bare))
    return letters, tone, at


def is_syllable(word: str) -> bool:
    """Whether a word in lower case and without a tone is a Vietnamese syllable."""
    return _place(word, "old") is not None


def _place(bare: str, style: str) -> int | None:
    """The index of the letter that bears the tone; None when this is no syllable."""
    table = _table()
    for initial in table.initials:
        rhyme = bare.removeprefix(initial)
        if bare.startswith(initial) and rhyme in table.rhymes:
            return len(initial) + _in_rhyme(rhyme, style)
    return None


def _in_rhyme(rhyme: str, style: str) -> int:
    vowels = [at for at, letter in enumerate(rhyme) if letter in _VOWELS]
    marked = [at for at in vowels if rhyme[at] in _MARKED]
    if marked:
        return marked[-1]
    if rhyme in _table().styled:
        return 0 if style == "old" else 1
    if len(vowels) == 3:
        return 1
    return vowels[-1] if vowels[-1] < len(rhyme) - 1 else vowels[0]


class _Table:
    """syllables.yml, ready to be asked. The longest initial is tried first: "gi" before "g"."""

    def __init__(self, data: Any) -> None:
        self.initials = (*sorted(data["initials"], key=len, reverse=True), "")
        self.rhymes = frozenset(data["rhymes"].split())
        self.styled = frozenset(data["styled"])


@functools.cache
def _table() -> _Table:
    text = resources.files("songngu.check.text").joinpath("syllables.yml").read_text("utf-8")
    return _Table(table(text))
