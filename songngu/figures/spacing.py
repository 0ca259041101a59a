"""The spaces that a line must not break at: set by the renderer, never asked of an editor.

Between a number and what it counts (15 km, 1.000 bản), and between a word and the number that it
announces (Điều 5, No. 12, Q4 2024). The same in both languages, on screens and on paper. What is
set in pages keeps besides the last two words of a paragraph together, of which Vietnamese often
makes one (điều chỉnh).
"""

import functools
import re
from importlib import resources

from songngu.tables import table

NBSP = "\u00a0"
_FIGURE = re.compile("[0-9]")
# A word, the last space of a text or block, and the word that ends it, whatever marks it bears. A
# page to turn to is told later, and is two words.
_ENDING = re.compile(
    r"([^\s<>]*) (?!<turn-to)"
    r"(?=([^\s<>]*)(?:<[^>]*>[^\s<>]*)*(?:\Z|</(?:p|li|h\d|t[dh]|caption|figcaption)>))"
)
# Two words longer than this may part: they could be too long for a line.
PAIR = 24


def unbroken(text: str) -> str:
    """The text with unbreakable spaces where a figure and its word stay together."""
    if not _FIGURE.search(text):
        return text
    return _announced().sub(_tie, _measured().sub(_tie, text))


def settled(fragment: str, longest: int = PAIR) -> str:
    """HTML as it is set in pages: no block ends in a line of one word, as far as two words of so
    many letters do."""

    def tied(found: re.Match[str]) -> str:
        fits = len(found[1]) + len(found[2]) < longest
        return found[1] + (NBSP if fits else " ")

    return _ENDING.sub(tied, fragment)


def _tie(found: re.Match[str]) -> str:
    return found[0].replace(" ", NBSP)


@functools.cache
def _words() -> dict[str, list[str]]:
    text = resources.files("songngu.figures").joinpath("spacing.yml").read_text("utf-8")
    found: dict[str, list[str]] = table(text)
    return found


@functools.cache
def _measured() -> re.Pattern[str]:
    """A number and its magnitude and unit: "3.500 tỷ đồng", "12 km²"."""
    return re.compile(rf"(?<=[0-9])(?: (?:{_either('after')})(?!\w))+")


@functools.cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either('before')}) (?=[0-9])")


def _either(which: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_words()[which], key=len, reverse=True))
