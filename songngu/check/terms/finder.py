"""Finds many forms in one walk over a text: all of them are one pattern, a tree of letters.

A word that is registered with a capital needs one in the text; a word registered in lower case is
found in any case (at the beginning of a sentence, in a title).
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from songngu.check.terms.tokens import Words, lowered, split

T = TypeVar("T")
# The pattern finds the words of a form with anything between them that is no word, an s or not at
# the end of each, a comma or not before an "and": that keeps it small. What was found is then
# looked up word by word, to the letter. None of these signs occurs in a text.
_GAP, _LOOSE, _END, _MANY, _COMMA = "\x01", "\x02", "\x03", "\x04", "\x05"
_SIGNS = {
    _GAP: r"\W+",
    _LOOSE: r"\W*",
    _END: r"\b",
    _MANY: "s?",
    _COMMA: ",?",
}
# Every word has something before it that is no word: so the pattern finds where one begins.
_BEFORE = "\n"
# The order of what may follow a word: longer ways first.
_LATER = {_MANY: 1, _COMMA: 1, _END: 2}
_NO_GAP_BEFORE = ("'s", ",", ".", ";", ":", ")", "!", "?")


class Hit(NamedTuple, Generic[T]):
    """Something found, from one place of the text to another."""

    start: int
    end: int
    what: T

    def moved(self, by: int) -> "Hit[T]":
        return Hit(self.start + by, self.end + by, self.what)

    def inside(self, other: "Hit[Any]") -> bool:
        """Whether it is a part of a longer one."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


class Finder(Generic[T]):
    """`forms` are words as registered, each with what it stands for. The pattern is made when a
    first text is asked."""

    def __init__(self, forms: Iterable[tuple[Words, T]]) -> None:
        self._known: dict[Words, list[tuple[tuple[int, ...], T]]] = {}
        for form, what in forms:
            capitals = tuple(at for at, word in enumerate(form) if word[:1].isupper())
            self._known.setdefault(lowered(form), []).append((capitals, what))
        self._seen: dict[str, tuple[Hit[T], ...]] = {}

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _compiled(frozenset(self._known))

    def within(self, words: frozenset[str]) -> "Finder[T]":
        """The same for texts that have no other words: the pattern of the few forms that they can
        hold is made ten times as fast as that of all."""
        less: Finder[T] = Finder(())
        less._known = {form: what for form, what in self._known.items() if words.issuperset(form)}
        return less

    def find(self, written: str) -> list[tuple[int, tuple[Hit[T], ...]]]:
        """Each place of an even text where a form begins, with what begins there, the longer
        before the shorter; the hits are counted from that place."""
        seen, found = self._seen, []
        for place in self._pattern.finditer(_BEFORE + written.lower()):
            start, end = (at - len(_BEFORE) for at in place.span(1))
            said = written[start:end]
            if said not in seen:
                seen[said] = tuple(self._read(said))
            if seen[said]:
                found.append((start, seen[said]))
        return found

    def all(self, written: str) -> list[Hit[T]]:
        """Everything found in an even text, counted from its beginning."""
        return [hit.moved(start) for start, hits in self.find(written) for hit in hits]

    def _read(self, said: str) -> Iterator[Hit[T]]:
        """The forms that what was said is or begins with, each of which needs its capitals: both
        "Border Guard Command" and "Border Guard"."""
        words = split(said)
        whole = lowered(words)
        for length in range(len(words), 0, -1):
            end = len(said) if length == len(words) else _length(said, length)
            fitting = [
                what
                for capitals, what in self._known.get(whole[:length], ())
                if all(words[at][0].isupper() for at in capitals)
            ]
            for what in dict.fromkeys(fitting):
                yield Hit(0, end, what)


def _length(said: str, words: int) -> int:
    """How far the first words of what was said reach."""
    at = 0
    for word in split(said)[:words]:
        at = said.index(word, at) + len(word)
    return at


def _spelt(form: Words) -> str:
    """The form as a row of letters and signs."""
    said = _word(form[0])
    for before, word, after in zip(form, form[1:], (*form[2:], ""), strict=False):
        if word == "'s":
            said += word
        elif word in ("and", "or"):
            said += _COMMA + _GAP + word
        elif before == "(" or word in _NO_GAP_BEFORE or before == ".":
            said += "" if word == "," and after in ("and", "or") else _LOOSE + _word(word)
        else:
            said += _GAP + _word(word)
    return said + (_END if form[-1][-1].isalnum() else "")


def _word(word: str) -> str:
    return word.removesuffix("s") + _MANY if word.isascii() and word.isalpha() else word


def _tree(spelt: Iterable[str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for one in spelt:
        node = tree
        for letter in one:
            node = node.setdefault(letter, {})
        node[""] = {}
    return tree


@functools.lru_cache(maxsize=16)
def _compiled(forms: frozenset[Words]) -> re.Pattern[str]:
    """The pattern that finds where a form begins, with the longest one ahead (group 1). A look at
    the first letter spares most words the walk down the tree. Made once for a termbase, however
    often its issue is judged."""
    tree = _tree(map(_spelt, forms))
    if not tree:
        return re.compile(r"(?!)()")
    first = "".join(map(re.escape, sorted(tree)))
    return re.compile(rf"\W(?=[{first}])(?=({_pattern(tree)}))")


def _pattern(tree: Mapping[str, Any]) -> str:
    """The pattern of a tree, the longer before the shorter."""
    ways = [
        (_SIGNS.get(letter) or re.escape(letter)) + _pattern(below)
        for letter, below in sorted(tree.items(), key=lambda one: (_LATER.get(one[0], 0), one[0]))
        if letter
    ]
    if not ways:
        return ""
    many = ways[0] if len(ways) == 1 and "" not in tree else f"(?:{'|'.join(ways)})"
    return many + ("?" if "" in tree else "")


def longest(hits: Sequence[Hit[T]]) -> Sequence[Hit[T]]:
    """Without those that are part of a longer one; the hits stand in the order of `find`."""
    if len(hits) < 2:
        return hits
    kept: list[Hit[T]] = []
    widest = (-1, -1)
    for hit in hits:
        if hit.end > widest[1]:
            widest = hit.start, hit.end
        if (hit.start, hit.end) == widest:
            kept.append(hit)
    return kept
