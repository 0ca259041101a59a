"""Titles broken into lines of like length, where the sense permits: for the book and the site."""

import functools
import re

# Words that begin a new step of a title, in both languages.
_SMALL = frozenset(
    (
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "và",
        "của",
        "ở",
        "với",
        "cho",
        "trong",
        "từ",
        "về",
        "đến",
    )
)

_SPACES = re.compile(r"[^\S\u00a0]+")
# A title of more lines is none.
MOST = 6


def balanced(text: str, longest: int) -> tuple[str, ...]:
    """A title in as few lines as `longest` letters allow, of lengths as equal as sense permits:
    a break after a comma or before a small word weighs more than equality, and none parts what an
    unbreakable space keeps together. A title that no breaks make to fit in MOST lines is one line.
    """
    words = _SPACES.split(text.strip())
    least = -(-len(text) // longest)
    for count in range(least, min(MOST, len(words)) + 1):
        if found := _parted(words, count, longest):
            return found
    return (text,)


def _parted(words: list[str], count: int, longest: int) -> tuple[str, ...]:
    """The best of all ways to make `count` lines of the words; none where none fits."""
    wanted = len(" ".join(words)) / count

    def uneven(line: str) -> float:
        """How far it is from the length wanted. No word likes to stand alone."""
        return abs(len(line) - wanted) + (0 if " " in line or count == 1 else 20)

    @functools.cache
    def best(start: int, lines: int) -> tuple[float, tuple[str, ...]] | None:
        """The words from `start` on in so many lines: the cheapest way and what it costs."""
        if lines <= 1:
            rest = " ".join(words[start:])
            return (uneven(rest), (rest,)) if len(rest) <= longest else None
        ways = []
        for end in range(start + 1, len(words) - lines + 2):
            line = " ".join(words[start:end])
            if len(line) > longest:
                break
            if after := best(end, lines - 1):
                price = uneven(line) - 11 * _joint(words[end - 1], words[end])
                ways.append((price + after[0], (line, *after[1])))
        return min(ways, key=lambda way: way[0], default=None)

    found = best(0, count)
    return found[1] if found else ()


def _joint(before: str, after: str) -> int:
    """How well a title parts between two words: 1 well, 0 neither,
    -1 badly (after a small word, or before a figure: năm 2024)."""
    if before.lower() in _SMALL or after[0].isdecimal():
        return -1
    return int(after.lower() in _SMALL or before.endswith((",", ":", ";")))
